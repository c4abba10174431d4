"""What the keys do, and what time does when nobody presses any."""

from collections.abc import Callable
from functools import partial

import pytest

from focus_tui.domain.errors import Refused
from focus_tui.domain.interval import Interval, State, state_of
from focus_tui.domain.session import Outcome, Phase
from focus_tui.domain.spans import What
from focus_tui.domain.timer import (
    Moment,
    close,
    extend,
    pause,
    resume,
    touch,
    void,
)
from tests.domain.desk import DAY, HOUR, MINUTE, PLAN, SECOND, Desk, account, at
from tests.support.clock import FakeClock

FIVE_MORE = partial(extend, ms=5 * MINUTE)
STATES = (State.FOCUS, State.PAUSED, State.OVERTIME, State.BREAK, State.OVERRUN)


def brought_to(state: State, desk: Desk) -> Interval:
    """The clock in that state."""
    if state in (State.BREAK, State.OVERRUN):
        desk.start(Phase.SHORT_BREAK, 5 * MINUTE)
        desk.run(6 * MINUTE if state is State.OVERRUN else MINUTE)
    else:
        desk.start()
        desk.run(26 * MINUTE if state is State.OVERTIME else 10 * MINUTE)
    if state is State.PAUSED:
        desk.press(pause)
    assert state_of(desk.now) is state
    return desk.now


# What is kept, and what is computed.


def test_a_session_starts_empty_with_its_whole_plan_left(desk: Desk) -> None:
    desk.start()
    assert (desk.now.spans, desk.now.left_ms, state_of(desk.now)) == ((), PLAN, State.FOCUS)


def test_time_passes_without_the_record_being_written(desk: Desk) -> None:
    desk.start()
    kept = desk.interval
    desk.run(10 * MINUTE)
    assert desk.now.main_ms == 10 * MINUTE
    assert desk.interval is kept


def test_asking_twice_changes_nothing(desk: Desk) -> None:
    desk.start()
    desk.run(7 * MINUTE)
    assert desk.look() == desk.look()


def test_nothing_running_is_idle() -> None:
    assert state_of(None) is State.IDLE


# Keys.


