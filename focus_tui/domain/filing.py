"""Where an idea may be filed: every idea of the outline as a place, found by what is typed."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from focus_tui.domain.outline import Outline
from focus_tui.domain.outlineread import unfolded

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


def spots(tree: Outline, without: Collection[str] = ()) -> tuple[Spot, ...]:
    """All that have not ended and are neither moved themselves nor stand below what is.

    Those under which something was put or changed last come first, then those with nothing below.
    """
    ideas, found, used = tree.ideas, dict[str, Spot](), dict[str, tuple[bool, int]]()
    for id, _ in unfolded(tree.walk(), without):
        idea = ideas[id]
        if id in without:
            continue
        above, title = found.get(tree.parents[id] or ""), f" {idea.title.casefold()}"
        found[id] = Spot(id, title, above.whole[-MOST_ABOVE:] + title if above else title)
        below = tree.children(id)
        last = max([ideas[each].touched_at for each in below]) if below else idea.touched_at
        used[id] = bool(below), last
    open_ones = (spot for spot in found.values() if not ideas[spot.id].ended)
    return tuple(sorted(open_ones, key=lambda spot: used[spot.id], reverse=True))


def sought(among: Sequence[Spot], typed: str, most: int) -> tuple[Spot, ...]:
    """Those that what is typed may mean, the likeliest first; all for blank words.

    Each word is to stand in a title or in what is above it. Where few do, those follow whose
    titles hold the letters in that order.
    """
    words = typed.casefold().split()
    if not words:
        return tuple(among[:most])
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
    return tuple(holding[:most])


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
