"""Backups as a person deals with them: made, looked through, put back."""

from collections.abc import Iterable
from dataclasses import dataclass

from focus_tui.domain.calendar import local_time
from focus_tui.domain.durations import day, plural
from focus_tui.domain.errors import DataUnusable, NotFound
from focus_tui.services.desk import Desk
from focus_tui.store.backups import Backup

NOUNS = {"sessions": ("session or break", "sessions and breaks"), "ideas": ("thought", "")}
OTHERS = "other document"


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup, and what is in it."""

    backup: Backup
    number: int
    """Its place in the list, the newest is 1."""
    when: str
    """Local day and time, `Mon 23 Nov 08:15`."""
    holds: str
    """`312 sessions and breaks, 40 thoughts`; what is wrong with it, where it is damaged."""
    good: bool


class Copies:
    """The backups of the data."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def make(self) -> Copy:
        """Make one now; DataUnusable when that is impossible."""
        return self._copy(1, self._desk.db.back_up())

    def all(self) -> tuple[Copy, ...]:
        """All of them, the newest first; each is read."""
        backups = self._desk.db.backups.all()
        return tuple(self._copy(number, each) for number, each in enumerate(backups, start=1))

    def newest_good(self) -> Copy | None:
        """The newest one that can be put back."""
        for number, backup in enumerate(self._desk.db.backups.all(), start=1):
            copy = self._copy(number, backup)
            if copy.good:
                return copy
        return None

    def named(self, which: str) -> Copy:
        """The one that a person means: its number, the beginning of its time, or `latest`.

        Raises NotFound.
        """
        if which == "latest":
            found = self.newest_good()
        else:
            digits = "".join(sign for sign in which if sign.isdigit())
            dated = len(digits) >= len("20261123")
            found = next(
                (
                    each
                    for each in self.all()
                    if (dated and each.backup.stamp.startswith(digits)) or str(each.number) == which
                ),
                None,
            )
        if found is None:
            raise NotFound(f"There is no backup “{which}”; focus restore lists them.")
        return found

    def difference(self, copy: Copy) -> str:
        """What putting it back would change, in words."""
        try:
            difference = self._desk.db.difference(copy.backup)
        except DataUnusable:
            return "The data can't be read now, so all that is in it comes back."
        parts = [
            f"{words} {verb}"
            for verb, counts in (
                ("less", difference.gone),
                ("more", difference.back),
                ("as they were", difference.changed),
            )
            if (words := _counted(counts))
        ]
        return f"Against now: {'; '.join(parts)}." if parts else "Against now: nothing changes."

    def restore(self, copy: Copy) -> str:
        """Put it in the data's place; what became of them comes back in a sentence."""
        aside = self._desk.db.restore(copy.backup)
        self._desk.changed()
        kept = f"what could not be read is kept as {aside}" if aside else "what was there is copied"
        return f"Restored: the backup of {copy.when}, {copy.holds}; {kept}."

    def hint(self) -> str:
        """For whoever can't read the data: which backup there is to put back, if there is one."""
        copy = self.newest_good()
        return f"A backup of {copy.when} is there ({copy.holds})." if copy else ""

    def _copy(self, number: int, backup: Backup) -> Copy:
        local = local_time(backup.made_at, self._desk.zone)
        when = f"{day(str(local.date()))} {local:%H:%M}"
        try:
            _, tables = backup.read()
        except DataUnusable as error:
            return Copy(backup, number, when, str(error), good=False)
        counts = {name: len(tables.get(name, {})) for name in NOUNS}
        holds = ", ".join(plural(counts[name], *noun) for name, noun in NOUNS.items())
        return Copy(backup, number, when, holds, good=True)


def _counted(counts: Iterable[tuple[str, int]]) -> str:
    """`3 sessions and breaks, 2 thoughts, 1 other document`; empty for nothing."""
    of = dict(counts)
    parts = [plural(of[name], *noun) for name, noun in NOUNS.items() if of.get(name)]
    others = sum(count for name, count in of.items() if name not in NOUNS)
    return ", ".join([*parts, *([plural(others, OTHERS)] if others else [])])
