"""The text of a data file: tables of documents as JSON, a line for each document."""

import codecs
import json
import re
from collections.abc import MutableMapping
from math import isfinite
from typing import Any, NoReturn

import orjson

from focus_tui.store.fields import Raw
from focus_tui.store.lines import LineTable, lined

Table = MutableMapping[str, Raw]
Tables = dict[str, Table]

META = "meta"
"""The table of what the program notes for itself: the format's version, a pending act."""

# orjson writes 64 bits and 254 levels; the levels left here are for what the program may put
# around a document (a pending act in the table above, a line of the journal).
_LEAST, _MOST = -(1 << 63), (1 << 63) - 1
_LEVELS_LEFT = 12
_CONFLICT = re.compile(rb"^(<{7} |={7}\r?$|>{7} )", re.MULTILINE)


class Unreadable(Exception):
    """Bytes that are not a data file; the message completes "FILE …"."""


def parse(data: bytes, *, ours: bool) -> Tables:
    """The tables in a data file; Unreadable when it is none.

    What we wrote ourselves is parsed fast. What anybody else touched is parsed strictly: a name
    that stands twice, NaN, numbers and nesting that could not be written again are refused, so
    that nothing is lost by the next save.
    """
    if ours:
        try:
            return _shaped(orjson.loads(data))
        except orjson.JSONDecodeError:
            pass  # not what we wrote after all; the strict parser finds the words
    return _strict(data)


def _strict(data: bytes) -> Tables:
    if not data.strip():
        raise Unreadable("is empty")
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Unreadable("begins with a byte order mark; save it as plain UTF-8")
    if b"\0" in data:
        raise Unreadable("holds NUL bytes, so it was damaged")
    try:
        tables = _shaped(
            json.loads(
                data.decode("utf-8"),
                object_pairs_hook=_object,
                parse_constant=_constant,
                parse_float=_float,
                parse_int=_int,
            )
        )
        _write(tables)
        return tables
    except UnicodeDecodeError as error:
        raise Unreadable(f"is not UTF-8 (byte {error.start})") from None
    except json.JSONDecodeError as error:
        if _CONFLICT.search(data):
            raise Unreadable("holds the marks of an unfinished merge") from None
        raise Unreadable(f"is not JSON (line {error.lineno}, column {error.colno})") from None
    except RecursionError:
        raise Unreadable("is nested too deeply") from None
    except orjson.JSONEncodeError as error:
        raise Unreadable(f"holds what can't be written again ({error})") from None


def _write(tables: Tables) -> None:
    documents: object = {name: table for name, table in tables.items() if name != META}
    for _ in range(_LEVELS_LEFT):
        documents = [documents]
    orjson.dumps(documents)
    orjson.dumps(tables)


def _object(pairs: list[tuple[str, Any]]) -> Raw:
    result = dict(pairs)
    if len(result) != len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise Unreadable(f"has {_named(name)} twice in one place")
            seen.add(name)
    return result


def _named(name: str) -> str:
    return ascii(name if len(name) <= 40 else f"{name[:40]}...")


def _constant(name: str) -> NoReturn:
    raise Unreadable(f"holds {name}, which is no number")


def _float(text: str) -> float:
    if not isfinite(value := float(text)):
        raise Unreadable(f"holds the number {text[:20]}, which is too large")
    return value


def _int(text: str) -> int:
    if len(text) > 20 or not _LEAST <= (value := int(text)) <= _MOST:
        raise Unreadable(f"holds the number {text[:20]}, which is too large")
    return value


def _shaped(value: Any) -> Tables:
    if not isinstance(value, dict):
        raise Unreadable("is not an object of tables")
    for name, table in value.items():
        if not isinstance(table, dict):
            raise Unreadable(f"holds the table {_named(name)}, which is not an object of documents")
        if not all(isinstance(document, dict) for document in table.values()):
            raise Unreadable(f"holds something in the table {_named(name)} that is not a document")
    return value


def render(tables: Tables) -> bytes:
    """The text of a whole file.

    A line for each document keeps the file readable, and short what version control and
    synchronisation see of a change; lines of what did not change are not made anew.
    """
    pieces = [b"{"]
    for name, table in tables.items():
        text = lined(table).text()
        head = orjson.dumps(name)
        pieces += [head + b": {", text, b"},"] if text else [head + b": {},"]
    pieces[-1] = pieces[-1].removesuffix(b",")
    return b"\n".join([*pieces, b"}", b""])


def split(data: bytes) -> Tables:
    """The tables of a file that is to the byte as `render` made it; no document is parsed yet."""
    tables: Tables = {}
    at = data.index(b"\n") + 1
    while data.startswith(b'"', at):
        end = data.index(b"\n", at)  # which no text of ours holds as it is
        head, _, brace = data[at:end].removesuffix(b",").rpartition(b": ")
        text, at = b"", end + 1
        if brace == b"{":
            end = data.index(b"}\n}", at) + 1
            text, at = data[at:end], data.index(b"\n", end + 1) + 1
        tables[orjson.loads(head)] = LineTable(text)
    return tables
