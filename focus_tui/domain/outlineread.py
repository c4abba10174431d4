"""The outline as it is read: what of it is seen, and what was read before used again."""

from collections.abc import Collection, Sequence
from operator import itemgetter

from focus_tui.domain.outline import MOST_CHANGED, Outline

DEEPER_THAN_ANY = 1_000_000

_id = itemgetter(0)

Read = Sequence[tuple[str, int]]
"""Ideas in the order in which they are read, each with its depth from 0 on."""


def ids_of(read: Read) -> list[str]:
    """The ideas alone."""
    return list(map(_id, read))


def walked_again(tree: Outline, before: Outline, read: Read, root: str | None) -> Read:
    """What `walk` gives, made of what it gave before where few stand in other places."""
    olds, news = before.below, tree.below
    others = {above for above, ids in news.items() if olds.get(above) is not ids}
    others |= olds.keys() - news.keys()
    if None in others or root in others or len(others) > MOST_CHANGED:
        return tree.walk(root)
    found, ids = list(read), ids_of(read)
    changed = {each for each in others if each is not None and each in tree.ideas}
    # What stands below another one that changed goes with that.
    tops = (id for id in changed if changed.isdisjoint(tree.path(id)))
    places = sorted((ids.index(id) for id in tops if id in ids), reverse=True)
    for at in places:  # from the end, so that those before stay where they are
        id, depth = found[at]
        end = at + 1
        while end < len(found) and found[end][1] > depth:
            end += 1
        found[at + 1 : end] = [(each, depth + 1 + deep) for each, deep in tree.walk(id)]
    return found


def unfolded(read: Read, folded: Collection[str], away: Collection[str] = ()) -> Read:
    """Of what is read, what is neither below a folded one nor `away`, nor below one that is."""
    if not folded and not away:
        return read
    found, hidden = list[tuple[str, int]](), DEEPER_THAN_ANY
    for pair in read:  # a loop with little in it: there may be thousands
        id, depth = pair
        if depth > hidden:
            continue
        if id in away:
            hidden = depth
            continue
        found.append(pair)
        hidden = depth if id in folded else DEEPER_THAN_ANY
    return found


def among(read: Read, wanted: Collection[str]) -> Read:
    """Of what is read in a tree, what is wanted and all that this stands below."""
    found, above = list[tuple[str, int]](), -1
    for pair in reversed(read):  # from its end, where what stands above comes after what is below
        if pair[1] == above or pair[0] in wanted:
            found.append(pair)
            above = pair[1] - 1
    found.reverse()
    return found
