import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from focus_tui.domain.errors import BadInput, DataUnusable
from focus_tui.store.database import Database
from tests.store.given import HandClock, add_idea, database, idea, mark, session, titles

OLD = session("a" * 32, on="2025-03-04")


def archive(folder: Path) -> Path:
    return folder / "data" / "sessions-2025.json"


def put_both(db: Database, note: str) -> None:
    """One act that changes the data file and an archive."""
    with db.act("Both") as tx:
        tx.archive(2025).sessions.put(replace(OLD, note=note))
        tx.archive(2025).marks.put(mark("b" * 32, OLD.id))
        tx.ideas.put(idea("c" * 32, note))


def raw(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_bytes())
    return found


def notes(db: Database) -> tuple[str, str]:
    """What both files say: each act of these tests writes the same to both."""
    (kept,) = db.year(2025).sessions.where(on="2025-03-04")
    (thought,) = db.read().ideas.all()
    return kept.note, thought.title


def test_an_act_on_an_archive_is_there_after_a_new_start(tmp_path: Path) -> None:
    put_both(database(tmp_path), "x")
    db = database(tmp_path)
    assert notes(db) == ("x", "x")
    assert db.year(2025).marks.where(session_id=OLD.id) == (mark("b" * 32, OLD.id),)
    assert db.read().sessions.all() == ()
    assert raw(db.path)["meta"] == raw(archive(tmp_path))["meta"] == {"format": {"version": 1}}
    assert archive(tmp_path).stat().st_mode & 0o777 == 0o600


def test_an_archive_is_read_by_its_act_and_unknown_things_are_kept(tmp_path: Path) -> None:
    db = database(tmp_path)
    put_both(db, "x")
    tables = raw(archive(tmp_path))
    tables["sessions"][OLD.id]["colour"] = "blue"
    tables["recipes"] = {"r": {"name": "soup"}}
    archive(tmp_path).write_text(json.dumps(tables))
    with db.act("Edit") as tx:
        (found,) = tx.archive(2025).sessions.all()
        tx.archive(2025).sessions.put(replace(found, note="y"))
        assert tx.archive(2025).sessions.get(OLD.id) == replace(OLD, note="y")
    assert raw(archive(tmp_path))["sessions"][OLD.id]["colour"] == "blue"
    assert raw(archive(tmp_path))["recipes"] == {"r": {"name": "soup"}}


def test_archives_are_opened_only_when_they_are_needed(tmp_path: Path) -> None:
    db = database(tmp_path)
    put_both(db, "x")
    archive(tmp_path).write_bytes(b"damaged")
    again = database(tmp_path)
    add_idea(again, "y")
    assert titles(again) == ["y", "x"]
    with pytest.raises(DataUnusable, match=r"sessions-2025\.json is not JSON"):
        again.year(2025)
    with pytest.raises(DataUnusable, match=r"sessions-2025\.json is not JSON"):
        put_both(again, "z")
    assert "pending" not in raw(db.path)["meta"]


def test_a_year_that_has_no_archive_is_what_the_data_file_knows(tmp_path: Path) -> None:
    db = database(tmp_path)
    with db.act("Sessions") as tx:
        tx.sessions.put(OLD)
        tx.sessions.put(session("d" * 32, on="2026-01-01"))
        tx.marks.put(mark("e" * 32, OLD.id))
        tx.marks.put(mark("f" * 32, "d" * 32))
    assert db.year(2025).sessions.all() == (OLD,)
    assert db.year(2025).marks.all() == (mark("e" * 32, OLD.id),)
    assert not archive(tmp_path).exists()
    with pytest.raises(BadInput, match="no year 0"):
        db.year(0)


@pytest.mark.parametrize("later", ["archive", "data file"])
def test_where_an_id_stands_in_both_the_later_wins(tmp_path: Path, later: str) -> None:
    clock = HandClock()
    db = database(tmp_path, clock=clock)
    for place in ("data file", "archive") if later == "archive" else ("archive", "data file"):
        with db.act("Put") as tx:
            sessions = tx.sessions if place == "data file" else tx.archive(2025).sessions
            sessions.put(replace(OLD, note=place))
    assert [each.note for each in db.year(2025).sessions.all()] == [later]


def test_an_act_on_an_archive_is_undone_and_done_again(tmp_path: Path) -> None:
    db = database(tmp_path)
    put_both(db, "x")
    put_both(db, "y")
    with database(tmp_path).undoing() as (_, act):
        assert {each.year for each in act.changes} == {None, 2025}
    assert notes(db) == ("x", "x")
    with db.undoing():
        pass
    assert db.year(2025).sessions.all() == ()
    assert db.year(2025).marks.all() == ()
    with db.redoing():
        pass
    assert notes(db) == notes(database(tmp_path)) == ("x", "x")
    assert raw(archive(tmp_path))["sessions"].keys() == {OLD.id}


