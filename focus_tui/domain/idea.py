"""A thought written down so that it can be let go, and what becomes of it."""

from dataclasses import dataclass, field
from enum import StrEnum


class IdeaState(StrEnum):
    """What became of an idea."""

    OPEN = "open"
    STARTED = "started"
    """A session was on it, and it goes on."""
    RESTING = "resting"
    """Put to rest on purpose; it may be taken up again."""
    DONE = "done"
    DROPPED = "dropped"
    """Let go of on purpose."""


ENDED = frozenset({IdeaState.DONE, IdeaState.DROPPED})

Place = tuple[str | None, str]
"""[parent id, rank]: where in the outline an idea stands; one value, which no merge can tear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """A document of `ideas`; one that has no `place` yet, and has not ended, is in the inbox."""

    id: str
    title: str
    captured_at: int
    """UTC, milliseconds since 1970."""
    session_id: str | None = None
    """The session or break it came during."""
    place: Place | None = None
    """Once it is filed in the outline."""
    note: str = ""
    """More words, of any number of lines."""
    state: IdeaState = IdeaState.OPEN
    state_at: int | None = None
    """UTC milliseconds: when it came into its state; None as long as it is as it was captured."""
    front: str | None = None
    """Its rank at the front of the line, where the person has put it."""
    gain: int | None = None
    """What it would bring, from 1 to 5."""
    effort_ms: int | None = None
    """How long it would take."""
    wins: bool = False
    """Whether it is a win even if it fails."""
    goal_id: str | None = None
    """The goal it helps, or became."""
    kept_at: int | None = None
    """UTC milliseconds: when it was last said that it is still wanted."""
    deleted_at: int | None = None
    touched_at: int = field(default=0, compare=False)
    """UTC milliseconds: when its document last changed; the file says it, nobody sets it."""

    @property
    def in_inbox(self) -> bool:
        """Captured and not yet looked at."""
        return self.place is None and self.state is IdeaState.OPEN and self.deleted_at is None

    @property
    def ended(self) -> bool:
        """Done or dropped."""
        return self.state in ENDED

    @property
    def in_front(self) -> bool:
        """At the front of the line, and still to be done."""
        return self.front is not None and self.deleted_at is None and not self.ended
