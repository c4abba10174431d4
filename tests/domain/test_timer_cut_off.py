"""The app killed, crashed, stopped: what is known of the time until it is back."""

import pytest

from focus_tui.domain.interval import Paused, State, state_of
from focus_tui.domain.session import Outcome, Phase
from focus_tui.domain.spans import What
from focus_tui.domain.timer import pause, resume
from tests.domain.desk import BEAT, DAY, HOUR, MINUTE, PLAN, SECOND, Desk, account

TEN_OF_FOCUS = (What.FOCUS, 10 * MINUTE)


def working(desk: Desk, ms: int = 10 * MINUTE) -> None:
    """A session that has run for so long, the app watching."""
    desk.start()
    desk.run(ms)
    desk.tick()


def test_up_to_two_minutes_are_credited(desk: Desk) -> None:
    working(desk)
    desk.crash()
    desk.run(2 * MINUTE)
    desk.come_back()
    assert desk.now.spans == account((What.FOCUS, 12 * MINUTE))
    assert state_of(desk.now) is State.FOCUS


def test_they_count_from_the_last_heartbeat(desk: Desk) -> None:
    working(desk, 10 * MINUTE + BEAT - 1)
    desk.crash()
    desk.run(2 * MINUTE - BEAT + 1)
    desk.come_back()
    assert desk.now.paused is None
    desk.run(BEAT - 1)
    desk.crash()
    desk.run(2 * MINUTE + 1)
    desk.come_back()
    assert desk.now.paused is Paused.CRASH


def test_up_to_an_hour_inside_the_plan_is_asked_about(desk: Desk) -> None:
    working(desk)
    desk.crash()
    desk.run(HOUR)
    desk.come_back()
    assert desk.now.spans == account(TEN_OF_FOCUS, (What.GAP, HOUR))
    assert desk.now.paused is Paused.CRASH
    assert desk.now.left_ms == 15 * MINUTE


def test_one_millisecond_more_than_two_minutes_is_asked_about(desk: Desk) -> None:
    working(desk)
    desk.crash()
    desk.run(2 * MINUTE + 1)
    desk.come_back()
    assert desk.now.gap_ms == 2 * MINUTE + 1


def test_longer_than_an_hour_the_session_closes_at_the_last_heartbeat(desk: Desk) -> None:
    working(desk)
    desk.crash()
    desk.run(HOUR + 1)
    desk.come_back()
    assert desk.closed.spans == account(TEN_OF_FOCUS)
    assert desk.closed.outcome is Outcome.ABANDONED


def test_past_the_planned_end_it_closes_there_too(desk: Desk) -> None:
    working(desk, PLAN + 5 * MINUTE)
    desk.crash()
    desk.run(3 * MINUTE)
    desk.come_back()
    assert desk.closed.spans == account((What.FOCUS, PLAN), (What.OVERTIME, 5 * MINUTE))
    assert desk.closed.outcome is Outcome.DONE, "its plan was reached"


def test_two_minutes_are_credited_past_the_planned_end_as_well(desk: Desk) -> None:
    working(desk, PLAN - MINUTE)
    desk.crash()
    desk.run(2 * MINUTE)
    desk.come_back()
    assert desk.now.spans == account((What.FOCUS, PLAN), (What.OVERTIME, MINUTE))


def test_without_a_heartbeat_nothing_after_the_last_transition_is_known(desk: Desk) -> None:
    working(desk)
    desk.beat = None
    desk.crash()
    desk.come_back()
    assert desk.now.spans == account((What.GAP, 10 * MINUTE))


def test_a_heartbeat_older_than_the_last_transition_is_ignored(desk: Desk) -> None:
    working(desk)
    old = desk.clock.read()
    desk.run(MINUTE)
    desk.press(pause)
    desk.press(resume)
    desk.beat = old
    desk.crash()
    desk.run(MINUTE)
    desk.come_back()
    assert desk.now.main_ms == 12 * MINUTE


def test_a_sleep_in_a_short_absence_is_not_credited(desk: Desk) -> None:
    working(desk)
    desk.crash()
    desk.run(30 * SECOND)
    desk.sleep(MINUTE)
    desk.come_back()
    assert desk.now.spans == account(TEN_OF_FOCUS, (What.GAP, 90 * SECOND))
    assert desk.now.paused is Paused.CRASH


def test_sleep_before_and_in_a_short_absence_counts_in_all(desk: Desk) -> None:
    working(desk)
    desk.sleep(40 * SECOND)
    desk.run(5 * MINUTE)
    desk.crash()
    desk.sleep(40 * SECOND)
    desk.come_back()
    assert desk.now.spans == account((What.FOCUS, 15 * MINUTE), (What.GAP, 80 * SECOND))
    assert desk.now.paused is Paused.SLEEP


