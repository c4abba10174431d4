"""What an idea is worth, and the backlog in the order of it.

What weighs is imported when it is asked for: the first screen does not wait for it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from focus_tui.domain.board import column
from focus_tui.domain.errors import NotFound
from focus_tui.domain.goal import Column
from focus_tui.domain.text import quoted
from focus_tui.services.backlog import Backlog, called, found
from focus_tui.services.desk import Desk
from focus_tui.services.thoughts import Thoughts
from focus_tui.store.views import View

if TYPE_CHECKING:
    from focus_tui.domain.whatnext import Ranked, Ranking


class Weighing:
    """What an idea brings and takes, and which goal it helps."""

    def __init__(self, desk: Desk, backlog: Backlog, thoughts: Thoughts) -> None:
        self._desk = desk
        self._backlog = backlog
        self._thoughts = thoughts
        self._known: tuple[View, Ranking] | None = None

    def weigh(self, idea_id: str, line: str) -> str:
        """Take `4 2h win`; an empty line takes the weight away. Raises BadInput, NotFound."""
        from focus_tui.domain.worth import in_words, parsed

        weight = parsed(line)
        with self._desk.act("") as tx:
            idea = found(tx, idea_id)
            tx.label = f"weigh {quoted(idea.title)}"
            tx.ideas.put(
                replace(idea, gain=weight.gain, effort_ms=weight.effort_ms, wins=weight.wins)
            )
        return f"{quoted(idea.title)}: {in_words(weight) or 'not weighed'}."

    def for_goal(self, ids: Sequence[str], goal_id: str | None) -> str:
        """Say which goal ideas help; None for no goal. Raises NotFound."""
        with self._desk.act("") as tx:
            ideas = [found(tx, id) for id in ids]
            goal = tx.goals.get(goal_id) if goal_id else None
            if goal_id and (goal is None or goal.deleted_at is not None):
                raise NotFound("That goal is not there any more.")
            tx.label = f"say what {called(ideas)} {_are(ideas, 'is', 'are')} for"
            for idea in ideas:
                tx.ideas.put(replace(idea, goal_id=goal_id))
        what = quoted(goal.title) if goal else "no goal"
        return f"{called(ideas)} {_are(ideas, 'helps', 'help')} {what}."

    def by_worth(self) -> "tuple[Ranked, ...]":
        """All that could be next, the best first: the same object as long as the data are."""
        from focus_tui.domain.whatnext import NOTHING, folders, ranking

        view = self._desk.db.read()
        known, before = self._known or (None, NOTHING)
        if known is not view:
            tree = self._backlog.outline()
            ideas = {**tree.ideas, **{each.id: each for each in self._thoughts.inbox()}}
            active = column(view.goals.all(), Column.ACTIVE)
            before = ranking(ideas, folders(tree), active, before)
            self._known = view, before
        return before.order


def _are(ideas: Sequence[object], one: str, many: str) -> str:
    return one if len(ideas) == 1 else many
