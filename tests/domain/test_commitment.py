"""What is promised for a week: how it is said, and when it is kept."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.commitment import Commitment, Promise
from focus_tui.domain.errors import BadInput
from focus_tui.domain.inputs import DONE, Input, Measure, Worked
from focus_tui.domain.week import Week, days_between
from tests.store import strategies

EIGHT = Input(8, Measure.SESSIONS)
EARLY = Input(3, Measure.EARLY_DAYS, 9 * 60)
PIECES = st.sampled_from(
    [
        *("a", "Audio", " ", "  ", ":", ": ", ",", "10:30", "3", "3 days", "8 sessions", "09:00"),
        *("in two weeks", "for 2 weeks", "done", "done or not", "before 9", "http://x:80/", "?"),
        *("[red]", "\u202e", "\x1b[0m", "é", "日本", "٣ days", "²"),
    ]
)
LINES = st.lists(PIECES, max_size=7).map("".join) | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30
)


@pytest.mark.parametrize(
    ("line", "promise"),
    [
        ("Audio: 8 sessions", Promise("Audio", EIGHT)),
        ("Audio: 8 sessions in two weeks", Promise("Audio", EIGHT, 2)),
        ("Audio: 8 sessions, over 2 weeks", Promise("Audio", EIGHT, 2)),
        ("  Audio:8 sessions ", Promise("Audio", EIGHT)),
        ("Draft the post", Promise("Draft the post", DONE)),
        ("Draft the post in two weeks", Promise("Draft the post", DONE, 2)),
        ("Draft the post: done", Promise("Draft the post", DONE)),
        ("Early: 3 days before 09:00", Promise("Early", EARLY)),
        ("Early: 3 days before 09:00 in two weeks", Promise("Early", EARLY, 2)),
        ("Part 2: the filters: 5 h", Promise("Part 2: the filters", Input(300, Measure.MINUTES))),
        ("Call Ann at 10:30", Promise("Call Ann at 10:30", DONE)),
        ("Call Ann at 10:30: 2 days", Promise("Call Ann at 10:30", Input(2, Measure.DAYS))),
        ("Part two: the filters", Promise("Part two: the filters", DONE)),
        ("Read http://x:8080/a", Promise("Read http://x:8080/a", DONE)),
        ("Page: 404 is wrong: done", Promise("Page: 404 is wrong", DONE)),
        ("Two days:", Promise("Two days:", DONE)),
    ],
)
def test_what_people_type(line: str, promise: Promise) -> None:
    assert Promise.said(line) == promise
    assert Promise.said(promise.line()) == promise


@pytest.mark.parametrize(
    "line",
    ["", "  ", ": 8 sessions", "Audio: 8", "Audio: 8 sesions", "Audio: 0 days", ", in 2 weeks"],
)
def test_what_looks_like_an_input_and_is_none_is_refused(line: str) -> None:
    with pytest.raises(BadInput):
        Promise.said(line)


@pytest.mark.parametrize("piece", [" ", ",", ":", "1:", ": x", " in two weeks"])
def test_the_longest_line_is_read_at_once(piece: str) -> None:
    line = f"a{piece * (19_000 // len(piece))}b"
    assert Promise.said(line) == Promise(line, DONE)


@given(LINES)
def test_a_promise_is_read_back_from_its_line(line: str) -> None:
    try:
        promise = Promise.said(line)
    except BadInput:
        return
    assert Promise.said(promise.line()) == promise
    assert promise.text == promise.text.strip() != ""


@given(LINES.map(str.strip).filter(bool), strategies.INPUTS, st.sampled_from([1, 2]))
def test_every_text_can_be_promised_with_every_input(text: str, wanted: Input, weeks: int) -> None:
    wanted = DONE if wanted.measure is Measure.DONE else wanted
    assert Promise.said(Promise(text, wanted, weeks).line()) == Promise(text, wanted, weeks)


def promised(wanted: Input = EIGHT, last_on: str = "2026-11-29", **fields: object) -> Commitment:
    made = Commitment(id="c", text="Audio", input=wanted, first_on="2026-11-23", last_on=last_on)
    return replace(made, **fields)  # type: ignore[arg-type]


def work(on: str, sessions: int = 1, *, goal: str = "", by: str = "", began: int = 600) -> Worked:
    return Worked(on, goal or None, by or None, sessions, sessions * 1_500_000, began)


def test_work_that_carries_it_counts_and_all_on_its_goal() -> None:
    rows = [work("2026-11-23", 2, by="c"), work("2026-11-24", 3, goal="audio"), work("2026-11-25")]
    both = work("2026-11-26", 1, goal="audio", by="c")
    other = work("2026-11-26", 1, goal="kaggle", by="other")
    assert promised().done([*rows, both, other]) == 3
    assert promised(goal_id="audio").done([*rows, both, other]) == 6
    assert promised(goal_id="audio").done([]) == 0


def test_work_on_no_goal_is_not_for_a_promise_without_one() -> None:
    assert not promised().counted(work("2026-11-23"))


@pytest.mark.parametrize(
    ("on", "one", "two"),
    [
        ("2026-11-22", False, False),
        ("2026-11-23", True, True),
        ("2026-11-29", True, True),
        ("2026-11-30", False, True),
        ("2026-12-06", False, True),
        ("2026-12-07", False, False),
    ],
)
def test_it_is_for_its_days(on: str, one: bool, two: bool) -> None:
    longer = promised(last_on="2026-12-06")
    assert (promised().holds(on), longer.holds(on)) == (one, two)
    assert promised().counted(work(on, by="c")) is one
    assert longer.counted(work(on, by="c")) is two
    assert (promised().two_weeks, longer.two_weeks) == (False, True)
    assert not replace(longer, deleted_at=1).holds(on)


def test_it_is_kept_when_all_is_put_in_or_the_person_says_so() -> None:
    seven, one = work("2026-11-23", 7, by="c"), work("2026-11-24", 1, by="c")
    assert not promised().kept([seven])
    assert promised().kept([seven, one])
    assert promised(done_at=1).kept([])
    assert not promised(DONE).kept([seven, one])
    assert promised(DONE, done_at=1).kept([])
    assert [promised(DONE, done_at=at).done([seven]) for at in (None, 1)] == [0, 1]


@pytest.mark.parametrize(
    ("on", "first_weekday", "first", "last"),
    [
        ("2026-11-23", 1, "2026-11-23", "2026-11-29"),
        ("2026-11-29", 1, "2026-11-23", "2026-11-29"),
        ("2026-11-28", 7, "2026-11-22", "2026-11-28"),
        ("2026-11-29", 7, "2026-11-29", "2026-12-05"),
        ("2026-12-31", 6, "2026-12-26", "2027-01-01"),
    ],
)
def test_a_week_and_two(on: str, first_weekday: int, first: str, last: str) -> None:
    week = Week.of(on, first_weekday)
    assert (week.first_on, week.last_on) == (first, last)
    assert on in week.days
    assert Promise("x", DONE).period(week) == (first, last)
    longer = Promise("x", DONE, 2).period(week)
    assert longer == (first, week.after().last_on)
    assert days_between(*longer) == 13


@given(st.dates().filter(lambda day: 1970 < day.year < 9000), st.integers(1, 7))
def test_each_day_is_in_one_week(day: object, first_weekday: int) -> None:
    week = Week.of(str(day), first_weekday)
    assert str(day) in week.days
    assert all(Week.of(each, first_weekday) == week for each in week.days)
    assert Week.of(week.after().first_on, first_weekday) == week.after()
    assert week.after(3).after(-3) == week
    assert len(set(week.days) | set(week.after().days)) == 14


def test_weeks_are_named() -> None:
    assert Week("2026-11-16").named() == "16 to 22 Nov"
    assert Week("2026-11-30").named() == "30 Nov to 6 Dec"
