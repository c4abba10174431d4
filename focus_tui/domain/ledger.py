"""The account of a day: every moment in which the app took part has one name, and one only."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain.durations import shares
from focus_tui.domain.interval import Interval
from focus_tui.domain.session import Outcome, Session
from focus_tui.domain.spans import What


class Part(StrEnum):
    """What a moment was."""

    FOCUS = "focus"
    OVERTIME = "overtime"
    PAUSE = "pause"
    BREAK = "break"
    OVERRUN = "overrun"
    AWAY = "away"
    OUTSIDE = "outside"
    """No interval ran."""


_PARTS = {what: Part.AWAY if what is What.GAP else Part(what) for what in What}
"""A gap is away for as long as nobody has said otherwise."""


class Entry(NamedTuple):
    """A stretch of the day; both ends are UTC milliseconds."""

    from_ms: int
    to_ms: int
    part: Part
    id: str = ""
    """The interval that it belongs to; none for what is outside."""
    void: bool = False
    """Whether that does not count."""

    @property
    def ms(self) -> int:
        """How long it was."""
        return self.to_ms - self.from_ms


Ledger = tuple[Entry, ...]


def ledger(intervals: Iterable[Session | Interval], begins_ms: int, ends_ms: int) -> Ledger:
    """The account from one instant (UTC milliseconds) to another, without a hole.

    It ends later where an interval does: a day lasts as long as the session that crosses its end.
    Where two intervals overlap (a clock that was set back, two devices), the moment belongs to the
    one that began first.
    """
    entries: list[Entry] = []
    at = begins_ms
    for each in sorted(intervals, key=lambda each: (each.started.at_ms, each.id)):
        if each.started.at_ms > at:
            entries.append(Entry(at, each.started.at_ms, Part.OUTSIDE))
            at = each.started.at_ms
        void = isinstance(each, Session) and each.outcome is Outcome.VOID
        ends = each.started.at_ms
        for what, ms in each.spans:
            ends += ms
            if ends > at:
                entries.append(Entry(at, ends, _PARTS[what], each.id, void))
                at = ends
    if ends_ms > at:
        entries.append(Entry(at, ends_ms, Part.OUTSIDE))
    return tuple(entries)


def sums(of: Ledger) -> dict[Part, int]:
    """Milliseconds of each part, in the order of `Part`; together they are the time that passed."""
    return {part: sum(each.ms for each in of if each.part is part) for part in Part}


def told(of: Ledger) -> Iterator[tuple[Part, int]]:
    """The parts that there are as they are shown, in milliseconds: `durations.shares` of them."""
    parts = sums(of)
    for part, ms in zip(parts, shares(tuple(parts.values())), strict=True):
        if ms:
            yield part, ms


def void_ms(of: Ledger) -> int:
    """How much of it does not count."""
    return sum(each.ms for each in of if each.void)
