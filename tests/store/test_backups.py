"""Copies of the data file: when they are made, that they are good, and the way back to one."""

import json
import os
import resource
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from focus_tui.domain.errors import DataUnusable
from focus_tui.store.backups import Backup
from focus_tui.store.database import Database
from focus_tui.store.safety import MANY
from tests.store import faults
from tests.store.faults import as_nobody, own_folder
from tests.store.given import HandClock, add_idea, database, idea, in_child, interval, titles

__all__ = ["own_folder"]

DAY_MS = 24 * 3_600_000


def reasons(db: Database) -> list[str]:
    """Why there is each backup, the newest first."""
    return [each.reason for each in db.backups.all()]


def held(backup: Backup) -> list[str]:
    """The thoughts in a backup."""
    return [each["title"] for each in backup.read().get("ideas", {}).values()]


def trash_all(db: Database) -> None:
    with db.act("Delete") as tx:
        for each in tx.ideas.all():
            tx.ideas.remove(each.id)


def filled(folder: Path, count: int = 100) -> Database:
    """A database with thoughts, whose backup of the day is made."""
    db = database(folder)
    with db.act("Fill") as tx:
        for number in range(count):
            tx.ideas.put(idea(tx.new_id(), f"thought {number}"))
    add_idea(db, "one more")
    assert reasons(db) == ["daily"]
    return db


# When.


def test_the_first_write_of_a_day_is_preceded_by_one(tmp_path: Path) -> None:
    clock = HandClock()
    db = database(tmp_path, clock=clock)
    add_idea(db, "a")
    assert reasons(db) == []  # there was nothing to copy
    add_idea(db, "b")
    add_idea(database(tmp_path, clock=clock), "c")
    assert [held(each) for each in db.backups.all()] == [["a"]]
    clock.wall_ms += DAY_MS
    add_idea(database(tmp_path, clock=clock), "d")
    add_idea(database(tmp_path, clock=clock), "e")
    assert held(db.backups.all()[0]) == ["a", "b", "c"]
    clock.wall_ms += DAY_MS
    add_idea(db, "f")  # a process that lives through the night
    add_idea(db, "g")
    assert held(db.backups.all()[0]) == ["a", "b", "c", "d", "e"]
    assert reasons(db) == ["daily", "daily", "daily"]


def test_a_bulk_delete_is_preceded_by_one(tmp_path: Path) -> None:
    db = filled(tmp_path)
    with db.act("Delete") as tx:
        for each in tx.ideas.all()[: MANY - 1]:
            tx.ideas.put(replace(each, deleted_at=tx.reading.wall_ms))
    assert reasons(db) == ["daily"]
    with db.act("Delete") as tx:
        for each in tx.ideas.all()[MANY : 2 * MANY]:
            tx.ideas.put(replace(each, deleted_at=tx.reading.wall_ms))
    assert reasons(db) == ["bulk", "daily"]
    assert len(held(db.backups.all()[0])) == 101


def test_a_write_that_shrinks_by_half_is_preceded_by_one(tmp_path: Path) -> None:
    db = database(tmp_path)
    long = add_idea(db, "x" * 9_000)
    add_idea(db, "a")
    with db.act("Shorten") as tx:
        tx.ideas.put(idea(long, "short"))
    assert reasons(db) == ["shrink", "daily"]
    assert held(db.backups.all()[0]) == ["x" * 9_000, "a"]


def test_an_archive_is_copied_before_it_is_written_anew(tmp_path: Path) -> None:
    from tests.store.test_processes import put_both

    db = database(tmp_path)
    put_both(db, "old")
    put_both(db, "new")
    (copy,) = [each for each in db.backups.folder.iterdir() if each.name.startswith("sessions")]
    assert ".archive." in copy.name
    assert '"old"' in copy.read_text()
    assert reasons(db) == ["daily"]  # those of the data file are its own


def test_one_is_for_its_owner_alone(tmp_path: Path) -> None:
    db = filled(tmp_path)
    (backup,) = db.backups.all()
    assert backup.path.stat().st_mode & 0o777 == 0o600
    assert backup.path.parent.stat().st_mode & 0o777 == 0o700
    assert backup.path.name.startswith("focus.20261123T080000.")


# Good ones and bad ones.


def test_damage_is_seen(tmp_path: Path) -> None:
    db = filled(tmp_path)
    (backup,) = db.backups.all()
    assert backup.whole
    content = backup.path.read_bytes()
    backup.path.write_bytes(content.replace(b"thought 7", b"thought 8", 1))
    assert not backup.whole
    with pytest.raises(DataUnusable, match="damaged since it was made"):
        db.restore(backup)
    backup.path.unlink()
    with pytest.raises(DataUnusable, match="not there any more"):
        db.restore(backup)
    assert len(titles(db)) == 101


