"""A day's account: one bar, and what each moment of it was."""

from collections.abc import Iterator

from textual.content import Content

from focus_tui.domain.calendar import clock_time
from focus_tui.domain.durations import SECOND_MS, day, spoken
from focus_tui.domain.ledger import Ledger, Part, told, void_ms
from focus_tui.domain.strip import cells
from focus_tui.services.present import Present
from focus_tui.ui.dialogs.pages import PageDialog
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.widgets.daystrip import block

WIDEST = 72
AROUND = 8
"""Cells of a dialog beside what it shows."""


class AccountDialog(PageDialog):
    """The account as it was when it was opened."""

    def __init__(self, present: Present) -> None:
        super().__init__(f"The account of {day(present.day.on)}")
        self._present = present

    def text(self) -> Content:
        """The bar over the sums."""
        width = min(WIDEST, self.app.size.width - AROUND)
        rows = account(self._present.ledger, self._present.zone, self.host.glyphs, width)
        return Content("\n").join(rows)


def account(of: Ledger, zone: str, glyphs: Glyphs, width: int) -> Iterator[Content]:
    """The bar from the first interval on, then the sum of each part; these sum to the whole."""
    inside = [each for each in of if each.part is not Part.OUTSIDE]
    if inside:
        yield bar(of, inside[0].from_ms, of[-1].to_ms, zone, glyphs, width)
        yield Content("")
    for part, ms in told(of):
        yield row(block(part, glyphs), str(part).capitalize(), ms)
    since = f"since {clock_time(of[0].from_ms, zone)}" if of else ""
    yield row((" ", ""), "In all", sum(each.ms for each in of), since)
    if (void := void_ms(of)) >= SECOND_MS:
        yield row((" ", ""), "Void", void, "of it does not count")


def row(sign: tuple[str, str], name: str, ms: int, more: str = "") -> Content:
    """A sign, what it is, and how long."""
    return Content.assemble(
        sign, (f" {name:<10}", "$quiet"), f"{spoken(ms):>8}", (f"  {more}", "$quiet")
    )


def bar(of: Ledger, from_ms: int, to_ms: int, zone: str, glyphs: Glyphs, width: int) -> Content:
    """What the time between two instants was, in order, between their times of day."""
    ends = [(clock_time(at, zone), "$quiet") for at in (from_ms, to_ms)]
    filled = cells(of, from_ms, to_ms, max(1, width - 12)) if to_ms > from_ms else ()
    return Content.assemble(ends[0], " ", *(block(part, glyphs) for part in filled), " ", ends[1])
