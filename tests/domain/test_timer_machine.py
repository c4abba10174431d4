"""Any history of keys, sleep, crashes and clock changes keeps the laws of the clock.

The letters P1 to P10 name the laws: time worked never shrinks (P1), nor grows in a pause (P2); the
account sums to the time that passed (P3); the wall clock changes nothing (P4); the bell rings once
(P5); no session is there twice (P6); coming back twice is coming back once (P7); nothing is
credited that was not observed, forgiven or claimed (P8); what is refused changes nothing (P9);
looking changes nothing, in one step or in two (P10).
"""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from focus_tui.domain.gap import Answer
from focus_tui.domain.interval import State, state_of
from focus_tui.domain.session import Phase
from focus_tui.domain.spans import What, tail, total
from tests.domain import timer_laws as laws
from tests.domain.desk import DAY, HOUR, MINUTE, SECOND
from tests.domain.timer_machine_keys import KEYS, KeyMachine, is_running, is_working, lengths
from tests.domain.timer_machine_time import durations, near

absences = st.builds(
    int.__add__,
    st.sampled_from((MINUTE, 2 * MINUTE, 10 * MINUTE, HOUR, 3 * HOUR)),
    st.sampled_from((-15 * SECOND, -1, 0, 1)),
)


def can_work(machine: KeyMachine) -> bool:
    return is_working(machine) or (machine.desk.open and machine.desk.interval is None)


class TimerMachine(KeyMachine):
    """The app goes and comes back; and ways to places that chance alone would rarely reach."""

    @precondition(lambda self: self.desk.open and self.desk.look().closed is None)
    @rule()
    def leave(self) -> None:
        self.change(self.desk.leave)
        self.key()

    @precondition(lambda self: self.desk.open)
    @rule()
    def crash(self) -> None:
        self.desk.crash()

    @precondition(lambda self: not self.desk.open)
    @rule(off=st.one_of(absences, st.sampled_from((-DAY, -1, 40 * DAY))))
    def reboot(self, off: int) -> None:
        self.desk.reboot(off)

    @precondition(lambda self: not self.desk.open)
    @rule()
    def back(self) -> None:
        held, beat, now = self.desk.interval, self.desk.beat, self.clock.read()
        if held is None:
            self.desk.come_back()
            return
        truth = self.truth
        case = laws.check_returned(held, beat, now, truth, self.desk.look())
        if truth.origin.boot_id != now.boot_id:
            base = laws.last_known(held, beat)
            truth.begin_at(now, truth.elapsed(base) + (laws.measured(base, now) or 0))
            case += " after a reboot"
        self.reach(case)
        truth.forgiven += 2 * MINUTE + MINUTE - 1
        self.change(self.desk.come_back)
        assert self.desk.interval is None or not self.desk.interval.left
        self.key()

    # Ways to the rare places.

    def be_at_work(self) -> None:
        """Run inside the plan of a session."""
        if self.desk.interval is None:
            self.start(Phase.FOCUS, 90 * MINUTE)
        if state_of(self.desk.now) is State.PAUSED:
            self.press_key("resume")
        if state_of(self.desk.now) is State.OVERTIME:
            self.press_key("extend")

    @precondition(is_running)
    @rule(offset=st.sampled_from((-SECOND, -1, 0, 1, 20 * SECOND, 7 * MINUTE)))
    def run_to_the_end(self, offset: int) -> None:
        self.move_and_tick(run=max(0, self.desk.now.left_ms + offset))

    @precondition(is_running)
    @rule(offset=near, minutes=st.integers(0, 59), touched=st.booleans())
    def walk_off(self, offset: int, minutes: int, touched: bool) -> None:
        """No key for an hour past the end, or for a little less or more."""
        if state_of(self.desk.now) is State.PAUSED:
            self.press_key("resume")
        self.run_to_the_end(0)
        self.move_and_tick(run=minutes * MINUTE)
        if is_running(self) and touched:
            self.touch()
        if is_running(self):
            gone = total(self.desk.now.spans) - self.truth.touched
            alone = min(self.desk.now.over_ms, gone)
            self.move_and_tick(run=max(0, HOUR - alone + offset))

    @precondition(is_working)
    @rule(offset=near, asleep=st.booleans(), to_four=st.booleans())
    def wait_paused(self, offset: int, asleep: bool, to_four: bool) -> None:
        """A pause of an hour, or until the day ends, or a little less or more."""
        if state_of(self.desk.now) is State.FOCUS:
            self.press_key("pause")
        if state_of(self.desk.now) is not State.PAUSED:
            return
        current = self.desk.now
        gone = HOUR - tail(current.spans, What.PAUSE)
        label = current.started.at_ms + total(current.spans)
        four = laws.next_day(label) - label
        if to_four and four < gone:
            gone = four
            self.reach("paused until four o'clock")
        gone = max(0, gone + offset)
        self.move_and_tick(sleep=gone) if asleep else self.move_and_tick(run=gone)

    @precondition(is_working)
    @rule(first=st.integers(0, MINUTE), work=durations, offset=near)
    def sleep_twice(self, first: int, work: int, offset: int) -> None:
        """A minute of sleep in two pieces, or a little less or more."""
        self.move(sleep=first)
        self.move(run=work)
        self.the_laws_hold()
        self.move_and_tick(sleep=max(0, MINUTE - first + offset))

    @precondition(is_running)
    @rule(
        how=st.sampled_from(("crash", "crash", "leave")),
        gone=absences,
        slept=st.sampled_from((0, 0, MINUTE - 1, MINUTE)),
        off=st.sampled_from((*(None,) * 8, MINUTE, HOUR, HOUR + 1, -1, 40 * DAY)),
    )
    def gone_and_back(self, how: str, gone: int, slept: int, off: int | None) -> None:
        self.crash() if how == "crash" else self.leave()
        self.move(run=max(0, gone - slept), sleep=slept)
        if off is not None:
            self.reboot(off)
        self.the_laws_hold()
        self.back()

    @precondition(can_work)
    @rule(gone=st.one_of(absences, st.integers(0, 70 * MINUTE)))
    def cut_off_at_work(self, gone: int) -> None:
        self.be_at_work()
        self.crash()
        beat = self.desk.beat
        since = self.clock.boot_ms - beat.boot_ms if beat else 0
        self.move(run=max(0, gone - since))
        self.the_laws_hold()
        self.back()

    @precondition(is_working)
    @rule(over=st.sampled_from((-1, 0, 1, MINUTE, HOUR - 1, HOUR, HOUR + 1)))
    def left_past_the_end(self, over: int) -> None:
        left = self.desk.now.left_ms
        self.leave()
        self.move(run=max(0, left + over))
        self.back()

    @precondition(is_running)
    @rule(nap=st.booleans())
    def cut_off_too_late(self, nap: bool) -> None:
        """Cut off when the clock had already stopped by itself, and nobody had looked."""
        self.move(sleep=MINUTE) if nap else self.move(run=self.desk.now.left_ms + HOUR)
        self.move(run=MINUTE)
        self.crash()
        self.move(run=MINUTE)
        self.back()

    @precondition(can_work)
    @rule(said=st.sampled_from(Answer), slept=durations, work=durations, twice=st.booleans())
    def sleep_and_say(self, said: Answer, slept: int, work: int, twice: bool) -> None:
        self.be_at_work()
        self.move_and_tick(sleep=slept + MINUTE)
        if twice and is_working(self):
            self.be_at_work()
            self.move_and_tick(run=work, sleep=HOUR)
        if is_working(self):
            self.say(said)

    @precondition(lambda self: self.desk.open and self.desk.interval is None)
    @rule(planned_ms=lengths, gone=durations)
    def begun_in_a_shell(self, planned_ms: int, gone: int) -> None:
        self.desk.leave()
        self.start(Phase.FOCUS, planned_ms)
        self.move(run=gone)
        self.back()


