"""The desktop channel on a real bus. Linux; Debian packages dbus, libnotify-bin, python3-dbus."""

import asyncio
import os
import select
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from focus_tui.domain.text import visible
from focus_tui.notify.channel import Status
from focus_tui.notify.desktop import LONGEST, Desktop
from focus_tui.notify.message import Message
from tests.notify.hostile import HOSTILE, HUGE
from tests.support.bus import Bus, Daemon, session_bus

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(sys.platform != "linux", reason="D-Bus notifications: Linux"),
]

PATIENT_S = 60
"""For what must be delivered: a limit that no slow machine reaches."""
MESSAGE = Message("Session over", "Stand up.")


@pytest.fixture(scope="module")
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bus]:
    with session_bus(tmp_path_factory.mktemp("bus")) as running:
        yield running


def env_of(bus: Bus) -> dict[str, str]:
    # No locale at all: text must arrive whole even where the system's encoding is ASCII.
    return {"PATH": os.environ["PATH"], **bus.env}


@pytest.mark.parametrize("name", HOSTILE)
async def test_title_and_body_arrive_as_typed(bus: Bus, python: str, name: str) -> None:
    text = HOSTILE[name]
    before = len(bus.arrivals)
    desktop = Desktop(limit_s=PATIENT_S, python=python, env=env_of(bus))
    result = await desktop.send(Message(text, text))
    assert result.status is Status.DELIVERED
    (arrival,) = bus.arrivals[before:]
    assert (arrival.app_name, arrival.expires_ms) == ("focus", 10_000)
    assert arrival.title == (visible(text) or "focus")
    assert arrival.body_text == visible(text)
    assert set(arrival.hints) <= {"urgency", "sender-pid"}
    assert arrival.hints.get("urgency", 1) == 1


async def test_a_huge_text_is_cut_and_says_so(bus: Bus, python: str) -> None:
    desktop = Desktop(limit_s=PATIENT_S, python=python, env=env_of(bus))
    result = await desktop.send(Message(HUGE, HUGE))
    assert result.status is Status.DELIVERED
    arrival = bus.arrivals[-1]
    assert arrival.title == arrival.body_text == HUGE[: LONGEST - 1] + "…"


@pytest.mark.parametrize(
    ("daemon", "status"),
    [
        (Daemon.ABSENT, Status.FAILED),
        (Daemon.REFUSES, Status.FAILED),
        (Daemon.HANGS, Status.HUNG),
    ],
)
async def test_a_desktop_that_does_not_take_it(
    tmp_path: Path, python: str, daemon: Daemon, status: Status
) -> None:
    limit_s = 1 if daemon is Daemon.HANGS else PATIENT_S
    with session_bus(tmp_path, daemon) as bus:
        result = await Desktop(limit_s=limit_s, python=python, env=env_of(bus)).send(MESSAGE)
    assert result.status is status


async def test_a_bus_that_is_gone(tmp_path: Path, python: str) -> None:
    with session_bus(tmp_path) as bus:
        env = env_of(bus)
    result = await Desktop(limit_s=PATIENT_S, python=python, env=env).send(MESSAGE)
    assert result.status is Status.FAILED


async def test_no_bus(tmp_path: Path, python: str) -> None:
    env = {"PATH": os.environ["PATH"], "XDG_RUNTIME_DIR": str(tmp_path), "DISPLAY": ":97"}
    result = await Desktop(limit_s=PATIENT_S, python=python, env=env).send(MESSAGE)
    assert result.status is Status.UNAVAILABLE
    assert "no D-Bus session bus" in result.detail


async def test_the_bus_of_the_runtime_folder(tmp_path: Path, python: str) -> None:
    with session_bus(tmp_path) as bus:  # its socket is called "bus", as there
        env = {"PATH": os.environ["PATH"], "XDG_RUNTIME_DIR": str(tmp_path)}
        result = await Desktop(limit_s=PATIENT_S, python=python, env=env).send(MESSAGE)
        assert (result.status, len(bus.arrivals)) == (Status.DELIVERED, 1)


async def test_no_back_end(bus: Bus, tmp_path: Path) -> None:
    env = {"PATH": str(tmp_path), **bus.env}
    result = await Desktop(limit_s=PATIENT_S, env=env).send(MESSAGE)
    assert result.status is Status.UNAVAILABLE
    assert "notify-send" in result.detail


async def test_modules_lying_about_are_not_run(
    bus: Bus, python: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "plyer", "dbus", "sitecustomize", "desktop_child"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(7)\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    env = env_of(bus) | {"PYTHONPATH": f":{tmp_path}", "PYTHONSTARTUP": str(tmp_path / "json.py")}
    result = await Desktop(limit_s=PATIENT_S, python=python, env=env).send(MESSAGE)
    assert result.status is Status.DELIVERED


async def test_giving_up_ends_every_process(tmp_path: Path) -> None:
    with session_bus(tmp_path, Daemon.HANGS) as bus:
        children = _children()
        sending = asyncio.create_task(
            Desktop(limit_s=PATIENT_S, env=env_of(bus)).send(MESSAGE), name="sending"
        )
        await asyncio.to_thread(bus.wait_until_called)
        handles = [os.pidfd_open(pid) for pid in _running_on(bus)]
        assert len(handles) == 2  # plyer's process, and notify-send
        sending.cancel()
        with pytest.raises(asyncio.CancelledError):
            await sending
        assert _children() == children
        for handle in handles:
            assert select.select([handle], [], [], 30)[0], "still running"
            os.close(handle)


def _children() -> set[str]:
    tasks = Path("/proc/self/task").iterdir()
    return {pid for task in tasks for pid in (task / "children").read_text().split()}


def _running_on(bus: Bus) -> list[int]:
    """The processes that were given the bus in their environment."""
    return [
        int(process.name)
        for process in Path("/proc").iterdir()
        if process.name.isdecimal() and bus.address.encode() in _environ(process)
    ]


def _environ(process: Path) -> bytes:
    try:
        return (process / "environ").read_bytes()
    except OSError:  # another user's, or ended meanwhile
        return b""
