"""Whatever happens to a day, its account sums, and nothing in it was credited unasked.

The real services on a real file; three clocks are moved by hand. The bound on what may have been
credited is kept apart, by the plainest rules there are.
"""

import shutil
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from focus_tui.composition import Services
from focus_tui.domain.editing import Way
from focus_tui.domain.errors import FocusError
from focus_tui.domain.gap import Answer
from focus_tui.domain.session import Session, Stamp
from focus_tui.domain.shape import BUILT_IN, Shape
from focus_tui.domain.spans import worked
from tests.services.machine import HOUR, MINUTE, SECOND, App, Machine

CREDITED_UNSEEN = 2 * MINUTE
"""What an app that was killed or stopped is credited at most."""
UNNOTICED_SLEEP = MINUTE
ZONES = ("Europe/Paris", "America/New_York", "Asia/Tokyo", "Pacific/Apia", "Pacific/Honolulu")
LENGTHS = st.sampled_from(
    [5 * SECOND, MINUTE, 10 * MINUTE, 24 * MINUTE, 26 * MINUTE, 61 * MINUTE, 5 * HOUR, 26 * HOUR]
)
KEYS = ("toggle", "finish", "next", "void", "extend", "shorten")


class Lived(RuleBasedStateMachine):
    """A person, a machine, and all that may come between."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="focus-lived-"))
        self.machine = Machine(self.folder / "focus.json")
        self.app: App | None = self.machine.app()
        self.may_be_credited = 0
        self.unwatched_ms = 0
        """How much may still be credited while no app is there."""

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @property
    def services(self) -> Services:
        """An app's, or those of a command."""
        return self.app.services if self.app else self.machine.command()

    def try_(self, act: Callable[[], object]) -> None:
        """What does not fit is refused, and changes nothing."""
        try:
            act()
        except FocusError:
            return

    def worked(self) -> int:
        """All work in the record, whatever became of it; and what runs."""
        present = self.services.desk.present()
        sessions = self.services.desk.db.read().sessions.all()
        closed = sum(worked(each.spans) for each in sessions if each.deleted_at is None)
        return closed + (worked(present.interval.spans) if present.interval else 0)

    def as_the_person_says(self, act: Callable[[], object]) -> None:
        """What is added here was confirmed."""
        before = self.worked()
        self.try_(act)
        self.may_be_credited += max(0, self.worked() - before)

    def left(self) -> None:
        """Without an app what runs is credited up to its planned end, where there is one."""
        running = self.services.desk.present().interval
        on = running is not None and not running.paused and not running.open
        self.unwatched_ms = running.left_ms if running and on else 0

    # Time.

    @rule(ms=LENGTHS)
    def time_passes(self, ms: int) -> None:
        """With an app that watches; after a clean leave; or with nobody there."""
        if self.app:
            self.may_be_credited += ms
            self.machine.run(ms, step=max(5 * SECOND, ms // 40))
            return
        credited = min(ms, self.unwatched_ms)
        self.unwatched_ms -= credited
        self.may_be_credited += credited
        self.machine.clock.run(ms)

    @precondition(lambda self: self.app)
    @rule(ms=LENGTHS)
    def it_sleeps(self, ms: int) -> None:
        assert self.app is not None
        self.may_be_credited += min(ms, UNNOTICED_SLEEP)
        self.machine.clock.sleep(ms)
        self.app.look()

    @precondition(lambda self: self.app)
    @rule(ms=LENGTHS)
    def the_process_is_stopped(self, ms: int) -> None:
        assert self.app is not None
        self.may_be_credited += min(ms, CREDITED_UNSEEN)
        self.machine.clock.run(ms)
        self.app.look()

    @rule(ms=st.sampled_from([-26 * HOUR, -2 * HOUR, -MINUTE, MINUTE, 2 * HOUR, 26 * HOUR]))
    def the_wall_clock_is_set(self, ms: int) -> None:
        self.machine.clock.step(ms)

    @rule(zone=st.sampled_from(ZONES))
    def one_travels(self, zone: str) -> None:
        self.machine.zone = zone
        self.services.desk.ask_zone()

    # Processes.

    @precondition(lambda self: self.app)
    @rule()
    def it_is_killed(self) -> None:
        assert self.app is not None
        self.machine.kill(self.app)
        self.app, self.unwatched_ms = None, CREDITED_UNSEEN

    @precondition(lambda self: self.app)
    @rule()
    def it_is_quit(self) -> None:
        assert self.app is not None
        self.machine.quit(self.app)
        self.app = None
        self.left()

    @precondition(lambda self: not self.app)
    @rule(off=st.booleans(), ms=LENGTHS)
    def it_opens(self, off: bool, ms: int) -> None:
        if off:
            self.machine.clock.reboot(ms)
        self.app = self.machine.app()

    # What a person does.

    @rule(shape=st.sampled_from(BUILT_IN))
    def start(self, shape: Shape) -> None:
        self.try_(lambda: self.services.focus.start("audio", shape=shape))
        self.left()

    @rule(key=st.sampled_from(KEYS))
    def press(self, key: str) -> None:
        self.try_(getattr(self.services.focus, key))
        self.left()

    @precondition(lambda self: self.app)
    @rule(ms=st.sampled_from([10 * MINUTE, 26 * MINUTE]))
    def a_whole_session(self, ms: int) -> None:
        for key in ("toggle", "finish", "finish"):
            self.press(key)
            self.time_passes(ms if key == "toggle" else MINUTE)

    @rule(word=st.sampled_from(["pip", ""]))
    def slide_and_come_back(self, word: str) -> None:
        tangents = self.services.tangents
        self.try_(lambda: tangents.push(word) if word else tangents.back())

    @rule(answer=st.sampled_from(Answer))
    def say_what_it_was(self, answer: Answer) -> None:
        ids = [each.about.id for each in self.services.desk.present().cards if each.gap_ms]
        self.as_the_person_says(lambda: self.services.record.answer_gap(answer, *ids[:1]))
        self.left()

    @rule(turns=st.sampled_from(["undo", "redo"]))
    def turn_back(self, turns: str) -> None:
        self.try_(getattr(self.services.history, turns))
        self.left()

    @rule(which=st.integers(0, 99), what=st.integers(0, 8), way=st.sampled_from([None, *Way]))
    def correct(self, which: int, what: int, way: Way | None) -> None:
        editing, sessions = self.services.editing, self.services.desk.db.read().sessions.all()
        if not sessions:
            return
        each = sessions[which % len(sessions)]
        begin, end = each.started.at_ms, each.ended_at_ms
        acts: tuple[Callable[[], object], ...] = (
            lambda: editing.move(each, begin - 5 * MINUTE, end, way),
            lambda: editing.move(each, begin, end + 5 * MINUTE, way),
            lambda: editing.move(each, begin + MINUTE, end - MINUTE, way),
            lambda: editing.split(each, (begin + end) // 2),
            lambda: editing.join(sessions[-2:], way),
            lambda: editing.void([each], "unwell"),
            lambda: editing.restore([each]),
            lambda: editing.delete([each]),
            lambda: editing.add(self.forgotten(begin - 30 * MINUTE, each.started), way),
        )
        self.as_the_person_says(acts[what])

    def forgotten(self, at_ms: int, like: Stamp) -> Session:
        """Twenty minutes that nobody measured."""
        return self.services.editing.forgotten(like._replace(at_ms=at_ms), at_ms + 20 * MINUTE)

    # What holds at every moment.

    @invariant()
    def the_day_sums(self) -> None:
        present = self.services.desk.present()
        of = present.ledger
        assert all(each.ms > 0 for each in of)
        assert all(one.to_ms == other.from_ms for one, other in pairwise(of))
        if of:
            assert sum(each.ms for each in of) == of[-1].to_ms - of[0].from_ms
            assert of[0].from_ms >= present.day_begins_ms
            assert of[-1].to_ms >= present.reading.wall_ms

    @invariant()
    def no_session_is_negative(self) -> None:
        for each in self.services.desk.db.read().sessions.all():
            assert all(ms > 0 for _, ms in each.spans)

    @invariant()
    def nothing_is_credited_unasked(self) -> None:
        assert self.worked() <= self.may_be_credited


def test_an_undo_credits_no_time_that_nobody_watched() -> None:
    lived = Lived()
    try:
        lived.it_is_killed()
        lived.press("toggle")
        lived.time_passes(26 * MINUTE)
        lived.press("toggle")
        lived.turn_back("undo")
        lived.nothing_is_credited_unasked()
    finally:
        lived.teardown()


TestLived = Lived.TestCase
TestLived.settings = settings(max_examples=25, stateful_step_count=30)


@pytest.mark.prove
def test_at_length() -> None:
    many = settings(max_examples=1500, stateful_step_count=50, deadline=None)
    run_state_machine_as_test(Lived, settings=many)