def test_a_short_absence_ends_the_hour_without_a_key_as_well(desk: Desk) -> None:
    working(desk, PLAN + HOUR - MINUTE)
    desk.crash()
    desk.run(2 * MINUTE)
    desk.come_back()
    assert desk.closed.spans == account((What.FOCUS, PLAN), (What.GAP, HOUR))


def test_cut_off_after_a_sleep_that_was_not_noticed_yet(desk: Desk) -> None:
    working(desk)
    desk.sleep(5 * MINUTE)
    desk.run(2 * BEAT)
    desk.crash()
    desk.run(10 * MINUTE)
    desk.come_back()
    now = desk.now
    assert (now.main_ms, now.gap_ms) == (10 * MINUTE + 2 * BEAT, 5 * MINUTE)
    assert (now.paused, now.spans[-1].what) == (Paused.SLEEP, What.PAUSE)


def test_cut_off_by_a_reboot_the_wall_clock_says_how_long(desk: Desk) -> None:
    working(desk)
    desk.crash()
    desk.reboot(HOUR)
    desk.come_back()
    assert desk.now.spans == account(TEN_OF_FOCUS, (What.GAP, HOUR))


def test_a_reboot_is_never_forgiven(desk: Desk) -> None:
    working(desk)
    desk.crash()
    desk.reboot(MINUTE)
    desk.come_back()
    assert desk.now.spans == account(TEN_OF_FOCUS, (What.GAP, MINUTE))


@pytest.mark.parametrize("off", [HOUR + 1, -1, 31 * DAY], ids=["long", "backwards", "absurd"])
def test_a_long_or_unknowable_reboot_closes_at_the_last_heartbeat(desk: Desk, off: int) -> None:
    working(desk)
    desk.crash()
    desk.reboot(off)
    desk.come_back()
    assert desk.closed.spans == account(TEN_OF_FOCUS)
    assert desk.closed.outcome is Outcome.ABANDONED


def test_paused_stays_paused(desk: Desk) -> None:
    working(desk)
    desk.press(pause)
    desk.crash()
    desk.run(30 * MINUTE)
    desk.come_back()
    assert desk.now.spans == account(TEN_OF_FOCUS, (What.PAUSE, 30 * MINUTE))
    assert desk.now.paused is Paused.USER


def test_paused_stays_paused_through_a_reboot_of_unknown_length(desk: Desk) -> None:
    working(desk)
    desk.press(pause)
    desk.crash()
    desk.reboot(-DAY)
    desk.come_back()
    assert desk.now.spans == account(TEN_OF_FOCUS)
    assert desk.now.paused is Paused.USER


def test_a_pause_grows_too_long_while_nobody_watches(desk: Desk) -> None:
    working(desk)
    desk.press(pause)
    desk.crash()
    desk.run(HOUR)
    desk.come_back()
    assert desk.closed.spans == account(TEN_OF_FOCUS)


@pytest.mark.parametrize("how", ["crash", "leave"])
def test_a_break_goes_on(desk: Desk, how: str) -> None:
    desk.start(Phase.LONG_BREAK, 15 * MINUTE)
    desk.run(MINUTE)
    desk.crash() if how == "crash" else desk.leave()
    desk.run(10 * MINUTE)
    desk.sleep(10 * MINUTE)
    desk.come_back()
    assert desk.now.spans == account((What.BREAK, 15 * MINUTE), (What.OVERRUN, 6 * MINUTE))
    assert (desk.now.paused, desk.now.left) == (None, False)


def test_a_break_goes_on_through_a_reboot(desk: Desk) -> None:
    desk.start(Phase.LONG_BREAK, 15 * MINUTE)
    desk.run(MINUTE)
    desk.crash()
    desk.reboot(4 * MINUTE)
    desk.come_back()
    assert desk.now.spans == account((What.BREAK, 5 * MINUTE))


def test_opening_the_app_is_a_key(desk: Desk) -> None:
    desk.start(Phase.SHORT_BREAK, 5 * MINUTE)
    desk.run(MINUTE)
    desk.leave()
    desk.run(34 * MINUTE)
    desk.come_back()
    desk.run(HOUR - 1)
    assert desk.now.over_ms == 90 * MINUTE - 1


def test_leaving_is_a_key(desk: Desk) -> None:
    desk.start(Phase.SHORT_BREAK, 5 * MINUTE)
    desk.run(45 * MINUTE)
    desk.leave()
    desk.run(HOUR - 1)
    desk.come_back()
    assert desk.interval is not None


@pytest.mark.parametrize("how", ["crash", "leave"])
@pytest.mark.parametrize("gone", [MINUTE, 20 * MINUTE, 50 * MINUTE, 3 * HOUR])
def test_coming_back_twice_is_coming_back_once(desk: Desk, how: str, gone: int) -> None:
    working(desk)
    desk.crash() if how == "crash" else desk.leave()
    desk.run(gone)
    desk.come_back()
    once, history = desk.interval, dict(desk.history)
    desk.open = False
    desk.come_back()
    assert (desk.interval, desk.history) == (once, history)
