"""A table as the lines in which we wrote it: a document that nobody asks for is never parsed.

Ten years hold thousands of them, of which a day needs a few.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, MutableMapping, Sequence

import orjson

from focus_tui.store.fields import Raw
from focus_tui.store.folded import Folded

_NOT_YET = b""
_MOST_QUESTIONS = 16
_OBJECT = b'{"'
_MOST_MENDED = 8
"""To find the places of more lines takes longer than to join all of them."""


class LineTable(MutableMapping[str, Raw]):
    """Documents by id. A document is the same object for as long as it is not replaced.

    The methods that find ids look at the text only: all that is sought is among what they find,
    and perhaps a little more; `ids_holding` finds no more. What they found is kept for whoever asks
    again.
    """

    def __init__(self, text: bytes | None, parsed: dict[str, Raw] | None = None) -> None:
        """The text is one line for each document, `"id": {…}`, with `,` between them.

        Without a text the documents are those `parsed`, which are this table's from now on.
        """
        self._text = text
        self._newer: dict[str, bool] = {}
        """Ids of documents whose lines in the text are older, or, where it is False, not there."""
        self._parsed = {} if parsed is None else parsed
        self._split = None if text is not None else dict.fromkeys(self._parsed, _NOT_YET)
        self._found: dict[tuple[str, ...], dict[str, None]] = {}
        self._folded: dict[str, Folded] = {}
        """By field the texts that were looked into in any case."""
        self.version: object = object()
        """Another object once a document is another one; a copy begins with the same."""
        self._begun: object = self.version
        self._touched: set[str] = set()

    @property
    def _lines(self) -> dict[str, bytes]:
        """By id the lines, each with its `,`; an empty one has to be made from its document."""
        if self._split is None:
            lines = (self._text + b",").split(b"\n") if self._text else []
            self._split = {_id(line): line for line in lines}
        return self._split

    def copy(self) -> "LineTable":
        """Another table of the same documents."""
        # A dict's own copy is one step where something was deleted before too, as `dict` is not.
        copy = LineTable(self._text, self._parsed.copy())
        copy._split = self._lines.copy()
        copy._newer = dict(self._newer)
        copy._found = {asked: ids.copy() for asked, ids in self._found.items()}
        copy._folded = {field: texts.copy() for field, texts in self._folded.items()}
        copy.version = copy._begun = self.version
        return copy

    def touched(self, since: object) -> frozenset[str] | None:
        """The ids of what was put or deleted since that version; None when nobody knows."""
        if since is self.version:
            return frozenset()
        return frozenset(self._touched) if since is self._begun else None

    def _touch(self, id: str) -> None:
        self._touched.add(id)
        for folded in self._folded.values():
            folded.forget(id)
        self.version = object()

    def text(self) -> bytes:
        """The text as it is now; empty without documents."""
        if self._text is None:
            for id, line in self._lines.items():
                if line is _NOT_YET:
                    self._make_line(id)
            self._text = b"\n".join(self._lines.values())[:-1]
        elif self._newer:
            for id in self._newer:
                self._make_line(id)
            self._text = self._mended(self._text)
        self._newer.clear()
        return self._text

    def _make_line(self, id: str) -> None:
        self._lines[id] = b"%b: %b," % (orjson.dumps(id), orjson.dumps(self._parsed[id]))

    def _mended(self, text: bytes) -> bytes:
        """The text with the lines that are newer: of thousands an act changes a few."""
        if len(self._newer) > _MOST_MENDED or not text:
            return b"\n".join(self._lines.values())[:-1]
        pieces, at, whole = list[bytes | memoryview](), 0, memoryview(text)
        older = ((*_place(text, id), id) for id, is_there in self._newer.items() if is_there)
        for begin, end, id in sorted(older):
            pieces += [whole[at:begin], self._lines[id][:-1]]
            at = end
        pieces.append(whole[at:])
        for id, is_there in self._newer.items():
            if not is_there:
                pieces += [b",\n", self._lines[id][:-1]]
        return b"".join(pieces)

    def __getitem__(self, id: str) -> Raw:
        raw = self._parsed.get(id)
        if raw is None:
            raw = self._parsed[id] = _document(id, self._lines[id])
        return raw

    def __setitem__(self, id: str, raw: Raw) -> None:
        self._newer.setdefault(id, id in self._lines)
        self._lines[id] = _NOT_YET
        self._parsed[id] = raw
        self._touch(id)
        for ids in self._found.values():
            ids[id] = None

    def __delitem__(self, id: str) -> None:
        del self._lines[id]
        self._parsed.pop(id, None)
        self._text = None
        self._touch(id)
        for ids in self._found.values():
            ids.pop(id, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, id: object) -> bool:
        return id in self._lines

    def ids_with(self, field: str, texts: Collection[str]) -> list[str]:
        """The ids of the documents of which a field is one of these texts."""
        wanted = [_name(field) + orjson.dumps(text) for text in texts]
        return self._ids(
            ("with", field, *sorted(texts)),
            lambda: (id for each in wanted for id in self._in_text(_finds(each, self.text()))),
        )

    def last_with(self, field: str, text: str, most: int) -> list[str]:
        """The ids of the last lines of which a field is this text, the last one first."""
        piece, whole, ids = _name(field) + orjson.dumps(text), self.text(), list[str]()
        at = len(whole)
        while len(ids) < most and (at := whole.rfind(piece, 0, at)) >= 0:
            ids += self._in_text((at,))
        return ids

    def ids_having(self, field: str, begins: str) -> list[str]:
        """The ids of the documents of which a field, as JSON, begins so."""
        piece = _name(field) + begins.encode()
        asked = "having", field, begins
        return self._ids(asked, lambda: self._in_text(_finds(piece, self.text())))

    def ids_holding(self, field: str, texts: Sequence[str]) -> list[str]:
        """The ids of the documents of which a field holds, in any case, these texts in order."""
        folded = self._folded.setdefault(field, Folded())
        folded.fill(self._lines.keys(), lambda id: self._there(id).get(field))
        return folded.holding(texts)

    def _there(self, id: str) -> Raw:
        """A document, which is not kept."""
        raw = self._parsed.get(id)
        return _document(id, self._lines[id]) if raw is None else raw

    def ids_without(self, field: str) -> list[str]:
        """The ids of the documents of which a field is null or missing."""
        return self._ids(("without", field), lambda: self._without(field))

    def ids_below(self, field: str, end: str) -> Iterator[str]:
        """The ids of the documents of which a field is a text that sorts before that one."""
        begin = re.escape(_name(field)) + b'"(.{%d})' % len(end)
        limit, found = end.encode(), re.finditer(begin, self.text())
        return self._in_text(each.start() for each in found if each[1] < limit)

    def _ids(self, asked: tuple[str, ...], find: Callable[[], Iterable[str]]) -> list[str]:
        if asked not in self._found:
            if len(self._found) >= _MOST_QUESTIONS:
                self._found.clear()
            self._found[asked] = dict.fromkeys(find())
        return list(self._found[asked])

    def _without(self, field: str) -> Iterable[str]:
        # Nothing inside a text looks like a field, as its quotes are written in another way. An
        # object inside a document may have such a field too.
        text, name = self.text(), _name(field)
        documents = text.count(b"\n") + 1
        if text.count(_OBJECT) == documents == text.count(b"," + name) + text.count(b"{" + name):
            return self._in_text(_finds(name + b"null", text))  # as each document has it
        find = re.compile(b"[{,]" + re.escape(name) + b"(?!null)").search
        lines = self._lines.items()
        return (id for id, line in lines if not (find(line) and line.count(_OBJECT) == 1))

    def _in_text(self, places: Iterable[int]) -> Iterator[str]:
        """The ids of the lines at those places; their documents are parsed."""
        text = self.text()
        for at in places:
            begin, end = text.rfind(b"\n", 0, at) + 1, text.find(b"\n", at)
            line = text[begin:end] if end >= 0 else text[begin:] + b","
            id = _id(line)
            if id not in self._parsed:
                self._parsed[id] = _document(id, line)
            yield id


def lined(table: MutableMapping[str, Raw]) -> LineTable:
    """The table as one of lines, which are made when they are needed."""
    return table if isinstance(table, LineTable) else LineTable(None, dict(table))


def _place(text: bytes, id: str) -> tuple[int, int]:
    """Where a document's line begins in the text, and where it ends without its `,`."""
    name = orjson.dumps(id) + b": "
    at = 0 if text.startswith(name) else text.index(b"\n" + name) + 1
    end = text.find(b"\n", at)
    return at, end - 1 if end >= 0 else len(text)


def _finds(piece: bytes, text: bytes) -> Iterator[int]:
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + len(piece))


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
