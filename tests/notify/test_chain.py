from collections.abc import Callable

import pytest

from focus_tui.notify.bell import Bell
from focus_tui.notify.chain import build
from focus_tui.notify.channel import Channel, Result, Status
from focus_tui.notify.desktop import Desktop
from focus_tui.notify.message import Message
from focus_tui.notify.notifier import Notifier

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


async def test_over_ssh_the_bell_steps_in_for_the_desktop() -> None:
    rung: list[str] = []
    notifier = build(["desktop", "bell"], ring=lambda: rung.append("\a"), env=SSH)
    desktop, bell = await notifier.tell(MESSAGE)
    assert (desktop.channel, desktop.status) == ("desktop", Status.UNAVAILABLE)
    assert "SSH" in desktop.detail
    assert (bell.channel, bell.status, rung) == ("bell", Status.DELIVERED, ["\a"])


async def test_channels_come_in_the_order_of_the_settings() -> None:
    notifier = build(["bell", "desktop"], ring=lambda: None, env=SSH)
    assert [result.channel for result in await notifier.try_each(MESSAGE)] == ["bell", "desktop"]
    assert await build([], ring=lambda: None, env=SSH).tell(MESSAGE) == ()


def test_an_unknown_channel_is_refused() -> None:
    with pytest.raises(KeyError, match="pigeon"):
        build(["pigeon"], ring=lambda: None, env={})


def failing(error: Exception) -> Callable[[], None]:
    def ring() -> None:
        raise error

    return ring


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
