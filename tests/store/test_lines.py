import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus_tui.store.lines import LineTable, lined
from focus_tui.store.text import render, split

_json = st.recursive(
    st.none() | st.booleans() | st.integers(-(1 << 63), (1 << 63) - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=5,
)
_field = st.sampled_from(["on", "place", 'a"on', "2025", '"', "\\", "{", ": ", "null"])
_document = st.dictionaries(_field | st.text(max_size=2), _json | _field, max_size=4)
_table = st.dictionaries(_field | st.text(max_size=3), _document, max_size=4)
_tables = st.dictionaries(_field | st.text(max_size=3), _table, max_size=3)


def read(tables: Any) -> dict[str, Any]:
    return {name: dict(table) for name, table in tables.items()}


def written(table: dict[str, Any]) -> LineTable:
    found = split(render({"t": table}))["t"]
    assert isinstance(found, LineTable)
    return found


@settings(deadline=None)
@given(_tables)
def test_what_was_written_is_split_again(tables: dict[str, Any]) -> None:
    text = render(tables)
    assert read(split(text)) == tables
    assert [*split(text)] == [*tables]
    assert render(split(text)) == text


_act = st.one_of(
    st.tuples(st.just("put"), _field, _document),
    st.tuples(st.just("drop"), _field, st.none()),
    st.tuples(st.just("text"), st.none(), st.none()),
    st.tuples(st.just("copy"), st.none(), st.none()),
)


@settings(deadline=None)
@given(_table, st.lists(_act, max_size=24))
def test_a_text_mended_is_the_one_that_all_lines_make(
    table: dict[str, Any], acts: list[tuple[str, Any, Any]]
) -> None:
    lines, documents = written(table), dict(table)
    for act, id, document in acts:
        if act == "put":
            lines[id] = documents[id] = document
        elif act == "drop" and id in documents:
            del lines[id], documents[id]
        elif act == "copy":
            lines = lines.copy()
        elif act == "text":
            lines.text()
    assert lines.text() == LineTable(None, documents).text()
    assert dict(split(render({"t": lines}))["t"]) == documents


def _text(value: object) -> str:
    return value.casefold() if isinstance(value, str) else ""


@settings(deadline=None)
@given(_table, _field)
def test_all_that_is_sought_is_found_in_the_text(table: dict[str, Any], field: str) -> None:
    lines = written(table)
    texts = ["on", '"', "\\", "2026"]
    assert {id for id, raw in table.items() if raw.get(field) in texts} <= {
        *lines.ids_with(field, texts)
    }
    assert {id for id, raw in table.items() if raw.get(field) is None} <= {
        *lines.ids_without(field)
    }
    for text in ("ON", '"', "\\", "ß", "2026"):
        holding = {id for id, raw in table.items() if text.casefold() in _text(raw.get(field))}
        assert holding == {*lines.ids_holding(field, [text])}
    years = {id for id, raw in table.items() if str(raw.get(field))[:4] in ("2024", "2025")}
    assert years <= {*lines.ids_below(field, "2026")}


DOCUMENTS: dict[str, Any] = {
    "old": {"on": "2025-12-31", "place": None},
    "new": {"on": "2026-01-01", "place": ["a", "b"]},
    "bare": {"n": 1},
    "inner": {"x": {"on": "2026-01-01", "place": [1]}, "on": "2025-01-01"},
    "typed": {"t": '{"on":"2026-01-01","place":[1]}', "on": "2025-01-01"},
}


def test_what_is_not_sought_is_not_found() -> None:
    table = written({**DOCUMENTS, "plain": {"on": "2026-05-05", "place": [None, "c"]}})
    for _ in range(2):
        assert table.ids_with("on", ["2026-01-01"]) == ["new", "inner"]
        assert table.ids_without("place") == ["old", "bare", "inner", "typed"]
        assert [*table.ids_below("on", "2026")] == ["old", "inner", "typed"]
        assert table.ids_holding("t", ['{"ON":"2026', "place"]) == ["typed"]


def test_what_was_found_follows_each_change() -> None:
    table = written(DOCUMENTS)
    assert table.ids_with("on", ["2026-01-01"]) == ["new", "inner"]
    assert table.ids_without("place") == ["old", "bare", "inner", "typed"]
    later = table.copy()
    later["bare"] = {"on": "2026-01-01"}
    del later["inner"]
    assert {"new", "bare"} <= {*later.ids_with("on", ["2026-01-01"])} <= {*later}
    assert {"old", "bare", "typed"} <= {*later.ids_without("place")} <= {*later}
    assert table.ids_with("on", ["2026-01-01"]) == ["new", "inner"]
    assert [*later.ids_below("on", "2026")] == ["old", "typed"]
    assert {*later.ids_holding("on", ["2026"])} == {"new", "bare"}
    for year in range(2000, 2100):
        later.ids_with("on", [f"{year}-05-05"])
    assert later.ids_with("on", ["2026-01-01"]) == ["new", "bare"]
    later["typed"] = {"on": "2026-03-03"}
    del later["bare"]
    assert {*later.ids_holding("on", ["2026"])} == {"new", "typed"}
    assert table.ids_holding("on", ["2026"]) == ["new"]


def test_a_copy_is_changed_alone_and_only_its_changes_are_written_anew() -> None:
    table = written(DOCUMENTS)
    kept = table["old"]
    copy = table.copy()
    copy["new"] = {"on": "2026-02-02"}
    copy["more"] = {"n": 2}
    del copy["bare"]
    assert copy["old"] is kept is table["old"]
    assert dict(table) == DOCUMENTS
    text = render({"t": copy})
    assert json.loads(text) == {"t": dict(copy)}
    assert render({"t": table}) == render({"t": DOCUMENTS})
    assert [*copy] == ["old", "new", "inner", "typed", "more"]
    with pytest.raises(KeyError):
        copy["bare"]
    assert copy.get("bare") is None
    assert lined(copy) is copy


@pytest.mark.parametrize(
    "title", ["x", "{", "{0}", '"place":null', '{"place":null}', ',{"place":[1]}']
)
def test_fields_that_each_document_has_are_counted(title: str) -> None:
    flat = {
        "a": {"title": title, "place": None},
        "b": {"place": [None, "r"], "title": title},
        "c": {"title": title, "place": ["a", "r"]},
    }
    assert set(written(flat).ids_without("place")) >= {"a"}
    assert len(written(flat).ids_without("place")) == 1 or title.endswith("{")
    inside = {**flat, "d": {"inner": {"place": [1]}}, "e": {"place": None, "i": {"place": None}}}
    assert {"a", "d", "e"} <= {*written(inside).ids_without("place")}
    some = {**flat, "d": {"title": title}}
    assert {"a", "d"} <= {*written(some).ids_without("place")}
    assert written({}).ids_without("place") == []
