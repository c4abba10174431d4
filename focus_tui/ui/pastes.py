"""What is pasted stays text: Textual's parser would take some of it for keys.

An ESC inside a paste makes it leave the paste and press what follows, `q` for one; and a paste that
never ends swallows every key. Some terminals and tmux let both through.
"""

import time
from collections.abc import Callable, Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.keys import Keys
from textual.message import Message

ESC = "\x1b"
BEGIN = "\x1b[200~"
END = "\x1b[201~"
SHELTERED_ESC = "\udc1b"
"""Stands for ESC inside the parser: half a character, which no terminal can send in UTF-8."""
GIVE_UP_S = 5.0
"""A paste in which nothing came for so long has ended."""


class PasteSafeParser(XTermParser):
    """Textual's parser; a paste arrives whole and as it was, control characters too."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """`now` gives seconds from any start."""
        super().__init__()
        self._now = now
        self._pasting = False
        self._fed_at = 0.0
        self._tail = ""
        """Outside a paste, the last characters fed: perhaps the first half of BEGIN."""
        self._held = ""
        """In a paste, characters not fed yet: perhaps the first half of END."""

    @property
    def waits(self) -> bool:
        """Whether time has to pass, and `tick` to be called, before what came is understood."""
        return self._pasting or self._timeout_time is not None

    def feed(self, data: str) -> Iterable[Message]:
        """Parse what came; an empty text is the end of all input."""
        fed = self._sheltered(data)
        if data and not fed:
            return
        for event in super().feed(fed):
            if isinstance(event, events.Paste):
                event.text = event.text.replace(SHELTERED_ESC, ESC)
            yield event

    def tick(self) -> Iterable[Message]:
        """Let time pass: for a lone ESC, and for a paste that nobody ends."""
        if self._pasting and self._now() - self._fed_at >= GIVE_UP_S:
            yield from self.feed(END)
        yield from super().tick()
        if self._awaiting.timeout is None:  # not in the middle of a sequence
            self._tail = ""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        try:
            return [*super()._sequence_to_key_events(sequence, alt)]
        except (ValueError, OverflowError):  # a key with an impossible number would end the parser
            return [events.Key(Keys.Ignore, sequence)]

    def _sheltered(self, data: str) -> str:
        self._fed_at = self._now()
        fed = ""
        while data:
            if not self._pasting:
                seen = self._tail + data
                before, begin, data = seen.partition(BEGIN)
                fed += (before + begin)[len(self._tail) :]
                self._pasting = bool(begin)
                self._tail = "" if begin else before[1 - len(BEGIN) :]
                continue
            pasted, end, data = (self._held + data).partition(END)
            self._pasting = not end
            self._held = "" if end else _beginning_of_end(pasted)
            fed += pasted.removesuffix(self._held).replace(ESC, SHELTERED_ESC) + end
        return fed


def _beginning_of_end(text: str) -> str:
    """What of the text's end may be the first part of END."""
    parts = (END[:length] for length in range(len(END) - 1, 0, -1))
    return next((part for part in parts if text.endswith(part)), "")
