"""What a goal says, field by field: what is shown is what can be typed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.errors import BadInput
from focus_tui.domain.goal import Area, Column, Deadline, Goal, Target
from focus_tui.domain.goalfields import FIELDS, MOST_HOURS, days_left, field_named
from focus_tui.domain.inputs import Input, Measure
from tests.store import strategies
from tests.support.controls import CONTROLS, WORST

GOAL = Goal(id="a", title="Audio", place=(Column.ACTIVE, "V"), moved_at=0)
NAMES = [each.name for each in FIELDS]
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30)
TYPED = LINES.map(str.strip)
DEADLINES = st.builds(Deadline, st.dates().map(str), st.booleans())
INPUTS = strategies.INPUTS.filter(lambda each: each.measure is not Measure.DONE)
GOALS = st.builds(
    Goal,
    id=st.just("a"),
    title=TYPED.filter(bool),
    place=st.just((Column.ACTIVE, "V")),
    moved_at=st.just(0),
    why=TYPED,
    area=st.sampled_from(Area),
    cadence=st.none() | INPUTS,
    target=st.none() | st.builds(Target, st.integers(1, 999_999_999), TYPED.filter(bool)),
    deadline=st.none() | DEADLINES,
    shape=st.sampled_from(("", "50/10", "deep 90/20/30 strict", "open")),
    checkpoint_h=st.integers(1, MOST_HOURS),
    notes=TYPED,
    hue=st.integers(0, 5),
)


def take(field: str, text: str, goal: Goal = GOAL) -> Goal:
    return field_named(field).take(goal, text)


@given(GOALS)
def test_what_is_shown_is_taken_as_it_is_shown(goal: Goal) -> None:
    for field in FIELDS:
        assert field.take(goal, field.said(goal)) == goal
    empty = GOAL
    for field in FIELDS:
        empty = field.take(empty, field.said(goal))
    assert empty == goal


@given(st.sampled_from(NAMES), LINES | st.text(max_size=30))
def test_any_text_is_taken_or_refused(name: str, text: str) -> None:
    try:
        goal = take(name, text)
    except BadInput:
        return
    assert take(name, field_named(name).said(goal)) == goal


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["x" * 20_001, "9" * 20_001, "\0", "a\nb", "\ud800"])
def test_what_can_be_no_line_of_a_goal_is_refused_in_a_short_sentence(name: str, text: str) -> None:
    with pytest.raises(BadInput) as refused:
        take(name, text)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("name", ["title", "why", "notes"])
@pytest.mark.parametrize("text", [WORST, f"a{CONTROLS}b", "[red]", "[/]", "${x} {0} %s"])
def test_odd_text_is_kept_as_typed(name: str, text: str) -> None:
    assert getattr(take(name, text), name) == text


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("title", "  Mel  ", "Mel"),
        ("why", "", ""),
        ("cadence", "8 sessions a week", Input(8, Measure.SESSIONS)),
        ("cadence", "3 days before 9", Input(3, Measure.EARLY_DAYS, 540)),
        ("cadence", " ", None),
        ("target", "52 posts", Target(52, "posts")),
        ("target", "3  days of rest", Target(3, "days of rest")),
        ("target", "", None),
        ("deadline", "2026-12-24", Deadline("2026-12-24", False)),
        ("deadline", "2026-12-24 Real", Deadline("2026-12-24", True)),
        ("deadline", "2026-12-24 self-set", Deadline("2026-12-24", False)),
        ("deadline", "", None),
        ("checkpoint_h", "1 hour", 1),
        ("checkpoint_h", "30h", 30),
        ("checkpoint_h", "20 hours", 20),
        ("checkpoint_h", "", 50),
        ("area", "explore", Area.EXPLORE),
        ("hue", "teal", 2),
    ],
)
def test_what_people_type(name: str, text: str, value: Any) -> None:
    assert getattr(take(name, text), name) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("title", " "),
        *(("cadence", text) for text in ("done", "often", "8")),
        *(("target", text) for text in ("posts", "0 posts", "-1 posts", "52", "1.5 posts")),
        *(("deadline", text) for text in ("24.12.2026", "2026-02-30", "2026-12-24 maybe", "soon")),
        *(("checkpoint_h", text) for text in ("0", "-5", "100001", "many", "1.5 h", "h")),
        ("area", "fun"),
        ("hue", ""),
    ],
)
def test_what_a_field_cannot_be_is_refused(name: str, text: str) -> None:
    with pytest.raises(BadInput):
        take(name, text)


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (None, ""),
        (Deadline("2026-12-24", False), "by 24 Dec"),
        (Deadline("2026-12-24", True), "31 days left"),
        (Deadline("2026-11-24", True), "1 day left"),
        (Deadline("2026-11-23", True), "due today"),
        (Deadline("2026-11-22", True), "was due 1 day ago"),
    ],
)
def test_how_far_a_deadline_is(deadline: Deadline | None, words: str) -> None:
    goal = Goal(id="a", title="x", place=GOAL.place, moved_at=0, deadline=deadline)
    assert days_left(goal, "2026-11-23") == words
