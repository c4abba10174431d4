"""Backups as a person deals with them: made, looked through, put back."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from focus_tui.domain.calendar import local_time
from focus_tui.domain.durations import MINUTE_MS, day, plural
from focus_tui.domain.errors import DataUnusable, NotFound
from focus_tui.services.desk import Desk
from focus_tui.store.backups import Backup
from focus_tui.store.restoring import Fate, Fates

NOUNS = {"sessions": ("session or break", "sessions and breaks"), "ideas": ("thought", "")}
OTHERS = "other document"

_FATES = {
    Fate.RUNS_ON: "What runs now goes on",
    Fate.PAUSED: "What ran then comes back paused, and asks about the time since",
    Fate.RESTS: "The break that ran then goes on",
    Fate.CLOSED: "What ran then is closed where it was last seen",
}


class Copy(NamedTuple):
    """A backup, and what is in it."""

    backup: Backup
    number: int
    """Its place in the list, the newest is 1."""
    when: str
    """Local day and time, `Mon 23 Nov 08:15`; with its year unless that is this one."""
    local: str
    """The same as `2026-11-23T08:15:00`."""
    size: int
    """In bytes."""
    counts: dict[str, int]
    """How many documents of those that people count; empty where it is damaged."""
    trouble: str = ""
    """What is wrong with it, where it is damaged."""

    @property
    def good(self) -> bool:
        """Whether it can be put back."""
        return not self.trouble

    @property
    def holds(self) -> str:
        """`312 sessions and breaks, 40 thoughts`, or what is wrong with it."""
        counted = (plural(self.counts[name], *noun) for name, noun in NOUNS.items() if self.good)
        return self.trouble or ", ".join(counted)


class Copies:
    """The backups of the data."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def make(self) -> Copy:
        """Make one now; DataUnusable when that is impossible."""
        return self._copy(1, self._desk.db.back_up())

    def each(self) -> Iterator[Copy]:
        """One after the other, the newest first; each is read when it is asked for."""
        return (self._copy(number, backup) for number, backup in enumerate(self._found(), start=1))

    def all(self) -> tuple[Copy, ...]:
        """All of them, the newest first."""
        return tuple(self.each())

    def newest_good(self) -> Copy | None:
        """The newest one that can be put back and read whole."""
        return next((copy for copy in self.each() if copy.good and copy.backup.sound), None)

    def named(self, which: str) -> Copy:
        """The one that a person means: its number, the beginning of its local time, or `latest`.

        Raises NotFound.
        """
        if which == "latest":
            found = self.newest_good()
        else:
            found = next((each for each in self.each() if _means(which, each)), None)
        if found is None:
            raise NotFound(f"There is no backup “{which}”; focus restore lists them.")
        return found

    def difference(self, copy: Copy) -> str:
        """What putting it back would change, and what would become of what runs, in words.

        DataUnusable when it can't be read any more.
        """
        difference, fates = self._desk.db.preview(copy.backup)
        if difference is None:
            return _sentences("The data can't be read now, so all that is in it comes back.", fates)
        parts = [
            f"{words} {what}"
            for what, counts in (
                ("fewer", difference.gone),
                ("more", difference.back),
                ("changed", difference.changed),
            )
            if (words := _counted(counts))
        ]
        return _sentences(f"Against now: {'; '.join(parts) or 'nothing changes'}.", fates)

    def restore(self, copy: Copy) -> str:
        """Put it in the data's place; what became of them comes back in a sentence."""
        db = self._desk.db
        _, fates = db.preview(copy.backup)
        kept = "; what was there is copied" if db.path.exists() else ""
        if aside := db.restore(copy.backup):
            kept = f"; what could not be read is kept as {aside}"
        self._desk.changed()
        return _sentences(f"Restored: the backup of {copy.when}, {copy.holds}{kept}.", fates)

    def offer(self) -> str:
        """What could take the place of data that can't be read; empty without a good backup."""
        copy = self.newest_good()
        return f"{copy.when}: {copy.holds}" if copy else ""

    def way_back(self) -> str:
        """Where the data can't be read, the command that puts a backup in their place."""
        offer = self.offer() if self._desk.unreadable() else ""
        return f"focus restore latest puts a backup in its place ({offer})." if offer else ""

    def _found(self) -> list[Backup]:
        """The newest first, and last those that were made while the clock was ahead."""
        ahead = self._desk.clock.read().wall_ms + MINUTE_MS
        return sorted(self._desk.db.backups.all(), key=lambda each: each.made_at > ahead)

    def _copy(self, number: int, backup: Backup) -> Copy:
        local = local_time(backup.made_at, self._desk.zone)
        now = local_time(self._desk.clock.read().wall_ms, self._desk.zone)
        year = f" {local.year}" if local.year != now.year else ""
        when = f"{day(str(local.date()))}{year} {local:%H:%M}"
        counts, trouble = {}, ""
        try:
            tables = backup.read()
            counts = {name: len(tables.get(name, {})) for name in NOUNS}
        except DataUnusable as error:
            trouble = str(error)
        return Copy(
            backup, number, when, f"{local:%Y-%m-%dT%H:%M:%S}", backup.size, counts, trouble
        )


def _sentences(first: str, fates: Fates) -> str:
    said = (
        f"{_FATES[fate]}: {intent}." if intent else f"{_FATES[fate]}." for fate, intent in fates
    )
    return " ".join([first, *said])


def _means(which: str, copy: Copy) -> bool:
    if re.fullmatch(r"[0-9]{1,4}", which):
        return int(which) == copy.number
    dated = re.fullmatch(r"[0-9]{4}-?[0-9]{2}[-0-9T:. ]*", which)
    return dated is not None and _digits(copy.local).startswith(_digits(which))


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def _counted(counts: Iterable[tuple[str, int]]) -> str:
    """`3 sessions and breaks, 2 thoughts, 1 other document`; empty for nothing."""
    of = dict(counts)
    parts = [plural(of[name], *noun) for name, noun in NOUNS.items() if of.get(name)]
    others = sum(count for name, count in of.items() if name not in NOUNS)
    return ", ".join([*parts, *([plural(others, OTHERS)] if others else [])])
