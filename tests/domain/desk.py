"""The clock as a service drives it: a record of its last transition, a history, a heartbeat."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.gap import Answer, settled
from focus_tui.domain.interval import Interval
from focus_tui.domain.reading import Reading
from focus_tui.domain.session import OPEN_MS, Outcome, Phase, Session, Stamp
from focus_tui.domain.spans import Span, Spans, What
from focus_tui.domain.timer import (
    Moment,
    Ring,
    advance,
    answer,
    close,
    come_back,
    leave,
    reopen,
    ring_due,
    rung,
    void,
)
from tests.support.clock import FakeClock

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
PLAN = 25 * MINUTE
BEAT = 15 * SECOND
ZONE = "Europe/Paris"
CALENDAR = Calendar()


def at(local: str, zone: str = ZONE) -> int:
    """The instant of a local time such as `2026-11-23 10:00`."""
    return int(datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).timestamp()) * 1000


def account(*stretches: tuple[What, int]) -> Spans:
    return tuple(Span(what, ms) for what, ms in stretches)


@dataclass(frozen=True, slots=True)
class Act:
    """What undo needs of a change of the clock."""

    before: Interval
    at: Reading
    after: Interval | None
    session: Session | None = None
    """What it became, when it was closed."""
    by_itself: bool = False


@dataclass(slots=True)
class Desk:
    clock: FakeClock
    interval: Interval | None = None
    history: dict[str, Session] = field(default_factory=dict)
    beat: Reading | None = None
    open: bool = True
    bells: list[tuple[Interval, Ring]] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    begun: int = 0

    # Time.

    def run(self, ms: int) -> None:
        """The machine is awake; an open app leaves a heartbeat every 15 seconds of it."""
        last = self.beat.awake_ms if self.open and self.beat else None
        if last is not None and self.clock.awake_ms + ms >= last + BEAT:
            until = last + (self.clock.awake_ms + ms - last) // BEAT * BEAT
            ms -= until - self.clock.awake_ms
            self.clock.run(until - self.clock.awake_ms)
            self.beat = self.clock.read()
        self.clock.run(ms)

    def sleep(self, ms: int) -> None:
        self.clock.sleep(ms)

    # Looking.

    def look(self) -> Moment:
        """What the clock is now; nothing is kept."""
        if self.interval is None:
            return Moment(None)
        if self.open:
            return advance(self.interval, self.clock.read(), CALENDAR)
        return come_back(self.interval, self.beat, self.clock.read(), CALENDAR)

    @property
    def now(self) -> Interval:
        """The interval now; there is one."""
        interval = self.look().interval
        assert interval is not None
        return interval

    @property
    def closed(self) -> Session:
        """The one session of the history."""
        (session,) = self.history.values()
        return session

    def tick(self) -> None:
        """What the open app does every second: ring, and keep what changed by itself."""
        moment = self.look()
        if self.interval is None or self._closed_by_itself(moment):
            return
        current = moment.interval
        assert current is not None
        ring = ring_due(current)
        if ring is not None:
            self.bells.append((current, ring))
            current = rung(current)
        if ring is not None or current.paused is not self.interval.paused:
            self._keep(current)

    # Keys.

    def start(
        self, phase: Phase = Phase.FOCUS, planned_ms: int = PLAN, *, open: bool = False
    ) -> None:
        """Begin; with no app open, as a command in a shell does it."""
        assert self.interval is None
        now = self.clock.read()
        self.begun += 1
        started = Stamp(now.wall_ms, ZONE, 0, CALENDAR.day_of(now.wall_ms, ZONE))
        begun = Interval(
            id=f"{self.begun:032x}",
            phase=phase,
            started=started,
            planned_ms=OPEN_MS if open else planned_ms,
            open=open,
            seen=now,
        )
        self._keep(begun if self.open else leave(begun))

    def press(self, key: Callable[[Interval], Interval]) -> None:
        """A key that changes the running interval: pause, resume, extend, touch."""
        before, current = self._held()
        changed = key(current)
        self.acts.append(Act(before, self.clock.read(), changed))
        self._keep(changed)

    def finish(self) -> None:
        self._end(lambda current: close(current, Outcome.EARLY))

    def void(self) -> None:
        self._end(void)

    def answer(self, said: Answer) -> None:
        """Say what the time away was, of the running interval."""
        before, current = self._held()
        moment = answer(current, said)
        self.acts.append(Act(before, self.clock.read(), moment.interval, moment.closed))
        if moment.closed is not None:
            self._record(moment.closed)
        else:
            self._keep(moment.interval)

    def answer_for(self, session: Session, said: Answer) -> None:
        """Say what the time away was, of a closed session."""
        self.history[session.id] = settled(session, said)

    @property
    def undoable(self) -> bool:
        """Whether what the last act wrote still stands."""
        if not self.acts:
            return False
        act = self.acts[-1]
        return self.interval == act.after and self.history.get(act.before.id) == act.session

    def undo(self) -> None:
        """Take the last act of the clock back."""
        assert self.undoable
        act = self.acts.pop()
        self.history.pop(act.before.id, None)
        closed = act.session if act.by_itself else None
        self._keep(reopen(act.before, act.at, self.clock.read(), CALENDAR, closed))

    # Leaving.

    def leave(self) -> None:
        """Quit, or put the app aside."""
        if self.interval is not None:
            self._keep(leave(self._held()[1]))
        self.open = False
        self.beat = None

    def crash(self) -> None:
        """The app is gone, without a word; only its last heartbeat is left."""
        self.open = False

    def reboot(self, off_ms: int = MINUTE) -> None:
        """The machine starts anew; `off_ms` is what the wall clock says it took."""
        self.clock.reboot(off_ms)

    def come_back(self) -> None:
        """The app opens."""
        moment = self.look()
        self.open = True
        if self.interval is not None and not self._closed_by_itself(moment):
            self._keep(moment.interval)

    # What the record holds.

    def _held(self) -> tuple[Interval, Interval]:
        assert self.interval is not None
        return self.interval, self.now

    def _keep(self, interval: Interval | None) -> None:
        self.interval = interval
        self.beat = self.clock.read() if self.open else None

    def _end(self, how: Callable[[Interval], Session]) -> None:
        before, current = self._held()
        session = how(current)
        self.acts.append(Act(before, self.clock.read(), None, session))
        self._record(session)

    def _closed_by_itself(self, moment: Moment) -> bool:
        if moment.closed is None or self.interval is None:
            return False
        act = Act(self.interval, self.clock.read(), None, moment.closed, by_itself=True)
        self.acts.append(act)
        self._record(moment.closed)
        return True

    def _record(self, session: Session) -> None:
        assert session.id not in self.history
        self.history[session.id] = session
        self._keep(None)
