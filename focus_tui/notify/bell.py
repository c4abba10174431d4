"""The terminal's bell: no words, but it works wherever a terminal does."""

from collections.abc import Callable

from focus_tui.notify.channel import Channel, Result, Status
from focus_tui.notify.message import Message

BEL = "\a"
UNWRITABLE = "The terminal can't be written to."


class Bell(Channel):
    """Rings by `write`, which brings a text to the terminal as it is, in the caller's own way."""

    name = "bell"

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write

    async def send(self, message: Message) -> Result:
        """Ring once; the message itself can't be heard."""
        try:
            self._write(BEL)
        except (OSError, ValueError):  # the terminal is gone, or the stream to it was closed
            return Result(self.name, Status.FAILED, UNWRITABLE)
        return Result(
            self.name,
            Status.DELIVERED,
            "The terminal was asked to ring; whether it sounds is the terminal's own setting.",
        )
