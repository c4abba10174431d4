"""The policy: channels are tried in order until one delivers, and never in quiet hours."""

import asyncio
from collections.abc import Callable, Sequence

from focus_tui.notify.channel import Channel, Result, Status
from focus_tui.notify.message import Message
from focus_tui.notify.sound import Sound


class Notifier:
    """A chain of channels, the most wanted first, and a sound that is played besides."""

    def __init__(
        self,
        channels: Sequence[Channel],
        *,
        sound: Sound | None = None,
        quiet: Callable[[], bool] = lambda: False,
    ) -> None:
        self._channels = tuple(channels)
        self._sound = sound
        self.quiet = quiet
        """Whether these are quiet hours."""

    async def tell(self, message: Message) -> tuple[Result, ...]:
        """Go down the chain until a channel delivers; the results of those tried, in order.

        It ends when the sound does too, of which nothing is told. In quiet hours nothing is tried.
        """
        if self.quiet():
            return ()
        async with asyncio.TaskGroup() as besides:
            if self._sound is not None:
                besides.create_task(self._sound.play())
            return await self._first(message)

    async def _first(self, message: Message) -> tuple[Result, ...]:
        results: list[Result] = []
        for channel in self._channels:
            results.append(await channel.send(message))
            if results[-1].status is Status.DELIVERED:
                break
        return tuple(results)

    async def try_each(self, message: Message) -> tuple[Result, ...]:
        """Try every channel, whatever the others and the clock say, one after the other."""
        return tuple([await channel.send(message) for channel in self._channels])

    async def try_sound(self) -> Result | None:
        """Play the sound, whatever the clock says; None when there is none."""
        return await self._sound.play() if self._sound is not None else None
