import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from focus_tui.notify.bell import Bell
from focus_tui.notify.chain import build
from focus_tui.notify.channel import Channel, Result, Status
from focus_tui.notify.desktop import Desktop
from focus_tui.notify.message import Message
from focus_tui.notify.notifier import Notifier
from focus_tui.notify.sound import Sound

MESSAGE = Message("Session over", "Stand up.")
SSH = {"SSH_CONNECTION": "10.0.0.2 50000 10.0.0.1 22"}


class Answering(Channel):
    """A channel that always comes to the same end."""

    def __init__(self, status: Status) -> None:
        self.name = status.value
        self._status = status
        self.sent: list[Message] = []

    async def send(self, message: Message) -> Result:
        self.sent.append(message)
        return Result(self.name, self._status, "")


def statuses(results: tuple[Result, ...]) -> list[Status]:
    return [result.status for result in results]


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.DELIVERED}))
async def test_the_next_channel_is_used_until_one_delivers(status: Status) -> None:
    first, second, third = Answering(status), Answering(Status.DELIVERED), Answering(status)
    results = await Notifier([first, second, third]).tell(MESSAGE)
    assert statuses(results) == [status, Status.DELIVERED]
    assert (first.sent, second.sent, third.sent) == ([MESSAGE], [MESSAGE], [])


async def test_all_results_are_told_when_none_delivers() -> None:
    notifier = Notifier([Answering(Status.FAILED), Answering(Status.HUNG)])
    assert statuses(await notifier.tell(MESSAGE)) == [Status.FAILED, Status.HUNG]


async def test_each_is_tried_whatever_the_others_say() -> None:
    channels = [Answering(status) for status in Status]
    assert statuses(await Notifier(channels).try_each(MESSAGE)) == list(Status)


def written_by(
    names: list[str], env: dict[str, str], wanted: str = "auto"
) -> tuple[Notifier, list[str]]:
    written: list[str] = []
    return Notifier(build(names, write=written.append, env=env, wanted=wanted)), written


async def test_over_ssh_the_terminal_steps_in_for_the_desktop() -> None:
    names = ["desktop", "terminal", "bell"]
    notifier, written = written_by(names, SSH | {"TERM": "foot"})
    desktop, terminal = await notifier.tell(MESSAGE)
    assert (desktop.channel, desktop.status) == ("desktop", Status.UNAVAILABLE)
    assert "SSH" in desktop.detail
    assert (terminal.channel, terminal.status) == ("terminal", Status.DELIVERED)
    assert written == ["\x1b]777;notify;Session over;Stand up.\x1b\\\a"]


async def test_and_the_bell_for_a_terminal_that_shows_nothing() -> None:
    names = ["desktop", "terminal", "bell"]
    notifier, written = written_by(names, SSH | {"TERM": "xterm"})
    results = await notifier.tell(MESSAGE)
    assert statuses(results) == [Status.UNAVAILABLE, Status.UNAVAILABLE, Status.DELIVERED]
    assert (results[-1].channel, written) == ("bell", ["\a"])


async def test_channels_come_in_the_order_of_the_settings() -> None:
    notifier, _ = written_by(["bell", "terminal", "desktop"], SSH)
    results = await notifier.try_each(MESSAGE)
    assert [result.channel for result in results] == ["bell", "terminal", "desktop"]
    assert await written_by([], SSH)[0].tell(MESSAGE) == ()


async def test_the_kind_of_the_terminal_can_be_set() -> None:
    notifier, written = written_by(["terminal"], {"TERM": "xterm"}, "osc9")
    await notifier.tell(MESSAGE)
    assert written == ["\x1b]9;Session over: Stand up.\x1b\\\a"]


def test_an_unknown_channel_is_refused() -> None:
    with pytest.raises(KeyError, match="pigeon"):
        written_by(["pigeon"], {})


# Quiet hours, and a sound.


