"""The app in a real terminal: how it starts, is stopped, goes on, ends and fails."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual import on

from focus_tui.composition import Services
from focus_tui.domain.errors import FocusError
from focus_tui.domain.text import visible
from focus_tui.ui import stylesheets
from focus_tui.ui.app import FocusApp
from focus_tui.ui.driver import TerminalDriver
from focus_tui.ui.farewell import DEMO_LEFT, farewell

TIDY_AFTER_S = 0.5


def leave(services: Services, back: str, *, demo: bool = False) -> tuple[str, int]:
    """Leave the clock to itself: what there is to say about it, and the exit status it asks for.

    `back` is the command that brings the app back; nothing brings back the demo.
    """
    try:
        services.keeper.leave()
        if demo:
            return DEMO_LEFT, 0
        return farewell(services.desk.present(), back), 0
    except FocusError as error:
        services.desk.watch.end()  # whoever stops must not keep others from ringing
        return visible(f"{error} {services.copies.way_back()}".rstrip()), error.exit_code


class TerminalApp(FocusApp):
    """focus, at home in a terminal."""

    def __init__(self, services: Services, *, demo: bool = False) -> None:
        super().__init__(services, demo=demo)
        self.driver_class = TerminalDriver
        self.bug: Exception | None = None
        self.left: tuple[str, int] | None = None
        """What leaving the clock said, where that was done before the app ended."""

    def on_ready(self) -> None:
        """Once nobody waits for the first picture any more, sweep up after the start.

        What is there then is never looked at again.
        """
        self.set_timer(TIDY_AFTER_S, self._tidy)

    def _tidy(self) -> None:
        # Without this the first dialog would have Textual parse all style sheets anew.
        self.stylesheet.read(stylesheets.path(stylesheets.DIALOGS))
        self.stylesheet.parse()
        _tidy_memory()

    @on(TerminalDriver.Leave)
    def _told_to_leave(self, message: TerminalDriver.Leave) -> None:
        # Behind the keys that were typed before: they are still on their way to their field.
        if not (self.focused or self.screen).call_later(self._leave, message.code):
            self._leave(message.code)  # that field has just closed

    def _leave(self, code: int) -> None:
        self.left = leave(self.services, "focus", demo=self.demo)
        self.exit(return_code=code)

    def done(self) -> None:
        """All that leaving asks for has been done, or has failed."""
        if isinstance(self._driver, TerminalDriver):
            self._driver.done()

    def on_resize(self) -> None:
        """A window that was another one in between may have lost its picture, and has its size."""
        self.refresh()

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal to another program: stopping and continuing is that one's meanwhile."""
        self._terminal.lent = True
        try:
            with super().suspend():
                yield
        finally:
            self._terminal.lent = False

    @on(TerminalDriver.PutAside)
    def _put_aside(self) -> None:
        """Stop as if leaving: a stopped process keeps no bell from others and rings for nobody."""
        self.keep_typed()
        words, _ = leave(self.services, "fg")
        self._terminal.put_aside(words)
        self.refresh(layout=True)

    @on(TerminalDriver.Continued)
    def _continued(self, message: TerminalDriver.Continued) -> None:
        self._terminal.continued(message)
        self.refresh(layout=True)

    @property
    def _terminal(self) -> TerminalDriver:
        assert isinstance(self._driver, TerminalDriver)
        return self._driver

    # A bug. Textual would print it with the values of variables, which are the person's.

    def _handle_exception(self, error: Exception) -> None:
        if self.bug is None:
            self.bug = error
            self.keep_typed()
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def panic(self, *renderables: Any) -> None:
        """End, printing nothing."""
        self._close_messages_no_wait()


def _tidy_memory() -> None:
    gc.collect()
    gc.freeze()
    # By Python's usual 700 a key that goes through thousands of ideas is swept up after many times.
    gc.set_threshold(20_000, 20, 20)
    gc.enable()
