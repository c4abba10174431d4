"""Which backups are kept: many of the last day, then one a day, a week and a month."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime

DAY_MS = 24 * 3_600_000
NEWEST = 10
"""So many at most are kept of the day before the newest one."""
DAYS = 7
WEEKS = 4
MONTHS = 12

Slot = tuple[int, ...]


def kept(made_at: Iterable[int]) -> frozenset[int]:
    """The instants, UTC in milliseconds, of the backups to keep.

    The newest of each of the last days, weeks (from Monday on) and months that have any, all UTC;
    days and weeks without a backup don't count.
    """
    newest_first = sorted(set(made_at), reverse=True)
    if not newest_first:
        return frozenset()
    found = {each for each in newest_first[:NEWEST] if each > newest_first[0] - DAY_MS}
    for count, kind in ((DAYS, 0), (WEEKS, 1), (MONTHS, 2)):
        of_slot: dict[Slot, int] = {}
        for each in newest_first:
            of_slot.setdefault(slots(each)[kind], each)
        found |= set(list(of_slot.values())[:count])
    return frozenset(found)


def let_go(made_at: Iterable[int], is_good: Callable[[int], bool]) -> frozenset[int]:
    """Those to delete: none that would be kept if there were only the good ones.

    A damaged one stands for nothing and goes when its time is over. Whether one is good costs a
    look at it, so `is_good` is asked of as few as possible, the newest first.
    """
    there = frozenset(made_at)
    keeps = kept(there)
    leaving = there - keeps
    good: set[int] = set()
    for each in sorted(keeps, reverse=True):
        # More good ones never bring back one that is not kept among fewer.
        if not leaving & kept(good | leaving):
            return leaving
        if is_good(each):
            good.add(each)
    damaged: set[int] = set()
    while spared := leaving & kept(good | leaving - damaged):
        if not (worse := {each for each in spared if not is_good(each)}):
            break
        damaged |= worse
    return leaving - spared


def slots(at_ms: int) -> tuple[Slot, Slot, Slot]:
    """The day, the week and the month that a backup stands for."""
    on: date = datetime.fromtimestamp(at_ms / 1000, UTC).date()
    return (on.toordinal(),), on.isocalendar()[:2], (on.year, on.month)