@pytest.fixture
def sound(tmp_path: Path) -> Sound:
    """A sound that writes `played` into this test's folder."""
    file = tmp_path / "gong.wav"
    file.write_bytes(b"")
    play = f"open({str(tmp_path / 'played')!r}, 'x')"
    return Sound(str(file), [sys.executable, "-Ic", play], env={})


async def test_in_quiet_hours_nothing_is_tried(tmp_path: Path, sound: Sound) -> None:
    hours = {"quiet": True}
    channel = Answering(Status.DELIVERED)
    notifier = Notifier([channel], sound=sound, quiet=lambda: hours["quiet"])
    assert await notifier.tell(MESSAGE) == ()
    assert channel.sent == []
    assert not (tmp_path / "played").exists()
    hours["quiet"] = False
    assert statuses(await notifier.tell(MESSAGE)) == [Status.DELIVERED]
    assert (tmp_path / "played").exists()


async def test_whoever_asks_is_answered_in_quiet_hours_too(tmp_path: Path, sound: Sound) -> None:
    notifier = Notifier([Answering(Status.FAILED)], sound=sound, quiet=lambda: True)
    assert statuses(await notifier.try_each(MESSAGE)) == [Status.FAILED]
    assert not (tmp_path / "played").exists()
    result = await notifier.try_sound()
    assert result is not None
    assert result.status is Status.DELIVERED
    assert await Notifier([]).try_sound() is None


@pytest.mark.parametrize("status", Status)
async def test_the_sound_is_played_whatever_the_channels_say(
    tmp_path: Path, sound: Sound, status: Status
) -> None:
    assert statuses(await Notifier([Answering(status)], sound=sound).tell(MESSAGE)) == [status]
    assert (tmp_path / "played").exists()


async def test_a_sound_that_fails_changes_nothing() -> None:
    notifier = Notifier([Answering(Status.DELIVERED)], sound=Sound("/nonexistent", [], env={}))
    assert statuses(await notifier.tell(MESSAGE)) == [Status.DELIVERED]


async def test_the_channels_do_not_wait_for_the_sound(tmp_path: Path) -> None:
    """Its player waits until the channel has been asked."""
    asked = tmp_path / "asked"
    os.mkfifo(asked)
    both_ends = os.open(asked, os.O_RDWR)

    class Opening(Answering):
        async def send(self, message: Message) -> Result:
            os.write(both_ends, b"x")
            return await super().send(message)

    file = tmp_path / "gong.wav"
    file.write_bytes(b"")
    waits = f"open({str(asked)!r}, 'rb').read(1)"
    sound = Sound(str(file), [sys.executable, "-Ic", waits], env={}, limit_s=60)
    notifier = Notifier([Opening(Status.DELIVERED)], sound=sound)
    assert statuses(await notifier.tell(MESSAGE)) == [Status.DELIVERED]
    os.close(both_ends)


# Single channels.


def failing(error: Exception) -> Callable[[str], None]:
    def write(text: str) -> None:
        raise error

    return write


@pytest.mark.parametrize("error", [OSError(5, "lost"), ValueError("I/O operation on closed file")])
async def test_a_bell_without_a_terminal_fails(error: Exception) -> None:
    result = await Bell(failing(error)).send(MESSAGE)
    assert (result.channel, result.status) == ("bell", Status.FAILED)


async def test_a_python_that_cannot_be_started_is_a_failure() -> None:
    result = await Desktop(python="/nonexistent/python", env={}).send(MESSAGE)
    assert result.status is Status.FAILED
    assert "No such file" in result.detail


async def test_a_process_that_takes_too_long_is_given_up() -> None:
    result = await Desktop(limit_s=0, env={}).send(MESSAGE)
    assert (result.status, result.detail) == (
        Status.HUNG,
        "The desktop did not answer within 0 s.",
    )


async def test_without_plyer_there_is_no_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "plyer", None)
    result = await Desktop(env={}).send(MESSAGE)
    assert (result.status, result.detail) == (Status.UNAVAILABLE, "plyer is not installed.")
