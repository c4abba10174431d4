"""Past years beside the data file, and acts that change both.

Two files can't be replaced at one moment. So an act's documents for an archive are first written
into the data file, as pending, together with everything else the act changed: from then on the
act is done. Then they are brought into the archive and taken out of the data file, at once or,
if the program dies or the archive can't be written, before the next act. Whoever reads the
archive meanwhile sees them laid over it.
"""

import re
from collections.abc import Callable
from pathlib import Path

from focus_tui.domain.errors import BadInput, DataUnusable
from focus_tui.store.draft import UPDATED
from focus_tui.store.fields import Raw
from focus_tui.store.storage import FileStorage
from focus_tui.store.tables import Workspace
from focus_tui.store.text import META, Tables

PENDING = "pending"
TABLES = ("sessions", "marks")

ForYear = dict[str, dict[str, Raw | None]]
"""By table and id: the document that belongs there, or None for none."""
Pending = dict[str, ForYear]
"""The same, by year."""


class Archives:
    """The archives of one data file, each opened when it is needed."""

    def __init__(self, main: FileStorage, folder: Path, tell: Callable[[str], None]) -> None:
        self._main = main
        self._folder = folder
        self._tell = tell
        self._files: dict[int, FileStorage] = {}

    def path(self, year: int) -> Path:
        """Where the archive of a year lies."""
        return self._folder / f"sessions-{year:04d}.json"

    def workspace(self, year: int) -> Workspace:
        """An archive as an act finds it, to be changed; DataUnusable for a newer format."""
        file = self._file(year)
        file.refuse_newer()
        return Workspace(_laid_over(file.kept, self._pending().get(f"{year:04d}", {})))

    def year(self, year: int) -> Tables:
        """The sessions and marks of a year, from its archive and from the data file.

        Where an id stands in both, the later `updated_at` wins.
        """
        tables = _laid_over(self._file(year).kept, self._pending().get(f"{year:04d}", {}))
        sessions, marks = (dict(tables.get(name, {})) for name in TABLES)
        for id, raw in self._main.kept.get("sessions", {}).items():
            if id in sessions or str(raw.get("on")).startswith(f"{year:04d}-"):
                sessions[id] = _later(sessions.get(id), raw)
        for id, raw in self._main.kept.get("marks", {}).items():
            if id in marks or str(raw.get("session_id")) in sessions:
                marks[id] = _later(marks.get(id), raw)
        return {"sessions": sessions, "marks": marks}

    def propose(self, year: int, tables: ForYear) -> None:
        """Inside an act on the data file: note documents as pending for an archive."""
        pending = self._pending()
        before = pending.get(f"{year:04d}", {})
        merged = {name: {**before.get(name, {}), **table} for name, table in tables.items()}
        after = {**pending, f"{year:04d}": {**before, **merged}}
        self._main.writable(META)[PENDING] = after

    def complete(self) -> None:
        """Bring what is pending into the archives; the caller holds the lock.

        What can't be brought there now stays pending, and is told.
        """
        if not (pending := self._pending()):
            return
        self._main.begin()
        try:
            for year, tables in pending.items():
                file = self._file(int(year))
                file.begin()
                file.write(_laid_over(file.kept, tables))
                file.flush()
            del self._main.writable(META)[PENDING]
            self._main.flush()
        except DataUnusable as error:
            self._tell(f"{error} What belongs there is kept in {self._main.path} meanwhile.")
        finally:
            self._main.end()

    def _file(self, year: int) -> FileStorage:
        if not 1 <= year <= 9999:
            raise BadInput(f"There is no year {year}.")
        file = self._files.get(year)
        if file is None:
            file = self._files[year] = FileStorage(self.path(year), lambda _: False)
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
