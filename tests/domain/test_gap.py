"""Time away is never credited silently: what each answer makes of it."""

import pytest

from focus_tui.domain.errors import Refused
from focus_tui.domain.gap import Answer, answered, can_end_there, creditable_ms, settled
from focus_tui.domain.interval import Paused, State, state_of
from focus_tui.domain.session import Outcome, Phase, Session, Stamp
from focus_tui.domain.spans import Spans, What
from focus_tui.domain.timer import answer, resume
from tests.domain.desk import CALENDAR, HOUR, MINUTE, PLAN, ZONE, Desk, account, at

FOCUS, GAP, AWAY = What.FOCUS, What.GAP, What.AWAY
SHORT = account((FOCUS, 10 * MINUTE), (GAP, 5 * MINUTE))
LONG = account((FOCUS, 10 * MINUTE), (GAP, 40 * MINUTE))
WORKED_ON = account((FOCUS, 10 * MINUTE), (GAP, 5 * MINUTE), (FOCUS, 4 * MINUTE))
TWO = account((FOCUS, 10 * MINUTE), (GAP, 6 * MINUTE), (FOCUS, MINUTE), (GAP, 30 * MINUTE))
NONE = account((FOCUS, 10 * MINUTE))


def session(spans: Spans, outcome: Outcome = Outcome.EARLY) -> Session:
    began = at("2026-11-23 10:00")
    stamp = Stamp(began, ZONE, 3600, CALENDAR.day_of(began, ZONE))
    return Session(
        id="0" * 32,
        kind=Phase.FOCUS,
        started=stamp,
        planned_ms=PLAN,
        spans=spans,
        outcome=outcome,
    )


def back_after(desk: Desk, gone: int) -> None:
    """A session of ten minutes that slept for so long."""
    desk.start()
    desk.run(10 * MINUTE)
    desk.sleep(gone)
    desk.tick()


# The account.


def test_keep_credits_it() -> None:
    assert answered(SHORT, PLAN, Answer.KEEP) == account((FOCUS, 15 * MINUTE))


def test_but_at_most_what_was_left_of_the_plan() -> None:
    assert answered(LONG, PLAN, Answer.KEEP) == account((FOCUS, PLAN), (AWAY, 25 * MINUTE))


def test_past_the_plan_there_is_nothing_to_keep() -> None:
    spans = account((FOCUS, PLAN), (What.OVERTIME, MINUTE), (GAP, HOUR))
    assert creditable_ms(spans, PLAN) == 0
    assert answered(spans, PLAN, Answer.KEEP)[-1] == (AWAY, HOUR)


def test_of_two_gaps_the_first_is_kept_first() -> None:
    assert creditable_ms(TWO, PLAN) == 14 * MINUTE
    assert answered(TWO, PLAN, Answer.KEEP) == account((FOCUS, PLAN), (AWAY, 22 * MINUTE))


def test_drop_makes_it_away() -> None:
    assert answered(SHORT, PLAN, Answer.DROP) == account((FOCUS, 10 * MINUTE), (AWAY, 5 * MINUTE))


def test_void_makes_it_away_as_well() -> None:
    assert answered(SHORT, PLAN, Answer.VOID) == answered(SHORT, PLAN, Answer.DROP)


def test_end_there_cuts_the_account_where_the_gap_began() -> None:
    spans = (*SHORT, *account((What.PAUSE, MINUTE)))
    assert answered(spans, PLAN, Answer.END) == account((FOCUS, 10 * MINUTE))


@pytest.mark.parametrize("more", [FOCUS, What.OVERTIME])
def test_a_session_cannot_end_before_work_that_followed(more: What) -> None:
    spans = (*SHORT, *account((more, 1)))
    assert not can_end_there(spans)
    with pytest.raises(Refused):
        answered(spans, PLAN, Answer.END)


def test_it_can_where_only_a_pause_followed() -> None:
    assert can_end_there((*SHORT, *account((What.PAUSE, MINUTE))))


@pytest.mark.parametrize("said", Answer)
def test_no_gap_no_answer(said: Answer) -> None:
    with pytest.raises(Refused):
        answered(NONE, PLAN, said)


