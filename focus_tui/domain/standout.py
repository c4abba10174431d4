"""What stands out in a range of days: plain counts, told where they rest on enough.

How much is enough stands in docs/insights.md. That two figures differ does not say why.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from focus_tui.domain.durations import spoken
from focus_tui.domain.insights import Energy, Insights, When, hours_named
from focus_tui.domain.logquery import term, weekday_term
from focus_tui.domain.week import WEEKDAYS

LEAST_ANSWERS = 10
"""An hour or a weekday with fewer answers says nothing."""
APART_PERCENT = 20
"""By so many points the best and the least one must differ."""
LEAST_TIMES = 5
LEAST_PERCENT = 10
"""A word must have come so often, and so often of all interruptions."""
LEAST_DAYS = 5
MORE_PERCENT = 25
"""On days of one energy there must be so much more focus than on days of the other."""
LOW, HIGH = (1, 2), (4, 5)


class StandsOut(NamedTuple):
    """One thing."""

    words: str
    figure: str
    asked: str
    """What finds the sessions that it rests on in the log."""


def stands_out(shown: Insights) -> tuple[StandsOut, ...]:
    """All that does; voided sessions count for nothing."""
    found = (
        _held(shown.hours, hours_named, "from ", lambda hour: f"hour:{hour}"),
        _held(shown.weekdays, _days, "on ", weekday_term),
        _word(shown),
        _energy(shown),
    )
    return tuple(each for each in found if each)


def _days(weekday: int) -> str:
    return f"{WEEKDAYS[weekday]}s"


def _held(
    each: Sequence[When], named: Callable[[int], str], at: str, asked: Callable[[int], str]
) -> StandsOut | None:
    """When focus held best, by the share of sessions that were answered "yes", and when least."""
    enough = [number for number, when in enumerate(each) if when.answers >= LEAST_ANSWERS]
    if len(enough) < 2:
        return None
    share = {number: each[number].yes / each[number].answers for number in enough}
    best = max(enough, key=lambda number: (share[number], -number))
    least = min(enough, key=lambda number: (share[number], number))
    if round(100 * (share[best] - share[least])) < APART_PERCENT:
        return None

    def figure(number: int) -> str:
        return f"{round(100 * share[number])} % of {each[number].answers}"

    told = f"{figure(best)}, least {named(least)}: {figure(least)}"
    return StandsOut(f"Focus held best {at}{named(best)}", told, asked(best))


def _word(shown: Insights) -> StandsOut | None:
    """What came between most often, of what was noted."""
    came = sum(hour.internal + hour.external for hour in shown.hours)
    if not shown.words:
        return None
    word, times = shown.words[0]
    if times < LEAST_TIMES or 100 * times < LEAST_PERCENT * came:
        return None
    return StandsOut(
        f"Most often between: {word}",
        f"{times} of {came} interruptions",
        term("interrupted", word),
    )


def _energy(shown: Insights) -> StandsOut | None:
    """Whether days of low energy or of high energy held more focus."""
    low, high = (_together(shown, levels) for levels in (LOW, HIGH))
    if min(low.days, high.days) < LEAST_DAYS:
        return None
    low_ms, high_ms = low.focused_ms // low.days, high.focused_ms // high.days
    less, more = sorted((low_ms, high_ms))
    if not more or 100 * more < (100 + MORE_PERCENT) * less:
        return None
    levels, name, other = (LOW, "low", "high") if low_ms == more else (HIGH, "high", "low")
    return StandsOut(
        f"Days of {name} energy held more focus",
        f"{spoken(more)} a day, of {other} energy {spoken(less)}",
        " ".join(f"energy:{level}" for level in levels),
    )


def _together(shown: Insights, levels: Sequence[int]) -> Energy:
    said = [each for each in shown.energies if each.energy in levels]
    return Energy(0, sum(each.days for each in said), sum(each.focused_ms for each in said))
