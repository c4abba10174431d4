"""Copies of a data file in a folder beside it: made, proven, thinned out.

A copy's name says which file it is of, when it was made (UTC), why, and the digest of its bytes,
so that damage is seen without reading what it holds.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2s
from pathlib import Path

from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.retention import kept, slots
from focus_tui.store.fields import instant, instant_ms
from focus_tui.store.files import make_folder, read_file, replace_file, sweep_folder
from focus_tui.store.text import META, Tables, Unreadable, parse

FOLDER = "backups"

_NAME = re.compile(
    r"(?P<stem>.+)\.(?P<date>\d{8})T(?P<time>\d{6})\.(?P<ms>\d{3})Z\.(?P<reason>[a-z]+)\."
    r"(?P<digest>[0-9a-f]{16})\.json"
)


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy."""

    path: Path
    made_at: int
    """UTC, milliseconds since 1970."""
    reason: str
    digest: str

    def read(self) -> tuple[bytes, Tables]:
        """Its bytes, and what they hold; DataUnusable when they are not those that were written."""
        try:
            data, _ = read_file(self.path)
            if _digest(data) != self.digest:
                raise DataUnusable(f"{self.path} was damaged since it was made. Take another one.")
            return data, parse(data, ours=True)
        except FileNotFoundError:
            raise DataUnusable(f"{self.path} is not there any more. Take another one.") from None
        except Unreadable as reason:
            raise DataUnusable(f"{self.path} {reason}. Take another one.") from None

    @property
    def stamp(self) -> str:
        """When it was made, UTC, as digits: `20261123081500`."""
        return "".join(sign for sign in instant("made", self.made_at)[:19] if sign.isdigit())

    @property
    def good(self) -> bool:
        """Whether it can be restored."""
        try:
            return bool(self.read())
        except DataUnusable:
            return False


@dataclass(frozen=True, slots=True)
class Difference:
    """What putting a copy back would change: tables, and how many of their documents."""

    gone: tuple[tuple[str, int], ...]
    """That are there now and not in the copy."""
    back: tuple[tuple[str, int], ...]
    """That are in the copy only."""
    changed: tuple[tuple[str, int], ...]
    """That are other ones in it."""


def difference(now: Tables, then: Tables) -> Difference:
    """What would be different; the program's own notes and what runs don't count."""
    counts: list[list[tuple[str, int]]] = [[], [], []]
    for name in sorted((now.keys() | then.keys()) - {META, "timer"}):
        ours, theirs = now.get(name, {}), then.get(name, {})
        both = ours.keys() & theirs.keys()
        sums = (
            len(ours.keys() - both),
            len(theirs.keys() - both),
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
            self._thin_out()
        except FileNotFoundError:
            return None
        except DataUnusable as error:
            self._tell(f"No backup was made: {error}")
            return None
        return made

    def _make(self, data: bytes, reason: str, now_ms: int) -> Backup:
        made_at = max([now_ms, *(each.made_at + 1 for each in self.all()[:1])])
        stamp = instant("now", made_at).replace("-", "").replace(":", "")
        digest = _digest(data)
        path = self.folder / f"{self._file.stem}.{stamp}.{reason}.{digest}.json"
        make_folder(self.folder)
        # It gets its name once it is proven that what is on the disk can be read again.
        replace_file(path, data, lambda beside: Backup(beside, made_at, reason, digest).read())
        return Backup(path, made_at, reason, digest)

    def _thin_out(self) -> None:
        """Delete what the rule lets go. A damaged copy stands for nothing, and lets nothing go."""
        sweep_folder(self.folder, f".{self._file.stem}.")
        standing = {each.made_at: each for each in self.all()}
        while True:
            keeps = kept(standing)
            leaving = [each for at, each in standing.items() if at not in keeps]
            stand_in = [standing[at] for at in keeps if _shares_a_slot(at, leaving)]
            damaged = [each for each in stand_in if not each.good]
            if not damaged:
                break
            for each in damaged:
                del standing[each.made_at]
        for each in leaving:
            each.path.unlink(missing_ok=True)

    def _named(self, name: str) -> Backup | None:
        found = _NAME.fullmatch(name)
        if found is None or found["stem"] != self._file.stem:
            return None
        date, time = found["date"], found["time"]
        at = f"{date[:4]}-{date[4:6]}-{date[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}.{found['ms']}Z"
        try:
            made_at = instant_ms(at)
        except ValueError:
            return None
        return Backup(self.folder / name, made_at, found["reason"], found["digest"])


def _shares_a_slot(at: int, leaving: Iterable[Backup]) -> bool:
    return any(set(slots(at)) & set(slots(each.made_at)) for each in leaving)


def _digest(data: bytes) -> str:
    return blake2s(data, digest_size=8).hexdigest()
