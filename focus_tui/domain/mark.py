"""Small dated facts on a session or a goal."""

from enum import StrEnum
from typing import NamedTuple


class MarkKind(StrEnum):
    """What a mark says."""

    INTERNAL = "internal"
    """An interruption by one's own mind."""
    EXTERNAL = "external"
    """An interruption by somebody or something else."""
    MORE = "more"
    """So many more of a goal's target."""
    CHECKPOINT = "checkpoint"
    """The answer to whether a goal goes on, after so many hours."""
    TANGENT = "tangent"
    """Slid into something else; the text is the word for it."""
    BACK = "back"
    """Went back from the last tangent to what was before it."""
    STILL = "still"
    """The answer that the bottom of a deep stack of tangents still matters."""
    INSTEAD = "instead"
    """The answer that it does not: the top took its place; the text is the intent that it had."""
    RUNG = "rung"
    """Stepped on a rung of the ladder for asking well; the text is which."""
    FOUND = "found"
    """Found what the ladder was for; the text is a line on what it was."""
    QUESTION = "question"
    """A question, drafted; the text has as many lines as it likes."""
    VOIDED = "voided"
    """Why a session does not count."""
    BEYOND = "beyond"
    """The session was begun past the day's limit; its text says why."""
    ENERGY = "energy"
    """How the energy was on a day, 1 to 5."""
    ENOUGH = "enough"
    """The person has seen that the day's limit is reached."""
    OPENING = "opening"
    """A line of the opening ritual is done."""
    CLOSING = "closing"
    """A line of the closing ritual is done."""


MOST_ENERGY = 5
"""Answers to how the energy was begin with 1."""
INTERRUPTIONS = frozenset({MarkKind.INTERNAL, MarkKind.EXTERNAL})


class Mark(NamedTuple):
    """A document of `marks`."""

    id: str
    kind: MarkKind
    at_ms: int
    """UTC, milliseconds since 1970."""
    session_id: str | None = None
    """The session, or the running interval that becomes it (they share the id)."""
    goal_id: str | None = None
    on: str = ""
    """The local day that it is on, where it is on a day."""
    amount: int = 0
    """For MORE: how many; for CHECKPOINT: the hours at which it was asked; for ENERGY: the
    answer; for those of tangents and the ladder: where in the session's account it stands, in
    milliseconds from its start."""
    text: str = ""
    deleted_at: int | None = None
