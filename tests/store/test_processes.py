"""Several real processes on one file, and processes that die or fail while they write."""

import json
import os
import random
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from focus_tui.domain.errors import DataUnusable
from focus_tui.store.database import Database
from tests.store import faults
from tests.store.faults import as_nobody, own_folder
from tests.store.given import HandClock, add_idea, database, idea, in_child, session, titles

__all__ = ["own_folder"]

WRITER = """
import sys
from pathlib import Path
from tests.store.given import HandClock, add_idea, database
db = database(Path(sys.argv[1]), device=sys.argv[2], lock_wait_s=60)
for n in range(200):
    add_idea(db, f"{sys.argv[2]} {n}")
"""


@pytest.mark.promise("two programs write at once", times=400)
def test_two_processes_write_while_a_third_reads(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), device])
        for device in ("d1", "d2")
    ]
    reader = database(tmp_path)
    seen = [0]
    for writer in writers:
        while writer.poll() is None:
            if reader.changed():
                seen.append(len(reader.read().ideas.all()))
            with suppress(subprocess.TimeoutExpired):
                writer.wait(0.005)
    assert [writer.returncode for writer in writers] == [0, 0]
    ideas = reader.read().ideas.all()
    assert sorted(each.title for each in ideas) == sorted(
        f"{device} {n}" for device in ("d1", "d2") for n in range(200)
    )
    assert len({each.id for each in ideas}) == 400
    assert seen == sorted(seen)
    assert len(set(seen)) > 10
    lines = (tmp_path / "state" / "journal").read_bytes().splitlines()
    assert sum(line.startswith(b'{"act"') for line in lines) == 400


def count_up(db: Database, acknowledge: int) -> None:
    """Acts without end; each is acknowledged once it is saved."""
    filler = ["x" * 10, "y" * 4_000]
    n = int(db.read().ideas.all()[0].title)
    while True:
        n += 1
        with db.act("Count") as tx:
            tx.ideas.put(idea("a" * 32, f"{n}"))
            # The file grows and shrinks, so that remains of the longer one would show.
            tx.sessions.put(session("b" * 32, note=f"{n} {filler[n % 2]}"))
        os.write(acknowledge, b"%d\n" % n)


def kill_at(moment_s: float, folder: Path) -> int:
    """Kill a counting process that long after its first act; returns what it acknowledged."""
    out, into = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            count_up(database(folder), into)
        finally:
            os._exit(1)
    os.close(into)
    said = os.read(out, 100)
    deadline = time.monotonic() + moment_s
    while (left := deadline - time.monotonic()) > 0:
        if select.select([out], [], [], left)[0]:
            said += os.read(out, 1000)
    os.kill(pid, signal.SIGKILL)
    status = os.waitpid(pid, 0)[1]
    assert os.WTERMSIG(status) == signal.SIGKILL, "it was to be killed while it counted"
    while more := os.read(out, 1000):
        said += more
    os.close(out)
    return int(said.split(b"\n")[-2])


@pytest.mark.promise("killed at a random moment while writing", times=200)
def test_kill_at_200_random_moments_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    db = database(tmp_path)
    with db.act("Begin") as tx:
        tx.ideas.put(idea("a" * 32, "0"))
    moments = random.Random(7)
    for _ in range(200):
        acknowledged = kill_at(moments.uniform(0, 0.015), tmp_path)
        again = database(tmp_path)
        (counter,) = again.read().ideas.all()
        (filled,) = again.read().sessions.all()
        assert int(counter.title) in (acknowledged, acknowledged + 1)
        assert filled.note.split()[0] == counter.title
    add_idea(again, "and on")
    left = [name for name in os.listdir(tmp_path / "data") if name.startswith(".")]
    assert left == []


def put_both(db: Database, note: str) -> None:
    with db.act("Both") as tx:
        tx.archive(2025).sessions.put(session("a" * 32, on="2025-03-04", note=note))
        tx.ideas.put(idea("c" * 32, note))


def notes(folder: Path) -> tuple[str, str]:
    db = database(folder)
    (kept,) = db.year(2025).sessions.all()
    (thought,) = db.read().ideas.where(title="old") or db.read().ideas.where(title="new")
    return kept.note, thought.title


def steps(folder: Path, do: Callable[[], None]) -> Iterator[int]:
    return faults.steps(
        folder,
        lambda: put_both(database(folder), "old"),
        lambda db: put_both(db, "new"),
        do,
    )


