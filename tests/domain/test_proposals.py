"""What a week proposes to change: the table of cases."""

from dataclasses import replace

import pytest

from focus_tui.domain.evidence import Evidence, GoalsMoved, Said, Titled, Verdict
from focus_tui.domain.goal import Column, Deadline, Goal, Target
from focus_tui.domain.inputs import DONE, Input, Measure
from focus_tui.domain.proposals import (
    FewerGoals,
    KeepRestLetGo,
    LighterWeek,
    LookAtTangents,
    Proposal,
    Recadence,
    Resize,
    proposals,
)
from tests.domain.desk import HOUR
from tests.domain.weeks import EIGHT, FIVE_HOURS, THREE_DAYS, WEEK, days, goal, promise, week

AUDIO = Goal(id="audio", title="Audio", place=(Column.ACTIVE, "a"), moved_at=0)
KAGGLE = replace(AUDIO, id="kaggle", title="Kaggle", place=(Column.ACTIVE, "b"))
POSTS = replace(AUDIO, target=Target(52, "posts"), deadline=Deadline(WEEK.days[4], False))
DAY = replace(AUDIO, deadline=Deadline(WEEK.days[4], False))
WRONG = "you showed up; the goal was set wrong, not you"
NO_PROMISE = "Most of the work was for no promise: look at what you slid into?"


def sessions(count: int) -> Input:
    return Input(count, Measure.SESSIONS)


def offered(
    *weeks: Evidence, goals: tuple[Goal, ...] = (AUDIO, KAGGLE), counted: int = 0, off: str = ""
) -> list[Proposal]:
    """What the first week proposes, beside those before it, the newest first."""
    free = WEEK.days[: int(off or 0)]
    return list(proposals(weeks[0], weeks[1:], goals, {"audio": counted}, free))


def audio(*done: int, cadence: Input | None = EIGHT) -> tuple[Evidence, ...]:
    """Weeks in which so much was put into one goal, the newest first."""
    return tuple(week(goal("audio", each, cadence), back=back) for back, each in enumerate(done))


def held(*done: int) -> tuple[Evidence, ...]:
    return audio(*done, cadence=FIVE_HOURS)


@pytest.mark.parametrize(
    ("goals", "counted", "says", "rests_on", "to"),
    [
        (
            (POSTS,),
            30,
            f"“Audio”: {WRONG}. Make it 30 posts?",
            "30 of 52 posts by Fri 20 Nov; 8 of 8 sessions put in",
            Target(30, "posts"),
        ),
        (
            (POSTS,),
            0,
            f"“Audio”: {WRONG}. Give it until Fri 18 Dec?",
            "0 of 52 posts by Fri 20 Nov; 8 of 8 sessions put in",
            Deadline("2026-12-18", False),
        ),
        (
            (DAY,),
            0,
            f"“Audio”: {WRONG}. Give it until Fri 18 Dec?",
            "not achieved by Fri 20 Nov; 8 of 8 sessions put in",
            Deadline("2026-12-18", False),
        ),
    ],
)
def test_inputs_kept_and_a_goal_s_day_missed(
    goals: tuple[Goal, ...], counted: int, says: str, rests_on: str, to: Target | Deadline
) -> None:
    change = Resize(to, goal_id="audio")
    expected = [Proposal("outcome:audio", says, rests_on, change)]
    assert offered(*audio(8), goals=goals, counted=counted) == expected


@pytest.mark.parametrize(
    ("aim", "counted", "done"),
    [
        (POSTS, 52, 8),  # reached
        (POSTS, 30, 0),  # nobody showed up
        (replace(POSTS, deadline=None), 30, 8),
        (replace(POSTS, deadline=Deadline("2026-11-23", False)), 30, 8),  # to come
        (replace(POSTS, deadline=Deadline("2026-11-15", False)), 30, 8),  # was asked then
        (replace(DAY, deadline=Deadline(WEEK.days[4], True)), 0, 8),  # somebody else's
        (replace(POSTS, place=(Column.ACHIEVED, "a")), 30, 8),
        (replace(POSTS, archived_at=1), 30, 8),
    ],
)
def test_no_outcome_was_missed(aim: Goal, counted: int, done: int) -> None:
    assert not [
        each
        for each in offered(*audio(done), goals=(aim,), counted=counted)
        if isinstance(each.change, Resize)
    ]


def test_inputs_kept_and_a_promise_not_done() -> None:
    post = promise("post", Verdict.PARTLY, 0, DONE, goal_id="audio")
    this = audio(8)[0]._replace(promised=(post,))
    assert offered(this) == [
        Proposal(
            "outcome:post",
            f"“promise post”: {WRONG}. Promise 8 sessions of it instead?",
            "not done; 8 of 8 sessions put in",
            Resize(sessions(8), commitment_id="post"),
        )
    ]


