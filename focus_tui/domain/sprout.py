"""An idea to be, with what is below it: how outlines come in from elsewhere and go out again.

A tree may be thousands of levels deep, so nothing here calls itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

NOTE_LIMIT = 20_000
"""Characters that a note from elsewhere may have."""


class Sprout(NamedTuple):
    """A title of one line, never empty; a note of any number of lines."""

    title: str
    note: str = ""
    done: bool = False
    children: "tuple[Sprout, ...]" = ()


def walked(sprouts: Iterable[Sprout]) -> Iterator[tuple[int, Sprout]]:
    """Each with its depth, from 0 on, in the order in which an outline shows them."""
    levels = [iter(sprouts)]
    while levels:
        sprout = next(levels[-1], None)
        if sprout is None:
            levels.pop()
            continue
        yield len(levels) - 1, sprout
        levels.append(iter(sprout.children))


def grown(rows: Sequence[tuple[int, Sprout]]) -> tuple[Sprout, ...]:
    """The tree of rows in the order of `walked`; each gets as children what is deeper below it."""
    waiting: list[tuple[int, Sprout]] = []
    for depth, sprout in reversed(rows):
        children = []
        while waiting and waiting[-1][0] > depth:
            children.append(waiting.pop()[1])
        below = tuple(children)
        waiting.append((depth, Sprout(sprout.title, sprout.note, sprout.done, below)))
    return tuple(sprout for _, sprout in reversed(waiting))


def count(sprouts: Iterable[Sprout]) -> int:
    """How many there are, at all depths."""
    return sum(1 for _ in walked(sprouts))
