"""A year that moves while something goes wrong: nothing is lost, nothing is there twice."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from focus_tui.domain.errors import DataUnusable
from focus_tui.store.database import Database
from tests.store import faults
from tests.store.faults import Traced, as_nobody, own_folder
from tests.store.given import add_idea, database, titles
from tests.store.years import files, lived, lying, on, record

__all__ = ["own_folder"]


@pytest.mark.promise("an archive that is newer or damaged")
@pytest.mark.parametrize("spoilt", ["newer", "damaged"])
def test_an_archive_that_cannot_be_changed_keeps_its_year_in_the_data_file(
    tmp_path: Path, spoilt: str
) -> None:
    before = record(lived(tmp_path))
    version = b'{"meta": {"format": {"version": 2}}}' if spoilt == "newer" else b"{"
    archive = tmp_path / "data" / "sessions-2025.json"
    archive.write_bytes(version)
    db = on("2026-04-01", tmp_path)
    add_idea(db, "x")
    assert titles(db) == ["x"]
    (notice,) = db.notices()
    assert "sessions-2025.json" in notice
    assert f"is kept in {db.path} meanwhile" in notice
    assert archive.read_bytes() == version
    hot = json.loads(db.path.read_bytes())
    assert hot["sessions"].keys() == {"b", "c", "d"}
    assert "pending" not in hot["meta"]
    archive.unlink()
    assert record(database(tmp_path)) == before
    add_idea(on("2026-04-01", tmp_path), "y")
    assert lying(tmp_path)["sessions-2025"] == ["b", "c"]
    assert record(database(tmp_path)) == before


def test_an_archive_that_does_not_take_it_gets_it_later(own_folder: Path) -> None:
    def body() -> None:
        before = record(lived(own_folder))
        archive = own_folder / "data" / "sessions-2025.json"
        archive.write_text('{"meta": {"format": {"version": 1}}}')
        archive.chmod(0o400)
        db = on("2026-04-01", own_folder)
        add_idea(db, "x")
        add_idea(db, "y")
        (notice,) = db.notices()
        assert "sessions-2025.json can't be written" in notice
        assert lying(own_folder)["sessions-2024"] == ["a"], "the other year is there"
        hot = json.loads(db.path.read_bytes())
        assert hot["meta"]["pending"].keys() == {"2025"}
        assert record(db) == record(database(own_folder)) == before
        older = hot["meta"]["pending"]["2025"]["sessions"]["b"] | {"note": "older"}
        hot["sessions"]["b"] = older | {"updated_at": "2025-01-01T00:00:00.000Z"}
        db.path.write_text(json.dumps(hot))
        add_idea(database(own_folder), "while it is stuck")
        assert record(db) == before
        archive.chmod(0o600)
        add_idea(database(own_folder), "z")
        assert lying(own_folder)["sessions-2025"] == ["b", "c"]
        assert "pending" not in json.loads(db.path.read_bytes())["meta"]
        assert record(db) == before

    assert as_nobody(body) == 0


def test_in_a_folder_that_cannot_be_written_nothing_moves(own_folder: Path) -> None:
    def body() -> None:
        before = record(lived(own_folder))
        bytes_before = files(own_folder)
        (own_folder / "data").chmod(0o500)
        db = on("2026-04-01", own_folder)
        with pytest.raises(DataUnusable, match="permissions"):
            add_idea(db, "x")
        assert all(each.startswith("No backup was made") for each in db.notices())
        assert files(own_folder) == bytes_before
        assert record(db) == before
        (own_folder / "data").chmod(0o700)
        add_idea(on("2026-04-01", own_folder), "y")
        assert lying(own_folder)["sessions-2025"] == ["b", "c"]

    assert as_nobody(body) == 0


def steps(folder: Path, do: Callable[[], None]) -> Iterator[int]:
    """A first write on three years in the data file, with a fault before each step."""

    def prepare() -> None:
        for path in (folder / "data").rglob("*.json"):
            path.unlink()
        lived(folder)

    def act(db: Database) -> None:
        add_idea(db, "x")

    return faults.steps(folder, prepare, act, do)


@pytest.mark.promise("killed before any step of a year's move")
def test_dying_before_any_step_of_a_move_loses_nothing_and_doubles_nothing(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    before = record(lived(tmp_path))
    ends = set()
    for tried, _ in enumerate(steps(tmp_path, faults.die), start=1):
        record_property("times", tried)
        hot = json.loads((tmp_path / "data" / "focus.json").read_bytes())
        ends.add(("b" in hot["sessions"], "pending" in hot["meta"], "ideas" in hot))
        assert record(database(tmp_path)) == before
        add_idea(database(tmp_path), "y")
        assert record(database(tmp_path)) == before
        assert lying(tmp_path) == {
            "focus": ["d"],
            "sessions-2024": ["a"],
            "sessions-2025": ["b", "c"],
        }
        hot = json.loads((tmp_path / "data" / "focus.json").read_bytes())
        assert "pending" not in hot["meta"]
    assert ends == {
        (True, False, False),
        (False, True, False),
        (False, False, False),
        (False, False, True),
    }


@pytest.mark.promise("any step of a year's move fails for lack of room")
def test_failing_at_any_step_of_a_move_loses_nothing(
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    record_property: Callable[[str, object], None],
) -> None:
    before = record(lived(tmp_path))
    done_with = set()
    for tried, status in enumerate(steps(tmp_path, faults.no_room), start=1):
        record_property("times", tried)
        complaint = capfd.readouterr().err
        assert record(database(tmp_path)) == before
        if status:
            assert "DataUnusable" in complaint
            assert titles(database(tmp_path)) == []
        else:
            assert titles(database(tmp_path)) == ["x"]
            hot = json.loads((tmp_path / "data" / "focus.json").read_bytes())
            done_with.add((len(hot["sessions"]), *hot["meta"].get("pending", {})))
        add_idea(database(tmp_path), "y")
        assert record(database(tmp_path)) == before
    assert done_with == {(4,), (1,)}, "not moved, or moved; what was pending the act completes"


@pytest.mark.promise("two programs move a year at once", times=20)
def test_two_processes_begin_at_the_same_moment(tmp_path: Path) -> None:
    for round in range(20):
        folder = tmp_path / str(round)
        before = record(lived(folder))
        waiting, go = os.pipe()
        children = [os.fork() or writer(folder, waiting, go, title) for title in ("x", "y")]
        os.close(go)
        assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
        os.close(waiting)
        db = database(folder)
        assert titles(db) == ["x", "y"] or titles(db) == ["y", "x"]
        assert record(db) == before
        assert lying(folder) == {
            "focus": ["d"],
            "sessions-2024": ["a"],
            "sessions-2025": ["b", "c"],
        }


def writer(folder: Path, waiting: int, go: int, title: str) -> int:
    """In a child: read the data, wait until the parent lets go, and act."""
    code = 1
    try:
        os.close(go)
        db = on("2026-04-01", folder)
        db.read()
        os.read(waiting, 1)
        add_idea(db, title)
        code = 0 if db.notices() == () else 2
    finally:
        os._exit(code)


FIRST_WRITE = """
import sys
from pathlib import Path
from tests.store.given import add_idea
from tests.store.years import on
db = on("2026-04-01", Path(sys.argv[1]))
db.read()
add_idea(db, "x")
"""


@pytest.mark.system
@pytest.mark.parametrize("fault", ["signal=KILL", "error=EIO"])
def test_at_every_call_of_the_system_a_move_loses_nothing(tmp_path: Path, fault: str) -> None:
    before = record(lived(tmp_path / "first"))
    hit = 0
    with Traced(FIRST_WRITE, tmp_path) as program:
        calls = program.calls(tmp_path / "first")
        assert len(calls) > 60
        for number, (name, nth) in enumerate(calls):
            folder = tmp_path / f"{number:05}"  # as long as "first", so that all else is the same
            lived(folder)
            inject = f"inject={name}:{fault}:when={nth}"
            code, complaint = program.run(folder, "-e", f"trace={name}", "-e", inject)
            hit += code != 0
            if code and fault != "signal=KILL" and name != "flock":
                assert "DataUnusable: " in complaint
            assert record(database(folder)) == before
            add_idea(database(folder), "y")
            assert record(database(folder)) == before
            assert {len(set(ids)) for ids in lying(folder).values()} == {1, 2}
            assert sum(map(len, lying(folder).values())) == 4
            assert "pending" not in json.loads(files(folder)["focus.json"])["meta"]
    assert hit == len(calls) if fault == "signal=KILL" else hit > 10
