"""Which session of the cycle it is: anew on a new day and after two hours without a session."""

import pytest

from focus_tui.domain.cycle import break_after, sessions_in_cycle
from focus_tui.domain.session import Outcome, Phase, Session, Stamp
from focus_tui.domain.spans import What
from tests.domain.desk import HOUR, MINUTE, PLAN, ZONE, account, at

TEN = at("2026-11-23 10:00")


def session(
    begins: int,
    *,
    outcome: Outcome = Outcome.DONE,
    kind: Phase = Phase.FOCUS,
    deleted_at: int | None = None,
) -> Session:
    """Twenty-five minutes, begun so many minutes after ten."""
    what = What.BREAK if kind.is_break else What.FOCUS
    return Session(
        id=f"{begins:032x}",
        kind=kind,
        started=Stamp(TEN + begins * MINUTE, ZONE, 3600, "2026-11-23"),
        planned_ms=PLAN,
        spans=account((what, PLAN)),
        outcome=outcome,
        deleted_at=deleted_at,
    )


def count(*today: Session, now: int = 120) -> int:
    return sessions_in_cycle(today, TEN + now * MINUTE)


def test_a_new_day_begins_with_none() -> None:
    assert count() == 0


def test_each_session_that_reached_its_plan_counts() -> None:
    assert count(session(0), session(30), session(60)) == 3


@pytest.mark.parametrize("outcome", [Outcome.EARLY, Outcome.ABANDONED, Outcome.VOID])
def test_others_do_not(outcome: Outcome) -> None:
    assert count(session(0), session(30, outcome=outcome)) == 1


def test_breaks_and_deleted_sessions_do_not() -> None:
    others = (session(30, kind=Phase.SHORT_BREAK), session(60, deleted_at=TEN))
    assert count(session(0), *others, now=90) == 1


def test_two_hours_without_a_session_begin_it_anew() -> None:
    assert count(session(0), session(25 + 120), now=200) == 1


def test_a_minute_less_does_not() -> None:
    assert count(session(0), session(25 + 119), now=200) == 2


def test_two_hours_since_the_last_one_begin_it_anew() -> None:
    assert count(session(0), now=25 + 119) == 1
    assert count(session(0), now=25 + 120) == 0


def test_a_session_that_does_not_count_still_fills_the_hole() -> None:
    between = session(90, outcome=Outcome.EARLY)
    assert count(session(0), between, session(180), now=210) == 2


def test_the_order_in_which_they_are_given_does_not_matter() -> None:
    assert count(session(200), session(30), session(0), now=230) == 1


def test_a_session_edited_to_lie_inside_another_makes_no_hole() -> None:
    long = Session(
        id="f" * 32,
        kind=Phase.FOCUS,
        started=Stamp(TEN, ZONE, 3600, "2026-11-23"),
        planned_ms=PLAN,
        spans=account((What.FOCUS, 3 * HOUR)),
        outcome=Outcome.DONE,
    )
    assert count(long, session(10), session(200), now=230) == 3


@pytest.mark.parametrize(
    ("done", "phase"),
    [
        (0, Phase.SHORT_BREAK),
        (1, Phase.SHORT_BREAK),
        (3, Phase.SHORT_BREAK),
        (4, Phase.LONG_BREAK),
        (5, Phase.SHORT_BREAK),
        (8, Phase.LONG_BREAK),
    ],
)
def test_after_every_fourth_the_break_is_long(done: int, phase: Phase) -> None:
    assert break_after(done, 4) is phase
