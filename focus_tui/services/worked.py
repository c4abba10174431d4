"""What was worked on each day of all years, summed by goal and commitment."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.inputs import Worked, summed, worked_in
from focus_tui.domain.session import Phase, Session
from focus_tui.services.desk import Desk
from focus_tui.store.fields import Raw
from focus_tui.store.files import make_folder, replace_file, signature_of
from focus_tui.store.views import View

FORMAT = 1

Years = dict[str, list[int]]
"""The signature of each year's archive."""


class _Seen(NamedTuple):
    """What there is to sum."""

    view: View
    here: tuple[Session, ...]
    """The sessions of focus in the data file."""
    torn: frozenset[int]
    """Years that stand in both files, as while they move: they are read from both each time."""
    whole: Mapping[int, Path]
    """The other years that have an archive."""


class WorkedDays:
    """Sums over sessions, kept for as long as the data are the same.

    What archives hold is summed once and kept in a file of the state folder, which can be thrown
    away: reading ten years takes most of a second.
    """

    def __init__(self, desk: Desk, kept: Path) -> None:
        self._desk = desk
        self._kept = kept
        self._past: tuple[Years, tuple[Worked, ...]] | None = None
        self._files: _Seen | None = None
        self._one: dict[str, tuple[Session, Worked | None]] = {}
        self._all: tuple[object, bool, tuple[Worked, ...]] | None = None

    def on(self, days: Collection[str]) -> tuple[Worked, ...]:
        """What those local days held, as far as the data file does: the last months."""
        sessions = self._desk.db.read().sessions.among("on", days)
        return summed(row for each in sessions if (row := worked_in(each)))

    def all(self) -> tuple[Worked, ...]:
        """All there ever was. An archive that can't be read gives what is known of it, and that
        is told. Archives that were never summed are now, which takes its time."""
        return self._rows(complete=True)

    def so_far(self) -> tuple[Worked, ...]:
        """The same without archives, unless they are summed."""
        return self._rows(complete=self.ready)

    @property
    def ready(self) -> bool:
        """Whether what archives hold is summed, so that asking for all costs little."""
        years = _signatures(self._seen().whole)
        if self._past is None or self._past[0] != years:
            known = self._read()
            if {year: each["signature"] for year, each in known.items()} != years:
                return False
            self._past = years, _rows(known.values())
        return True

    def _rows(self, *, complete: bool) -> tuple[Worked, ...]:
        seen = self._seen()
        if self._all is None or self._all[:2] != (seen.view, complete):
            rows: list[Worked] = []
            if complete:
                rows += self._archived()
                for year in sorted(seen.torn):
                    rows += self._year(year) or ()
            torn = seen.torn if complete else ()
            self._all = seen.view, complete, (*rows, *self._current(seen.here, torn))
        return self._all[2]

    def _seen(self) -> "_Seen":
        db = self._desk.db
        view = db.read()
        if self._files is None or self._files.view is not view:
            here = view.sessions.where(kind=Phase.FOCUS.value)
            archived = db.archives()
            torn = archived.keys() & {int(each.started.on[:4]) for each in here} | db.pending()
            whole = {year: path for year, path in archived.items() if year not in torn}
            self._files = _Seen(view, here, frozenset(torn), whole)
        return self._files

    def _current(self, here: Iterable[Session], torn: Collection[int]) -> tuple[Worked, ...]:
        known, self._one = self._one, {}
        for each in here:
            if torn and int(each.started.on[:4]) in torn:
                continue
            before = known.get(each.id)
            same = before is not None and before[0] is each
            self._one[each.id] = before if before and same else (each, worked_in(each))
        return summed(row for _, row in self._one.values() if row)

    def _archived(self) -> tuple[Worked, ...]:
        for _ in self.prepare():
            pass
        return self._past[1] if self._past else ()

    def prepare(self) -> Iterator[tuple[int, int]]:
        """Sum the archives that were never summed, one at each step: how many of how many are done.

        One that can't be read is told, and gives what is known of it.
        """
        if self.ready:
            yield 0, 0
            return
        years, known = _signatures(self._seen().whole), self._read()
        found = {year: known.get(year, {"signature": None, "rows": []}) for year in years}
        missing = [year for year, sign in years.items() if found[year]["signature"] != sign]
        yield 0, len(missing)
        for done, year in enumerate(missing, 1):
            days = self._year(int(year))
            if days is not None:
                found[year] = {"signature": years[year], "rows": [list(row) for row in days]}
            yield done, len(missing)
        if found != known:
            self._write(found)
        self._past = years, _rows(found.values())

    def _year(self, year: int) -> tuple[Worked, ...] | None:
        """What a year held, from wherever it lies; None, and told, where that can't be read."""
        try:
            sessions = self._desk.db.year(year).sessions.where(kind=Phase.FOCUS.value)
            return summed(row for each in sessions if (row := worked_in(each)))
        except DataUnusable as error:
            self._desk.db.tell(str(error))
            return None

    def _read(self) -> dict[str, Raw]:
        try:
            found = json.loads(self._kept.read_bytes())
            years: dict[str, Raw] = found["years"] if found["format"] == FORMAT else {}
            whole = all(
                "signature" in each and all(map(_is_row, each["rows"])) for each in years.values()
            )
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return {}
        return years if whole else {}

    def _write(self, years: dict[str, Raw]) -> None:
        with suppress(DataUnusable):  # what can't be kept is summed again the next time
            make_folder(self._kept.parent)
            replace_file(self._kept, json.dumps({"format": FORMAT, "years": years}).encode())


def _rows(years: Iterable[Raw]) -> tuple[Worked, ...]:
    return tuple(Worked(*row) for each in years for row in each["rows"])


def _signatures(paths: Mapping[int, Path]) -> Years:
    return {str(year): _signature(path) for year, path in paths.items()}


def _signature(path: Path) -> list[int]:
    """What changes when an archive does; empty where nobody can say, and reading it fails too."""
    try:
        return list(signature_of(path) or ())
    except DataUnusable:
        return []


def _is_row(row: list[object]) -> bool:
    """Whether it can be one; ValueError where it is not even near."""
    on, goal_id, commitment_id, sessions, focused_ms, began_min = row
    date.fromisoformat(str(on))
    texts = all(each is None or isinstance(each, str) for each in (goal_id, commitment_id))
    whole = isinstance(sessions, int) and isinstance(focused_ms, int)
    return isinstance(on, str) and texts and whole and isinstance(began_min, int | None)
