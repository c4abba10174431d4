"""Time in which the app could not know what the person did: sleep, and leaving on purpose."""

import pytest

from focus_tui.domain.interval import Paused, State, state_of
from focus_tui.domain.session import Outcome, Phase
from focus_tui.domain.spans import What
from focus_tui.domain.timer import resume
from tests.domain.desk import HOUR, MINUTE, PLAN, SECOND, Desk, account

TEN_OF_FOCUS = (What.FOCUS, 10 * MINUTE)


def working(desk: Desk, ms: int = 10 * MINUTE) -> None:
    """A session that has run for so long, the app watching."""
    desk.start()
    desk.run(ms)
    desk.tick()


# Sleep.


def test_a_minute_of_sleep_pauses_a_session_and_is_away(desk: Desk) -> None:
    working(desk)
    desk.sleep(MINUTE)
    desk.tick()
    assert desk.now.paused is Paused.SLEEP
    assert desk.now.spans == account(TEN_OF_FOCUS, (What.GAP, MINUTE))


def test_less_than_a_minute_of_sleep_is_a_flicker(desk: Desk) -> None:
    working(desk)
    desk.sleep(MINUTE - 1)
    desk.tick()
    assert state_of(desk.now) is State.FOCUS
    assert desk.now.main_ms == 11 * MINUTE - 1


def test_it_is_the_sleep_in_all_that_counts(desk: Desk) -> None:
    working(desk)
    for _ in range(2):
        desk.sleep(30 * SECOND)
        desk.run(MINUTE)
        desk.tick()
    assert desk.now.spans == account((What.FOCUS, 12 * MINUTE), (What.GAP, MINUTE))


def test_after_a_sleep_time_stands_until_the_person_resumes(desk: Desk) -> None:
    working(desk)
    desk.sleep(HOUR)
    desk.tick()
    desk.run(5 * MINUTE)
    assert desk.now.spans == account(TEN_OF_FOCUS, (What.GAP, HOUR), (What.PAUSE, 5 * MINUTE))
    desk.press(resume)
    desk.run(MINUTE)
    assert desk.now.main_ms == 11 * MINUTE


def test_what_was_awake_before_a_sleep_may_be_overtime(desk: Desk) -> None:
    working(desk, PLAN + 10 * MINUTE)
    desk.sleep(8 * HOUR)
    desk.tick()
    assert desk.now.spans == account(
        (What.FOCUS, PLAN), (What.OVERTIME, 10 * MINUTE), (What.GAP, 8 * HOUR)
    )


def test_an_hour_awake_past_the_end_closes_in_spite_of_a_sleep(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN + HOUR)
    desk.sleep(HOUR)
    desk.tick()
    assert desk.closed.spans == account((What.FOCUS, PLAN), (What.GAP, HOUR))


def test_in_a_break_time_runs_on_through_sleep(desk: Desk) -> None:
    desk.start(Phase.LONG_BREAK, 15 * MINUTE)
    desk.run(MINUTE)
    desk.sleep(20 * MINUTE)
    desk.tick()
    assert desk.now.spans == account((What.BREAK, 15 * MINUTE), (What.OVERRUN, 6 * MINUTE))
    assert desk.now.paused is None


# Leaving on purpose.


def test_after_a_clean_leave_the_time_is_credited(desk: Desk) -> None:
    working(desk)
    desk.leave()
    desk.run(10 * MINUTE)
    desk.come_back()
    assert desk.now.spans == account((What.FOCUS, 20 * MINUTE))
    assert state_of(desk.now) is State.FOCUS


def test_but_never_beyond_the_planned_end(desk: Desk) -> None:
    working(desk)
    desk.leave()
    desk.run(35 * MINUTE)
    desk.come_back()
    assert desk.now.spans == account((What.FOCUS, PLAN), (What.GAP, 20 * MINUTE))


