"""Room for one more course or book: asked for where beginning it was refused, then begun."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from textual.app import App

from focus_tui.services.begun import TooManyStarted


@contextmanager
def room_made(app: App[int], again: Callable[[], None]) -> Iterator[None]:
    """Where too many are begun inside, ask which one makes room; once one has, do it again."""
    try:
        yield
    except TooManyStarted as full:
        from focus_tui.ui.dialogs.makeroom import MakeRoomDialog

        dialog = MakeRoomDialog(str(full))
        app.push_screen(dialog, lambda _: again() if dialog.made else None)
