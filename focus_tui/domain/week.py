"""A week, as a row of local days."""

from datetime import date, timedelta
from typing import NamedTuple

from focus_tui.domain.durations import day

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEK = timedelta(weeks=1)


class Week(NamedTuple):
    """Seven local days from a first one on."""

    first_on: str
    """Its first day, as `2026-11-23`."""

    @classmethod
    def of(cls, on: str, first_weekday: int) -> "Week":
        """The week that holds a local day; Monday is 1."""
        found = date.fromisoformat(on)
        return cls(str(found - timedelta((found.isoweekday() - first_weekday) % 7)))

    @property
    def id(self) -> str:
        """What a question about the week is known by."""
        return self.first_on

    @property
    def days(self) -> tuple[str, ...]:
        """Its days, in order."""
        first = date.fromisoformat(self.first_on)
        return tuple(str(first + timedelta(number)) for number in range(7))

    @property
    def last_on(self) -> str:
        """Its last day."""
        return self.days[-1]

    def after(self, weeks: int = 1) -> "Week":
        """The week so many weeks later; a negative number means before."""
        return Week(str(date.fromisoformat(self.first_on) + weeks * _WEEK))

    def named(self) -> str:
        """As `16 to 22 Nov`."""
        return named(self.first_on, self.last_on)


def named(first_on: str, last_on: str) -> str:
    """A row of local days as `16 to 22 Nov`; the first month is said where it is another one."""
    _, first, month = day(first_on).split()
    _, last, last_month = day(last_on).split()
    start = first if month == last_month else f"{first} {month}"
    return f"{start} to {last} {last_month}"


def weeks_between(one: Week, other: Week) -> int:
    """How many weeks later the other one begins; negative where it comes first."""
    return days_between(one.first_on, other.first_on) // 7


def days_between(first_on: str, last_on: str) -> int:
    """How many days lie between two local days; negative when the second comes first."""
    return (date.fromisoformat(last_on) - date.fromisoformat(first_on)).days
