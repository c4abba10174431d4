"""A day as the record shows it: its sessions and breaks, its marks, its sums."""

from dataclasses import dataclass

from focus_tui.domain.interval import Interval
from focus_tui.domain.mark import INTERRUPTIONS, Mark, MarkKind
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
    noted: tuple[Mark, ...] = ()
    """Marks on the day itself: how the energy was, what of a ritual is done."""
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

    @property
    def id(self) -> str:
        """What a question about the day is known by."""
        return self.on

    @property
    def overrun_ms(self) -> int:
        """By how much the breaks went past their planned ends, one that runs included."""
        closed = sum(total(each.spans, What.OVERRUN) for each in self.sessions)
        return closed + (total(self.running.spans, What.OVERRUN) if self.running else 0)

    @property
    def energy(self) -> int:
        """The last answer to how the energy is, 1 to 5; 0 where there is none."""
        return next((e.amount for e in reversed(self.noted) if e.kind is MarkKind.ENERGY), 0)

    def marks_of(self, session_id: str) -> tuple[Mark, ...]:
        """The marks on one session, in order of time."""
        return tuple(each for each in self.marks if each.session_id == session_id)

    def interruptions(self, session_id: str) -> int:
        """How often a session was interrupted."""
        return sum(each.kind in INTERRUPTIONS for each in self.marks_of(session_id))
