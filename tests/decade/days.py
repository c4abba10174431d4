"""Which days of the decade are worked on, how much, and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from focus_tui.domain.calendar import Calendar

DAYS = 3_653
HOME, AWAY = "Europe/Paris", "Asia/Tokyo"
_STAY = range(1_700, 1_870)
"""Days before the last one that were spent in the other zone."""
_LONG_ILLNESS = range(2_600, 2_635)
_HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Plan:
    """A day as it is going to be."""

    on: date
    zone: str
    sessions: int
    late: bool
    """In the night instead of by day, over midnight and what a clock change skips or repeats."""


def plans(random: Random, until: date, sessions: int, every: int) -> Iterator[Plan]:
    """The days with something in them, `sessions` in all; of the weeks only each `every`th."""
    lived = [
        day
        for before in range(DAYS - 1, -1, -1)
        if before // 7 % every == 0 and (day := _day(random, until - timedelta(before), before))
    ]
    whole = sum(weight for _, _, weight, _ in lived)
    done, sum_so_far = 0, 0.0
    for on, zone, weight, late in lived:
        sum_so_far += weight
        count = round(sessions * sum_so_far / whole) - done
        done += count
        if count:
            yield Plan(on, zone, count, late)


def _day(random: Random, on: date, before: int) -> tuple[date, str, float, bool] | None:
    """The day with its weight, drawn so that each day takes as many numbers."""
    chance, late_chance, more = random.random(), random.random(), random.random()
    zone = AWAY if before in _STAY else HOME
    if before == 0:
        return on, zone, 0.2, False  # today has only begun
    if before > 3 and _is_off(on, before, chance):
        return None
    late = late_chance < 0.02 or _clock_changes(on, zone)
    weight = 0.4 if late else 0.75 + more * 0.5
    if on.weekday() >= 5:
        weight *= 0.3 if not late else 1
    return on, zone, weight * _pace(on, before), late


def _is_off(on: date, before: int, chance: float) -> bool:
    """A holiday, or ill, or no mind to do anything."""
    summer = date(on.year, 7, 20) + timedelta(on.year * 5 % 17)
    christmas = (on.month, on.day) in {(12, 24), (12, 25), (12, 26)}
    between = (on.month == 12 and on.day > 26) or (on.month == 1 and on.day < 3)
    new_year = between and on.year % 3 != 0
    ill = before % 131 < 3 + before // 131 % 4
    away = summer <= on < summer + timedelta(22) or christmas or new_year
    return away or ill or before in _LONG_ILLNESS or chance < 0.06


def _pace(on: date, before: int) -> float:
    """Slow at the very beginning, and each January."""
    begun = DAYS - before
    slow = min(1.0, 0.25 + begun / 110)
    return slow * (0.6 if on.month == 1 and on.day < 15 else 1.0)


def _clock_changes(on: date, zone: str) -> bool:
    """Whether the day, from its boundary to the next, is not of 24 hours."""
    calendar = Calendar()
    if on.month not in (3, 10) or on.day < 20:
        return False
    return calendar.ends(str(on), zone) - calendar.begins(str(on), zone) != 24 * _HOUR_MS
