"""The score: against numbers worked by hand, and against a slow second computation."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.consistency import score, step
from focus_tui.domain.inputs import Input, Measure

DAILY = Input(7, Measure.DAYS)
THREE = Input(3, Measure.DAYS)
TEN = Input(10, Measure.SESSIONS)
FIRST = date(2026, 1, 5)  # a Monday


def on(number: int) -> str:
    """The nth day, from 0 on."""
    return str(FIRST + timedelta(number))


def after(
    days: int, cadence: Input, held: Mapping[int, int], off: Collection[int] = frozenset()
) -> int:
    """The score at the end of so many days."""
    amounts = {on(number): amount for number, amount in held.items()}
    return score(cadence, amounts, on(0), on(days - 1), {on(number) for number in off})


def kept(days: int) -> dict[int, int]:
    return dict.fromkeys(range(days), 1)


@pytest.mark.parametrize(
    ("days", "wanted"),
    # 1 - 0.5 ^ (days / 13)
    [(1, 5), (6, 27), (13, 50), (26, 75), (39, 88), (52, 94), (91, 99), (200, 100)],
)
def test_a_daily_habit_has_a_half_life_of_13_days(days: int, wanted: int) -> None:
    assert after(days, DAILY, kept(days)) == wanted


@pytest.mark.parametrize(("missed", "wanted"), [(1, 71), (2, 67), (13, 37), (26, 19), (39, 9)])
def test_a_miss_costs_little_and_nothing_falls_to_zero(missed: int, wanted: int) -> None:
    """From 75: 0.75 * 0.5 ^ (missed / 13)."""
    assert after(26 + missed, DAILY, kept(26)) == wanted


def test_after_a_miss_it_goes_on_from_there() -> None:
    days = {number: 1 for number in range(40) if number != 26}
    assert [after(length, DAILY, days) for length in (26, 27, 28)] == [75, 71, 73]


def test_what_is_wanted_once_a_week_has_a_half_life_of_34_days() -> None:
    """13 * sqrt(7) = 34.4; kept each Monday, from the first day on."""
    weekly = dict.fromkeys(range(0, 700, 7), 1)
    once = Input(1, Measure.DAYS)
    assert after(700, once, weekly) == 100
    assert after(7, once, weekly) == 7  # half of two weeks' two: 0.5 * (1 - 0.5 ^ (7 / 34.4))
    # No Monday from the 350th day on: a week is half kept, then none is.
    gone = dict.fromkeys(range(0, 350, 7), 1)
    assert after(357, once, gone) == 93  # 0.5 + 0.5 * 0.5 ^ (7 / 34.4)
    assert after(357 + 34, once, gone) == 47


def test_sessions_of_a_week_are_summed_and_more_than_all_is_all() -> None:
    even = {number: 2 for number in range(0, 140) if number % 7 < 5}
    heaped = dict.fromkeys(range(0, 140, 7), 10)
    more = dict.fromkeys(range(0, 140, 7), 50)
    assert after(140, TEN, heaped) == after(140, TEN, more)
    assert abs(after(140, TEN, even) - after(140, TEN, heaped)) <= 4
    # 0.2, 0.4, 0.6, 0.8, then 1 each day: 7 days later a week that is kept whole.
    weight = 0.5 ** ((1 / 7) ** 0.5 / 13)
    value = 0.0
    for held in (0.2, 0.4, 0.6, 0.8, 1.0, 1.0, 1.0):
        value = value * weight + held * (1 - weight)
    assert after(7, TEN, even) == round(100 * value)


def test_another_weekday_each_week_is_as_good() -> None:
    fixed = {number: 1 for number in range(280) if number % 7 in (0, 2, 4)}
    turning = {7 * week + (week * 2 + add) % 7: 1 for week in range(40) for add in (0, 1, 2)}
    assert after(280, THREE, fixed) >= 98
    assert after(280, THREE, turning) >= 92


def test_days_off_leave_it_alone() -> None:
    holiday = range(26, 47)
    before = after(26, DAILY, kept(26))
    assert after(47, DAILY, kept(26), holiday) == before == 75
    resumed = kept(26) | dict.fromkeys(range(47, 60), 1)
    assert after(60, DAILY, resumed, holiday) == after(39, DAILY, kept(39)) == 88


@given(
    st.sampled_from([DAILY, THREE, TEN, Input(200, Measure.MINUTES)]),
    st.lists(st.integers(0, 3), min_size=40, max_size=120),
    st.integers(1, 35),
    st.integers(1, 60),
)
def test_a_holiday_cut_out_is_as_if_it_had_not_been(
    cadence: Input, amounts: list[int], start: int, length: int
) -> None:
    whole = dict(enumerate(amounts))
    moved = {n if n < start else n + length: amount for n, amount in whole.items()}
    off = range(start, start + length)
    assert after(len(amounts), cadence, whole) == after(len(amounts) + length, cadence, moved, off)


def test_what_is_done_on_a_day_off_is_not_lost() -> None:
    assert after(9, TEN, {0: 5, 8: 0}, {7}) == after(9, TEN, {0: 5}, {7})
    assert after(9, TEN, {6: 5, 7: 5}, {7}) > after(9, TEN, {6: 5}, {7})
    assert after(3, DAILY, {0: 1, 1: 1}, {0, 1}) == after(1, DAILY, {})


def test_a_first_day_that_is_off() -> None:
    assert after(1, DAILY, {0: 1}, {0}) == 0
    assert after(2, DAILY, {0: 1, 1: 1}, {0}) == 5


@pytest.mark.parametrize(
    "cadence", [DAILY, Input(12, Measure.DAYS), Input(7, Measure.EARLY_DAYS, 540)]
)
def test_more_days_than_a_week_has_are_all_days(cadence: Input) -> None:
    assert after(13, cadence, kept(13)) == 50


def test_nothing_is_zero() -> None:
    assert after(0, DAILY, {}) == 0
    assert after(30, THREE, {}) == 0
    assert step(1, 0.5, 0.5) == 0.5


def slowly(cadence: Input, amounts: Mapping[int, int], days: int, off: Collection[int]) -> int:
    """By a sum over all days that count, for each of them anew, as Loop's list of scores does."""
    in_days = cadence.measure in (Measure.DAYS, Measure.EARLY_DAYS)
    span, target = 7, cadence.count
    if in_days and cadence.count >= 7:
        span, target = 1, 1
    elif in_days:
        span, target = 14, 2 * cadence.count
    frequency = min(1.0, cadence.count / 7) if in_days else 1 / 7
    counting: list[int] = []
    value = 0.0
    for number in range(days):
        if number in off:
            if counting:
                counting[-1] += amounts.get(number, 0)
            continue
        counting.append(amounts.get(number, 0))
        held = min(1.0, sum(counting[-span:]) / target)
        multiplier = 0.5 ** (frequency**0.5 / 13.0)
        value = value * multiplier + held * (1 - multiplier)
    return round(100 * value)


@given(
    st.builds(
        Input,
        st.integers(1, 20),
        st.sampled_from([Measure.DAYS, Measure.SESSIONS, Measure.MINUTES]),
    ),
    st.dictionaries(st.integers(0, 79), st.integers(0, 6), max_size=80),
    st.integers(0, 80),
    st.sets(st.integers(1, 79), max_size=30),
)
def test_the_slow_way_says_the_same(
    cadence: Input, amounts: dict[int, int], days: int, off: set[int]
) -> None:
    found = after(days, cadence, amounts, off)
    assert found == slowly(cadence, amounts, days, off)
    assert 0 <= found <= 100
