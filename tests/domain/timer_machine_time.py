"""The machine's first part: time moves, and after every step the laws are checked."""

from collections import Counter
from collections.abc import Callable
from typing import ClassVar

from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from focus_tui.domain.interval import Interval, Paused
from focus_tui.domain.session import Session
from focus_tui.domain.spans import What, tail, total
from focus_tui.domain.timer import Moment, advance, come_back
from tests.domain import timer_laws as laws
from tests.domain.desk import CALENDAR, DAY, HOUR, MINUTE, SECOND, Desk, at
from tests.support.clock import FakeClock

YEARS = 365 * DAY
EVENINGS = ("2026-11-23 10:00", "2026-11-24 03:10", "2026-03-29 01:40", "2026-10-25 02:20")

near = st.sampled_from((-1, 0, 1))
edges = st.sampled_from((MINUTE, 2 * MINUTE, 5 * MINUTE, 25 * MINUTE, HOUR))
durations = st.one_of(
    st.integers(0, 3 * SECOND),
    st.integers(0, 3 * MINUTE),
    st.integers(0, 40 * MINUTE),
    st.builds(int.__add__, edges, near),
)
steps = st.one_of(st.sampled_from((-30 * YEARS, -1, 1, 30 * YEARS)), st.integers(-DAY, DAY))


class TimeMachine(RuleBasedStateMachine):
    """A desk, the clock it looks at, and the truth about every interval."""

    reached: ClassVar[Counter[str]] = Counter()
    """How often each place worth reaching was reached, in all runs."""

    @initialize(evening=st.sampled_from(EVENINGS))
    def begin(self, evening: str) -> None:
        self.clock = FakeClock(at(evening))
        self.desk = Desk(self.clock)
        self.truths: dict[str, laws.Truth] = {}
        self.last = Moment(None)

    @property
    def truth(self) -> laws.Truth:
        """The truth about the interval that runs."""
        assert self.desk.interval is not None
        return self.truths[self.desk.interval.id]

    def reach(self, what: str) -> None:
        event(what)
        self.reached[what] += 1

    # What is checked.

    @invariant()
    def the_laws_hold(self) -> None:
        desk, now = self.desk, self.clock.read()
        for session in desk.history.values():
            laws.check_session(session)
        assert desk.interval is None or desk.interval.id not in desk.history  # P6
        moment = desk.look()
        assert desk.look() == moment
        if desk.interval is None:
            return
        if not desk.open:
            self._coming_back_twice_is_once(moment)
            return
        laws.check_watched(desk.interval, now, self.truth, moment)  # P1, P2
        self._two_steps_are_one(moment)
        self.last = moment
        if moment.interval is not None:
            current = moment.interval
            assert advance(current, now, CALENDAR) == moment  # P10
            laws.check_account(current.spans, current.phase, current.planned_ms)
            assert total(current.spans) == self.truth.elapsed(now)  # P3
            self._nothing_is_given_away(current)

    def _coming_back_twice_is_once(self, moment: Moment) -> None:
        if moment.interval is not None:
            now = self.clock.read()
            assert come_back(moment.interval, self.desk.beat, now, CALENDAR) == moment  # P7

    def _two_steps_are_one(self, moment: Moment) -> None:
        """What was looked at in between, and not kept, leads to the same now."""
        held, between, now = self.desk.interval, self.last.interval, self.clock.read()
        if held is None or between is None or between.paused is not held.paused:
            return
        if held.phase.is_break or now.since(held.seen).slept_ms < MINUTE:
            assert advance(between, now, CALENDAR) == moment  # P10

    def _nothing_is_given_away(self, current: Interval) -> None:
        truth, held = self.truth, self.desk.interval
        assert held is not None
        dozed = min(self.clock.read().since(held.seen).slept_ms, MINUTE - 1)
        most = truth.observed + truth.forgiven + truth.claimed + dozed
        assert total(current.spans, *laws.WORK) <= most  # P8

    # What moves, and what is kept.

    def move(self, *, run: int = 0, sleep: int = 0) -> None:
        held = self.desk.interval
        if held is not None and held.paused is None and self.desk.open:
            self.truth.observed += run
        self.desk.run(run)
        self.desk.sleep(sleep)

    def move_and_tick(self, *, run: int = 0, sleep: int = 0) -> None:
        self.move(run=run, sleep=sleep)
        self.the_laws_hold()
        self.tick()

    def change(self, act: Callable[[], None]) -> None:
        """Do what may change the record, and keep the truth beside it."""
        held, now = self.desk.interval, self.clock.read()
        act()
        if held is not None:
            dozed = now.since(held.seen).slept_ms if now.boot_id == held.seen.boot_id else 0
            self.truths[held.id].forgiven += min(dozed, MINUTE - 1)
        kept = self.desk.interval
        if kept is not held:
            self.last = Moment(None)
        if kept is not None and kept.paused is not None and (held is None or held.paused is None):
            self.truth.stands_since = total(kept.spans) - tail(kept.spans, What.PAUSE)

    def key(self) -> None:
        """A key shows that somebody is there."""
        if self.desk.interval is not None:
            self.truth.touched = self.truth.elapsed(self.clock.read())

    @rule(ms=durations, tick=st.booleans())
    def run_for(self, ms: int, tick: bool) -> None:
        self.move_and_tick(run=ms) if tick else self.move(run=ms)

    @rule(ms=durations, tick=st.booleans())
    def suspend(self, ms: int, tick: bool) -> None:
        self.move_and_tick(sleep=ms) if tick else self.move(sleep=ms)

    @rule(ms=steps)
    def wall_step(self, ms: int) -> None:
        held = self.desk.interval
        rebooted = held is not None and held.seen.boot_id != self.clock.read().boot_id
        before = told(self.desk.look())
        self.clock.step(ms)
        assert rebooted or told(self.desk.look()) == before  # P4

    @rule()
    def tick(self) -> None:
        desk = self.desk
        held = desk.interval
        if not desk.open or held is None:
            return
        heard, truth = len(desk.bells), self.truth
        self.change(desk.tick)
        for interval, ring in desk.bells[heard:]:
            laws.check_ring(interval, ring, truth, self.clock.read())  # P5
            self.reach("a second bell" if ring.overrun else "a bell")
        current = desk.look().interval
        if current is None:
            self.reach(closing(held, desk.history[held.id], truth))
            return
        if current.paused is Paused.SLEEP and held.paused is None:
            self.reach("paused by sleep")
        late = total(current.spans) - laws.end_of_plan(current)
        long = current.phase.is_break and late >= 5 * MINUTE
        assert late < 0 or current.rings == 1 + long  # P5


def closing(held: Interval, session: Session, truth: laws.Truth) -> str:
    """How a clock that somebody watched closed by itself."""
    if held.paused is not None:
        return "a pause forgotten"
    after_a_key = "after a key" if truth.touched > laws.end_of_plan(held) else "at its end"
    return f"{'a break' if session.kind.is_break else 'a session'} nobody attended {after_a_key}"


def told(moment: Moment) -> object:
    """All that a moment says, but for the label of the wall clock."""
    interval = moment.interval
    if interval is None:
        return moment.closed
    kept = {name: getattr(interval, name) for name in interval.__slots__}
    return kept | {"seen": (interval.seen.boot_ms, interval.seen.awake_ms)}
