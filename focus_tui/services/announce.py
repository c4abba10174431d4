"""What is said when the bell rings: the facts of the moment, put into the words of notify."""

from collections.abc import Callable

from focus_tui.domain.session import Phase
from focus_tui.notify import words
from focus_tui.notify.message import Message
from focus_tui.notify.words import Words
from focus_tui.services.focus import Lengths
from focus_tui.services.keeper import Rang


class Announcer:
    """Turns a ring into a message."""

    def __init__(self, lengths: Callable[[], Lengths], said: Callable[[], Words]) -> None:
        self._lengths = lengths
        self._said = said

    def message(self, rang: Rang) -> Message:
        """The message for a bell that rang."""
        interval, ring = rang.interval, rang.ring
        if ring.overrun:
            return words.break_overrun(over_ms=interval.over_ms)
        if interval.phase.is_break:
            return words.break_over(
                intent=interval.intent, late_ms=ring.late_ms, words=self._said()
            )
        coming = rang.present.coming_break
        return words.session_over(
            planned_ms=interval.planned_ms,
            intent=interval.intent,
            nth_today=rang.present.day.count + 1,
            break_ms=self._lengths().of(coming),
            long_break=coming is Phase.LONG_BREAK,
            late_ms=ring.late_ms,
            words=self._said(),
        )
