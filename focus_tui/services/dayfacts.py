"""What each local day of all years adds to figures, from whichever files it lies in."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from focus_tui.domain.dayfacts import DayFacts, DayRecord, by_day, facts_of, from_row
from focus_tui.domain.errors import DataUnusable
from focus_tui.services.desk import Desk
from focus_tui.store.files import Signature, make_folder, replace_file, signature_of
from focus_tui.store.views import Records, View

FORMAT = 1

Days = dict[str, DayFacts]
"""By local day, those that hold anything."""


class FactsOfDays:
    """Made once for as long as the data are the same.

    What archives hold is kept in a file of the state folder, which can be thrown away: going
    through ten years takes seconds.
    """

    def __init__(self, desk: Desk, kept: Path) -> None:
        self._desk = desk
        self._kept = kept
        self._years: dict[int, tuple[Signature, Days]] | None = None
        self._both: dict[int, tuple[View, Days]] = {}
        self._here: tuple[View | None, dict[str, DayRecord], Days] = (None, {}, {})

    def missing(self, first: int, last: int) -> tuple[int, ...]:
        """The years from one to another whose archives must be gone through first."""
        known = self._known()
        years = ((year, path) for year, path in self._whole().items() if first <= year <= last)
        return tuple(
            year for year, path in years if year not in known or known[year][0] != _sign(path)
        )

    def prepare(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Go through what is missing, a year at each step: how many of how many are done."""
        missing = self.missing(first, last)
        yield 0, len(missing)
        for done, year in enumerate(missing, 1):
            self._go_through(year)
            yield done, len(missing)
        if missing:
            self._write()

    def of(self, first: int, last: int) -> Days:
        """What the days of these years add, and those of the data file, in no order.

        Raises DataUnusable where a year can't be read: figures without it would be wrong.
        """
        for _ in self.prepare(first, last):
            pass
        known, whole, found = self._known(), self._whole(), Days()
        for year in self._desk.db.archives():
            if first <= year <= last:
                found |= known[year][1] if year in whole else self._torn(year)
        return self._current() | found

    def _torn(self, year: int) -> Days:
        """Of a year that lies in two files, as while it moves."""
        view = self._desk.db.read()
        before = self._both.get(year)
        if before is None or before[0] is not view:
            before = self._both[year] = view, _facts(self._desk.db.year(year))
        return before[1]

    def _current(self) -> Days:
        """The data file's; of a day whose documents are the same nothing is made anew."""
        view = self._desk.db.read()
        before, records, days = self._here
        if before is not view:
            now = by_day(view.sessions.all(), view.marks.all())
            days = {
                on: days[on] if records.get(on) == record else facts_of(record)
                for on, record in now.items()
            }
            self._here = view, now, days
        return self._here[2]

    def _whole(self) -> Mapping[int, Path]:
        """The archives of the years that lie in no other file."""
        db = self._desk.db
        archived = db.archives()
        torn = {int(on[:4]) for on in self._current()} | db.pending() if archived else set()
        return {year: path for year, path in archived.items() if year not in torn}

    def _go_through(self, year: int) -> None:
        sign = _sign(self._whole()[year])
        self._known()[year] = sign, _facts(self._desk.db.year(year))

    def _known(self) -> dict[int, tuple[Signature, Days]]:
        if self._years is None:
            self._years = dict(self._read())
        return self._years

    # What is kept: a line that says what follows it, and the years as JSON.

    def _read(self) -> Iterator[tuple[int, tuple[Signature, Days]]]:
        try:
            head, _, body = self._kept.read_bytes().partition(b"\n")
        except OSError:
            return
        if head != _head(body):
            return
        for year, (sign, days) in json.loads(body).items():
            yield int(year), (Signature(*sign), {on: from_row(row) for on, row in days})

    def _write(self) -> None:
        years = {
            str(year): (sign, list(days.items())) for year, (sign, days) in self._known().items()
        }
        body = json.dumps(years, separators=(",", ":")).encode()
        with suppress(DataUnusable):  # what can't be kept is gone through again the next time
            make_folder(self._kept.parent)
            replace_file(self._kept, _head(body) + b"\n" + body)


def _facts(records: Records) -> Days:
    found = by_day(records.sessions.all(), records.marks.all())
    return {on: facts_of(record) for on, record in found.items()}


def _sign(path: Path) -> Signature:
    """What changes when an archive does; of one that is not there yet, nothing that can be."""
    return signature_of(path) or Signature(0, 0, 0, 0)


def _head(body: bytes) -> bytes:
    """What the file begins with: that the rest is to the byte what was written in this form."""
    return b"focus facts %d %s" % (FORMAT, sha256(body).hexdigest().encode())
