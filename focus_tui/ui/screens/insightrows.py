"""The rows of insights: each a figure with its bar, and what stands behind it."""

from collections.abc import Callable
from enum import StrEnum

from focus_tui.domain.insights import Insights
from focus_tui.domain.sustaining import Sign
from focus_tui.services.log import DayAccount
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.screens.countrows import CountRows
from focus_tui.ui.screens.stretchrows import StretchRows
from focus_tui.ui.widgets.itemlist import Row


class Part(StrEnum):
    """A part of the screen."""

    TIME = "Time"
    GOALS = "Goals"
    WHEN = "When"
    PROMISES = "Promises"
    BETWEEN = "Between"
    LENGTHS = "Lengths"
    BALANCE = "Balance"


EDGES = {
    Part.TIME: 12,
    Part.GOALS: 24,
    Part.WHEN: 27,
    Part.PROMISES: 38,
    Part.BETWEEN: 10,
    Part.LENGTHS: 10,
    Part.BALANCE: 24,
}
"""Cells that the figures at the edge take."""


class InsightRows(StretchRows, CountRows):
    """Draws the parts."""

    def __init__(self, glyphs: Glyphs, width: Callable[[], int], first_weekday: int) -> None:
        super().__init__(glyphs, width)
        self.first_weekday = first_weekday
        self.accounts: dict[str, DayAccount] = {}
        """Of the days of a week."""
        self.told: tuple[Sign, ...] = ()
        """How sustainable it is: in a word, then why."""

    def rows(self, shown: Insights, part: Part) -> list[Row]:
        """All of a part."""
        self.behind, self._edge = {}, EDGES[part]
        parts = {
            Part.TIME: self.time,
            Part.GOALS: self.goals,
            Part.WHEN: self.when,
            Part.PROMISES: self.promises,
            Part.BETWEEN: self.between,
            Part.LENGTHS: self.lengths,
            Part.BALANCE: self.balance,
        }
        return [_reached(row, number) for number, row in enumerate(parts[part](shown))]


def _reached(row: Row, number: int) -> Row:
    """A figure has a place for the cursor, so that one gets to what is out of sight."""
    figure = row.text and row.style != "bold" and not row.id
    return row._replace(id=f"row:{number}") if figure else row
