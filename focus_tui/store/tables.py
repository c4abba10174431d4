"""TinyDB over tables kept in memory: documents found by their ids, replaced and never changed."""

from collections.abc import Callable, Collection, ItemsView, Mapping, Sequence
from itertools import islice
from typing import Any, cast

import orjson
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from focus_tui.store.fields import Raw
from focus_tui.store.lines import LineTable, lined
from focus_tui.store.text import Table as RawTable
from focus_tui.store.text import Tables


class Workspace(Storage):
    """Tables, and inside an act what it makes of them.

    What is kept is never changed in place: an act works on its own copies of the tables it
    touches, so whoever holds the tables from before goes on seeing them.
    """

    def __init__(self, kept: Tables | None = None) -> None:
        self._kept = kept
        self._working: Tables | None = None
        self._copied: set[str] = set()

    @property
    def kept(self) -> Tables:
        """The tables as no act has touched them. Not to be changed."""
        assert self._kept is not None, "read first"
        return self._kept

    def begin(self) -> None:
        """Begin an act on the tables as they are."""
        self._working = dict(self.kept)
        self._copied.clear()

    def keep(self) -> None:
        """End the act; the tables as it has made them are the ones kept now."""
        self._kept = self.read()
        self.end()

    def end(self) -> None:
        """End the act; what it has made is forgotten."""
        self._working = None

    def writable(self, name: str) -> RawTable:
        """The act's own copy of a table."""
        if self._working is None:
            raise RuntimeError("the data are changed only inside an act")
        if name not in self._copied:
            self._working[name] = lined(self._working.get(name, {})).copy()
            self._copied.add(name)
        return self._working[name]

    def read(self) -> Tables:  # type: ignore[override]
        """For TinyDB, which only reads them: the act's tables inside one, else those kept."""
        return self.kept if self._working is None else self._working

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """For TinyDB: into memory, and only inside an act."""
        if self._working is None:
            raise RuntimeError("the data are changed only inside an act")
        self._working = cast(Tables, data)


class Documents(Table):
    """A table whose keys are ids (texts), and whose documents are replaced, never changed.

    TinyDB's own way would copy the whole table twice at each change, to convert its keys, and
    would change documents in place.
    """

    document_id_class = str  # type: ignore[assignment]

    def document(self, id: str) -> Raw | None:
        """The document with that id: the same object for as long as it is not replaced."""
        return self._raw().get(id)

    def items(self) -> ItemsView[str, Raw]:
        """All documents with their ids, in no order."""
        return self._raw().items()

    @property
    def version(self) -> object:
        """The same object for as long as each document is the same."""
        table = self._raw()
        return table.version if isinstance(table, LineTable) else table

    def touched(self, since: object) -> frozenset[str] | None:
        """The ids of what may be another document since that version; None when nobody knows."""
        table = self._raw()
        return table.touched(since) if isinstance(table, LineTable) else None

    def ids(self) -> list[str]:
        """All ids, in order."""
        return sorted(self._raw())

    def ids_where(self, fields: Mapping[str, object]) -> list[str]:
        """The ids of the documents whose stored fields are exactly these, in order.

        A loop of its own, because calling TinyDB's test for each document takes several times as
        long; one field at a time for the same reason.
        """
        table = self._raw()
        empty = next((name for name, value in fields.items() if value is None), "")
        ids: Collection[str] = table
        if empty and isinstance(table, LineTable):
            ids = table.ids_without(empty)
        for name, value in fields.items():
            ids = [id for id in ids if table[id].get(name) == value]
        return sorted(ids)

    def ids_last(self, field: str, text: str, most: int) -> list[str]:
        """The ids of the last documents that were added and have this text as a field."""
        table = self._raw()
        may = table.last_with(field, text, most) if isinstance(table, LineTable) else table
        last_first = may if isinstance(may, list) else reversed(list(may))
        return list(islice((id for id in last_first if table[id].get(field) == text), most))

    def ids_having(self, field: str, begins: str) -> list[str]:
        """The ids of the documents of which a stored field, as JSON, begins so, in order."""
        table, piece = self._raw(), begins.encode()
        may = table.ids_having(field, begins) if isinstance(table, LineTable) else table
        return sorted(id for id in may if orjson.dumps(table[id].get(field)).startswith(piece))

    def ids_holding(self, field: str, texts: Sequence[str]) -> list[str]:
        """The ids of the documents of which a field holds, in any case, these texts in order."""
        return sorted(lined(self._raw()).ids_holding(field, texts))

    def ids_among(self, field: str, wanted: Collection[str]) -> list[str]:
        """The ids of the documents of which a stored field is one of these texts, in order."""
        texts, table = frozenset(wanted), self._raw()
        may = table.ids_with(field, texts) if isinstance(table, LineTable) else table
        return sorted(
            id for id in may if isinstance(value := table[id].get(field), str) and value in texts
        )

    def _raw(self) -> RawTable:
        return cast(RawTable, self._read_table())

    def replace(self, id: str, raw: Raw) -> None:
        """Put a document in the place of the one with its id, or at the end."""
        document = Document(raw, doc_id=cast(int, id))
        self._update_table(lambda table: table.__setitem__(document.doc_id, dict(document)))

    def drop(self, id: str) -> None:
        """Take a document away, if it is there."""
        self.remove(doc_ids=[cast(int, id)])

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        table = cast(Workspace, self.storage).writable(self.name)
        updater(cast(dict[int, Mapping[str, Any]], table))


class Tin(TinyDB):
    """A TinyDB of such tables, over a workspace."""

    table_class = Documents

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(storage=lambda: workspace)

    def documents(self, name: str) -> Documents:
        """A table by its name. Nothing is gained by TinyDB's cache of queries."""
        return cast(Documents, self.table(name, cache_size=0))
