"""What the person wants and promises: goals, weeks, days off, the line-up of today."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from focus_tui.demo.ids import Ids
from focus_tui.demo.moments import Moments
from focus_tui.demo.plan import post, topic
from focus_tui.demo.story import (
    AUDIO,
    COURSE,
    COURSE_UNTIL,
    KAGGLE,
    KAGGLE_FROM,
    LET_GO,
    OCTAVE,
    WEEKS,
    WRITING,
    WRITING_FROM,
    season,
)
from focus_tui.demo.words import POSTS
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.dayoff import DaysOff
from focus_tui.domain.durations import MINUTE_MS
from focus_tui.domain.goal import Area, Column, Goal, Target
from focus_tui.domain.idea import Idea
from focus_tui.domain.inputs import DONE, Input, Measure
from focus_tui.domain.lineup import Next
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.rank import run

EARLY = Input(3, Measure.EARLY_DAYS, 10 * 60)
POSTS_WANTED = Target(26, "posts")
_BACK_INTO_IT = 9
"""From this week on something is promised for two."""


def goals(ids: Ids, moments: Moments) -> dict[str, Goal]:
    """The goals that sessions are on, by the letter of these, and others under their titles."""
    audio, kaggle, writing, course, octave, *someday = (
        _goal(ids, moments.at(WEEKS, 0, f"09:{minute:02}"), title, why, minute % 6)
        for minute, (title, why) in enumerate(_GOALS)
    )
    of = {
        AUDIO: replace(
            audio,
            moved_at=moments.at(COURSE_UNTIL, 4, "16:35"),
            cadence=Input(14, Measure.SESSIONS),
        ),
        KAGGLE: replace(kaggle, moved_at=moments.at(KAGGLE_FROM + 1, 6, "18:40"), cadence=EARLY),
        WRITING: replace(
            writing,
            moved_at=moments.at(WRITING_FROM + 1, 6, "18:40"),
            cadence=Input(120, Measure.MINUTES),
            target=POSTS_WANTED,
        ),
        COURSE: replace(course, moved_at=moments.at(COURSE_UNTIL, 4, "16:30")),
        OCTAVE: replace(
            octave,
            moved_at=moments.at(LET_GO, 4, "17:05"),
            area=Area.EXPLORE,
            reason="the wrong tool for what I want to do",
        ),
    }
    columns = {AUDIO: Column.ACTIVE, KAGGLE: Column.ACTIVE, WRITING: Column.ACTIVE}
    columns |= {COURSE: Column.ACHIEVED, OCTAVE: Column.LET_GO}
    of |= {each.title: replace(each, area=Area.EXPLORE) for each in someday}
    ranks = run("", "", len(of))
    return {
        letter: replace(goal, place=(columns.get(letter, Column.SOMEDAY), rank))
        for (letter, goal), rank in zip(of.items(), ranks, strict=True)
    }


_GOALS = (
    ("Audio for fast.ai", "so that anyone can start with sound in a weekend"),
    ("Kaggle competitions", "to know what works, and not what is said to work"),
    ("Write in public", "what I can't explain I haven't understood"),
    ("fast.ai, part 1", "to train a model of my own before I read how"),
    ("The Octave course", "everybody said one has to"),
    ("Spanish, enough to talk", "Ana's family, and the sea"),
    ("Build a small synthesiser", "to hear what a filter does"),
    ("Talk at the meetup", "they let me ask for two years"),
)


def _goal(ids: Ids, at_ms: int, title: str, why: str, hue: int) -> Goal:
    return Goal(
        id=ids.at(at_ms),
        title=title,
        why=why,
        hue=hue,
        place=(Column.SOMEDAY, ""),
        moved_at=at_ms,
    )


def commitments(ids: Ids, moments: Moments, of: Mapping[str, Goal]) -> Iterator[Commitment]:
    """What was promised for each week, this one too."""
    for back in range(WEEKS, -1, -1):
        kind, week = season(back), moments.week(back)
        said = moments.at(back + 1, 6, "18:50")
        blank = Commitment(id="", text="", input=DONE, first_on=week.first_on, last_on=week.last_on)
        for text, wanted, goal in _promised(back, of) if kind.kind != "off" else ():
            one = replace(blank, id=ids.at(said), text=text, input=wanted, goal_id=goal.id)
            yield _as_it_went(one, back, moments)
            said += MINUTE_MS


def _promised(back: int, of: Mapping[str, Goal]) -> Iterator[tuple[str, Input, Goal]]:
    kind = season(back)
    main = COURSE if back >= COURSE_UNTIL else AUDIO
    on = f"fast.ai, {topic(main, back).lower()}" if main == COURSE else topic(main, back)
    yield on, Input(kind.promised, Measure.SESSIONS), of[main]
    if kind.promised < 6:
        return
    if back == _BACK_INTO_IT:
        yield "Back into Kaggle", Input(6, Measure.DAYS), of[KAGGLE]
    elif back <= KAGGLE_FROM and back != _BACK_INTO_IT - 1:
        yield "Kaggle before anything else", EARLY, of[KAGGLE]
    if back in POSTS:
        yield f"Publish “{POSTS[back]}”", DONE, of[WRITING]
    elif back <= WRITING_FROM:
        yield f"Write on “{post(back)}”", Input(90, Measure.MINUTES), of[WRITING]


def _as_it_went(one: Commitment, back: int, moments: Moments) -> Commitment:
    """With what became of it."""
    if one.input == DONE and back:
        return replace(one, done_at=_published_at(back, moments))
    if one.input.measure is Measure.DAYS:
        return replace(one, last_on=moments.week(back - 1).last_on)
    if season(back).kind == "skipped" and one.input.measure is Measure.SESSIONS:
        return replace(one, input=Input(3, Measure.SESSIONS), promised=one.input)
    return one


def published(ids: Ids, moments: Moments, of: Mapping[str, Goal]) -> Iterator[Mark]:
    """One more post, each time."""
    for at_ms in (_published_at(back, moments) for back in POSTS if back):
        goal_id, made = of[WRITING].id, ids.at(at_ms)
        yield Mark(id=made, kind=MarkKind.MORE, at_ms=at_ms, goal_id=goal_id, amount=1)


def _published_at(back: int, moments: Moments) -> int:
    """When a post was, in UTC milliseconds."""
    return moments.at(back, 4, "16:10")


def days_off(ids: Ids, moments: Moments) -> tuple[DaysOff, ...]:
    """The holiday."""
    (back,) = (each for each in range(WEEKS) if season(each).kind == "off")
    week = moments.week(back)
    made = ids.at(moments.at(back + 1, 3, "19:00"))
    return (DaysOff(made, week.first_on, week.last_on, "by the sea"),)


def lineup(
    ids: Ids, moments: Moments, of: Mapping[str, Goal], promised: Commitment, idea: Idea
) -> tuple[Next, ...]:
    """What is to come today: a goal, a promise, an idea, and the goal once more."""
    on = moments.today
    said, ranks = moments.on(on, "04:00"), run("", "", 4)
    audio = of[AUDIO].id
    return (
        Next(ids.at(said), on, ranks[0], goal_id=audio),
        Next(ids.at(said), on, ranks[1], goal_id=promised.goal_id, commitment_id=promised.id),
        Next(ids.at(said), on, ranks[2], goal_id=audio),
        Next(ids.at(said), on, ranks[3], idea_id=idea.id),
    )
