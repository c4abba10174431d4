"""What an act is making of one file: documents put, removed and set back, and its account."""

from typing import Any

from focus_tui.domain.errors import DataUnusable
from focus_tui.store.codecs import CODECS
from focus_tui.store.fields import Misfit, Raw, instant, instant_ms
from focus_tui.store.journal import Change
from focus_tui.store.tables import Documents, Tin, Workspace

UPDATED = "updated_at"
_ABSENT: Any = object()


class Draft:
    """The changes of one act in one file, in memory until the file is written."""

    def __init__(
        self, storage: Workspace, *, now_ms: int, device: str, year: int | None = None
    ) -> None:
        storage.begin()
        self.device = device
        self.tin = Tin(storage)
        self._storage = storage
        self._now_ms = now_ms
        self._year = year
        self._touched: dict[tuple[str, str], None] = {}

    def documents(self, table: str) -> Documents:
        """A table as the act has made it so far."""
        return self.tin.documents(table)

    def has(self, table: str, id: str) -> bool:
        """Whether the file holds a document."""
        return self.documents(table).document(id) is not None

    def put(self, table: str, id: str, fields: Raw) -> None:
        """Make a document, or merge the fields over the one that is there."""
        stored = self.documents(table).document(id)
        if stored is None:
            made = instant("created_at", self._now_ms)
            stored = {"created_at": made, "device": self.device}
            self._replace(table, id, fields | stored, self._before(table, id))
        elif any(stored.get(name, _ABSENT) != value for name, value in fields.items()):
            self._replace(table, id, stored | fields, self._before(table, id))

    def take(self, table: str, id: str, raw: Raw) -> None:
        """Hold a document of another file, as it is there, with all that nobody knows of it."""
        self._replace(table, id, dict(raw), raw)

    def remove(self, table: str, id: str) -> None:
        """Take a document out of the file."""
        self._touched[table, id] = None
        self.documents(table).drop(id)

    def _before(self, table: str, id: str) -> Raw | None:
        return self._storage.kept.get(table, {}).get(id)

    def _replace(self, table: str, id: str, raw: Raw, older: Raw | None) -> None:
        self._touched[table, id] = None
        stamp = self._later_than(older.get(UPDATED) if older else None)
        self.documents(table).replace(id, {**raw, UPDATED: stamp})

    def _later_than(self, before: object) -> str:
        """Now; later than before even when the wall clock was set back."""
        if isinstance(before, str):
            try:
                return instant(UPDATED, max(self._now_ms, instant_ms(before) + 1))
            except (ValueError, Misfit):
                pass  # a hand put something else there, or the end of time
        return instant(UPDATED, self._now_ms)

    def holds(self, change: Change, found: Raw | None, other: Raw | None) -> bool:
        """Whether a document still is as one side of a change (`found`) left it."""
        stored = self.documents(change.table).document(change.id)
        if stored is None or found is None:
            return stored is found
        names = stored.keys() | found.keys() if other is None else found.keys() | other.keys()
        return all(
            stored.get(name, _ABSENT) == found.get(name, _ABSENT) for name in names - {UPDATED}
        )

    def set_back(self, change: Change, found: Raw | None, wanted: Raw | None) -> None:
        """Bring a document from one side of a change to the other."""
        stored = self.documents(change.table).document(change.id)
        if wanted is None:
            self.remove(change.table, change.id)
            return
        raw = {
            name: wanted.get(name, value)
            for name, value in (stored or {}).items()
            if name in wanted or name not in (found or {})
        } | wanted
        if codec := CODECS.get(change.table):
            try:
                codec.decode(change.id, raw)
            except Misfit as misfit:
                raise DataUnusable(
                    f"The undo journal is damaged: what it holds for the {codec.noun} {change.id} "
                    f"is none, because its {misfit}. It can't be undone."
                ) from None
        self._replace(change.table, change.id, raw, stored or wanted)

    def changes(self) -> list[Change]:
        """What is different now, in the order in which it was first touched."""
        changes = []
        for table, id in self._touched:
            before, after = self._before(table, id), self.documents(table).document(id)
            if before is None or after is None:
                if before is not after:
                    changes.append(Change(table, id, before, after and dict(after), self._year))
            elif names := [
                name
                for name in before | after
                if name != UPDATED and before.get(name, _ABSENT) != after.get(name, _ABSENT)
            ]:
                old = {name: before[name] for name in names if name in before}
                new = {name: after[name] for name in names if name in after}
                changes.append(Change(table, id, old, new, self._year))
        return changes
