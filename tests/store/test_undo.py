import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from focus_tui.domain.errors import DataUnusable, Refused
from focus_tui.store.database import Database
from focus_tui.store.journal import KEPT_ACTS, Act, Journal
from tests.store.given import (
    HandClock,
    add_idea,
    database,
    idea,
    in_child,
    interval,
    session,
    titles,
)


def undo(db: Database) -> Act:
    with db.undoing() as (_, act):
        pass
    return act


def redo(db: Database) -> Act:
    with db.redoing() as (_, act):
        pass
    return act


def edit(db: Database, id: str, title: str) -> None:
    with db.act("Edit") as tx:
        tx.ideas.put(idea(id, title))


def check_undo(folder: Path, label: str) -> None:
    assert undo(database(folder)).label == label


def journal(folder: Path) -> Path:
    return folder / "state" / "journal"


def edit_raw(db: Database, id: str, **fields: object) -> None:
    tables = json.loads(db.path.read_bytes())
    tables["ideas"][id].update(fields)
    db.path.write_text(json.dumps(tables))


def test_acts_are_taken_back_and_done_again_in_order(tmp_path: Path) -> None:
    db = database(tmp_path)
    states = [titles(db)]
    for title in "abc":
        add_idea(db, title, f"Add {title}")
        states.append(titles(db))
    edit(db, db.read().ideas.all()[0].id, "A")
    states.append(titles(db))
    seen = [undo(db).label for _ in range(2)] + [redo(db).label]
    assert seen == ["Edit", "Add c", "Add c"]
    assert titles(db) == states[3]
    for state in (2, 1, 0):
        undo(db)
        assert titles(db) == states[state]
    with pytest.raises(Refused, match="nothing to undo"):
        undo(db)
    for state in (1, 2, 3, 4):
        redo(db)
        assert titles(db) == states[state]
    with pytest.raises(Refused, match="nothing to do again"):
        redo(db)


def test_a_new_act_clears_what_could_be_done_again(tmp_path: Path) -> None:
    db = database(tmp_path)
    add_idea(db, "a")
    add_idea(db, "b")
    undo(db)
    with db.act("The clock rang", undoable=False) as tx:
        tx.timer.put(interval("t"))
    redo(db)
    undo(db)
    add_idea(db, "c")
    with pytest.raises(Refused, match="nothing to do again"):
        redo(db)
    undo(db)
    assert titles(db) == ["a"]


def test_an_act_that_is_not_undoable_is_passed_over(tmp_path: Path) -> None:
    db = database(tmp_path)
    add_idea(db, "a")
    with db.act("By itself", undoable=False) as tx:
        tx.ideas.put(idea("f" * 32, "stays"))
    undo(db)
    assert titles(db) == ["stays"]


def test_another_process_undoes_what_this_one_did(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "a")
    edit(db, id, "b")
    assert in_child(lambda: check_undo(tmp_path, "Edit")) == 0
    assert titles(db) == ["a"]
    assert in_child(lambda: check_undo(tmp_path, "Add a thought")) == 0
    assert titles(db) == []
    assert redo(db).label == "Add a thought"
    assert redo(database(tmp_path)).label == "Edit"
    assert titles(db) == ["b"]


def test_an_act_on_many_documents_is_one(tmp_path: Path) -> None:
    db = database(tmp_path)
    add_idea(db, "a")
    first = db.read().ideas.all()[0]
    with db.act("Much") as tx:
        tx.ideas.put(replace(first, deleted_at=tx.reading.wall_ms))
        tx.ideas.put(idea(tx.new_id(), "b"))
        tx.sessions.put(session("s"))
    act = undo(db)
    assert {(each.table, each.before is None) for each in act.changes} == {
        ("ideas", False),
        ("ideas", True),
        ("sessions", True),
    }
    assert db.read().ideas.all() == (first,)
    assert db.read().sessions.all() == ()


def test_only_changed_fields_are_taken_back(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "a")
    edit(db, id, "b")
    edit_raw(db, id, colour="blue", session_id="c" * 32)
    act = undo(db)
    assert [(each.before, each.after) for each in act.changes] == [({"title": "a"}, {"title": "b"})]
    assert db.read().ideas.get(id) == replace(idea(id, "a"), session_id="c" * 32)
    assert json.loads(db.path.read_bytes())["ideas"][id]["colour"] == "blue"


