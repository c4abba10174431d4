"""Days on which nobody means to work."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

LONGEST_DAYS = 366


class DaysOff(NamedTuple):
    """A document of `daysoff`: from one local day to another, both of them too."""

    id: str
    first_on: str
    last_on: str
    why: str = ""
    deleted_at: int | None = None

    @property
    def days(self) -> tuple[str, ...]:
        """Each of them."""
        first = date.fromisoformat(self.first_on)
        count = (date.fromisoformat(self.last_on) - first).days + 1
        return tuple(str(first + timedelta(number)) for number in range(min(count, LONGEST_DAYS)))


def days_off(declared: Iterable[DaysOff]) -> frozenset[str]:
    """All local days that are off."""
    return frozenset(on for each in declared if each.deleted_at is None for on in each.days)
