"""Two ranges of days, or two lengths of sessions, side by side.

These are plain figures: that two of them differ does not say why.
"""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain.dayfacts import DayFacts
from focus_tui.domain.durations import spoken
from focus_tui.domain.insights import Insights

LEAST = 5
"""What rests on fewer days, or fewer answers, is too little to say anything."""
TOO_LITTLE = "too little to say"


class Unit(StrEnum):
    """What a figure is counted in."""

    SHARE = "share"
    """From 0 to 1."""
    NUMBER = "number"
    LEVEL = "level"
    """From 1 to 5."""
    TIME = "time"
    """Milliseconds."""


class Compared(NamedTuple):
    """One figure of both sides."""

    name: str
    unit: Unit
    left: float | None
    """None where there is nothing to make it of."""
    right: float | None
    left_days: int
    """How many days it rests on."""
    right_days: int
    enough: bool
    """Whether both sides rest on enough."""

    @property
    def words(self) -> tuple[str, str]:
        """The left and the right one, as `82 %`, `0.7`, `3.4 of 5`, `2 h 05`."""
        if self.left is None or self.right is None or not self.enough:
            return TOO_LITTLE, TOO_LITTLE
        return in_words(self.left, self.unit), in_words(self.right, self.unit)


class Side(NamedTuple):
    """What one side comes to. Voided sessions are in nothing of it."""

    days: int
    """On how many something was focused."""
    begun: int
    """Sessions."""
    finished: int
    """How many of them reached their plan."""
    yes: int
    """How many were answered "focused: yes"."""
    answered: int
    interruptions: int
    energies: tuple[int, ...]
    """The answers, one for each day that has one."""
    shown_up: int
    """On how many days a session was finished."""
    shown_up_ms: int
    """What was focused on them."""
    focused_ms: int


class _Figure(NamedTuple):
    name: str
    unit: Unit
    sum: int
    of: int
    days: int
    least: int
    """The fewest of what it rests on."""


def in_words(figure: float, unit: Unit) -> str:
    """A figure as people read it."""
    match unit:
        case Unit.SHARE:
            return f"{round(100 * figure)} %"
        case Unit.NUMBER:
            return f"{figure:.1f}"
        case Unit.LEVEL:
            return f"{figure:.1f} of 5"
    return spoken(round(figure))


def compared(one: Insights, other: Insights) -> tuple[Compared, ...]:
    """Two ranges."""
    return beside(of_range(one), of_range(other))


def beside(left: Side, right: Side) -> tuple[Compared, ...]:
    """Each figure of two sides."""
    return tuple(
        Compared(
            one.name,
            one.unit,
            one.sum / one.of if one.of else None,
            other.sum / other.of if other.of else None,
            one.days,
            other.days,
            min(one.least, other.least) >= LEAST,
        )
        for one, other in zip(_figures(left), _figures(right), strict=True)
    )


def _figures(side: Side) -> tuple[_Figure, ...]:
    days, said = side.days, len(side.energies)
    answers, shown_up = min(days, side.answered), side.shown_up
    return (
        _Figure("Finished", Unit.SHARE, side.finished, side.begun, days, days),
        _Figure("Focused: yes", Unit.SHARE, side.yes, side.answered, days, answers),
        _Figure("Interruptions", Unit.NUMBER, side.interruptions, side.begun, days, days),
        _Figure("Energy", Unit.LEVEL, sum(side.energies), said, said, said),
        _Figure("A day", Unit.TIME, side.shown_up_ms, shown_up, shown_up, shown_up),
        _Figure("A session", Unit.TIME, side.focused_ms, side.begun, days, days),
    )


def of_range(shown: Insights) -> Side:
    """A range of days."""
    up = [day for day in shown.days if day.sessions]
    return Side(
        days=sum(day.focused_ms > 0 for day in shown.days),
        begun=shown.sessions + shown.early + shown.abandoned,
        finished=shown.sessions,
        yes=sum(hour.yes for hour in shown.hours),
        answered=sum(hour.answers for hour in shown.hours),
        interruptions=sum(hour.internal + hour.external for hour in shown.hours),
        energies=tuple(day.energy for day in shown.days if day.energy is not None),
        shown_up=len(up),
        shown_up_ms=sum(day.focused_ms for day in up),
        focused_ms=shown.focused_ms,
    )


def of_length(days: Iterable[DayFacts], planned_min: int) -> Side:
    """The sessions of some days that were planned to take so long, and how those days were."""
    found = [(day, plan) for day in days for plan in day.plans if plan.planned_min == planned_min]
    plans = [plan for _, plan in found]
    up = [plan for plan in plans if plan.done]
    return Side(
        days=sum(plan.focused_ms > 0 for plan in plans),
        begun=sum(plan.done + plan.short for plan in plans),
        finished=sum(plan.done for plan in plans),
        yes=sum(plan.yes for plan in plans),
        answered=sum(plan.yes + plan.partly + plan.no for plan in plans),
        interruptions=sum(plan.interruptions for plan in plans),
        energies=tuple(day.energy for day, _ in found if day.energy is not None),
        shown_up=len(up),
        shown_up_ms=sum(plan.focused_ms for plan in up),
        focused_ms=sum(plan.focused_ms for plan in plans),
    )


def planned_lengths(days: Iterable[DayFacts]) -> tuple[tuple[int, int], ...]:
    """For how many minutes sessions were planned, and how many of them: the most frequent first."""
    found = Counter[int]()
    for day in days:
        for plan in day.plans:
            found[plan.planned_min] += plan.done + plan.short
    return tuple(sorted(found.items(), key=lambda each: (-each[1], each[0])))
