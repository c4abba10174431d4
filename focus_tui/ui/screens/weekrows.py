"""The rows of all weeks, and of what was found in them."""

from collections.abc import Sequence

from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.reflection import MOST, Part
from focus_tui.domain.text import clipped
from focus_tui.domain.week import Week
from focus_tui.services.lookback import PastWeek, Said
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.widgets.itemlist import Row

WEEK = "week:"
SAID = "said:"
FIGURES_FROM, WINS_FROM = 56, 90
"""From so many cells on there is room for a week's figures, and for its first win."""
NAMES = {
    Part.INTENDED: "Intended",
    Part.DID: "Did",
    Part.WON: "Won",
    Part.HOW: "How was it",
    Part.LEARNED: "Learned",
    Part.CHANGE: "Change",
    Part.NEXT: "Next week",
}
"""What each part of a review is called."""


class WeekRows:
    """Draws weeks with one set of signs."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs
        self.beside: Week | None = None
        """The one that another is to be put beside."""

    def row(self, each: PastWeek, width: int) -> Row:
        """A week: its days, its figures, its first win."""
        sign = self._glyphs.done if each.finished else self._glyphs.open
        year = each.week.last_on[:4]
        head = f"{each.week.named()} {year}"
        text = head
        if width >= WINS_FROM and each.first_win:
            text = f"{head:20}   {clipped(each.first_win, width - 70)}"
        return Row(
            text,
            id=WEEK + each.week.first_on,
            left=f"{sign} ",
            right=self._figures(each, width),
            marked=each.week == self.beside,
        )

    def _figures(self, each: PastWeek, width: int) -> str:
        hours = f"{spoken(each.focused_ms):>7}"
        if width < FIGURES_FROM:
            return hours
        kept = f"{each.kept} of {each.promised} kept" if each.promised else ""
        energy = self._glyphs.done * (each.energy or 0) if each.energy else ""
        return f"{kept:>12}  {energy:{MOST}}  {each.sessions:>3}  {hours}"

    def found(self, said: Sequence[Said]) -> list[Row]:
        """What was said, each with its week."""
        rows = [Row(plural(len(said), "line") + " found", style="$quiet"), Row()]
        for number, each in enumerate(said):
            where = f"{NAMES[each.part]} {self._glyphs.dot} {each.week.named()}"
            where += f" {each.week.last_on[:4]}"
            text = " ".join(each.text.split())
            rows.append(Row(text, id=f"{SAID}{number}", right=where))
        return rows
