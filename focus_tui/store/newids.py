"""New ids, in the order in which they are asked for."""

import os

from focus_tui.domain.ids import ENTROPY_BITS, ENTROPY_BYTES, uuid7


class NewIds:
    """Makes ids that only grow, even within a millisecond and when the wall clock is set back."""

    def __init__(self) -> None:
        self._ms = 0
        self._low = 0

    def next(self, wall_ms: int) -> str:
        """An id of that moment (UTC, milliseconds since 1970), or of just after the last one."""
        if wall_ms > self._ms:
            self._ms, self._low = wall_ms, self._random(ENTROPY_BITS - 1)
        else:
            self._low += 1 + self._random(32)
            if self._low >> ENTROPY_BITS:
                self._ms, self._low = self._ms + 1, self._random(ENTROPY_BITS - 1)
        return uuid7(self._ms, self._low.to_bytes(ENTROPY_BYTES))

    def _random(self, bits: int) -> int:
        return int.from_bytes(os.urandom(ENTROPY_BYTES)) >> (8 * ENTROPY_BYTES - bits)
