"""What goals and promises ask."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.commitment import Commitment
from focus_tui.domain.durations import plural
from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.goal import Goal
from focus_tui.domain.text import visible
from focus_tui.services.goals import KEEP_ON, SMALLER
from focus_tui.ui.dialogs.choice import ChoiceDialog

if TYPE_CHECKING:
    from focus_tui.ui.dialogs.goalflows import GoalFlows


class CheckpointDialog(ChoiceDialog):
    """Asks whether a goal goes on, with what it took in sight."""

    def body(self) -> Iterator[Widget]:
        """What it took, and the answers."""
        yield Static(visible(self._took()), id="took", markup=False)
        yield from super().body()

    def _took(self) -> str:
        goal = self._card.about
        if not isinstance(goal, Goal):
            return ""
        with suppress(DataUnusable):  # an answer says so
            weeks = self.host.services.standings.weeks_worked(goal)
            return f"{self._card.hours} h in {plural(weeks, 'week')}. {goal.why}"
        return goal.why

    def answers(self) -> list[tuple[str, str, Callable[[], str]]]:
        """The answer is kept; two of them ask for more."""
        return [
            ("k", "keep on", partial(self._answered, KEEP_ON)),
            ("s", "make it smaller: say what you put in each week", self._smaller),
            ("l", "let it go, with a reason", self._let_go),
        ]

    def _answered(self, answer: str) -> str:
        goals = self.host.services.goals
        return goals.answer_checkpoint(self._card.about.id, self._card.hours, answer)

    def _smaller(self) -> str:
        said = self._answered(SMALLER)
        self._then(lambda flows, goal: flows.field(goal, "cadence"))
        return said

    def _let_go(self) -> str:
        self._then(lambda flows, goal: flows.let_go(goal))
        return ""

    def _then(self, open_next: "Callable[[GoalFlows, Goal], None]") -> None:
        """Once this dialog is closed."""
        from focus_tui.ui.dialogs.goalflows import GoalFlows

        goal = self.host.services.goals.get(self._card.about.id)
        if goal is not None:
            self.app.call_later(open_next, GoalFlows(self.app), goal)


class IdeaDialog(ChoiceDialog):
    """Asks whether the idea of a promise that is kept is done with it."""

    def body(self) -> Iterator[Widget]:
        """The idea, and the answers."""
        yield Static(visible(self._idea()), id="words", markup=False)
        yield from super().body()

    def _idea(self) -> str:
        promise = self._card.about
        with suppress(DataUnusable):  # an answer says so
            idea = isinstance(promise, Commitment) and promise.idea_id
            if found := self.host.services.backlog.get(idea or ""):
                return found.title
        return ""

    def answers(self) -> list[tuple[str, str, Callable[[], str]]]:
        """Either is kept, so that it is asked once."""
        answer = partial(self.host.services.promoting.answer, self._card.about.id)
        return [
            ("y", "yes, it is done", partial(answer, done=True)),
            ("n", "no, it goes on", partial(answer, done=False)),
        ]
