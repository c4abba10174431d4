"""`focus backup` and `focus restore`."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.shell import EXECUTABLE, Shell, real
from tests.support.broken import FAULTS
from tests.support.terminal import Terminal

DATA = ("focus-loop", "focus.json")


def data() -> Path:
    return Path(os.environ["XDG_DATA_HOME"], *DATA)


def thoughts() -> set[str]:
    return {each["title"] for each in json.loads(data().read_bytes())["ideas"].values()}


def lived(focus: Shell) -> None:
    """Two thoughts, of which the second is not in the backups; and a session."""
    focus("add", "one")
    assert focus("backup").status == 0
    focus("add", "two [/foo]")
    focus("start", "Mel")
    focus("finish")


def test_one_is_made_and_all_are_listed(focus: Shell) -> None:
    focus("add", "one")
    said = focus("backup")
    assert (said.status, said.err) == (0, "Copied: 0 sessions and breaks, 1 thought.\n")
    assert len(said.out.splitlines()) == 1
    focus("add", "two")
    listed = focus("backup", "--list")
    assert listed.out == said.out
    (document,) = json.loads(focus("backup", "--list", "--json").out)
    assert (document["number"], document["reason"], document["good"]) == (1, "asked", True)
    assert (document["sessions"], document["thoughts"]) == (0, 1)
    file = Path(document["file"])
    assert file.parent == data().parent / "backups"
    assert document["bytes"] == file.stat().st_size
    assert "asked         1 KiB  0 sessions and breaks, 1 thought" in said.out


def test_without_data_there_is_nothing_to_copy(focus: Shell) -> None:
    said = focus("backup")
    assert said.status == 3
    assert "not there yet" in said.err
    assert focus("restore").err.startswith("There is no backup yet in ")
    assert focus("restore", "latest").status == 1


def test_what_each_would_change_is_said_before_it_is_chosen(focus: Shell) -> None:
    lived(focus)
    said = focus("restore")
    assert said.status == 0
    assert "Against now: 1 session or break, 1 thought fewer." in said.out
    focus("restore", "1", "--yes")
    assert "Against now: nothing changes." in focus("restore", "2").err


def test_one_is_put_back_and_what_was_there_is_not_lost(focus: Shell) -> None:
    lived(focus)
    assert focus("restore", "latest", "--yes").status == 0
    assert thoughts() == {"one"}
    assert focus("restore", "1", "--yes").err.count("1 session or break, 1 thought more") == 1
    assert thoughts() == {"one", "two [/foo]"}


def test_it_is_named_by_number_time_or_latest(focus: Shell) -> None:
    lived(focus)
    (document,) = json.loads(focus("backup", "--list", "--json").out)
    stamp = document["made_at"].replace("-", "").replace(":", "")
    for which in ("1", "latest", stamp[:8], stamp[:13], document["made_at"][:16]):
        assert "1 thought" in focus("restore", which).err, which
    for which in ("2", "0", "yesterday", "2024"):
        said = focus("restore", which, "--yes")
        assert (said.status, said.out) == (1, "")
        assert f"There is no backup “{which}”" in said.err
    assert focus("restore", "1", "2").status == 2


def test_nobody_is_asked_without_a_terminal(focus: Shell) -> None:
    lived(focus)
    said = focus("restore", "1")
    assert said.status == 2
    assert "--yes" in said.err
    assert len(thoughts()) == 2


def test_on_a_terminal_it_asks(focus: Shell) -> None:
    lived(focus)
    for answer, status, left in (("n", 1, 2), ("", 1, 2), ("y", 0, 1)):
        with Terminal([*EXECUTABLE, "restore", "1"], size=(100, 24)) as terminal:
            terminal.wait_for("Put it back? y or n")
            terminal.send(f"{answer}\r")
            assert terminal.wait_exit() == status
        assert len(thoughts()) == left


def test_data_that_can_t_be_read_name_the_way_back(focus: Shell) -> None:
    lived(focus)
    data().write_bytes(b"{ broken")
    for words in (("log",), ("add", "x"), ("start",), ("undo",)):
        said = focus(*words)
        assert said.status == 3
        assert "focus.json is not JSON" in said.err
        assert "0 sessions and breaks, 1 thought" in said.err
        assert "focus restore latest" in said.err
        assert len(said.err.splitlines()) == 1
    said = focus("restore", "latest", "--yes")
    assert said.status == 0
    (aside,) = data().parent.glob("focus.json.corrupt-*")
    assert str(aside) in said.err
    assert aside.read_bytes() == b"{ broken"
    assert thoughts() == {"one"}
    assert focus("add", "and on").status == 0


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_became_of_it_the_way_back_is_named_and_works(fault: str, focus: Shell) -> None:
    lived(focus)
    focus("add", "buy coffee")
    break_it, _ = FAULTS[fault]
    break_it(data())
    broken = data().read_bytes() if data().is_file() else None
    said = focus("restore", "latest", "--yes")
    if fault == "a newer format":
        assert (said.status, data().read_bytes()) == (3, broken)
        assert "Update focus" in said.err
        return
    assert said.status == 0
    (aside,) = data().parent.glob("focus.json.corrupt-*")
    assert (aside.read_bytes() if broken is not None else None) == broken
    assert thoughts() == {"one"}
    assert focus("add", "and on").status == 0


def test_a_file_that_is_gone_is_not_begun_anew(focus: Shell) -> None:
    lived(focus)
    data().unlink()
    for words in (("add", "x"), ("start",), ("log",), ("backup",)):
        said = focus(*words)
        assert (said.status, said.out, len(said.err.splitlines())) == (3, "", 1)
        assert "focus.json is not there, though there are backups of it" in said.err
        assert "0 sessions and breaks, 1 thought" in said.err
        assert not data().exists()
    assert "focus.json is not there" in focus("doctor").out
    said = focus("restore", "latest", "--yes")
    assert (said.status, "copied" in said.err) == (0, False)
    assert thoughts() == {"one"}


def test_what_runs_is_named_before_and_after(focus: Shell) -> None:
    focus("add", "one")
    focus("backup")
    focus("start", "Mel [/foo]")
    said = focus("restore", "1", "--yes")
    assert said.err.count("What runs now goes on: Mel [/foo].") == 2
    assert "Mel [/foo]" in focus("status").out


def test_through_the_real_command(own_home: Path) -> None:
    assert real("add", "one").returncode == 0
    assert real("backup").returncode == 0
    data().write_bytes(b"\0" * 400)
    said = real("add", "two")
    assert said.returncode == 3
    assert b"NUL bytes" in said.stderr
    assert b"focus restore latest puts a backup in its place (" in said.stderr
    assert real("restore", "latest").returncode == 2
    assert data().read_bytes() == b"\0" * 400
    assert real("restore", "latest", "--yes").returncode == 0
    assert real("add", "two").returncode == 0
    assert thoughts() == {"one", "two"}


def test_without_a_backup_nothing_is_promised(focus: Shell) -> None:
    focus("add", "one")
    data().write_bytes(b"{ broken")
    assert "restore" not in focus("log").err


def test_a_damaged_one_says_so_and_is_not_put_back(focus: Shell) -> None:
    lived(focus)
    (backup,) = (data().parent / "backups").iterdir()
    backup.write_bytes(b"{}")
    assert "damaged since it was made" in focus("backup", "--list").out
    before = data().read_bytes()
    assert focus("restore", "1", "--yes").status == 3
    assert focus("restore", "latest", "--yes").status == 1
    assert data().read_bytes() == before


def test_the_doctor_looks_at_each(focus: Shell) -> None:
    lived(focus)
    folder = data().parent / "backups"
    (healthy,) = [line for line in focus("doctor").out.splitlines() if "backup" in line]
    assert f"{folder}: 1 good backup, the newest of " in healthy
    (backup,) = folder.iterdir()
    archive = data().parent / "sessions-2025.json"
    archive.write_text('{"meta": {"format": {"version": 1}}}')
    of_archive = folder / "sessions-2025.20261123T080000.000Z.archive.0123456789abcdef.json"
    of_archive.write_bytes(b"{}")
    backup.write_bytes(b"{}")
    said = focus("doctor")
    for path in (backup, of_archive):
        assert f"wrong  backup    {path} was damaged since it was made" in said.out
    assert "none yet in" in said.out
