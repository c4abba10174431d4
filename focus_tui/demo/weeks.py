"""What was said to the weeks that are over, with the evidence as it was seen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import NamedTuple

from focus_tui.demo import words
from focus_tui.demo.days import LIMIT_MS
from focus_tui.demo.ids import Ids
from focus_tui.demo.moments import Moments
from focus_tui.demo.story import FORGOTTEN, WEEKS, Season, season
from focus_tui.domain.calendar import Calendar
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.durations import MINUTE_MS
from focus_tui.domain.evidence import Evidence, Verdict
from focus_tui.domain.gathering import evidence_of
from focus_tui.domain.goal import Goal
from focus_tui.domain.idea import Idea
from focus_tui.domain.inputs import Worked, summed, worked_in
from focus_tui.domain.lived import Lived
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.reflection import (
    CHANGED,
    HINDERED,
    HOW,
    Answer,
    LearnedCard,
    Part,
    Reflection,
    answer_id,
)
from focus_tui.domain.session import Session
from focus_tui.domain.wins import LOOKED_BACK, wins

_UNKEPT = (
    "Thursday was gone to pip.",
    "I planned for a week without people in it.",
    "Half of it, and that half is good.",
    "Too much beside it.",
)


class Data(NamedTuple):
    """All that evidence is made of."""

    sessions: tuple[Session, ...]
    marks: tuple[Mark, ...]
    goals: tuple[Goal, ...]
    commitments: tuple[Commitment, ...]
    ideas: tuple[Idea, ...]


class Looked(NamedTuple):
    """The review of one week."""

    reflection: Reflection
    answers: tuple[Answer, ...] = ()
    cards: tuple[LearnedCard, ...] = ()


def evidences(data: Data, moments: Moments) -> dict[int, Evidence]:
    """What the data say about each week that is over, counted back.

    Those before the first one too, with which it is compared: nothing.
    """
    blank = Lived(
        Calendar(),
        moments.zone,
        goals=data.goals,
        commitments=data.commitments,
        ideas=data.ideas,
        limit_ms=LIMIT_MS,
    )
    sessions, marks = _by_week(data, moments)
    counts = tuple(each for each in data.marks if each.kind is MarkKind.MORE)
    known: set[str] = set()
    earlier: tuple[Worked, ...] = ()
    found = {}
    for back in range(WEEKS + LOOKED_BACK, 0, -1):
        held = tuple(sessions.get(back, ()))
        lived = blank._replace(
            sessions=held,
            marks=(*marks.get(back, ()), *counts),
            earlier=earlier,
            known=frozenset(known),
        )
        found[back] = evidence_of(lived, moments.week(back))
        worked = [each for each in held if (row := worked_in(each)) and row.focused_ms]
        known |= {id for each in worked for id in (each.goal_id, each.idea_id) if id}
        earlier = summed(row for each in held if (row := worked_in(each)))
    return found


def _by_week(
    data: Data, moments: Moments
) -> tuple[Mapping[int, list[Session]], Mapping[int, list[Mark]]]:
    of_day = {on: back for back in range(WEEKS, -1, -1) for on in moments.week(back).days}
    sessions: dict[int, list[Session]] = {}
    marks: dict[int, list[Mark]] = {}
    of_session = {}
    for each in data.sessions:
        of_session[each.id] = of_day[each.started.on]
        sessions.setdefault(of_day[each.started.on], []).append(each)
    for mark in data.marks:
        back = of_day.get(mark.on, of_session.get(mark.session_id or ""))
        if back is not None:
            marks.setdefault(back, []).append(mark)
    return sessions, marks


class Reviewer:
    """Says something to each week."""

    def __init__(self, random: Random, ids: Ids, moments: Moments) -> None:
        self._random = random
        self._ids = ids
        self._moments = moments
        self._learned = 0

    def reviews(self, seen: Mapping[int, Evidence], until: int) -> Iterator[Looked]:
        """The reviews of all weeks down to one, counted back, but for those that have none."""
        for back in range(WEEKS, until - 1, -1):
            kind = season(back)
            if kind.kind == "skipped":
                yield Looked(self._skipped(back))
            elif kind.kind != "off" and back != FORGOTTEN:
                before = [seen[back + number] for number in range(1, LOOKED_BACK + 1)]
                yield self._review(back, kind, seen[back], before)

    def _begun(self, back: int) -> Reflection:
        week = self._moments.week(back)
        return Reflection(week=week, begun_at=self._moments.at(back, 6, "18:05"))

    def _skipped(self, back: int) -> Reflection:
        begun = self._begun(back)
        return replace(begun, skipped_at=begun.begun_at)

    def _review(
        self, back: int, kind: Season, seen: Evidence, before: Sequence[Evidence]
    ) -> Looked:
        random, begun = self._random, self._begun(back)
        least, most = kind.energy
        finished = replace(
            begun,
            finished_at=begun.begun_at + random.randrange(12, 40) * MINUTE_MS,
            short=kind.kind == "short",
            energy=random.randint(least, most),
            mood=random.randint(max(2, least), most),
            public=(Part.DID, Part.WON) if seen.kept > 1 else (),
            seen=seen,
            won=tuple(each.text for each in wins(seen, before)),
        )
        answers = [*self._own(finished, Part.WON, words.WINS, often=0.2)]
        if not finished.short:
            answers += self._answers(finished, kind, seen)
        learned, cards = self._learn(finished)
        return Looked(finished, (*answers, *learned), cards)

    def _answers(self, review: Reflection, kind: Season, seen: Evidence) -> Iterator[Answer]:
        random, week = self._random, review.week
        said = [
            (Part.HOW, HINDERED, random.choice(kind.hindered)),
            (Part.HOW, HOW, random.choice(kind.how)),
            (Part.CHANGE, CHANGED, random.choice(kind.changed)),
        ]
        said += [
            (Part.INTENDED, f"promised:{each.id}", random.choice(_UNKEPT))
            for each in seen.promised
            if each.verdict in (Verdict.PARTLY, Verdict.NOT)
        ]
        for part, key, text in said:
            if text:
                yield Answer(answer_id(week, key), week.first_on, part, key, text=text)

    def _own(
        self, review: Reflection, part: Part, lines: Sequence[str], *, often: float
    ) -> Iterator[Answer]:
        if self._random.random() < often:
            text = self._random.choice(lines)
            yield Answer(self._ids.at(review.begun_at), review.week.first_on, part, text=text)

    def _learn(self, review: Reflection) -> tuple[tuple[Answer, ...], tuple[LearnedCard, ...]]:
        """The next line of what was learned, and the card that was made of it."""
        number, self._learned = self._learned, self._learned + 1
        if number >= len(words.LEARNED):
            return (), ()
        at_ms = review.begun_at + 5 * MINUTE_MS
        line = Answer(
            self._ids.at(at_ms), review.week.first_on, Part.LEARNED, text=words.LEARNED[number]
        )
        if number not in words.CARDS:
            return (line,), ()
        return (line,), (LearnedCard(self._ids.at(at_ms), *words.CARDS[number], line.id),)
