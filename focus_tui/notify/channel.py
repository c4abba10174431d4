"""A way to reach the person, and what came of trying it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from focus_tui.notify.message import Message


class Status(StrEnum):
    """What became of a message on a channel."""

    DELIVERED = "delivered"
    """Taken by whatever shows it; nothing can tell whether the person looked."""
    UNAVAILABLE = "unavailable"
    """This machine or session has no such channel."""
    FAILED = "failed"
    HUNG = "hung"
    """No answer came in time; it may still appear."""


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome on one channel."""

    channel: str
    status: Status
    detail: str
    """One short sentence for the person."""


class Channel(Protocol):
    """One way to reach the person; a failure is a result, never an exception."""

    name: str

    async def send(self, message: Message) -> Result:
        """Try to deliver the message, without blocking the event loop."""
        ...
