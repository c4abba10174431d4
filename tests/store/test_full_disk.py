"""A disk that is really full: a small file system in memory, where this user may mount one."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from focus_tui.domain.errors import DataUnusable
from tests.store.given import HandClock, add_idea, database, titles

pytestmark = [
    pytest.mark.system,  # needs mount, and the right to use it
    pytest.mark.skipif(
        sys.platform != "linux" or os.getuid() != 0, reason="for root on Linux: it mounts a tmpfs"
    ),
]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.promise("a disk that is full")
def test_acts_on_a_full_disk_are_told_and_lose_nothing(
    small_disk: Path, record_property: Callable[[str, object], None]
) -> None:
    in_the_way = small_disk / "something else"
    in_the_way.write_bytes(b"x" * 64 * 1024)
    acknowledged: set[str] = set()
    refusals: list[str] = []
    for number in range(60):
        title = f"{number} {'x' * 4000}"
        try:
            add_idea(database(small_disk), title)
            acknowledged.add(title)
        except DataUnusable as error:
            refusals.append(str(error))
        assert set(titles(database(small_disk))) == acknowledged
        record_property("times", len(refusals))
    assert len(refusals) > 5
    assert all("no space left on device. Make room" in each for each in refusals)
    in_the_way.unlink()
    add_idea(database(small_disk), "room again")
    assert set(titles(database(small_disk))) == {*acknowledged, "room again"}


def test_a_copy_gives_way_to_the_act(small_disk: Path) -> None:
    """There is room for the next file, or for a copy of this one, but not for both."""
    clock = HandClock()
    db = database(small_disk, clock=clock)
    add_idea(db, "x" * 8_000)
    for number in range(3):
        add_idea(db, f"{number} {'x' * 8_000}")
    made = db.backups.all()
    size = db.path.stat().st_size
    (small_disk / "in the way").write_bytes(b"x" * (room(small_disk) - size - 12 * 1024))
    clock.wall_ms += 24 * 3_600_000
    before = set(titles(db))
    add_idea(db, "kept")
    assert set(titles(database(small_disk))) == {*before, "kept"}
    assert any("no room for a backup" in each for each in db.notices())
    assert db.backups.all() == made
    add_idea(another := database(small_disk, clock=clock), "and on")
    assert another.notices() == ()


def test_a_copy_without_room_leaves_nothing(small_disk: Path) -> None:
    db = database(small_disk)
    add_idea(db, "x" * 20_000)
    (small_disk / "in the way").write_bytes(b"x" * (room(small_disk) - 8 * 1024))
    with pytest.raises(DataUnusable, match="no space left"):
        db.back_up()
    assert os.listdir(db.backups.folder) == []


def room(folder: Path) -> int:
    """How many bytes are free."""
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize
