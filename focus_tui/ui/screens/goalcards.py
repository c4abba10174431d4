"""The goals as cards of the board: what each shows without being opened."""

from collections.abc import Callable, Iterable, Iterator

from textual.content import Content

from focus_tui.domain import board
from focus_tui.domain.durations import spoken
from focus_tui.domain.goal import Column, Goal
from focus_tui.domain.goalfields import days_left
from focus_tui.domain.inputs import in_words
from focus_tui.domain.text import visible
from focus_tui.services.standings import GoalStanding, alone
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.widgets.boardlines import Card, Section
from focus_tui.ui.widgets.inputbar import input_bar

TITLES = {
    Column.SOMEDAY: "Someday",
    Column.ACTIVE: "Active",
    Column.ACHIEVED: "Achieved",
    Column.LET_GO: "Let go",
}
EMPTY = {
    Column.SOMEDAY: "What may wait.",
    Column.ACTIVE: "{new} writes down an aim.",
    Column.ACHIEVED: "Nothing yet.",
    Column.LET_GO: "Nothing yet.",
}
SIDE_BY_SIDE = ((Column.SOMEDAY,), (Column.ACTIVE,), (Column.ACHIEVED, Column.LET_GO))


class GoalCards:
    """Draws cards as of one day."""

    def __init__(
        self, glyphs: Glyphs, today: str, standing: Callable[[Goal], GoalStanding]
    ) -> None:
        self._glyphs = glyphs
        self._today = today
        self._standing = standing

    def columns(self, goals: Iterable[Goal], new_key: str) -> list[list[Section]]:
        """The whole board."""
        known = tuple(goals)
        return [
            [
                Section(
                    key,
                    TITLES[key],
                    tuple(self._card(goal) for goal in board.column(known, key)),
                    EMPTY[key].format(new=new_key),
                )
                for key in keys
            ]
            for keys in SIDE_BY_SIDE
        ]

    def _card(self, goal: Goal) -> Card:
        rests = goal.column is not Column.ACTIVE
        lines = tuple(self._resting(goal) if rests else self._active(goal))
        return Card(goal.id, goal.letter, goal.hue, goal.title, lines, rests)

    def _active(self, goal: Goal) -> Iterator[Content]:
        standing = self._standing(goal)
        if goal.why:
            yield Content.styled(visible(goal.why), "$quiet")
        total = spoken(standing.focused_ms) if standing.focused_ms else ""
        more = self._more(goal, standing)
        if goal.cadence:
            bar = input_bar(goal.cadence, standing.this_week, self._glyphs)
            yield Content.assemble(bar, "  ", (alone(standing.days_alone), "$quiet"))
            more = self._joined([total, more])
        else:
            yield Content.styled(self._joined([total, alone(standing.days_alone)]), "$quiet")
        if more:
            yield Content.styled(more, "$quiet")

    def _more(self, goal: Goal, standing: GoalStanding) -> str:
        words = [f"steady {standing.score}"] if standing.score else []
        if goal.target:
            words.append(f"{standing.counted} of {goal.target.count} {goal.target.unit}")
        words.append(days_left(goal, self._today))
        return self._joined(words)

    def _resting(self, goal: Goal) -> Iterator[Content]:
        standing = self._standing(goal)
        words = [spoken(standing.focused_ms)] if standing.focused_ms else []
        if goal.column is Column.SOMEDAY:
            words += [str(goal.area)] + ([in_words(goal.cadence)] if goal.cadence else [])
            words += [f"{goal.target.count} {goal.target.unit}"] if goal.target else []
        if goal.column is Column.LET_GO and goal.reason:
            words.append(goal.reason)
        if line := self._joined(words):
            yield Content.styled(visible(line), "$quiet")

    def _joined(self, words: list[str]) -> str:
        return f" {self._glyphs.dot} ".join(word for word in words if word)
