"""What days and weeks mean to the person: rules that are data, each valid from a date."""

from dataclasses import dataclass
from functools import lru_cache

import pendulum


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRule:
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


@lru_cache(maxsize=16)
def zone_named(name: str) -> pendulum.Timezone:
    """The zone of that IANA name; kept, because pendulum reads its file anew each time."""
    return pendulum.timezone(name)


def local_time(at_ms: int, zone: str) -> pendulum.DateTime:
    """An instant, in UTC milliseconds, as the clocks on the wall show it in a zone."""
    return pendulum.from_timestamp(at_ms / 1000, tz=zone_named(zone))


class Calendar:
    """Answers which local day an instant belongs to, and when days begin.

    Local times that a clock change skips or repeats are taken as pendulum takes them: a skipped
    boundary moves forward, of a repeated one the second counts.
    """

    def __init__(self, rules: tuple[CalendarRule, ...] = ()) -> None:
        self._rules = tuple(
            sorted((DEFAULT_RULE, *rules), key=lambda rule: (rule.valid_from, rule.id))
        )

    def rule(self, on: str) -> CalendarRule:
        """The rule in force on a local date."""
        return [rule for rule in self._rules if rule.valid_from <= on][-1]

    def day_of(self, at_ms: int, zone: str) -> str:
        """The local day, as `2026-11-23`, to which an instant belongs in that zone."""
        local = local_time(at_ms, zone)
        date = local.date()
        return str(date if at_ms >= self.begins(str(date), zone) else date.subtract(days=1))

    def begins(self, on: str, zone: str) -> int:
        """The instant, in UTC milliseconds, at which a local day begins in that zone."""
        year, month, day = (int(part) for part in on.split("-"))
        minutes = self.rule(on).day_boundary_min
        local = pendulum.datetime(
            year, month, day, minutes // 60, minutes % 60, tz=zone_named(zone)
        )
        return int(local.timestamp() * 1000)

    def ends(self, on: str, zone: str) -> int:
        """The instant at which the day after a local day begins."""
        return self.begins(str(pendulum.Date.fromisoformat(on).add(days=1)), zone)
