"""A thought written down so that it can be let go."""

from dataclasses import dataclass
from enum import StrEnum


class IdeaState(StrEnum):
    """What became of an idea."""

    OPEN = "open"
    STARTED = "started"


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """A document of `ideas`; one that is open and has no `place` yet is in the inbox."""

    id: str
    title: str
    captured_at: int
    """UTC, milliseconds since 1970."""
    session_id: str | None = None
    """The session or break it came during."""
    place: tuple[str | None, str] | None = None
    """[parent id, rank] once it is filed in the outline: one value, which no merge can tear."""
    state: IdeaState = IdeaState.OPEN
    deleted_at: int | None = None

    @property
    def in_inbox(self) -> bool:
        """Captured and not yet looked at."""
        return self.place is None and self.state is IdeaState.OPEN and self.deleted_at is None