def test_a_damaged_one_lets_no_good_one_go(tmp_path: Path) -> None:
    clock = HandClock(int(datetime(2026, 11, 2, 8, tzinfo=UTC).timestamp() * 1000))
    db = database(tmp_path, clock=clock)
    for day in range(6):
        add_idea(db, f"day {day}")
        clock.wall_ms += DAY_MS
    spoilt = db.backups.all()[0]  # the newest of its week, in whose place the others would go
    spoilt.path.write_bytes(b"{")
    stands_in = db.backups.all()[1]
    for day in range(70):
        clock.wall_ms += DAY_MS
        add_idea(db, f"later {day}")
        if day == 12:
            assert stands_in in db.backups.all()
    left = db.backups.all()
    assert all(each.whole for each in left)  # its time is over too
    assert len(left) < 30


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    clock = HandClock()
    db = database(tmp_path, clock=clock)
    add_idea(db, "a")
    db.backups.folder.mkdir()
    own = db.backups.folder / "my notes.txt"
    own.write_text("mine")
    odd = db.backups.folder / "focus.20261399T080000.000Z.daily.0123456789abcdef.json"
    odd.write_text("{}")
    for _ in range(40):
        clock.wall_ms += DAY_MS
        add_idea(db, "b")
    assert own.read_text() == "mine"
    assert odd.exists()
    assert odd not in [each.path for each in db.backups.all()]


# What can go wrong.


@pytest.mark.promise("a folder of backups that can't be written")
def test_one_that_can_t_be_made_stops_nothing_and_is_told_once(own_folder: Path) -> None:
    def body() -> None:
        clock = HandClock()
        db = database(own_folder, clock=clock)
        add_idea(db, "a")
        db.backups.folder.mkdir(mode=0o500)
        clock.wall_ms += DAY_MS
        add_idea(db, "b")
        add_idea(db, "c")
        (told,) = db.notices()
        assert told.startswith("No backup was made: ")
        assert "permissions" in told
        assert titles(db) == ["a", "b", "c"]
        with pytest.raises(DataUnusable, match="permissions"):
            db.back_up()

    assert as_nobody(body) == 0


@pytest.mark.promise("no room for a backup")
def test_without_room_for_one_the_act_is_done_all_the_same(tmp_path: Path) -> None:
    filled(tmp_path)

    def body() -> None:
        clock = HandClock()
        clock.wall_ms += DAY_MS
        db = database(tmp_path, clock=clock)
        size = db.path.stat().st_size
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        db.path.write_bytes(db.path.read_bytes() + b" " * size)  # the copy is larger than the next
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 1000, hard))
        add_idea(db, "kept")
        assert "file too large" in " ".join(db.notices())
        assert titles(db)[-1] == "kept"
        assert len(db.backups.all()) == 1
        assert not [name for name in os.listdir(db.backups.folder) if name.startswith(".")]

    assert in_child(body) == 0


