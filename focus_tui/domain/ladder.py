"""The ladder for asking well: the documentation, then a search, then a question.

Where one is on it is read off the session's marks, whose amount says where in its account each
stands; a rung's clock is the time worked since.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.spans import Spans, first, worked
from focus_tui.domain.tangent import in_place

TEMPLATE = "\n\n".join(
    f"{each}: "
    for each in ("What I want", "What I did", "What happened", "The error", "The smallest code")
)
"""A question that can be answered says these."""


class Rung(StrEnum):
    """A rung, as its mark's text names it."""

    DOCS = "docs"
    SEARCH = "search"
    ASK = "ask"

    @property
    def word(self) -> str:
        """What one does on it."""
        return {"docs": "documentation", "search": "searching", "ask": "asking"}[self]

    @property
    def above(self) -> "Rung":
        """The next rung; the last one has none above it."""
        return Rung.SEARCH if self is Rung.DOCS else Rung.ASK


class Lengths(NamedTuple):
    """How long one stays on a rung before the next is due, in milliseconds."""

    docs_ms: int
    search_ms: int

    def of(self, rung: Rung) -> int:
        """A rung's length; asking has none."""
        return {Rung.DOCS: self.docs_ms, Rung.SEARCH: self.search_ms}.get(rung, 0)


class Standing(NamedTuple):
    """Where on the ladder one stands."""

    rung: Rung
    spent_ms: int
    """Time worked since the rung was stepped on."""
    length_ms: int
    """0 for the last rung, which has no end."""

    @property
    def over(self) -> bool:
        """Whether the next rung is due."""
        return 0 < self.length_ms <= self.spent_ms


def standing(spans: Spans, marks: Iterable[Mark], lengths: Lengths) -> Standing | None:
    """Where one stands; None where the ladder was not begun, or the answer was found."""
    last = _last(marks, MarkKind.RUNG, MarkKind.FOUND)
    if last is None or last.kind is MarkKind.FOUND:
        return None
    rung = rung_of(last)
    return Standing(rung, worked(spans) - worked(first(spans, last.amount)), lengths.of(rung))


def question(marks: Iterable[Mark]) -> Mark | None:
    """The question that is being asked: the last one, unless the answer was found since."""
    last = _last(marks, MarkKind.QUESTION, MarkKind.FOUND)
    return last if last is not None and last.kind is MarkKind.QUESTION else None


def rung_of(mark: Mark) -> Rung:
    """The rung that a mark steps on; the first for a word that is none."""
    return next((each for each in Rung if each == mark.text), Rung.DOCS)


def _last(marks: Iterable[Mark], *kinds: MarkKind) -> Mark | None:
    found = [each for each in in_place(marks) if each.kind in kinds]
    return found[-1] if found else None
