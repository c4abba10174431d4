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

    def __init__(
        self,
        text: bytes,
        lines: dict[str, bytes] | None = None,
        parsed: dict[str, Raw] | None = None,
    ) -> None:
        """The text is one line for each document, `"id": {…}`, with `,` between them.

        Where there are `lines` already, each with its `,`, these count and the text does not.
        """
        self._text = text
        self._split = lines
        self._parsed = {} if parsed is None else parsed

    @property
    def _lines(self) -> dict[str, bytes]:
        if self._split is None:
            lines = (self._text + b",").split(b"\n") if self._text else []
            self._split = {_id(line): line for line in lines}
            self._text = b""
        return self._split

    def copy(self) -> "LineTable":
        """Another table of the same documents."""
        return LineTable(b"", dict(self._lines), dict(self._parsed))

    def text(self) -> bytes:
        """The text as it is now; empty without documents."""
        if self._split is None:
            return self._text
        for id in [id for id, line in self._split.items() if line is _NOT_YET]:
            raw = orjson.dumps(self._parsed[id])
            self._split[id] = b"%b: %b," % (orjson.dumps(id), raw)
        return b"\n".join(self._split.values())[:-1]

    def __getitem__(self, id: str) -> Raw:
        raw = self._parsed.get(id)
        if raw is None:
            raw = self._parsed[id] = _document(id, self._lines[id])
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
        wanted = [_name(field) + orjson.dumps(text) for text in texts]
        if self._split is None:
            return list(dict.fromkeys(id for each in wanted for id in self._in_text(each)))
        find = re.compile(b"|".join(map(re.escape, wanted))).search
        return [id for id, line in self._split.items() if line is _NOT_YET or find(line)]

    def _in_text(self, piece: bytes) -> Iterator[str]:
        """The ids in whose lines a piece of text stands; their documents are parsed."""
        at = self._text.find(piece)
        while at >= 0:
            begin, end = self._text.rfind(b"\n", 0, at) + 1, self._text.find(b"\n", at)
            line = self._text[begin:end] if end >= 0 else self._text[begin:] + b","
            id = _id(line)
            if id not in self._parsed:
                self._parsed[id] = _document(id, line)
            yield id
            at = self._text.find(piece, end) if end >= 0 else -1

    def ids_without(self, *fields: str) -> list[str]:
        """The ids of the documents of which all these fields are null or missing."""
        ids = list(self._lines)
        for field in fields:
            # A space stands only behind an id.
            find = re.compile(re.escape(_name(field)) + b"(?!null| )").search
            ids = [id for id in ids if not (find(line := self._lines[id]) and _is_flat(line))]
        return ids

    def ids_below(self, field: str, end: str) -> list[str]:
        """The ids of the documents of which a field is a text that sorts before that one."""
        find = re.compile(re.escape(_name(field)) + b'"(.{%d})' % len(end)).search
        limit = end.encode()
        return [
            id
            for id, line in self._lines.items()
            if not ((found := find(line)) and found[1] >= limit and _is_flat(line))
        ]


def lined(table: MutableMapping[str, Raw]) -> LineTable:
    """The table as one of lines, which are made when they are needed."""
    if isinstance(table, LineTable):
        return table
    return LineTable(b"", dict.fromkeys(table, _NOT_YET), dict(table))


def _is_flat(line: bytes) -> bool:
    """Whether the document holds no object, which might have fields of the same names.

    Inside a text nothing looks like a field: its quotes are written in another way.
    """
    return line.count(b"{") == 1


def _document(id: str, line: bytes) -> Raw:
    found: Raw = orjson.loads(b"{%b}" % line[:-1])[id]
    return found


def _id(line: bytes) -> str:
    text = line[1 : line.index(b'"', 1)]
    if b"\\" in text:
        return str(next(iter(orjson.loads(b"{%b}" % line[:-1]))))
    return text.decode()


def _name(field: str) -> bytes:
    return orjson.dumps(field) + b":"
