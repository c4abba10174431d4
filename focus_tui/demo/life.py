"""The half year put together: the same for one day and one zone wherever it is made."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from random import Random
from typing import NamedTuple

from focus_tui.demo import plans, words
from focus_tui.demo.days import DayOfWork, Lived, On
from focus_tui.demo.ideas import Backlog
from focus_tui.demo.ids import Ids
from focus_tui.demo.moments import Moments
from focus_tui.demo.plan import Day, days, idea_of
from focus_tui.demo.story import IDEA
from focus_tui.demo.weeks import Data, Looked, Reviewer, evidences
from focus_tui.domain.calendar import Calendar
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.dayoff import DaysOff
from focus_tui.domain.durations import HOUR_MS, MINUTE_MS
from focus_tui.domain.goal import Column, Goal
from focus_tui.domain.idea import Idea
from focus_tui.domain.lineup import Next
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.reflection import Answer, LearnedCard, Reflection
from focus_tui.domain.session import Session

SEED = "focus"
_ANSWERED = 0.7
"""On so many days the energy is said."""


class Life(NamedTuple):
    """What there is of each kind, as the data file holds it."""

    sessions: tuple[Session, ...]
    marks: tuple[Mark, ...]
    goals: tuple[Goal, ...]
    commitments: tuple[Commitment, ...]
    ideas: tuple[Idea, ...]
    lineup: tuple[Next, ...]
    daysoff: tuple[DaysOff, ...]
    reflections: tuple[Reflection, ...]
    answers: tuple[Answer, ...]
    learned: tuple[LearnedCard, ...]


def life(now_ms: int, zone: str) -> Life:
    """The half year up to a moment (UTC, milliseconds), as it was lived in a zone.

    What the day of that moment holds later is left out.
    """
    return _Living(now_ms, zone).whole()


class _Living:
    """Everything is made of one moment, one zone, and a seed."""

    def __init__(self, now_ms: int, zone: str) -> None:
        self._now_ms = now_ms
        # A stream of chance for each part, so that a change of one leaves the others as they are.
        parts = ("days", "work", "energy", "ideas", "weeks", "ids")
        self._of = {part: Random(f"{SEED} {part}") for part in parts}
        self._ids = Ids(self._of["ids"])
        self._moments = Moments(Calendar().day_of(now_ms, zone), zone)
        self._goals = plans.goals(self._ids, self._moments)
        self._backlog = Backlog(self._of["ideas"], self._ids, self._moments)
        self._filed = self._backlog.filed()

    def whole(self) -> Life:
        """All of it."""
        ids, moments, goals = self._ids, self._moments, self._goals
        lived, energy = self._days()
        sessions = self._last_unasked([each.session for each in lived])
        marks = [*chain.from_iterable(each.marks for each in lived), *energy]
        marks += [*plans.published(ids, moments, goals), *_looked_at(ids, sessions, goals)]
        counted = [each for each in reversed(sessions) if each.counts]
        promised = (*plans.commitments(ids, moments, goals),)
        data = Data(
            sessions,
            tuple(marks),
            (*goals.values(),),
            promised,
            (*self._filed, *self._backlog.caught(counted)),
        )
        looked = self._reviews(data)
        return Life(
            **data._asdict(),
            lineup=plans.lineup(ids, moments, goals, promised[-1], self._named(words.FRONT[1])),
            daysoff=plans.days_off(ids, moments),
            reflections=tuple(each.reflection for each in looked),
            answers=tuple(chain.from_iterable(each.answers for each in looked)),
            learned=tuple(chain.from_iterable(each.cards for each in looked)),
        )

    def _named(self, title: str) -> Idea:
        return next(each for each in self._filed if each.title == title)

    def _days(self) -> tuple[list[Lived], list[Mark]]:
        """What was done, and how the energy was."""
        lived: list[Lived] = []
        energy: list[Mark] = []
        for day in days(self._of["days"], self._moments.today):
            found = [
                each
                for each in DayOfWork(
                    self._of["work"], self._ids, day, self._moments.zone, self._subjects(day)
                )
                if each.session.ended_at_ms <= self._now_ms
            ]
            lived += found
            energy += self._energy(day, found)
        return lived, energy

    def _subjects(self, day: Day) -> Mapping[str, On]:
        on = {letter: On(goal.id) for letter, goal in self._goals.items()}
        return on | {IDEA: On(idea_id=self._named(idea_of(day.back)).id)}

    def _energy(self, day: Day, lived: Sequence[Lived]) -> Iterator[Mark]:
        random = self._of["energy"]
        if random.random() < _ANSWERED and lived and day.on != self._moments.today:
            at_ms = lived[-1].session.ended_at_ms
            yield Mark(
                id=self._ids.at(at_ms),
                kind=MarkKind.ENERGY,
                at_ms=at_ms,
                on=day.on,
                amount=random.randint(*day.season.energy),
            )

    def _last_unasked(self, sessions: list[Session]) -> tuple[Session, ...]:
        """How focused today's last session was is still to be said."""
        last = sessions[-1]
        while last.kind.is_break:
            last = sessions[sessions.index(last) - 1]
        today = last.started.on == self._moments.today
        return tuple(
            replace(each, focused=None) if today and each is last else each for each in sessions
        )

    def _reviews(self, data: Data) -> list[Looked]:
        moments = self._moments
        ends_today = moments.today == moments.week(0).last_on
        reviewer = Reviewer(self._of["weeks"], self._ids, moments)
        return [*reviewer.reviews(evidences(data, moments), until=1 if ends_today else 2)]


def _looked_at(ids: Ids, sessions: Sequence[Session], goals: Mapping[str, Goal]) -> Iterator[Mark]:
    """Each goal that is active was looked at after so many hours, and goes on."""
    active = {each.id: each for each in goals.values() if each.column is Column.ACTIVE}
    held = dict.fromkeys(active, 0)
    for session in sessions:
        if session.kind.is_break or session.goal_id not in active:
            continue
        each = active[session.goal_id]
        before = held[each.id] // HOUR_MS // each.checkpoint_h
        held[each.id] += session.focused_ms
        after = held[each.id] // HOUR_MS // each.checkpoint_h
        if after > before:
            at_ms = session.ended_at_ms + MINUTE_MS
            yield Mark(
                id=ids.at(at_ms),
                kind=MarkKind.CHECKPOINT,
                at_ms=at_ms,
                goal_id=each.id,
                amount=after * each.checkpoint_h,
                text="keep on",
            )
