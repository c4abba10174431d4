"""What is known of sessions besides themselves: what they were for, what came, their days."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import NamedTuple

from focus_tui.domain.balance import area_of
from focus_tui.domain.dayfacts import DayRecord, by_day, energy_said
from focus_tui.domain.logquery import Around
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
    """Of the sessions of whole days; without marks nothing is said that only these can tell."""

    def __init__(
        self,
        view: View,
        sessions: Collection[Session],
        marks: Iterable[Mark],
        overlaps: Collection[str],
        limit_ms: int,
    ) -> None:
        self._goals = view.goals.by_id()
        self._ideas = view.ideas
        self._titles = {id: each.title.casefold() for id, each in self._goals.items()}
        self._overlaps = overlaps
        focus = Counter[str]()
        for each in sessions:
            if each.kind is Phase.FOCUS and each.outcome is not Outcome.VOID:
                focus[each.started.on] += each.focused_ms
        self._past_limit = {on for on, ms in focus.items() if limit_ms and ms > limit_ms}
        told = tuple(marks)
        self._days = {on: _day(day) for on, day in by_day(sessions, told).items()} if told else {}

    def of(self, session: Session) -> Around:
        """Of one of them."""
        day = self._days.get(session.started.on, _NOTHING)
        return Around(
            goal=self._titles.get(session.goal_id or "", ""),
            area=area_of(session.goal_id, session.idea_id, self._goals.get, self._ideas.get),
            came=day.came.get(session.id, ""),
            energy=day.energy,
            overlaps=session.id in self._overlaps,
            beyond=session.id in day.beyond,
            past_limit=session.started.on in self._past_limit,
        )


def _day(record: DayRecord) -> _Day:
    came: dict[str, list[str]] = {}
    for each in record.marks:
        if each.kind in INTERRUPTIONS and each.session_id:
            came.setdefault(each.session_id, []).append(each.text.casefold())
    return _Day(
        energy_said(record.marks),
        {id: "\n".join(texts) for id, texts in came.items()},
        frozenset(e.session_id or "" for e in record.marks if e.kind is MarkKind.BEYOND),
    )
