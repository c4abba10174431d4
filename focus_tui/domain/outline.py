"""The outline: filed ideas as a tree.

A tree is read off the places of its ideas, and is never stored. What a merge of two devices made
can always be shown: what stands below nothing, or in a ring, stands at the top.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from focus_tui.domain.idea import Idea, Place

MOST_CHANGED = 64
"""Where more ideas than that are others, the tree is made anew."""


class Outline(NamedTuple):
    """Ideas by id, and the ids of those below each in their order; those at the top are below
    None."""

    ideas: dict[str, Idea]
    below: dict[str | None, tuple[str, ...]]
    parents: dict[str, str | None]
    noted: frozenset[str]
    """Those with a note."""
    ended: frozenset[str]

    def parent(self, id: str) -> str | None:
        """What an idea stands below; None at the top. KeyError for one that is not filed."""
        return self.parents[id]

    def children(self, id: str | None) -> tuple[str, ...]:
        """What stands right below an idea, or at the top."""
        return self.below.get(id, ())

    def siblings(self, id: str) -> tuple[str, ...]:
        """Those that stand beside an idea, with itself."""
        return self.children(self.parent(id))

    def path(self, id: str) -> tuple[str, ...]:
        """What an idea stands below, from the top on, without itself."""
        found: list[str] = []
        above = self.parents.get(id)
        while above is not None:
            found.append(above)
            above = self.parents.get(above)
        return tuple(reversed(found))

    def walk(self, root: str | None = None) -> list[tuple[str, int]]:
        """All below a root in the order in which they are read, each with its depth from 0 on."""
        below, read = self.below, list[tuple[str, int]]()
        rows = [iter(self.children(root))]
        while rows:  # a loop with little in it: there may be thousands
            for id in rows[-1]:
                read.append((id, len(rows) - 1))
                if id in below:
                    rows.append(iter(below[id]))
                    break
            else:
                rows.pop()
        return read

    def subtree(self, id: str) -> tuple[str, ...]:
        """An idea and all below it."""
        return id, *(each for each, _ in self.walk(id))

    def tops(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of the ids that stand below none of the others, in the order of reading."""
        wanted = {id for id in ids if id in self.parents}
        free = {id for id in wanted if not wanted.intersection(self.path(id))}
        if len(free) < 2:
            return tuple(free)
        return tuple(id for id, _ in self.walk() if id in free)

    def spent(self, ids: Collection[str]) -> frozenset[str]:
        """Of the ids those below which nothing else stands."""
        left = {id: len(self.children(id)) for id in ids}
        found, ready = set[str](), [id for id, count in left.items() if not count]
        while ready:
            id = ready.pop()
            found.add(id)
            above = self.parents[id]
            if above is not None and above in left:
                left[above] -= 1
                if not left[above]:
                    ready.append(above)
        return frozenset(found)

    def deep(self, level: int) -> frozenset[str]:
        """What is folded where so many levels are to be seen."""
        parents = (id for id in self.below if id is not None)
        return frozenset(id for id in parents if len(self.path(id)) >= level - 1)

    def moved(self, places: Mapping[str, Place]) -> "Outline":
        """The outline with ideas in other places."""
        changed = {id: replace(self.ideas[id], place=place) for id, place in places.items()}
        return self.changed(changed) or outline({**self.ideas, **changed})

    def changed(self, changed: Mapping[str, Idea | None]) -> "Outline | None":
        """The outline with some ideas as they are now; None where it has to be made anew.

        What is the same is not looked at again, as there may be thousands.
        """
        if len(changed) > MOST_CHANGED:
            return None
        moved = [id for id, idea in changed.items() if self._is_elsewhere(id, idea)]
        now = {id: each for id, each in changed.items() if each is not None and _is_filed(each)}
        # A dict's own copy is one step where something was deleted before too, as `dict` is not.
        ideas = self.ideas.copy()
        ideas.update(now)
        for id in changed.keys() - now.keys():
            ideas.pop(id, None)
        noted = _among(self.noted, changed, {id for id, each in now.items() if each.note})
        ended = _among(self.ended, changed, {id for id, each in now.items() if each.ended})
        there = self._replace(ideas=ideas, noted=noted, ended=ended)
        return there._moved(moved) if moved else there

    def _moved(self, moved: Sequence[str]) -> "Outline | None":
        """The same where some of its ideas are in other places, or in none any more."""
        ideas = self.ideas
        below, parents = self.below.copy(), self.parents.copy()
        touched = {parents[id] for id in moved if id in parents}
        for id in moved:
            if id in parents:
                above = parents.pop(id)
                below[above] = tuple(each for each in below[above] if each != id)
            if id in ideas:
                parents[id] = _above(ideas[id])
        # What stands astray, before or now, is put where it can be seen when all is made anew.
        lost = any(_above(ideas[id]) is not None for id in below.get(None, ()))
        if lost or any(_is_astray(id, parents, below) for id in moved):
            return None
        for id in moved:
            if id in ideas:
                ids = (*below.get(parents[id], ()), id)
                below[parents[id]] = tuple(sorted(ids, key=lambda id: (_rank(ideas[id]), id)))
        for above in touched:
            if not below.get(above):
                below.pop(above, None)
        return self._replace(below=below, parents=parents)

    def _is_elsewhere(self, id: str, idea: Idea | None) -> bool:
        """Whether an idea stands in another place now, or in none."""
        old = self.ideas.get(id)
        if idea is None or old is None or not _is_filed(idea):
            return True
        return old.place != idea.place


