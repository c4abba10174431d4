"""Going through past years takes seconds, once: it is told how far it is, and the clock runs on."""

import asyncio
from collections.abc import Iterator
from functools import partial

from focus_tui.domain.errors import DataUnusable
from focus_tui.ui.screens.itemkeys import ItemScreen

DRAWN_S = 0.02
"""What is said of long work is drawn within so long."""


class GoingThrough(ItemScreen):
    """Subclasses show what is said in the place of what can't be shown yet, or at all."""

    def instead(self, words: str, *, wrong: bool = False) -> None:
        """Show this; `wrong` where something can't be read."""
        raise NotImplementedError

    def go_through(self, steps: Iterator[tuple[int, int]]) -> None:
        """Do it step by step, each telling how many of how many are done, then show again."""
        self.run_worker(partial(self._go, steps), exclusive=True)  # type: ignore[arg-type]

    async def _go(self, steps: Iterator[tuple[int, int]]) -> None:
        try:
            for done, whole in steps:
                self.instead(f"Going through past years: {done} of {whole}")
                await asyncio.sleep(DRAWN_S)
        except DataUnusable as error:
            self.instead(str(error), wrong=True)
        else:
            self._shown = ()
            self.host.show_again()
