"""Tangents: what one slid into while doing something else, as a stack that is read off marks.

A mark's amount says where in the session's account it stands, so that time is told apart exactly,
whatever pauses lie between. A stack ends with its session.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from focus_tui.domain.durations import shares
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.spans import Spans, first, worked

DEEP = 3
"""With more tangents than this the bottom of the stack may be forgotten."""

_MOVES = (MarkKind.TANGENT, MarkKind.BACK, MarkKind.INSTEAD)
_ANSWERS = (MarkKind.STILL, MarkKind.INSTEAD)


class Frame(NamedTuple):
    """What one was at for a while."""

    path: tuple[str, ...]
    """From the intent, which may be empty, over what one slid into, to what one was at."""
    focused_ms: int


def in_place(marks: Iterable[Mark]) -> list[Mark]:
    """The marks that stand, in the order of their places in the session's account."""
    standing = (each for each in marks if each.deleted_at is None)
    return sorted(standing, key=lambda each: (each.amount, each.id))


def stack(marks: Iterable[Mark]) -> tuple[str, ...]:
    """The tangents one is on, the deepest last; none where one is at the intent."""
    words: tuple[str, ...] = ()
    for mark in in_place(marks):
        words = _after(words, mark)
    return words


def frames(intent: str, spans: Spans, marks: Iterable[Mark]) -> tuple[Frame, ...]:
    """How long one was at what, in the order of first coming to it; sums to the time worked."""
    found: dict[tuple[str, ...], int] = {}
    for path, ms in _stretches(intent, spans, [*in_place(marks)]):
        found[path] = found.get(path, 0) + ms
    return tuple(Frame(path, ms) for path, ms in found.items())


def tangents_told(intent: str, spans: Spans, marks: Iterable[Mark]) -> Iterator[tuple[str, int]]:
    """The same in words, without what was at the intent itself: `install driver → broken pip`.

    The times are rounded beside that, so that all of them sum to the session's.
    """
    found = frames(intent, spans, marks)
    for (path, _), ms in zip(found, shares([each.focused_ms for each in found]), strict=True):
        if path != (intent,):
            yield " → ".join(path[1:] or path), ms


def asks(marks: Iterable[Mark]) -> bool:
    """Whether the stack is so deep that its bottom is in question, and nobody was asked yet."""
    marks = tuple(each for each in marks if each.deleted_at is None)
    answered = any(each.kind in _ANSWERS for each in marks)
    return not answered and len(stack(marks)) > DEEP


def _stretches(
    intent: str, spans: Spans, marks: list[Mark]
) -> Iterator[tuple[tuple[str, ...], int]]:
    moves = [each for each in marks if each.kind in _MOVES]
    bottoms = [*(each.text for each in moves if each.kind is MarkKind.INSTEAD), intent]
    words: tuple[str, ...] = ()
    begun = 0
    for mark in moves:
        ended = worked(first(spans, mark.amount))
        yield (bottoms[0], *words), ended - begun
        words, begun = _after(words, mark), ended
        if mark.kind is MarkKind.INSTEAD:
            bottoms.pop(0)
    yield (bottoms[0], *words), worked(spans) - begun


def _after(words: tuple[str, ...], mark: Mark) -> tuple[str, ...]:
    """The stack once a mark was made."""
    if mark.kind is MarkKind.TANGENT:
        return (*words, mark.text)
    if mark.kind is MarkKind.BACK:
        return words[:-1]
    return () if mark.kind is MarkKind.INSTEAD else words
