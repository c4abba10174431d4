"""Marking the session that runs."""

from focus_tui.domain.errors import Refused
from focus_tui.domain.interval import Interval
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Session
from focus_tui.domain.spans import total
from focus_tui.services.desk import Desk
from focus_tui.store.transaction import Transaction


def worked_on(desk: Desk, tx: Transaction, otherwise: str) -> Interval:
    """The session that runs. Raises Refused with that sentence where none does."""
    running = desk.running(tx)
    if running is None or running.phase.is_break:
        raise Refused(otherwise)
    return running


def marked(tx: Transaction, on: Interval | Session, kind: MarkKind, text: str = "") -> Mark:
    """Mark a session at the end of its account, which is now where it runs."""
    mark = Mark(
        id=tx.new_id(),
        kind=kind,
        session_id=on.id,
        at_ms=tx.reading.wall_ms,
        amount=total(on.spans),
        text=text,
    )
    tx.marks.put(mark)
    return mark
