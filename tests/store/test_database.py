import json
import os
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from focus_tui.domain.calendar import CalendarRule
from focus_tui.domain.errors import BadInput, DataUnusable
from focus_tui.store.database import Database
from focus_tui.store.files import digest_of, signature_of
from tests.store.given import (
    START_MS,
    HandClock,
    add_idea,
    database,
    idea,
    interval,
    mark,
    session,
    titles,
)


def raw(db: Database) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(db.path.read_bytes())
    return found


def write_raw(db: Database, tables: dict[str, Any]) -> None:
    """As a hand or another program does it."""
    db.path.write_text(json.dumps(tables, indent=2))


def bytes_and_inode(db: Database) -> tuple[bytes, int]:
    return db.path.read_bytes(), db.path.stat().st_ino


class Stop(Exception):
    pass


def test_nothing_is_written_before_the_first_act(tmp_path: Path) -> None:
    db = database(tmp_path)
    assert db.read().ideas.all() == ()
    assert db.read().timer.get("d1") is None
    assert db.changed() is False
    assert os.listdir(tmp_path) == []
    with db.act("Nothing"):
        pass
    assert not db.path.exists()
    assert not (tmp_path / "state").exists()


def test_the_first_act_makes_everything_for_its_owner_alone(tmp_path: Path) -> None:
    db = database(tmp_path)
    add_idea(db, "x")
    modes = {
        str(path.relative_to(tmp_path)): stat.S_IMODE(path.stat().st_mode)
        for path in tmp_path.rglob("*")
    }
    assert modes == {
        "data": 0o700,
        "data/focus.json": 0o600,
        "data/focus.lock": 0o600,
        "state": 0o700,
        "state/journal": 0o600,
    }
    assert raw(db)["meta"] == {"format": {"version": 1}}


def test_every_kind_of_value_is_there_after_a_new_start(tmp_path: Path) -> None:
    rule = CalendarRule(id="r", valid_from="2026-11-23", day_boundary_min=0)
    with database(tmp_path).act("All") as tx:
        tx.sessions.put(session("s"))
        tx.marks.put(mark("m", "s"))
        tx.ideas.put(idea("i"))
        tx.calendar.put(rule)
        tx.timer.put(interval("t"))
    view = database(tmp_path).read()
    assert view.sessions.get("s") == session("s")
    assert view.marks.where(session_id="s") == (mark("m", "s"),)
    assert view.ideas.all() == (idea("i"),)
    assert view.calendar.all() == (rule,)
    assert view.timer.all() == {"d1": interval("t")}
    assert view.sessions.get("none") is None


def test_an_act_reads_what_it_has_done_and_others_do_not(tmp_path: Path) -> None:
    db = database(tmp_path)
    add_idea(db, "before")
    outside = db.read()
    with db.act("More") as tx:
        tx.ideas.put(idea(tx.new_id(), "inside"))
        assert [each.title for each in tx.ideas.all()] == ["before", "inside"]
        assert titles(db) == ["before"]
    assert [each.title for each in outside.ideas.all()] == ["before"]
    assert titles(db) == ["before", "inside"]


def test_a_snapshot_does_not_change_with_its_document(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "before")
    outside = db.read()
    with db.act("Edit") as tx:
        tx.ideas.put(idea(id, "after"))
    assert [each.title for each in outside.ideas.all()] == ["before"]
    assert titles(db) == ["after"]


def test_an_act_that_raises_changes_nothing(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "kept")
    before = bytes_and_inode(db)

    def failing() -> None:
        with db.act("Fail") as tx:
            tx.ideas.put(idea(id, "changed"))
            tx.ideas.put(idea(tx.new_id(), "new"))
            tx.ideas.remove(id)
            raise Stop

    with pytest.raises(Stop):
        failing()
    assert bytes_and_inode(db) == before
    assert titles(db) == ["kept"]
    add_idea(db, "next")
    assert titles(db) == titles(database(tmp_path)) == ["kept", "next"]


def test_an_act_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "x")
    before = bytes_and_inode(db)
    journal = (tmp_path / "state" / "journal").read_bytes()
    with db.act("Same") as tx:
        tx.ideas.put(idea(id, "x"))
        tx.ideas.remove("none")
    with db.act("There and back") as tx:
        tx.ideas.put(idea(id, "y"))
        tx.ideas.put(idea(id, "x"))
        tx.ideas.put(idea("new", "x"))
        tx.ideas.remove("new")
    assert bytes_and_inode(db) == before
    assert (tmp_path / "state" / "journal").read_bytes() == journal


