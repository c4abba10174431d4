"""The hour at which the person means to begin, told once a day and only while it is of use."""

import re
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple

_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OF_USE = timedelta(hours=2)
"""Later than so long after the hour nothing is said: the day has taken another turn."""


class Nudge(NamedTuple):
    """When a person means to begin."""

    hour: int
    minute: int
    weekdays: frozenset[str]

    @property
    def words(self) -> str:
        """The time of day, as `09:00`."""
        return f"{self.hour:02}:{self.minute:02}"

    def due(self, local: datetime) -> bool:
        """Whether it is worth telling at a moment of the person's own zone."""
        at = local.replace(hour=self.hour, minute=self.minute, second=0, microsecond=0)
        return _WEEKDAYS[local.weekday()] in self.weekdays and at <= local < at + OF_USE


def nudge(at: str, weekdays: Collection[str]) -> Nudge | None:
    """What the settings say; None where there is no hour, or no day."""
    found = _TIME.fullmatch(at.strip())
    if found is None or not weekdays:
        return None
    return Nudge(int(found[1]), int(found[2]), frozenset(weekdays))


def is_time_of_day(value: object) -> bool:
    """Whether it is a time as `09:00`, or an empty text."""
    return isinstance(value, str) and (not value or _TIME.fullmatch(value) is not None)
