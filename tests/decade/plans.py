"""What the person of the decade wants and thinks of it: goals, ideas, reflections."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from focus_tui.domain.evidence import DayHeld, Evidence
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.reflection import (
    CHANGED,
    HINDERED,
    HOW,
    Answer,
    Part,
    Reflection,
    answer_id,
)
from focus_tui.domain.session import Outcome, Phase, Session
from focus_tui.domain.week import Week
from focus_tui.store.fields import Raw, instant, instant_ms, maybe_instant
from tests.decade import words
from tests.decade.intervals import MINUTE, new_id

DAY = 24 * 60 * MINUTE
_RANKS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_DEEPEST = 6
ENDED = ("achieved", "let_go")
ACTIVE = 3
_CADENCES: tuple[Raw | None, ...] = (
    None,
    {"n": 5, "of": "sessions"},
    {"n": 240, "of": "minutes"},
    {"n": 3, "of": "days"},
)


@dataclass(frozen=True, slots=True)
class Goal:
    """What sessions are for, from one moment to another (UTC, milliseconds)."""

    id: str
    from_ms: int
    to_ms: int
    fields: Raw


def goals(random: Random, begins: int, ends: int, count: int) -> list[Goal]:
    """Big aims with a why: some never begun, a few active, the others achieved or let go."""
    made: list[Goal] = []
    active = 0
    for number in reversed(range(count)):
        at = begins + (ends - begins) * number // count + random.randrange(DAY)
        until = at + int(random.uniform(30, 500)) * DAY
        state = random.choice(("achieved", "achieved", "let_go", "someday"))
        if until >= ends:
            state = "active" if active < ACTIVE else "someday"
            active += 1
        fields: Raw = {
            "title": words.line(random),
            "why": words.sentences(random, 3),
            "cadence": random.choice(_CADENCES) if state == "active" else None,
            "place": [state, rank(random, number)],
            "moved_at": instant("", at),
            "area": random.choice(("core", "core", "core", "explore")),
            "hue": number % 6,
            "checkpoint_h": 50,
            "archived_at": maybe_instant("", until)
            if state in ENDED and number < count - 30
            else None,
            "deleted_at": maybe_instant("", at + DAY if random.random() < 0.03 else None),
        }
        made.append(Goal(new_id(random, at), at, until, fields))
    return made[::-1]


def goal_on(random: Random, all_goals: Sequence[Goal], at_ms: int) -> str | None:
    """A goal that is worked on at a moment."""
    current = [each for each in all_goals if each.from_ms <= at_ms < each.to_ms][-ACTIVE:]
    return random.choice(current).id if current else None


def rank(random: Random, number: int) -> str:
    """A key that sorts after those of lower numbers, with some room and some chance in it."""
    digits = "".join(_RANKS[number // 62**power % 62] for power in (2, 1, 0))
    return digits + random.choice(_RANKS[1:]) + random.choice(_RANKS[1:])


def ideas(
    random: Random, begins: int, ends: int, during: Sequence[Session], count: int
) -> list[Idea]:
    """Thoughts caught: most in the outline, many begun, some in the inbox, some in the trash."""
    made: list[Idea] = []
    filed: list[tuple[str, int]] = []
    starts = [each.started.at_ms for each in during]
    moments = sorted(random.randrange(begins, ends) for _ in range(count))
    for number, moment in enumerate(moments):
        before = bisect(starts, moment)
        session = during[before - 1] if before and random.random() < 0.6 else None
        at = session.started.at_ms + MINUTE if session else moment
        idea = Idea(
            id=new_id(random, at),
            title=words.line(random),
            captured_at=at,
            session_id=session.id if session else None,
        )
        if random.random() < 0.9:
            parent, depth = _parent(random, filed)
            filed.append((idea.id, depth))
            started = random.random() < 0.15
            state = IdeaState.STARTED if started else IdeaState.OPEN
            idea = replace(idea, place=(parent, rank(random, number)), state=state)
        made.append(idea)
    return _some_deleted(random, made, ends)


def _parent(random: Random, filed: Sequence[tuple[str, int]]) -> tuple[str | None, int]:
    """Where an idea is filed: at the top, or below one that is not too deep; and how deep then."""
    if filed and random.random() < 0.8:
        id, depth = random.choice(filed)
        if depth < _DEEPEST:
            return id, depth + 1
    return None, 1


def _some_deleted(random: Random, made: list[Idea], ends: int) -> list[Idea]:
    """A subtree is deleted at one instant; what was caught later is in the inbox."""
    deleted: dict[str, int] = {}
    result = []
    for idea in made:
        parent = idea.place[0] if idea.place else None
        at = deleted.get(parent) if parent else None
        if at is None and random.random() < 0.05:
            at = ends - random.randrange(30 * DAY)
        if at is not None and at < idea.captured_at:
            at, idea = None, replace(idea, place=None, state=IdeaState.OPEN)
        if at is not None:
            deleted[idea.id] = at
        result.append(replace(idea, deleted_at=at))
    return result


def reflections(
    random: Random, last_monday: date, count: int, lived: Sequence[Session], every: int
) -> Iterator[tuple[Reflection, list[Answer]]]:
    """The finished review of each whole week, with the evidence and what was said."""
    weeks: dict[date, list[Session]] = {}
    for session in lived:
        on = date.fromisoformat(session.started.on)
        weeks.setdefault(on - timedelta(on.weekday()), []).append(session)
    for back in range(count, 0, -1):
        monday = last_monday - timedelta(weeks=back * every)
        week = Week(str(monday))
        focus = [each for each in weeks.get(monday, ()) if _is_evidence(each)]
        texts = {
            HOW: words.note(random),
            CHANGED: words.sentences(random, 2),
            HINDERED: words.sentences(random, 1),
            "": words.sentences(random, 4) if focus else "",
        }
        begun = instant_ms(f"{week.last_on}T16:00:00.000Z")
        reflection = Reflection(
            week=week,
            begun_at=begun,
            finished_at=begun + 3_600_000,
            energy=random.randint(1, 5),
            mood=random.randint(1, 5),
            seen=_seen(week, focus),
            won=(words.sentences(random, 1),) if focus else (),
        )
        parts = {HOW: Part.HOW, HINDERED: Part.HOW, CHANGED: Part.CHANGE, "": Part.LEARNED}
        yield (
            reflection,
            [
                Answer(answer_id(week, key or "learned"), week.first_on, parts[key], key, text=text)
                for key, text in texts.items()
                if text
            ],
        )


def _seen(week: Week, focus: Sequence[Session]) -> Evidence:
    days = []
    for on in week.days:
        held = [each for each in focus if each.started.on == on]
        focused_ms = sum(each.focused_ms for each in held)
        days.append(DayHeld(on, focused_ms, sum(each.counts for each in held), None))
    return Evidence(week, days=tuple(days))


def _is_evidence(session: Session) -> bool:
    void = session.outcome is Outcome.VOID or session.deleted_at is not None
    return session.kind is Phase.FOCUS and not void


def instant_of(ms: int) -> str:
    """An instant as it stands in a file."""
    return instant("", ms)
