"""The decade put together and written as the store writes it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.years import last_past_year
from focus_tui.store.codec import Codec
from focus_tui.store.codecs import IDEAS, MARKS, SESSIONS
from focus_tui.store.draft import UPDATED
from focus_tui.store.fields import Raw
from focus_tui.store.reflections import ANSWERS, REFLECTIONS
from focus_tui.store.storage import FileStorage
from focus_tui.store.text import Tables
from tests.decade.days import DAYS, HOME, plans
from tests.decade.intervals import DayOfWork, Lived
from tests.decade.plans import Goal, goal_on, goals, ideas, instant_of, reflections

T = TypeVar("T")

SESSIONS_OF_FOCUS, IDEAS_CAUGHT, WEEKS, GOALS = 40_000, 5_000, 520, 200


@dataclass(frozen=True, slots=True)
class Decade:
    """What `write` wrote: the data file's tables, and the archives' by year."""

    current: Tables
    past: dict[int, Tables] = field(default_factory=dict)

    def all(self, table: str) -> list[Raw]:
        """The documents of a table in all files."""
        return [
            raw
            for tables in (*self.past.values(), self.current)
            for raw in tables.get(table, {}).values()
        ]


def live(seed: int, until: date, every: int = 1) -> Decade:
    """Ten years up to a day; with `every` only each so-many-th week, and as much less of all.

    The same for the same arguments. Every value has passed through its codec.
    """
    # One stream of chance for each part, so that a change of one leaves the others as they are.
    of = {part: Random(f"{seed} {part}") for part in ("days", "work", "goals", "ideas", "weeks")}
    device = of["days"].randbytes(16).hex()
    begins = Calendar().begins(str(until - timedelta(DAYS)), HOME)
    ends = Calendar().begins(str(until), HOME)
    aims = goals(of["goals"], begins, ends, GOALS // every)
    lived = _days(of, until, SESSIONS_OF_FOCUS // every, every, aims)
    closed = [each.session for each in lived]
    decade = _files(lived, last_past_year(str(until)), device)
    caught = ideas(of["ideas"], begins, ends, closed, IDEAS_CAUGHT // every)
    current = decade.current
    current["ideas"] = {
        each.id: _document(IDEAS, each.id, each, each.captured_at, each.deleted_at, device)
        for each in caught
    }
    current["goals"] = {
        each.id: _stamped(each.fields, instant_of(each.from_ms), device) for each in aims
    }
    monday = until - timedelta(until.weekday())
    reviewed = [*reflections(of["weeks"], monday, WEEKS // every, closed, every)]
    current["reflections"] = {
        each.id: _document(REFLECTIONS, each.id, each, each.begun_at, each.finished_at, device)
        for each, _ in reviewed
    }
    current["answers"] = {
        answer.id: _document(ANSWERS, answer.id, answer, each.begun_at, None, device)
        for each, said in reviewed
        for answer in said
    }
    return decade


def _days(
    of: dict[str, Random], until: date, sessions: int, every: int, aims: Sequence[Goal]
) -> list[Lived]:
    lived: list[Lived] = []
    for plan in plans(of["days"], until, sessions, every):
        noon = Calendar().begins(str(plan.on), plan.zone)
        lived += DayOfWork(of["work"], plan, goal_on(of["work"], aims, noon))
    return lived


def _files(lived: Sequence[Lived], past_until: int, device: str) -> Decade:
    decade = Decade({"sessions": {}, "marks": {}})
    for session, marks in lived:
        year = int(session.started.on[:4])
        tables = decade.current
        if year <= past_until:
            tables = decade.past.setdefault(year, {"sessions": {}, "marks": {}})
        end = session.ended_at_ms
        changed = session.deleted_at or (end + 60_000 if session.focused else end)
        tables["sessions"][session.id] = _document(
            SESSIONS, session.id, session, end, changed, device
        )
        for mark in marks:
            tables["marks"][mark.id] = _document(
                MARKS, mark.id, mark, mark.at_ms, mark.deleted_at, device
            )
    return decade


def _document(
    codec: Codec[T], id: str, value: T, made: int, changed: int | None, device: str
) -> Raw:
    fields = codec.encode(id, value)
    return _stamped(fields, instant_of(made), device, instant_of(changed or made))


def _stamped(fields: Raw, made: str, device: str, changed: str | None = None) -> Raw:
    return {**fields, "created_at": made, "device": device, UPDATED: changed or made}


def write(decade: Decade, data_file: Path) -> list[Path]:
    """Write the data file and its archives into a folder that has none yet; returns their paths.

    Raises FileExistsError, and writes nothing, where one of them is there.
    """
    folder = data_file.parent
    archives = {folder / f"sessions-{year}.json": past for year, past in decade.past.items()}
    files = {**archives, data_file: decade.current}
    for path in files:
        if path.exists():
            raise FileExistsError(f"{path} is there already: name a file in an empty folder.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path, tables in files.items():
        storage = FileStorage(path, lambda: None)
        storage.refresh()
        storage.begin()
        storage.write({**storage.kept, **tables})
        storage.flush()
    return list(files)
