import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus_tui.store.text import Unreadable, parse, render

META = '{"meta": {"format": {"version": 1}}'

HOSTILE: list[tuple[bytes, str]] = [
    (b"", "is empty"),
    (b" \n\t\n", "is empty"),
    (b"\xef\xbb\xbf{}", "byte order mark"),
    ("{}".encode("utf-16"), "byte order mark"),
    (b'{"a": {}}\0\0\0', "NUL bytes"),
    (b"\0" * 4096, "NUL bytes"),
    (b'{\n<<<<<<< HEAD\n"a": {},\n=======\n"b": {}\n>>>>>>> other\n}', "unfinished merge"),
    (b'{"a": {', "is not JSON \\(line 1, column 8\\)"),
    (b'{"a": {}}{"a": {}}', "is not JSON"),
    (b'{"a": {},}', "is not JSON"),
    (b"{'a': {}}", "is not JSON"),
    (b'{"a": {"x": {"t": "\n"}}}', "is not JSON"),
    (b'{"a": {"x": {"t": "\xff"}}}', "is not UTF-8"),
    (b'{"a": {"x": {"t": NaN}}}', "holds NaN"),
    (b'{"a": {"x": {"t": -Infinity}}}', "holds -Infinity"),
    (b'{"a": {"x": {"t": 1e999}}}', "too large"),
    (b'{"a": {"x": {"t": 18446744073709551616}}}', "too large"),
    (b'{"a": {"x": {"t": ' + b"9" * 10_000 + b"}}}", "too large"),
    (b'{"a": {"x": {"t": "\\ud800"}}}', "can't be written again"),
    (b'{"a": {"x": {"\\ud800": 1}}}', "can't be written again"),
    (b'{"a": {"x": {"t": 1, "t": 2}}}', "has 't' twice"),
    (b'{"a": {"x": {}, "x": {}}}', "has 'x' twice"),
    (b'{"a": {}, "a": {}}', "has 'a' twice"),
    (b'{"a": {"x": {"t": ' + b"[" * 300 + b"]" * 300 + b"}}}", "can't be written again"),
    (b'{"a": {"x": {"t": ' + b"[" * 200_000 + b"]" * 200_000 + b"}}}", "nested too deeply"),
    (b"null", "is not an object of tables"),
    (b"[]", "is not an object of tables"),
    (b'"text"', "is not an object of tables"),
    (b'{"a": []}', "table 'a', which is not an object"),
    (b'{"a": {"x": 1}}', "in the table 'a' that is not a document"),
]


@pytest.mark.parametrize(("data", "said"), HOSTILE, ids=[said for _, said in HOSTILE])
def test_what_is_no_data_file_is_refused_with_the_reason(data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        parse(data, ours=False)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf{}", b'{"a": {', b'{"a": NaN}', b"null"])
def test_a_file_taken_for_ours_is_not_taken_on_trust(data: bytes) -> None:
    with pytest.raises(Unreadable):
        parse(data, ours=True)


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
_tables = st.dictionaries(
    st.text(max_size=5),
    st.dictionaries(st.text(max_size=5), st.dictionaries(st.text(), _json, max_size=3), max_size=3),
    max_size=3,
)


@settings(deadline=None)
@given(_tables)
def test_what_is_accepted_can_be_written_and_read_again(tables: dict[str, Any]) -> None:
    try:
        accepted = parse(json.dumps(tables).encode(), ours=False)
    except Unreadable:
        return
    written = render(accepted)
    assert parse(written, ours=False) == accepted == parse(written, ours=True)


@pytest.mark.parametrize("depth", range(225, 260))
def test_nesting_is_refused_before_it_can_not_be_written(depth: int) -> None:
    nested = b"[" * depth + b"]" * depth
    try:
        accepted = parse(b'{"a": {"x": {"t": ' + nested + b"}}}", ours=False)
    except Unreadable:
        assert depth > 225
        return
    pending: dict[str, Any] = {"meta": {"pending": {"2025": {"sessions": accepted["a"]}}}}
    assert parse(render(pending), ours=False) == pending


def test_each_document_has_its_line() -> None:
    tables: dict[str, Any] = {
        "meta": {"format": {"version": 1}},
        "ideas": {"a": {"n": [1, {}]}, "b": {}},
        "m": {},
    }
    lines = render(tables).decode().splitlines()
    assert [line for line in lines if line.startswith('"')] == [
        '"meta": {',
        '"format": {"version":1}',
        '"ideas": {',
        '"a": {"n":[1,{}]},',
        '"b": {}',
        '"m": {}',
    ]
