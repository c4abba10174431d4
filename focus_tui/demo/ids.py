"""Ids that are the same wherever they are made."""

from random import Random

from focus_tui.domain.ids import ENTROPY_BYTES, uuid7


class Ids:
    """Gives new ids, of a moment each, from one stream of chance."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def at(self, wall_ms: int) -> str:
        """An id of that moment, in UTC milliseconds."""
        return uuid7(wall_ms, self._random.randbytes(ENTROPY_BYTES))
