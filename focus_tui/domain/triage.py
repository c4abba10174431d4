"""What becomes of a thought that is looked at, and what was done with all of them."""

from collections.abc import Sequence
from enum import StrEnum


class Fate(StrEnum):
    """What was decided; the value is how several are counted."""

    FRONT = "to the front"
    FILED = "filed"
    LATER = "kept for later"
    GOAL = "a goal now"
    PROMISED = "promised"
    BEGUN = "begun"
    DROPPED = "dropped"
    DELETED = "deleted"
    SKIPPED = "left in the inbox"


def summary(fates: Sequence[Fate]) -> str:
    """`7 looked at: 1 to the front, 3 filed, 3 dropped.` Empty when nothing was looked at."""
    if not fates:
        return ""
    counted = [f"{fates.count(each)} {each}" for each in Fate if each in fates]
    return f"{len(fates)} looked at: {', '.join(counted)}."
