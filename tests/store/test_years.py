"""Past years move into their archives by themselves."""

import json
from pathlib import Path

import pytest

from focus_tui.domain.errors import DataUnusable, Refused
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.store.database import Database
from tests.store.given import add_idea, database, mark, session, titles
from tests.store.years import ONS, clock, files, lived, lying, on, record

HOT = """\
{
"meta": {
"format": {"version":1}
},
"sessions": {
"d": {"on":"2026-01-01","x":1},
"c": {"on":"2025-12-31","x":[1.50,null,"\\u00e9\\u4e16"],"updated_at":"2026-01-01T00:00:00.000Z"},
"bad": {"on":"2025-13-77x","x":1},
"worse": {"x":1},
"a": {"x":"y","on":"2024-06-01"}
},
"marks": {
"m1": {"session_id":"a","colour":"blue"},
"m2": {"session_id":"d"},
"m3": {"session_id":"of what runs"},
"m4": {"session_id":["c"]},
"m5": {"session_id":"c"}
},
"theirs": {
"1": {"on":"2019-01-01"}
}
}
"""


def test_a_year_moves_byte_for_byte(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "focus.json").write_text(HOT)
    add_idea(on("2026-04-01", tmp_path), "x")
    found = files(tmp_path)
    ideas = found["focus.json"].index(',\n"ideas": {')
    moved = ('"a"', '"c"', '"m1"', '"m5"')
    stays = [line for line in HOT.splitlines() if not line.startswith(moved)]
    hot = "\n".join(stays).replace('"x":1},\n},', '"x":1}\n},').replace('["c"]},', '["c"]}')
    hot = hot.removesuffix("\n}")
    assert found["focus.json"][:ideas] == hot
    head = '{\n"meta": {\n"format": {"version":1}\n},\n"sessions": {\n'
    assert found["sessions-2024.json"] == (
        f'{head}"a": {{"x":"y","on":"2024-06-01"}}\n}},\n'
        '"marks": {\n"m1": {"session_id":"a","colour":"blue"}\n}\n}\n'
    )
    assert found["sessions-2025.json"] == (
        f'{head}"c": {{"on":"2025-12-31","x":[1.5,null,"é世"],'
        '"updated_at":"2026-01-01T00:00:00.000Z"}\n},\n'
        '"marks": {\n"m5": {"session_id":"c"}\n}\n}\n'
    )


@pytest.mark.parametrize(
    ("day", "moved"),
    [
        ("2025-03-31", ""),
        ("2026-03-31", "a"),
        ("2026-04-01", "abc"),
        ("2027-03-31", "abc"),
        ("2027-04-01", "abcd"),
    ],
)
def test_a_year_moves_at_the_first_write_after_march(tmp_path: Path, day: str, moved: str) -> None:
    before = record(lived(tmp_path))
    db = on(day, tmp_path)
    assert record(db) == before
    assert lying(tmp_path).keys() == {"focus"}, "reading moves nothing"
    add_idea(db, "x")
    archived = {id for name, ids in lying(tmp_path).items() if name != "focus" for id in ids}
    assert archived == set(moved)
    assert lying(tmp_path)["focus"] == sorted(set(ONS) - archived)
    assert record(db) == record(database(tmp_path)) == before
    assert db.notices() == ()


def test_marks_go_with_their_sessions(tmp_path: Path) -> None:
    lived(tmp_path)
    add_idea(on("2026-04-01", tmp_path), "x")
    assert lying(tmp_path, "marks") == {
        "focus": ["md", "mx"],
        "sessions-2024": ["ma"],
        "sessions-2025": ["mb", "mc"],
    }


def test_marks_on_a_day_go_with_its_year(tmp_path: Path) -> None:
    db = lived(tmp_path)
    with db.act("Note") as tx:
        for id, day in {"old": "2025-05-05", "new": "2026-01-01"}.items():
            tx.marks.put(Mark(id, MarkKind.ENERGY, 0, on=day, amount=4))
    db = on("2026-04-01", tmp_path)
    before = record(db)
    assert [each.id for each in db.year(2025).marks.among("on", ["2025-05-05"])] == ["old"]
    add_idea(db, "x")
    assert lying(tmp_path, "marks")["sessions-2025"] == ["mb", "mc", "old"]
    assert "new" in lying(tmp_path, "marks")["focus"]
    assert record(db) == record(database(tmp_path)) == before


def test_the_last_minute_of_march_moves_nothing_and_the_first_of_april_does(
    tmp_path: Path,
) -> None:
    lived(tmp_path)
    hand = clock("2026-03-31", "23:59:59")
    db = database(tmp_path, clock=hand)
    add_idea(db, "x")
    assert "sessions-2025" not in lying(tmp_path)
    hand.wall_ms += 1_000
    add_idea(db, "y")
    assert lying(tmp_path)["sessions-2025"] == ["b", "c"]


def test_a_process_looks_once_a_day(tmp_path: Path) -> None:
    hand = clock("2026-11-23")
    db = database(tmp_path, clock=hand)
    for _ in range(2):
        with db.act("Put") as tx:
            tx.sessions.put(session("a", on="2025-01-01"))
    add_idea(db, "x")
    assert lying(tmp_path) == {"focus": ["a"]}
    hand.wall_ms += 24 * 3600 * 1000
    add_idea(db, "y")
    assert lying(tmp_path) == {"focus": [], "sessions-2025": ["a"]}


def test_the_move_is_not_what_undo_undoes(tmp_path: Path) -> None:
    lived(tmp_path)
    db = on("2026-04-01", tmp_path)
    add_idea(db, "x")
    with db.undoing() as (_, act):
        assert act.label == "Add a thought"
    assert titles(db) == []
    assert lying(tmp_path)["sessions-2025"] == ["b", "c"]
    assert [json.loads(line).keys() for line in journal(tmp_path)[1:]] == [
        {"saved"},
        {"act", "saved"},
        {"undone", "saved"},
    ]


