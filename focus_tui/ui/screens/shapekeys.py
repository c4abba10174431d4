"""What the keys of a session's length do on Today.

Dialogs are imported when they are opened: the first screen does not wait for them.
"""

from collections.abc import Callable
from functools import partial

from focus_tui.domain.errors import FocusError
from focus_tui.ui.room import room_made
from focus_tui.ui.screens.clockkeys import ClockKeys

TWO_MIN = 2


class ShapeKeys(ClockKeys):
    """One method a key; each says what it did."""

    def do_today_shape(self) -> None:
        """Choose a shape."""
        from focus_tui.ui.dialogs.shape import ShapeDialog

        self.app.push_screen(ShapeDialog(self.host))

    def do_clock_shorten(self) -> None:
        """Five minutes less."""
        self.host.say(self.host.services.focus.shorten())

    def do_clock_more(self) -> None:
        """Two minutes more."""
        self.host.say(self.host.services.focus.extend(TWO_MIN))

    def can_clock_extend(self) -> bool:
        """There is a planned end, or it has passed."""
        running = self.host.present.interval
        return running is None or not running.open or not running.left_ms

    can_clock_shorten = can_clock_extend
    can_clock_more = can_clock_extend

    def do_today_ago(self) -> None:
        """Begin in the past."""
        from focus_tui.ui.dialogs import lines

        later = partial(self.app.call_later, self._begin_asking)
        self.app.push_screen(lines.started_ago(self.host, later))

    def _begin_asking(self, begin: Callable[[], None]) -> None:
        try:
            with room_made(self.app, partial(self._begin_asking, begin)):
                begin()
        except FocusError as error:
            self.host.say(str(error), wrong=True)
