"""When copies of a data file and its archives are made: before what could lose something."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.reading import Clock
from focus_tui.store.backups import Backup, Backups
from focus_tui.store.fields import instant
from focus_tui.store.journal import Change

MANY = 20
"""An act that deletes so many documents is preceded by a copy."""
SMALL_BYTES = 4096
"""A file of fewer bytes may shrink by half without one."""

DAILY = "daily"
BULK = "bulk"
SHRINK = "shrink"
RESTORE = "restore"
ASKED = "asked"
ARCHIVE = "archive"


class Safety:
    """The copies of one data file. That one can't be made is told, and never a reason not to act.

    `tell` takes what went wrong without stopping anything.
    """

    def __init__(self, file: Callable[[], Path], clock: Clock, tell: Callable[[str], None]) -> None:
        self._file = file
        self._clock = clock
        self._tell = tell
        self._looked_on = ""
        self._deletes_many = False

    def backups(self) -> Backups:
        """The copies there are."""
        return Backups(self._file(), self._tell)

    def before_write(self, old_size: int, new_size: int) -> None:
        """Before the first write of a UTC day, a bulk delete, and a write that shrinks by half.

        Where no file is yet there is nothing to copy.
        """
        if not old_size:
            return
        now_ms = self._clock.read().wall_ms
        today = instant("today", now_ms)[:10]
        first, self._looked_on = self._looked_on != today, today
        if self._deletes_many:
            self.backups().make(BULK, now_ms)
        elif old_size >= SMALL_BYTES and new_size * 2 <= old_size:
            self.backups().make(SHRINK, now_ms)
        elif first and not self.backups().made_on(today):
            self.backups().make(DAILY, now_ms)

    def before_archive(self, archive: Path) -> None:
        """Before an archive is written anew, which is rare."""
        Backups(archive, self._tell).make(ARCHIVE, self._clock.read().wall_ms)

    def make(self, reason: str) -> Backup:
        """Make a copy that is needed; DataUnusable when that is impossible."""
        troubles: list[str] = []
        made = Backups(self._file(), troubles.append).make(reason, self._clock.read().wall_ms)
        if made is None:
            why = " ".join(troubles) or f"{self._file()} is not there yet: nothing to copy."
            raise DataUnusable(why)
        return made

    @contextmanager
    def writing(self, changes: Iterable[Change]) -> Iterator[None]:
        """These changes are being written."""
        self._deletes_many = sum(map(_takes_away, changes)) >= MANY
        try:
            yield
        finally:
            self._deletes_many = False


def _takes_away(change: Change) -> bool:
    """Whether a change removes a document, or moves it to the trash."""
    before, after = change.before or {}, change.after
    return after is None or (bool(after.get("deleted_at")) and not before.get("deleted_at"))
