"""`focus` alone: the app; and `focus --demo`."""

import gc
from collections.abc import Callable, Sequence
from pathlib import Path

from focus_tui import places
from focus_tui.domain.errors import BadInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from focus_tui.composition import Services

OpenApp = Callable[["Services", bool], int]
"""Opens the app on the services, or on those of the demo, and gives its exit status."""


def run(data_file: str, open_app: OpenApp) -> int:
    """Open the app by `open_app` and give its exit status."""
    gc.disable()  # half of the start is imports; the app sweeps up when its first picture stands
    try:
        from focus_tui.composition import services

        return open_app(services(Path(places.data_file(data_file))), False)
    finally:
        gc.enable()


def demo(words: Sequence[str], data_file: str, open_app: OpenApp) -> int:
    """The same on the demo. Raises BadInput where something else is named with it."""
    if words or data_file:
        what = f"“{words[0]}”" if words else "--data-file"
        raise BadInput(f"--demo has data of its own and opens the app: leave {what} out.")
    gc.disable()
    try:
        from focus_tui.demo.opening import opened

        with opened() as services:
            return open_app(services, True)
    finally:
        gc.enable()
