"""The account of time as one value."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.spans import Span, Spans, What, added, after, before, joined, tail, total
from tests.domain.desk import account

FOCUS, PAUSE, GAP, OVERTIME = What.FOCUS, What.PAUSE, What.GAP, What.OVERTIME
DAY = account((FOCUS, 10), (PAUSE, 3), (FOCUS, 5), (GAP, 7), (OVERTIME, 2))

any_spans = st.lists(st.builds(Span, st.sampled_from(What), st.integers(0, 9))).map(tuple)


def test_time_of_another_kind_is_a_new_stretch() -> None:
    assert added(account((FOCUS, 10)), PAUSE, 3) == account((FOCUS, 10), (PAUSE, 3))


def test_time_of_the_same_kind_makes_the_stretch_longer() -> None:
    assert added(account((FOCUS, 10)), FOCUS, 3) == account((FOCUS, 13))


def test_no_time_is_no_stretch() -> None:
    assert added((), FOCUS, 0) == ()
    assert added(account((FOCUS, 10)), PAUSE, -1) == account((FOCUS, 10))


def test_totals() -> None:
    assert total(DAY) == 27
    assert total(DAY, FOCUS) == 15
    assert total(DAY, FOCUS, OVERTIME) == 17
    assert total((), FOCUS) == 0


def test_before_the_first_of_a_kind() -> None:
    assert before(DAY, GAP) == DAY[:3]
    assert before(DAY, FOCUS) == ()
    assert before(DAY, What.AWAY) == DAY


def test_after_the_last_of_a_kind() -> None:
    assert after(DAY, FOCUS) == DAY[3:]
    assert after(DAY, OVERTIME) == ()
    assert after(DAY, What.AWAY) == DAY


def test_the_last_stretch() -> None:
    assert tail(DAY, OVERTIME) == 2
    assert tail(DAY, GAP) == 0
    assert tail((), GAP) == 0


@given(any_spans)
def test_joined_keeps_every_total_and_has_no_equal_neighbours(spans: Spans) -> None:
    result = joined(spans)
    assert all(total(result, what) == total(spans, what) for what in What)
    assert all(span.ms > 0 for span in result)
    assert all(one.what is not two.what for one, two in pairwise(result))


@given(any_spans, st.sampled_from(What))
def test_before_and_after_leave_out_the_kind(spans: Spans, what: What) -> None:
    parts = before(spans, what), after(spans, what)
    assert all(part == spans or total(part, what) == 0 for part in parts)
