import os
import stat
from pathlib import Path

import pytest

from focus_tui.domain.errors import DataUnusable
from focus_tui.store.files import (
    LIMIT,
    make_folder,
    read_file,
    replace_file,
    signature_of,
    sweep,
)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_replaced_and_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o644)
    written = replace_file(path, b"new")
    assert read_file(path) == (b"new", written)
    assert signature_of(path) == written
    assert mode(path) == 0o600
    assert os.listdir(tmp_path) == ["file"]


def test_a_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    assert mode(tmp_path / "a" / "b") == 0o700


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "target", tmp_path / "link"
    link.symlink_to(target)
    replace_file(link, b"through a link to nothing")
    replace_file(link, b"through a link")
    assert link.is_symlink()
    assert target.read_bytes() == b"through a link"
    assert os.listdir(tmp_path / "there") == ["target"]


def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    before = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0
    for path in (tmp_path / "pipe", tmp_path / "folder", Path("/dev/zero")):
        with pytest.raises(DataUnusable, match=f"{path} is not a regular file"):
            read_file(path)
    after = len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").exists() else 0
    assert before == after


def test_a_file_that_is_too_long_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "long"
    with open(path, "wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(DataUnusable, match="longer than 64 MiB"):
        read_file(path)


def test_a_path_that_leads_nowhere_is_told_apart_from_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert signature_of(tmp_path / "none") is None
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "none")
    for path in (tmp_path / "file" / "below", tmp_path / "loop"):
        with pytest.raises(DataUnusable, match="can't be read"):
            signature_of(path)
        with pytest.raises(DataUnusable, match="can't be read"):
            read_file(path)


def test_what_killed_writers_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    for name in (".f.123.abc.new", ".f.9.9.new", ".g.1.1.new", "f", ".f.txt", "f.new"):
        (tmp_path / name).touch()
    sweep(tmp_path / "f")
    assert sorted(os.listdir(tmp_path)) == [".f.txt", ".g.1.1.new", "f", "f.new"]


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(DataUnusable, match="can't be written"):
        replace_file(tmp_path / "folder", b"a folder can't be replaced")
    assert os.listdir(tmp_path) == ["folder"]
    with pytest.raises(DataUnusable, match="can't be written"):
        replace_file(tmp_path / "none" / "file", b"no such folder")
