"""Small dated facts on a session."""

from dataclasses import dataclass
from enum import StrEnum


class MarkKind(StrEnum):
    """What a mark says."""

    INTERNAL = "internal"
    """An interruption by one's own mind."""
    EXTERNAL = "external"
    """An interruption by somebody or something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A document of `marks`."""

    id: str
    kind: MarkKind
    session_id: str
    """The session, or the running interval that becomes it (they share the id)."""
    at_ms: int
    """UTC, milliseconds since 1970."""
    text: str = ""
    deleted_at: int | None = None
