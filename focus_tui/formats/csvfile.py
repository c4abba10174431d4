"""The data of a picture as a table of comma-separated values, for a spreadsheet.

Durations are milliseconds, days `2026-11-23`; of what a person typed, control characters are made
visible.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from focus_tui.domain.insights import DayShown, Energy, Insights, Promising, When
from focus_tui.domain.text import visible

Row = tuple[object, ...]


class Chart(StrEnum):
    """What there is a picture of."""

    DAYS = "days"
    GOALS = "goals"
    """Over time: a row for each goal and stretch."""
    HOURS = "hours"
    WEEKDAYS = "weekdays"
    """Monday is 1."""
    LENGTHS = "lengths"
    PROMISING = "promising"
    """Planned against done, by weeks."""
    ENERGIES = "energies"
    INTERRUPTIONS = "interruptions"
    """By kind and hour."""
    WORDS = "words"
    """What was noted with them."""


def write(shown: Insights, chart: Chart) -> str:
    """The table; its first row has the names of the columns, and what is not known is empty."""
    written = io.StringIO()
    table = csv.writer(written)
    names, rows = _TABLES[chart]
    table.writerow(names)
    table.writerows(map(_safe, rows(shown)))
    return written.getvalue()


def _safe(row: Row) -> Row:
    return tuple(visible(each) if isinstance(each, str) else each for each in row)


def _goals(shown: Insights) -> Iterator[Row]:
    for goal in shown.goals:
        for first_on, ms in zip(shown.buckets, goal.buckets_ms, strict=True):
            yield goal.id, goal.title, first_on, ms, goal.consistency


def _hours(shown: Insights) -> Iterator[Row]:
    return ((hour, *when) for hour, when in enumerate(shown.hours))


def _weekdays(shown: Insights) -> Iterator[Row]:
    return ((weekday, *when) for weekday, when in enumerate(shown.weekdays, 1))


def _interruptions(shown: Insights) -> Iterator[Row]:
    return ((hour, when.internal, when.external) for hour, when in enumerate(shown.hours))


_TABLES: dict[Chart, tuple[tuple[str, ...], Callable[[Insights], Iterable[Row]]]] = {
    Chart.DAYS: (DayShown._fields, lambda shown: shown.days),
    Chart.GOALS: (("goal_id", "goal", "first_on", "focused_ms", "consistency"), _goals),
    Chart.HOURS: (("hour", *When._fields), _hours),
    Chart.WEEKDAYS: (("weekday", *When._fields), _weekdays),
    Chart.LENGTHS: (("from_min", "sessions"), lambda shown: shown.lengths),
    Chart.PROMISING: (Promising._fields, lambda shown: shown.promising),
    Chart.ENERGIES: (Energy._fields, lambda shown: shown.energies),
    Chart.INTERRUPTIONS: (("hour", "internal", "external"), _interruptions),
    Chart.WORDS: (("words", "times"), lambda shown: shown.words),
}
