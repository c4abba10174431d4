"""Copies of a data file in a folder beside it: made, proven, thinned out.

A copy's name says which file it is of, when it was made (UTC), why, and the digest of its bytes,
so that damage is seen without reading what it holds.
"""

import re
from collections.abc import Callable
from hashlib import blake2s
from itertools import count as count_from
from pathlib import Path
from typing import NamedTuple

from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.retention import let_go
from focus_tui.store.codecs import CODECS, TIMER
from focus_tui.store.fields import Misfit, instant, instant_ms
from focus_tui.store.files import make_folder, read_file, replace_file, sweep_folder, unwritable
from focus_tui.store.storage import refuse_newer, version_of
from focus_tui.store.text import META, Tables, Unreadable, parse

FOLDER = "backups"

_NAME = re.compile(
    r"(?P<stem>.+)\.(?P<date>\d{8})T(?P<time>\d{6})\.(?P<ms>\d{3})Z\.(?P<reason>[a-z]+)\."
    r"(?P<digest>[0-9a-f]{16})(?P<suffix>\.[^.]+)?"
)


class Backup(NamedTuple):
    """One copy."""

    path: Path
    made_at: int
    """UTC, milliseconds since 1970."""
    reason: str
    digest: str

    def data(self) -> bytes:
        """Its bytes; DataUnusable when they are not those that were written."""
        try:
            data, _ = read_file(self.path)
        except FileNotFoundError:
            raise DataUnusable(f"{self.path} is not there any more. Take another one.") from None
        if _digest(data) != self.digest:
            raise DataUnusable(f"{self.path} was damaged since it was made. Take another one.")
        return data

    def read(self) -> Tables:
        """What it holds; DataUnusable when it can't be put back."""
        tables = self._tables(proven=True)
        refuse_newer(self.path, tables)
        return tables

    @property
    def sound(self) -> bool:
        """Whether all documents in it can be read, what ran then aside: that is looked at anew.

        A hand that spoilt one did so before the copy was made, and the copy has it too.
        """
        try:
            tables = self.read()
            for codec in CODECS.values():
                for id, raw in tables.get(codec.table, {}).items() if codec is not TIMER else ():
                    codec.decode(id, raw)
        except (DataUnusable, Misfit):
            return False
        return True

    def prove(self) -> None:
        """Read it strictly, as it is not known yet to be good; DataUnusable when it is not."""
        self._tables(proven=False)

    def _tables(self, *, proven: bool) -> Tables:
        try:
            tables = parse(self.data(), ours=proven)
        except Unreadable as reason:
            raise DataUnusable(f"{self.path} {reason}. Take another one.") from None
        if version_of(tables) is None:
            raise DataUnusable(f"{self.path} has no format version. Take another one.")
        return tables

    @property
    def size(self) -> int:
        """In bytes; 0 when it is not there any more."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    @property
    def whole(self) -> bool:
        """Whether its bytes are those that were proven when it was made."""
        try:
            return bool(self.data())
        except DataUnusable:
            return False


class Difference(NamedTuple):
    """What putting a copy back would change: tables, and how many of their documents."""

    gone: tuple[tuple[str, int], ...]
    """That are there now and not in the copy."""
    back: tuple[tuple[str, int], ...]
    """That are in the copy only."""
    changed: tuple[tuple[str, int], ...]
    """That are other ones in it."""


def difference(now: Tables, then: Tables, elsewhere: Callable[[str, str], bool]) -> Difference:
    """What would be different; the program's own notes and what runs don't count.

    Nor does what is not in these tables now because it lies `elsewhere`, by table and id.
    """
    counts: list[list[tuple[str, int]]] = [[], [], []]
    for name in sorted((now.keys() | then.keys()) - {META, "timer"}):
        ours, theirs = now.get(name, {}), then.get(name, {})
        both = ours.keys() & theirs.keys()
        sums = (
            len(ours.keys() - both),
            sum(not elsewhere(name, id) for id in theirs.keys() - both),
            sum(ours[id] != theirs[id] for id in both),
        )
        for kind, count in zip(counts, sums, strict=True):
            kind.append((name, count))
    return Difference(*(tuple(each) for each in counts))


class Backups:
    """The copies of one file. `tell` takes what went wrong without stopping anything."""

    def __init__(self, file: Path, tell: Callable[[str], None]) -> None:
        self._file = file
        self._tell = tell
        self.folder = file.parent / FOLDER

    def all(self) -> tuple[Backup, ...]:
        """The copies there are, good or not, the newest first."""
        try:
            names = [each.name for each in self.folder.iterdir()]
        except OSError:
            return ()
        found = (self._named(name) for name in names)
        ours = [each for each in found if each is not None]
        return tuple(sorted(ours, key=lambda each: (each.made_at, each.path.name), reverse=True))

    def made_on(self, day: str) -> bool:
        """Whether there is a copy of that UTC day, as `2026-11-23`."""
        return any(instant("day", each.made_at).startswith(day) for each in self.all())

    def make(self, reason: str, now_ms: int) -> Backup | None:
        """Copy the file as it is, and thin the copies out; None, and told, when that failed."""
        try:
            data, _ = read_file(self._file)
            made = self._make(data, reason, now_ms)
        except FileNotFoundError:
            return None
        except DataUnusable as error:
            self._tell(f"No backup was made: {error}")
            return None
        self._thin_out(made)
        return made

    def _make(self, data: bytes, reason: str, now_ms: int) -> Backup:
        taken = {each.made_at for each in self.all()}
        made_at = next(at for at in count_from(now_ms) if at not in taken)
        stamp = instant("now", made_at).replace("-", "").replace(":", "")
        digest = _digest(data)
        name = f"{self._file.stem}.{stamp}.{reason}.{digest}{self._file.suffix}"
        make_folder(self.folder)
        made = Backup(self.folder / name, made_at, reason, digest)
        # It gets its name once it is proven that what is on the disk can be read again.
        replace_file(made.path, data, lambda beside: made._replace(path=beside).prove())
        return made

    def _thin_out(self, made: Backup) -> None:
        """Delete what the rule lets go; what can't be deleted stays, and is told.

        What bears a later time was made while the clock was ahead: it stays until that has come.
        """
        sweep_folder(self.folder, f".{self._file.stem}.")
        there = {each.made_at: each for each in self.all() if each.made_at <= made.made_at}
        for at in let_go(there, lambda at: at == made.made_at or there[at].whole):
            try:
                there[at].path.unlink(missing_ok=True)
            except OSError as error:
                self._tell(
                    f"A backup that is out of date stays: {unwritable(there[at].path, error)}"
                )

    def _named(self, name: str) -> Backup | None:
        found = _NAME.fullmatch(name)
        if found is None or found["stem"] + (found["suffix"] or "") != self._file.name:
            return None
        date, time = found["date"], found["time"]
        at = f"{date[:4]}-{date[4:6]}-{date[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}.{found['ms']}Z"
        try:
            made_at = instant_ms(at)
        except ValueError:
            return None
        return Backup(self.folder / name, made_at, found["reason"], found["digest"])


def _digest(data: bytes) -> str:
    return blake2s(data, digest_size=8).hexdigest()