def test_an_act_that_raises_changes_no_archive(tmp_path: Path) -> None:
    db = database(tmp_path)
    put_both(db, "x")
    before = archive(tmp_path).read_bytes()

    def failing() -> None:
        with db.act("Fail") as tx:
            tx.archive(2025).sessions.remove(OLD.id)
            raise BadInput("no")

    with pytest.raises(BadInput):
        failing()
    assert archive(tmp_path).read_bytes() == before
    assert notes(db) == ("x", "x")


def stuck(folder: Path) -> Database:
    """A database with an act that could not be brought into its archive, which is unwritable."""
    db = database(folder)
    put_both(db, "x")
    kept = archive(folder).read_bytes()
    with db.act("Both") as tx:
        tx.archive(2025).sessions.put(replace(OLD, note="y"))
        tx.ideas.put(idea("c" * 32, "y"))
        # From here on nobody can move a new file into this place.
        archive(folder).unlink()
        archive(folder).mkdir()
    archive(folder).rmdir()
    archive(folder).write_bytes(kept)
    return db


def test_what_an_archive_does_not_take_is_kept_and_seen_and_brought_there_later(
    tmp_path: Path,
) -> None:
    db = stuck(tmp_path)
    (notice,) = db.notices()
    assert "sessions-2025.json" in notice
    assert "is kept in" in notice
    assert notes(db) == notes(database(tmp_path)) == ("y", "y")
    assert raw(archive(tmp_path))["sessions"][OLD.id]["note"] == "x"
    assert raw(db.path)["meta"]["pending"]["2025"]["sessions"].keys() == {OLD.id}
    add_idea(database(tmp_path), "another act")
    assert raw(archive(tmp_path))["sessions"][OLD.id]["note"] == "y"
    assert "pending" not in raw(db.path)["meta"]


def test_what_is_pending_yields_to_a_later_change_in_the_archive(tmp_path: Path) -> None:
    db = stuck(tmp_path)
    tables = raw(archive(tmp_path))
    tables["sessions"][OLD.id] |= {"note": "later", "updated_at": "2027-01-01T00:00:00.000Z"}
    archive(tmp_path).write_text(json.dumps(tables))
    assert notes(db)[0] == "later"
    add_idea(db, "another act")
    assert raw(archive(tmp_path))["sessions"][OLD.id]["note"] == "later"
    assert "pending" not in raw(db.path)["meta"]


def test_acts_go_on_while_something_is_pending(tmp_path: Path) -> None:
    db = stuck(tmp_path)
    archive(tmp_path).write_bytes(b"damaged")
    add_idea(db, "z")
    assert titles(db) == ["z", "y"]
    assert raw(db.path)["meta"]["pending"]["2025"]["sessions"].keys() == {OLD.id}
    archive(tmp_path).unlink()
    fresh = database(tmp_path)
    put_both(fresh, "again")
    assert [each.note for each in fresh.year(2025).sessions.all()] == ["again"]
    assert "pending" not in raw(db.path)["meta"]


@pytest.mark.parametrize(
    "pending",
    [
        {"x": {}},
        {"0000": {}},
        {"../2025": {}},
        {"2025": 1},
        {"2025": {"ideas": {}}},
        {"2025": {"marks": {"a": 1}}},
    ],
)
def test_a_pending_act_that_a_hand_made_wrong_is_named(tmp_path: Path, pending: Any) -> None:
    db = database(tmp_path)
    add_idea(db, "x")
    tables = raw(db.path)
    tables["meta"]["pending"] = pending
    db.path.write_text(json.dumps(tables))
    before = db.path.read_bytes()
    assert titles(db) == ["x"]
    with pytest.raises(DataUnusable, match="what is pending in meta"):
        add_idea(db, "y")
    assert db.path.read_bytes() == before
    assert sorted(os.listdir(tmp_path / "data")) == ["focus.json", "focus.lock"]


def test_a_newer_archive_is_read_and_not_changed(tmp_path: Path) -> None:
    db = database(tmp_path)
    put_both(db, "x")
    tables = raw(archive(tmp_path))
    tables["meta"]["format"]["version"] = 2
    archive(tmp_path).write_text(json.dumps(tables))
    assert notes(db) == ("x", "x")
    with pytest.raises(DataUnusable, match=r"sessions-2025\.json was written by a newer focus"):
        put_both(db, "y")
    assert notes(db) == ("x", "x")
