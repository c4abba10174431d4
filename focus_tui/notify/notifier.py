"""The policy: channels are tried in order until one delivers."""

from collections.abc import Sequence

from focus_tui.notify.channel import Channel, Result, Status
from focus_tui.notify.message import Message


class Notifier:
    """A chain of channels, the most wanted first."""

    def __init__(self, channels: Sequence[Channel]) -> None:
        self._channels = tuple(channels)

    async def tell(self, message: Message) -> tuple[Result, ...]:
        """Go down the chain until a channel delivers; the results of those tried, in order."""
        results: list[Result] = []
        for channel in self._channels:
            results.append(await channel.send(message))
            if results[-1].status is Status.DELIVERED:
                break
        return tuple(results)

    async def try_each(self, message: Message) -> tuple[Result, ...]:
        """Try every channel, whatever the others say, one after the other."""
        return tuple([await channel.send(message) for channel in self._channels])
