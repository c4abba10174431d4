"""The day as a strip of blocks on its hours, under a line with its date and sums."""

from datetime import datetime, timedelta, timezone

from textual.content import Content

from focus_tui.domain.calendar import local_time
from focus_tui.domain.dayend import of_limit
from focus_tui.domain.durations import HOUR_MS, MINUTE_MS, day, plural, spoken
from focus_tui.domain.ledger import Entry, Ledger, Part
from focus_tui.domain.strip import cells
from focus_tui.services.present import Present
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.widgets.drawn import Drawn, lines

MORNING_H = 8
EVENING_H = 22


class DayStrip(Drawn):
    """Three lines: date and sums, the hours, the blocks."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._present: Present | None = None
        self._shown: tuple[object, ...] = ()

    def show(self, present: Present) -> None:
        """Draw this moment's day; within a minute nothing on it moves."""
        minute = present.reading.wall_ms // MINUTE_MS
        shown = (minute, present.day.on, present.day.sessions, present.state, present.limit_ms)
        self._present = present
        if shown != self._shown:
            self._shown = shown
            self.repaint()

    def draw(self) -> Content:
        """The three lines at the present width."""
        if self._present is None:
            return Content("")
        present, width = self._present, self.size.width
        return lines(heading(present, width), *self._hours(present, width))

    def _hours(self, present: Present, width: int) -> tuple[Content, Content]:
        pieces = tuple(each for each in present.ledger if _leaves_a_trace(each))
        begins, first, last = _frame(present, pieces)
        per_hour = max(1, min(width // (last - first), 8))
        count = per_hour * (last - first)
        from_ms = begins + first * HOUR_MS
        filled = cells(pieces, from_ms, from_ms + (last - first) * HOUR_MS, count)
        now = (present.reading.wall_ms - from_ms) * count // ((last - first) * HOUR_MS)
        step = 1 if per_hour >= 3 else 2
        hours = "".join(f"{hour % 24:<{per_hour * step}}" for hour in range(first, last, step))
        blocks = (self._block(part, index == now) for index, part in enumerate(filled))
        return Content.styled(hours[:width], "$quiet"), Content.assemble(*blocks)

    def _block(self, part: Part | None, now: bool) -> tuple[str, str]:
        return (self._glyphs.now, "$foreground") if now else block(part, self._glyphs)


def block(part: Part | None, glyphs: Glyphs) -> tuple[str, str]:
    """The sign of what a cell's time was, and its style."""
    return {
        Part.FOCUS: (glyphs.focus_block, "$phase-focus"),
        Part.OVERTIME: (glyphs.focus_block, "$phase-over"),
        Part.PAUSE: (glyphs.pause_block, "$quiet"),
        Part.BREAK: (glyphs.rest_block, "$phase-break"),
        Part.OVERRUN: (glyphs.rest_block, "$phase-break"),
        Part.AWAY: (glyphs.away_block, "$quiet"),
    }.get(part or Part.OUTSIDE, (glyphs.dot, "$faint"))


def _leaves_a_trace(entry: Entry) -> bool:
    return entry.part is not Part.OUTSIDE and not entry.void


def heading(present: Present, width: int) -> Content:
    """The date at the left, what was done at the right."""
    left = day(present.day.on)
    sums = of_limit(present.day.focused_ms, present.limit_ms)
    right = f"{plural(present.day.count, 'session')} · {sums}"
    over = present.day.overrun_ms // MINUTE_MS * MINUTE_MS
    breaks = f" · breaks {spoken(over)} over" if over else ""
    if len(left) + len(right) + len(breaks) + 2 <= width:
        right += breaks
    if len(left) + len(right) + 2 > width:
        return Content.styled(right[:width], "$quiet")
    gap = " " * (width - len(left) - len(right))
    return Content.assemble((left, ""), gap, (right, "$quiet"))


def _frame(present: Present, pieces: Ledger) -> tuple[int, int, int]:
    """The day's beginning in UTC milliseconds, and the hours after it that the strip spans."""
    offset = local_time(present.reading.wall_ms, present.zone).utcoffset()
    midnight = datetime.fromisoformat(present.day.on).replace(
        tzinfo=timezone(offset or timedelta())
    )
    begins_ms = int(midnight.timestamp() * 1000)
    moments = [present.reading.wall_ms]
    for piece in pieces:
        moments += [piece.from_ms, piece.to_ms - 1]
    hours = [(moment - begins_ms) // HOUR_MS for moment in moments]
    return begins_ms, min(MORNING_H, *hours), max(EVENING_H, max(hours) + 1)