def test_a_field_changed_since_stops_the_undo(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "a")
    with db.act("Edit two") as tx:
        tx.ideas.put(idea(id, "b"))
        tx.ideas.put(idea("f" * 32, "new"))
    edit_raw(db, id, title="by hand")
    before = db.path.read_bytes()
    with pytest.raises(Refused, match=r"Not undone: Edit two; .*changed since"):
        undo(db)
    assert db.path.read_bytes() == before
    edit_raw(db, id, title="b")
    undo(db)
    assert titles(db) == ["a"]
    edit_raw(db, id, title="by hand")
    with pytest.raises(Refused, match="Not done again: Edit two"):
        redo(db)


def test_a_document_that_grew_since_is_not_removed(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "a")
    edit_raw(db, id, colour="blue")
    with pytest.raises(Refused, match="changed since"):
        undo(db)


def test_a_document_that_is_gone_stops_the_undo(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "a")
    edit(db, id, "b")
    with db.act("By itself", undoable=False) as tx:
        tx.ideas.remove(id)
    with pytest.raises(Refused, match="changed since"):
        undo(db)


def test_what_comes_back_was_updated_now(tmp_path: Path) -> None:
    clock = HandClock()
    db = database(tmp_path, clock=clock)
    id = add_idea(db, "a")
    stamps = []
    for step in (lambda: edit(db, id, "b"), lambda: undo(db), lambda: redo(db)):
        clock.wall_ms -= 60_000
        step()
        stamps.append(json.loads(db.path.read_bytes())["ideas"][id]["updated_at"])
    assert stamps == sorted(set(stamps))
    with db.act("Remove") as tx:
        tx.ideas.remove(id)
    undo(db)
    stored = json.loads(db.path.read_bytes())["ideas"][id]
    assert stored["updated_at"] > stamps[-1]
    assert stored["created_at"] == "2026-11-23T08:00:00.001Z"


def test_this_devices_clock_is_left_to_the_caller(tmp_path: Path) -> None:
    db = database(tmp_path)
    running, finished = interval("t"), session("t")
    with db.act("Start") as tx:
        tx.timer.put(running)
    with db.act("Finish") as tx:
        tx.sessions.put(finished)
        tx.timer.clear()
    with db.undoing() as (tx, act):
        assert (act.touches_timer, act.interval_before, act.interval_after) == (True, running, None)
        assert tx.sessions.all() == ()
        assert tx.timer.get("d1") is None
        tx.timer.put(replace(running, planned_ms=1))
    assert db.read().timer.get("d1") == replace(running, planned_ms=1)
    with db.redoing() as (tx, act):
        assert tx.sessions.all() == (finished,)
        assert tx.timer.get("d1") == replace(running, planned_ms=1)
        tx.timer.clear()
    undo(db)
    assert undo(db).label == "Start"
    with pytest.raises(Refused, match="nothing to undo"):
        undo(db)


def test_another_devices_clock_is_taken_back(tmp_path: Path) -> None:
    db, other = database(tmp_path), database(tmp_path, device="d2")
    with other.act("Start", undoable=False) as tx:
        tx.timer.put(interval("t"))
    with db.act("Close what runs elsewhere") as tx:
        tx.timer.clear("d2")
    act = undo(db)
    assert (act.touches_timer, act.interval_before, act.interval_after) == (False, None, None)
    assert db.read().timer.all() == {"d2": interval("t")}


def test_an_undo_that_raises_changes_nothing(tmp_path: Path) -> None:
    db = database(tmp_path)
    add_idea(db, "a")

    def failing() -> None:
        with db.undoing() as (tx, _):
            assert tx.ideas.all() == ()
            raise Refused("no")

    with pytest.raises(Refused, match="no"):
        failing()
    assert titles(db) == ["a"]
    undo(db)
    assert titles(db) == []


def lengthen(folder: Path) -> None:
    """Make the journal so long that the next commit shortens it."""
    with open(journal(folder), "ab") as file:
        file.write(b'{"saved":null}\n' * 3 * KEPT_ACTS)


def test_the_last_two_hundred_acts_are_kept(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "0")
    for n in range(1, KEPT_ACTS + 2):
        edit(db, id, f"{n}")
    lengthen(tmp_path)
    again = database(tmp_path)
    edit(again, id, "last")
    lines = journal(tmp_path).read_bytes().splitlines()
    assert len(lines) == KEPT_ACTS
    assert [json.loads(line)["act"]["changes"][0]["before"]["title"] for line in lines] == [
        f"{n}" for n in range(2, KEPT_ACTS + 2)
    ]
    assert stat.S_IMODE(journal(tmp_path).stat().st_mode) == 0o600
    undo(db)
    assert titles(db) == [f"{KEPT_ACTS + 1}"]
    assert db.notices() == again.notices() == ()


