"""The terminal's bell: no words, but it works wherever a terminal does."""

from collections.abc import Callable

from focus_tui.notify.channel import Channel, Result, Status
from focus_tui.notify.message import Message


class Bell(Channel):
    """Rings by calling `ring`, which writes BEL to the terminal in the caller's own way."""

    name = "bell"

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring

    async def send(self, message: Message) -> Result:
        """Ring once; the message itself can't be heard."""
        try:
            self._ring()
        except (OSError, ValueError):  # the terminal is gone, or the stream to it was closed
            return Result(self.name, Status.FAILED, "The terminal can't be written to.")
        return Result(
            self.name,
            Status.DELIVERED,
            "The terminal was asked to ring; whether it sounds is the terminal's own setting.",
        )
