"""How the time since the last transition is to be counted: was somebody watching?"""

from focus_tui.domain import timer
from focus_tui.domain.calendar import Calendar
from focus_tui.domain.interval import Interval
from focus_tui.domain.reading import Reading
from focus_tui.domain.timer import FORGIVEN_MS, Moment
from focus_tui.services.bell import BellLock
from focus_tui.services.livefile import LiveFile


class Watch:
    """Knows whether the clock was watched, by this process or another, and counts accordingly."""

    def __init__(self, bell: BellLock, live: LiveFile) -> None:
        self._bell = bell
        self._live = live
        self._last_look: Reading | None = None
        self._elsewhere = False

    def glance(self) -> None:
        """For a process that is gone in a moment: see whether another one watches."""
        self._elsewhere = self._bell.held_elsewhere()

    def begin(self) -> bool:
        """Watch from here on, unless another process does; True when this one watches.

        What passed before the first `look` is still counted as unwatched.
        """
        self._elsewhere = not self._bell.take()
        return self.watching

    def look(self, now: Reading) -> None:
        """Note that this process is alive and has accounted for everything up to now."""
        self._last_look = now

    def end(self) -> None:
        """Watch no more."""
        self._bell.drop()
        self._last_look = None

    @property
    def watching(self) -> bool:
        """Whether this process watches: it rings, and keeps the live file."""
        return self._bell.held

    @property
    def watched(self) -> bool:
        """Whether anybody watches the clock."""
        return self.watching or self._elsewhere

    def moment(self, interval: Interval, now: Reading, calendar: Calendar) -> Moment:
        """What the interval is now."""
        if interval.left:
            return timer.come_back(interval, None, now, calendar)
        seen = self._last_look if self.watching else None
        watched = seen is not None or self._elsewhere
        seen = seen or self._live.heartbeat(interval.id)
        # Whoever watches may have been stopped for a while, this process too.
        if watched and (seen is None or _awake(seen, now)):
            return timer.advance(interval, now, calendar)
        return timer.come_back(interval, seen, now, calendar)


def _awake(seen: Reading, now: Reading) -> bool:
    blind = now.since(seen)
    return blind.same_boot and blind.awake_ms <= FORGIVEN_MS
