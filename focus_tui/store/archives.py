"""Past years beside the data file, and acts that change both.

Two files can't be replaced at one moment. So an act's documents for an archive are first written
into the data file, as pending, together with everything else the act changed: from then on the
act is done. Then they are brought into the archive and taken out of the data file, at once or,
if the program dies or the archive can't be written, before the next act. Whoever reads the
archive meanwhile sees them laid over it. A year that becomes past moves in the same way.
"""

import re
from collections.abc import Callable
from pathlib import Path

from focus_tui.domain.errors import BadInput, DataUnusable
from focus_tui.store.draft import UPDATED
from focus_tui.store.fields import Raw
from focus_tui.store.lines import lined
from focus_tui.store.storage import FileStorage
from focus_tui.store.tables import Workspace
from focus_tui.store.text import META, Tables

PENDING = "pending"
TABLES = ("sessions", "marks")
_DAY = re.compile(r"(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}")

ForYear = dict[str, dict[str, Raw | None]]
"""By table and id: the document that belongs there, or None for none."""
Pending = dict[str, ForYear]
"""The same, by year."""


class Archives:
    """The archives of one data file, each opened when it is needed."""

    def __init__(
        self,
        main: FileStorage,
        folder: Path,
        tell: Callable[[str], None],
        back_up: Callable[[Path], Callable[[], bool]],
    ) -> None:
        """`back_up` is called with an archive that is about to be written anew.

        What it gives back is as in `storage.BeforeWrite`.
        """
        self._main = main
        self._folder = folder
        self._tell = tell
        self._back_up = back_up
        self._files: dict[int, FileStorage] = {}

    def path(self, year: int) -> Path:
        """Where the archive of a year lies."""
        return self._folder / f"sessions-{year:04d}.json"

    def years(self) -> tuple[int, ...]:
        """The years that have an archive, or will have one, the newest first."""
        there = (file.stem[-4:] for file in self._folder.glob("sessions-[0-9][0-9][0-9][0-9].json"))
        return tuple(sorted({int(year) for year in (*there, *self._pending())} - {0}, reverse=True))

    def unfinished(self) -> frozenset[int]:
        """The years of which something is pending."""
        return frozenset(map(int, self._pending()))

    def year_of(self, table: str, id: str) -> int | None:
        """The year in whose archive a document lies."""
        for year in self.years():
            if id in self._tables(year).get(table, {}):
                return year
        return None

    def lies_there(self, table: str, id: str) -> bool:
        """Whether an archive holds a document; one that can't be read holds none."""
        try:
            return table in TABLES and self.year_of(table, id) is not None
        except DataUnusable:
            return False

    def workspace(self, year: int) -> Workspace:
        """An archive as an act finds it, to be changed; DataUnusable for a newer format."""
        self._file(year).refuse_newer()
        return Workspace(self._tables(year))

    def year(self, year: int) -> Tables:
        """The sessions and marks of a year, from its archive and from the data file.

        Where an id stands in both, the later `updated_at` wins.
        """
        tables = self._tables(year)
        sessions, marks = (dict(tables.get(name, {})) for name in TABLES)
        for id, raw in self._main.kept.get("sessions", {}).items():
            if id in sessions or str(raw.get("on")).startswith(f"{year:04d}-"):
                sessions[id] = _later(sessions.get(id), raw)
        for id, raw in self._main.kept.get("marks", {}).items():
            here = str(raw.get("session_id")) in sessions or _year_on(raw) == year
            if id in marks or here:
                marks[id] = _later(marks.get(id), raw)
        return {"sessions": sessions, "marks": marks}

    def propose(self, year: int, tables: ForYear) -> None:
        """Inside an act on the data file: note documents as pending for an archive."""
        pending = self._pending()
        before = pending.get(f"{year:04d}", {})
        merged = {name: {**before.get(name, {}), **table} for name, table in tables.items()}
        after = {**pending, f"{year:04d}": {**before, **merged}}
        self._main.writable(META)[PENDING] = after

    def complete(self) -> bool:
        """Bring what is pending into the archives; the caller holds the lock.

        What can't be brought there now stays pending, and is told. True when the data file was
        written.
        """
        if not (pending := self._pending()):
            return False
        self._main.begin()
        try:
            left = {
                year: tables for year, tables in pending.items() if not self._took(year, tables)
            }
            if left == pending:
                return False
            if left:
                self._main.writable(META)[PENDING] = left
            else:
                del self._main.writable(META)[PENDING]
            self._main.flush()
            return True
        except DataUnusable as error:
            self._tell_kept(error)
            return False
        finally:
            self._main.end()

    def _took(self, year: str, tables: ForYear) -> bool:
        """Write documents into an archive; False, and told, when it does not take them."""
        try:
            file = self._file(int(year))
            file.begin()
            try:
                file.write(_laid_over(file.kept, tables))
                file.flush()
            finally:
                file.end()
        except DataUnusable as error:
            self._tell_kept(error)
            return False
        return True

    def _tell_kept(self, error: DataUnusable) -> None:
        self._tell(f"{error} What belongs there is kept in {self._main.path} meanwhile.")

    def move(self, past: int, now: int) -> bool:
        """Bring the sessions of the years up to `past`, with their marks, into their archives.

        What lies in the archive of a later year up to `now` comes back: the clock was ahead once.
        A year whose archive can't be changed stays where it is, and is told. True when the data
        file was written. The caller holds the lock and has completed what was pending.
        """
        leaving = _leaving(self._main.kept, past)
        later = [year for year in range(max(past + 1, 1), now + 1) if self.path(year).exists()]
        takes = [year for year in (*leaving, *later) if self._takes(year)]
        moves = {year: leaving.get(year) or _all_out(self._file(year).kept) for year in takes}
        if not any(moves.values()):
            return False
        self._main.begin()
        try:
            for year, tables in moves.items():
                self._move_year(year, tables)
            self._main.flush()
        except DataUnusable:
            return False  # all is where it was; the act that comes says what is wrong, if it is
        finally:
            self._main.end()
        self.complete()
        return True

    def _move_year(self, year: int, tables: ForYear) -> None:
        self.propose(year, tables)
        for name, table in tables.items():
            ours = self._main.writable(name)
            for id, raw in table.items():
                if raw is None:
                    ours[id] = _later(ours.get(id), self._file(year).kept[name][id])
                else:
                    del ours[id]

    def _takes(self, year: int) -> bool:
        """Whether an archive can be changed, as far as can be known before it is written."""
        try:
            self._file(year).refuse_newer()
        except DataUnusable as error:
            self._tell_kept(error)
            return False
        return f"{year:04d}" not in self._pending()  # which was told

    def _tables(self, year: int) -> Tables:
        return _laid_over(self._file(year).kept, self._pending().get(f"{year:04d}", {}))

    def _file(self, year: int) -> FileStorage:
        if not 1 <= year <= 9999:
            raise BadInput(f"There is no year {year}.")
        file = self._files.get(year)
        if file is None:
            path = self.path(year)
            file = self._files[year] = FileStorage(
                path,
                lambda: None,
                lambda old, new: self._back_up(path) if old else lambda: False,
            )
        file.refresh()
        return file

    def _pending(self) -> Pending:
        found = self._main.read()[META].get(PENDING, {})
        if not all(
            re.fullmatch(r"(?!0000)[0-9]{4}", year)
            and isinstance(tables, dict)
            and all(
                name in TABLES
                and isinstance(table, dict)
                and all(raw is None or isinstance(raw, dict) for raw in table.values())
                for name, table in tables.items()
            )
            for year, tables in found.items()
        ):
            raise DataUnusable(
                f"{self._main.path}: what is pending in {META} has not the form of years, tables "
                "and documents. Mend it there, or put a good copy in its place."
            )
        return found


