from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.durations import (
    MINUTE_MS,
    clock,
    clock_past,
    day,
    in_turn,
    ordinal,
    plural,
    shares,
    spoken,
)

PARTS = st.lists(st.integers(0, 10 * MINUTE_MS), max_size=8)


@pytest.mark.parametrize(
    ("left_ms", "shown"),
    [
        (1_500_000, "25:00"),
        (1_499_001, "25:00"),
        (1_499_000, "24:59"),
        (1, "00:01"),
        (0, "00:00"),
        (-5, "00:00"),
        (3_599_999, "1:00:00"),
        (5_100_000, "1:25:00"),
    ],
)
def test_time_left_is_rounded_up(left_ms: int, shown: str) -> None:
    assert clock(left_ms) == shown


@pytest.mark.parametrize(
    ("over_ms", "shown"), [(0, "00:00"), (999, "00:00"), (1_000, "00:01"), (3_661_000, "1:01:01")]
)
def test_time_past_the_end_is_rounded_down(over_ms: int, shown: str) -> None:
    assert clock_past(over_ms) == shown


@given(st.integers(0, 10**9))
def test_both_clocks_agree_on_whole_seconds_only(ms: int) -> None:
    assert (clock(ms) == clock_past(ms)) is (ms % 1000 == 0)


@pytest.mark.parametrize(
    ("ms", "said"),
    [
        (0, "0 min"),
        (499, "0 min"),
        (500, "1 s"),
        (59_499, "59 s"),
        (59_500, "1 min"),
        (89_999, "1 min"),
        (90_000, "2 min"),
        (45 * MINUTE_MS, "45 min"),
        (59 * MINUTE_MS + 30_000, "1 h"),
        (80 * MINUTE_MS, "1 h 20"),
        (65 * MINUTE_MS, "1 h 05"),
        (120 * MINUTE_MS, "2 h"),
        (1_500 * MINUTE_MS, "25 h"),
    ],
)
def test_durations_for_people(ms: int, said: str) -> None:
    assert spoken(ms) == said


@given(PARTS, st.sampled_from([shares, in_turn]))
def test_shown_minutes_sum_to_their_shown_whole(
    parts: list[int], shown_of: Callable[[list[int]], tuple[int, ...]]
) -> None:
    shown = shown_of(parts)
    minutes = [share for part, share in zip(parts, shown, strict=True) if part >= MINUTE_MS]
    whole = sum(part for part in parts if part >= MINUTE_MS)
    assert sum(minutes) == (whole + MINUTE_MS // 2) // MINUTE_MS * MINUTE_MS
    assert all(share and not share % MINUTE_MS for share in minutes)
    for part, share in zip(parts, shown, strict=True):
        assert abs(share - part) < MINUTE_MS
        if part < MINUTE_MS:
            assert spoken(share) == (f"{share // 1_000} s" if part >= 500 else "0 min")
            assert abs(share - part) < 1_000


@given(PARTS, st.integers(0, 10 * MINUTE_MS), st.integers(0, 10 * MINUTE_MS))
def test_what_follows_changes_nothing_that_was_shown(parts: list[int], one: int, two: int) -> None:
    assert in_turn([*parts, one])[:-1] == in_turn([*parts, two])[:-1] == in_turn(parts)
    if one <= two:
        assert in_turn([*parts, one])[-1] <= in_turn([*parts, two])[-1]


@given(PARTS, st.integers(0, MINUTE_MS - 1))
def test_a_part_shorter_than_a_minute_changes_no_other(parts: list[int], short: int) -> None:
    assert shares([*parts, short])[:-1] == shares(parts)


@given(PARTS)
def test_a_larger_part_is_never_shown_as_smaller(parts: list[int]) -> None:
    shown = shares(parts)
    ordered = sorted(zip(parts, shown, strict=True))
    for (less, less_shown), (more, more_shown) in pairwise(ordered):
        assert less_shown <= more_shown or less == more


def test_the_earlier_of_equal_parts_gets_the_odd_minute() -> None:
    assert shares([90_000, 90_000]) == (2 * MINUTE_MS, MINUTE_MS)


def test_counts() -> None:
    assert [plural(n, "session") for n in (0, 1, 2)] == ["0 sessions", "1 session", "2 sessions"]
    assert plural(2, "entry", "entries") == "2 entries"


def test_places_in_a_row() -> None:
    places = (1, 3, 12, 13, 21, 22, 23, 24, 101, 111, 112)
    assert " ".join(map(ordinal, places)) == (
        "first third twelfth 13th 21st 22nd 23rd 24th 101st 111th 112th"
    )


def test_days() -> None:
    assert day("2026-11-23") == "Mon 23 Nov"
    assert day("2028-02-29") == "Tue 29 Feb"
    with pytest.raises(ValueError, match="day"):
        day("2026-02-30")
