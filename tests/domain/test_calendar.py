"""Which day an instant belongs to: days begin at four, unless set, wherever the person is."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from focus_tui.domain.calendar import Calendar, CalendarRule
from tests.domain.desk import DAY, HOUR, ZONE, at

DEFAULT = Calendar()
ZONES = (
    ZONE,
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "America/St_Johns",
    "UTC",
)


def beginning_at(minutes: int, valid_from: str = "0001-01-01") -> CalendarRule:
    return CalendarRule(id="r", valid_from=valid_from, day_boundary_min=minutes)


def test_a_day_begins_at_four() -> None:
    assert DEFAULT.day_of(at("2026-11-24 03:59") + 59_999, ZONE) == "2026-11-23"
    assert DEFAULT.day_of(at("2026-11-24 04:00"), ZONE) == "2026-11-24"


def test_it_is_the_local_four() -> None:
    instant = at("2026-11-24 05:00")
    assert DEFAULT.day_of(instant, "America/New_York") == "2026-11-23"


def test_the_boundary_is_data() -> None:
    calendar = Calendar((beginning_at(6 * 60 + 30),))
    assert calendar.day_of(at("2026-11-24 06:29"), ZONE) == "2026-11-23"
    assert calendar.day_of(at("2026-11-24 06:30"), ZONE) == "2026-11-24"


def test_at_midnight_days_are_the_calendar_s() -> None:
    calendar = Calendar((beginning_at(0),))
    assert calendar.day_of(at("2026-11-24 00:00"), ZONE) == "2026-11-24"
    assert calendar.day_of(at("2026-11-23 23:59"), ZONE) == "2026-11-23"


def test_a_rule_holds_from_its_date_on() -> None:
    calendar = Calendar((beginning_at(0, "2026-11-24"),))
    assert calendar.day_of(at("2026-11-23 03:00"), ZONE) == "2026-11-22"
    assert calendar.day_of(at("2026-11-24 03:00"), ZONE) == "2026-11-24"
    assert calendar.ends("2026-11-23", ZONE) == at("2026-11-24 00:00")


def test_the_last_rule_that_is_valid_counts_whatever_their_order() -> None:
    rules = (beginning_at(60, "2026-05-01"), beginning_at(120, "2026-01-01"))
    calendar = Calendar(rules)
    assert [calendar.rule(on).day_boundary_min for on in ("2025-12-31", "2026-04-30")] == [240, 120]
    assert calendar.rule("2026-05-01").day_boundary_min == 60


@pytest.mark.parametrize(
    ("on", "hours"), [("2026-11-23", 24), ("2026-03-28", 23), ("2026-10-24", 25)]
)
def test_a_day_with_a_clock_change_is_shorter_or_longer(on: str, hours: int) -> None:
    assert DEFAULT.ends(on, ZONE) - DEFAULT.begins(on, ZONE) == hours * HOUR


def test_a_boundary_that_is_skipped_moves_forward() -> None:
    calendar = Calendar((beginning_at(2 * 60 + 30),))
    assert calendar.begins("2026-03-29", ZONE) == at("2026-03-29 03:30")


def test_of_a_boundary_that_comes_twice_the_second_counts() -> None:
    calendar = Calendar((beginning_at(2 * 60 + 30),))
    assert calendar.begins("2026-10-25", ZONE) == at("2026-10-25 02:30") + HOUR


def test_years_end() -> None:
    assert DEFAULT.day_of(at("2027-01-01 01:00"), ZONE) == "2026-12-31"
    assert DEFAULT.ends("2026-12-31", ZONE) == at("2027-01-01 04:00")


@settings(max_examples=60, deadline=None)
@given(
    st.integers(at("1996-01-01 00:00"), at("2036-01-01 00:00")),
    st.sampled_from(ZONES),
    st.sampled_from((0, 4 * 60, 2 * 60 + 30, 12 * 60)),
)
@example(at("2026-10-25 02:30"), ZONE, 150)
@example(at("2011-12-31 00:00", "Pacific/Apia"), "Pacific/Apia", 0)
def test_every_instant_lies_in_its_day(instant: int, zone: str, minutes: int) -> None:
    calendar = Calendar((beginning_at(minutes),))
    on = calendar.day_of(instant, zone)
    assert calendar.begins(on, zone) <= instant < calendar.ends(on, zone)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(at("1996-01-01 00:00"), at("2036-01-01 00:00")),
    st.integers(0, 2 * DAY),
    st.sampled_from(ZONES),
)
def test_days_never_go_back(instant: int, later: int, zone: str) -> None:
    assert DEFAULT.day_of(instant, zone) <= DEFAULT.day_of(instant + later, zone)


@settings(max_examples=60, deadline=None)
@given(st.integers(at("1996-01-01 00:00"), at("2036-01-01 00:00")), st.sampled_from(ZONES))
def test_away_from_clock_changes_a_day_is_the_date_four_hours_ago(instant: int, zone: str) -> None:
    moment = datetime.fromtimestamp(instant // 1000, UTC)
    local = moment.astimezone(ZoneInfo(zone))
    before = (moment - timedelta(hours=30)).astimezone(ZoneInfo(zone))
    if local.utcoffset() == before.utcoffset():
        assert DEFAULT.day_of(instant, zone) == str((local - timedelta(hours=4)).date())