def test_a_promise_on_the_goal_that_was_kept_is_showing_up_too() -> None:
    post = promise("post", Verdict.NOT, 0, DONE, goal_id="audio")
    hours = promise("hours", wanted=FIVE_HOURS, done=300, goal_id="audio")
    (found,) = offered(week(goal("audio", 1, None, hours=5), promised=(post, hours)))
    assert found.change == Resize(sessions(1), commitment_id="post")
    assert found.rests_on == "not done; 1 session put in"
    minutes = goal("audio", 0, None, hours=0.5)
    (found,) = offered(week(minutes, promised=(post, hours)))
    assert found.change == Resize(Input(30, Measure.MINUTES), commitment_id="post")


@pytest.mark.parametrize(
    ("verdict", "wanted", "goal_id", "put_in"),
    [
        (Verdict.KEPT, DONE, "audio", 8),
        (Verdict.RUNNING, DONE, "audio", 8),
        (Verdict.PARTLY, sessions(12), "audio", 8),  # its inputs were missed
        (Verdict.NOT, DONE, None, 8),
        (Verdict.NOT, DONE, "gone", 8),
        (Verdict.NOT, DONE, "audio", 7),
    ],
)
def test_no_promise_was_set_wrong(
    verdict: Verdict, wanted: Input, goal_id: str | None, put_in: int
) -> None:
    this = audio(put_in, 8, 8, 8)[0]
    this = this._replace(promised=(promise("post", verdict, 0, wanted, goal_id=goal_id),))
    assert not [each for each in offered(this) if isinstance(each.change, Resize)]


def test_what_was_promised_of_a_goal_that_has_ended_is_let_be() -> None:
    post = promise("post", Verdict.NOT, 0, DONE, goal_id="audio")
    ended = replace(AUDIO, place=(Column.ACHIEVED, "a"))
    assert offered(audio(8)[0]._replace(promised=(post,)), goals=(ended,)) == []


@pytest.mark.parametrize(
    ("weeks", "to", "rests_on"),
    [
        (audio(5, 6, 4, 5), sessions(5), "the last 4 weeks held 5, 4, 6, 5"),
        (audio(3, 6, 2, 5), sessions(4), "the last 4 weeks held 5, 2, 6, 3"),  # between 3 and 5
        (audio(3, 4, 2, 5, 20), sessions(3), "the last 4 weeks held 5, 2, 4, 3"),
        (audio(3), sessions(3), "this week held 3"),
        (audio(1, 0, 0, 0), sessions(1), "the last 4 weeks held 0, 0, 0, 1"),
        (audio(0, 0), sessions(1), "the last 2 weeks held 0, 0"),
        (
            held(60, 150, 90, 0),
            Input(75, Measure.MINUTES),
            "the last 4 weeks held 0 min, 1 h 30, 2 h 30, 1 h",
        ),
        (
            held(10, 0, 0, 0),
            Input(15, Measure.MINUTES),
            "the last 4 weeks held 0 min, 0 min, 0 min, 10 min",
        ),
        (
            audio(2, 1, cadence=Input(3, Measure.EARLY_DAYS, 540)),
            Input(1, Measure.EARLY_DAYS, 540),
            "the last 2 weeks held 1, 2",
        ),
    ],
)
def test_inputs_missed(weeks: tuple[Evidence, ...], to: Input, rests_on: str) -> None:
    (found,) = offered(*weeks)
    assert (found.key, found.change) == ("cadence:audio", Recadence("audio", to))
    assert found.rests_on == rests_on
    assert found.says.startswith("“Audio” got less than planned. ")


def test_the_words_of_another_cadence() -> None:
    (found,) = offered(*audio(5, 6, 4, 5))
    assert found.says == "“Audio” got less than planned. 5 sessions a week, not 8 sessions?"


@pytest.mark.parametrize(
    "weeks",
    [
        audio(8, 1, 1, 1),
        audio(9, 1, 1, 1),
        audio(2, 8, 8, 8),  # one week is none of the middle
        audio(0, cadence=None),
        audio(0, cadence=DONE),
        (week(goal("", 3, None)),),
        (week(goal("gone", 1)),),
        (audio(1)[0]._replace(moved=GoalsMoved((Titled("audio", "Audio"),), (), (), (), ())),),
    ],
)
def test_no_inputs_were_missed(weeks: tuple[Evidence, ...]) -> None:
    assert offered(*weeks) == []


def test_fewer_goals_where_several_got_less() -> None:
    weeks = [week(goal("audio", 3), goal("kaggle", 1, THREE_DAYS), back=back) for back in range(4)]
    first, *others = offered(*weeks)
    assert first == Proposal(
        "fewer",
        "2 goals got less than planned: fewer goals at once?",
        "“Audio” 3 of 8 sessions, “Kaggle” 1 of 3 days",
        FewerGoals(("audio", "kaggle")),
    )
    assert [each.change for each in others] == [
        Recadence("audio", sessions(3)),
        Recadence("kaggle", Input(1, Measure.DAYS)),
    ]


