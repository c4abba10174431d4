"""What could be promised for the week that comes."""

from dataclasses import replace

import pytest
from hypothesis import assume, given

from focus_tui.domain.commitment import Commitment, Promise
from focus_tui.domain.evidence import Evidence, Verdict
from focus_tui.domain.goal import Column, Goal
from focus_tui.domain.idea import Idea
from focus_tui.domain.inputs import DONE, Input, Measure
from focus_tui.domain.nextweek import Draft, Why, drafts
from tests.domain.weeks import EIGHT, THREE_DAYS, WEEK, promise, week
from tests.store import strategies

AHEAD = WEEK.after()
ALL = ["cadence:audio", "unkept:c", "front:mixup"]
AUDIO = Goal(id="audio", title="Audio", place=(Column.ACTIVE, "b"), moved_at=0, cadence=EIGHT)
KAGGLE = replace(AUDIO, id="kaggle", title="Kaggle", place=(Column.ACTIVE, "a"), cadence=THREE_DAYS)
FREE = replace(AUDIO, id="free", title="Free", cadence=None)
RESTS = replace(AUDIO, id="rests", title="Rests", place=(Column.SOMEDAY, "a"))
MIXUP = Idea(id="mixup", title="Mixup  on #tool spectrograms", captured_at=0, front="a")


def commitment(id: str, *, ahead: int = 1, **fields: object) -> Commitment:
    made = Commitment(
        id=id,
        text=f"promise {id}",
        input=EIGHT,
        first_on=WEEK.after(ahead).first_on,
        last_on=WEEK.after(ahead).last_on,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def drafted(
    evidence: Evidence | None = None,
    *goals: Goal,
    known: tuple[Commitment, ...] = (),
    front: tuple[Idea, ...] = (),
) -> list[Draft]:
    found = drafts(evidence or week(), AHEAD, goals=goals, commitments=known, front=front)
    return list(found)


def lines(found: list[Draft]) -> list[str]:
    return [each.line for each in found]


def test_cadences_then_what_was_not_kept_then_the_front() -> None:
    unkept = week(promised=(promise("post", Verdict.PARTLY, 0, DONE, goal_id="audio"),))
    post = commitment("post", ahead=0, idea_id="the post")
    assert drafted(unkept, AUDIO, KAGGLE, FREE, RESTS, known=(post,), front=(MIXUP,)) == [
        Draft("cadence:kaggle", "Kaggle: 3 days", Why.CADENCE, "kaggle"),
        Draft("cadence:audio", "Audio: 8 sessions", Why.CADENCE, "audio"),
        Draft("unkept:post", "promise post", Why.UNKEPT, "audio", "the post"),
        Draft("front:mixup", "Mixup on spectrograms", Why.FRONT, None, "mixup"),
    ]


@pytest.mark.parametrize(
    ("verdict", "goal_id", "asked"),
    [
        (Verdict.PARTLY, None, True),
        (Verdict.NOT, None, True),
        (Verdict.ADJUSTED, "free", True),
        (Verdict.KEPT, None, False),
        (Verdict.RUNNING, None, False),
        (Verdict.NOT, "rests", False),
        (Verdict.NOT, "gone", False),
        (Verdict.NOT, "audio", False),  # its cadence is asked
    ],
)
def test_what_was_not_kept_is_asked_again(
    verdict: Verdict, goal_id: str | None, asked: bool
) -> None:
    this = week(promised=(promise("c", verdict, 2, goal_id=goal_id),))
    found = drafted(this, AUDIO, FREE, RESTS)
    assert ("promise c: 8 sessions" in lines(found)) is asked


@pytest.mark.parametrize(
    ("known", "left"),
    [
        (commitment("x"), ALL),
        (commitment("x", goal_id="audio"), ["unkept:c", "front:mixup"]),
        (
            commitment("x", goal_id="audio", deleted_at=1),
            ALL,
        ),
        (commitment("x", goal_id="audio", ahead=0), ALL),
        (
            commitment("x", goal_id="audio", ahead=0, last_on=AHEAD.last_on),
            ["unkept:c", "front:mixup"],
        ),
        # Done or not is not what the goal gets.
        (
            commitment("x", goal_id="audio", input=DONE),
            ALL,
        ),
        (commitment("x", text="AUDIO", input=DONE), ["unkept:c", "front:mixup"]),
        (commitment("x", text="Promise c"), ["cadence:audio", "front:mixup"]),
        (commitment("x", idea_id="mixup"), ["cadence:audio", "unkept:c"]),
    ],
)
def test_nothing_that_is_promised_already(known: Commitment, left: list[str]) -> None:
    this = week(promised=(promise("c", Verdict.NOT, 0),))
    found = drafted(this, AUDIO, known=(known,), front=(MIXUP,))
    assert [each.key for each in found] == left


def test_nothing_twice() -> None:
    unkept = week(
        promised=(
            promise("c", Verdict.NOT, 0, goal_id="free"),
            promise("d", Verdict.NOT, 0, goal_id="free"),
            promise("e", Verdict.NOT, 0, DONE)._replace(text="MIXUP on spectrograms"),
        )
    )
    read = replace(MIXUP, id="read", title="Read: 3 sessions", goal_id="free")
    again = replace(MIXUP, id="again", title="A post", goal_id="free")
    known = (commitment("e", ahead=0, idea_id="again"),)
    found = drafted(unkept, FREE, known=known, front=(MIXUP, read, again))
    assert [each.key for each in found] == ["unkept:c", "unkept:e"]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Read: 3 sessions", "Read: 3 sessions"),
        ("Read: 3 sesions", "Read: 3 sesions: done or not"),
        ("Long: 5 h in two weeks", "Long: 5 h in two weeks"),
        ("Call at 10:30", "Call at 10:30"),
    ],
)
def test_an_idea_says_itself_what_it_promises(title: str, line: str) -> None:
    assert lines(drafted(front=(replace(MIXUP, title=title),))) == [line]


@given(strategies.GOALS, strategies.INPUTS, strategies.IDEAS)
def test_every_line_is_read_as_the_promise_that_it_is(
    goal: Goal, wanted: Input, idea: Idea
) -> None:
    assume(all(each.strip() and "\n" not in each for each in (goal.title, idea.title)))
    active = replace(
        goal, place=(Column.ACTIVE, "a"), cadence=wanted, archived_at=None, deleted_at=None
    )
    unkept = promise("c", Verdict.NOT, 0, wanted)._replace(text=f"p {goal.title}")
    for draft in drafted(week(promised=(unkept,)), active, front=(idea,)):
        said = Promise.said(draft.line)
        if draft.why is not Why.FRONT:
            assert said.input == (wanted if wanted.measure is not Measure.DONE else DONE)
