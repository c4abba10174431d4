"""Sessions without a planned end; plans that are made shorter, or another; starts in the past."""

from collections.abc import Callable
from functools import partial

import pytest

from focus_tui.domain.cards import cards
from focus_tui.domain.errors import Refused
from focus_tui.domain.gap import Answer
from focus_tui.domain.interval import Paused, State, state_of
from focus_tui.domain.session import Outcome, Phase
from focus_tui.domain.shape import OPEN, parsed
from focus_tui.domain.spans import What
from focus_tui.domain.timer import begun_ago, extend, pause, reshape, resume, shorten
from tests.domain.desk import HOUR, MINUTE, PLAN, SECOND, Desk, account
from tests.support.clock import FakeClock


def begun(clock: FakeClock) -> Desk:
    desk = Desk(clock)
    desk.start(open=True)
    return desk


def test_an_open_session_is_done_where_it_is_ended(clock: FakeClock) -> None:
    desk = begun(clock)
    desk.run(47 * MINUTE)
    assert state_of(desk.now) is State.FOCUS
    desk.finish()
    assert desk.closed.outcome is Outcome.DONE
    assert desk.closed.open
    assert desk.closed.planned_ms == 47 * MINUTE
    assert desk.closed.counts


def test_one_that_had_hardly_begun_is_none_of_the_days_sessions(clock: FakeClock) -> None:
    desk = begun(clock)
    desk.run(59 * SECOND)
    desk.finish()
    assert desk.closed.outcome is Outcome.EARLY
    assert not desk.closed.counts


def test_an_open_session_rings_after_four_hours_and_does_not_earn_a_night(clock: FakeClock) -> None:
    desk = begun(clock)
    desk.run(4 * HOUR - 1)
    desk.tick()
    assert not desk.bells
    desk.run(1)
    desk.tick()
    assert len(desk.bells) == 1
    desk.run(HOUR)
    desk.tick()
    assert desk.closed.spans == account((What.FOCUS, 4 * HOUR), (What.GAP, HOUR))
    assert desk.closed.outcome is Outcome.DONE


def test_a_forgotten_pause_ends_an_open_session_where_it_began(clock: FakeClock) -> None:
    desk = begun(clock)
    desk.run(30 * MINUTE)
    desk.press(pause)
    desk.run(HOUR)
    desk.tick()
    assert (desk.closed.outcome, desk.closed.planned_ms) == (Outcome.DONE, 30 * MINUTE)


def test_who_leaves_an_open_session_is_asked_about_all_of_it(clock: FakeClock) -> None:
    desk = begun(clock)
    desk.run(30 * MINUTE)
    desk.leave()
    desk.run(20 * MINUTE)
    desk.come_back()
    assert desk.now.spans == account((What.FOCUS, 30 * MINUTE), (What.GAP, 20 * MINUTE))
    desk.answer(Answer.KEEP)
    assert desk.now.main_ms == 50 * MINUTE


def test_who_leaves_it_for_long_has_ended_it_and_may_still_keep_the_time(clock: FakeClock) -> None:
    desk = begun(clock)
    desk.run(30 * MINUTE)
    desk.leave()
    desk.run(3 * HOUR)
    desk.come_back()
    assert desk.closed.spans == account((What.FOCUS, 30 * MINUTE), (What.GAP, HOUR))
    assert (desk.closed.outcome, desk.closed.planned_ms) == (Outcome.DONE, 30 * MINUTE)
    (card, _) = cards(None, [desk.closed])
    assert (card.creditable_ms, card.past_end) == (HOUR, False)
    desk.answer_for(desk.closed, Answer.KEEP)
    assert desk.closed.spans == account((What.FOCUS, 90 * MINUTE))
    assert desk.closed.planned_ms == 90 * MINUTE


def test_one_that_was_cut_off_for_long_is_not_done(clock: FakeClock) -> None:
    desk = begun(clock)
    desk.run(30 * MINUTE)
    desk.crash()
    desk.run(2 * HOUR)
    desk.come_back()
    assert desk.closed.outcome is Outcome.ABANDONED
    assert desk.closed.spans == account((What.FOCUS, 30 * MINUTE))


def test_sleep_pauses_an_open_session_as_any(clock: FakeClock) -> None:
    desk = begun(clock)
    desk.sleep(5 * MINUTE)
    desk.tick()
    assert desk.now.paused is Paused.SLEEP
    desk.press(resume)
    desk.run(10 * MINUTE)
    desk.finish()
    assert desk.closed.planned_ms == 10 * MINUTE
    desk.answer_for(desk.closed, Answer.DROP)
    assert desk.closed.outcome is Outcome.DONE


def test_a_plan_can_be_made_shorter_down_to_a_minute_from_now(clock: FakeClock) -> None:
    desk = Desk(clock)
    desk.start()
    desk.run(19 * MINUTE)
    desk.press(partial(shorten, ms=5 * MINUTE))
    assert (desk.now.planned_ms, desk.now.left_ms) == (20 * MINUTE, MINUTE)
    with pytest.raises(Refused, match=r"^With 1 min to go there is no 5 min to take away: "):
        shorten(desk.now, 5 * MINUTE)
    desk.run(MINUTE)
    desk.tick()
    assert len(desk.bells) == 1
    with pytest.raises(Refused, match="past its end"):
        shorten(desk.now, 5 * MINUTE)


def test_a_break_can_be_made_shorter_too(clock: FakeClock) -> None:
    desk = Desk(clock)
    desk.start(Phase.LONG_BREAK, 15 * MINUTE)
    desk.press(partial(shorten, ms=5 * MINUTE))
    assert desk.now.left_ms == 10 * MINUTE


@pytest.mark.parametrize("change", [extend, shorten])
def test_no_end_can_be_moved_where_none_is_planned(
    clock: FakeClock, change: Callable[..., object]
) -> None:
    desk = begun(clock)
    with pytest.raises(Refused, match="no planned end"):
        change(desk.now, 5 * MINUTE)
    desk.press(pause)
    with pytest.raises(Refused, match="resume it first"):
        change(desk.now, 5 * MINUTE)


def test_another_shape_is_another_plan(clock: FakeClock) -> None:
    desk = Desk(clock)
    desk.start()
    desk.run(20 * MINUTE)
    desk.press(lambda held: reshape(held, parsed("50/10 strict")))
    assert (desk.now.left_ms, desk.now.strict) == (30 * MINUTE, True)
    assert desk.now.shape == "50/10 strict 50/10/20 strict"
    desk.press(lambda held: reshape(held, OPEN))
    assert (desk.now.open, desk.now.strict, desk.now.shape) == (True, False, "open")
    desk.press(lambda held: reshape(held, parsed("25/5")))
    assert (desk.now.left_ms, desk.now.open) == (5 * MINUTE, False)
    with pytest.raises(Refused, match=r"has 20 min already, and 15/5 ends after 15 min"):
        reshape(desk.now, parsed("15/5"))


@pytest.mark.parametrize(
    ("ago", "spans"),
    [
        (10 * MINUTE, account((What.FOCUS, 10 * MINUTE))),
        (PLAN, account((What.FOCUS, PLAN))),
        (PLAN + 7 * MINUTE, account((What.FOCUS, PLAN), (What.GAP, 7 * MINUTE))),
    ],
)
def test_who_began_earlier_has_worked_up_to_the_planned_end(
    clock: FakeClock, ago: int, spans: object
) -> None:
    desk = Desk(clock)
    desk.start()
    assert begun_ago(desk.now, ago).spans == spans
