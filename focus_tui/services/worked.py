"""What was worked on each day of all years, summed by goal and commitment."""

import json
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.inputs import Worked, summed, worked_in
from focus_tui.domain.session import Phase, Session
from focus_tui.services.desk import Desk
from focus_tui.store.fields import Raw
from focus_tui.store.files import make_folder, replace_file, signature_of
from focus_tui.store.views import Records

FORMAT = 1


class WorkedDays:
    """Sums over sessions, kept for as long as the data are the same.

    What archives hold is summed once and kept in a file of the state folder, which can be thrown
    away: reading ten years takes most of a second.
    """

    def __init__(self, desk: Desk, kept: Path) -> None:
        self._desk = desk
        self._kept = kept
        self._past: tuple[object, tuple[Worked, ...]] | None = None
        self._one: dict[str, tuple[Session, Worked | None]] = {}
        self._all: tuple[object, bool, tuple[Worked, ...]] | None = None

    def on(self, days: Collection[str]) -> tuple[Worked, ...]:
        """What those local days held, as far as the data file does: the last months."""
        sessions = self._desk.db.read().sessions.among("on", days)
        return summed(row for each in sessions if (row := worked_in(each)))

    @property
    def ready(self) -> bool:
        """Whether what archives hold is summed, so that asking for all costs little."""
        signatures = self._signatures()
        if self._past is None or self._past[0] != signatures:
            known = self._read()
            years = {year: each["signature"] for year, each in known.items()}
            if years != signatures:
                return False
            self._past = signatures, _rows(known)
        return True

    def all(self) -> tuple[Worked, ...]:
        """All there ever was; archives that were never summed are, which takes its time."""
        if not self.ready:
            signatures = self._signatures()
            self._past = signatures, self._summed_years(signatures)
            self._all = None
        return self.so_far()

    def so_far(self) -> tuple[Worked, ...]:
        """The same without archives, unless they are summed."""
        view, ready = self._desk.db.read(), self.ready
        if self._all is None or self._all[0] is not view or self._all[1] != ready:
            past = self._past[1] if ready and self._past else ()
            self._all = view, ready, (*past, *self._current(view))
        return self._all[2]

    def _current(self, view: Records) -> tuple[Worked, ...]:
        sessions = view.sessions.where(kind=Phase.FOCUS.value)
        known, self._one = self._one, {}
        for each in sessions:
            before = known.get(each.id)
            same = before is not None and before[0] is each
            self._one[each.id] = before if before and same else (each, worked_in(each))
        return summed(row for _, row in self._one.values() if row)

    def _signatures(self) -> dict[str, list[int]]:
        archives = self._desk.db.archives().items()
        return {str(year): list(signature_of(path) or ()) for year, path in archives}

    def _summed_years(self, signatures: dict[str, list[int]]) -> tuple[Worked, ...]:
        known = self._read()
        current = self._desk.db.read().sessions
        years: dict[str, Raw] = {}
        for year, signature in signatures.items():
            found = known.get(year)
            if found is None or found["signature"] != signature:
                sessions = self._desk.db.year(int(year)).sessions.where(kind=Phase.FOCUS.value)
                past = (each for each in sessions if current.get(each.id) is None)
                days = summed(row for each in past if (row := worked_in(each)))
                found = {"signature": signature, "rows": [list(row) for row in days]}
            years[year] = found
        if years != known:
            self._write(years)
        return _rows(years)

    def _read(self) -> dict[str, Raw]:
        try:
            found = json.loads(self._kept.read_bytes())
            years: dict[str, Raw] = found["years"] if found["format"] == FORMAT else {}
            whole = all(_is_row(row) for each in years.values() for row in each["rows"])
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return {}
        return years if whole else {}

    def _write(self, years: dict[str, Raw]) -> None:
        with suppress(DataUnusable):  # what can't be kept is summed again the next time
            make_folder(self._kept.parent)
            replace_file(self._kept, json.dumps({"format": FORMAT, "years": years}).encode())


def _rows(years: dict[str, Raw]) -> tuple[Worked, ...]:
    return tuple(Worked(*row) for each in years.values() for row in each["rows"])


def _is_row(row: list[object]) -> bool:
    on, goal_id, commitment_id, sessions, focused_ms, began_min = row
    texts = all(each is None or isinstance(each, str) for each in (goal_id, commitment_id))
    whole = isinstance(sessions, int) and isinstance(focused_ms, int)
    return isinstance(on, str) and texts and whole and isinstance(began_min, int | None)