def test_a_process_that_runs_for_long_shortens_the_journal(tmp_path: Path) -> None:
    told: list[str] = []
    long = Journal(journal(tmp_path), told.append)
    for _ in range(5 * KEPT_ACTS):
        long.wrote(None)
    assert len(journal(tmp_path).read_bytes().splitlines()) <= 3 * KEPT_ACTS
    assert told == []


def test_what_was_undone_is_still_so_after_the_journal_was_shortened(tmp_path: Path) -> None:
    db = database(tmp_path)
    for n in range(4):
        add_idea(db, f"{n}")
    undo(db)
    undo(db)
    lengthen(tmp_path)
    again = database(tmp_path)
    with again.act("By itself", undoable=False) as tx:
        tx.timer.put(interval("t"))
    assert len(journal(tmp_path).read_bytes().splitlines()) == 6
    redo(again)
    assert titles(again) == ["0", "1", "2"]
    undo(again)
    undo(again)
    assert titles(again) == ["0"]


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_torn_last_line_costs_only_itself(tmp_path: Path, cut: int) -> None:
    db = database(tmp_path)
    add_idea(db, "a")
    add_idea(db, "b")
    os.truncate(journal(tmp_path), journal(tmp_path).stat().st_size - cut)
    again = database(tmp_path)
    assert titles(again) == ["a", "b"]
    add_idea(again, "c")
    undo(again)
    undo(again)
    expected = ["a"] if cut == 1 else ["b"]
    assert titles(again) == expected
    assert len(again.notices()) == (cut > 1)
    assert again.notices() == ()


@pytest.mark.parametrize(
    "found",
    [
        b"",
        b"\0" * 5000,
        b"not a journal",
        b"[]\n{}\n1\nnull\n",
        b'{"act": 1}\n{"act": {}}\n{"undone": "x"}\n{"redone": null}\n',
        b'{"saved": 1}\n{"saved": [1, 2]}\n{"saved": [1, 2, 3, "x"]}\n',
        b'{"a": ' + b"[" * 100_000,
        bytes(range(256)) * 50,
    ],
)
def test_a_foreign_journal_costs_undo_and_no_data(tmp_path: Path, found: bytes) -> None:
    db = database(tmp_path)
    add_idea(db, "a")
    journal(tmp_path).write_bytes(found)
    again = database(tmp_path)
    with pytest.raises(Refused, match="nothing to undo"):
        undo(again)
    add_idea(again, "b")
    assert titles(again) == ["a", "b"]
    undo(again)
    assert titles(again) == ["a"]


def test_a_journal_cannot_write_what_is_no_value(tmp_path: Path) -> None:
    db = database(tmp_path)
    id = add_idea(db, "a")
    edit(db, id, "b")
    lines = journal(tmp_path).read_bytes()
    before = db.path.read_bytes()
    for wrong in (b'"before":{"title":5}', b'"before":{}'):
        journal(tmp_path).write_bytes(lines.replace(b'"before":{"title":"a"}', wrong))
        if wrong.endswith(b"{}"):
            undo(db)
            assert titles(db) == [""]
        else:
            with pytest.raises(DataUnusable, match=r"undo journal is damaged.*title is not a text"):
                undo(db)
            assert db.path.read_bytes() == before


def test_a_journal_cannot_touch_the_programs_own_notes(tmp_path: Path) -> None:
    db = database(tmp_path)
    add_idea(db, "a")
    lines = journal(tmp_path).read_bytes()
    journal(tmp_path).write_bytes(lines.replace(b'"table":"ideas"', b'"table":"meta"'))
    with pytest.raises(Refused, match="nothing to undo"):
        undo(db)
    assert titles(db) == ["a"]


def test_a_journal_that_cannot_be_written_is_told_once(tmp_path: Path) -> None:
    db = database(tmp_path)
    journal(tmp_path).mkdir(parents=True)
    add_idea(db, "a")
    add_idea(db, "b")
    assert titles(database(tmp_path)) == ["a", "b"]
    notices = db.notices()
    assert [notice for notice in notices if "can't be undone now" in notice]
    add_idea(db, "c")
    assert db.notices() == ()


def test_a_pipe_in_place_of_the_journal_hangs_nobody(tmp_path: Path) -> None:
    db = database(tmp_path)
    journal(tmp_path).parent.mkdir()
    os.mkfifo(journal(tmp_path))
    add_idea(db, "a")
    with pytest.raises(Refused, match="nothing to undo"):
        undo(db)
    assert titles(database(tmp_path)) == ["a"]
