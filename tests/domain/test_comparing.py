"""Two sides beside each other, beside a slow second look at both."""

from typing import Any

import pytest
from hypothesis import given, settings

from focus_tui.domain.comparing import (
    TOO_LITTLE,
    Compared,
    Side,
    Unit,
    beside,
    of_length,
    of_range,
    planned_lengths,
)
from focus_tui.domain.session import Focused, Session
from tests.domain.desk import MINUTE
from tests.domain.looks import INTERRUPTED, Look, energies_on, looks
from tests.domain.slowly import done, focused

SOME = Side(10, 20, 15, 6, 12, 7, (3, 3, 4, 4, 5), 8, 400 * MINUTE, 500 * MINUTE)


def slowly(look: Look, sessions: list[Session], answers_of: set[str]) -> Side:
    """What some sessions of a range come to, with the answers of some days."""
    days = {each.started.on for each in sessions}
    said = [each.focused for each in sessions if each.focused]
    up = {each.started.on for each in done(sessions)}
    ids = {each.id for each in sessions}
    came = [mark for mark, session in look.marks(*INTERRUPTED) if session.id in ids]
    return Side(
        days=len([on for on in days if focused([e for e in sessions if e.started.on == on])]),
        begun=len(sessions),
        finished=len(done(sessions)),
        yes=said.count(Focused.YES),
        answered=len(said),
        interruptions=len(came),
        energies=tuple(
            energies_on(look, on)[-1].amount for on in sorted(answers_of) if energies_on(look, on)
        ),
        shown_up=len(up),
        shown_up_ms=focused([each for each in sessions if each.started.on in up]),
        focused_ms=focused(sessions),
    )


@settings(max_examples=60)
@given(looks())
def test_a_range_is_what_a_slow_look_says(look: Look) -> None:
    shown = look.shown()
    assert of_range(shown) == slowly(look, look.focus, {each.on for each in shown.days})


@settings(max_examples=60)
@given(looks())
def test_a_length_is_what_a_slow_look_says(look: Look) -> None:
    facts = {on: day for on, day in sorted(look.facts.items()) if look.holds(on)}
    planned = [each for each in look.focus if not each.open]
    counts = {}
    for minutes in (15, 25):
        of_it = [each for each in planned if each.planned_ms == minutes * MINUTE]
        days = {each.started.on for each in of_it}
        assert of_length(facts.values(), minutes) == slowly(look, of_it, days)
        counts[minutes] = len(of_it)
    expected = [(minutes, count) for minutes, count in counts.items() if count]
    expected.sort(key=lambda each: -each[1])
    assert planned_lengths(facts.values()) == tuple(expected)


def test_the_figures_of_two_sides() -> None:
    other = Side(5, 10, 10, 5, 5, 0, (2,) * 5, 5, 300 * MINUTE, 250 * MINUTE)
    assert beside(SOME, other) == (
        Compared("Finished", Unit.SHARE, 0.75, 1.0, 10, 5, True),
        Compared("Focused: yes", Unit.SHARE, 0.5, 1.0, 10, 5, True),
        Compared("Interruptions", Unit.NUMBER, 0.35, 0.0, 10, 5, True),
        Compared("Energy", Unit.LEVEL, 3.8, 2.0, 5, 5, True),
        Compared("A day", Unit.TIME, 50.0 * MINUTE, 60.0 * MINUTE, 8, 5, True),
        Compared("A session", Unit.TIME, 25.0 * MINUTE, 25.0 * MINUTE, 10, 5, True),
    )
    assert [each.words for each in beside(SOME, other)] == [
        ("75 %", "100 %"),
        ("50 %", "100 %"),
        ("0.3", "0.0"),
        ("3.8 of 5", "2.0 of 5"),
        ("50 min", "1 h"),
        ("25 min", "25 min"),
    ]


@pytest.mark.parametrize(
    ("less", "too_little"),
    [
        ({"days": 5}, set()),
        ({"days": 4}, {"Finished", "Focused: yes", "Interruptions", "A session"}),
        ({"answered": 4}, {"Focused: yes"}),
        ({"energies": (3, 4, 5, 5)}, {"Energy"}),
        ({"shown_up": 4}, {"A day"}),
    ],
)
@pytest.mark.parametrize("swapped", [False, True])
def test_under_five_days_or_answers_it_is_too_little_to_say(
    less: dict[str, Any], too_little: set[str], swapped: bool
) -> None:
    sides = SOME, SOME._replace(**less)
    found = beside(*(sides[::-1] if swapped else sides))
    assert {each.name for each in found if not each.enough} == too_little
    for each in found:
        assert (each.words == (TOO_LITTLE, TOO_LITTLE)) is (each.name in too_little)


def test_where_nothing_is_nothing_is_said() -> None:
    nothing = Side(0, 0, 0, 0, 0, 0, (), 0, 0, 0)
    for each in beside(nothing, SOME):
        assert (each.left, each.enough, each.words) == (None, False, (TOO_LITTLE, TOO_LITTLE))
