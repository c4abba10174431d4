"""The ranges of days that the record is looked at by."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.logrange import FIRST, LAST, Range, Reach
from focus_tui.domain.week import days_between

TODAY = "2026-11-23"
days = st.dates(date(2, 1, 1), date(9998, 12, 31)).map(str)
bounded = st.sampled_from([each for each in Reach if each is not Reach.ALL])


@pytest.mark.parametrize(
    ("reach", "on", "first_on", "last_on", "named"),
    [
        (Reach.DAY, TODAY, TODAY, TODAY, "Today, Mon 23 Nov"),
        (Reach.DAY, "2025-01-01", "2025-01-01", "2025-01-01", "Wed 1 Jan 2025"),
        (Reach.WEEK, TODAY, TODAY, "2026-11-29", "23 to 29 Nov"),
        (Reach.MONTH, "2024-02-10", "2024-02-01", "2024-02-29", "February 2024"),
        (Reach.QUARTER, "2026-01-01", "2026-01-01", "2026-03-31", "Q1 2026"),
        (Reach.QUARTER, "2026-06-30", "2026-04-01", "2026-06-30", "Q2 2026"),
        (Reach.QUARTER, "2026-08-15", "2026-07-01", "2026-09-30", "Q3 2026"),
        (Reach.QUARTER, TODAY, "2026-10-01", "2026-12-31", "Q4 2026"),
        (Reach.YEAR, TODAY, "2026-01-01", "2026-12-31", "2026"),
        (Reach.ALL, TODAY, FIRST, LAST, "Everything"),
    ],
)
def test_the_range_that_holds_a_day(
    reach: Reach, on: str, first_on: str, last_on: str, named: str
) -> None:
    found = Range.of(reach, on)
    assert found == Range(reach, first_on, last_on)
    assert found.named(TODAY) == named


@given(bounded, days, st.integers(1, 7))
def test_ranges_lie_beside_each_other(reach: Reach, on: str, first_weekday: int) -> None:
    here = Range.of(reach, on, first_weekday)
    assert here.holds(on)
    after = here.beside(1, first_weekday)
    assert days_between(here.last_on, after.first_on) == 1
    assert after.reach is reach
    assert after.beside(-1, first_weekday) == here


@given(days)
def test_a_quarter_is_three_months(on: str) -> None:
    here = Range.of(Reach.QUARTER, on)
    months = {str(date.fromisoformat(here.first_on) + timedelta(n))[:7] for n in range(80)}
    assert len(months) == 3
    assert {Range.of(Reach.QUARTER, f"{month}-28") for month in months} == {here}


def test_at_the_ends_of_the_calendar_a_range_stays() -> None:
    everything = Range.of(Reach.ALL, TODAY)
    assert everything.beside(1) == everything.beside(-1) == everything
    first = Range.of(Reach.QUARTER, "0001-02-01")
    assert first.beside(-1) == first
