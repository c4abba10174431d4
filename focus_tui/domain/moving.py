"""Where each idea goes that is moved in the outline.

Each answers with the new places of all that move; with none where nothing can.
"""

from collections.abc import Callable, Iterable, Sequence

from focus_tui.domain.errors import BadInput
from focus_tui.domain.idea import Place
from focus_tui.domain.outline import Outline
from focus_tui.domain.rank import placed_run

Chance = Callable[[], int]
"""Gives a number to pick one of the ranks that would do."""
Places = dict[str, Place]


def put(
    tree: Outline, ids: Sequence[str], parent: str | None, index: int, chance: Chance
) -> Places:
    """Ideas one after the other below a parent, at an index among the others there.

    Others move only where a merge left two with one rank, or a hand wrote one that is none.
    """
    moving = frozenset(ids)
    others = [id for id in tree.children(parent) if id not in moving]
    # A stray's rank belongs to an order elsewhere: it gets a place here, once one is needed.
    ranks = [_rank(tree.ideas[id].place, parent) for id in others]
    mine, theirs = placed_run(ranks, index, len(ids), chance())
    places: Places = {id: (parent, rank) for id, rank in zip(ids, mine, strict=True)}
    for id, rank in zip(others, theirs, strict=True):
        if tree.ideas[id].place != (parent, rank) and rank:
            places[id] = (parent, rank)
    return places


def _rank(place: Place | None, parent: str | None) -> str:
    return place[1] if place and place[0] == parent else ""


def under(tree: Outline, ids: Sequence[str], parent: str | None, chance: Chance) -> Places:
    """Ideas, each with all below it, to the end of what is below a parent.

    What is not in the tree yet comes last. BadInput where an idea would stand below itself.
    """
    if parent is not None and {*tree.path(parent), parent}.intersection(ids):
        raise BadInput("An idea can't stand below itself: choose another place.")
    going = (*tree.tops(ids), *(id for id in ids if id not in tree.ideas))
    return put(tree, going, parent, len(tree.children(parent)), chance)


def indented(tree: Outline, ids: Iterable[str], chance: Chance) -> Places:
    """Each idea below the one before it; the first of its siblings stays."""

    def step(now: Outline, id: str) -> Places:
        siblings = now.siblings(id)
        at = siblings.index(id)
        if not at:
            return {}
        return put(now, [id], siblings[at - 1], len(now.children(siblings[at - 1])), chance)

    return _each(tree, tree.tops(ids), step)


def outdented(tree: Outline, ids: Iterable[str], chance: Chance) -> Places:
    """Each idea behind the one it stands below; one at the top stays."""

    def step(now: Outline, id: str) -> Places:
        parent = now.parent(id)
        if parent is None:
            return {}
        beside = now.siblings(parent)
        return put(now, [id], now.parent(parent), beside.index(parent) + 1, chance)

    return _each(tree, reversed(tree.tops(ids)), step)


def carried(tree: Outline, ids: Iterable[str], by: int, chance: Chance) -> Places:
    """Each idea one place up (-1) or down (1) among its siblings; at an end it stays."""
    tops = tree.tops(ids)
    going = set(tops)

    def step(now: Outline, id: str) -> Places:
        siblings = now.siblings(id)
        at = siblings.index(id) + by
        # What is carried along does not make room.
        if not 0 <= at < len(siblings) or siblings[at] in going:
            return {}
        return put(now, [id], now.parent(id), at, chance)

    return _each(tree, tops if by < 0 else reversed(tops), step)


def _each(tree: Outline, ids: Iterable[str], step: Callable[[Outline, str], Places]) -> Places:
    """One step after the other, each in the outline as the ones before have left it."""
    places: Places = {}
    now, before = tree, Places()
    for id in ids:
        now = now.moved(before) if before else now
        before = step(now, id)
        places |= before
    return {id: place for id, place in places.items() if tree.ideas[id].place != place}
