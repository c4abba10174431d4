"""Undo brings an interval back paused where it was, the time since as away."""

from functools import partial

import pytest

from focus_tui.domain.gap import Answer
from focus_tui.domain.interval import Paused, State, state_of
from focus_tui.domain.session import Phase
from focus_tui.domain.spans import What, total
from focus_tui.domain.timer import extend, pause, replan, resume
from tests.domain.desk import HOUR, MINUTE, PLAN, Desk, account


def test_a_finished_session_comes_back_paused_the_time_since_away(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.finish()
    desk.run(3 * MINUTE)
    desk.undo()
    assert desk.now.spans == account((What.FOCUS, 10 * MINUTE), (What.GAP, 3 * MINUTE))
    assert desk.now.paused is Paused.UNDO
    assert desk.history == {}


def test_a_voided_session_comes_back_too(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN + MINUTE)
    desk.tick()
    desk.void()
    desk.undo()
    assert desk.now.spans == account((What.FOCUS, PLAN), (What.OVERTIME, MINUTE))
    assert len(desk.bells) == 1
    desk.tick()
    assert len(desk.bells) == 1


def test_it_goes_on_when_resumed(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.finish()
    desk.undo()
    desk.press(resume)
    desk.run(15 * MINUTE)
    assert desk.now.left_ms == 0


def test_a_pause_taken_back_leaves_the_session_paused_the_time_since_away(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.press(pause)
    desk.run(5 * MINUTE)
    desk.undo()
    assert desk.now.spans == account((What.FOCUS, 10 * MINUTE), (What.GAP, 5 * MINUTE))


def test_five_more_minutes_taken_back_the_plan_is_as_before(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.press(partial(extend, ms=5 * MINUTE))
    desk.undo()
    assert (desk.now.planned_ms, desk.now.main_ms) == (PLAN, 10 * MINUTE)


def test_a_shorter_plan_makes_overtime_of_what_went_past_it(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN + 2 * MINUTE)
    desk.press(partial(extend, ms=5 * MINUTE))
    desk.run(MINUTE)
    desk.sleep(10 * MINUTE)
    desk.tick()
    desk.press(resume)
    desk.run(MINUTE)
    back = replan(desk.now, PLAN)
    assert back.spans == account(
        (What.FOCUS, PLAN),
        (What.OVERTIME, 3 * MINUTE),
        (What.GAP, 10 * MINUTE),
        (What.OVERTIME, MINUTE),
    )
    assert (back.planned_ms, back.over_ms) == (PLAN, 4 * MINUTE)


def test_a_longer_plan_leaves_the_account(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN + 2 * MINUTE)
    longer = replan(desk.now, PLAN + 5 * MINUTE)
    assert (longer.spans, longer.left_ms) == (desk.now.spans, 5 * MINUTE)


def test_an_answer_taken_back_asks_again(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.sleep(10 * MINUTE)
    desk.tick()
    desk.answer(Answer.KEEP)
    desk.undo()
    assert desk.now.spans == account((What.FOCUS, 10 * MINUTE), (What.GAP, 10 * MINUTE))


@pytest.mark.parametrize("said", [Answer.END, Answer.VOID])
def test_an_answer_that_closed_taken_back_asks_again(desk: Desk, said: Answer) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.sleep(10 * MINUTE)
    desk.tick()
    desk.answer(said)
    desk.run(MINUTE)
    desk.undo()
    assert desk.now.spans == account((What.FOCUS, 10 * MINUTE), (What.GAP, 11 * MINUTE))


def test_a_forgotten_pause_opens_again_and_all_of_it_is_away(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.press(pause)
    desk.run(2 * HOUR)
    desk.tick()
    desk.run(MINUTE)
    desk.undo()
    assert desk.now.spans == account((What.FOCUS, 10 * MINUTE), (What.GAP, 2 * HOUR + MINUTE))
    assert state_of(desk.now) is State.PAUSED


def test_a_session_closed_unattended_opens_again(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN + 3 * HOUR)
    desk.tick()
    desk.undo()
    assert desk.now.spans == account((What.FOCUS, PLAN), (What.GAP, 3 * HOUR))
    assert desk.now.paused is Paused.UNDO


def test_an_abandoned_session_opens_again_with_nothing_credited(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.crash()
    desk.run(70 * MINUTE)
    desk.come_back()
    desk.run(MINUTE)
    desk.undo()
    assert desk.now.spans == account((What.FOCUS, 10 * MINUTE), (What.GAP, 71 * MINUTE))


def test_a_session_left_for_long_opens_again_with_its_plan_and_no_more(desk: Desk) -> None:
    desk.start()
    desk.leave()
    desk.run(PLAN + 2 * HOUR)
    desk.come_back()
    desk.undo()
    assert desk.now.spans == account((What.FOCUS, PLAN), (What.GAP, 2 * HOUR))
    assert not desk.now.left


def test_after_a_reboot_of_unknown_length_nothing_is_added(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    desk.finish()
    desk.crash()
    desk.reboot(-HOUR)
    desk.come_back()
    desk.undo()
    assert desk.now.spans == account((What.FOCUS, 10 * MINUTE))


def test_a_break_comes_back_running(desk: Desk) -> None:
    desk.start(Phase.SHORT_BREAK, 5 * MINUTE)
    desk.run(MINUTE)
    desk.finish()
    desk.run(2 * MINUTE)
    desk.undo()
    assert desk.now.spans == account((What.BREAK, 3 * MINUTE))
    desk.run(2 * MINUTE)
    assert (desk.now.left_ms, desk.now.paused) == (0, None)


def test_a_break_that_closed_by_itself_stays_open_when_brought_back(desk: Desk) -> None:
    desk.start(Phase.SHORT_BREAK, 5 * MINUTE)
    desk.run(5 * MINUTE + HOUR)
    desk.tick()
    desk.run(2 * HOUR)
    desk.undo()
    desk.tick()
    assert state_of(desk.now) is State.OVERRUN
    assert total(desk.now.spans) == 5 * MINUTE + 3 * HOUR


def test_a_break_finished_long_ago_stays_open_when_brought_back(desk: Desk) -> None:
    desk.start(Phase.SHORT_BREAK, 5 * MINUTE)
    desk.run(4 * MINUTE)
    desk.finish()
    desk.run(2 * HOUR)
    desk.undo()
    desk.tick()
    assert desk.now.main_ms == 5 * MINUTE
