"""The account of an interval's time as one value: what, for how long, in order."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class What(StrEnum):
    """What a stretch of time was."""

    FOCUS = "focus"
    OVERTIME = "overtime"
    PAUSE = "pause"
    BREAK = "break"
    OVERRUN = "overrun"
    GAP = "gap"
    """Away, and the person has not been asked, or has not answered yet."""
    AWAY = "away"


class Span(NamedTuple):
    """A stretch of one kind, in milliseconds."""

    what: What
    ms: int


Spans = tuple[Span, ...]


def added(spans: Spans, what: What, ms: int) -> Spans:
    """The spans with `ms` more of `what` at the end; a stretch of the same kind grows."""
    if ms <= 0:
        return spans
    if spans and spans[-1].what is what:
        return (*spans[:-1], Span(what, spans[-1].ms + ms))
    return (*spans, Span(what, ms))


def joined(spans: Iterable[Span]) -> Spans:
    """The same account with neighbours of one kind made one and empty stretches gone."""
    result: Spans = ()
    for span in spans:
        result = added(result, span.what, span.ms)
    return result


def total(spans: Spans, *whats: What) -> int:
    """Milliseconds of the given kinds; of all kinds when none is given."""
    return sum(span.ms for span in spans if not whats or span.what in whats)


def worked(spans: Spans) -> int:
    """Milliseconds of focus, overtime included."""
    return total(spans, What.FOCUS, What.OVERTIME)


def first(spans: Spans, ms: int) -> Spans:
    """The account of the first so many milliseconds."""
    taken: Spans = ()
    for span in spans:
        taken = added(taken, span.what, min(span.ms, ms - total(taken)))
    return taken


def before(spans: Spans, what: What) -> Spans:
    """The stretches up to the first one of that kind."""
    kinds = [span.what for span in spans]
    return spans[: kinds.index(what)] if what in kinds else spans


def tail(spans: Spans, what: What) -> int:
    """Milliseconds of the last stretch if it is of that kind, else 0."""
    return spans[-1].ms if spans and spans[-1].what is what else 0


def after(spans: Spans, what: What) -> Spans:
    """The stretches that follow the last one of that kind; all of them when there is none."""
    start = len(spans)
    while start and spans[start - 1].what is not what:
        start -= 1
    return spans[start:]
