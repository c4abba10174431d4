"""What is known of sessions besides themselves: what they were for, what came, their days."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from typing import NamedTuple

from focus_tui.domain.balance import area_of
from focus_tui.domain.dayfacts import DayRecord, by_day, energy_said
from focus_tui.domain.goal import Area
from focus_tui.domain.mark import INTERRUPTIONS, Mark, MarkKind
from focus_tui.domain.session import Outcome, Phase, Session
from focus_tui.store.views import View


class _Day(NamedTuple):
    energy: int | None
    came: dict[str, str]
    """By session, case-folded."""
    beyond: frozenset[str]


_NOTHING = _Day(None, {}, frozenset())


class Surroundings:
    """Of the sessions of whole days; each thing is read off the data once it is asked for."""

    def __init__(
        self,
        view: View,
        sessions: Collection[Session],
        overlaps: Collection[str],
        marks: Callable[[], Iterable[Mark]],
        limit_ms: int,
    ) -> None:
        self._view = view
        self._sessions = sessions
        self._overlaps = overlaps
        self._marks = marks
        self._limit_ms = limit_ms
        self._titles = {each.id: each.title.casefold() for each in view.goals.all()}

    def goal(self, session: Session) -> str:
        """The title of its goal, case-folded; empty without one."""
        return self._titles.get(session.goal_id or "", "")

    def area(self, session: Session) -> Area | None:
        """What it counts for; None for nothing."""
        return area_of(session.goal_id, session.idea_id, self._view.goals.get, self._view.ideas.get)

    def came(self, session: Session) -> str:
        """What was noted with its interruptions, case-folded, a line each."""
        return self._day(session).came.get(session.id, "")

    def energy(self, session: Session) -> int | None:
        """The last answer of its day, from 1 to 5; None where there is none."""
        return self._day(session).energy

    def overlaps(self, session: Session) -> bool:
        """Whether it is at the time of another."""
        return session.id in self._overlaps

    def beyond(self, session: Session) -> bool:
        """Whether it was begun past the day's limit."""
        return session.id in self._day(session).beyond

    def past_limit(self, session: Session) -> bool:
        """Whether its day holds more focus than the limit, as it is now."""
        return bool(self._limit_ms) and self._focus[session.started.on] > self._limit_ms

    @cached_property
    def _focus(self) -> Counter[str]:
        """By local day, in milliseconds."""
        held = Counter[str]()
        for each in self._sessions:
            if each.kind is Phase.FOCUS and each.outcome is not Outcome.VOID:
                held[each.started.on] += each.focused_ms
        return held

    def _day(self, session: Session) -> _Day:
        return self._days.get(session.started.on, _NOTHING)

    @cached_property
    def _days(self) -> dict[str, _Day]:
        days = by_day(self._sessions, self._marks())
        return {on: _marked(day) for on, day in days.items()}


def _marked(record: DayRecord) -> _Day:
    came: dict[str, list[str]] = {}
    for each in record.marks:
        if each.kind in INTERRUPTIONS and each.session_id:
            came.setdefault(each.session_id, []).append(each.text.casefold())
    return _Day(
        energy_said(record.marks),
        {id: "\n".join(texts) for id, texts in came.items()},
        frozenset(e.session_id or "" for e in record.marks if e.kind is MarkKind.BEYOND),
    )
