"""What every service works on: the data, the clocks, and who watches them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from focus_tui.domain.calendar import Calendar, local_time
from focus_tui.domain.cards import Card
from focus_tui.domain.day import Day
from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.interval import Interval
from focus_tui.domain.reading import Clock, Reading
from focus_tui.domain.session import Session, Stamp
from focus_tui.services.livefile import LiveFile
from focus_tui.services.present import Present
from focus_tui.services.recent import RecentDays, marks_on, noted_on, sessions_on
from focus_tui.services.watch import Watch
from focus_tui.store.database import Database
from focus_tui.store.transaction import Transaction
from focus_tui.store.views import View

CLOSED_ALONE = "close the session"
"""What undo calls it when the clock closed an interval by itself."""


class Known(NamedTuple):
    """What is read off a snapshot of the data once."""

    view: View
    stored: Interval | None
    """What runs on this device, as it was at its last transition."""
    elsewhere: tuple[Interval, ...]
    """What runs on other devices."""
    calendar: Calendar


class Desk:
    """One device's data and clock. Services act through it; screens and commands ask it."""

    def __init__(
        self,
        db: Database,
        clock: Clock,
        watch: Watch,
        live: LiveFile,
        *,
        zone: Callable[[], str],
        every: Callable[[], int],
        limit_ms: Callable[[], int],
    ) -> None:
        self.db = db
        self.clock = clock
        self.watch = watch
        self._live = live
        self._ask_zone = zone
        self._zone = zone()
        self._every = every
        self._limit_ms = limit_ms
        self._listeners: list[Callable[[], None]] = []
        self._closed_alone: list[Session] = []
        self._recent = RecentDays()
        self._known: Known | None = None
        self._last_good: View | None = None
        self.asks: Callable[[str], tuple[Card, ...]] = lambda on: ()
        """What else waits for an answer on a local day, besides what sessions ask."""

    @property
    def zone(self) -> str:
        """The IANA name of the zone that the machine is in."""
        return self._zone

    def listen(self, listener: Callable[[], None]) -> None:
        """Call this after each change made here, or seen in the file."""
        self._listeners.append(listener)

    def changed(self) -> None:
        """Tell the listeners that something is different, and the live file what is."""
        self.tell()
        for listener in self._listeners:
            listener()

    def tell(self) -> None:
        """Bring the live file up to date.

        Another process may act, and tell, while this one does: then what is told here is old, and
        is told again.
        """
        while True:
            view = self.db.read()
            self._live.tell(self._present(view), self.stored(view), self.calendar(view))
            # Who asks for the questions may have read what is new.
            if not self.db.changed() and self.db.read() is view:
                return

    def ask_zone(self) -> None:
        """Look up the machine's zone again: it may have travelled while it slept."""
        self._zone = self._ask_zone()

    def take_closed_alone(self) -> tuple[Session, ...]:
        """What closed by itself since the last time this was asked: the person should be told."""
        closed, self._closed_alone = tuple(self._closed_alone), []
        return closed

    @contextmanager
    def act(self, label: str, *, undoable: bool = True) -> Iterator[Transaction]:
        """One act: a transaction, after which everybody is told.

        What the clock has done by itself meanwhile is written before, as an act of its own.
        """
        self.settle()
        with self.db.act(label, undoable=undoable) as tx:
            yield tx
        self.changed()

    def settle(self) -> None:
        """Write what the clock has done by itself: paused in a sleep, closed when forgotten.

        Written too is whether somebody watches from here on, where that is not as it was.
        """
        view = self.db.read()
        stored = self.stored(view)
        if stored is None:
            return
        moment = self.watch.moment(stored, self.clock.read(), self.calendar(view))
        closed = moment.closed
        same = moment.interval is not None and moment.interval.paused is stored.paused
        if same and stored.left is not self.watch.watched:
            return
        with self.db.act(CLOSED_ALONE, undoable=closed is not None) as tx:
            running = self.running(tx)
            if running is not None:
                tx.timer.put(running)
        if closed is not None:
            self._closed_alone.append(closed)
        self.changed()

    def stored(self, view: View) -> Interval | None:
        """What runs on this device, as it was at its last transition."""
        return self._read_off(view).stored

    def calendar(self, view: View) -> Calendar:
        """What days mean to the person."""
        return self._read_off(view).calendar

    def _read_off(self, view: View) -> "Known":
        """A snapshot stays as it is, and is asked many times a second; a transaction changes."""
        if self._known is not None and self._known.view is view:
            return self._known
        running = view.timer.all()
        stored = running.pop(self.db.device, None)
        known = Known(view, stored, tuple(running.values()), Calendar(view.calendar.all()))
        if not isinstance(view, Transaction):
            self._known = known
        return known

    def stamp(self, view: View, now: Reading) -> Stamp:
        """When and where something that begins now begins."""
        offset = local_time(now.wall_ms, self._zone).utcoffset() or timedelta()
        on = self.calendar(view).day_of(now.wall_ms, self._zone)
        return Stamp(now.wall_ms, self._zone, int(offset.total_seconds()), on)

    def today(self) -> str:
        """The person's local day now."""
        calendar = self.calendar(self.db.read())
        return calendar.day(self.clock.read().wall_ms, self._zone).on

    def day_of(self, tx: Transaction) -> str:
        """The local day on which an act happens."""
        return self.calendar(tx).day_of(tx.reading.wall_ms, self._zone)

    def interval(self) -> Interval | None:
        """What runs on this device, as it is at this moment; nothing is written."""
        view = self.db.read()
        stored = self.stored(view)
        if stored is None:
            return None
        return self.watch.moment(stored, self.clock.read(), self.calendar(view)).interval

    def running(self, tx: Transaction) -> Interval | None:
        """The interval as it is at the transaction's moment, under its lock."""
        interval = self.stored(tx)
        if interval is None:
            return None
        moment = self.watch.moment(interval, tx.reading, self.calendar(tx))
        if moment.interval is None:
            if moment.closed is not None:
                self.close(tx, moment.closed)
            return None
        return replace(moment.interval, left=not self.watch.watched)

    def close(self, tx: Transaction, session: Session) -> None:
        """Write the session an interval has become, and clear the interval."""
        tx.sessions.put(session)
        tx.timer.clear()

    def present(self) -> Present:
        """Everything that is shown of this moment; nothing is written."""
        view = self.db.read()
        present = self._present(view)
        self._last_good = view
        return present

    def shown(self) -> Present:
        """The same; where the data can't be read, with what they were when they could."""
        try:
            return self.present()
        except DataUnusable as error:
            if self._last_good is None:
                self._last_good = self.db.nothing()
            return self._present(self._last_good)._replace(unreadable=str(error))

    def unreadable(self) -> str:
        """Why the data can't be read now; empty when they can."""
        return self.shown().unreadable

    def _present(self, view: View) -> Present:
        now = self.clock.read()
        calendar = self.calendar(view)
        local = calendar.day(now.wall_ms, self._zone)
        on = local.on
        interval = self.stored(view)
        recent = self._recent.read(view, on, local.before, interval.id if interval else "")
        today = recent.today
        if interval is not None:
            moment = self.watch.moment(interval, now, calendar)
            interval = moment.interval
            if moment.closed is not None and moment.closed.started.on == on:
                today = (*today, moment.closed)
        running = interval if interval is not None and interval.started.on == on else None
        before = (*recent.before, *today)
        resting = interval is not None and interval.phase.is_break
        began = today[0].started.zone if today else self._zone
        same = began == self._zone
        return Present(
            version=view,
            reading=now,
            zone=self._zone,
            interval=interval,
            day=Day(on, today, recent.marks, recent.noted, running),
            recent=before,
            elsewhere=self._read_off(view).elsewhere,
            asked=self.asks(on),
            caught=self._recent.caught(view, before[-1].id) if resting and before else (),
            day_begins_ms=local.begins_ms if same else calendar.begins(on, began),
            day_ends_ms=local.ends_ms,
            every=self._every(),
            limit_ms=self._limit_ms(),
            watched=self.watch.watched,
        )

    def session(self, id: str, on: str) -> Session | None:
        """A session that began on a day, from the archive of its year where it has moved there."""
        return self.db.year(int(on[:4])).sessions.get(id)

    def day(self, on: str) -> Day:
        """A past day's record, found in the same way."""
        year = self.db.year(int(on[:4]))
        sessions = sessions_on(year, on)
        marks = marks_on(year, {each.id for each in sessions})
        return Day(on, sessions, marks, noted_on(year, on))
