"""Away time: what it could be credited as, and what becomes of it once the person has said."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain.errors import Refused
from focus_tui.domain.interval import Interval
from focus_tui.domain.session import Outcome, Session
from focus_tui.domain.spans import Span, Spans, What, before, joined, total


class Answer(StrEnum):
    """What the person says about the time away."""

    KEEP = "keep"
    """I worked: credit it, up to the planned end."""
    DROP = "drop"
    """I was away."""
    END = "end"
    """The session ended where I left."""
    VOID = "void"
    """The session does not count."""


class Gap(NamedTuple):
    """Time in question; both ends are UTC milliseconds."""

    from_ms: int
    to_ms: int


def gaps(about: Session | Interval) -> Iterator[Gap]:
    """When it was that nobody can say what the person did, in order."""
    at = about.started.at_ms
    for what, ms in about.spans:
        if what is What.GAP:
            yield Gap(at, at + ms)
        at += ms


def creditable_ms(spans: Spans, planned_ms: int) -> int:
    """How much of the unanswered time could be kept: at most what was left of the plan."""
    return max(0, min(total(spans, What.GAP), planned_ms - total(spans, What.FOCUS)))


def can_end_there(spans: Spans) -> bool:
    """Whether the session may end where the gap began: no work after it would be lost."""
    return not total(spans[len(before(spans, What.GAP)) :], What.FOCUS, What.OVERTIME)


def answered(spans: Spans, planned_ms: int, answer: Answer) -> Spans:
    """The account once the person has said what the gaps were; none is left.

    Raises Refused without a gap, and when the session is to end where work follows.
    """
    if not total(spans, What.GAP):
        raise Refused("No time away waits for an answer.")
    if answer is Answer.END and not can_end_there(spans):
        raise Refused("You worked on after you were away: keep that time, or drop it.")
    if answer is Answer.END:
        return before(spans, What.GAP)
    credit = creditable_ms(spans, planned_ms) if answer is Answer.KEEP else 0
    result: list[Span] = []
    for span in spans:
        if span.what is not What.GAP:
            result.append(span)
            continue
        kept = min(credit, span.ms)
        credit -= kept
        result += [Span(What.FOCUS, kept), Span(What.AWAY, span.ms - kept)]
    return joined(result)


def settled(session: Session, answer: Answer) -> Session:
    """A closed session once the person has said what its gaps were.

    What is kept may complete the plan; a session that was void stays void. Raises Refused as
    `answered` does.
    """
    spans = answered(session.spans, session.limit_ms, answer)
    if answer is Answer.VOID:
        return replace(session, spans=spans, outcome=Outcome.VOID)
    return session.with_spans(spans)
