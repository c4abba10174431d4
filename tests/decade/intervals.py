"""One day of the decade: its sessions and breaks one after the other, and the marks on them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.cycle import HOLE_MS, break_after
from focus_tui.domain.ids import ENTROPY_BYTES, uuid7
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Focused, Outcome, Phase, Session, Stamp
from focus_tui.domain.spans import Span, Spans, What, joined, total
from tests.decade import words
from tests.decade.days import Plan

MINUTE = 60_000
BREAKS = {Phase.SHORT_BREAK: 5 * MINUTE, Phase.LONG_BREAK: 15 * MINUTE}
_OUTCOMES = (Outcome.DONE, Outcome.EARLY, Outcome.VOID, Outcome.ABANDONED)
_OFTEN = (86, 7, 4, 3)
_FOCUSED = (None, Focused.YES, Focused.PARTLY, Focused.NO)


class Lived(NamedTuple):
    """A session or a break, and what was marked on it."""

    session: Session
    marks: tuple[Mark, ...] = ()


class Today:
    """What a day's sessions are about."""

    def __init__(self, random: Random, goal_id: str | None) -> None:
        self.intent = words.line(random)
        self.goal_id = goal_id if random.random() < 0.8 else None


def new_id(random: Random, at_ms: int) -> str:
    """An id of that moment."""
    return uuid7(at_ms, random.randbytes(ENTROPY_BYTES))


class DayOfWork:
    """Makes what closed on one day."""

    def __init__(self, random: Random, plan: Plan, goal_id: str | None) -> None:
        self._random = random
        self._plan = plan
        self._zone = ZoneInfo(plan.zone)
        self._goal_id = goal_id
        self._ends = Calendar().ends(str(plan.on), plan.zone)
        self._now = self._begins()

    def _begins(self) -> int:
        minutes = self._random.gauss(9 * 60, 35)
        if self._plan.late:
            minutes = 23 * 60 + self._random.random() * 60
        elif self._plan.sessions < 5:
            minutes -= 90
        begins = datetime.combine(self._plan.on, datetime.min.time(), self._zone)
        wall = begins + timedelta(minutes=max(minutes, 6 * 60))
        return int(wall.timestamp() * 1000)

    def __iter__(self) -> Iterator[Lived]:
        random = self._random
        today = Today(random, self._goal_id)
        done, ended, eaten = 0, 0, self._plan.late
        for number in range(self._plan.sessions):
            if random.random() < 0.4:
                today = Today(random, self._goal_id)
            if not eaten and number >= 5:
                eaten = True
                self._now += int(random.uniform(45, 150) * MINUTE)
            done = 0 if ended and self._now - ended >= HOLE_MS else done
            session = self._session(today)
            done += session.counts
            ended = session.ended_at_ms
            yield Lived(session, tuple(self._marks(session)))
            pause = self._break_after(session, done)
            if pause is not None:
                yield Lived(pause)
            self._now += int(random.expovariate(1 / (MINUTE / 2)))

    def _stamp(self) -> Stamp:
        offset = datetime.fromtimestamp(self._now / 1000, self._zone).utcoffset() or timedelta()
        on = self._plan.on + timedelta(self._now >= self._ends)
        return Stamp(self._now, self._plan.zone, int(offset.total_seconds()), str(on))

    def _session(self, today: Today) -> Session:
        random = self._random
        planned = (
            50 * MINUTE if self._plan.on.year % 4 == 3 and random.random() < 0.1 else 25 * MINUTE
        )
        (outcome,) = random.choices(_OUTCOMES, _OFTEN)
        spans = self._spans(planned, outcome)
        rated = random.choices(_FOCUSED, (3, 5, 2, 1))[0] if outcome is Outcome.DONE else None
        session = Session(
            id=new_id(random, self._now),
            kind=Phase.FOCUS,
            started=self._stamp(),
            planned_ms=planned,
            spans=spans,
            outcome=outcome,
            intent=today.intent,
            goal_id=today.goal_id,
            focused=rated,
            note=words.note(random) if rated and random.random() < 0.3 else "",
            deleted_at=self._now + 2 * 24 * 60 * MINUTE if random.random() < 0.002 else None,
        )
        self._now = session.ended_at_ms
        return session

    def _spans(self, planned: int, outcome: Outcome) -> Spans:
        """An account that ends as the outcome says."""
        random = self._random
        worked = planned if outcome is Outcome.DONE else int(planned * random.uniform(0.05, 0.95))
        spans = [Span(What.FOCUS, worked)]
        chance = random.random()
        if chance < 0.12:
            first = int(worked * random.uniform(0.1, 0.9))
            what = What.PAUSE if chance < 0.08 else What.AWAY if chance < 0.117 else What.GAP
            stretch = Span(what, int(random.uniform(1, 20) * MINUTE))
            spans = [Span(What.FOCUS, first), stretch, Span(What.FOCUS, worked - first)]
        if outcome is Outcome.DONE and random.random() < 0.35:
            over = random.expovariate(1 / (3 * MINUTE))
            spans.append(Span(What.OVERTIME, min(int(over), 40 * MINUTE)))
        elif outcome is Outcome.ABANDONED and random.random() < 0.5:
            spans.append(Span(What.AWAY, int(random.uniform(2, 20) * MINUTE)))
        return joined(spans)

    def _break_after(self, session: Session, done: int) -> Session | None:
        random = self._random
        if session.outcome is not Outcome.DONE or random.random() < 0.04:
            return None
        phase = break_after(done, 4) if session.counts else Phase.SHORT_BREAK
        planned = BREAKS[phase]
        rested = planned if random.random() < 0.8 else int(planned * random.uniform(0.1, 0.9))
        spans = [Span(What.BREAK, rested)]
        if rested == planned and random.random() < 0.5:
            over = random.expovariate(1 / (2 * MINUTE))
            spans.append(Span(What.OVERRUN, min(int(over), 30 * MINUTE)))
        pause = Session(
            id=new_id(random, self._now),
            kind=phase,
            started=self._stamp(),
            planned_ms=planned,
            spans=joined(spans),
            outcome=Outcome.DONE if rested == planned else Outcome.EARLY,
            intent=session.intent,
            goal_id=session.goal_id,
        )
        self._now = pause.ended_at_ms
        return pause

    def _marks(self, session: Session) -> Iterator[Mark]:
        random = self._random
        for kind, often in ((MarkKind.INTERNAL, 0.2), (MarkKind.EXTERNAL, 0.08)):
            while random.random() < often:
                into = int(random.random() * total(session.spans))
                at = session.started.at_ms + into
                yield Mark(
                    id=new_id(random, at),
                    kind=kind,
                    session_id=session.id,
                    at_ms=at,
                    text=words.note(random) if random.random() < 0.5 else "",
                    deleted_at=at + MINUTE if random.random() < 0.01 else None,
                )
