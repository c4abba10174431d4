"""Which weeks are to be reviewed; that is read off the data without a look at what they held, as
Today asks for it."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta

from focus_tui.domain.calendar import CalendarRule
from focus_tui.domain.cards import Asks, Card
from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.reflection import reflection_id
from focus_tui.domain.week import Week
from focus_tui.services.commitments import Commitments
from focus_tui.services.desk import Desk
from focus_tui.store.views import View

OFFERED_WEEKS = 4
"""Weeks without a review are offered for so long."""
LOOKED_AT = 12
"""So many of a day's sessions that were added last are looked at for one that is not deleted."""


class ReviewDue:
    """Kept while the day and what it is read off are the same."""

    def __init__(self, desk: Desk, commitments: Commitments) -> None:
        self._desk = desk
        self._commitments = commitments
        self._asked: tuple[tuple[object, ...], Week | None] | None = None

    def asks(self, on: str) -> tuple[Card, ...]:
        """The review that is due on a local day.

        While the data can't be read, the one that was when they could.
        """
        with suppress(DataUnusable):
            self.due(on)
        week = self._asked[1] if self._asked else None
        return (Card(Asks.REVIEW, week),) if week else ()

    def due(self, on: str) -> Week | None:
        """The week that is to be reviewed on a local day: the last that had ended by the day of
        the review, if there is anything to look at and it has no review yet."""
        view = self._desk.db.read()
        read = view.reflections, view.sessions, view.commitments, view.calendar
        seen = (on, *(each.version for each in read))
        if self._asked is None or self._asked[0] != seen:
            week = self._ended(self._review_on(on))
            self._asked = seen, week if self._wanted(view, week, on) else None
        return self._asked[1]

    def begins(self, on: str) -> bool:
        """Whether a local day is the day of the review."""
        return self._review_on(on) == on

    def first(self) -> Week:
        """The week that is to be looked at now: the last that has ended and has no review yet,
        else this one."""
        view, today = self._desk.db.read(), self._desk.today()
        latest = self._ended(today)
        return latest if self._wanted(view, latest, today) else self._week(today)

    def offered(self) -> tuple[Week, ...]:
        """The weeks of late that held something, have ended, and have no review; newest first."""
        view, today = self._desk.db.read(), self._desk.today()
        weeks = (self._ended(today).after(-back) for back in range(OFFERED_WEEKS))
        return tuple(week for week in weeks if self._wanted(view, week, today))

    def _rule(self, on: str) -> CalendarRule:
        return self._desk.calendar(self._desk.db.read()).rule(on)

    def _review_on(self, on: str) -> str:
        """The last day of the review up to a local day."""
        day = date.fromisoformat(on)
        return str(day - timedelta((day.isoweekday() - self._rule(on).review_weekday) % 7))

    def _week(self, on: str) -> Week:
        return Week.of(on, self._rule(on).first_weekday)

    def _ended(self, on: str) -> Week:
        """The last week whose last day has come by a local day."""
        week = self._week(on)
        return week if week.last_on <= on else week.after(-1)

    def _wanted(self, view: View, week: Week, on: str) -> bool:
        """Whether there is anything to look at, and nobody has done so or said not to.

        On its last day that is a session of the days before: nobody who has only just begun is
        asked, and a promise may still be kept.
        """
        if view.reflections.says(reflection_id(week), "finished_at", "skipped_at"):
            return False
        held = _held(view, (each for each in reversed(week.days) if each < on))
        return held or (week.last_on < on and bool(self._commitments.of(week)))


def _held(view: View, days: Iterable[str]) -> bool:
    """Whether a session is known of some local days, the latest first, as it is found fastest."""
    found = (view.sessions.last("on", on, LOOKED_AT) for on in days)
    return any(each.deleted_at is None for day in found for each in day)
