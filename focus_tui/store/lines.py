"""A table as the lines in which we wrote it: a document that nobody asks for is never parsed.

Ten years hold thousands of them, of which a day needs a few.
"""

import re
from collections.abc import Collection, Iterator, MutableMapping

import orjson

from focus_tui.store.fields import Raw

_NOT_YET = b""


class LineTable(MutableMapping[str, Raw]):
    """Documents by id. A document is the same object for as long as it is not replaced.

    The methods that find ids look at the text only: all that is sought is among what they find,
    and perhaps a little more.
    """

    def __init__(self, lines: dict[str, bytes], parsed: dict[str, Raw] | None = None) -> None:
        """By id the lines, `"id": {…},` each; both dicts are this table's from now on."""
        self._lines = lines
        self._parsed = {} if parsed is None else parsed

    def copy(self) -> "LineTable":
        """Another table of the same documents."""
        return LineTable(dict(self._lines), dict(self._parsed))

    def lines(self) -> list[bytes]:
        """All lines, in order."""
        for id in [id for id, line in self._lines.items() if line is _NOT_YET]:
            self._lines[id] = line_of(id, self._parsed[id])
        return list(self._lines.values())

    def __getitem__(self, id: str) -> Raw:
        raw = self._parsed.get(id)
        if raw is None:
            raw = self._parsed[id] = orjson.loads(b"{%b}" % self._lines[id][:-1])[id]
        return raw

    def __setitem__(self, id: str, raw: Raw) -> None:
        self._parsed[id] = raw
        self._lines[id] = _NOT_YET

    def __delitem__(self, id: str) -> None:
        del self._lines[id]
        self._parsed.pop(id, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, id: object) -> bool:
        return id in self._lines

    def ids_with(self, field: str, texts: Collection[str]) -> list[str]:
        """The ids of the documents of which a field is one of these texts."""
        wanted = b"|".join(re.escape(orjson.dumps(text)) for text in texts)
        find = re.compile(b"%b(?:%b)" % (re.escape(_name(field)), wanted)).search
        return [id for id, line in self._lines.items() if line is _NOT_YET or find(line)]

    def ids_without(self, field: str) -> list[str]:
        """The ids of the documents of which a field is null or missing."""
        return [id for id, text in self._texts(field) if not text or text.startswith(b"null")]

    def ids_below(self, field: str, end: str) -> list[str]:
        """The ids of the documents of which a field is a text that sorts before that one."""
        limit = b'"' + end.encode()
        return [id for id, text in self._texts(field) if text[: len(limit)] < limit]

    def _texts(self, field: str) -> Iterator[tuple[str, bytes]]:
        """Each id, and the text that begins with the field's value; empty where it is not known."""
        name = _name(field)
        for id, line in self._lines.items():
            at = line.find(name, line.find(b"{"))
            # An object inside may have such a field too; inside a text nothing looks like one.
            if at < 0 or line.count(b"{") != 1:
                yield id, b""
            else:
                yield id, line[at + len(name) :]


def lined(table: MutableMapping[str, Raw]) -> LineTable:
    """The table as one of lines, which are made when they are needed."""
    if isinstance(table, LineTable):
        return table
    return LineTable(dict.fromkeys(table, _NOT_YET), dict(table))


def line_of(id: str, raw: Raw) -> bytes:
    """The line of a document, as all lines but a table's last one end."""
    return b"%b: %b," % (orjson.dumps(id), orjson.dumps(raw))


def id_of(line: bytes) -> str:
    """The id of the document in a line."""
    text = line[1 : line.index(b'"', 1)]
    if b"\\" in text:
        return str(next(iter(orjson.loads(b"{%b}" % line[:-1]))))
    return text.decode()


def _name(field: str) -> bytes:
    return orjson.dumps(field) + b":"
