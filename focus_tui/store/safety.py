"""When copies of a data file and its archives are made: before what could lose something."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.reading import Clock
from focus_tui.store.backups import Backup, Backups
from focus_tui.store.fields import instant
from focus_tui.store.files import make_folder, replace_file
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
IMPORT = "import"
MIGRATION = "migration"


class Safety:
    """The copies of one data file. That one can't be made is told, and never a reason not to act.

    `failed` is a file of this machine's state: the day on which the daily copy failed, so that
    the next process neither tries nor tells again. `tell` takes what went wrong without stopping
    anything.
    """

    def __init__(
        self, file: Callable[[], Path], failed: Path, clock: Clock, tell: Callable[[str], None]
    ) -> None:
        self._file = file
        self._failed = failed
        self._clock = clock
        self._tell = tell
        self._looked_on = ""
        self._because = ""

    def backups(self) -> Backups:
        """The copies there are."""
        return Backups(self._file(), self._tell)

    def before_write(self, old_size: int, new_size: int) -> Callable[[], bool]:
        """Before the first write of a UTC day, one that is to be copied, one that shrinks by half.

        Where no file is yet there is nothing to copy. What comes back gives up the copy that was
        made, for want of room.
        """
        made = self._copy(old_size, new_size) if old_size else None
        return lambda: made is not None and self._gave_up(made)

    def _copy(self, old_size: int, new_size: int) -> Backup | None:
        now_ms = self._clock.read().wall_ms
        today = instant("today", now_ms)[:10]
        first, self._looked_on = self._looked_on != today, today
        if self._because:
            return self.backups().make(self._because, now_ms)
        if old_size >= SMALL_BYTES and new_size * 2 <= old_size:
            return self.backups().make(SHRINK, now_ms)
        if not first or self.backups().made_on(today) or self._failed_on(today):
            return None
        made = self.backups().make(DAILY, now_ms)
        if made is None:
            self._note_failed(today)
        return made

    def _gave_up(self, made: Backup) -> bool:
        """Better no copy than no act."""
        self._note_failed(self._looked_on)
        self._tell(f"There was no room for a backup beside {self._file()}: make some.")
        try:
            made.path.unlink()
        except OSError:
            return False
        return True

    def _failed_on(self, day: str) -> bool:
        try:
            return self._failed.read_bytes() == day.encode()
        except OSError:
            return False

    def _note_failed(self, day: str) -> None:
        with suppress(DataUnusable):  # then the next process tells once more
            make_folder(self._failed.parent)
            replace_file(self._failed, day.encode())

    def before_archive(self, archive: Path) -> Callable[[], bool]:
        """Before an archive is written anew, which is rare; what comes back is as above."""
        made = Backups(archive, self._tell).make(ARCHIVE, self._clock.read().wall_ms)
        return lambda: made is not None and self._gave_up(made)

    def make(self, reason: str) -> Backup:
        """Make a copy that is needed; DataUnusable when that is impossible."""
        troubles: list[str] = []
        made = Backups(self._file(), troubles.append).make(reason, self._clock.read().wall_ms)
        if made is None:
            why = " ".join(troubles) or f"{self._file()} is not there yet: nothing to copy."
            raise DataUnusable(why)
        return made

    @contextmanager
    def writing(self, changes: Iterable[Change], because: str = "") -> Iterator[None]:
        """These changes are being written; `because` is why they are preceded by a copy anyhow."""
        bulk = BULK if sum(map(_takes_away, changes)) >= MANY else ""
        self._because = because or bulk
        try:
            yield
        finally:
            self._because = ""


def _takes_away(change: Change) -> bool:
    """Whether a change removes a document, or moves it to the trash."""
    before, after = change.before or {}, change.after
    return after is None or (bool(after.get("deleted_at")) and not before.get("deleted_at"))
