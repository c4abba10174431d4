"""The record as it is looked back on: any range of days, from whichever file they lie in."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from focus_tui.domain.durations import MINUTE_MS
from focus_tui.domain.editing import overlapping
from focus_tui.domain.goal import Goal
from focus_tui.domain.inputs import minute_of_day
from focus_tui.domain.ledger import Ledger, ledger
from focus_tui.domain.logquery import Around, LogQuery, matches
from focus_tui.domain.logrange import LAST, Range, Reach
from focus_tui.domain.mark import Mark
from focus_tui.domain.session import Outcome, Phase, Session
from focus_tui.services.desk import Desk
from focus_tui.services.pastyears import PastYears, Signs, signs
from focus_tui.services.recent import marks_on

FEW_DAYS = 40
"""So many days are sought by their names; more of them are gone through."""


class LogDay(NamedTuple):
    """One local day: what is shown of it, and the sums of what counts there."""

    on: str
    sessions: tuple[Session, ...]
    """The latest first."""

    @property
    def done(self) -> int:
        """How many of them count."""
        return sum(each.counts for each in self.sessions)

    @property
    def focused_ms(self) -> int:
        """Time worked in them; what is void adds nothing."""
        return sum(
            each.focused_ms
            for each in self.sessions
            if each.kind is Phase.FOCUS and each.outcome is not Outcome.VOID
        )


class Seen(NamedTuple):
    """What a look at the record shows."""

    days: tuple[LogDay, ...]
    """The latest first; none is empty."""
    overlaps: dict[str, tuple[Session, ...]]
    """By id of each session: those at the same time."""

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All that is shown, the latest first."""
        return tuple(each for day in self.days for each in day.sessions)


class DayAccount(NamedTuple):
    """What each moment of a day was."""

    midnight_ms: int
    """When its date began, in UTC milliseconds, by the clocks on the wall at its first interval."""
    ledger: Ledger


