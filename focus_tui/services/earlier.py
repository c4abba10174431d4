"""Where in the past a session may begin: after all that is in the record, on its own day."""

from focus_tui.domain.calendar import clock_time
from focus_tui.domain.errors import Refused
from focus_tui.domain.interval import Interval
from focus_tui.services.desk import Desk
from focus_tui.store.transaction import Transaction


def check_free(tx: Transaction, desk: Desk, running: Interval | None, at_ms: int) -> None:
    """Whether a session could have begun then (UTC milliseconds), a break `running` now perhaps.

    Raises Refused with when one can, where something else was going on.
    """
    day = desk.calendar(tx).day(tx.reading.wall_ms, desk.zone)
    if at_ms < day.begins_ms:
        begins = clock_time(day.begins_ms, desk.zone)
        raise Refused(f"This day began at {begins}: a session can begin since then.")
    closed = [*tx.sessions.where(on=day.before), *tx.sessions.where(on=day.on)]
    last = max((each.ended_at_ms for each in closed if each.deleted_at is None), default=at_ms)
    if running is not None and running.started.at_ms > at_ms:
        last = max(last, running.started.at_ms)
    if last > at_ms:
        until = clock_time(last, desk.zone)
        raise Refused(f"The record is full until {until}: a session can begin since then.")
