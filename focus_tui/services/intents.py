"""Intents said lately, offered again."""

from focus_tui.domain.session import Phase
from focus_tui.services.desk import Desk

LOOKED_AT = 300


def recent_intents(desk: Desk, count: int = 6) -> tuple[str, ...]:
    """The latest different intents of sessions, the newest first."""
    found: dict[str, None] = {}
    for session in reversed(desk.db.read().sessions.newest(LOOKED_AT)):
        if session.kind is Phase.FOCUS and session.intent and session.deleted_at is None:
            found.setdefault(session.intent)
        if len(found) == count:
            break
    return tuple(found)
