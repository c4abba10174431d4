"""Places in an order that a person makes: keys between which another one always fits."""

from collections.abc import Sequence
from contextlib import suppress

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""In the order in which texts sort, so that comparing keys is comparing places."""

_BASE = len(DIGITS)
_STEP = 6
"""At an open end keys advance by so many digits at most, and so stay short."""


def between(low: str, high: str, chance: int = 0) -> str:
    """A key after `low` and before `high`; an empty one of them stands for the beginning, the end.

    `chance` is any number from 0 on. It picks one of the keys that would do, so that two devices
    which put different things into one place seldom make the same key. Raises ValueError where
    nothing fits: they are equal, in the wrong order, or no keys.
    """
    if not set(low + high) <= set(DIGITS) or (high and low.rstrip("0") >= high.rstrip("0")):
        raise ValueError(f"no key fits between {low!r} and {high!r}")
    if not low and not high:
        low = DIGITS[_BASE // 2]
    key, bounded = "", bool(high)
    while True:
        first = DIGITS.index(low[len(key)]) if len(key) < len(low) else 0
        last = DIGITS.index(high[len(key)]) if bounded else _BASE
        room = last - first - 1
        if room > 0:
            step = chance % (room if low and high else min(room, _STEP))
            place = first + 1 + step if low else last - 1 - step
            return key + DIGITS[place] + DIGITS[1 + chance // _BASE % (_BASE - 1)]
        key += DIGITS[first]
        bounded = bounded and first == last


def run(low: str, high: str, count: int, chance: int = 0) -> tuple[str, ...]:
    """So many keys after `low` and before `high`, in order; they stay short.

    Raises ValueError as `between` does.
    """
    if count < 1:
        return ()
    middle = between(low, high, chance)
    if count == 1:
        return (middle,)
    if not (low and high):  # an open end is closed by the outermost key
        outer = between("" if high else middle, middle if high else "", chance // 7)
        first, last = sorted((middle, outer))
        return first, *run(first, last, count - 2, chance // 3), last
    half = count // 2
    left, right = run(low, middle, half, chance), run(middle, high, count - half - 1, chance)
    return *left, middle, *right


def placed(ranks: Sequence[str], index: int, chance: int = 0) -> tuple[str, tuple[str, ...]]:
    """The key of what comes to an index of an order, and the keys that the others have then.

    These stay, except where none fits between them: a merge left two equal, or a hand wrote one
    that is none. Then all get new ones, in their order.
    """
    (mine,), others = placed_run(ranks, index, 1, chance)
    return mine, others


def placed_run(
    ranks: Sequence[str], index: int, count: int, chance: int = 0
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The same for several that come to an index one after the other."""
    index = max(0, min(len(ranks), index))
    with suppress(ValueError):
        if all(ranks[max(0, index - 1) : index + 1]):  # an empty one is none
            low, high = ("", *ranks[index - 1 : index])[-1], (*ranks[index : index + 1], "")[0]
            return run(low, high, count, chance), tuple(ranks)
    made = run("", "", len(ranks) + count, chance)
    return made[index : index + count], made[:index] + made[index + count :]
