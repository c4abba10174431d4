"""Whether it can go on like this: the formula of docs/insights.md, sign by sign."""

from typing import Any

import pytest

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.dayfacts import DayFacts, WorkedOn
from focus_tui.domain.durations import HOUR_MS
from focus_tui.domain.insights import DayShown, Insights
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.showing import Plans, insights_of
from focus_tui.domain.sustaining import Level, Sign, lighter, sustained

MONDAY = "2026-11-23"
OVER, BEYOND, OVERRUN = "is:past-limit", "is:beyond", "is:overrun"
"""What finds the sessions that are counted."""
NONE_OVER = Sign("0 of 5 days over the limit", 0, OVER)
NONE_BEYOND = Sign("0 sessions begun past the day's end", 0, BEYOND)


def week(days: int = 5, energies: tuple[int, ...] = (), **figures: Any) -> Insights:
    """A week in which so many days held an hour, with the answers of its first days."""
    over = Range.of(Reach.WEEK, MONDAY)
    worked = DayFacts(worked=(WorkedOn(None, None, HOUR_MS),))
    facts = {f"2026-11-{23 + number}": worked for number in range(days)}
    shown = insights_of(facts, Plans(Calendar()), over, over.last_on)
    answered: list[DayShown] = [
        day._replace(energy=energies[number] if number < len(energies) else None)
        for number, day in enumerate(shown.days)
    ]
    return shown._replace(days=tuple(answered), **figures)


def test_a_quiet_week_is_steady() -> None:
    assert sustained(week(), None) == (Level.STEADY, (NONE_OVER, NONE_BEYOND))
    assert sustained(week(), None).points == 0


def test_of_two_days_nothing_is_said() -> None:
    assert sustained(week(2, over_limit_days=2, beyond=9), None) == (None, ())
    assert sustained(week(3, over_limit_days=3, beyond=9), None).level is Level.TOO_MUCH


@pytest.mark.parametrize(
    ("figures", "sign"),
    [
        ({"over_limit_days": 0}, NONE_OVER),
        (
            {"over_limit_days": 1, "over_limit_ms": HOUR_MS},
            Sign("1 of 5 days over the limit, by 1 h in all", 1, OVER),
        ),
        (
            {"over_limit_days": 2, "over_limit_ms": HOUR_MS},
            Sign("2 of 5 days over the limit, by 1 h in all", 1, OVER),
        ),
        (
            {"over_limit_days": 3, "over_limit_ms": HOUR_MS},
            Sign("3 of 5 days over the limit, by 1 h in all", 2, OVER),
        ),
        ({"beyond": 1}, Sign("1 session begun past the day's end", 1, BEYOND)),
        ({"beyond": 3}, Sign("3 sessions begun past the day's end", 2, BEYOND)),
        ({"breaks": 6, "overrun_breaks": 1}, Sign("1 of 6 breaks ran long", 0, OVERRUN)),
        ({"breaks": 6, "overrun_breaks": 2}, Sign("2 of 6 breaks ran long", 1, OVERRUN)),
        ({"breaks": 6, "overrun_breaks": 4}, Sign("4 of 6 breaks ran long", 2, OVERRUN)),
        ({"energies": (3, 3, 3)}, Sign("energy 3.0 of 5", 0)),
        ({"energies": (3, 3, 2)}, Sign("energy 2.7 of 5", 1)),
    ],
)
def test_each_sign_has_its_words_and_points(figures: dict[str, Any], sign: Sign) -> None:
    assert sign in sustained(week(**figures), None).signs


@pytest.mark.parametrize(("days", "over", "points"), [(6, 1, 0), (5, 1, 1), (6, 3, 2), (7, 3, 1)])
def test_days_over_the_limit_are_a_share_of_those_worked(days: int, over: int, points: int) -> None:
    assert sustained(week(days, over_limit_days=over), None).points == points


@pytest.mark.parametrize(
    ("then", "now", "words", "points"),
    [
        ((4, 4, 4), (4, 4, 4), "energy 4.0 of 5, 4.0 before", 0),
        ((4, 4, 4, 4), (4, 3, 3, 4), "energy 3.5 of 5, 4.0 before", 1),
        ((4, 4, 4), (2, 2, 2), "energy 2.0 of 5, 4.0 before", 2),
        ((2, 2, 2), (2, 2, 2), "energy 2.0 of 5, 2.0 before", 1),
        ((4, 4), (3, 3, 3), "energy 3.0 of 5", 0),
    ],
)
def test_energy_is_held_against_the_middle_and_the_time_before(
    then: tuple[int, ...], now: tuple[int, ...], words: str, points: int
) -> None:
    found = sustained(week(energies=now), week(energies=then))
    assert found.signs[-1] == Sign(words, points)


def test_few_breaks_and_few_answers_say_nothing() -> None:
    found = sustained(week(breaks=4, overrun_breaks=4, energies=(1, 1)), None)
    assert found.signs == (NONE_OVER, NONE_BEYOND)


@pytest.mark.parametrize(
    ("beyond", "over", "level"),
    [
        (0, 1, Level.STEADY),
        (1, 1, Level.STRETCHED),
        (3, 1, Level.STRETCHED),
        (3, 3, Level.TOO_MUCH),
    ],
)
def test_points_make_the_level(beyond: int, over: int, level: Level) -> None:
    assert sustained(week(beyond=beyond, over_limit_days=over), None).level is level


@pytest.mark.parametrize(
    ("weeks", "said"),
    [
        ((Level.STEADY, Level.STEADY), False),
        ((Level.TOO_MUCH, Level.STEADY), False),
        ((Level.TOO_MUCH, None), False),
        ((Level.STRETCHED, Level.STRETCHED), True),
        ((Level.STRETCHED, Level.TOO_MUCH), True),
    ],
)
def test_two_bad_weeks_suggest_a_lighter_one(weeks: tuple[Level | None, ...], said: bool) -> None:
    assert bool(lighter(weeks)) is said
