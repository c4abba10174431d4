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


# Forks itself at each folder it is told: first the fork's number is said, then how it ended.
_FORKING = """
import ctypes, os, signal, sys, threading, traceback
import tests.store.copies, tests.store.years
program, errors = compile(sys.argv[1], "program", "exec"), sys.argv[2]
for folder in sys.stdin:
    if (pid := os.fork()) == 0:
        code = 1
        try:
            os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
            ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0)  # anybody may trace it
            sys.argv = ["-c", folder.rstrip()]
            os.kill(os.getpid(), signal.SIGSTOP)
            exec(program, {})
            [each.join() for each in threading.enumerate() if each is not threading.main_thread()]
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    os.waitpid(pid, os.WUNTRACED)
    print(pid, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


class Traced:
    """A program to be run many times, each time in a process of its own under strace.

    Each is a fork of one that has only imported what the program needs: that costs time but once,
    and all of them make the same calls.
    """

    def __init__(self, program: str, folder: Path) -> None:
        """Begin; `folder` takes what was traced and complained."""
        self._log, self._errors = folder / "log", folder / "errors"
        self._forking = subprocess.Popen(
            [sys.executable, "-c", _FORKING, program, self._errors],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "Traced":
        return self

    def __exit__(self, *of: object) -> None:
        self._forking.communicate()

    def run(self, folder: Path, *options: str) -> tuple[int, str]:
        """Run it on a folder, watched or hindered; how it ended, and what it complained."""
        assert self._forking.stdin is not None
        assert self._forking.stdout is not None
        self._forking.stdin.write(f"{folder}\n")
        self._forking.stdin.flush()
        pid = int(self._forking.stdout.readline())
        with subprocess.Popen(
            ["strace", "-f", "-y", "-s", "0", "-o", self._log, *options, "-p", str(pid)],
            stderr=subprocess.PIPE,
            text=True,
        ) as strace:
            assert strace.stderr is not None
            attached = strace.stderr.readline()
            os.kill(pid, signal.SIGCONT if "attached" in attached else signal.SIGKILL)
            code = int(self._forking.stdout.readline())
        assert "attached" in attached
        return code, self._errors.read_text(encoding="utf-8")

    def calls(self, folder: Path, names: Sequence[str] = CALLS) -> list[tuple[str, int]]:
        """The calls of the system by which it handles a folder: each with its how manieth it is."""
        code, complaint = self.run(folder, "-e", f"trace={','.join(names)}")
        assert code == 0, complaint
        seen: dict[str, int] = {}
        found = []
        for line in self._log.read_text(encoding="utf-8").splitlines():
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
