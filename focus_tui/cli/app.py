"""`focus` alone: the app."""

import gc
from collections.abc import Callable
from pathlib import Path

from focus_tui import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from focus_tui.composition import Services

OpenApp = Callable[["Services"], int]
"""Opens the app on the services and gives its exit status."""


def run(data_file: str, open_app: OpenApp) -> int:
    """Open the app by `open_app` and give its exit status."""
    gc.disable()  # half of the start is imports; the app sweeps up when its first picture stands
    try:
        from focus_tui.composition import services

        return open_app(services(Path(places.data_file(data_file))))
    finally:
        gc.enable()