EVERY_PLACE = (
    "a bell",
    "a second bell",
    "paused by sleep",
    "a pause forgotten",
    "paused until four o'clock",
    "a session nobody attended at its end",
    "a session nobody attended after a key",
    "a break nobody attended at its end",
    "a break nobody attended after a key",
    "left and back",
    "a shape",
    "an open shape",
    "an open session ended",
    "left for too long",
    "forgiven",
    "asked",
    "asked after a reboot",
    "abandoned",
    "abandoned after a reboot",
    "a break went on",
    "a break went on after a reboot",
    "a pause went on",
    "a pause went on after a reboot",
    "a pause was forgotten",
    "a break ran out",
    "closed before it was cut off",
    "undo of a session",
    "undo of a break",
    *(f"said {said}" for said in Answer),
    *(f"said {said} later" for said in (Answer.KEEP, Answer.DROP, Answer.VOID)),
    *(f"{name} in {state}" for name, (_, works_in) in KEYS.items() for state in works_in),
)

COMMON = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def test_any_history_keeps_the_laws() -> None:
    run_state_machine_as_test(TimerMachine, settings=settings(COMMON, stateful_step_count=30))


@pytest.mark.prove
def test_many_histories_keep_the_laws_and_reach_every_place() -> None:
    TimerMachine.reached.clear()
    run_state_machine_as_test(
        TimerMachine, settings=settings(COMMON, max_examples=1500, stateful_step_count=50)
    )
    assert {place for place in EVERY_PLACE if TimerMachine.reached[place] < 20} == set()
