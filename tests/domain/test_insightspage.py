"""What a range shows, in lines: the same figures as the pictures have."""

import re

import pytest
from hypothesis import given, settings

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.dayfacts import DayFacts, OfPlan, WorkedOn
from focus_tui.domain.durations import HOUR_MS, MINUTE_MS
from focus_tui.domain.goal import Area, Column, Goal
from focus_tui.domain.insights import Insights, Promising, When
from focus_tui.domain.insightspage import insights_page
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.showing import Plans, insights_of
from focus_tui.domain.sustaining import Level, Sign, Sustained
from tests.domain.looks import Look, looks

MONDAY, TUESDAY = "2026-11-23", "2026-11-24"
NOTHING_SAID = Sustained(None, ())
AUDIO = Goal(id="g", title="Audio", place=(Column.ACTIVE, "a"), moved_at=0, area=Area.EXPLORE)
FACTS = {
    MONDAY: DayFacts(
        hours=((9, When(HOUR_MS, 1, 1, 0, 2, 0)), (10, When(30 * MINUTE_MS, 0, 0, 0, 0, 1))),
        worked=(WorkedOn("g", None, HOUR_MS), WorkedOn(None, None, 30 * MINUTE_MS)),
        lengths=((25, 2), (40, 1)),
        plans=(OfPlan(25, 3, 0, 1, 1, 0, 3, 90 * MINUTE_MS),),
        words=(("mail", 2), ("phone", 1)),
        sessions=3,
        energy=4,
        overtime_ms=2 * MINUTE_MS,
        overrun_ms=9 * MINUTE_MS,
        breaks=3,
        overrun_breaks=1,
        voided=1,
        early=2,
        abandoned=1,
        beyond=1,
    ),
    TUESDAY: DayFacts(energy=2),
}


def shown(reach: Reach, today: str = TUESDAY) -> Insights:
    plans = Plans(Calendar(), goals={"g": AUDIO}, limit_ms=HOUR_MS)
    return insights_of(FACTS, plans, Range.of(reach, MONDAY), today)


def lines(found: Insights, can_go_on: Sustained = NOTHING_SAID) -> dict[str, list[str]]:
    page = insights_page(found, can_go_on, TUESDAY)
    return {section.title: list(section.lines) for section in page.sections}


def test_a_week_in_lines() -> None:
    week = shown(Reach.WEEK)
    page = insights_page(week, NOTHING_SAID, TUESDAY)
    assert (page.title, page.figures) == (
        "23 to 29 Nov",
        ("1 h 30", "3 sessions", "1 day shown up"),
    )
    promised = Promising(MONDAY, 2 * HOUR_MS, 90 * MINUTE_MS, 2, 1)
    can_go_on = Sustained(Level.STRETCHED, (Sign("2 of 5 days over the limit", 1),))
    assert lines(week._replace(promising=(promised,)), can_go_on) == {
        "Days": ["Mon 23 Nov: 1 h 30, 3 sessions, energy 4", "Tue 24 Nov: energy 2"],
        "Goals": [
            "Audio: 1 h (Mon 23 Nov 1 h)",
            "On no goal: 30 min (Mon 23 Nov 30 min)",
            "core 0 · explore 100",
        ],
        "Hours": [
            "09:00: 1 h; focused 1 yes, 1 partly, 0 no; interrupted 2 by own mind, 0 by somebody",
            "10:00: 30 min; interrupted 0 by own mind, 1 by somebody",
        ],
        "Weekdays": [
            "Monday: 1 h 30; focused 1 yes, 1 partly, 0 no; "
            "interrupted 2 by own mind, 1 by somebody"
        ],
        "Interruptions": ["mail: 2", "phone: 1"],
        "Lengths": ["25 to 29 min: 2 sessions", "40 to 44 min: 1 session"],
        "Planned and done": ["23 to 29 Nov 2026: 2 h planned, 1 h 30 focused, 1 of 2 kept"],
        "Energy": ["2 of 5: 1 day, 0 min focused a day", "4 of 5: 1 day, 1 h 30 focused a day"],
        "Past the plan": [
            "2 min of overtime",
            "9 min past the ends of breaks, 1 of 3 breaks by 5 min or more",
            "1 day over the limit, by 30 min in all",
            "1 session begun past the day's end",
            "2 sessions ended early",
            "1 session cut off",
            "1 session void",
        ],
        "Can it go on": ["Stretched", "2 of 5 days over the limit"],
    }


