"""A row of local days that the record is looked at by: a day, a week … a year, all."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain.durations import day
from focus_tui.domain.week import Week, named

FIRST, LAST = "0001-01-01", "9999-12-31"


class Reach(StrEnum):
    """How many days are seen at once."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


class Range(NamedTuple):
    """From one local day to another, both of them in it."""

    reach: Reach
    first_on: str
    last_on: str

    @classmethod
    def of(cls, reach: Reach, on: str, first_weekday: int = 1) -> "Range":
        """The one that holds a local day; Monday is 1."""
        found = date.fromisoformat(on)
        match reach:
            case Reach.DAY:
                return cls(reach, on, on)
            case Reach.WEEK:
                week = Week.of(on, first_weekday)
                return cls(reach, week.first_on, week.last_on)
            case Reach.MONTH:
                first = found.replace(day=1)
                after = (first + timedelta(days=31)).replace(day=1)
                return cls(reach, str(first), str(after - timedelta(days=1)))
            case Reach.QUARTER:
                begins = 3 * ((found.month - 1) // 3) + 1
                last = cls.of(Reach.MONTH, f"{on[:4]}-{begins + 2:02}-01").last_on
                return cls(reach, f"{on[:4]}-{begins:02}-01", last)
            case Reach.YEAR:
                return cls(reach, f"{on[:4]}-01-01", f"{on[:4]}-12-31")
        return cls(reach, FIRST, LAST)

    def beside(self, by: int, first_weekday: int = 1) -> "Range":
        """The next one, or with -1 the one before; at the ends of the calendar it stays."""
        edge = self.last_on if by > 0 else self.first_on
        try:
            on = date.fromisoformat(edge) + timedelta(days=by)
            return Range.of(self.reach, str(on), first_weekday)
        except (OverflowError, ValueError):
            return self

    def holds(self, on: str) -> bool:
        """Whether a local day lies in it."""
        return self.first_on <= on <= self.last_on

    def named(self, today: str) -> str:
        """As `Mon 23 Nov`, `16 to 22 Nov`, `November 2026`, `Q4 2026`, `2026`; a day or a week
        of another year with that."""
        other = "" if self.first_on[:4] == today[:4] else f" {self.first_on[:4]}"
        match self.reach:
            case Reach.DAY:
                return f"{'Today, ' if self.first_on == today else ''}{day(self.first_on)}{other}"
            case Reach.WEEK:
                return f"{named(self.first_on, self.last_on)}{other}"
            case Reach.MONTH:
                return f"{_MONTHS[int(self.first_on[5:7]) - 1]} {self.first_on[:4]}"
            case Reach.QUARTER:
                return f"Q{(int(self.first_on[5:7]) + 2) // 3} {self.first_on[:4]}"
            case Reach.YEAR:
                return self.first_on[:4]
        return "Everything"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
