"""The documents of a week, from whichever files its days lie in; never a whole year decoded."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from focus_tui.domain.commitment import Commitment
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.inputs import Worked, summed, worked_in
from focus_tui.domain.lived import Lived
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Session
from focus_tui.domain.week import Week
from focus_tui.services.desk import Desk
from focus_tui.services.worked import WorkedDays
from focus_tui.store.fields import instant
from focus_tui.store.files import Signature, signature_of
from focus_tui.store.views import Records, View

LOOKED_AT = 24
"""So many of a goal's sessions that were added last are looked at before all years are."""

Signs = tuple[tuple[int, Signature | None], ...]
"""Years that have an archive, and what changes when it does."""


class Held(NamedTuple):
    """What some days hold: sessions, breaks and what was marked on them, deleted ones too."""

    sessions: tuple[Session, ...]
    marks: tuple[Mark, ...]


class WeekRecords:
    """Reads the files that a week touches; each archive once for as long as it is the same."""

    def __init__(self, desk: Desk, worked: WorkedDays) -> None:
        self._desk = desk
        self._worked = worked
        self._years: dict[int, tuple[object, Records]] = {}
        self._firsts: tuple[object, dict[str, str]] = (None, {})

    def signs(self, days: Collection[str]) -> Signs:
        """The archives that hold some of the days, as they are now."""
        years = {int(on[:4]) for on in days}
        archives = self._desk.db.archives()
        return tuple((year, signature_of(archives[year])) for year in sorted(years & {*archives}))

    def lived(self, week: Week, limit_ms: int) -> Lived:
        """All that evidence of a week is made of."""
        view = self._desk.db.read()
        held = self.held(week.days)
        counts = view.marks.among("kind", [MarkKind.MORE.value])
        ideas = self._ideas(view, week, held.sessions)
        commitments = view.commitments.all()
        return Lived(
            self._desk.calendar(view),
            self._desk.zone,
            sessions=held.sessions,
            marks=(*held.marks, *counts),
            goals=view.goals.all(),
            commitments=commitments,
            ideas=ideas,
            earlier=self._earlier(commitments, week),
            known=frozenset(self._known(view, week, held.sessions, ideas)),
            limit_ms=limit_ms,
        )

    def held(self, days: Collection[str]) -> Held:
        """What was done on some days."""
        sessions: dict[str, Session] = {}
        marks: dict[str, Mark] = {}
        for records, own in self._files(days):
            here = records.sessions.among("on", own)
            found = (
                *records.marks.among("session_id", {each.id for each in here}),
                *records.marks.among("on", own),
            )
            sessions |= {each.id: each for each in here}
            marks |= {each.id: each for each in found}
        return Held(tuple(sessions.values()), tuple(marks.values()))

    def _files(self, days: Collection[str]) -> Iterator[tuple[Records, list[str]]]:
        """Where the days lie, each with those that lie there."""
        signs = dict(self.signs(days))
        here = [on for on in days if int(on[:4]) not in signs]
        if here:
            yield self._desk.db.read(), here
        for year, sign in signs.items():
            yield self._year(year, sign), [on for on in days if int(on[:4]) == year]

    def _year(self, year: int, sign: Signature | None) -> Records:
        asked = self._desk.db.read(), sign
        if year not in self._years or self._years[year][0] != asked:
            self._years[year] = asked, self._desk.db.year(year)
        return self._years[year][1]

    def _earlier(self, commitments: Iterable[Commitment], week: Week) -> tuple[Worked, ...]:
        """What was worked before the week in the time of promises that hold in it too."""
        begun = [
            each.first_on
            for each in commitments
            if each.first_on < week.first_on and each.holds(week.first_on)
        ]
        if not begun:
            return ()
        sessions = self.held(_days(min(begun), week.first_on)).sessions
        return summed(row for each in sessions if (row := worked_in(each)))

    def _ideas(self, view: View, week: Week, sessions: Iterable[Session]) -> tuple[Idea, ...]:
        """Those that were captured or moved in the months of the week, and those worked on."""
        calendar, zone = self._desk.calendar(view), self._desk.zone
        ends = calendar.begins(week.first_on, zone), calendar.ends(week.last_on, zone)
        months = {instant("week", at_ms)[:7] for at_ms in ends}
        found = {
            idea.id: idea
            for field in ("captured_at", "state_at")
            for month in months
            for idea in view.ideas.having(field, f'"{month}')
        }
        worked_on = (view.ideas.get(each.idea_id) for each in sessions if each.idea_id)
        return tuple((found | {idea.id: idea for idea in worked_on if idea}).values())

    # What was worked on before.

    def _known(
        self, view: View, week: Week, sessions: Iterable[Session], ideas: Iterable[Idea]
    ) -> Iterator[str]:
        """Of the goals and ideas of the week's sessions those that were worked on before it."""
        for id in dict.fromkeys(each.goal_id for each in sessions if each.goal_id):
            last = view.sessions.last("goal_id", id, LOOKED_AT)
            lately = any(_worked_before(each, week) for each in last)
            if lately or self._first_on(id) < week.first_on:
                yield id
        asked = {each.idea_id for each in sessions if each.idea_id}
        begins = self._desk.calendar(view).begins(week.first_on, self._desk.zone)
        worked_on = [each for each in ideas if each.id in asked]
        goes_on = {each.id for each in worked_on if _goes_on_since(each, begins)}
        yield from goes_on
        yield from self._ideas_before(week, [e for e in worked_on if e.id not in goes_on])

    def _first_on(self, goal_id: str) -> str:
        """The first local day on which a goal was worked on; after all days where none was."""
        rows = self._worked.all()
        if self._firsts[0] is not rows:
            firsts: dict[str, str] = {}
            for row in rows:
                if row.goal_id and row.focused_ms:
                    firsts[row.goal_id] = min(row.on, firsts.get(row.goal_id, row.on))
            self._firsts = rows, firsts
        return self._firsts[1].get(goal_id, "~")

    def _ideas_before(self, week: Week, ideas: Collection[Idea]) -> Iterator[str]:
        """Those that were worked on before; no year is read in which none was captured yet."""
        if not ideas:
            return
        ids = {each.id for each in ideas}
        first = min(instant("capture", each.captured_at) for each in ideas)
        years = range(int(first[:4]), int(week.first_on[:4]) + 1)
        signs = self.signs([f"{year:04d}-01-01" for year in years])
        for records in (self._desk.db.read(), *(self._year(*each) for each in signs)):
            for each in records.sessions.among("idea_id", ids):
                if each.idea_id and _worked_before(each, week):
                    yield each.idea_id


def _goes_on_since(idea: Idea, at_ms: int) -> bool:
    """Whether a session before that instant has started it: then no past year is to be read."""
    return idea.state is IdeaState.STARTED and idea.state_at is not None and idea.state_at < at_ms


def _worked_before(session: Session, week: Week) -> bool:
    row = worked_in(session)
    return row is not None and row.focused_ms > 0 and row.on < week.first_on


def _days(first_on: str, before: str) -> list[str]:
    """The local days from a first one on, up to another that is not among them."""
    first = date.fromisoformat(first_on)
    count = (date.fromisoformat(before) - first).days
    return [str(first + timedelta(number)) for number in range(count)]
