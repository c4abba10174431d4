"""Quiet hours go by the clock on the wall, wherever the person is."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.quiet import QuietHours, quiet_hours
from tests.domain.desk import MINUTE, ZONE, at

NIGHT = QuietHours(22 * 60, 7 * 60)
NOON = QuietHours(12 * 60, 13 * 60 + 30)


@pytest.mark.parametrize(
    ("hours", "wall", "quiet"),
    [
        (NIGHT, "2026-11-23 21:59", False),
        (NIGHT, "2026-11-23 22:00", True),
        (NIGHT, "2026-11-24 00:00", True),
        (NIGHT, "2026-11-24 06:59", True),
        (NIGHT, "2026-11-24 07:00", False),
        (NOON, "2026-11-23 11:59", False),
        (NOON, "2026-11-23 12:00", True),
        (NOON, "2026-11-23 13:29", True),
        (NOON, "2026-11-23 13:30", False),
        (QuietHours(20 * 60, 0), "2026-11-23 23:59", True),
        (QuietHours(20 * 60, 0), "2026-11-24 00:00", False),
        (QuietHours(0, 6 * 60), "2026-11-24 00:00", True),
    ],
)
def test_their_borders(hours: QuietHours, wall: str, quiet: bool) -> None:
    assert hours.hold(at(wall), ZONE) is quiet


def test_the_last_moment_before_a_border() -> None:
    assert not NIGHT.hold(at("2026-11-23 22:00") - 1, ZONE)
    assert NIGHT.hold(at("2026-11-24 07:00") - 1, ZONE)


def test_they_are_the_zone_s_own() -> None:
    instant = at("2026-11-23 23:00")
    assert NIGHT.hold(instant, ZONE)
    assert not NIGHT.hold(instant, "America/New_York")


def test_an_hour_that_is_skipped_is_missing_from_them() -> None:
    """On 28 March 2027 clocks go from 2:00 to 3:00."""
    two = at("2027-03-28 01:59") + MINUTE
    assert not QuietHours(2 * 60, 3 * 60).hold(two, ZONE)
    assert QuietHours(60, 3 * 60).hold(two - 1, ZONE)
    assert not QuietHours(60, 3 * 60).hold(two, ZONE)
    assert QuietHours(3 * 60, 4 * 60).hold(two, ZONE)


def test_an_hour_that_is_repeated_is_quiet_twice() -> None:
    """On 25 October 2026 clocks go from 3:00 back to 2:00."""
    hours = QuietHours(2 * 60, 3 * 60)
    first = at("2026-10-25 01:59") + MINUTE
    assert [
        hours.hold(first + minutes * MINUTE, ZONE) for minutes in (-1, 0, 59, 60, 119, 120)
    ] == [*(False, True, True, True, True, False)]


@given(
    st.integers(0, 24 * 60 - 1),
    st.integers(0, 24 * 60 - 1),
    st.integers(at("2026-01-01 00:00"), at("2027-12-31 00:00")),
    st.sampled_from([ZONE, "America/St_Johns", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]),
)
def test_a_moment_is_in_some_hours_or_in_all_the_others(
    begin: int, end: int, instant: int, zone: str
) -> None:
    if begin == end:
        return
    hours, others = QuietHours(begin, end), QuietHours(end, begin)
    assert hours.hold(instant, zone) is not others.hold(instant, zone)
    local = datetime.fromtimestamp(instant / 1000, ZoneInfo(zone))
    since_begin = (local.hour * 60 + local.minute - begin) % (24 * 60)
    assert hours.hold(instant, zone) is (since_begin < (end - begin) % (24 * 60))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("", None),
        (" ", None),
        ("22:00-07:00", NIGHT),
        ("22:00 – 7:00 ", NIGHT),
        ("00:00-23:59", QuietHours(0, 24 * 60 - 1)),
    ],
)
def test_what_people_write(text: str, hours: QuietHours | None) -> None:
    assert quiet_hours(text) == hours


@pytest.mark.parametrize(
    "text",
    [
        *("22-7", "22:00", "22:00-24:00", "22:60-07:00", "22:00-07:00-08:00", "10pm-7am"),
        *("22:00-22:00", "-", "22:00-07:00\n23:00-06:00", "٢٢:٠٠-٠٧:٠٠", "2200:00-7:00"),
    ],
)
def test_what_they_do_not(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        quiet_hours(text)