@pytest.mark.promise("killed before any step of an act on two files")
def test_dying_before_any_step_leaves_the_act_done_or_not_begun(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    seen = []
    for tried, status in enumerate(steps(tmp_path, faults.die), start=1):
        record_property("times", tried)
        assert os.WTERMSIG(status) == signal.SIGKILL
        seen.append(notes(tmp_path))
        pending = b'"pending"' in (tmp_path / "data" / "focus.json").read_bytes()
        add_idea(database(tmp_path), "the next act completes it")
        assert notes(tmp_path) == seen[-1]
        tables = json.loads((tmp_path / "data" / "focus.json").read_bytes())
        assert "pending" not in tables["meta"]
        archive = json.loads((tmp_path / "data" / "sessions-2025.json").read_bytes())
        assert archive["sessions"]["a" * 32]["note"] == seen[-1][0]
        seen.append(("pending", "pending") if pending else seen[-1])
    assert set(seen) == {("old", "old"), ("new", "new"), ("pending", "pending")}
    assert len(seen) > 2 * 30


@pytest.mark.promise("any step of an act on two files fails for lack of room")
def test_failing_at_any_step_is_told_or_does_not_matter(
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    record_property: Callable[[str, object], None],
) -> None:
    told = 0
    for tried, status in enumerate(steps(tmp_path, faults.no_room), start=1):
        record_property("times", tried)
        complaint = capfd.readouterr().err
        after = notes(tmp_path)
        if status:
            assert "DataUnusable" in complaint
            assert "no space left" in complaint
            assert after == ("old", "old")
            told += 1
        else:
            assert after == ("new", "new")
    assert told > 5


@pytest.mark.promise("no room for the file (a limit on its size)")
def test_a_full_disk_leaves_the_old_file_and_the_next_act_works(tmp_path: Path) -> None:
    db = database(tmp_path)
    add_idea(db, "kept")
    before = db.path.read_bytes()

    def body() -> None:
        own = database(tmp_path)
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 1000, hard))
        with pytest.raises(DataUnusable, match=r"can't be written: file too large.*Make room"):
            add_idea(own, "x" * 5000)
        assert own.path.read_bytes() == before
        assert sorted(os.listdir(own.path.parent)) == ["backups", "focus.json", "focus.lock"]
        assert [each.path.read_bytes() for each in own.backups.all()] == [before]
        assert titles(own) == ["kept"]
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        add_idea(own, "next")

    assert in_child(body) == 0
    assert titles(db) == ["kept", "next"]


@pytest.mark.parametrize(
    ("name", "mode"), [("data", 0o500), ("data/focus.json", 0o400)], ids=["folder", "file"]
)
@pytest.mark.promise("a read-only file or folder")
def test_what_is_read_only_is_read_and_not_changed(own_folder: Path, name: str, mode: int) -> None:
    def body() -> None:
        db = database(own_folder)
        add_idea(db, "kept")
        before = db.path.read_bytes()
        (own_folder / name).chmod(mode)
        again = database(own_folder)
        assert titles(again) == ["kept"]
        with pytest.raises(DataUnusable, match=r"permissions"):
            add_idea(again, "x")
        assert db.path.read_bytes() == before
        assert titles(again) == ["kept"]
        (own_folder / name).chmod(0o700)
        add_idea(again, "next")
        assert titles(db) == ["kept", "next"]

    assert as_nobody(body) == 0


@pytest.mark.promise("a folder that can't be made")
def test_a_folder_that_cannot_be_made_is_told(own_folder: Path) -> None:
    def body() -> None:
        own_folder.chmod(0o500)
        with pytest.raises(DataUnusable, match=r"data can't be written.*permissions"):
            add_idea(database(own_folder), "x")

    assert as_nobody(body) == 0


@pytest.mark.promise("a file without the right to read it")
def test_an_unreadable_file_is_told(own_folder: Path) -> None:
    def body() -> None:
        db = database(own_folder)
        add_idea(db, "kept")
        db.path.chmod(0)
        with pytest.raises(DataUnusable, match=r"can't be read: permission denied"):
            database(own_folder).read()

    assert as_nobody(body) == 0


def test_an_unchanged_file_is_not_opened_again(tmp_path: Path) -> None:
    clock = HandClock()
    add_idea(database(tmp_path, clock=clock), "a")

    def body() -> None:
        opened = 0

        def count(event: str, args: tuple[object, ...]) -> None:
            nonlocal opened
            if event == "open" and str(args[0]) == str(db.path):
                opened += 1

        db = database(tmp_path, clock=clock)
        sys.addaudithook(count)
        for _ in range(10):
            titles(db)
        assert opened == 1
        add_idea(db, "b")
        assert opened == 2  # for the day's backup
        for number in range(10):
            add_idea(db, f"c {number}")
            titles(db)
            assert not db.changed()
        assert opened == 2
        os.utime(db.path)
        assert titles(db)[:2] == ["a", "b"]
        assert opened == 3

    assert in_child(body) == 0
