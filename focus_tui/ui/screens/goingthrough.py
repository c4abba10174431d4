"""Going through past years takes seconds, once: it is told how far it is, and the clock runs on."""

import asyncio
from collections.abc import Callable, Iterator
from functools import partial

from focus_tui.domain.errors import DataUnusable
from focus_tui.ui.screens.itemkeys import ItemScreen

DRAWN_S = 0.02
"""What is said of long work is drawn within so long."""

Steps = Iterator[tuple[int, int]]
"""Each tells how many of how many are done."""


class GoingThrough(ItemScreen):
    """Subclasses show what is said in the place of what can't be shown yet, or at all."""

    _going: Steps | None = None

    def instead(self, words: str, *, wrong: bool = False) -> None:
        """Show this; `wrong` where something can't be read."""
        raise NotImplementedError

    def show_read(
        self, ready: Callable[[], bool], prepare: Callable[[], Steps], show: Callable[[], None]
    ) -> None:
        """Show it, once what it rests on is read; until then how far that is.

        What can't be read is said in its place.
        """
        self._going = None  # what is gone through for something else is not shown any more
        try:
            if ready():
                show()
            else:
                self._going = prepare()
                work = partial(self._go, self._going)
                self.run_worker(work, exclusive=True)  # type: ignore[arg-type]
        except DataUnusable as error:
            self.instead(str(error), wrong=True)

    async def _go(self, steps: Steps) -> None:
        while self._going is steps:
            try:
                done, whole = next(steps)
            except StopIteration:
                self._shown = ()
                self.host.show_again()
                return
            except DataUnusable as error:
                self.instead(str(error), wrong=True)
                return
            self.instead(f"Going through past years: {done} of {whole}")
            await asyncio.sleep(DRAWN_S)
