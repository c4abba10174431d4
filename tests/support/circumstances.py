"""What can be wrong around a good data file: each holds inside its `with`, and is over after it."""

import os
import resource
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

NOBODY = 65534
Circumstance = Callable[[Path], AbstractContextManager[None]]


@pytest.fixture
def open_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home that an unprivileged process reaches; pytest shuts its own folders now and then."""
    with tempfile.TemporaryDirectory() as home:
        for kind in ("CONFIG", "DATA", "STATE"):
            folder = Path(home, kind.lower())
            folder.mkdir()
            monkeypatch.setenv(f"XDG_{kind}_HOME", str(folder))
        yield Path(home)


@contextmanager
def unprivileged(home: Path) -> Iterator[None]:
    """Whoever runs the tests may not do what permissions forbid; the home and all in it is theirs.

    What a program imports it must have imported before: the unprivileged may not read that.
    """
    if os.getuid() != 0:
        yield
        return
    for path in (home, *home.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    groups = os.getgroups()
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, 0)
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)
        os.setresgid(0, 0, 0)
        os.setgroups(groups)


def _mode(mode: int, of: Callable[[Path], Path]) -> Circumstance:
    @contextmanager
    def changed(file: Path) -> Iterator[None]:
        path = of(file)
        before = path.stat().st_mode
        path.chmod(mode)
        try:
            yield
        finally:
            path.chmod(before)

    return changed


@contextmanager
def _no_room(file: Path) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size // 2, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def lock_of(file: Path) -> Path:
    """The lock around each act on a data file."""
    return file.with_suffix(".lock")


@contextmanager
def _no_lock(file: Path) -> Iterator[None]:
    lock_of(file).unlink()
    lock_of(file).mkdir()
    try:
        yield
    finally:
        lock_of(file).rmdir()


@contextmanager
def _lock_held(file: Path) -> Iterator[None]:
    with FileLock(lock_of(file)):
        yield


CIRCUMSTANCES: dict[str, tuple[Circumstance, str]] = {
    "a read-only file": (_mode(0o400, lambda file: file), "can't be written"),
    "a read-only folder": (_mode(0o500, lambda file: file.parent), "can't be written"),
    "a file that nobody may read": (_mode(0, lambda file: file), "permission"),
    "a folder that nobody may enter": (_mode(0, lambda file: file.parent), "permission denied"),
    "no room on the disk": (_no_room, "Make room"),
    "a lock that can't be made": (_no_lock, "focus.lock can't be written"),
    "a lock that another holds": (_lock_held, "in use"),
}
"""Each with words of the sentence that tells it."""
