"""Made-up ranges of made-up histories, looked at as they are, and one document after the other."""

from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

from focus_tui.domain.dayfacts import DayFacts, by_day, facts_of
from focus_tui.domain.dayoff import DaysOff, days_off
from focus_tui.domain.inputs import Worked, worked_in
from focus_tui.domain.insights import Insights
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Phase, Session
from focus_tui.domain.showing import Plans, insights_of
from tests.domain.desk import MINUTE
from tests.domain.histories import History, histories

OFF = days_off([DaysOff("o", "2026-03-25", "2026-03-26"), DaysOff("p", "2026-10-24", "2026-10-24")])
SESSION_MS = 25 * MINUTE
INTERRUPTED = (MarkKind.INTERNAL, MarkKind.EXTERNAL)


class Look(NamedTuple):
    """A range of what was lived, on some day."""

    lived: History
    over: Range
    today: str

    @property
    def facts(self) -> dict[str, DayFacts]:
        days = by_day(self.lived.sessions, self.lived.marks)
        return {on: facts_of(record) for on, record in days.items()}

    def shown(self) -> Insights:
        return insights_of(self.facts, self._plans(), self.over, self.today)

    def _plans(self) -> Plans:
        worked: dict[str, tuple[Worked, ...]] = {}
        for row in filter(None, map(worked_in, self.lived.sessions)):
            worked[row.on] = (*worked.get(row.on, ()), row)
        return Plans(
            self.lived.calendar,
            goals={each.id: each for each in self.lived.goals},
            ideas={each.id: each for each in self.lived.ideas},
            commitments=self.lived.commitments,
            worked=worked,
            off=OFF,
            limit_ms=self.lived.limit_ms,
            session_ms=SESSION_MS,
        )

    # The same, one document after the other.

    @property
    def lasts(self) -> str:
        return min(self.over.last_on, self.today)

    def holds(self, on: str) -> bool:
        return self.over.first_on <= on <= self.lasts

    @property
    def standing(self) -> list[Session]:
        found = [each for each in self.lived.sessions if each.deleted_at is None]
        return sorted(found, key=lambda each: (each.started.at_ms, each.id))

    @property
    def sessions(self) -> list[Session]:
        return [each for each in self.standing if self.holds(each.started.on)]

    @property
    def all_focus(self) -> list[Session]:
        """Of all time."""
        return [e for e in self.standing if e.kind is Phase.FOCUS and e.outcome != "void"]

    @property
    def focus(self) -> list[Session]:
        return [each for each in self.all_focus if self.holds(each.started.on)]

    def marks(self, *kinds: MarkKind) -> list[tuple[Mark, Session]]:
        """In the order of the days, and of time on each."""
        found = [
            (mark, session)
            for session in self.focus
            for mark in self.lived.marks
            if mark.session_id == session.id and mark.kind in kinds and mark.deleted_at is None
        ]
        return sorted(found, key=lambda each: (each[1].started.on, each[0].at_ms, each[0].id))


@st.composite
def looks(draw: st.DrawFn) -> Look:
    lived = draw(histories())
    first = date.fromisoformat(lived.week.first_on)
    around = st.integers(-4, 11).map(lambda number: str(first + timedelta(number)))
    on, today = draw(around), draw(around | st.just("2027-01-02"))
    weekday = lived.calendar.rule(on).first_weekday
    return Look(lived, Range.of(draw(st.sampled_from(Reach)), on, weekday), today)


def energies_on(look: Look, on: str) -> list[Mark]:
    """The answers of a day, in order of time."""
    return sorted(
        (
            each
            for each in look.lived.marks
            if each.kind is MarkKind.ENERGY and each.on == on and each.deleted_at is None
        ),
        key=lambda each: (each.at_ms, each.id),
    )