class Log:
    """Reads the years that a range touches alone, each archive once while it is the same."""

    def __init__(self, desk: Desk, limit_ms: Callable[[], int]) -> None:
        """`limit_ms` says how much focus a day is to hold at most, 0 without a limit."""
        self._desk = desk
        self._limit_ms = limit_ms
        self._past = PastYears[Session](desk, lambda year: year.sessions.all())
        self._past_marks = PastYears[Mark](desk, lambda year: year.marks.all())
        self._last: tuple[object, ...] = ()
        self._found: tuple[Session, ...] = ()
        self._overlapping: tuple[object, dict[str, tuple[Session, ...]]] = (None, {})
        self._known: tuple[object, ...] = ()
        self._surroundings: Around | None = None

    def range(self, reach: Reach, on: str) -> Range:
        """The range of that reach that holds a local day."""
        return Range.of(reach, on, self.first_weekday(on))

    def first_weekday(self, on: str) -> int:
        """On which day weeks begin, as it holds on a local day; Monday is 1."""
        return self._desk.calendar(self._desk.db.read()).rule(on).first_weekday

    def signs(self, over: Range) -> Signs:
        """What changes when an archive does that a range touches."""
        return signs(self._desk, over)

    def ready(self, over: Range) -> bool:
        """Whether a range can be shown at once: past years must be read, once."""
        return not self._past.missing(self.signs(over))

    def prepare(self, over: Range) -> Iterator[tuple[int, int]]:
        """Read the past years that a range needs, one at each step: how many of how many."""
        return self._past.prepare(self.signs(over))

    def look(
        self, over: Range, query: LogQuery, *, breaks: bool = False, goal_id: str | None = None
    ) -> Seen:
        """What a range of days holds of what is asked for; of one goal alone where one is named."""
        sessions = self.sessions(over)
        if self._overlapping[0] is not sessions:
            self._overlapping = sessions, overlapping(sessions)
        around = None if query.empty else self._around(over)
        breaks = breaks or query.asks_breaks
        shown: dict[str, list[Session]] = {}
        for each in sessions:
            if (each.kind.is_break and not breaks) or (goal_id and each.goal_id != goal_id):
                continue
            if around is None or matches(query, each, around):
                shown.setdefault(each.started.on, []).append(each)
        days = [LogDay(on, tuple(shown[on])) for on in sorted(shown, reverse=True)]
        return Seen(tuple(days), self._overlapping[1])

    def _around(self, over: Range) -> Around:
        """What is known of the sessions of the last look: kept while more is being typed."""
        from focus_tui.services.surroundings import Surroundings  # no start waits for it

        known = (self._desk.db.read(), self._found, self._limit_ms())
        if self._surroundings is None or self._known != known:
            view, sessions, limit_ms = self._known = known
            overlaps = self._overlapping[1]
            self._surroundings = Surroundings(
                view, sessions, overlaps, lambda: self._marks(over), limit_ms
            )
        return self._surroundings

    def sessions(self, over: Range) -> tuple[Session, ...]:
        """Every closed interval of a range that is not deleted, breaks too, the latest first."""
        past = signs(self._desk, over)
        asked = (self._desk.db.read(), over.first_on, over.last_on, past)
        if asked != self._last:
            found = {each.id: each for each in self._past.of(past)}
            found |= {each.id: each for each in self._here(over)}
            self._found = tuple(
                sorted(
                    (each for each in found.values() if _shown(each, over)),
                    key=lambda each: (each.started.on, each.started.at_ms, each.id),
                    reverse=True,
                )
            )
            self._last = asked
        return self._found

    def _here(self, over: Range) -> Iterable[Session]:
        """What the data file holds that may lie in a range."""
        sessions = self._desk.db.read().sessions
        if over.last_on != LAST and len(days := _days(over)) <= FEW_DAYS:
            return sessions.among("on", days)
        return sessions.all()

    def _marks(self, over: Range) -> Iterable[Mark]:
        """Every mark that may be of its days."""
        found = {each.id: each for each in self._past_marks.of(signs(self._desk, over))}
        return (found | self._desk.db.read().marks.by_id()).values()

    def accounts(self, over: Range) -> dict[str, DayAccount]:
        """The account of each day that holds an interval, from its first to the end of its last."""
        days: dict[str, list[Session]] = {}
        for each in self.sessions(over):
            days.setdefault(each.started.on, []).insert(0, each)
        return {on: _account(sessions) for on, sessions in days.items()}

    def again(self, seen: Iterable[Session]) -> tuple[Session, ...]:
        """Sessions that were seen, as they are now; without those that are gone."""
        view, found = self._desk.db.read(), list[Session | None]()
        for each in seen:
            on, session = each.started.on, view.sessions.get(each.id)
            found.append(session or self._desk.session(each.id, on))
        return tuple(each for each in found if each is not None and each.deleted_at is None)

    def holds_any(self) -> bool:
        """Whether anything was ever done."""
        return bool(self._desk.db.archives()) or bool(self._desk.db.read().sessions.newest(1))

    def marks(self, session: Session) -> tuple[Mark, ...]:
        """The marks of a session, in order of time."""
        view = self._desk.db.read()
        if view.sessions.get(session.id) is not None:
            return marks_on(view, {session.id})
        return marks_on(self._desk.db.year(int(session.started.on[:4])), {session.id})

    def goal(self, session: Session) -> Goal | None:
        """What it was for."""
        return self._desk.db.read().goals.get(session.goal_id) if session.goal_id else None

    def trash(self) -> tuple[Session, ...]:
        """What was deleted and lies in the data file, the latest deleted first."""
        found = self._desk.db.read().sessions.having("deleted_at")
        return tuple(sorted(found, key=lambda each: each.deleted_at or 0, reverse=True))


def _account(sessions: list[Session]) -> DayAccount:
    first = sessions[0].started
    begins = first.at_ms
    midnight = begins - minute_of_day(first) * MINUTE_MS - first.at_ms % MINUTE_MS
    return DayAccount(midnight, ledger(sessions, begins, begins))


def _shown(session: Session, over: Range) -> bool:
    return session.deleted_at is None and over.holds(session.started.on)


def _days(over: Range) -> list[str]:
    from datetime import date, timedelta

    first, last = date.fromisoformat(over.first_on), date.fromisoformat(over.last_on)
    return [str(first + timedelta(number)) for number in range((last - first).days + 1)]
