"""The day drawn as a row of cells: what most of each cell's time was."""

from collections.abc import Iterator
from typing import NamedTuple

from focus_tui.domain.day import Day
from focus_tui.domain.interval import Interval
from focus_tui.domain.session import Outcome, Session
from focus_tui.domain.spans import What

_SHOWN = {
    What.FOCUS: What.FOCUS,
    What.OVERTIME: What.OVERTIME,
    What.BREAK: What.BREAK,
    What.OVERRUN: What.BREAK,
}


class Stretch(NamedTuple):
    """A piece of the day; both ends are UTC milliseconds."""

    from_ms: int
    to_ms: int
    what: What


def stretches(day: Day, running: Interval | None) -> Iterator[Stretch]:
    """The day's focus, overtime and breaks in order; voided sessions and pauses leave no trace."""
    for session in day.sessions:
        if session.outcome is not Outcome.VOID:
            yield from _of(session)
    if running is not None:
        yield from _of(running)


def _of(interval: Session | Interval) -> Iterator[Stretch]:
    at = interval.started.at_ms
    for what, ms in interval.spans:
        if what in _SHOWN:
            yield Stretch(at, at + ms, _SHOWN[what])
        at += ms


def cells(
    pieces: tuple[Stretch, ...], from_ms: int, to_ms: int, count: int
) -> tuple[What | None, ...]:
    """What each of `count` equal cells between two instants shows; None for nothing."""
    length = (to_ms - from_ms) / count
    filled: list[dict[What, float]] = [{} for _ in range(count)]
    for piece in pieces:
        first = max(0, int((piece.from_ms - from_ms) / length))
        last = min(count - 1, int((piece.to_ms - 1 - from_ms) / length))
        for index in range(first, last + 1):
            start = from_ms + index * length
            covered = min(piece.to_ms, start + length) - max(piece.from_ms, start)
            if covered > 0:
                cell = filled[index]
                cell[piece.what] = cell.get(piece.what, 0) + covered
    return tuple(_fills(cell, length) for cell in filled)


def _fills(cell: dict[What, float], length: float) -> What | None:
    """A break shows wherever it is a fair part, so that two sessions don't melt into one."""
    if sum(cell.values()) <= length / 3:
        return None
    if cell.get(What.BREAK, 0) >= length / 4:
        return What.BREAK
    return max(cell, key=lambda what: cell[what])
