"""A disk that is really full: a small file system in memory, where this user may mount one."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from focus_tui.domain.errors import DataUnusable
from tests.store.given import add_idea, database, titles

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
    other_files = small_disk / "pictures"
    other_files.write_bytes(b"x" * 96 * 1024)
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
    other_files.unlink()
    add_idea(database(small_disk), "room again")
    assert set(titles(database(small_disk))) == {*acknowledged, "room again"}
