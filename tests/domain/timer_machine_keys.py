"""The machine's second part: what the person does."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from focus_tui.domain.errors import Refused
from focus_tui.domain.gap import Answer, can_end_there, creditable_ms
from focus_tui.domain.interval import Interval, Paused, State, state_of
from focus_tui.domain.session import Phase, Session
from focus_tui.domain.shape import BUILT_IN, Shape
from focus_tui.domain.spans import What, tail, total
from focus_tui.domain.timer import extend, pause, reshape, resume, shorten, touch, void
from tests.domain import timer_laws as laws
from tests.domain.desk import MINUTE, PLAN
from tests.domain.timer_machine_time import TimeMachine

KEYS: dict[str, tuple[Callable[[Interval], Interval | Session], frozenset[State]]] = {
    "pause": (pause, frozenset({State.FOCUS})),
    "resume": (resume, frozenset({State.PAUSED})),
    "extend": (partial(extend, ms=5 * MINUTE), frozenset(State) - {State.IDLE, State.PAUSED}),
    "shorten": (partial(shorten, ms=5 * MINUTE), frozenset({State.FOCUS, State.BREAK})),
    "void": (void, frozenset({State.FOCUS, State.PAUSED, State.OVERTIME})),
}
phases = (Phase.FOCUS, Phase.FOCUS, Phase.SHORT_BREAK, Phase.LONG_BREAK)
lengths = st.sampled_from((MINUTE, 5 * MINUTE, PLAN, 90 * MINUTE))


def is_running(machine: TimeMachine) -> bool:
    return machine.desk.open and machine.desk.look().interval is not None


def is_working(machine: TimeMachine) -> bool:
    held = machine.desk.interval
    return is_running(machine) and held is not None and held.phase is Phase.FOCUS


def is_idle(machine: TimeMachine) -> bool:
    return machine.desk.interval is None


def is_inside(machine: TimeMachine) -> bool:
    return is_working(machine) and machine.desk.now.left_ms > 0


def has_room(current: Interval, name: str) -> bool:
    """Whether the plan can be made longer or shorter by five minutes."""
    if name not in ("extend", "shorten"):
        return True
    if current.open and current.left_ms:
        return False
    return name == "extend" or current.left_ms >= 6 * MINUTE


class KeyMachine(TimeMachine):
    """Every key, where it fits and where it doesn't."""

    @invariant()
    def what_does_not_fit_is_refused(self) -> None:
        if not is_running(self):
            return
        current = self.desk.now
        for key, works_in in KEYS.values():
            if state_of(current) not in works_in:
                with pytest.raises(Refused):
                    key(current)
        assert self.desk.now == current  # P9

    @precondition(is_idle)
    @rule(
        phase=st.sampled_from(phases),
        planned_ms=lengths,
        open=st.sampled_from((False, False, False, True)),
    )
    def start(self, phase: Phase, planned_ms: int, open: bool = False) -> None:
        self.desk.start(phase, planned_ms, open=open and phase is Phase.FOCUS)
        assert self.desk.interval is not None
        self.truths[self.desk.interval.id] = laws.Truth(origin=self.clock.read())

    @precondition(is_running)
    @rule(choice=st.integers(0, 11))
    def press(self, choice: int) -> None:
        """One of the keys that work now."""
        state = state_of(self.desk.now)
        working = [name for name, (_, works_in) in KEYS.items() if state in works_in]
        working = [name for name in working if has_room(self.desk.now, name)]
        self.press_key(working[choice % len(working)])

    @precondition(lambda machine: machine.desk.interval is None and machine.desk.open)
    @rule(key=st.sampled_from(("shorten", "extend")))
    def rest(self, key: str) -> None:
        """A long break with another end."""
        self.start(Phase.LONG_BREAK, 15 * MINUTE)
        self.press_key(key)

    def press_key(self, name: str) -> None:
        self.reach(f"{name} in {state_of(self.desk.now)}")
        key, _ = KEYS[name]
        if name == "void":
            self.change(self.desk.void)
            return
        self.change(lambda: self.desk.press(key))  # type: ignore[arg-type]
        self.key()

    @precondition(is_inside)
    @rule(shape=st.sampled_from(BUILT_IN))
    def take_shape(self, shape: Shape) -> None:
        current = self.desk.now
        if current.main_ms >= shape.focus_ms:
            with pytest.raises(Refused):
                reshape(current, shape)
            return
        self.reach("an open shape" if shape.open else "a shape")
        self.change(lambda: self.desk.press(lambda held: reshape(held, shape)))
        self.key()

    @precondition(is_running)
    @rule()
    def touch(self) -> None:
        self.change(lambda: self.desk.press(touch))
        self.key()

    @precondition(is_running)
    @rule()
    def finish(self) -> None:
        if self.desk.now.open and self.desk.now.left_ms:
            self.reach("an open session ended")
        self.change(self.desk.finish)

    @precondition(is_working)
    @rule(said=st.sampled_from(Answer))
    def say(self, said: Answer) -> None:
        """Answer for the time away, of the running session."""
        current = self.desk.now
        if not current.gap_ms or (said is Answer.END and not can_end_there(current.spans)):
            with pytest.raises(Refused):
                self.desk.answer(said)
            assert self.desk.now == current  # P9
            return
        self.reach(f"said {said}")
        truth = self.truth
        truth.claimed += creditable_ms(current.spans, current.planned_ms)
        self.change(lambda: self.desk.answer(said))
        self.key()
        account = self.desk.now if self.desk.interval else self.desk.history[current.id]
        assert account.gap_ms == 0
        claimed = total(account.spans, What.FOCUS) - current.main_ms
        left = current.planned_ms - current.main_ms
        assert claimed == (min(current.gap_ms, left) if said is Answer.KEEP else 0)

    @precondition(lambda self: any(session.gap_ms for session in self.desk.history.values()))
    @rule(said=st.sampled_from((Answer.KEEP, Answer.DROP, Answer.VOID)))
    def say_later(self, said: Answer) -> None:
        """Answer for the time away, of a closed session."""
        session = next(each for each in self.desk.history.values() if each.gap_ms)
        self.reach(f"said {said} later")
        self.desk.answer_for(session, said)
        settled = self.desk.history[session.id]
        assert settled.gap_ms == 0
        assert total(settled.spans) == total(session.spans)

    @precondition(lambda self: self.desk.open and self.desk.undoable)
    @rule()
    def undo(self) -> None:
        act, now = self.desk.acts[-1], self.clock.read()
        self.change(self.desk.undo)
        kept, truth = self.desk.interval, self.truths[act.before.id]
        assert kept is not None
        if act.before.seen.boot_id == now.boot_id:
            assert total(kept.spans) == truth.elapsed(now)  # P3
        if not kept.phase.is_break:
            assert kept.paused is Paused.UNDO
            made = act.session or act.after
            assert made is not None
            assert kept.main_ms <= max(act.before.main_ms, total(made.spans, What.FOCUS))  # P8
        truth.begin_at(now, total(kept.spans))
        truth.stands_since = total(kept.spans) - tail(kept.spans, What.PAUSE)
        truth.rung = truth.rung if kept.rings else set()
        self.key()
        self.reach("undo of a break" if kept.phase.is_break else "undo of a session")
