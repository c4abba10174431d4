"""Processes that die or fail at each step of an act, and one that may write only its own."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType

import pytest

from focus_tui.store.database import Database
from tests.store.given import database, in_child

STEPS = frozenset(
    ("open", "write", "fsync", "fstat", "replace", "unlink", "close", "mkdir", "pread", "stat")
)
NO_STEP_LEFT = 77


def before_step(n: int, do: Callable[[], None], body: Callable[[], None]) -> None:
    """Do something just before the n-th call of the system by which `body` handles files."""
    count = 0

    def watch(frame: FrameType, event: str, called: object) -> None:
        nonlocal count
        if (
            event == "c_call"
            and frame.f_code.co_filename.endswith(("store/files.py", "store/journal.py"))
            and getattr(called, "__name__", "") in STEPS
        ):
            count += 1
            if count == n:
                sys.setprofile(None)
                do()

    sys.setprofile(watch)
    body()
    sys.setprofile(None)
    if count < n:
        os._exit(NO_STEP_LEFT)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def no_room() -> None:
    raise OSError(28, "No space left on device")


def steps(
    folder: Path,
    prepare: Callable[[], None],
    act: Callable[[Database], None],
    do: Callable[[], None],
) -> Iterator[int]:
    """Run an act in a child, with a fault before each step; yields wait statuses."""
    for n in range(1, 1000):
        prepare()

        def body(n: int = n) -> None:
            db = database(folder)
            before_step(n, do, lambda: act(db))

        status = in_child(body)
        if os.waitstatus_to_exitcode(status) == NO_STEP_LEFT:
            return
        yield status


CALLS = ("openat", "read", "pread64", "write", "fsync", "rename", "unlink", "flock", "close")


def traced(
    program: str, folder: Path, log: Path, *options: str
) -> "subprocess.CompletedProcess[bytes]":
    """A program in a process of its own, watched or hindered by strace."""
    return subprocess.run(
        [
            "strace",
            "-f",
            "-y",
            "-s",
            "0",
            "-o",
            log,
            *options,
            sys.executable,
            "-c",
            program,
            folder,
        ],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )


def calls(folder: Path, log: Path, names: Sequence[str] = CALLS) -> list[tuple[str, int]]:
    """The calls of the system that handle the data: the name, and the how manieth it is."""
    seen: dict[str, int] = {}
    found = []
    for line in log.read_text(encoding="utf-8").splitlines():
        name = re.sub(r"^[0-9]+ +", "", line).partition("(")[0]
        seen[name] = seen.get(name, 0) + 1
        if str(folder) in line and name in names:
            found.append((name, seen[name]))
    return found


def as_nobody(body: Callable[[], None]) -> int:
    """In a child that may not write what it does not own, whoever runs the tests."""

    def unprivileged() -> None:
        if os.getuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        body()

    return in_child(unprivileged)


@pytest.fixture
def own_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder that an unprivileged process reaches and owns."""
    folder = tmp_path / "own"
    folder.mkdir()
    if os.getuid() == 0:
        os.chown(folder, 65534, 65534)
        for parent in folder.parents:
            if parent.stat().st_mode & 0o005 != 0o005:
                parent.chmod(parent.stat().st_mode | 0o005)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)
