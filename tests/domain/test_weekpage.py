"""A week as a page."""

import pytest

from focus_tui.domain.evidence import Promised, Verdict
from focus_tui.domain.inputs import DONE
from focus_tui.domain.weekpage import Section, promised_line, week_page
from tests.domain.desk import MINUTE
from tests.domain.weeks import EIGHT, THREE_DAYS, days, goal, promise, week


@pytest.mark.parametrize(
    ("promised", "over", "so_far"),
    [
        (promise("c"), "8 of 8 sessions, kept", "8 of 8 sessions, kept"),
        (promise("c", done=3), "3 of 8 sessions, kept", "3 of 8 sessions, kept"),
        (promise("c", Verdict.PARTLY, 5), "5 of 8 sessions, partly", "5 of 8 sessions"),
        (promise("c", Verdict.NOT, 0), "0 of 8 sessions, not kept", "0 of 8 sessions"),
        (promise("c", Verdict.RUNNING, 3), "3 of 8 sessions, goes on", "3 of 8 sessions"),
        (
            promise("c", Verdict.ADJUSTED, 5, before=THREE_DAYS),
            "5 of 8 sessions, adjusted (it was 3 days)",
            "5 of 8 sessions (it was 3 days)",
        ),
        (promise("c", done=1, wanted=DONE), "done", "done"),
        (promise("c", Verdict.NOT, 0, DONE), "not done", "not done"),
        (promise("c", Verdict.PARTLY, 0, DONE), "not done", "not done"),
    ],
)
def test_a_promise_with_what_became_of_it(promised: Promised, over: str, so_far: str) -> None:
    assert promised_line(promised) == f"promise c: {over}"
    assert promised_line(promised, over=False) == f"promise c: {so_far}"


def test_a_page() -> None:
    lived = week(
        goal("audio", 3),
        goal("kaggle", 0, THREE_DAYS, hours=0.5),
        goal("rest"),
        goal("", 1, None),
        days=days(2, 0.5, 1),
        promised=(promise("c"), promise("d", Verdict.NOT, 0)),
    )
    more = Section("Learned", ("a line",))
    page = week_page(lived, ["A step"], [more, Section("Empty", ())])
    assert page.title == "16 to 22 Nov 2026"
    assert page.figures == ("3 h 30", "3 sessions", "2 days shown up", "1 of 2 kept")
    assert page.sections == (
        Section(
            "Promised",
            ("promise c: 8 of 8 sessions, kept", "promise d: 0 of 8 sessions, not kept"),
        ),
        Section(
            "Done",
            (
                "Audio: 1 h 30, 3 sessions, 3 of 8 sessions",
                "Kaggle: 30 min, 0 sessions, 0 of 3 days",
                "On no goal: 30 min, 1 session",
            ),
        ),
        Section("Won", ("A step",)),
        more,
    )


def test_a_week_of_nothing_has_no_sections() -> None:
    page = week_page(week(days=days()), [])
    assert page.figures == ("0 min", "0 sessions", "0 days shown up")
    assert page.sections == ()


def test_the_times_of_goals_sum_to_the_week_s() -> None:
    thirds = [goal(id, 1, EIGHT)._replace(focused_ms=MINUTE * 4 // 3) for id in "abc"]
    (done,) = week_page(week(*thirds), []).sections
    assert [line.split(",")[0] for line in done.lines] == ["A: 2 min", "B: 1 min", "C: 1 min"]
