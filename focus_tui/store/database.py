"""The data of focus: read as they are now, changed one act at a time."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from focus_tui.domain.errors import BadInput, DataUnusable, Refused
from focus_tui.domain.interval import Interval
from focus_tui.domain.reading import Clock, Reading
from focus_tui.domain.years import last_past_year
from focus_tui.store.archives import Archives
from focus_tui.store.backups import Backup, Backups, Difference, difference
from focus_tui.store.codecs import TIMER
from focus_tui.store.draft import Draft
from focus_tui.store.fields import Misfit, checked_text, instant
from focus_tui.store.files import set_aside
from focus_tui.store.journal import Act, Change, Journal
from focus_tui.store.locking import ActLock
from focus_tui.store.newids import NewIds
from focus_tui.store.restoring import Fates, PutBack, put_back
from focus_tui.store.safety import ASKED, RESTORE, Safety
from focus_tui.store.storage import FileStorage
from focus_tui.store.tables import Tin, Workspace
from focus_tui.store.text import Tables
from focus_tui.store.transaction import Transaction
from focus_tui.store.views import Decoded, Records, View


class Database:
    """One data file with its archives and its undo journal.

    Any number of processes may have it open; each reads and acts from one thread. Nothing is
    written, not even an empty file, before the first act.
    """

    def __init__(
        self, path: Path, journal: Path, *, device: str, clock: Clock, lock_wait_s: float = 2.0
    ) -> None:
        self.path = Path(os.path.abspath(path))
        self.device = device
        self._clock = clock
        self._lock = ActLock(self.path, lock_wait_s)
        self._notices: dict[str, bool] = {}
        self._journal = Journal(journal, self.tell)
        failed = journal.with_name(f"{journal.stem}-no-backup")
        self._safety = Safety(lambda: self._real, failed, clock, self.tell)
        self._file = FileStorage(self.path, self._journal.saved, self._safety.before_write)
        self._archives = Archives(
            self._file, self._real.parent, self.tell, self._safety.before_archive
        )
        self._new_ids = NewIds()
        self._view: tuple[object, View] | None = None
        self._decoded: Decoded = {}
        self._years_looked_at = ""

    @property
    def _real(self) -> Path:
        return Path(os.path.realpath(self.path))

    def notices(self) -> tuple[str, ...]:
        """What went wrong without stopping anything, in sentences not handed over before."""
        told = tuple(sentence for sentence, new in self._notices.items() if new)
        self._notices = dict.fromkeys(self._notices, False)
        return told

    def tell(self, sentence: str) -> None:
        """Note what went wrong without stopping anything; the same sentence once."""
        self._notices.setdefault(sentence, True)

    def changed(self) -> bool:
        """Whether the file is another one than the one last read or written; costs one stat."""
        return self._file.changed()

    def read(self) -> View:
        """The data as they are now: a snapshot, which later acts do not change.

        The file is read only when it is another one than the one last read. DataUnusable when
        that is impossible.
        """
        self._refresh()
        kept = self._file.kept
        try:
            self._file.refuse_newer()
        except DataUnusable as newer:
            self.tell(str(newer))
        if self._view is None or self._view[0] is not kept:
            self._view = kept, View(Tin(Workspace(kept)), self.path, self._decoded)
        return self._view[1]

    def untouched(self) -> bool:
        """Whether nothing was ever saved here, as far as this machine knows."""
        self._refresh()
        return self._file.signature is None and self._journal.saved() is None

    def nothing(self) -> View:
        """What there is to see before anything was ever read."""
        return View(Tin(Workspace({})), self.path)

    def year(self, year: int) -> Records:
        """The sessions and marks of a year, from its archive and from the data file."""
        self._refresh()
        return Records(Tin(Workspace(self._archives.year(year))), self._archives.path(year))

    def archives(self) -> dict[int, Path]:
        """The years that have an archive, or will have one, the newest first, and where it lies."""
        self._refresh()
        return {year: self._archives.path(year) for year in self._archives.years()}

    def pending(self) -> frozenset[int]:
        """The years whose archives do not hold yet all that belongs there."""
        self._refresh()
        return self._archives.unfinished()

    def check(self) -> None:
        """DataUnusable when no act could begin now; nothing is written."""
        with self._lock.held():
            self._refresh()
            self._file.refuse_newer()

    @property
    def backups(self) -> Backups:
        """The copies of the data file."""
        return self._safety.backups()

    def back_up(self) -> Backup:
        """Make a copy now; DataUnusable when that is impossible."""
        with self._lock.held():
            self._refresh()
            return self._safety.make(ASKED)

    def preview(self, backup: Backup) -> tuple[Difference | None, Fates]:
        """What `restore` would change, None where the data can't be read, and what becomes of what
        runs. DataUnusable when the copy can't be read."""
        then = backup.read()
        try:
            self._refresh()
            found = difference(self._file.kept, then, self._archives.lies_there)
        except DataUnusable:
            found = None
        return found, self._put_back(then).fates

    def restore(self, backup: Backup) -> Path | None:
        """Put a copy in the data file's place.

        The file that is there is copied before; one that can't be read is set aside whole, and
        where it is now comes back. What runs now, as far as this process knows it, runs on.
        DataUnusable when anything of this is impossible; then nothing was changed.
        """
        with self._lock.held(), ExitStack() as stack:
            then, aside = backup.read(), None
            try:
                self._refresh()
            except DataUnusable:
                tables = self._put_back(then).tables
                now = instant("now", self._clock.read().wall_ms)
                aside = stack.enter_context(set_aside(self._real, now))
            else:
                self._file.refuse_newer()
                tables = self._put_back(then).tables
                if self._file.signature is not None:
                    self._safety.make(RESTORE)
            self._file.put_in_place(tables)
            self._journal.wrote(self._file.saved)
            return aside

    def _put_back(self, then: Tables) -> PutBack:
        reading = self._clock.read()
        return put_back(then, self._file.known, device=self.device, reading=reading)

    def _refresh(self) -> None:
        self._file.refresh()
        if self._file.signature is not None:
            return
        if self.backups.all():
            raise DataUnusable(
                f"{self.path} is not there, though there are backups of it. Put it back, or a "
                "backup in its place."
            )
        if self._journal.saved():
            self.tell(
                f"{self.path} is not there, though it was saved here before. What you do now "
                "begins an empty one; put the old one in its place to go on with it."
            )

    @contextmanager
    def act(self, label: str, *, undoable: bool = True, backup: str = "") -> Iterator[Transaction]:
        """One change by the person, called by the label when it is undone.

        `backup` is why the file is copied before whatever is changed: an import, a migration.

        The body has the data for itself, as they are now. When it ends, what it changed is
        written at once and noted in the journal (unless it is not `undoable`); when it raises,
        nothing is. DataUnusable when the lock, the file or the disk does not allow it.
        """
        try:
            checked_text("name of this act", label)
        except Misfit as misfit:
            raise BadInput(f"The {misfit}; nothing was changed.") from None
        with self._transaction() as transaction:
            transaction.label = label
            yield transaction
            changes = transaction.changes()
            if not changes:
                return
            kept = View(Tin(Workspace(self._file.kept)), self.path)
            sides = _intervals(changes, kept, transaction, self.device)
            new_id, reading = transaction.new_id(), transaction.reading
            act = Act(new_id, transaction.label, reading, changes, *sides)
            self._commit(transaction, changes, backup)
            if undoable:
                self._journal.did(act, self._file.saved)
            else:
                self._journal.wrote(self._file.saved)

    def turns(self) -> tuple[int, int]:
        """How many acts can be undone, and how many done again."""
        return self._journal.counts()

    @contextmanager
    def undoing(self) -> Iterator[tuple[Transaction, Act]]:
        """Take back the newest act: all it changed but this device's clock, left to the body.

        What the body changes is saved with it. Refused when there is nothing to undo, or when
        something the act wrote was changed since; then nothing is changed.
        """
        with self._transaction() as transaction:
            if (act := self._journal.history().to_undo) is None:
                raise Refused("There is nothing to undo.")
            transaction.turn(act, back=True)
            yield transaction, act
            self._commit(transaction, transaction.changes())
            self._journal.undid(act, self._file.saved)

    @contextmanager
    def redoing(self) -> Iterator[tuple[Transaction, Act]]:
        """Do again the act that was undone last, in the same way."""
        with self._transaction() as transaction:
            if (act := self._journal.history().to_redo) is None:
                raise Refused("There is nothing to do again.")
            transaction.turn(act, back=False)
            yield transaction, act
            self._commit(transaction, transaction.changes())
            self._journal.redid(act, self._file.saved)

    @contextmanager
    def _transaction(self) -> Iterator[Transaction]:
        with self._lock.held():
            self._refresh()
            reading = self._clock.read()
            self._tidy(reading)
            draft = Draft(self._file, now_ms=reading.wall_ms, device=self.device)
            try:
                yield Transaction(
                    draft,
                    self.path,
                    reading=reading,
                    new_id=lambda: self._new_ids.next(reading.wall_ms),
                    archives=self._archives,
                    decoded=self._decoded,
                )
            finally:
                self._file.end()

    def _tidy(self, reading: Reading) -> None:
        """Complete what is pending and, once a day, move past years; neither is ever undone."""
        wrote = self._archives.complete()
        today = instant("today", reading.wall_ms)[:10]
        if self._years_looked_at != today:
            wrote |= self._archives.move(last_past_year(today), int(today[:4]))
            self._years_looked_at = today
        if wrote:
            self._journal.wrote(self._file.saved)

    def _commit(
        self, transaction: Transaction, changes: tuple[Change, ...], backup: str = ""
    ) -> None:
        if changes:
            transaction.propose(changes)
            with self._safety.writing(changes, backup):
                self._file.flush()
            self._archives.complete()


def _intervals(
    changes: tuple[Change, ...], before: View, after: View, device: str
) -> tuple[Interval | None, Interval | None]:
    """A device's running interval on both sides of an act; none where the act did not touch it."""
    if (TIMER.table, device) not in ((each.table, each.id) for each in changes):
        return None, None
    return before.timer.get(device), after.timer.get(device)
