"""All that is known of one idea: where it stands, what it came from, what was put into it.

What reads its words is imported when it is asked for: the first screen does not wait for it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from focus_tui.domain.calendar import local_time
from focus_tui.domain.goal import Column, Goal
from focus_tui.domain.idea import Idea
from focus_tui.domain.inputs import worked_in
from focus_tui.services.backlog import Backlog
from focus_tui.services.commitments import said
from focus_tui.services.desk import Desk
from focus_tui.services.thoughts import Thoughts

if TYPE_CHECKING:
    from focus_tui.domain.whatnext import Ranked


@dataclass(frozen=True, slots=True)
class IdeaAccount:
    """One idea, as a page shows it. Days are local ones."""

    idea: Idea
    path: tuple[str, ...]
    """The words of all that it stands below, from the top on."""
    captured_on: str
    during: str
    """The intent of what it came during; empty for none."""
    touched_on: str
    goal: Goal | None
    ranked: "Ranked"
    """What it is worth, and why."""
    link: str
    promised: tuple[str, ...]
    sessions: int
    focused_ms: int
    """What was put into it, as far as the data file reaches back."""
    last_on: str
    """The day of its last session; empty before the first."""


class IdeaAccounts:
    """Reads them off the data."""

    def __init__(self, desk: Desk, backlog: Backlog, thoughts: Thoughts) -> None:
        self._desk = desk
        self._backlog = backlog
        self._thoughts = thoughts

    def of(self, idea_id: str) -> IdeaAccount | None:
        """The account of an idea; None for one that is gone."""
        from focus_tui.domain.ideawords import link, plain
        from focus_tui.domain.whatnext import Ranked, weight_of
        from focus_tui.domain.worth import worth

        view, tree = self._desk.db.read(), self._backlog.outline()
        idea = view.ideas.get(idea_id)
        if idea is None or idea.deleted_at is not None:
            return None
        goal = view.goals.get(idea.goal_id) if idea.goal_id else None
        goal = goal if goal and goal.deleted_at is None else None
        active = goal if goal and goal.on_board and goal.column is Column.ACTIVE else None
        worked = [
            row
            for each in view.sessions.among("idea_id", [idea_id])
            if (row := worked_in(each)) is not None
        ]
        promised = view.commitments.among("idea_id", [idea_id])
        return IdeaAccount(
            idea=idea,
            path=tuple(plain(tree.ideas[id].title) for id in tree.path(idea_id)),
            captured_on=self._on(idea.captured_at),
            during=self._thoughts.during(idea),
            touched_on=self._on(idea.touched_at),
            goal=goal,
            ranked=Ranked(idea, worth(weight_of(idea), active is not None), active),
            link=link(f"{idea.title}\n{idea.note}"),
            promised=tuple(said(each) for each in promised if each.deleted_at is None),
            sessions=sum(row.sessions for row in worked),
            focused_ms=sum(row.focused_ms for row in worked),
            last_on=max((row.on for row in worked), default=""),
        )

    def _on(self, at_ms: int) -> str:
        return str(local_time(at_ms, self._desk.zone).date())
