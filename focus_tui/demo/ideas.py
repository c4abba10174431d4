"""The backlog: thoughts caught in sessions, filed, weighed, begun, done, let go."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

from focus_tui.demo import words
from focus_tui.demo.ids import Ids
from focus_tui.demo.moments import Moments
from focus_tui.demo.story import IDEAS_FROM, WEEKS
from focus_tui.domain.durations import MINUTE_MS
from focus_tui.domain.idea import Idea
from focus_tui.domain.rank import run
from focus_tui.domain.session import Session
from focus_tui.domain.sprout import Sprout, walked
from focus_tui.formats import outline

_EARLY = {*words.FRONT, *(title for weeks in words.STATES.values() for title in weeks)}
"""Ideas that were there before anything came of them."""


class Backlog:
    """Makes the ideas; sessions on some of them are theirs from then on."""

    def __init__(self, random: Random, ids: Ids, moments: Moments) -> None:
        self._random = random
        self._ids = ids
        self._moments = moments

    def filed(self) -> tuple[Idea, ...]:
        """The outline, in its order, without what came of it."""
        rows = [*walked(outline.read(words.OUTLINE))]
        ranks = run("", "", len(rows))
        made: list[Idea] = []
        above: list[str] = []
        for (depth, sprout), rank in zip(rows, ranks, strict=True):
            idea = self._idea(sprout, (above[depth - 1] if depth else None, rank))
            above[depth:] = [idea.id]
            made.append(idea)
        return tuple(self._as_it_went(each) for each in made)

    def _idea(self, sprout: Sprout, place: tuple[str | None, str]) -> Idea:
        """Captured at some moment."""
        first = IDEAS_FROM + 1 if sprout.title in _EARLY else 1
        back = self._random.randint(first, WEEKS)
        minute = self._random.randrange(60)
        at_ms = self._moments.at(back, self._random.randrange(5), f"11:{minute:02}")
        return Idea(
            id=self._ids.at(at_ms),
            title=sprout.title,
            note=sprout.note,
            captured_at=at_ms,
            place=place,
        )

    def _as_it_went(self, idea: Idea) -> Idea:
        title = idea.title
        if title in words.WEIGHTS:
            gain, minutes, wins = words.WEIGHTS[title]
            idea = replace(idea, gain=gain, effort_ms=minutes * MINUTE_MS, wins=wins)
        if title in words.FRONT:
            ranks = run("", "", len(words.FRONT))
            idea = replace(idea, front=ranks[words.FRONT.index(title)])
        for state, weeks in words.STATES.items():
            if title in weeks:
                moved = self._moments.at(weeks[title], 3, "11:20")
                idea = replace(idea, state=state, state_at=moved)
        return idea

    def caught(self, sessions: Sequence[Session]) -> Iterator[Idea]:
        """What came during the last sessions, and was not looked at yet."""
        for session, title in zip(sessions, words.CAUGHT, strict=False):
            at_ms = session.started.at_ms + self._random.randrange(3, 20) * MINUTE_MS
            made = self._ids.at(at_ms)
            yield Idea(id=made, title=title, captured_at=at_ms, session_id=session.id)
