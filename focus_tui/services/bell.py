"""The bell: whoever holds it watches the clock, rings and beats; one process per data file."""

from pathlib import Path

from filelock import FileLock, Timeout

_GLANCE_S = 0.01
"""Longer than another process needs for a glance of its own, which holds the lock meanwhile."""


class BellLock:
    """An advisory lock in the state folder, held for as long as a process watches the clock.

    Where that folder can't be written nobody can be asked, and every process takes itself for the
    one who watches: better two bells than none.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(path, timeout=0, mode=0o600)
        self._without_lock = False

    @property
    def held(self) -> bool:
        """Whether this process watches."""
        return self._without_lock or self._lock.is_locked

    def take(self, wait_s: float = 0) -> bool:
        """Try to become the one who watches; True when this process is."""
        if self.held:
            return True
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock.acquire(timeout=wait_s, poll_interval=_GLANCE_S / 5)
        except Timeout:
            return False
        except OSError:
            self._without_lock = True
        return True

    def held_elsewhere(self) -> bool:
        """Whether another process watches."""
        if self.held:
            return False
        if self.take(_GLANCE_S):
            self.drop()
            return False
        return True

    def drop(self) -> None:
        """Let another process watch."""
        self._without_lock = False
        if self._lock.is_locked:
            self._lock.release()