def test_where_compares_the_fields_as_stored(tmp_path: Path) -> None:
    db = database(tmp_path)
    with db.act("Sessions") as tx:
        for n in range(6):
            tx.sessions.put(session(f"s{5 - n}", on=f"2026-11-2{n % 2}", note=f"{n % 3}"))
    sessions = db.read().sessions
    assert [each.id for each in sessions.where(on="2026-11-20")] == ["s1", "s3", "s5"]
    assert [each.id for each in sessions.where(on="2026-11-20", note="0")] == ["s5"]
    assert sessions.where(on="2026-11-20", note="0", kind="nap") == ()
    assert sessions.where() == sessions.all() == sessions.where(focused=None)
    assert [each.id for each in sessions.newest(2)] == ["s4", "s5"]
    assert sessions.newest(99) == sessions.all()
    assert sessions.newest(0) == ()


def test_what_the_program_does_not_know_is_kept(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "x")
    tables = raw(db)
    tables["ideas"][id]["colour"] = {"deep": [1, 2.5, None]}
    tables["meta"]["theirs"] = {"note": "kept"}
    tables["recipes"] = {"r": {"name": "soup"}}
    write_raw(db, tables)
    with db.act("Edit") as tx:
        tx.ideas.put(idea(id, "y"))
    after = raw(db)
    assert after["ideas"][id]["title"] == "y"
    assert after["ideas"][id]["colour"] == {"deep": [1, 2.5, None]}
    assert after["meta"] == tables["meta"]
    assert after["recipes"] == tables["recipes"]


def test_every_document_says_when_and_where_it_was_made_and_changed(tmp_path: Path) -> None:
    clock = HandClock(step_ms=0)
    id = add_idea(database(tmp_path, clock=clock), "x")
    made = {"created_at": "2026-11-23T08:00:00.000Z", "device": "d1"}
    other = database(tmp_path, device="d2", clock=clock)
    stamps = []
    for wall_ms in (START_MS + 5000, START_MS - 9_000_000, START_MS + 6000):
        clock.wall_ms = wall_ms
        with other.act("Edit") as tx:
            tx.ideas.put(idea(id, f"{wall_ms}"))
        stored = raw(other)["ideas"][id]
        assert {name: stored[name] for name in made} == made
        stamps.append(stored["updated_at"])
    assert stamps == [
        "2026-11-23T08:00:05.000Z",
        "2026-11-23T08:00:05.001Z",
        "2026-11-23T08:00:06.000Z",
    ]


def test_a_document_that_stays_as_it_was_is_not_stamped(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "x")
    before = raw(db)["ideas"][id]
    with db.act("The same, and another") as tx:
        tx.ideas.put(idea(id, "x"))
        tx.ideas.put(idea(tx.new_id(), "y"))
    assert raw(db)["ideas"][id] == before
    assert len(raw(db)["ideas"]) == 2


@pytest.mark.parametrize("stamp", ["yesterday", 5, None, "9999-12-31T23:59:59.999Z"])
def test_a_stamp_that_a_hand_made_wrong_is_replaced(tmp_path: Path, stamp: object) -> None:
    db = database(tmp_path, clock=HandClock(step_ms=0))
    id = add_idea(db, "x")
    tables = raw(db)
    tables["ideas"][id]["updated_at"] = stamp
    write_raw(db, tables)
    with db.act("Edit") as tx:
        tx.ideas.put(idea(id, "y"))
    assert raw(db)["ideas"][id]["updated_at"] == "2026-11-23T08:00:00.000Z"


def test_what_another_process_wrote_is_seen(tmp_path: Path) -> None:
    clock = HandClock()
    db, other = database(tmp_path, clock=clock), database(tmp_path, clock=clock)
    add_idea(db, "a")
    assert db.changed() is False
    add_idea(other, "b")
    assert db.changed() is True
    assert titles(db) == ["a", "b"]
    assert db.changed() is False
    add_idea(other, "c")
    add_idea(db, "d")
    assert titles(db) == titles(other) == ["a", "b", "c", "d"]


def test_what_a_hand_wrote_is_seen_and_acts_go_on_from_it(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "a")
    tables = raw(db)
    tables["ideas"][id]["title"] = "by hand"
    write_raw(db, tables)
    assert db.changed() is True
    add_idea(db, "b")
    assert titles(db) == ["by hand", "b"]


def test_a_change_by_another_program_during_an_act_is_not_overwritten(tmp_path: Path) -> None:
    db = database(tmp_path)
    add_idea(db, "a")
    tables = raw(db)

    def racing() -> None:
        with db.act("Race") as tx:
            tx.ideas.put(idea(tx.new_id(), "mine"))
            write_raw(db, tables | {"theirs": {}})

    with pytest.raises(DataUnusable, match="changed by another program"):
        racing()
    assert "theirs" in raw(db)
    add_idea(db, "b")
    assert titles(db) == ["a", "b"]
    assert "theirs" in raw(db)


