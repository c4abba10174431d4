"""Where an idea may be filed: every idea of the outline as a place, found by what is typed."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from heapq import nlargest
from operator import attrgetter
from typing import NamedTuple

from focus_tui.domain.outline import Outline

ENOUGH = 8
"""With so many places that hold the words, those that hold only their letters are not sought."""
MOST_ABOVE = 500
"""Characters of what an idea stands below: a tree may be as deep as it has ideas."""
MOST_LETTERS = 24
LOOKED_INTO = 200
"""Characters of a title in which letters are sought."""


class Spot(NamedTuple):
    """An idea under which others may be filed, in words that are case-folded."""

    id: str
    title: str
    whole: str
    """The title, and before it what the idea stands below."""


class Places:
    """The ideas of a tree that have not ended and are neither moved themselves, as those `without`
    are, nor stand below what is.

    There may be thousands: what only words ask for is made when words are sought.
    """

    def __init__(self, tree: Outline, without: Collection[str] = ()) -> None:
        self._tree = tree
        self._moved = {id for top in without if top in tree.ideas for id in tree.subtree(top)}

    def sought(self, typed: str, most: int) -> tuple[str, ...]:
        """The ids of those that what is typed may mean, the likeliest first; all for blank words.

        Each word is to stand in a title or in what is above it. Where few do, those follow whose
        titles hold the letters in that order. Of others those come first under which something was
        put or changed last, then those with nothing below.
        """
        words = typed.casefold().split()
        if words:
            return tuple(spot.id for spot in _sought(self.spots, words)[:most])
        used = self._used_last(most)
        return used if len(used) == most else tuple(nlargest(most, self._open, key=self._used))

    def _used_last(self, most: int) -> tuple[str, ...]:
        """Those under which something was put or changed last, the last first."""
        parents, ended = self._tree.parents, self._tree.ended
        found = dict[str, None]()
        for idea in sorted(self._tree.ideas.values(), key=attrgetter("touched_at"), reverse=True):
            above = parents[idea.id]
            if above is not None and above not in ended and above not in self._moved:
                found[above] = None
                if len(found) == most:
                    break
        return tuple(found)

    @cached_property
    def _left(self) -> list[str]:
        """Those that have ended too, as others stand below them."""
        return [id for id, _ in self._tree.walk() if id not in self._moved]

    @property
    def _open(self) -> list[str]:
        ended = self._tree.ended
        return [id for id in self._left if id not in ended]

    def _used(self, id: str) -> tuple[bool, int]:
        ideas, below = self._tree.ideas, self._tree.below.get(id)
        if below:
            return True, max([ideas[each].touched_at for each in below])
        return False, ideas[id].touched_at

    @cached_property
    def spots(self) -> list[Spot]:
        """What words are sought in: whoever asks before anything is typed keeps nobody waiting."""
        found, ideas, parents = dict[str, Spot](), self._tree.ideas, self._tree.parents
        for id in self._left:
            above, title = found.get(parents[id] or ""), f" {ideas[id].title.casefold()}"
            found[id] = Spot(id, title, above.whole[-MOST_ABOVE:] + title if above else title)
        return [found[id] for id in sorted(self._open, key=self._used, reverse=True)]


def _sought(among: Sequence[Spot], words: Sequence[str]) -> list[Spot]:
    holding = list(among)
    for word in words:
        holding = [spot for spot in holding if word in spot.whole]
    last, whole = words[-1], f" {' '.join(words)}"
    first, begin = f" {words[0]}", f" {last}"

    def rank(spot: Spot) -> int:
        title = spot.title
        if last not in title:
            return 4  # only what is above it is meant
        if title.startswith(whole):
            return 0
        if title.startswith(first):
            return 1
        return 2 if begin in title else 3

    holding.sort(key=rank)
    if len(holding) < ENOUGH:
        known = {spot.id for spot in holding}
        holding += [spot for spot in _lettered(among, "".join(words)) if spot.id not in known]
    return holding


def _lettered(among: Iterable[Spot], letters: str) -> list[Spot]:
    """Those whose titles hold the letters in that order, the closest together first."""
    if len(letters) > MOST_LETTERS:
        return []
    may = list(among)
    for letter in set(letters):
        may = [spot for spot in may if letter in spot.title]
    each = [re.escape(letter) for letter in letters]
    find = re.compile(each[0] + "".join(f"[^{letter}]*{letter}" for letter in each[1:])).search
    hits = ((find(spot.title[:LOOKED_INTO]), spot) for spot in may)
    found = [(hit.end() - hit.start(), spot) for hit, spot in hits if hit]
    return [spot for _, spot in sorted(found, key=lambda each: each[0])]
