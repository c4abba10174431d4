"""When a day is enough, when it is told to begin, and what its breaks are for."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.dayend import limit_said, limit_words, near, of_limit, reached
from focus_tui.domain.durations import MINUTE_MS
from focus_tui.domain.errors import BadInput
from focus_tui.domain.interval import Interval
from focus_tui.domain.nudge import is_time_of_day, nudge
from focus_tui.domain.reading import Reading
from focus_tui.domain.restidea import rest_idea
from focus_tui.domain.session import Outcome, Phase, Session, Stamp
from tests.domain.desk import MINUTE

HOUR = 60 * MINUTE
LIMIT = 5 * HOUR
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
IDEAS = ("walk", "water", "window")


@pytest.mark.parametrize(
    ("focused_ms", "is_near", "is_reached"),
    [
        (0, False, False),
        (4 * HOUR - 1, False, False),
        (4 * HOUR, True, False),
        (5 * HOUR - 1, True, False),
        (5 * HOUR, True, True),
        (7 * HOUR, True, True),
    ],
)
def test_the_end_is_in_sight_at_four_fifths(
    focused_ms: int, is_near: bool, is_reached: bool
) -> None:
    assert (near(focused_ms, LIMIT), reached(focused_ms, LIMIT)) == (is_near, is_reached)
    assert not near(focused_ms, 0)
    assert not reached(focused_ms, 0)


def test_what_was_worked_stands_beside_the_limit() -> None:
    assert of_limit(4 * HOUR + 5 * MINUTE + 59_000, LIMIT) == "4 h 05 of 5 h"
    assert of_limit(4 * HOUR, 0) == "4 h"


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-11-23 08:59:59", False),
        ("2026-11-23 09:00:00", True),
        ("2026-11-23 10:59:59", True),
        ("2026-11-23 11:00:00", False),
        ("2026-11-22 09:00:00", False),  # a Sunday
    ],
)
def test_it_is_told_while_it_is_of_use(moment: str, due: bool) -> None:
    wanted = nudge("09:00", WEEKDAYS)
    assert wanted is not None
    assert wanted.words == "09:00"
    assert wanted.due(datetime.fromisoformat(moment)) is due


def test_no_hour_or_no_day_is_no_nudge() -> None:
    assert nudge("", WEEKDAYS) is None
    assert nudge("09:00", ()) is None
    texts = ("", "9:00", "23:59", "24:00", "9", "noon")
    assert [text for text in texts if is_time_of_day(text)] == ["", "9:00", "23:59"]


def started(on: str) -> Stamp:
    return Stamp(at_ms=0, zone="UTC", offset_s=0, on=on)


def a_break(on: str) -> Session:
    return Session(
        id="b",
        kind=Phase.SHORT_BREAK,
        started=started(on),
        planned_ms=0,
        spans=(),
        outcome=Outcome.DONE,
    )


def running(on: str) -> Interval:
    return Interval(
        id="r", phase=Phase.LONG_BREAK, started=started(on), planned_ms=0, seen=Reading(0, 0, 0, "")
    )


def test_each_break_of_a_day_has_another_idea_and_keeps_it() -> None:
    on = "2026-11-23"
    shown = [rest_idea(IDEAS, running(on), [a_break(on)] * before) for before in range(4)]
    assert len(set(shown[:3])) == 3
    assert shown[3] == shown[0]
    # What closed on another day does not change what a break shows that crosses into it.
    assert rest_idea(IDEAS, running(on), [a_break("2026-11-22"), a_break("2026-11-24")]) == shown[0]
    assert rest_idea((), running(on), []) == ""


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("5", 300), ("5 h", 300), ("4.5", 270), ("4,5 hours", 270), ("270 min", 270), ("0", 0)],
)
def test_a_limit_is_said_in_hours_or_minutes(said: str, minutes: int) -> None:
    assert limit_said(f" {said.upper()} ") == minutes


@pytest.mark.parametrize("said", ["", "x", "25 h", "1441 min", "-1", "5 h 30", "1e3"])
def test_what_is_no_part_of_a_day_is_refused(said: str) -> None:
    with pytest.raises(BadInput, match="no part of a day"):
        limit_said(said)


@given(st.integers(0, 24 * 60))
def test_a_limit_is_read_as_it_is_written(minutes: int) -> None:
    assert limit_said(limit_words(minutes * MINUTE_MS)) == minutes