def test_a_new_process_trusts_only_the_file_that_was_saved_last(tmp_path: Path) -> None:
    db = database(tmp_path)
    add_idea(db, "a")
    assert b'"a"' in db.path.read_bytes()
    twice = db.path.read_bytes().replace(b'"title":"a"', b'"title":"lost","title":"a"')
    db.path.write_bytes(twice)
    with pytest.raises(DataUnusable, match="has 'title' twice"):
        titles(database(tmp_path))

    def note_saved(digest: int) -> None:
        with open(tmp_path / "state" / "journal", "a") as journal:
            print(json.dumps({"saved": [*(signature_of(db.path) or ()), digest]}), file=journal)

    note_saved(digest_of(twice))
    assert titles(database(tmp_path)) == ["a"]
    note_saved(digest_of(twice) + 1)
    with pytest.raises(DataUnusable, match="has 'title' twice"):
        titles(database(tmp_path))
    note_saved(digest_of(twice))
    os.utime(db.path)
    with pytest.raises(DataUnusable, match="has 'title' twice"):
        titles(database(tmp_path))


def test_a_file_that_vanished_is_not_begun_anew_silently(tmp_path: Path) -> None:
    db = database(tmp_path)
    add_idea(db, "a")
    db.path.unlink()
    assert db.changed() is True
    with pytest.raises(DataUnusable, match="is gone"):
        db.read()
    with pytest.raises(DataUnusable, match="is gone"):
        add_idea(db, "b")
    again = database(tmp_path)
    assert titles(again) == []
    assert [notice for notice in again.notices() if "is not there" in notice]
    assert again.notices() == ()
    add_idea(again, "begun anew")
    assert titles(again) == ["begun anew"]


def test_a_newer_format_is_read_and_not_changed(tmp_path: Path) -> None:
    db = database(tmp_path)
    add_idea(db, "a")
    tables = raw(db)
    tables["meta"]["format"]["version"] = 2
    write_raw(db, tables)
    before = bytes_and_inode(db)
    assert titles(db) == ["a"]
    with pytest.raises(DataUnusable, match=r"newer focus \(format 2\)"):
        add_idea(db, "b")
    assert bytes_and_inode(db) == before


@pytest.mark.parametrize("version", [None, 0, -1, "1", True, 1.0])
def test_a_file_without_a_format_is_not_taken(tmp_path: Path, version: object) -> None:
    db = database(tmp_path)
    db.path.parent.mkdir()
    write_raw(db, {"meta": {"format": {"version": version}}})
    before = bytes_and_inode(db)
    for act in (db.read, lambda: add_idea(db, "x")):
        with pytest.raises(DataUnusable, match="has no format version"):
            act()
    assert bytes_and_inode(db) == before


@pytest.mark.parametrize("data", [b"", b"{", b"\0\0", b"[]", b'{"a": 1}', b"{}", b"\xff"])
def test_a_file_that_is_no_data_file_is_left_as_it_is(tmp_path: Path, data: bytes) -> None:
    db = database(tmp_path)
    db.path.parent.mkdir()
    db.path.write_bytes(data)
    for act in (db.read, lambda: add_idea(db, "x")):
        with pytest.raises(DataUnusable, match=str(db.path)):
            act()
    assert db.path.read_bytes() == data


def test_a_pipe_or_a_folder_in_place_of_the_file_is_told_at_once(tmp_path: Path) -> None:
    db = database(tmp_path)
    db.path.mkdir(parents=True)
    with pytest.raises(DataUnusable, match="is not a regular file"):
        db.read()
    db.path.rmdir()
    os.mkfifo(db.path)
    with pytest.raises(DataUnusable, match="is not a regular file"):
        add_idea(db, "x")


def test_a_document_of_the_wrong_shape_is_named(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "a")
    tables = raw(db)
    tables["ideas"][id]["captured_at"] = "yesterday"
    write_raw(db, tables)
    with pytest.raises(DataUnusable, match=f"{db.path}.*{id} of ideas.*captured_at is not"):
        db.read().ideas.all()


def test_an_act_needs_no_more_than_its_own_documents(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "a")
    tables = raw(db)
    tables["ideas"][id]["captured_at"] = "yesterday"
    write_raw(db, tables)
    add_idea(db, "b")
    assert raw(db)["ideas"][id]["captured_at"] == "yesterday"


def test_bad_text_is_refused_and_nothing_is_changed(tmp_path: Path) -> None:
    db = database(tmp_path)
    with pytest.raises(BadInput, match="title of this idea holds a NUL"):
        add_idea(db, "a\0b")
    with pytest.raises(BadInput, match="name of this act holds half"), db.act("\udc80"):
        pass
    assert not db.path.exists()