def journal(folder: Path) -> list[bytes]:
    return (folder / "state" / "journal").read_bytes().splitlines()


def test_the_file_is_known_as_ours_when_only_the_move_wrote_it(tmp_path: Path) -> None:
    lived(tmp_path)
    with pytest.raises(Refused), on("2026-04-01", tmp_path).redoing():
        pass
    assert lying(tmp_path)["sessions-2025"] == ["b", "c"]
    found = (tmp_path / "data" / "focus.json").stat()
    assert json.loads(journal(tmp_path)[-1])["saved"][1] == found.st_ino


def test_a_look_whether_the_data_can_be_written_moves_nothing(tmp_path: Path) -> None:
    lived(tmp_path)
    on("2026-04-01", tmp_path).check()
    assert lying(tmp_path).keys() == {"focus"}


def test_a_clock_that_was_ahead_hides_nothing_for_long(tmp_path: Path) -> None:
    before = record(lived(tmp_path))
    add_idea(on("2031-11-23", tmp_path), "from the future")
    assert lying(tmp_path)["focus"] == []
    db = on("2026-01-02", tmp_path)
    assert record(db) == before
    add_idea(db, "x")
    assert lying(tmp_path) == {
        "focus": ["b", "c", "d"],
        "sessions-2024": ["a"],
        "sessions-2025": [],
        "sessions-2026": [],
    }
    assert lying(tmp_path, "marks")["focus"] == ["mb", "mc", "md", "mx"]
    assert record(db) == before


@pytest.mark.parametrize("later", ["data file", "archive"])
def test_what_lies_in_both_moves_as_it_was_later(tmp_path: Path, later: str) -> None:
    stamps = {"data file": "2026-01-01", "archive": "2026-01-01"} | {later: "2026-01-02"}
    (tmp_path / "data").mkdir()
    for name, place in (("focus", "data file"), ("sessions-2025", "archive")):
        raw = {"on": "2025-01-01", "note": place, "updated_at": stamps[place]}
        tables = {"meta": {"format": {"version": 1}}, "sessions": {"b": raw}}
        (tmp_path / "data" / f"{name}.json").write_text(json.dumps(tables))
    add_idea(on("2026-04-01", tmp_path), "x")
    assert lying(tmp_path) == {"focus": [], "sessions-2025": ["b"]}
    archived = json.loads(files(tmp_path)["sessions-2025.json"])
    assert archived["sessions"]["b"]["note"] == later


def test_a_newer_data_file_moves_nothing(tmp_path: Path) -> None:
    lived(tmp_path)
    path = tmp_path / "data" / "focus.json"
    path.write_text(path.read_text().replace('"version":1', '"version":2'))
    with pytest.raises(DataUnusable, match=r"focus\.json was written by a newer focus"):
        add_idea(on("2026-04-01", tmp_path), "x")
    assert lying(tmp_path).keys() == {"focus"}


def edited(folder: Path, id: str, day: str) -> Database:
    """A session of 2025 that an act changed on a day, and a mark put on it."""
    db = on(day, folder)
    with db.act("Rate") as tx:
        tx.sessions.put(session(id, on=ONS[id], note="good"))
        tx.marks.put(mark("new", id))
    return db


def test_undo_and_redo_find_what_has_moved_since(tmp_path: Path) -> None:
    lived(tmp_path)
    edited(tmp_path, "c", "2026-03-31")
    db = on("2026-04-01", tmp_path)
    with db.undoing() as (_, act):
        assert act.label == "Rate"
    assert lying(tmp_path)["sessions-2025"] == ["b", "c"]
    assert lying(tmp_path, "marks")["sessions-2025"] == ["mb", "mc"]
    notes = {each.id: each.note for each in db.year(2025).sessions.all()}
    assert notes == {"b": "", "c": ""}
    with db.redoing():
        pass
    assert {each.note for each in db.year(2025).sessions.all()} == {"", "good"}
    assert db.year(2025).marks.get("new") == mark("new", "c")
    assert lying(tmp_path)["focus"] == ["d"]


def test_undo_finds_what_came_back(tmp_path: Path) -> None:
    lived(tmp_path)
    ahead = on("2031-11-23", tmp_path)
    with ahead.act("Rate") as tx:
        tx.archive(2025).sessions.put(session("c", on=ONS["c"], note="good"))
    db = on("2026-01-02", tmp_path)
    with db.undoing():
        pass
    assert lying(tmp_path)["focus"] == ["b", "c", "d"]
    assert {each.note for each in db.read().sessions.all()} == {""}


def test_undo_of_what_is_gone_says_so(tmp_path: Path) -> None:
    lived(tmp_path)
    edited(tmp_path, "c", "2026-03-31")
    with on("2026-04-01", tmp_path).act("By itself", undoable=False) as tx:
        tx.archive(2025).sessions.remove("c")
    with pytest.raises(Refused, match="changed since"), database(tmp_path).undoing():
        pass


def test_undo_in_an_archive_that_cannot_be_changed_says_why(tmp_path: Path) -> None:
    lived(tmp_path)
    edited(tmp_path, "c", "2026-03-31")
    add_idea(on("2026-04-01", tmp_path), "x")
    with database(tmp_path).undoing():
        pass
    archive = tmp_path / "data" / "sessions-2025.json"
    archive.write_text(archive.read_text().replace('"version":1', '"version":2'))
    with (
        pytest.raises(DataUnusable, match=r"sessions-2025\.json was written by a newer focus"),
        database(tmp_path).undoing(),
    ):
        pass
