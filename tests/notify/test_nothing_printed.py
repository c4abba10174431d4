"""What the person's terminal gets to see while the desktop fails: nothing but what we ask of it.

Linux; Debian packages dbus, libnotify-bin, python3-dbus.
"""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from focus_tui.notify.channel import Status
from tests.support.bus import Daemon, session_bus

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(sys.platform != "linux", reason="D-Bus notifications: Linux"),
]

ROOT = Path(__file__).parents[2]
TEXTS = ["--version", "-u", "- buy milk", "\x1b[2J\x1b[31m"]

Situation = Callable[[Path], AbstractContextManager[dict[str, str]]]


def on_a_bus(daemon: Daemon) -> Situation:
    @contextmanager
    def situation(folder: Path) -> Iterator[dict[str, str]]:
        with session_bus(folder, daemon) as bus:
            yield bus.env

    return situation


@contextmanager
def without_bus(folder: Path) -> Iterator[dict[str, str]]:
    yield {}


@contextmanager
def stale_socket(folder: Path) -> Iterator[dict[str, str]]:
    with socket.socket(socket.AF_UNIX) as nobody_listens:
        nobody_listens.bind(str(folder / "bus"))
    yield {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder / 'bus'}"}


def in_a_terminal(program: list[str], env: dict[str, str]) -> bytes:
    """Every byte that the terminal got from the program and whatever it started."""
    ours, theirs = os.openpty()
    with subprocess.Popen(
        program,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=env,
        cwd=ROOT,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        seen = b"".join(_read(ours))
    os.close(ours)
    assert process.returncode == 0, seen
    return seen


def _read(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(terminal, 4096)
        except OSError:  # EIO: the last program that had it open has ended
            return
        yield chunk


@pytest.mark.parametrize(
    ("situation", "status"),
    [
        (on_a_bus(Daemon.ANSWERS), Status.DELIVERED),
        (on_a_bus(Daemon.ABSENT), Status.FAILED),
        (on_a_bus(Daemon.REFUSES), Status.FAILED),
        (on_a_bus(Daemon.HANGS), Status.HUNG),
        (stale_socket, Status.FAILED),
        (without_bus, Status.UNAVAILABLE),
    ],
    ids=["answers", "absent", "refuses", "hangs", "stale", "no bus"],
)
def test_nothing_is_printed_and_the_bell_steps_in(
    tmp_path: Path, python: str, situation: Situation, status: Status
) -> None:
    hangs = status is Status.HUNG
    texts = TEXTS[:1] if hangs else TEXTS
    report = tmp_path / "report.json"
    limit_s = "1" if hangs else "60"
    program = [sys.executable, "-m", "tests.notify.sender", str(report), python, limit_s, *texts]
    with situation(tmp_path) as env:
        seen = in_a_terminal(program, {"PATH": os.environ["PATH"], **env})
    delivered = status is Status.DELIVERED
    assert seen == (b"" if delivered else b"\a" * len(texts))
    expected = [status] if delivered else [status, Status.UNAVAILABLE, Status.DELIVERED]
    assert json.loads(report.read_text(encoding="utf-8")) == [expected] * len(texts)


def test_the_terminal_steps_in_for_the_desktop(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    texts = ["--wait", "\x1b]0;title\a", "before\x01after"]
    program = [sys.executable, "-m", "tests.notify.sender", str(report), sys.executable, "60"]
    with session_bus(tmp_path, Daemon.REFUSES) as bus:
        env = {"PATH": os.environ["PATH"], "TERM": "foot", **bus.env}
        seen = in_a_terminal([*program, *texts], env)
    shown = ["--wait", "␛]0,title␇", "before␁after"]
    assert seen.decode() == "".join(f"\x1b]777;notify;{each};{each}\x1b\\\a" for each in shown)
    outcomes = json.loads(report.read_text(encoding="utf-8"))
    assert outcomes == [[Status.FAILED, Status.DELIVERED]] * len(texts)


def test_a_program_that_prints_everywhere_is_not_heard(tmp_path: Path) -> None:
    report, program = tmp_path / "report.json", tmp_path / "notify-send"
    program.write_text("#!/bin/sh\necho out; echo err >&2; echo tty >/dev/tty; exit 0\n")
    program.chmod(0o755)
    env = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/"}
    arguments = [str(report), sys.executable, "60", "Session over"]
    assert in_a_terminal([sys.executable, "-m", "tests.notify.sender", *arguments], env) == b""
    assert json.loads(report.read_text(encoding="utf-8")) == [[Status.DELIVERED]]