def test_ids_follow_each_other_even_when_the_clock_does_not(tmp_path: Path) -> None:
    clock = HandClock(step_ms=-1000)
    db = database(tmp_path, clock=clock)
    ids = [add_idea(db, f"{n}") for n in range(5)]
    assert ids == sorted(ids)
    assert titles(db) == ["0", "1", "2", "3", "4"]


def test_the_clocks_are_read_once_for_an_act(tmp_path: Path) -> None:
    clock = HandClock()
    db = database(tmp_path, clock=clock)
    with db.act("Look") as tx:
        assert tx.reading.wall_ms == clock.wall_ms == START_MS + 1
        assert tx.reading is tx.reading
    assert clock.wall_ms == START_MS + 1


def test_acts_do_not_nest(tmp_path: Path) -> None:
    db = database(tmp_path)
    with db.act("Outer") as tx:
        tx.ideas.put(idea("a", "outer"))
        with pytest.raises(RuntimeError, match="don't nest"), db.act("Inner"):
            pass
    assert titles(db) == ["outer"]


def test_an_act_that_is_over_changes_nothing(tmp_path: Path) -> None:
    db = database(tmp_path)
    with db.act("Over") as tx:
        pass
    with pytest.raises(RuntimeError, match="only inside an act"):
        tx.ideas.put(idea("a"))
    with pytest.raises(RuntimeError, match="only inside an act"):
        tx.timer.clear()


def test_waiting_for_the_lock_ends_with_a_sentence(tmp_path: Path) -> None:
    db, other = database(tmp_path), database(tmp_path, lock_wait_s=0.01)
    with db.act("Long") as tx:
        tx.ideas.put(idea("a"))
        with pytest.raises(DataUnusable, match="in use by another focus"):
            add_idea(other, "b")
        assert titles(other) == []
    add_idea(other, "b")
    assert len(titles(db)) == 2


def test_a_data_file_named_as_a_lock_is_not_its_own_lock(tmp_path: Path) -> None:
    db = Database(tmp_path / "x.lock", tmp_path / "journal", device="d1", clock=HandClock())
    add_idea(db, "a")
    assert titles(db) == ["a"]
    assert sorted(os.listdir(tmp_path)) == ["journal", "x.lock", "x.lock.lock"]


def test_a_linked_data_file_is_locked_and_written_where_it_lies(tmp_path: Path) -> None:
    db = database(tmp_path)
    link = tmp_path / "link.json"
    link.symlink_to(db.path)
    linked = Database(link, tmp_path / "journal", device="d1", clock=HandClock(), lock_wait_s=0.01)
    add_idea(linked, "through the link")
    assert link.is_symlink()
    assert titles(db) == ["through the link"]
    with db.act("Long"), pytest.raises(DataUnusable, match="in use"):
        add_idea(linked, "meanwhile")


def test_what_runs_elsewhere_is_seen_and_can_be_cleared(tmp_path: Path) -> None:
    db, other = database(tmp_path), database(tmp_path, device="d2")
    with db.act("Start") as tx:
        tx.timer.put(interval("a"))
    with other.act("Start") as tx:
        tx.timer.put(interval("b"))
        assert tx.timer.all() == {"d1": interval("a"), "d2": interval("b")}
        tx.timer.clear("d1")
    assert db.read().timer.all() == {"d2": interval("b")}
    with other.act("Finish") as tx:
        tx.sessions.put(session("b"))
        tx.timer.clear()
    assert db.read().timer.all() == {}


def test_deleted_values_are_there_for_the_trash(tmp_path: Path) -> None:
    db = database(tmp_path)
    deleted = replace(idea("a"), deleted_at=START_MS)
    with db.act("Delete") as tx:
        tx.ideas.put(deleted)
    assert db.read().ideas.all() == (deleted,)


def test_a_value_is_read_once_for_as_long_as_its_document_is_the_same(tmp_path: Path) -> None:
    db = database(tmp_path)
    one, other = add_idea(db, "one"), add_idea(db, "other")
    first = db.read().ideas.get(one)
    with db.act("Change") as tx:
        tx.ideas.put(idea(other, "changed"))
    assert db.read().ideas.get(one) is first
    assert [each.title for each in db.read().ideas.all()] == ["one", "changed"]
    with db.act("Change") as tx:
        tx.ideas.put(idea(one, "one more"))
        assert [each.title for each in tx.ideas.all()] == ["one more", "changed"]
    assert [each.title for each in db.read().ideas.all()] == ["one more", "changed"]
