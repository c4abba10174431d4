"""Keeping the clock: one look a second by the process that watches it, and leaving well."""

from collections.abc import Callable
from typing import NamedTuple

from focus_tui.domain import timer
from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.interval import Interval, Paused
from focus_tui.domain.session import Session
from focus_tui.domain.timer import Ring
from focus_tui.domain.week import Week
from focus_tui.services.begun import TooManyStarted
from focus_tui.services.dayend import EnoughForToday
from focus_tui.services.desk import Desk
from focus_tui.services.focus import Focus
from focus_tui.services.livefile import LiveFile
from focus_tui.services.nudging import Nudging
from focus_tui.services.present import Present
from focus_tui.services.reminding import Reminding


class Automatic(NamedTuple):
    """What starts by itself at a planned end."""

    breaks: bool = False
    sessions: bool = False


class Rang(NamedTuple):
    """The bell rang; the person is to be reached."""

    ring: Ring
    interval: Interval
    present: Present


class ClosedAlone(NamedTuple):
    """An interval closed because nobody was there."""

    session: Session


class Slept(NamedTuple):
    """The machine slept in a session, which is paused."""

    ms: int


class NotBegun(NamedTuple):
    """A session that was to start by itself could not; the clock rests."""

    why: str


class Nudged(NamedTuple):
    """The hour has come at which the person means to begin, and nothing was done."""

    at: str
    """The time of day, as `09:00`."""


class Reminded(NamedTuple):
    """The time has come at which the person wants to be told of the review."""

    week: Week


Event = Rang | ClosedAlone | Slept | NotBegun | Nudged | Reminded


class Keeper:
    """Watches the clock for as long as its process lives."""

    def __init__(
        self,
        desk: Desk,
        focus: Focus,
        live: LiveFile,
        automatic: Callable[[], Automatic],
        nudging: Nudging,
        reminding: Reminding,
    ) -> None:
        self._desk = desk
        self._focus = focus
        self._live = live
        self._automatic = automatic
        self._nudging = nudging
        self._reminding = reminding
        self._attended = True
        self._told: tuple[str, int, bool] | None = None
        self.on_event: Callable[[Event], None] = lambda event: None

    def key_pressed(self) -> None:
        """Somebody is there."""
        self._attended = True
        self._focus.touched()

    def tick(self) -> None:
        """One look: write what the clock did by itself, ring if it is time, beat."""
        desk = self._desk
        desk.watch.begin()
        changed = desk.db.changed()
        now = desk.clock.read()
        paused_before = self._paused()
        desk.settle()
        if desk.watch.watching:
            desk.watch.look(now)
        if changed:
            desk.changed()
        self._tell_what_happened(paused_before)
        if desk.watch.watching:
            self._ring()
            if nudge := self._nudging.due():
                self.on_event(Nudged(nudge.words))
            if week := self._reminding.due():
                self.on_event(Reminded(week))
            if self._live.beat_due(now):
                desk.tell()

    def leave(self) -> Interval | None:
        """Nobody watches any more. What runs on comes back, so that it can be said."""
        desk = self._desk
        try:
            desk.settle()
            if desk.watch.watching and desk.stored(desk.db.read()) is not None:
                with desk.db.act("leave", undoable=False) as tx:
                    running = desk.running(tx)
                    if running is not None:
                        tx.timer.put(timer.leave(running))
        finally:
            desk.watch.end()
        desk.watch.glance()
        desk.changed()
        return desk.present().interval

    def _paused(self) -> Paused | None:
        stored = self._desk.stored(self._desk.db.read())
        return stored.paused if stored else None

    def _tell_what_happened(self, paused_before: Paused | None) -> None:
        for session in self._desk.take_closed_alone():
            self.on_event(ClosedAlone(session))
        stored = self._desk.stored(self._desk.db.read())
        if stored and stored.paused is Paused.SLEEP and paused_before is not Paused.SLEEP:
            self._desk.ask_zone()
            self.on_event(Slept(stored.gap_ms))

    def _ring(self) -> None:
        interval = self._desk.interval()
        ring = timer.ring_due(interval) if interval else None
        if interval is None or ring is None:
            return
        rang = Rang(ring, interval, self._desk.present())
        due = (interval.id, interval.planned_ms, ring.overrun)
        try:
            with self._desk.act("ring", undoable=False) as tx:
                running = self._desk.running(tx)
                if running is None or timer.ring_due(running) is None:
                    return
                tx.timer.put(timer.rung(running))
        except DataUnusable:
            # The person is told all the same, but not once a second.
            self._tell_once(due, rang)
            raise
        self._tell_once(due, rang)
        self._go_on(interval, ring)

    def _tell_once(self, due: tuple[str, int, bool], rang: Rang) -> None:
        if self._told != due:
            self._told = due
            self.on_event(rang)

    def _go_on(self, interval: Interval, ring: Ring) -> None:
        """Start the next phase by itself, if set; a session only when somebody was there."""
        if ring.overrun or interval.paused is not None:
            return
        if not interval.phase.is_break and self._automatic().breaks:
            self._focus.next()
        elif interval.phase.is_break and self._automatic().sessions and self._attended:
            self._attended = False
            try:
                self._focus.next()
            except (TooManyStarted, EnoughForToday) as why:  # what then is the person's to say
                self._focus.finish()
                self.on_event(NotBegun(str(why)))
