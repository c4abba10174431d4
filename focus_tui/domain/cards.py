"""The questions that wait on Today, read off the data: none can be lost, or asked twice."""

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain import tangent
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.day import Day
from focus_tui.domain.dayend import reached
from focus_tui.domain.gap import can_end_there, creditable_ms
from focus_tui.domain.goal import Goal
from focus_tui.domain.interval import Interval
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Outcome, Phase, Session
from focus_tui.domain.spans import What, before, total
from focus_tui.domain.week import Week

WORTH_ASKING_MS = 5 * 60_000
"""A session ended sooner than this is not asked about."""


class Asks(StrEnum):
    """What a card asks."""

    AWAY = "away"
    """What the person did while the program could not know."""
    FOCUSED = "focused"
    """How focused the last session was."""
    CAUGHT = "caught"
    """What becomes of the thoughts that came during the session before this break."""
    IDEA = "idea"
    """Whether the idea of a promise that is kept is done with it."""
    CHECKPOINT = "checkpoint"
    """Whether a goal goes on, after so many hours."""
    DEEP = "deep"
    """Whether the bottom of a deep stack of tangents still matters."""
    REVIEW = "review"
    """Whether a week that is over is looked at."""
    ENOUGH = "enough"
    """Whether the day is done, once its limit is reached."""
    ELSEWHERE = "elsewhere"
    """Whether an interval that another device left open is to be closed."""


class Card(NamedTuple):
    """A question about one session, one goal, one promise, one day or one week."""

    asks: Asks
    about: Session | Interval | Goal | Commitment | Day | Week
    gap_ms: int = 0
    """For AWAY: the time in question."""
    creditable_ms: int = 0
    """For AWAY: how much of it could be kept."""
    hours: int = 0
    """For CHECKPOINT: the hours that were reached."""
    thoughts: tuple[str, ...] = ()
    """For CAUGHT: the ids of what was caught, in the order in which it came."""
    can_end: bool = False
    """For AWAY: whether the session may end where the gap began."""
    past_end: bool = False
    """For AWAY: whether the session had reached its planned end before."""

    @property
    def id(self) -> str:
        """The same for the same question, whatever else changes."""
        return f"{self.asks}:{self.about.id}"

    @property
    def name(self) -> str:
        """What it is about, in the person's words; perhaps none."""
        if isinstance(self.about, Day | Week):
            return ""
        if isinstance(self.about, Goal):
            return self.about.title
        return self.about.text if isinstance(self.about, Commitment) else self.about.intent


def cards(
    running: Interval | None,
    recent: Iterable[Session],
    elsewhere: Iterable[Interval] = (),
    caught: Iterable[str] = (),
    marks: Collection[Mark] = (),
) -> tuple[Card, ...]:
    """What waits, the oldest first; at most one question about how focused a session was.

    `recent` is in order of time: what closed today or the day before. `elsewhere` is what runs on
    other devices, `caught` the thoughts of the session before the break that runs,
    `marks` those of what runs.
    """
    focus = [each for each in recent if each.kind is Phase.FOCUS and _stands(each)]
    asked = [_away(each) for each in focus if each.gap_ms]
    if running is not None and running.gap_ms:
        asked.append(_away(running))
    if running is not None and marks and tangent.asks(marks):
        asked.append(Card(Asks.DEEP, running))
    resting = running is None or running.phase is not Phase.FOCUS
    if focus and resting and focus[-1].focused is None and _rateable(focus[-1]):
        asked.append(Card(Asks.FOCUSED, focus[-1]))
    if focus and (thoughts := tuple(caught)):
        asked.append(Card(Asks.CAUGHT, focus[-1], thoughts=thoughts))
    asked += [Card(Asks.ELSEWHERE, each) for each in elsewhere]
    return tuple(asked)


def enough_card(day: Day, limit_ms: int) -> tuple[Card, ...]:
    """The day's end, once its limit is reached and until the person has seen it."""
    seen = any(each.kind is MarkKind.ENOUGH for each in day.noted)
    return () if seen or not reached(day.focused_ms, limit_ms) else (Card(Asks.ENOUGH, day),)


def _away(about: Session | Interval) -> Card:
    return Card(
        Asks.AWAY,
        about,
        gap_ms=about.gap_ms,
        creditable_ms=creditable_ms(about.spans, about.limit_ms),
        can_end=can_end_there(about.spans),
        past_end=total(before(about.spans, What.GAP), What.FOCUS) >= about.limit_ms,
    )


def _stands(session: Session) -> bool:
    return session.deleted_at is None and session.outcome is not Outcome.VOID


def _rateable(session: Session) -> bool:
    long_enough = session.focused_ms >= WORTH_ASKING_MS
    return session.outcome is Outcome.DONE or (session.outcome is Outcome.EARLY and long_enough)