def test_back_past_the_end_overtime_goes_on(desk: Desk) -> None:
    working(desk)
    desk.leave()
    desk.run(35 * MINUTE)
    desk.come_back()
    desk.run(MINUTE)
    assert state_of(desk.now) is State.OVERTIME
    assert desk.now.over_ms == MINUTE


def test_left_in_overtime_all_that_follows_is_away(desk: Desk) -> None:
    working(desk, PLAN + 5 * MINUTE)
    desk.leave()
    desk.run(10 * MINUTE)
    desk.come_back()
    assert desk.now.spans == account(
        (What.FOCUS, PLAN), (What.OVERTIME, 5 * MINUTE), (What.GAP, 10 * MINUTE)
    )


def test_who_left_on_purpose_has_no_heartbeat(desk: Desk) -> None:
    working(desk)
    desk.leave()
    desk.sleep(5 * MINUTE)
    desk.beat = desk.clock.read()
    desk.run(MINUTE)
    desk.come_back()
    assert desk.now.spans == account(TEN_OF_FOCUS, (What.GAP, 6 * MINUTE))


def test_left_for_an_hour_past_the_end_the_session_closes_there(desk: Desk) -> None:
    working(desk)
    desk.leave()
    desk.run(15 * MINUTE + 3 * HOUR)
    desk.come_back()
    assert desk.closed.spans == account((What.FOCUS, PLAN), (What.GAP, HOUR))
    assert desk.closed.outcome is Outcome.DONE


def test_one_second_less_and_it_is_still_open(desk: Desk) -> None:
    working(desk)
    desk.leave()
    desk.run(15 * MINUTE + HOUR - 1)
    desk.come_back()
    assert desk.now.gap_ms == HOUR - 1


def test_a_session_begun_in_a_shell_was_left_from_the_start(desk: Desk) -> None:
    desk.leave()
    desk.start()
    desk.run(PLAN)
    desk.come_back()
    assert (desk.now.main_ms, desk.now.gap_ms, desk.now.left) == (PLAN, 0, False)


def test_asked_while_left_the_clock_stops_at_the_planned_end(desk: Desk) -> None:
    working(desk)
    desk.leave()
    desk.run(20 * MINUTE)
    assert desk.now.over_ms == 0
    assert desk.look() == desk.look()


@pytest.mark.parametrize("slept", [MINUTE, 10 * MINUTE])
def test_a_sleep_after_leaving_makes_all_of_it_away(desk: Desk, slept: int) -> None:
    working(desk)
    desk.leave()
    desk.run(5 * MINUTE)
    desk.sleep(slept)
    desk.come_back()
    assert desk.now.spans == account(TEN_OF_FOCUS, (What.GAP, 5 * MINUTE + slept))
    assert state_of(desk.now) is State.PAUSED


def test_a_flicker_of_sleep_after_leaving_does_not(desk: Desk) -> None:
    working(desk)
    desk.leave()
    desk.run(5 * MINUTE)
    desk.sleep(MINUTE - 1)
    desk.come_back()
    assert desk.now.main_ms == 16 * MINUTE - 1


def test_left_and_slept_for_long_the_session_closes_where_it_was_left(desk: Desk) -> None:
    working(desk)
    desk.leave()
    desk.sleep(8 * HOUR)
    desk.come_back()
    assert desk.closed.spans == account(TEN_OF_FOCUS)
    assert desk.closed.outcome is Outcome.ABANDONED


def test_left_and_started_anew_the_absence_is_asked_about(desk: Desk) -> None:
    working(desk)
    desk.leave()
    desk.reboot(20 * MINUTE)
    desk.come_back()
    assert desk.now.spans == account(TEN_OF_FOCUS, (What.GAP, 20 * MINUTE))
    assert desk.now.paused is Paused.CRASH


def test_even_a_short_reboot_after_leaving_is_not_credited(desk: Desk) -> None:
    working(desk)
    desk.leave()
    desk.reboot(MINUTE)
    desk.come_back()
    assert (desk.now.main_ms, desk.now.gap_ms) == (10 * MINUTE, MINUTE)