def outline(ideas: Mapping[str, Idea]) -> Outline:
    """The tree of all ideas that are neither in the inbox nor deleted."""
    filed = {id: each for id, each in ideas.items() if _is_filed(each)}
    below: dict[str | None, list[str]] = {}
    strays: set[str] = set()
    for id, each in filed.items():
        above = _above(each)
        if above is not None and above not in filed:
            strays.add(id)
        else:
            below.setdefault(above, []).append(id)
    rings = _rings(filed, below, strays)
    for id in rings:
        below[_above(filed[id])].remove(id)
    strays |= rings
    if strays:
        below.setdefault(None, []).extend(strays)

    def order(id: str) -> tuple[bool, str, str]:
        return id not in strays, _rank(filed[id]), id

    ordered = {above: tuple(sorted(ids, key=order)) for above, ids in below.items() if ids}
    parents = {id: above for above, ids in ordered.items() for id in ids}
    noted = frozenset(id for id, each in filed.items() if each.note)
    ended = frozenset(id for id, each in filed.items() if each.ended)
    return Outline(filed, ordered, parents, noted, ended)


def _among(
    before: frozenset[str], changed: Collection[str], now: Collection[str]
) -> frozenset[str]:
    """A set of ids of which some may have gone, or come to it; the same one where none has."""
    after = before.difference(changed).union(now)
    return before if after == before else after


def _is_filed(idea: Idea) -> bool:
    return idea.deleted_at is None and not idea.in_inbox


def _above(idea: Idea) -> str | None:
    return idea.place[0] if idea.place else None


def _rank(idea: Idea) -> str:
    return idea.place[1] if idea.place else ""


def _rings(
    filed: Mapping[str, Idea], below: Mapping[str | None, Sequence[str]], strays: Collection[str]
) -> set[str]:
    """Of each ring of ideas that stand below each other, the one with the smallest id."""
    reached: set[str] = set()
    waiting = [*below.get(None, ()), *strays]
    while waiting:
        id = waiting.pop()
        reached.add(id)
        waiting += below.get(id, ())
    found: set[str] = set()
    for id in filed:
        if id in reached:
            continue
        walked: dict[str, None] = {}
        each: str | None = id
        while each is not None and each not in walked and each not in reached:
            walked[each] = None
            each = _above(filed[each])
        if each in walked:
            ring = list(walked)
            found.add(min(ring[ring.index(each) :]))
        reached.update(walked)
    return found


def _is_astray(
    id: str, parents: Mapping[str, str | None], below: Mapping[str | None, Sequence[str]]
) -> bool:
    """Whether an idea stands below nothing that is there, or in a ring; or has gone from above
    others."""
    if id not in parents:
        return bool(below.get(id))
    seen: set[str] = set()
    above: str | None = id
    while above is not None:
        if above in seen or above not in parents:
            return True
        seen.add(above)
        above = parents[above]
    return False