@pytest.mark.parametrize(
    ("reach", "title", "days", "audio"),
    [
        (Reach.DAY, "Days", "Mon 23 Nov: 1 h 30, 3 sessions, energy 4", "Audio: 1 h"),
        (
            Reach.MONTH,
            "Days",
            "Mon 23 Nov: 1 h 30, 3 sessions, energy 4",
            "Audio: 1 h (from Mon 23 Nov 1 h)",
        ),
        (Reach.YEAR, "Over time", "2026-11: 1 h 30", "Audio: 1 h (2026-11 1 h)"),
        (Reach.ALL, "Over time", "2026-11: 1 h 30", "Audio: 1 h"),
    ],
)
def test_stretches_of_time_have_names(reach: Reach, title: str, days: str, audio: str) -> None:
    found = lines(shown(reach))
    assert found[title][0] == days
    assert found["Goals"][0] == audio


def test_of_many_years_each_is_a_line() -> None:
    found = lines(shown(Reach.ALL, "2032-01-05"))
    assert found["Over time"] == ["2026: 1 h 30"]
    assert found["Goals"][0] == "Audio: 1 h (2026 1 h)"


def test_what_stretches_held_is_rounded_so_that_it_sums_to_the_whole() -> None:
    facts = {
        on: DayFacts(worked=(WorkedOn("g", None, 90_000),)) for on in ("2026-10-31", "2026-11-01")
    }
    plans = Plans(Calendar(), goals={"g": AUDIO})
    found = insights_of(facts, plans, Range.of(Reach.YEAR, MONDAY), TUESDAY)
    assert insights_page(found, NOTHING_SAID, TUESDAY).figures[0] == "3 min"
    assert lines(found)["Over time"] == ["2026-10: 2 min", "2026-11: 1 min"]
    assert lines(found)["Goals"][0] == "Audio: 3 min (2026-10 2 min, 2026-11 1 min)"


def test_how_steadily_a_goal_is_worked_on_is_said() -> None:
    week = shown(Reach.DAY)
    goals = (week.goals[0]._replace(consistency=63),)
    assert lines(week._replace(goals=goals))["Goals"][0] == "Audio: 1 h, kept to 63 of 100"


def test_where_nothing_was_nothing_is_said() -> None:
    nothing = insights_of({}, Plans(Calendar()), Range.of(Reach.WEEK, MONDAY), TUESDAY)
    page = insights_page(nothing, NOTHING_SAID, TUESDAY)
    assert page.figures == ("0 min", "0 sessions", "0 days shown up")
    assert page.sections == ()


def told_ms(line: str) -> int:
    """The time that stands first after a line's name; 0 where there is none."""
    said = re.search(r": (?:(\d+) h)? ?(?:(\d+)(?: min)?)?(?=[,;]|\Z)", line)
    if found := re.search(r": (\d+) s\b", line):
        return int(found[1]) * 1000
    return (int(said[1] or 0) * 60 + int(said[2] or 0)) * MINUTE_MS if said else 0


@settings(max_examples=60)
@given(looks())
def test_what_is_told_sums_to_what_is_shown(look: Look) -> None:
    found = look.shown()
    told = lines(found)
    for title in ("Days", "Over time", "Hours", "Weekdays"):
        if title in told:
            ms = sum(map(told_ms, told[title]))
            assert abs(ms - found.focused_ms) <= MINUTE_MS // 2, title
    counts = [int(line.split(": ")[1].split()[0]) for line in told.get("Lengths", [])]
    assert sum(counts) == found.sessions