@pytest.mark.parametrize("said", [Answer.KEEP, Answer.DROP, Answer.VOID])
def test_it_is_answered_once(said: Answer) -> None:
    once = answered(LONG, PLAN, said)
    assert creditable_ms(once, PLAN) == 0
    with pytest.raises(Refused):
        answered(once, PLAN, said)


# A running session.


def test_kept_time_stays_paused_until_the_person_resumes(desk: Desk) -> None:
    back_after(desk, 5 * MINUTE)
    desk.answer(Answer.KEEP)
    assert (desk.now.main_ms, desk.now.gap_ms) == (15 * MINUTE, 0)
    assert desk.now.paused is Paused.SLEEP
    desk.press(resume)
    desk.run(10 * MINUTE)
    assert desk.now.left_ms == 0


def test_kept_time_may_complete_the_plan_and_rings(desk: Desk) -> None:
    back_after(desk, 20 * MINUTE)
    desk.answer(Answer.KEEP)
    desk.tick()
    ((_, ring),) = desk.bells
    assert ring.late_ms == 5 * MINUTE


def test_dropped_time_is_lost_to_the_plan(desk: Desk) -> None:
    back_after(desk, 5 * MINUTE)
    desk.answer(Answer.DROP)
    assert (desk.now.main_ms, desk.now.left_ms) == (10 * MINUTE, 15 * MINUTE)


def test_without_an_answer_the_person_can_work_on(desk: Desk) -> None:
    back_after(desk, 5 * MINUTE)
    desk.press(resume)
    desk.run(4 * MINUTE)
    assert desk.now.spans == WORKED_ON
    assert state_of(desk.now) is State.FOCUS


def test_without_an_answer_it_is_not_credited(desk: Desk) -> None:
    back_after(desk, 5 * MINUTE)
    desk.finish()
    assert (desk.closed.focused_ms, desk.closed.gap_ms) == (10 * MINUTE, 5 * MINUTE)


def test_ended_there_the_session_closes_where_the_person_left(desk: Desk) -> None:
    back_after(desk, 5 * MINUTE)
    desk.run(MINUTE)
    desk.answer(Answer.END)
    assert desk.closed.spans == account((FOCUS, 10 * MINUTE))
    assert desk.closed.outcome is Outcome.EARLY


def test_voided_the_session_closes_and_nothing_is_asked_any_more(desk: Desk) -> None:
    back_after(desk, 5 * MINUTE)
    desk.answer(Answer.VOID)
    assert (desk.closed.outcome, desk.closed.gap_ms) == (Outcome.VOID, 0)
    assert desk.closed.focused_ms == 10 * MINUTE


def test_a_running_session_without_a_gap_is_not_ended_by_an_answer(desk: Desk) -> None:
    desk.start()
    desk.run(10 * MINUTE)
    with pytest.raises(Refused):
        answer(desk.now, Answer.END)


# A closed session.


def test_kept_it_may_become_done() -> None:
    kept = settled(session(LONG), Answer.KEEP)
    assert (kept.outcome, kept.focused_ms, kept.gap_ms) == (Outcome.DONE, PLAN, 0)


def test_kept_and_still_short_of_the_plan_it_stays_early() -> None:
    kept = settled(session(SHORT), Answer.KEEP)
    assert (kept.outcome, kept.focused_ms) == (Outcome.EARLY, 15 * MINUTE)


def test_dropped_it_stays_what_it_was() -> None:
    assert settled(session(LONG), Answer.DROP).outcome is Outcome.EARLY


def test_ended_there_it_ends_earlier() -> None:
    whole = session(LONG)
    ended = settled(whole, Answer.END)
    assert whole.ended_at_ms - ended.ended_at_ms == 40 * MINUTE


def test_voided_it_does_not_count() -> None:
    voided = settled(session(account((FOCUS, PLAN), (GAP, HOUR)), Outcome.DONE), Answer.VOID)
    assert not voided.counts
    assert voided.gap_ms == 0


def test_a_void_session_stays_void() -> None:
    assert settled(session(LONG, Outcome.VOID), Answer.KEEP).outcome is Outcome.VOID


def test_the_hour_nobody_attended_is_asked_about(desk: Desk) -> None:
    desk.start()
    desk.run(PLAN + HOUR)
    desk.tick()
    desk.answer_for(desk.closed, Answer.END)
    assert desk.closed.spans == account((FOCUS, PLAN))
    assert desk.closed.counts
