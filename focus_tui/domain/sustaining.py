"""Whether the work can go on like this, as far as the person's own inputs say.

The formula stands in docs/insights.md, with what is known and what is only a rule of thumb.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.insights import Insights

LEAST_DAYS = 3
"""A range in which less was worked says too little."""
LEAST_ANSWERS = 3
LEAST_BREAKS = 5
TIRED = 3.0
"""Energy below the middle."""
FALLEN = 0.5
STRETCHED, TOO_MUCH = 2, 4
"""From so many points on."""


class Level(StrEnum):
    """How it looks."""

    STEADY = "steady"
    STRETCHED = "stretched"
    TOO_MUCH = "too much"


class Sign(NamedTuple):
    """One thing that it is read from."""

    words: str
    points: int
    """From 0 to 2: how much it speaks against going on like this."""
    asked: str = ""
    """What finds the sessions that it counts in the log."""


class Sustained(NamedTuple):
    """How a range of days looks."""

    level: Level | None
    """None where there is too little to say."""
    signs: tuple[Sign, ...]

    @property
    def points(self) -> int:
        """Those of all signs."""
        return sum(sign.points for sign in self.signs)


def sustained(now: Insights, before: Insights | None) -> Sustained:
    """A range of days; `before` is the one before it, for how the energy was then."""
    days = sum(day.focused_ms > 0 for day in now.days)
    if days < LEAST_DAYS:
        return Sustained(None, ())
    signs = (_over_limit(now, days), _beyond(now, days), _breaks(now), _energy(now, before))
    found = Sustained(None, tuple(sign for sign in signs if sign))
    return found._replace(level=_level(found.points))


def lighter(weeks: Iterable[Level | None]) -> str:
    """What the last two weeks suggest for the next one; empty where it is nothing."""
    bad = [level for level in weeks if level in (Level.STRETCHED, Level.TOO_MUCH)]
    if len(bad) < 2:
        return ""
    return "Two weeks in a row took more than they gave back: plan a lighter one."


def _level(points: int) -> Level:
    if points >= TOO_MUCH:
        return Level.TOO_MUCH
    return Level.STRETCHED if points >= STRETCHED else Level.STEADY


def _points(part: int, whole: int, some: tuple[int, int], much: tuple[int, int]) -> int:
    """How many of the two shares, each as (part, whole), are reached."""
    return sum(part * share[1] >= whole * share[0] for share in (some, much))


def _over_limit(now: Insights, days: int) -> Sign:
    over = now.over_limit_days
    by = f", by {spoken(now.over_limit_ms)} in all" if over else ""
    words = f"{over} of {plural(days, 'day')} over the limit{by}"
    return Sign(words, _points(over, days, (1, 5), (1, 2)), "is:past-limit")


def _beyond(now: Insights, days: int) -> Sign:
    words = f"{plural(now.beyond, 'session')} begun past the day's end"
    return Sign(words, _points(now.beyond, days, (1, 5), (1, 2)), "is:beyond")


def _breaks(now: Insights) -> Sign | None:
    if now.breaks < LEAST_BREAKS:
        return None
    words = f"{now.overrun_breaks} of {plural(now.breaks, 'break')} ran long"
    return Sign(words, _points(now.overrun_breaks, now.breaks, (1, 3), (2, 3)), "is:overrun")


def _energy(now: Insights, before: Insights | None) -> Sign | None:
    mean = _mean(now)
    if mean is None:
        return None
    then = _mean(before) if before else None
    words = f"energy {mean:.1f} of 5"
    if then is not None:
        words += f", {then:.1f} before"
    fell = then is not None and then - mean >= FALLEN
    return Sign(words, int(mean < TIRED) + int(fell))


def _mean(of: Insights) -> float | None:
    """Of the answers to how the energy was; None where there are too few."""
    said = [day.energy for day in of.days if day.energy is not None]
    return sum(said) / len(said) if len(said) >= LEAST_ANSWERS else None
