"""What stands out, and that nothing does where it rests on too little."""

from typing import Any

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.durations import HOUR_MS
from focus_tui.domain.insights import Energy, Insights, When
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.showing import Plans, insights_of
from focus_tui.domain.standout import StandsOut, stands_out

NEVER = When(0, 0, 0, 0, 0, 0)


def answered(yes: int, no: int, external: int = 0) -> When:
    return NEVER._replace(yes=yes, no=no, external=external)


def month(
    hours: dict[int, When] | None = None,
    weekdays: dict[int, When] | None = None,
    energies: dict[int, tuple[int, int]] | None = None,
    **figures: Any,
) -> Insights:
    """A month with these hours and weekdays, and of each energy so many days and hours."""
    over = Range.of(Reach.MONTH, "2026-11-23")
    empty = insights_of({}, Plans(Calendar()), over, over.last_on)
    said = energies or {}
    return empty._replace(
        hours=tuple((hours or {}).get(hour, NEVER) for hour in range(24)),
        weekdays=tuple((weekdays or {}).get(day, NEVER) for day in range(7)),
        energies=tuple(
            Energy(level, said.get(level, (0, 0))[0], said.get(level, (0, 0))[1] * HOUR_MS)
            for level in range(1, 6)
        ),
        **figures,
    )


def test_of_nothing_nothing_stands_out() -> None:
    assert stands_out(month()) == ()


def test_when_focus_holds_best() -> None:
    hours = {9: answered(6, 4), 14: answered(4, 6), 23: answered(8, 2), 8: answered(9, 0)}
    assert stands_out(month(hours)) == (
        StandsOut(
            "Focus held best from 23 to 00", "80 % of 10, least 14 to 15: 40 % of 10", "hour:23"
        ),
    )
    weekdays = {0: answered(5, 5), 6: answered(7, 3)}
    assert stands_out(month(weekdays=weekdays)) == (
        StandsOut("Focus held best on Sundays", "70 % of 10, least Mondays: 50 % of 10", "day:sun"),
    )


def test_one_hour_alone_few_answers_or_a_small_difference_say_nothing() -> None:
    assert stands_out(month({9: answered(20, 0)})) == ()
    assert stands_out(month({9: answered(9, 0), 10: answered(0, 20)})) == ()
    assert stands_out(month({9: answered(60, 40), 10: answered(41, 59)})) == ()
    assert stands_out(month({9: answered(60, 40), 10: answered(40, 60)}))


def test_of_equals_the_earlier_is_told() -> None:
    same = {hour: answered(10, 0) for hour in (9, 11)} | {h: answered(0, 10) for h in (10, 12)}
    (found,) = stands_out(month(same))
    assert (found.asked, found.figure) == ("hour:9", "100 % of 10, least 10 to 11: 0 % of 10")


def test_what_comes_between_most_often() -> None:
    hours = {9: NEVER._replace(internal=30, external=20)}
    assert stands_out(month(hours, words=(("phone", 5), ("mail", 4)))) == (
        StandsOut("Most often between: phone", "5 of 50 interruptions", 'interrupted:"phone"'),
    )
    assert stands_out(month(hours, words=(("phone", 4),))) == ()
    hours = {9: NEVER._replace(internal=51)}
    assert stands_out(month(hours, words=(("phone", 5),))) == ()


def test_days_of_low_and_of_high_energy() -> None:
    assert stands_out(month(energies={1: (2, 2), 2: (3, 3), 4: (4, 8), 5: (1, 2)})) == (
        StandsOut(
            "Days of high energy held more focus",
            "2 h a day, of low energy 1 h",
            "energy:4 energy:5",
        ),
    )
    (found,) = stands_out(month(energies={2: (5, 10), 4: (5, 5)}))
    assert found.asked == "energy:1 energy:2"
    assert stands_out(month(energies={2: (4, 10), 4: (5, 5)})) == ()
    assert stands_out(month(energies={2: (5, 6), 4: (5, 5)})) == ()
    assert stands_out(month(energies={3: (50, 100), 4: (5, 5)})) == ()
    assert stands_out(month(energies={2: (5, 0), 4: (5, 0)})) == ()
