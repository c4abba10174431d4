"""The review of the week, told once at the time of day that the person chose."""

from collections.abc import Callable

from focus_tui.domain.calendar import local_time
from focus_tui.domain.daytime import has_come
from focus_tui.domain.session import Phase
from focus_tui.domain.week import Week
from focus_tui.services.daysoff import Off
from focus_tui.services.desk import Desk
from focus_tui.services.drafts import Drafts
from focus_tui.services.reviewdue import ReviewDue

TOLD = "review-told"
"""Under this name the state folder keeps the first day of the week that was told last."""


class Reminding:
    """Asked each second by the process that watches the clock: so it is told in one place."""

    def __init__(
        self,
        desk: Desk,
        drafts: Drafts,
        off: Off,
        review_due: ReviewDue,
        wanted: Callable[[], int | None],
    ) -> None:
        """`wanted` is when, in minutes after midnight; None is never."""
        self._desk = desk
        self._drafts = drafts
        self._off = off
        self._review_due = review_due
        self._wanted = wanted
        self._settled = ""

    def due(self) -> Week | None:
        """The week that is to be told of now; it is told with that, and not again.

        That is on the day of the review; what comes while a session runs waits for its end.
        """
        wanted, desk = self._wanted(), self._desk
        if wanted is None or self._settled == (on := desk.today()):
            return None
        local = local_time(desk.clock.read().wall_ms, desk.zone)
        boundary = desk.calendar(desk.db.read()).rule(on).day_boundary_min
        if not has_come(wanted, local, boundary) or not self._review_due.begins(on):
            return None
        week, running = self._review_due.due(on), desk.interval()
        if week is None or (running is not None and running.phase is Phase.FOCUS):
            return None
        self._settled = on
        if on in self._off.days() or self._drafts.get(TOLD) == week.first_on:
            return None
        self._drafts.put(TOLD, week.first_on)
        return week
