"""The hours of the day that held focus, as the clocks on the wall showed them there."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from focus_tui.domain.daytime import zone_of
from focus_tui.domain.durations import HOUR_MS, MINUTE_MS
from focus_tui.domain.evidence import Hour
from focus_tui.domain.session import Session, Stamp
from focus_tui.domain.spans import What

_WORK = (What.FOCUS, What.OVERTIME)


def best_hour(sessions: Iterable[Session]) -> Hour | None:
    """The one with the most time worked, the earliest of equals; None where nothing was."""
    held = by_hour(sessions)
    if not held:
        return None
    hour = min(held, key=lambda hour: (-held[hour], hour))
    return Hour(hour, held[hour])


def by_hour(sessions: Iterable[Session]) -> Counter[int]:
    """Milliseconds worked in each hour that holds any, from 0 to 23."""
    held = Counter[int]()
    for session in sessions:
        zone, at_ms = zone_of(session.started), session.started.at_ms
        for what, ms in session.spans:
            if what in _WORK:
                for hour, part in _hours(at_ms, ms, zone):
                    held[hour] += part
            at_ms += ms
    return held


def hour_at(at_ms: int, stamp: Stamp) -> int:
    """The hour, from 0 to 23, at an instant (UTC milliseconds) where a session was lived."""
    return _local(at_ms, zone_of(stamp)).hour


def _hours(at_ms: int, ms: int, zone: tzinfo) -> Iterator[tuple[int, int]]:
    """A stretch of time, cut where a new hour begins: which hour, and milliseconds of it."""
    while ms > 0:
        local = _local(at_ms, zone)
        past_ms = (local.minute * 60 + local.second) * 1000 + at_ms % 1000
        part = min(ms, HOUR_MS - past_ms)
        if _local(at_ms + part - 1, zone).utcoffset() != local.utcoffset():
            part = min(ms, MINUTE_MS - at_ms % MINUTE_MS)  # clocks change inside this hour
        yield local.hour, part
        at_ms, ms = at_ms + part, ms - part


def _local(at_ms: int, zone: tzinfo) -> datetime:
    return (datetime.fromtimestamp(0, UTC) + timedelta(seconds=at_ms // 1000)).astimezone(zone)
