"""The writing side: what an act may do to the data while it has them for itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from focus_tui.domain.calendar import CalendarRule
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.dayoff import DaysOff
from focus_tui.domain.errors import Refused
from focus_tui.domain.goal import Goal
from focus_tui.domain.idea import Idea
from focus_tui.domain.interval import Interval
from focus_tui.domain.lineup import Next
from focus_tui.domain.mark import Mark
from focus_tui.domain.reading import Reading
from focus_tui.domain.reflection import Answer, LearnedCard, Reflection
from focus_tui.domain.session import Session
from focus_tui.store.archives import TABLES, Archives, ForYear
from focus_tui.store.codec import Codec
from focus_tui.store.codecs import CALENDAR, IDEAS, MARKS, SESSIONS, TIMER
from focus_tui.store.draft import Draft
from focus_tui.store.fields import Raw
from focus_tui.store.journal import Act, Change
from focus_tui.store.plans import COMMITMENTS, DAYSOFF, GOALS, LINEUP
from focus_tui.store.reflections import ANSWERS, LEARNED, REFLECTIONS
from focus_tui.store.views import Decoded, Reader, Records, Timers, View


class Identified(Protocol):
    """A value that knows the id of its document."""

    @property
    def id(self) -> str:
        """The id."""
        ...


T = TypeVar("T", bound=Identified)


class Writer(Reader[T]):
    """Reads and changes one table."""

    def __init__(
        self, codec: Codec[T], draft: Draft, path: Path, decoded: Decoded | None = None
    ) -> None:
        super().__init__(codec, draft.documents(codec.table), path, decoded)
        self._draft = draft

    def put(self, value: T) -> None:
        """Keep a value under its id: a new document, or its fields over those that are there.

        Fields that the program does not know stay. BadInput for what a file can't hold.
        """
        self._draft.put(self._codec.table, value.id, self._codec.encode(value.id, value))

    def remove(self, id: str) -> None:
        """Take a document out of the file. What a person deletes gets `deleted_at` instead."""
        self._draft.remove(self._codec.table, id)


class WritableTimers(Timers):
    """Reads all running intervals and changes this device's."""

    def __init__(self, draft: Draft, path: Path) -> None:
        super().__init__(draft.documents(TIMER.table), path)
        self._draft = draft

    def put(self, interval: Interval) -> None:
        """Keep what runs on this device."""
        device = self._draft.device
        self._draft.put(TIMER.table, device, TIMER.encode(device, interval))

    def clear(self, device: str | None = None) -> None:
        """Nothing runs on this device, or on another one, any more."""
        self._draft.remove(TIMER.table, device or self._draft.device)


class Archive(Records):
    """A past year's own file inside an act."""

    sessions: Writer[Session]
    marks: Writer[Mark]

    def __init__(self, draft: Draft, path: Path) -> None:
        super().__init__(draft.tin, path)
        self.sessions = Writer(SESSIONS, draft, path)
        self.marks = Writer(MARKS, draft, path)


class Transaction(View):
    """The data as this act has made them so far."""

    sessions: Writer[Session]
    marks: Writer[Mark]
    ideas: Writer[Idea]
    calendar: Writer[CalendarRule]
    goals: Writer[Goal]
    commitments: Writer[Commitment]
    lineup: Writer[Next]
    daysoff: Writer[DaysOff]
    reflections: Writer[Reflection]
    answers: Writer[Answer]
    learned: Writer[LearnedCard]
    timer: WritableTimers

    def __init__(
        self,
        draft: Draft,
        path: Path,
        *,
        reading: Reading,
        new_id: Callable[[], str],
        archives: Archives,
        decoded: Decoded,
    ) -> None:
        super().__init__(draft.tin, path, decoded)
        self.reading = reading
        """The clocks when the act began."""
        self.label = ""
        """The act's name; the body may say a better one once it has seen the state."""
        self.new_id = new_id
        """Gives a new id: each sorts after the one before."""
        self.sessions = Writer(SESSIONS, draft, path, decoded)
        self.marks = Writer(MARKS, draft, path, decoded)
        self.ideas = Writer(IDEAS, draft, path, decoded)
        self.calendar = Writer(CALENDAR, draft, path, decoded)
        self.goals = Writer(GOALS, draft, path, decoded)
        self.commitments = Writer(COMMITMENTS, draft, path, decoded)
        self.lineup = Writer(LINEUP, draft, path, decoded)
        self.daysoff = Writer(DAYSOFF, draft, path, decoded)
        self.reflections = Writer(REFLECTIONS, draft, path, decoded)
        self.answers = Writer(ANSWERS, draft, path, decoded)
        self.learned = Writer(LEARNED, draft, path, decoded)
        self.timer = WritableTimers(draft, path)
        self._draft = draft
        self._archives = archives
        self._past: dict[int, Draft] = {}

    def chance(self) -> int:
        """A number to pick one of the ranks that would do, so that two devices seldom pick one."""
        return int(self.new_id()[-12:], 16)

    def archive(self, year: int) -> Archive:
        """The archive of a past year, to be read and changed in the same act."""
        return Archive(self._in(year), self._archives.path(year))

    def take_out(self, year: int, session_id: str) -> None:
        """Bring a session and its marks from a past year's archive into this file, as they are."""
        past = self._in(year)
        marks = past.documents("marks").ids_where({"session_id": session_id})
        for table, id in (("sessions", session_id), *(("marks", each) for each in marks)):
            if (raw := past.documents(table).document(id)) is not None:
                self._draft.take(table, id, raw)
                past.remove(table, id)

    def _in(self, year: int | None) -> Draft:
        if year is None:
            return self._draft
        draft = self._past.get(year)
        if draft is None:
            draft = self._past[year] = Draft(
                self._archives.workspace(year),
                now_ms=self.reading.wall_ms,
                device=self._draft.device,
                year=year,
            )
        return draft

    def _where(self, change: Change, found: Raw | None) -> Draft:
        """The file in which the document of a change, which should be `found`, lies now.

        Since the act its year may have become past, or the clock was ahead and has come back.
        """
        named = self._in(change.year)
        if found is None or change.table not in TABLES or named.has(change.table, change.id):
            return named
        if self._draft.has(change.table, change.id):
            return self._draft
        year = self._archives.year_of(change.table, change.id)
        return named if year is None else self._in(year)

    def changes(self) -> tuple[Change, ...]:
        """What the act has changed so far, in all files."""
        drafts = (self._draft, *self._past.values())
        return tuple(change for draft in drafts for change in draft.changes())

    def propose(self, changes: tuple[Change, ...]) -> None:
        """Note what belongs into archives as pending, so that one write does the whole act."""
        for year, draft in self._past.items():
            tables: ForYear = {}
            for change in changes:
                if change.year == year:
                    document = draft.documents(change.table).document(change.id)
                    tables.setdefault(change.table, {})[change.id] = document
            if tables:
                self._archives.propose(year, tables)

    def turn(self, act: Act, *, back: bool) -> None:
        """Take an act back, or do it again; all of it except this device's clock.

        Refused when a field is not any more as the act, or its undoing, left it.
        """
        changes = [
            (
                self._where(each, each.after if back else each.before),
                each,
                *((each.after, each.before) if back else (each.before, each.after)),
            )
            for each in act.changes
            if (each.table, each.id) != (TIMER.table, self._draft.device)
        ]
        if not all(draft.holds(change, found, wanted) for draft, change, found, wanted in changes):
            raise Refused(
                f"Not {'undone' if back else 'done again'}: {act.label}; "
                "what it changed was changed since."
            )
        for draft, change, found, wanted in changes:
            draft.set_back(change, found, wanted)
