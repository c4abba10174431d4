"""What the clock and the day are at one moment: everything a screen or a command shows of them."""

from typing import NamedTuple

from focus_tui.domain.cards import Card, cards, enough_card
from focus_tui.domain.cycle import break_after, sessions_in_cycle
from focus_tui.domain.day import Day
from focus_tui.domain.interval import Interval, State, state_of
from focus_tui.domain.ledger import Ledger, ledger
from focus_tui.domain.mark import Mark
from focus_tui.domain.reading import Reading
from focus_tui.domain.session import Phase, Session
from focus_tui.domain.tangent import stack


class Present(NamedTuple):
    """A moment, frozen. Times are milliseconds; `reading.wall_ms` is UTC."""

    version: object
    """The same object for as long as the data are the same."""
    reading: Reading
    zone: str
    interval: Interval | None
    """The running interval as it is at this moment."""
    day: Day
    recent: tuple[Session, ...]
    """What closed today and the day before, in order of time."""
    elsewhere: tuple[Interval, ...]
    """What other devices left running, as it was when it last changed."""
    day_begins_ms: int
    """UTC: when the local day began, in the zone in which it was begun to be lived."""
    day_ends_ms: int
    """UTC: when the local day ends."""
    every: int
    """Each so-many-th session is followed by a long break."""
    limit_ms: int
    """After so much focus a day is enough; 0 where there is no limit."""
    watched: bool
    """Whether a program is there to ring."""
    asked: tuple[Card, ...] = ()
    """Questions about goals, promises and weeks; they wait while a session runs."""
    caught: tuple[str, ...] = ()
    """In a break: the thoughts in the inbox that came during the session before it, by id."""
    unreadable: str = ""
    """Why the data can't be read now; the rest is then as it was when they could."""

    @property
    def state(self) -> State:
        """The clock's state."""
        return state_of(self.interval)

    @property
    def pause_voids(self) -> bool:
        """Whether a pause now would void the session."""
        running = self.interval
        return running is not None and running.strict and self.state is State.FOCUS

    @property
    def cards(self) -> tuple[Card, ...]:
        """The questions that wait."""
        resting = self.interval is None or self.interval.phase.is_break
        enough = enough_card(self.day, self.limit_ms) if resting else ()
        asked = self.asked if resting else ()
        waiting = cards(self.interval, self.recent, self.elsewhere, self.caught, self.marks)
        return waiting + enough + asked

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of what runs."""
        return self.day.marks_of(self.interval.id) if self.interval is not None else ()

    @property
    def tangents(self) -> tuple[str, ...]:
        """What one slid into in the session that runs, the deepest last."""
        return stack(self.marks)

    @property
    def questions(self) -> int:
        """How many questions wait; data that can't be read are one."""
        return len(self.cards) + bool(self.unreadable)

    @property
    def ledger(self) -> Ledger:
        """The account of the day up to now; it begins after what crossed the day's boundary."""
        crossed = [each.ended_at_ms for each in self.recent if each.started.on != self.day.on]
        own: list[Session | Interval] = [*self.day.sessions]
        if self.day.running is not None:
            own.append(self.day.running)
        elif self.interval is not None:
            crossed.append(self.interval.known_to_ms)
        return ledger(own, max([self.day_begins_ms, *crossed]), self.reading.wall_ms)

    @property
    def done_in_cycle(self) -> int:
        """How many sessions of the cycle are done."""
        if self.interval is not None:
            # The hole that begins a cycle anew lies between sessions, not inside one.
            return sessions_in_cycle(self.day.sessions, self.interval.started.at_ms)
        return sessions_in_cycle(self.day.sessions, self.reading.wall_ms)

    @property
    def place_in_cycle(self) -> int:
        """Which session of the cycle runs, or was the last, counted from 1; 0 before the first."""
        running = self.interval is not None and self.interval.phase is Phase.FOCUS
        done = self.done_in_cycle
        return done % self.every + 1 if running else (done - 1) % self.every + 1 if done else 0

    @property
    def coming_break(self) -> Phase:
        """The break that follows the running session, if it is done to its end."""
        return break_after(self.done_in_cycle + 1, self.every)
