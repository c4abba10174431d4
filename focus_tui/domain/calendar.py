"""What days and weeks mean to the person: rules that are data, each valid from a date.

Zones are the standard library's here, and not pendulum's: this is needed before the first screen
is shown, and pendulum's import takes a tenth of the whole start.
"""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)


class CalendarRule(NamedTuple):
    """A document of `calendar`: these meanings hold from `valid_from` on."""

    id: str
    valid_from: str
    """A local date, `2026-11-23`."""
    day_boundary_min: int = 4 * 60
    """Minutes after midnight at which a day begins."""
    first_weekday: int = 1
    """ISO: Monday is 1."""
    review_weekday: int = 7


DEFAULT_RULE = CalendarRule(id="default", valid_from="0001-01-01")


def local_time(at_ms: int, zone: str) -> datetime:
    """An instant, in UTC milliseconds, as the clocks on the wall show it in a zone."""
    return datetime.fromtimestamp(at_ms / 1000, ZoneInfo(zone))


def clock_time(at_ms: int, zone: str) -> str:
    """An instant, in UTC milliseconds, as a time of day in a zone: `09:05`."""
    return local_time(at_ms, zone).strftime("%H:%M")


class LocalDay(NamedTuple):
    """A day as it is lived in one zone."""

    on: str
    """Its date, `2026-11-23`."""
    before: str
    """The date of the day before."""
    begins_ms: int
    """UTC milliseconds; it ends where the next one begins."""
    ends_ms: int


class Calendar:
    """Answers which local day an instant belongs to, and when days begin.

    A boundary that a clock change skips moves forward; of one that comes twice the second counts.
    """

    def __init__(self, rules: tuple[CalendarRule, ...] = ()) -> None:
        self._rules = tuple(
            sorted((DEFAULT_RULE, *rules), key=lambda rule: (rule.valid_from, rule.id))
        )
        self._last: tuple[str, LocalDay] | None = None

    def rule(self, on: str) -> CalendarRule:
        """The rule in force on a local date."""
        return [rule for rule in self._rules if rule.valid_from <= on][-1]

    def day(self, at_ms: int, zone: str) -> LocalDay:
        """The local day to which an instant belongs in that zone."""
        if self._last is not None:  # asked each second, and the same all day
            asked, day = self._last
            if asked == zone and day.begins_ms <= at_ms < day.ends_ms:
                return day
        on = self.day_of(at_ms, zone)
        begins = self.begins(on, zone)
        day = LocalDay(on, self.day_of(begins - 1, zone), begins, self.ends(on, zone))
        self._last = zone, day
        return day

    def day_of(self, at_ms: int, zone: str) -> str:
        """The local day, as `2026-11-23`, to which an instant belongs in that zone."""
        on = local_time(at_ms, zone).date()
        return str(on if at_ms >= self.begins(str(on), zone) else on - _DAY)

    def begins(self, on: str, zone: str) -> int:
        """The instant, in UTC milliseconds, at which a local day begins in that zone."""
        minutes = timedelta(minutes=self.rule(on).day_boundary_min)
        local = datetime.fromisoformat(on).replace(tzinfo=ZoneInfo(zone)) + minutes
        second = local.replace(fold=1)
        there = second.astimezone(UTC).astimezone(second.tzinfo).replace(tzinfo=None)
        skipped = there != second.replace(tzinfo=None)
        return int((local if skipped else second).timestamp() * 1000)

    def ends(self, on: str, zone: str) -> int:
        """The instant at which the day after a local day begins."""
        return self.begins(str(date.fromisoformat(on) + _DAY), zone)
