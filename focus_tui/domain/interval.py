"""The running interval as it was at its last transition: all that is kept of a running clock."""

from dataclasses import dataclass
from enum import StrEnum

from focus_tui.domain.reading import Reading
from focus_tui.domain.session import Phase, Stamp
from focus_tui.domain.spans import Spans, What, after, total


class Paused(StrEnum):
    """Why an interval stands still."""

    USER = "user"
    SLEEP = "sleep"
    CRASH = "crash"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A document of `timer`, one per device. Never "time left", never a deadline."""

    id: str
    phase: Phase
    started: Stamp
    planned_ms: int
    seen: Reading
    """The clocks at the last transition; `spans` account for the time up to it."""
    spans: Spans = ()
    paused: Paused | None = None
    rings: int = 0
    """How often the bell has rung: 1 at the planned end, 2 when a break ran long."""
    touched_ms: int = 0
    """How long the account was when a key last showed somebody; a bell is no key."""
    left: bool = False
    """Left on purpose, with nobody watching (quit, suspended, started from a shell)."""
    open: bool = False
    """No end is planned: the plan is only where it rings all the same."""
    strict: bool = False
    """A pause voids it."""
    shape: str = ""
    """The shape that it was begun in, as its line says it; empty for the usual one."""
    intent: str = ""
    goal_id: str | None = None
    commitment_id: str | None = None
    idea_id: str | None = None

    @property
    def known_to_ms(self) -> int:
        """UTC milliseconds: up to when the account goes, the start plus the spans."""
        return self.started.at_ms + total(self.spans)

    @property
    def main(self) -> What:
        """What time inside the plan is in this phase."""
        return What.BREAK if self.phase.is_break else What.FOCUS

    @property
    def beyond(self) -> What:
        """What time past the plan is in this phase."""
        return What.OVERRUN if self.phase.is_break else What.OVERTIME

    @property
    def main_ms(self) -> int:
        """Time spent inside the plan."""
        return total(self.spans, self.main)

    @property
    def left_ms(self) -> int:
        """What is left of the plan; 0 once it is reached."""
        return max(0, self.planned_ms - self.main_ms)

    @property
    def is_planned_session(self) -> bool:
        """Whether it is a session before its planned end, running or paused."""
        return not self.phase.is_break and self.left_ms > 0

    @property
    def limit_ms(self) -> int:
        """How much focus its time away could make it at most."""
        return self.planned_ms

    @property
    def over_ms(self) -> int:
        """Overtime or overrun since the planned end now in force; 0 inside the plan."""
        return 0 if self.left_ms else total(after(self.spans, self.main), self.beyond)

    @property
    def late_ms(self) -> int:
        """All that passed since the planned end now in force, watched or not; 0 inside the plan."""
        return 0 if self.left_ms else total(after(self.spans, self.main))

    @property
    def gap_ms(self) -> int:
        """Away time that nobody has answered for yet."""
        return total(self.spans, What.GAP)


class State(StrEnum):
    """The clock's states, as the keys and the footer know them."""

    IDLE = "idle"
    FOCUS = "focus"
    PAUSED = "paused"
    OVERTIME = "overtime"
    BREAK = "break"
    OVERRUN = "overrun"


def state_of(interval: Interval | None) -> State:
    """The state the clock is in; nothing running is idle."""
    if interval is None:
        return State.IDLE
    if interval.paused is not None:
        return State.PAUSED
    if interval.left_ms:
        return State.BREAK if interval.phase.is_break else State.FOCUS
    return State.OVERRUN if interval.phase.is_break else State.OVERTIME
