"""The three clocks: what they may do without changing what is true."""

import pytest

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.interval import State, state_of
from focus_tui.domain.reading import Elapsed, Reading
from focus_tui.domain.session import Phase
from focus_tui.domain.spans import What
from focus_tui.domain.timer import advance, pause
from tests.domain.desk import CALENDAR, DAY, HOUR, MINUTE, PLAN, Desk, account, at

YEARS = 365 * DAY


@pytest.mark.parametrize("step", [-30 * YEARS, -HOUR, -1, 1, HOUR, 30 * YEARS])
def test_a_step_of_the_wall_clock_changes_nothing(desk: Desk, step: int) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.clock.step(step)
    desk.run(5 * MINUTE)
    assert desk.now.spans == account((What.FOCUS, 15 * MINUTE))
    desk.run(10 * MINUTE)
    desk.tick()
    desk.finish()
    assert desk.closed.ended_at_ms == desk.closed.started.at_ms + PLAN


@pytest.mark.parametrize("step", [-30 * YEARS, 30 * YEARS])
def test_a_step_in_a_pause_crosses_no_day(desk: Desk, step: int) -> None:
    desk.start()
    desk.press(pause)
    desk.clock.step(step)
    desk.run(MINUTE)
    desk.tick()
    assert state_of(desk.now) is State.PAUSED


def test_a_day_boundary_that_only_the_wall_clock_crosses_is_none(desk: Desk) -> None:
    desk.start()
    desk.press(pause)
    desk.clock.step(at("2026-11-24 03:59") - at("2026-11-23 10:00"))
    desk.run(2 * MINUTE)
    desk.tick()
    assert state_of(desk.now) is State.PAUSED


@pytest.mark.parametrize("step", [-30 * YEARS, 30 * YEARS])
def test_a_step_while_nobody_watches_is_not_an_absence(desk: Desk, step: int) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.crash()
    desk.clock.step(step)
    desk.run(MINUTE)
    desk.come_back()
    assert desk.now.spans == account((What.FOCUS, 11 * MINUTE))


def test_a_step_that_was_watched_makes_no_break_longer_across_a_boot(desk: Desk) -> None:
    desk.start(Phase.LONG_BREAK, 15 * MINUTE)
    desk.clock.step(3 * HOUR)
    desk.run(MINUTE)
    desk.crash()
    desk.reboot(2 * MINUTE)
    desk.come_back()
    assert desk.now.spans == account((What.BREAK, 3 * MINUTE))


def test_a_reading_taken_before_the_last_transition_turns_nothing_back(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    early = desk.clock.read()
    desk.run(2_000)
    desk.press(pause)
    kept = desk.now
    late = advance(kept, early, Calendar())
    assert late.interval == kept
    desk.run(1_000)
    again = advance(late.interval, desk.clock.read(), CALENDAR).interval
    assert again is not None
    assert again.spans == account((What.FOCUS, 10 * MINUTE + 2_000), (What.PAUSE, 1_000))


# Readings.

NOON = Reading(wall_ms=1_000_000_000_000, boot_ms=500_000, awake_ms=400_000, boot_id="a")


def test_within_a_boot_the_boot_clock_says_how_long() -> None:
    later = NOON._replace(wall_ms=0, boot_ms=560_000, awake_ms=420_000)
    assert later.since(NOON) == Elapsed(60_000, 40_000, known=True, same_boot=True)
    assert later.since(NOON).awake_ms == 20_000


def test_across_a_boot_the_wall_clock_does() -> None:
    later = Reading(NOON.wall_ms + 60_000, boot_ms=5_000, awake_ms=5_000, boot_id="b")
    assert later.since(NOON) == Elapsed(60_000, 0, known=True, same_boot=False)


@pytest.mark.parametrize("step", [-1, 30 * DAY + 1])
def test_unless_it_says_nonsense(step: int) -> None:
    later = Reading(NOON.wall_ms + step, boot_ms=5_000, awake_ms=5_000, boot_id="b")
    assert later.since(NOON) == Elapsed(0, 0, known=False, same_boot=False)


@pytest.mark.parametrize("step", [0, 30 * DAY])
def test_a_month_is_still_believed(step: int) -> None:
    later = Reading(NOON.wall_ms + step, boot_ms=5_000, awake_ms=5_000, boot_id="b")
    assert (later.since(NOON).ms, later.since(NOON).known) == (step, True)


def test_time_never_runs_backwards() -> None:
    earlier = NOON._replace(boot_ms=NOON.boot_ms - 10, awake_ms=NOON.awake_ms - 10)
    assert earlier.since(NOON) == Elapsed(0, 0, known=True, same_boot=True)


def test_the_awake_clock_is_never_ahead_of_the_boot_clock() -> None:
    later = NOON._replace(boot_ms=NOON.boot_ms + 10, awake_ms=NOON.awake_ms + 13)
    assert later.since(NOON) == Elapsed(10, 0, known=True, same_boot=True)


def test_of_two_readings_of_a_boot_the_later_one_holds() -> None:
    later = NOON._replace(boot_ms=NOON.boot_ms + 1)
    assert NOON.no_earlier_than(later) is later
    assert later.no_earlier_than(NOON) is later


def test_of_another_boot_s_reading_nothing_is_known() -> None:
    other = NOON._replace(boot_ms=NOON.boot_ms + 1, boot_id="b")
    assert NOON.no_earlier_than(other) is NOON
