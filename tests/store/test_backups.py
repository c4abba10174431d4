"""Copies of the data file: when they are made, and that they are good."""

import os
import resource
import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from focus_tui.domain.errors import DataUnusable
from focus_tui.store.database import Database
from focus_tui.store.safety import IMPORT, MANY, MIGRATION
from tests.store import faults
from tests.store.copies import DAY_MS, filled, held, reasons
from tests.store.faults import as_nobody, own_folder
from tests.store.given import HandClock, add_idea, database, idea, in_child, titles

__all__ = ["own_folder"]

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


def test_an_act_can_ask_for_one(tmp_path: Path) -> None:
    db = filled(tmp_path)
    for reason in (IMPORT, MIGRATION):
        with db.act("Bring in", backup=reason) as tx:
            tx.ideas.put(idea(tx.new_id(), "from elsewhere"))
    with db.act("Bring in nothing", backup=IMPORT):
        pass
    assert reasons(db) == [MIGRATION, IMPORT, "daily"]
    assert "from elsewhere" not in held(db.backups.all()[1])


def test_a_clock_that_was_ahead_once_costs_no_copy_for_each_act(tmp_path: Path) -> None:
    clock = HandClock()
    db = database(tmp_path, clock=clock)
    add_idea(db, "a")
    clock.wall_ms += 1_500 * DAY_MS
    add_idea(db, "in 2031")
    clock.wall_ms -= 1_500 * DAY_MS
    ahead = db.backups.all()[0]
    for number in range(5):
        add_idea(database(tmp_path, clock=clock), f"{number}")
    assert reasons(db) == ["daily", "daily"]
    for _ in range(60):
        clock.wall_ms += DAY_MS
        add_idea(db, "b")
    of_the_newest_act = db.backups.all()[1]
    assert len(held(of_the_newest_act)) == len(titles(db)) - 1
    assert db.backups.all()[0] == ahead


def test_those_made_while_the_clock_was_ahead_let_no_later_one_go(tmp_path: Path) -> None:
    clock = HandClock(HandClock().wall_ms + 3_000 * DAY_MS)
    db = database(tmp_path, clock=clock)
    add_idea(db, "a")
    for _ in range(400):  # all days, weeks and months that are kept
        clock.wall_ms += DAY_MS
        db.backups.make("asked", clock.wall_ms)
    ahead = db.backups.all()
    clock.wall_ms -= 3_400 * DAY_MS
    made = db.back_up()
    assert made in db.backups.all()
    assert db.backups.all() == (*ahead, made)


def test_two_files_of_one_folder_have_their_own(tmp_path: Path) -> None:
    for name in ("work.json", "work.txt", "work", "work.old.json"):
        db = Database(tmp_path / name, tmp_path / f"journal {name}", device="d", clock=HandClock())
        add_idea(db, name)
        add_idea(db, "more")
        assert [held(each) for each in db.backups.all()] == [[name]]


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


def test_only_what_can_be_read_strictly_gets_its_name(tmp_path: Path) -> None:
    db = filled(tmp_path)
    before = db.backups.all()
    whole = db.path.read_bytes()
    for broken in (
        whole.replace(b'"title":', b'"title":"x","title":', 1),
        whole[:-5],
        b'{"a": {"b": {}}}',
    ):
        db.path.write_bytes(broken)
        assert db.backups.make("asked", HandClock().wall_ms + DAY_MS) is None
        (told,) = db.notices()
        assert told.startswith("No backup was made: ")
    assert db.backups.all() == before
    assert not [name for name in os.listdir(db.backups.folder) if name.startswith(".")]


def test_one_that_can_t_be_deleted_stops_nothing(tmp_path: Path) -> None:
    clock = HandClock()
    db = database(tmp_path, clock=clock)
    add_idea(db, "a")
    db.backups.folder.mkdir()
    for day in range(1, 9):  # folders, which are no copies and are not deleted like one
        name = f"focus.2025010{day}T080000.000Z.daily.0123456789abcdef.json"
        (db.backups.folder / name).mkdir()
    add_idea(db, "b")
    assert titles(db) == ["a", "b"]
    assert any("out of date stays" in each for each in db.notices())
    assert held(db.backups.all()[0]) == ["a"]


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
        another = database(own_folder, clock=clock)  # another process of the same day
        add_idea(another, "d")
        assert another.notices() == ()
        with pytest.raises(DataUnusable, match="permissions"):
            db.back_up()
        clock.wall_ms += DAY_MS
        add_idea(another, "e")
        assert len(another.notices()) == 1
        db.backups.folder.chmod(0o700)
        clock.wall_ms += DAY_MS
        add_idea(database(own_folder, clock=clock), "f")
        assert reasons(db) == ["daily"]

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
