"""The account of a day: no hole, nothing twice, nothing negative."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.ledger import Part, ledger, sums, told, void_ms
from focus_tui.domain.session import Outcome, Phase, Session, Stamp
from focus_tui.domain.spans import Span, What, joined
from tests.domain.desk import CALENDAR, DAY, HOUR, MINUTE, ZONE, at

MORNING = at("2026-11-23 04:00")


def session(at_ms: int, *spans: tuple[What, int], outcome: Outcome = Outcome.DONE) -> Session:
    return Session(
        id=f"{at_ms}",
        kind=Phase.FOCUS,
        started=Stamp(at_ms, ZONE, 3600, "2026-11-23"),
        planned_ms=25 * MINUTE,
        spans=joined(Span(*each) for each in spans),
        outcome=outcome,
    )


def test_each_moment_has_its_name() -> None:
    worked = (What.FOCUS, 20 * MINUTE), (What.PAUSE, MINUTE), (What.FOCUS, 5 * MINUTE)
    first = session(MORNING + HOUR, *worked, (What.GAP, 3 * MINUTE), (What.AWAY, 4 * MINUTE))
    found = sums(ledger([first], MORNING, MORNING + 2 * HOUR))
    assert found[Part.FOCUS] == 25 * MINUTE
    assert found[Part.PAUSE] == MINUTE
    assert found[Part.AWAY] == 7 * MINUTE
    assert found[Part.OUTSIDE] == 2 * HOUR - 33 * MINUTE


def test_what_is_shown_sums_to_the_shown_whole() -> None:
    worked = (What.FOCUS, 90_000), (What.PAUSE, 90_000), (What.OVERTIME, 60_000)
    shown = dict(told(ledger([session(MORNING, *worked)], MORNING, MORNING)))
    assert shown == {Part.FOCUS: 2 * MINUTE, Part.OVERTIME: MINUTE, Part.PAUSE: MINUTE}


def test_a_void_session_keeps_its_minutes() -> None:
    voided = session(MORNING, (What.FOCUS, MINUTE), outcome=Outcome.VOID)
    of = ledger([voided], MORNING, MORNING + HOUR)
    assert sums(of)[Part.FOCUS] == void_ms(of) == MINUTE


def test_what_is_there_twice_counts_once_for_what_began_first() -> None:
    first = session(MORNING, (What.FOCUS, 20 * MINUTE))
    second = session(MORNING + 15 * MINUTE, (What.PAUSE, 10 * MINUTE))
    found = sums(ledger([second, first], MORNING, MORNING + 25 * MINUTE))
    assert (found[Part.FOCUS], found[Part.PAUSE]) == (20 * MINUTE, 5 * MINUTE)


def test_it_lasts_as_long_as_what_crosses_its_end() -> None:
    late = session(MORNING + DAY - MINUTE, (What.FOCUS, 25 * MINUTE))
    assert ledger([late], MORNING, MORNING + DAY)[-1].to_ms == MORNING + DAY + 24 * MINUTE


def test_the_days_of_the_clock_changes() -> None:
    for on, hours in (("2026-03-28", 23), ("2026-10-24", 25)):
        begins, ends = CALENDAR.begins(on, ZONE), CALENDAR.ends(on, ZONE)
        worked = session(begins + 20 * HOUR, (What.FOCUS, 2 * HOUR))
        of = sums(ledger([worked], begins, ends))
        assert sum(of.values()) == hours * HOUR
        assert of[Part.OUTSIDE] == (hours - 2) * HOUR


Days = list[tuple[int, list[tuple[What, int]]]]
spans = st.lists(st.tuples(st.sampled_from(What), st.integers(0, 3 * HOUR)), max_size=4)
starts = st.integers(-3 * HOUR, DAY)


@given(st.lists(st.tuples(starts, spans), max_size=6), st.integers(0, DAY))
def test_it_sums_to_the_time_that_passed(days: Days, length: int) -> None:
    lived = [session(MORNING + start, *each) for start, each in days]
    of = ledger(lived, MORNING, MORNING + length)
    assert all(each.ms > 0 for each in of)
    assert all(one.to_ms == two.from_ms for one, two in pairwise(of))
    if of:
        assert of[0].from_ms == MORNING
        assert sum(sums(of).values()) == of[-1].to_ms - MORNING >= length