def test_a_pause_stands_still(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.press(pause)
    desk.run(3 * MINUTE)
    assert desk.now.spans == account((What.FOCUS, 10 * MINUTE), (What.PAUSE, 3 * MINUTE))
    assert desk.now.left_ms == 15 * MINUTE


def test_after_a_pause_the_plan_goes_on_where_it_was(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.press(pause)
    desk.run(3 * MINUTE)
    desk.press(resume)
    desk.run(15 * MINUTE)
    assert (desk.now.main_ms, desk.now.left_ms) == (PLAN, 0)


def test_finished_before_its_end_a_session_is_early_and_keeps_its_minutes(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.finish()
    assert (desk.closed.outcome, desk.closed.focused_ms) == (Outcome.EARLY, 10 * MINUTE)
    assert not desk.closed.counts


def test_finished_at_its_end_a_session_is_done(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN)
    desk.finish()
    assert desk.closed.outcome is Outcome.DONE
    assert desk.closed.counts


def test_a_void_session_does_not_count_and_keeps_its_minutes(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN + MINUTE)
    desk.void()
    assert (desk.closed.outcome, desk.closed.focused_ms) == (Outcome.VOID, PLAN + MINUTE)
    assert not desk.closed.counts


def test_a_closed_break_is_no_session_of_the_day(desk: Desk) -> None:
    desk.start(Phase.SHORT_BREAK, 5 * MINUTE)
    desk.run(5 * MINUTE)
    desk.finish()
    assert (desk.closed.kind, desk.closed.outcome) == (Phase.SHORT_BREAK, Outcome.DONE)
    assert not desk.closed.counts


def test_a_session_is_written_under_the_interval_s_id_with_all_it_carries(desk: Desk) -> None:
    desk.start()
    before = desk.now
    desk.run(PLAN)
    desk.finish()
    session = desk.closed
    assert (session.id, session.started, session.planned_ms) == (before.id, before.started, PLAN)
    assert session.ended_at_ms == before.started.at_ms + PLAN


def test_five_more_minutes_inside_the_plan_lengthen_it(desk: Desk) -> None:
    desk.start()
    desk.run(24 * MINUTE)
    desk.press(FIVE_MORE)
    assert (desk.now.planned_ms, desk.now.left_ms) == (30 * MINUTE, 6 * MINUTE)


def test_five_more_minutes_past_the_end_count_from_now(desk: Desk) -> None:
    desk.start()
    desk.run(28 * MINUTE)
    desk.press(FIVE_MORE)
    assert (desk.now.left_ms, desk.now.over_ms) == (5 * MINUTE, 0)
    desk.run(5 * MINUTE)
    assert desk.now.spans == account(
        (What.FOCUS, PLAN), (What.OVERTIME, 3 * MINUTE), (What.FOCUS, 5 * MINUTE)
    )


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("key", "works_in"),
    [
        (pause, {State.FOCUS}),
        (resume, {State.PAUSED}),
        (FIVE_MORE, {State.FOCUS, State.OVERTIME, State.BREAK, State.OVERRUN}),
        (void, {State.FOCUS, State.PAUSED, State.OVERTIME}),
    ],
)
def test_a_key_that_does_not_fit_the_state_is_refused(
    desk: Desk, state: State, key: Callable[[Interval], object], works_in: set[State]
) -> None:
    interval = brought_to(state, desk)
    if state in works_in:
        key(interval)
        return
    with pytest.raises(Refused, match=r"\w+.*\.$"):
        key(interval)


# Past the end.


def test_past_the_planned_end_focus_goes_on_as_overtime(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN + 10 * MINUTE)
    assert desk.now.spans == account((What.FOCUS, PLAN), (What.OVERTIME, 10 * MINUTE))
    assert (desk.now.left_ms, desk.now.over_ms) == (0, 10 * MINUTE)


def test_past_the_planned_end_a_break_goes_on_as_overrun(desk: Desk) -> None:
    desk.start(Phase.LONG_BREAK, 15 * MINUTE)
    desk.run(20 * MINUTE)
    assert desk.now.spans == account((What.BREAK, 15 * MINUTE), (What.OVERRUN, 5 * MINUTE))


def test_overtime_is_worked_time(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN + 10 * MINUTE)
    desk.finish()
    assert desk.closed.focused_ms == PLAN + 10 * MINUTE


def test_an_hour_past_the_end_without_a_key_closes_a_session_there(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN + HOUR - 1)
    desk.tick()
    assert desk.now.over_ms == HOUR - 1
    desk.run(1)
    desk.tick()
    assert desk.interval is None
    assert desk.closed.spans == account((What.FOCUS, PLAN), (What.GAP, HOUR))
    assert desk.closed.outcome is Outcome.DONE


def test_an_hour_past_the_end_without_a_key_closes_a_break_there(desk: Desk) -> None:
    desk.start(Phase.SHORT_BREAK, 5 * MINUTE)
    desk.run(5 * MINUTE + HOUR)
    desk.tick()
    assert desk.closed.spans == account((What.BREAK, 5 * MINUTE), (What.AWAY, HOUR))
    assert desk.closed.gap_ms == 0, "nobody is asked about a break"


def test_discovered_late_the_session_closes_as_it_would_have_in_time(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN + 9 * HOUR)
    desk.tick()
    assert desk.closed.spans == account((What.FOCUS, PLAN), (What.GAP, HOUR))


@pytest.mark.parametrize("phase", [Phase.FOCUS, Phase.SHORT_BREAK])
def test_the_bell_is_no_key(desk: Desk, phase: Phase) -> None:
    desk.start(phase, 5 * MINUTE)
    for _ in range(5 + 60):
        desk.run(MINUTE)
        desk.tick()
    assert desk.interval is None
    assert sum(span.ms for span in desk.closed.spans) == 5 * MINUTE + HOUR
    assert len(desk.closed.spans) == 2


@pytest.mark.parametrize(
    ("phase", "beyond", "absence"),
    [(Phase.FOCUS, What.OVERTIME, What.GAP), (Phase.SHORT_BREAK, What.OVERRUN, What.AWAY)],
)
def test_a_key_past_the_end_begins_the_hour_anew(
    desk: Desk, phase: Phase, beyond: What, absence: What
) -> None:
    desk.start(phase, 5 * MINUTE)
    desk.run(45 * MINUTE)
    desk.press(touch)
    desk.run(HOUR - 1)
    desk.tick()
    assert desk.now.over_ms == 100 * MINUTE - 1
    desk.run(1)
    desk.tick()
    main = What.BREAK if phase.is_break else What.FOCUS
    assert desk.closed.spans == account((main, 5 * MINUTE), (beyond, 40 * MINUTE), (absence, HOUR))


# A forgotten pause.


def test_a_pause_of_an_hour_closes_the_session_where_it_began(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.press(pause)
    desk.run(HOUR - 1)
    desk.tick()
    assert state_of(desk.now) is State.PAUSED
    desk.run(1)
    desk.tick()
    assert desk.closed.spans == account((What.FOCUS, 10 * MINUTE))
    assert desk.closed.outcome is Outcome.EARLY


def test_a_pause_runs_on_while_the_machine_sleeps(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.press(pause)
    desk.sleep(59 * MINUTE)
    desk.tick()
    assert desk.now.spans == account((What.FOCUS, 10 * MINUTE), (What.PAUSE, 59 * MINUTE))
    desk.sleep(MINUTE)
    assert desk.look().interval is None


def test_two_short_pauses_are_not_a_long_one(desk: Desk) -> None:
    desk.start()
    for _ in range(2):
        desk.run(MINUTE)
        desk.press(pause)
        desk.run(40 * MINUTE)
        desk.tick()
        desk.press(resume)
    assert state_of(desk.now) is State.FOCUS


def evening(local: str) -> Desk:
    return Desk(FakeClock(wall_ms=at(local)))


@pytest.mark.parametrize(
    "night", ["2026-11-24", "2026-03-29", "2026-10-25"], ids=["plain", "short", "long"]
)
def test_a_pause_that_crosses_the_day_boundary_closes_the_session(night: str) -> None:
    desk = evening(f"{night} 03:40")
    desk.start()
    desk.run(10 * MINUTE)
    desk.press(pause)
    desk.run(10 * MINUTE - 1)
    desk.tick()
    assert state_of(desk.now) is State.PAUSED
    desk.run(1)
    desk.tick()
    assert desk.closed.spans == account((What.FOCUS, 10 * MINUTE))


@pytest.mark.parametrize("night", ["2026-03-29", "2026-10-25"], ids=["short", "long"])
def test_a_clock_change_in_a_pause_closes_nothing(night: str) -> None:
    desk = evening(f"{night} 01:50")
    desk.start()
    desk.run(5 * MINUTE)
    desk.press(pause)
    desk.run(30 * MINUTE)
    desk.tick()
    assert state_of(desk.now) is State.PAUSED


def test_focus_that_crosses_the_day_boundary_is_not_cut() -> None:
    desk = evening("2026-11-24 03:50")
    desk.start()
    desk.run(PLAN)
    desk.tick()
    desk.finish()
    assert desk.closed.started.on == "2026-11-23"
    assert desk.closed.spans == account((What.FOCUS, PLAN))


def test_a_break_may_cross_the_day_boundary() -> None:
    desk = evening("2026-11-24 03:58")
    desk.start(Phase.SHORT_BREAK, 5 * MINUTE)
    desk.run(4 * MINUTE)
    assert desk.look() == Moment(desk.now)


def test_a_session_closed_as_it_stands_keeps_a_pause_at_its_end(desk: Desk) -> None:
    desk.start()
    desk.run(MINUTE)
    desk.press(pause)
    desk.run(30 * SECOND)
    session = close(desk.now, Outcome.EARLY)
    assert session.ended_at_ms - session.started.at_ms == MINUTE + 30 * SECOND


def test_no_time_is_too_long_for_the_clock(desk: Desk) -> None:
    desk.start(planned_ms=40 * DAY)
    desk.run(39 * DAY)
    assert desk.now.left_ms == DAY
