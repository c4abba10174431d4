"""Times of day as people type them, in the zone in which a session was lived."""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.durations import HOUR_MS
from focus_tui.domain.errors import BadInput
from focus_tui.domain.session import Stamp
from focus_tui.domain.text import quoted

LONGEST_MS = 12 * HOUR_MS
"""An end that comes later than this after a start is a slip."""

_DAY_MIN = 24 * 60
_TIME = re.compile(r"(?P<hour>[01]?\d|2[0-3])(?:[:.]?(?P<minute>[0-5]\d))")


def zone_of(stamp: Stamp) -> tzinfo:
    """The zone that a session was lived in; where this machine does not know it, its offset."""
    try:
        return ZoneInfo(stamp.zone)
    except (KeyError, ValueError, OSError):
        return timezone(timedelta(seconds=stamp.offset_s))


def shown(at_ms: int, stamp: Stamp) -> str:
    """An instant, in UTC milliseconds, as the time of day where a session began: `09:05`."""
    return datetime.fromtimestamp(at_ms // 1000, zone_of(stamp)).strftime("%H:%M")


def parsed(text: str) -> int:
    """Minutes after midnight of a time of day, as `09:05`, `9:05` or `0905`. Raises BadInput."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise BadInput(f"{quoted(text.strip(), 'Nothing')} is no time of day: write it as 09:05.")
    return int(found["hour"]) * 60 + int(found["minute"])


def has_come(minutes: int, local: datetime, boundary_min: int) -> bool:
    """Whether a time of day has come on the local day of a moment in the person's own zone.

    The time and the boundary, at which days begin, are minutes after midnight.
    """
    now = local.hour * 60 + local.minute
    return (now - boundary_min) % _DAY_MIN >= (minutes - boundary_min) % _DAY_MIN


def instant_on(on: str, minutes: int, stamp: Stamp, calendar: Calendar) -> int:
    """The instant at so many minutes after midnight, on a local day, in a session's zone.

    Before the day's boundary that is the night after it. A time that comes twice is the first.
    """
    try:
        found = date.fromisoformat(on)
        found += timedelta(minutes < calendar.rule(on).day_boundary_min)
        midnight = datetime(found.year, found.month, found.day, tzinfo=zone_of(stamp))
        local = midnight + timedelta(minutes=minutes)  # on the clock of the wall
        return int(local.astimezone(UTC).timestamp()) * 1000
    except (ValueError, OverflowError):
        raise BadInput(f"There is no such time on {on}.") from None


def end_after(begin_ms: int, minutes: int, stamp: Stamp) -> int:
    """The first instant after a start at so many minutes after midnight. Raises BadInput."""
    begins = datetime.fromtimestamp(begin_ms / 1000, zone_of(stamp))
    midnight = begins.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    for days in (0, 1):
        local = midnight + timedelta(days=days, minutes=minutes)
        for fold in (0, 1):  # an hour may come twice
            end = int(local.replace(fold=fold).astimezone(UTC).timestamp()) * 1000
            if begin_ms < end <= begin_ms + LONGEST_MS:
                return end
    end_at = f"{minutes // 60:02}:{minutes % 60:02}"
    raise BadInput(f"{end_at} is not after the start at {begins:%H:%M}.")


def stamped(at_ms: int, like: Stamp, calendar: Calendar) -> Stamp:
    """The stamp of an instant in the zone of another one, with the local day it belongs to."""
    zone = zone_of(like)
    local = datetime.fromtimestamp(at_ms / 1000, zone)
    offset = int((local.utcoffset() or timedelta()).total_seconds())
    if isinstance(zone, ZoneInfo):
        return Stamp(at_ms, like.zone, offset, calendar.day_of(at_ms, like.zone))
    boundary = calendar.rule(str(local.date())).day_boundary_min
    return Stamp(at_ms, like.zone, offset, str((local - timedelta(minutes=boundary)).date()))
