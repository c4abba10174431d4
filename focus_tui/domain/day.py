"""A day as the record shows it: its sessions and breaks, its marks, its sums."""

from dataclasses import dataclass

from focus_tui.domain.interval import Interval
from focus_tui.domain.mark import INTERRUPTIONS, Mark
from focus_tui.domain.session import Outcome, Phase, Session
from focus_tui.domain.spans import What, total


@dataclass(frozen=True, slots=True)
class Day:
    """One local day of the person."""

    on: str
    """The local date, as `2026-11-23`."""
    sessions: tuple[Session, ...] = ()
    """All closed intervals that began on it, breaks and voided ones too, in order of start."""
    marks: tuple[Mark, ...] = ()
    running: Interval | None = None
    """What runs now, if it began on this day."""

    @property
    def focus(self) -> tuple[Session, ...]:
        """The sessions of focus, voided ones too."""
        return tuple(each for each in self.sessions if each.kind is Phase.FOCUS)

    @property
    def count(self) -> int:
        """How many sessions count."""
        return sum(each.counts for each in self.sessions)

    @property
    def focused_ms(self) -> int:
        """Time worked, overtime and the running session included, voided sessions not."""
        closed = sum(each.focused_ms for each in self.focus if each.outcome is not Outcome.VOID)
        running = total(self.running.spans, What.FOCUS, What.OVERTIME) if self.running else 0
        return closed + running

    def marks_of(self, session_id: str) -> tuple[Mark, ...]:
        """The marks on one session, in order of time."""
        return tuple(each for each in self.marks if each.session_id == session_id)

    def interruptions(self, session_id: str) -> int:
        """How often a session was interrupted."""
        return sum(each.kind in INTERRUPTIONS for each in self.marks_of(session_id))