def _leaving(tables: Tables, past: int) -> dict[int, ForYear]:
    """By year: what a data file holds of the years up to that one; one pass finds that nothing is.

    A mark belongs where its session or its day does, and stays when nobody knows that.
    """
    end = f"{past + 1:04d}"
    found: dict[int, ForYear] = {}
    years: dict[str, int] = {}
    sessions = lined(tables.get("sessions", {}))
    for id in sessions.ids_below("on", end):
        on = (raw := sessions[id]).get("on")
        if isinstance(on, str) and on < end and _DAY.fullmatch(on):
            years[id] = int(on[:4])
            found.setdefault(years[id], {"sessions": {}, "marks": {}})["sessions"][id] = raw
    for id, raw in tables.get("marks", {}).items() if years else ():
        year = years.get(str(raw.get("session_id")), _year_on(raw))
        if year in found:
            found[year]["marks"][id] = raw
    return found


def _year_on(mark: Raw) -> int | None:
    """The year of the day that a mark is on; None for one on something else."""
    on = mark.get("on")
    return int(on[:4]) if isinstance(on, str) and _DAY.fullmatch(on) else None


def _all_out(tables: Tables) -> ForYear:
    """All that an archive holds, to be taken out of it."""
    found = {name: dict.fromkeys(tables.get(name, {})) for name in TABLES}
    return {name: table for name, table in found.items() if table}


def _laid_over(tables: Tables, pending: ForYear) -> Tables:
    result = dict(tables)
    for name, proposed in pending.items():
        table = result[name] = dict(result.get(name, {}))
        for id, raw in proposed.items():
            if raw is not None:
                table[id] = _later(table.get(id), raw)
            elif id in table:
                del table[id]
    return result


def _later(one: Raw | None, other: Raw) -> Raw:
    if one is not None and str(one.get(UPDATED)) > str(other.get(UPDATED)):
        return one
    return other
