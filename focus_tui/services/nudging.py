"""The hour at which the person means to begin: told once a day, where nothing was done by then."""

from collections.abc import Callable

from focus_tui.domain.calendar import local_time
from focus_tui.domain.nudge import Nudge
from focus_tui.services.daysoff import Off
from focus_tui.services.desk import Desk
from focus_tui.services.drafts import Drafts

TOLD = "nudged-on"
"""Under this name the state folder keeps the local day on which it was told last."""


class Nudging:
    """Asked each second by the process that watches the clock: so it is told in one place."""

    def __init__(
        self, desk: Desk, drafts: Drafts, off: Off, wanted: Callable[[], Nudge | None]
    ) -> None:
        self._desk = desk
        self._drafts = drafts
        self._off = off
        self._wanted = wanted
        self._settled = ""

    def due(self) -> Nudge | None:
        """What is to be told now; it is told with that, and not again on this day."""
        wanted, desk = self._wanted(), self._desk
        if wanted is None or self._settled == (on := desk.today()):
            return None
        if not wanted.due(local_time(desk.clock.read().wall_ms, desk.zone)):
            return None
        self._settled = on
        present = desk.present()
        begun = present.interval is not None or present.day.focus
        if begun or on in self._off.days() or self._drafts.get(TOLD) == on:
            return None
        self._drafts.put(TOLD, on)
        return wanted
