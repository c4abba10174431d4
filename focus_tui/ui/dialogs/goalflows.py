"""What takes several steps with a goal or a promise: each is a dialog that can be left."""

from collections.abc import Callable
from contextlib import suppress

from textual.app import App

from focus_tui.domain.commitment import Commitment
from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.goal import Column, Goal
from focus_tui.domain.goalfields import field_named
from focus_tui.domain.subject import Subject
from focus_tui.domain.text import quoted
from focus_tui.services.commitments import said
from focus_tui.services.goals import ReasonNeeded, TooManyActive
from focus_tui.ui.dialogs.goal import field_line
from focus_tui.ui.dialogs.line import LineDialog
from focus_tui.ui.dialogs.pick import PickDialog
from focus_tui.ui.host import host
from focus_tui.ui.widgets.itemlist import Row

HOW_MUCH = "How much stands after a colon: 8 sessions, 3 days, 5 h."


class GoalFlows:
    """Opens the dialogs, one after the other."""

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._host = host(app)
        self._services = self._host.services

    def new_goal(self, column: Column, show: Callable[[str], None]) -> None:
        """A title, and for one that is active a why; `show` is told which goal it is."""
        made: list[Goal] = []

        def add(title: str) -> None:
            made.append(self._services.goals.add(title, column))

        def then(_: None) -> None:
            if made:
                show(made[0].id)
                self.made(made[0], column)

        self._app.push_screen(
            LineDialog(
                "What do you aim at?",
                add,
                drafts=self._services.drafts,
                draft="new-goal",
                placeholder="one big thing",
            ),
            then,
        )

    def made(self, goal: Goal, wanted: Column) -> None:
        """Say which goal is new, and ask for the why of one that is active."""
        if goal.column is not wanted:
            self._host.say(f"{quoted(goal.title)} is for someday: enough goals are active.")
        else:
            self._host.say(f"New goal: {quoted(goal.title)}.")
        self._ask_why(goal)

    def _ask_why(self, goal: Goal) -> None:
        with suppress(DataUnusable):  # it may be asked at any other time
            now = self._services.goals.get(goal.id)
            if now is not None and now.column is Column.ACTIVE and not now.why:
                self.field(now, "why")

    def field(self, goal: Goal, name: str) -> None:
        """One field of a goal."""
        self._app.push_screen(field_line(self._host, goal, field_named(name)))

    def carry(self, goal: Goal, column: Column, index: int | None = None) -> None:
        """Into a column: one that is let go needs a reason, one too many active another's rest."""
        try:
            self._host.say(self._services.goals.move(goal.id, column, index))
        except ReasonNeeded:
            self.let_go(goal)
            return
        except TooManyActive as full:
            self._swap(goal, str(full))
            return
        if column is not goal.column:
            self._ask_why(goal)

    def let_go(self, goal: Goal) -> None:
        """Ask for the reason."""
        self._app.push_screen(
            LineDialog(
                f"Let go of {quoted(goal.title)}: why?",
                lambda reason: self._host.say(self._services.goals.let_go(goal.id, reason)),
                drafts=self._services.drafts,
                draft=f"goal-{goal.id}-reason",
                placeholder="a decision, not a failure: what do you take from it?",
            )
        )

    def _swap(self, goal: Goal, asks: str) -> None:
        active = self._services.goals.column(Column.ACTIVE)
        rows = [Row(each.title, id=each.id, letter=each.letter, hue=each.hue) for each in active]
        self._app.push_screen(
            PickDialog(
                asks,
                rows,
                lambda resting: self._services.goals.swap_in(goal.id, resting),
                saying="let it rest",
            ),
            lambda _: self._ask_why(goal),
        )

    def promise(self, line: str, subject: Subject, *, ahead: int) -> None:
        """A line for a week, with what it is proposed to be."""
        commitments = self._services.commitments
        week = ("this week", "next week")[ahead]

        def save(line: str) -> None:
            promised = commitments.promise(
                line, ahead=ahead, goal_id=subject.goal_id, idea_id=subject.idea_id
            )
            self._host.say(f"Promised for {week}: {quoted(promised.text)}.")

        source = subject.idea_id or subject.commitment_id or subject.goal_id or ""
        self._app.push_screen(
            LineDialog(
                f"What do you promise for {week}, {commitments.week(ahead).named()}? {HOW_MUCH}",
                save,
                drafts=self._services.drafts,
                draft=f"promise-{ahead}-{source}",
                value=line,
                placeholder="Audio: 8 sessions   Kaggle: 3 days   Post: 90 min   Write the draft",
            )
        )

    def change_promise(self, promise: Commitment) -> None:
        """Its line, as it was typed."""
        self._app.push_screen(
            LineDialog(
                "The promise",
                lambda line: self._host.say(self._services.commitments.change(promise.id, line)),
                drafts=self._services.drafts,
                draft=f"promise-{promise.id}",
                value=said(promise),
            )
        )
