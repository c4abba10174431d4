"""One day as it was lived: its sessions and breaks one after the other, and what was marked."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from focus_tui.demo import words
from focus_tui.demo.ids import Ids
from focus_tui.demo.marks import Marking
from focus_tui.demo.plan import Aim, Day
from focus_tui.domain.cycle import break_after
from focus_tui.domain.dayend import reached
from focus_tui.domain.durations import MINUTE_MS
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Focused, Outcome, Phase, Session, Stamp
from focus_tui.domain.spans import Span, Spans, What, joined

LIMIT_MS = 300 * MINUTE_MS
"""After so much focus a day is enough: what the settings say where nobody changed them."""
PLANNED_MS = 25 * MINUTE_MS
EVERY = 4
_BREAKS = {Phase.SHORT_BREAK: 5 * MINUTE_MS, Phase.LONG_BREAK: 15 * MINUTE_MS}
_OUTCOMES = (Outcome.DONE, Outcome.EARLY, Outcome.VOID, Outcome.ABANDONED)
_OFTEN = (90, 6, 3, 1)
_ILL = (0, 1, 2, 0)
_FOCUSED = (Focused.YES, Focused.PARTLY, Focused.NO, None)
_EATEN_AFTER = 5


class On(NamedTuple):
    """What a session is on, by the letter of its aim."""

    goal_id: str | None = None
    idea_id: str | None = None


class Lived(NamedTuple):
    """A session or a break, and what was marked on it."""

    session: Session
    marks: tuple[Mark, ...] = ()


class DayOfWork:
    """Makes what closed on one day."""

    def __init__(
        self, random: Random, ids: Ids, day: Day, zone: str, subjects: Mapping[str, On]
    ) -> None:
        self._random = random
        self._ids = ids
        self._marking = Marking(random, ids)
        self._day = day
        self._zone = zone
        self._subjects = subjects
        self._worked_ms = 0
        self._now = self._begins()

    def _begins(self) -> int:
        minutes = self._random.gauss(self._day.season.begins_min, 7)
        midnight = datetime.fromisoformat(self._day.on).replace(tzinfo=ZoneInfo(self._zone))
        return int((midnight + timedelta(minutes=minutes)).timestamp()) * 1000

    def __iter__(self) -> Iterator[Lived]:
        done = 0
        for number, aim in enumerate(self._day.aims):
            if number == _EATEN_AFTER:
                self._now += int(self._random.uniform(45, 80) * MINUTE_MS)
            session = self._session(aim)
            done += session.counts
            yield Lived(session, tuple(self._marks(session)))
            self._worked_ms += 0 if session.outcome is Outcome.VOID else session.focused_ms
            if session.outcome is Outcome.DONE:
                yield Lived(self._break(session, break_after(done, EVERY)))
            self._now += int(self._random.expovariate(1 / MINUTE_MS))

    def _stamp(self) -> Stamp:
        local = datetime.fromtimestamp(self._now / 1000, ZoneInfo(self._zone))
        offset = local.utcoffset() or timedelta()
        return Stamp(self._now, self._zone, int(offset.total_seconds()), self._day.on)

    def _session(self, aim: Aim) -> Session:
        random, season, on = self._random, self._day.season, self._subjects[aim.letter]
        ill = season.kind == "skipped"
        (outcome,) = random.choices(_OUTCOMES, _ILL if ill else _OFTEN)
        (focused,) = random.choices(_FOCUSED, season.focused)
        done = outcome is Outcome.DONE
        session = Session(
            id=self._ids.at(self._now),
            kind=Phase.FOCUS,
            started=self._stamp(),
            planned_ms=PLANNED_MS,
            spans=self._spans(outcome),
            outcome=outcome,
            intent=aim.intent,
            goal_id=on.goal_id,
            idea_id=on.idea_id,
            focused=focused if done else None,
            note=random.choice(words.NOTES) if done and random.random() < 0.06 else "",
        )
        self._now = session.ended_at_ms
        return session

    def _spans(self, outcome: Outcome) -> Spans:
        """An account that ends as the outcome says."""
        random, done = self._random, outcome is Outcome.DONE
        worked = PLANNED_MS if done else int(PLANNED_MS * random.uniform(0.2, 0.9))
        spans = [Span(What.FOCUS, worked)]
        if random.random() < 0.06:
            first = int(worked * random.uniform(0.2, 0.8))
            stretch = Span(What.PAUSE, int(random.uniform(1, 9) * MINUTE_MS))
            spans = [Span(What.FOCUS, first), stretch, Span(What.FOCUS, worked - first)]
        if done and random.random() < 0.35:
            over = random.expovariate(1 / (2 * MINUTE_MS))
            spans.append(Span(What.OVERTIME, min(int(over), 15 * MINUTE_MS)))
        return joined(spans)

    def _break(self, session: Session, phase: Phase) -> Session:
        random, planned = self._random, _BREAKS[phase]
        rested = planned if random.random() < 0.85 else int(planned * random.uniform(0.3, 0.9))
        spans = [Span(What.BREAK, rested)]
        if rested == planned and random.random() < 0.4:
            over = random.expovariate(1 / (2 * MINUTE_MS))
            spans.append(Span(What.OVERRUN, min(int(over), 20 * MINUTE_MS)))
        pause = Session(
            id=self._ids.at(self._now),
            kind=phase,
            started=self._stamp(),
            planned_ms=planned,
            spans=joined(spans),
            outcome=Outcome.DONE if rested == planned else Outcome.EARLY,
            intent=session.intent,
            goal_id=session.goal_id,
            idea_id=session.idea_id,
        )
        self._now = pause.ended_at_ms
        return pause

    def _marks(self, session: Session) -> Iterator[Mark]:
        if session.outcome is Outcome.VOID:
            ill = self._day.season.kind == "skipped"
            why = "unwell" if ill else self._random.choice(words.VOIDED)
            yield self._marking.ended(session, MarkKind.VOIDED, why)
            return
        if reached(self._worked_ms, LIMIT_MS):
            yield self._marking.begun(session, MarkKind.BEYOND, self._random.choice(words.BEYOND))
        yield from self._marking.on(session)
