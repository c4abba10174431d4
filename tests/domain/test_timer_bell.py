"""The bell: once for each planned end, never early, and it says how late it is."""

from functools import partial

import pytest

from focus_tui.domain.session import Phase
from focus_tui.domain.timer import extend, pause, resume, ring_due
from tests.domain.desk import HOUR, MINUTE, PLAN, SECOND, Desk

FIVE_MORE = partial(extend, ms=5 * MINUTE)


def heard(desk: Desk) -> list[tuple[bool, int]]:
    """Each bell so far: whether it was for a break that runs long, and how late."""
    return [(ring.overrun, ring.late_ms) for _, ring in desk.bells]


def resting(desk: Desk) -> None:
    desk.start(Phase.SHORT_BREAK, 5 * MINUTE)


def test_it_does_not_ring_before_the_planned_end(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN - 1)
    desk.tick()
    assert heard(desk) == []


def test_it_rings_at_the_planned_end(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN)
    desk.tick()
    assert heard(desk) == [(False, 0)]


def test_it_rings_once(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN)
    for _ in range(50):
        desk.tick()
        desk.run(MINUTE)
    assert len(heard(desk)) == 1


def test_it_says_how_late_it_is(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN + 7 * SECOND)
    desk.tick()
    assert heard(desk) == [(False, 7 * SECOND)]


def test_a_pause_puts_it_off(desk: Desk) -> None:
    desk.start()
    desk.run(20 * MINUTE)
    desk.press(pause)
    desk.run(30 * MINUTE)
    desk.tick()
    desk.press(resume)
    desk.run(5 * MINUTE - 1)
    desk.tick()
    assert heard(desk) == []
    desk.run(1)
    desk.tick()
    assert heard(desk) == [(False, 0)]


def test_five_more_minutes_inside_the_plan_put_it_off(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN - 1)
    desk.press(FIVE_MORE)
    desk.run(5 * MINUTE)
    desk.tick()
    assert heard(desk) == []


def test_five_more_minutes_past_the_end_ring_again(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN + MINUTE)
    desk.tick()
    desk.press(FIVE_MORE)
    desk.run(5 * MINUTE)
    desk.tick()
    assert heard(desk) == [(False, MINUTE), (False, 0)]


def test_a_session_over_its_end_rings_only_once_however_long(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN)
    desk.tick()
    desk.run(30 * MINUTE)
    assert ring_due(desk.now) is None


def test_a_break_rings_at_its_end_and_once_more_five_minutes_over(desk: Desk) -> None:
    resting(desk)
    for _ in range(50):
        desk.run(MINUTE)
        desk.tick()
    assert heard(desk) == [(False, 0), (True, 0)]


def test_not_a_millisecond_sooner(desk: Desk) -> None:
    resting(desk)
    desk.run(5 * MINUTE)
    desk.tick()
    desk.run(5 * MINUTE - 1)
    desk.tick()
    assert len(heard(desk)) == 1


def test_the_second_bell_says_how_late_it_is(desk: Desk) -> None:
    resting(desk)
    desk.run(5 * MINUTE)
    desk.tick()
    desk.run(5 * MINUTE + 2 * SECOND)
    desk.tick()
    assert heard(desk)[1] == (True, 2 * SECOND)


@pytest.mark.parametrize("late", [5 * MINUTE, 40 * MINUTE])
def test_after_a_sleep_in_a_break_both_bells_are_one(desk: Desk, late: int) -> None:
    resting(desk)
    desk.sleep(5 * MINUTE + late)
    desk.tick()
    assert heard(desk) == [(False, late)]
    desk.run(10 * MINUTE)
    desk.tick()
    assert len(heard(desk)) == 1


def test_a_longer_break_rings_anew(desk: Desk) -> None:
    resting(desk)
    desk.run(12 * MINUTE)
    desk.tick()
    desk.press(FIVE_MORE)
    for _ in range(10):
        desk.run(MINUTE)
        desk.tick()
    assert heard(desk) == [(False, 7 * MINUTE), (False, 0), (True, 0)]


def test_it_is_not_rung_again_after_coming_back(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN)
    desk.tick()
    desk.crash()
    desk.run(MINUTE)
    desk.come_back()
    desk.tick()
    assert len(heard(desk)) == 1


def test_left_over_the_end_it_rings_on_return_and_says_how_late(desk: Desk) -> None:
    desk.start()
    desk.leave()
    desk.run(PLAN + 10 * MINUTE)
    desk.come_back()
    desk.tick()
    assert heard(desk) == [(False, 10 * MINUTE)]


def test_asleep_at_the_end_it_has_not_come(desk: Desk) -> None:
    desk.start()
    desk.run(20 * MINUTE)
    desk.sleep(HOUR)
    desk.tick()
    assert heard(desk) == []


def test_a_sleep_right_after_the_end_does_not_lose_it(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN)
    desk.sleep(10 * MINUTE)
    desk.tick()
    assert heard(desk) == [(False, 10 * MINUTE)]
