"""The hour of the day that held the most focus, as the clocks on the wall showed it there."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from focus_tui.domain.daytime import zone_of
from focus_tui.domain.durations import HOUR_MS, MINUTE_MS
from focus_tui.domain.evidence import Hour
from focus_tui.domain.session import Session
from focus_tui.domain.spans import What

_WORK = (What.FOCUS, What.OVERTIME)


def best_hour(sessions: Iterable[Session]) -> Hour | None:
    """The one with the most time worked, the earliest of equals; None where nothing was."""
    held = Counter[int]()
    for session in sessions:
        zone, at_ms = zone_of(session.started), session.started.at_ms
        for what, ms in session.spans:
            if what in _WORK:
                for hour, part in _hours(at_ms, ms, zone):
                    held[hour] += part
            at_ms += ms
    if not held:
        return None
    hour = min(held, key=lambda hour: (-held[hour], hour))
    return Hour(hour, held[hour])


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
