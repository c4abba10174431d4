"""The least that can be: a Textual app of one label, to hold focus against.

`python smallest.py [clock] [libraries]`: with `clock` the label changes each second, with
`libraries` it imports what focus stands on besides Textual. A key is answered.
"""

import sys
from itertools import cycle

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Label


class Smallest(App[None]):
    """One label."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        self.answers = cycle(("answered", "replied"))
        self.seconds = 0
        yield Label("Ready when you are")

    def on_mount(self) -> None:
        if "clock" in sys.argv:
            self.set_interval(1, self.tick)

    def tick(self) -> None:
        self.seconds += 1
        self.query_one(Label).update(
            f"{self.seconds // 60:02}:{self.seconds % 60:02}", layout=False
        )

    def on_key(self, event: events.Key) -> None:
        self.query_one(Label).update(next(self.answers))


if __name__ == "__main__":
    if "libraries" in sys.argv:
        import filelock  # noqa: F401
        import orjson  # noqa: F401
        import tinydb  # noqa: F401
        import tzlocal  # noqa: F401
    Smallest().run()
