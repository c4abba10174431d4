"""The way back to a copy of the data file."""

import json
import os
import resource
import signal
from collections.abc import Callable
from hashlib import blake2s
from pathlib import Path

import pytest

from focus_tui.domain.errors import DataUnusable, Refused
from focus_tui.store.database import Database
from tests.store import faults
from tests.store.copies import DAY_MS, filled, reasons, trash_all
from tests.store.given import HandClock, add_idea, database, in_child, interval, titles
from tests.store.years import lived, on


def restore_newest(db: Database) -> None:
    db.restore(db.backups.all()[0])


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


def test_without_room_nothing_is_changed(tmp_path: Path) -> None:
    db = filled(tmp_path)
    (daily,) = db.backups.all()
    broken = b"{ broken"
    db.path.write_bytes(broken)

    def body() -> None:
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
        with pytest.raises(DataUnusable, match="file too large"):
            database(tmp_path).restore(daily)

    assert in_child(body) == 0
    names = sorted(os.listdir(db.path.parent))
    assert names == ["backups", "focus.json", "focus.lock"]
    assert db.path.read_bytes() == broken
    db.path.unlink()
    db.path.mkdir()
    assert in_child(body) == 0
    assert db.path.is_dir()
    assert sorted(os.listdir(db.path.parent)) == names


def test_a_good_file_that_can_t_be_copied_is_not_replaced(tmp_path: Path) -> None:
    db = filled(tmp_path)
    trash_all(db)
    bulk = db.backups.all()[0]
    before = db.path.read_bytes()

    def body() -> None:
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) - 1, hard))
        with pytest.raises(DataUnusable, match="No backup was made"):
            database(tmp_path).restore(bulk)

    assert in_child(body) == 0
    assert db.path.read_bytes() == before


def test_a_newer_file_is_not_replaced(tmp_path: Path) -> None:
    db = filled(tmp_path)
    tables = json.loads(db.path.read_bytes())
    tables["meta"]["format"]["version"] = 99
    db.path.write_text(json.dumps(tables))
    before = db.path.read_bytes()
    with pytest.raises(DataUnusable, match="newer focus"):
        database(tmp_path).restore(db.backups.all()[0])
    assert db.path.read_bytes() == before


def test_a_file_without_a_format_is_no_backup(tmp_path: Path) -> None:
    db = filled(tmp_path)
    (daily,) = db.backups.all()
    data = b'{"a": {"b": {}}}'
    digest = blake2s(data, digest_size=8).hexdigest()
    forged = daily.path.with_name(f"focus.20261124T080000.000Z.asked.{digest}.json")
    forged.write_bytes(data)
    with pytest.raises(DataUnusable, match="no format version"):
        db.restore(db.backups.all()[0])
    assert len(titles(db)) == 101


def test_a_file_that_is_gone_is_not_begun_anew_by_anybody(tmp_path: Path) -> None:
    db = filled(tmp_path)
    db.path.unlink()
    for each in (db, database(tmp_path)):
        with pytest.raises(DataUnusable, match=r"focus\.json is (gone|not there).*backup"):
            each.read()
        with pytest.raises(DataUnusable, match=r"focus\.json is (gone|not there).*backup"):
            add_idea(each, "x")
    (tmp_path / "state" / "journal").unlink()  # nor on a machine that never saw it
    with pytest.raises(DataUnusable, match=r"is not there, though there are backups"):
        database(tmp_path).read()
    assert database(tmp_path).restore(db.backups.all()[0]) is None
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


def test_what_moved_into_an_archive_since_is_not_counted_as_missing(tmp_path: Path) -> None:
    db = lived(tmp_path)
    add_idea(db, "a")
    (daily,) = db.backups.all()
    add_idea(on("2026-04-01", tmp_path), "b")  # two years move
    found, _ = database(tmp_path).preview(daily)
    assert found is not None
    assert dict(found.back) == {"ideas": 0, "marks": 0, "sessions": 0}
    assert dict(found.gone)["ideas"] == 2


def test_an_undo_after_it_changes_nothing_it_should_not(tmp_path: Path) -> None:
    db = filled(tmp_path)
    trash_all(db)
    db.restore(db.backups.all()[0])
    before = db.path.read_bytes()
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