@pytest.mark.promise("killed before any step of a backup")
def test_dying_before_any_step_leaves_no_half_of_one(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    def prepare() -> None:
        folder = tmp_path / "data"
        for path in (*folder.glob("backups/*"), *folder.glob("backups/.*"), *folder.glob("*.json")):
            path.unlink()
        add_idea(database(tmp_path), "old")

    backups = set()
    dying = faults.steps(tmp_path, prepare, add_next_day, faults.die)
    for tried, status in enumerate(dying, start=1):
        record_property("times", tried)
        assert os.WTERMSIG(status) == signal.SIGKILL
        db = database(tmp_path)
        assert titles(db) in (["old"], ["old", "new"])
        assert all(held(each) == ["old"] for each in db.backups.all())
        backups.add(len(db.backups.all()))
        clock = HandClock()
        clock.wall_ms += 2 * DAY_MS
        add_idea(database(tmp_path, clock=clock), "and on")
        assert not [name for name in os.listdir(db.backups.folder) if name.startswith(".")]
    assert backups == {0, 1}


def add_next_day(db: Database) -> None:
    clock = db._clock
    assert isinstance(clock, HandClock)
    clock.wall_ms += DAY_MS
    add_idea(db, "new")


def restore_newest(db: Database) -> None:
    db.restore(db.backups.all()[0])


# The way back.


def test_what_was_deleted_is_back_and_what_was_there_is_copied(tmp_path: Path) -> None:
    db = filled(tmp_path)
    before = db.path.read_bytes()
    trash_all(db)
    assert titles(db) == []
    (bulk, _) = db.backups.all()
    other = database(tmp_path)
    assert titles(other) == []
    assert db.restore(bulk) is None
    assert len(titles(db)) == 101
    assert db.path.read_bytes() == before
    assert len(titles(other)) == 101  # an open app sees it too
    assert reasons(db) == ["restore", "bulk", "daily"]
    db.restore(db.backups.all()[0])  # and back again
    assert titles(db) == []
    add_idea(db, "and on")
    assert titles(other) == ["and on"]


def test_what_runs_stays_as_it_is(tmp_path: Path) -> None:
    db = filled(tmp_path)
    with db.act("Start") as tx:
        tx.timer.put(interval("a" * 32))
    (daily,) = db.backups.all()
    assert db.restore(daily) is None
    running = db.read().timer.get(db.device)
    assert running is not None
    assert running.id == "a" * 32
    assert len(titles(db)) == 100


@pytest.mark.promise("an unreadable file, a backup put in its place", times=5)
def test_an_unreadable_file_is_set_aside_whole(tmp_path: Path) -> None:
    db = filled(tmp_path)
    (daily,) = db.backups.all()
    for content in (b"", b"{", b"\0" * 500, b"<<<<<<< mine\n{}", "{}".encode("utf-16")):
        db.path.write_bytes(content)
        with pytest.raises(DataUnusable):
            database(tmp_path).read()
        again = database(tmp_path)
        aside = again.restore(daily)
        assert aside is not None
        assert aside.name.startswith("focus.json.corrupt-2026")
        assert aside.read_bytes() == content
        assert len(titles(again)) == 100
        add_idea(again, "and on")
        aside.unlink()


def test_a_folder_or_a_pipe_in_its_place_is_set_aside_too(tmp_path: Path) -> None:
    db = filled(tmp_path)
    (daily,) = db.backups.all()
    for make in (os.mkdir, os.mkfifo):
        db.path.unlink()
        make(db.path)
        aside = database(tmp_path).restore(daily)
        assert aside is not None
        assert aside.exists()
        assert len(titles(database(tmp_path))) == 100


def test_a_file_that_is_gone_comes_back(tmp_path: Path) -> None:
    db = filled(tmp_path)
    db.path.unlink()
    with pytest.raises(DataUnusable, match="gone since"):
        db.read()
    assert db.restore(db.backups.all()[0]) is None
    assert len(titles(db)) == 100


def test_one_of_a_newer_format_is_not_put_back(tmp_path: Path) -> None:
    db = filled(tmp_path)
    (daily,) = db.backups.all()
    tables = json.loads(daily.path.read_bytes())
    tables["meta"]["format"]["version"] = 99
    db.path.write_text(json.dumps(tables))
    newer = db.backups.make("asked", HandClock().wall_ms + DAY_MS)
    assert newer is not None
    db.path.write_bytes(daily.path.read_bytes())
    with pytest.raises(DataUnusable, match="newer focus"):
        database(tmp_path).restore(newer)
    assert len(titles(database(tmp_path))) == 100


def test_an_undo_after_it_changes_nothing_it_should_not(tmp_path: Path) -> None:
    db = filled(tmp_path)
    trash_all(db)
    db.restore(db.backups.all()[0])
    before = db.path.read_bytes()
    from focus_tui.domain.errors import Refused

    with pytest.raises(Refused, match="changed since"), db.undoing():
        pass
    assert db.path.read_bytes() == before


@pytest.mark.promise("killed before any step of putting a backup back")
def test_dying_before_any_step_of_it_loses_neither(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    broken = b"{ broken"

    def prepare() -> None:
        for path in (tmp_path / "data").glob("focus.json*"):
            path.unlink()
        if not (tmp_path / "data" / "backups").exists():
            filled(tmp_path)
        (tmp_path / "data" / "focus.json").write_bytes(broken)

    seen = set()
    dying = faults.steps(tmp_path, prepare, restore_newest, faults.die)
    for tried, status in enumerate(dying, start=1):
        record_property("times", tried)
        assert os.WTERMSIG(status) == signal.SIGKILL
        db = database(tmp_path)
        files = {path.read_bytes() for path in db.path.parent.glob("focus.json*")}
        assert broken in files
        if db.path.read_bytes() != broken:
            assert len(titles(db)) == 100
        seen.add(db.path.read_bytes() == broken)
        database(tmp_path).restore(db.backups.all()[-1])
        assert len(titles(database(tmp_path))) == 100
    assert seen == {True, False}
