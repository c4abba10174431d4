"""Why a session does not count: a mark on it, one at most, that goes once it counts again."""

from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Session
from focus_tui.domain.text import LINE_LIMIT, accepted
from focus_tui.services.shelves import Shelves
from focus_tui.store.transaction import Transaction

REASONS = ("interrupted", "distracted", "wrong timer", "unwell", "not needed")
"""Why a session may not count; any other word is as good."""


def reason(text: str) -> str:
    """A reason as it is kept; empty where none is said. Raises BadInput."""
    return accepted(text.strip(), field="reason", limit=LINE_LIMIT, one_line=True)


def say_why(tx: Transaction, shelves: Shelves, session: Session, word: str) -> None:
    """Mark why a session is void, in the place of what was said before."""
    forget_why(tx, shelves, session)
    now = tx.reading.wall_ms
    mark = Mark(tx.new_id(), MarkKind.VOIDED, now, session_id=session.id, text=word)
    shelves.put_mark(session, mark)


def forget_why(tx: Transaction, shelves: Shelves, session: Session) -> None:
    """Take away what was said of why it is void."""
    for mark in shelves.marks(session, MarkKind.VOIDED):
        shelves.put_mark(session, mark._replace(deleted_at=tx.reading.wall_ms))
