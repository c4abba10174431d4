"""What was accomplished in a week."""

import pytest
from hypothesis import given, settings

from focus_tui.domain.evidence import (
    Evidence,
    GoalsMoved,
    IdeasMoved,
    Said,
    Titled,
    Verdict,
)
from focus_tui.domain.gathering import evidence_of
from focus_tui.domain.inputs import DONE
from focus_tui.domain.wins import Win, wins
from tests.domain.histories import History, histories
from tests.domain.weeks import EIGHT, THREE_DAYS, days, goal, promise, week

NOTHING = GoalsMoved((), (), (), (), ())
AUDIO, OCTAVE = Titled("g1", "Audio"), Titled("g2", "[red]Octave[/]")
QUIET = tuple(week(back=back, days=days(1, 1)) for back in range(1, 7))
"""Weeks with a session on two days."""


def told(evidence: Evidence, *before: Evidence) -> list[tuple[str, str]]:
    return [(win.key, win.text) for win in wins(evidence, before)]


@pytest.mark.parametrize(
    ("evidence", "key", "text"),
    [
        (week(promised=(promise("c"),)), "kept:c", "Kept: promise c, 8 of 8 sessions"),
        (
            week(promised=(promise("c", done=9, before=THREE_DAYS),)),
            "kept:c",
            "Kept: promise c, 9 of 8 sessions (it was 3 days)",
        ),
        (week(promised=(promise("c", done=1, wanted=DONE),)), "kept:c", "Kept: promise c"),
        (week(promised=(promise("c", done=2),)), "kept:c", "Kept: promise c"),
        (week(moved=NOTHING._replace(achieved=(AUDIO,))), "achieved:g1", "Achieved: Audio"),
        (
            week(moved=NOTHING._replace(let_go=(OCTAVE,))),
            "letgo:g2",
            "Let go on purpose: [red]Octave[/]",
        ),
        (week(moved=NOTHING._replace(counted=(Said("Audio", 2),))), "moved:Audio", "2 more: Audio"),
        (week(moved=NOTHING._replace(begun=(AUDIO,))), "begun:g1", "Begun: Audio"),
        (
            week(moved=NOTHING._replace(begun=(AUDIO,), first_sessions=(AUDIO,))),
            "first:g1",
            "First session: Audio",
        ),
        (week(ideas=IdeasMoved(0, (AUDIO,), (OCTAVE,))), "idea:g1", "Idea done: Audio"),
        (week(days=days(1, 4.25, 4)), "bestday", "Best day: Tue 17 Nov, 4 h 15"),
        (week(goal("audio"), goal("rest"), days=days(3)), "step", "3 sessions: you showed up"),
        (week(goal("audio", 1), days=days(1)), "step", "1 session on Audio: you showed up"),
        (
            week(goal("audio", 0, hours=0.5), days=days(0.5)),
            "step",
            "30 min of focus on Audio: you began",
        ),
        (
            week(goal("audio", 1), goal("", 1), days=days(2)),
            "step",
            "2 sessions: you showed up",
        ),
        (week(goal("", 1), days=days(1)), "step", "1 session: you showed up"),
    ],
)
def test_what_is_found(evidence: Evidence, key: str, text: str) -> None:
    assert told(evidence) == [(key, text)]


@pytest.mark.parametrize(
    "evidence",
    [
        week(),
        week(days=days()),
        week(promised=(promise("c", Verdict.PARTLY, 5), promise("d", Verdict.NOT, 0))),
        week(promised=(promise("c", Verdict.RUNNING, 5), promise("d", Verdict.ADJUSTED, 5))),
        week(goal("audio"), ideas=IdeasMoved(3, (), (AUDIO,))),
    ],
)
def test_nothing_is_made_up(evidence: Evidence) -> None:
    assert told(evidence) == []


def test_what_was_kept_a_week_ago_was_won_then() -> None:
    kept = (promise("two weeks"), promise("this week"))
    then = week(back=1, promised=(promise("two weeks"), promise("x", Verdict.RUNNING)))
    assert [win.key for win in wins(week(promised=kept), [then])] == ["kept:this week"]
    running = then._replace(promised=(promise("two weeks", Verdict.RUNNING, 3),))
    assert len(wins(week(promised=kept), [running])) == 2


@pytest.mark.parametrize(
    ("held", "weeks", "expected"),
    [
        ((1, 4), 4, "Best day: Tue 17 Nov, 4 h, the most in 5 weeks"),
        ((1, 4), 1, "Best day: Tue 17 Nov, 4 h, the most in 2 weeks"),
        ((1, 4), 6, "Best day: Tue 17 Nov, 4 h, the most in 5 weeks"),
        ((4,), 2, "Best day: Mon 16 Nov, 4 h, the most in 3 weeks"),
        ((1, 1), 4, "Best day: Mon 16 Nov, 1 h"),
        ((0.5, 0.25), 4, "Best day: Mon 16 Nov, 30 min"),
    ],
)
def test_the_best_day(held: tuple[float, ...], weeks: int, expected: str) -> None:
    found = dict(told(week(days=days(*held)), *QUIET[:weeks]))
    assert found["bestday"] == expected


def test_the_only_day_is_no_best_one() -> None:
    assert [key for key, _ in told(week(days=days(1)), *QUIET)] == ["step"]


@pytest.mark.parametrize(
    ("held", "before", "expected"),
    [
        (5, (2, 2, 3, 4), "You showed up on 5 days, more than in the last four weeks"),
        (5, (2, 2, 3, 4, 7), "You showed up on 5 days, more than in the last four weeks"),
        (3, (2,), "You showed up on 3 days, more than in the last week"),
        (3, (0, 2), "You showed up on 3 days, more than in the last two weeks"),
        (4, (2, 2, 3, 4), None),
        (4, (0, 0, 0, 0), None),
        (4, (), None),
    ],
)
def test_more_days_than_before(held: int, before: tuple[int, ...], expected: str | None) -> None:
    weeks = [week(back=back, days=days(*[1] * many)) for back, many in enumerate(before, 1)]
    assert dict(told(week(days=days(*[1] * held)), *weeks)).get("showed") == expected


@settings(max_examples=50)
@given(histories())
def test_a_week_with_any_work_has_a_win_and_each_is_known_by_its_key(lived: History) -> None:
    evidence = evidence_of(lived.lived(), lived.week)
    before = [evidence_of(lived.lived(), lived.week.after(-1))]
    found = wins(evidence, before)
    assert found or not evidence.focused_ms
    assert len({win.key for win in found}) == len(found)
    assert not any("!" in win.text for win in found)
    assert wins(evidence, before) == found


def test_all_of_a_full_week_stands_in_one_order() -> None:
    full = week(
        promised=(promise("c", wanted=EIGHT),),
        moved=GoalsMoved((AUDIO,), (), (OCTAVE,), (Said("Post", 1),), ()),
        ideas=IdeasMoved(1, (AUDIO,), ()),
        days=days(1, 2, 3),
    )
    assert [win.key.partition(":")[0] for win in wins(full, QUIET)] == [
        *("kept", "letgo", "moved", "begun", "idea", "bestday", "showed")
    ]
    assert Win("bestday", "Best day: Wed 18 Nov, 3 h, the most in 5 weeks") in wins(full, QUIET)
