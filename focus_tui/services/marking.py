"""Marking the session that runs."""

from focus_tui.domain.errors import Refused
from focus_tui.domain.interval import Interval
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.spans import total
from focus_tui.services.desk import Desk
from focus_tui.store.transaction import Transaction


def worked_on(desk: Desk, tx: Transaction, otherwise: str) -> Interval:
    """The session that runs. Raises Refused with that sentence where none does."""
    running = desk.running(tx)
    if running is None or running.phase.is_break:
        raise Refused(otherwise)
    return running


def marked(tx: Transaction, running: Interval, kind: MarkKind, text: str = "") -> Mark:
    """Mark the session at the place of its account where it is now."""
    mark = Mark(
        id=tx.new_id(),
        kind=kind,
        session_id=running.id,
        at_ms=tx.reading.wall_ms,
        amount=total(running.spans),
        text=text,
    )
    tx.marks.put(mark)
    return mark
