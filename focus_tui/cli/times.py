"""Instants as the commands write them."""

from datetime import UTC, datetime, timedelta

from focus_tui.domain.daytime import shown
from focus_tui.domain.session import Stamp


def instant(at_ms: int) -> str:
    """UTC milliseconds since 1970 as `2026-11-23T08:00:00.000Z`."""
    moment = datetime.fromtimestamp(at_ms // 1000, UTC) + timedelta(milliseconds=at_ms % 1000)
    return moment.isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def clock_time(at_ms: int, started: Stamp) -> str:
    """The local time of an instant of a session, as `09:05`, where the session began."""
    return shown(at_ms, started)
