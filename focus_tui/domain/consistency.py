"""How steadily something is done: a score that decays and recovers, and never falls to zero.

The formula is that of Loop Habit Tracker (its `Score.kt` and `ScoreList.kt`): each day the score
moves towards what the last days held of the cadence, by 1 - 0.5 ^ (sqrt(frequency) / 13), where
frequency is what is wanted per day. What is done each day has a half-life of 13 days, what is done
once a week one of 34.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from math import sqrt

from focus_tui.domain.inputs import Input, Measure, Worked, done_of

WEEK = 7
_HALF_LIFE = 13.0


def step(frequency: float, before: float, held: float) -> float:
    """The score after one more day that held so much of what was wanted, all from 0 to 1."""
    weight: float = 0.5 ** (sqrt(frequency) / _HALF_LIFE)
    return before * weight + held * (1 - weight)


def steadiness(
    cadence: Input, rows: Iterable[Worked], last_on: str, today: str, off: Collection[str]
) -> int | None:
    """The score, from 0 to 100, on a local day, of all that was done up to it; None before that."""
    days: dict[str, list[Worked]] = {}
    for row in rows:
        if row.on <= last_on:
            days.setdefault(row.on, []).append(row)
    if not days:
        return None
    amounts = {on: done_of(cadence, held) for on, held in days.items()}
    if last_on == today and not amounts.get(today):
        # A day that is not over holds it back only once it is.
        last_on = str(date.fromisoformat(today) - timedelta(1))
    return score(cadence, amounts, min(amounts), last_on, off)


def score(
    cadence: Input, amounts: Mapping[str, int], first_on: str, last_on: str, off: Collection[str]
) -> int:
    """The score from 0 to 100 on the last of these local days.

    `amounts` are what each day held, in the cadence's own measure: of days, 1 for one that counts.
    Sessions and minutes are summed over 7 days; days, unless they are all seven, over 14 against
    twice the cadence, as Loop does, so that it may be another weekday each week. A day off leaves
    the score alone, and unlike Loop's also the days that are summed: after a holiday all goes on
    as before it.
    """
    days = cadence.measure in (Measure.DAYS, Measure.EARLY_DAYS)
    frequency = min(1.0, cadence.count / WEEK) if days else 1 / WEEK
    weeks = 0 if days and frequency == 1.0 else 2 if days else 1
    window, wanted = (weeks * WEEK, weeks * cadence.count) if weeks else (1, 1)
    now, last = date.fromisoformat(first_on), date.fromisoformat(last_on)
    value, held, recent = 0.0, 0, [0] * window
    while now <= last:
        amount = amounts.get(str(now), 0)
        if str(now) in off:
            recent[-1] += amount
            held += amount
        else:
            recent.append(amount)
            held += amount - recent.pop(0)
            value = step(frequency, value, min(1.0, held / wanted))
        now += timedelta(1)
    return round(100 * value)
