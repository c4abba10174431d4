"""The lock around an act: one process at a time, and in it one act at a time."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from focus_tui.domain.errors import DataUnusable
from focus_tui.store.files import make_folder, unwritable

# Short, because an act takes a few milliseconds: two busy processes take turns.
_POLL_S = 0.005


class ActLock:
    """The lock of one data file: a file beside it, as its own inode changes with each act."""

    def __init__(self, path: Path, wait_s: float) -> None:
        self._path = path
        self._wait_s = wait_s
        self._held = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it; DataUnusable when that is impossible."""
        if self._held:
            raise RuntimeError("one act at a time: they don't nest")
        real = Path(os.path.realpath(self._path))
        path = real.with_suffix(".lock")
        if path == real:
            path = real.with_name(f"{real.name}.lock")
        make_folder(real.parent)
        lock = FileLock(path, mode=0o600)
        try:
            lock.acquire(timeout=self._wait_s, poll_interval=_POLL_S)
        except Timeout:
            raise DataUnusable(
                f"{self._path} has been in use by another focus for {self._wait_s:g} s. "
                "Do it again."
            ) from None
        except OSError as error:
            raise unwritable(path, error) from error
        self._held = True
        try:
            yield
        finally:
            self._held = False
            lock.release()