def test_one_goal_alone_for_three_weeks() -> None:
    for cadence in (EIGHT, None):
        assert offered(*audio(0, 0, 0, 5, cadence=cadence)) == [
            Proposal(
                "alone:audio",
                "“Audio” was left alone: keep it, let it rest, or let it go?",
                "the last 3 weeks held nothing of it",
                KeepRestLetGo("audio"),
            )
        ]


@pytest.mark.parametrize(
    ("weeks", "goals"),
    [
        (audio(0, 0, cadence=None), (AUDIO,)),
        (audio(0, 0, 1, cadence=None), (AUDIO,)),
        (audio(1, 0, 0, cadence=None), (AUDIO,)),
        ((*audio(0, 0, cadence=None), week(back=2)), (AUDIO,)),  # was not active then
        (audio(0, 0, 0, cadence=None), (replace(AUDIO, place=(Column.SOMEDAY, "a")),)),
        (audio(0, 0, 0, cadence=None), ()),
    ],
)
def test_no_goal_was_alone(weeks: tuple[Evidence, ...], goals: tuple[Goal, ...]) -> None:
    assert offered(*weeks, goals=goals) == []


@pytest.mark.parametrize(
    ("weeks", "proposed"), [(audio(0, 0, 0), "alone:audio"), (audio(1, 1, 1), "cadence:audio")]
)
def test_days_off_show_nothing(weeks: tuple[Evidence, ...], proposed: str) -> None:
    assert [each.key for each in offered(*weeks, off="3")] == [proposed]
    assert offered(*weeks, off="4") == []


def test_a_week_off_is_not_one_of_the_last_four() -> None:
    this, *before = audio(4, 0, 6, 5)
    (found,) = proposals(this, before, [AUDIO], {}, before[0].week.days[2:])
    assert found.change == Recadence("audio", sessions(5))
    assert found.rests_on == "the last 3 weeks held 5, 6, 4"


def test_most_of_the_work_was_outside() -> None:
    tangents = tuple(Said(f"tangent {hours}", hours * HOUR) for hours in (4, 3, 2, 1))
    this = week(
        days=days(6, 4),
        promised=(promise("c"),),
        outside_ms=6 * HOUR,
        tangents=tangents,
    )
    rests_on = "6 h of 10 h; 4 h tangent 4, 3 h tangent 3, 2 h tangent 2"
    expected = Proposal("outside", NO_PROMISE, rests_on, LookAtTangents())
    assert offered(this) == [expected]
    (found,) = offered(this._replace(tangents=()))
    assert found.rests_on == "6 h of 10 h; no tangents were noted"
    assert offered(this._replace(outside_ms=5 * HOUR)) == []
    assert offered(this._replace(promised=())) == []


def over(*hours: float) -> list[Evidence]:
    """Weeks of 26 hours, of which so many were past the day's limit, the newest first."""
    return [
        week(
            back=back,
            days=days(6, 5, 5, 5, 5),
            over_limit=int(each > 0) + int(each > 1),
            over_limit_ms=int(each * HOUR),
        )
        for back, each in enumerate(hours)
    ]


def test_three_weeks_over_the_limit() -> None:
    assert offered(*over(2, 1, 3, 0)) == [
        Proposal(
            "lighter",
            "Three weeks went over the day's limit: a lighter week, of 24 h?",
            "over it by 3 h on 2 days, 1 h on 1 day, 2 h on 2 days",
            LighterWeek(24 * HOUR),
        )
    ]
    assert offered(*over(2, 1)) == []
    assert offered(*over(2, 1, 0, 5)) == []
    assert offered(*over(0, 1, 2, 5)) == []
    (found,) = offered(*over(0.5, 1, 1))
    assert found.change == LighterWeek(25 * HOUR)  # whole hours


def test_all_at_once_in_one_order_and_under_keys_of_their_own() -> None:
    post = promise("post", Verdict.NOT, 0, DONE, goal_id="audio")
    weeks = [
        each._replace(
            goals=(goal("audio", 8), goal("kaggle", 1), goal("rest"), goal("c", 1)),
            promised=(post,),
            outside_ms=20 * HOUR,
        )
        for each in over(1, 1, 1)
    ]
    ids = ("audio", "kaggle", "rest", "c")
    goals = tuple(replace(AUDIO, id=id, title=id, deadline=DAY.deadline) for id in ids)
    found = offered(*weeks, goals=goals)
    assert [each.key for each in found] == [
        *("outcome:audio", "outcome:post", "fewer", "cadence:kaggle", "cadence:c"),
        *("alone:rest", "outside", "lighter"),
    ]
    assert all(each.rests_on and "\n" not in each.rests_on for each in found)
