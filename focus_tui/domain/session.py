"""A closed interval: a session of focus or a break, and what became of it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain.spans import Spans, What, total

OPEN_MS = 4 * 3_600_000
"""An open session has no planned end; here it rings all the same."""
LEAST_OPEN_MS = 60_000
"""An open session that was worked for less is none of the day's."""
LONG_OVERRUN_MS = 5 * 60_000
"""A break that ran past its end by so much or more is told."""


class Phase(StrEnum):
    """What the clock can be doing."""

    FOCUS = "focus"
    SHORT_BREAK = "short_break"
    LONG_BREAK = "long_break"

    @property
    def is_break(self) -> bool:
        """Short or long."""
        return self is not Phase.FOCUS


class Outcome(StrEnum):
    """How an interval ended."""

    DONE = "done"
    """It reached its planned end."""
    EARLY = "early"
    """The person ended it before that; its minutes count, the session does not."""
    ABANDONED = "abandoned"
    """Nobody was there to end it: closed where the program last saw it."""
    VOID = "void"
    """It does not count; its minutes stay in the ledger."""


class Focused(StrEnum):
    """The answer to "how focused was it?"."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Stamp(NamedTuple):
    """When and where an interval began; fixed for ever."""

    at_ms: int
    """UTC, milliseconds since 1970."""
    zone: str
    """The zone's IANA name, as `Europe/Paris`."""
    offset_s: int
    """That zone's distance from UTC at that moment, in seconds."""
    on: str
    """The local day it belongs to (the day boundary respected), as `2026-11-23`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A document of `sessions`. Totals and the end are computed from `spans`."""

    id: str
    kind: Phase
    started: Stamp
    planned_ms: int
    spans: Spans
    outcome: Outcome
    intent: str = ""
    goal_id: str | None = None
    commitment_id: str | None = None
    idea_id: str | None = None
    focused: Focused | None = None
    note: str = ""
    open: bool = False
    """No end was planned: once it is done, its plan is what was worked inside the limit."""
    edited_at: int | None = None
    """When the person corrected it last, in UTC milliseconds; None where they never did."""
    deleted_at: int | None = None

    @property
    def ended_at_ms(self) -> int:
        """UTC milliseconds: the start plus the spans, never a second look at a wall clock."""
        return self.started.at_ms + total(self.spans)

    @property
    def focused_ms(self) -> int:
        """Time worked, overtime included."""
        return total(self.spans, What.FOCUS, What.OVERTIME)

    @property
    def gap_ms(self) -> int:
        """Away time that nobody has answered for yet."""
        return total(self.spans, What.GAP)

    @property
    def limit_ms(self) -> int:
        """How much focus its time away could make it at most."""
        return max(self.planned_ms, OPEN_MS) if self.open else self.planned_ms

    def with_spans(self, spans: Spans) -> "Session":
        """The same session with another account; a plan that it reaches makes it done."""
        focus = total(spans, What.FOCUS)
        ended = self.outcome in {Outcome.DONE, Outcome.EARLY}
        plan = focus if self.open and ended and focus >= LEAST_OPEN_MS else self.planned_ms
        reached = focus >= plan and self.outcome is not Outcome.VOID
        outcome = Outcome.DONE if reached else self.outcome
        return replace(self, spans=spans, planned_ms=plan, outcome=outcome)

    @property
    def overran(self) -> bool:
        """Whether it is a break that ran long past its end."""
        overrun = total(self.spans, What.OVERRUN)
        return (
            self.kind.is_break and self.outcome is not Outcome.VOID and overrun >= LONG_OVERRUN_MS
        )

    @property
    def counts(self) -> bool:
        """Whether it is one of the day's sessions: focus that reached its plan."""
        return self.kind is Phase.FOCUS and self.outcome is Outcome.DONE and self.deleted_at is None
