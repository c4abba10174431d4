"""What a session may ask before it begins: room for a course or book, why it is one more."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from textual.app import App

from focus_tui.services.begun import TooManyStarted
from focus_tui.services.dayend import EnoughForToday
from focus_tui.ui.host import host


@contextmanager
def room_made(app: App[int], again: Callable[[], None]) -> Iterator[None]:
    """Where what is begun inside was refused, ask what it takes; once that is said, do it again.

    Where too many are begun, one makes room; where the day is full, a line says why more.
    """
    try:
        yield
    except TooManyStarted as full:
        from focus_tui.ui.dialogs.makeroom import MakeRoomDialog

        dialog = MakeRoomDialog(str(full))
        app.push_screen(dialog, lambda _: again() if dialog.made else None)
    except EnoughForToday as enough:
        from focus_tui.ui.dialogs.lines import why_more

        said: list[str] = []

        def begin(_: None) -> None:
            for why in said:  # none where the person has thought better of it
                with host(app).services.day_end.because(why):
                    again()

        app.push_screen(why_more(host(app), str(enough), said.append), begin)
