"""`focus --demo`: what it goes with, and that nothing of the person's is touched."""

import os
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.shell import EXECUTABLE, Said, Shell, real
from tests.support.terminal import Terminal

SAYS = "A demo: half a year"


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (["--demo", "status"], "“status”"),
        (["--demo", "--json"], "“--json”"),
        (["--demo", "--data-file", "mine.json"], "--data-file"),
        (["--data-file=mine.json", "--demo"], "--data-file"),
    ],
)
def test_it_goes_with_nothing_else(words: list[str], out: str, focus: Shell) -> None:
    said = focus(*words)
    assert (said.status, said.out) == (2, "")
    assert said.err == f"--demo has data of its own and opens the app: leave {out} out.\n"


def test_the_help_names_it(focus: Shell) -> None:
    assert "focus --demo\n" in focus("--help").out


def test_without_a_terminal_it_leaves_nothing_behind(tmp_path: Path) -> None:
    said = real("--demo", env={**os.environ, "TMPDIR": str(tmp_path)})
    assert said.returncode == 2
    assert b"needs a terminal" in said.stderr
    assert [*tmp_path.iterdir()] == []


def test_without_room_it_says_so(focus: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere/at all")
    said = focus("--demo")
    assert said == Said(3, "", "The demo has no room: No such file or directory.\n")


@contextmanager
def demo(folder: Path, own_home: Path) -> Iterator[Terminal]:
    """Opened where its folder can be seen, with a data file of the person's named."""
    mine = own_home / "mine.json"
    mine.write_text("{}")
    env = {**os.environ, "TMPDIR": str(folder), "FOCUS_DATA_FILE": str(mine)}
    with Terminal([*EXECUTABLE, "--demo"], env=env) as terminal:
        yield terminal
    assert mine.read_text() == "{}"
    assert [file for file in own_home.rglob("*") if file.is_file()] == [mine]


def test_what_is_done_in_it_touches_nothing_and_goes(tmp_path: Path, own_home: Path) -> None:
    with demo(tmp_path, own_home) as terminal:
        terminal.wait_for(SAYS)
        (folder,) = tmp_path.iterdir()
        assert folder.stat().st_mode & 0o777 == 0o700
        terminal.send("c")
        terminal.wait_for("Catch a thought")
        terminal.send("a thought\r")
        terminal.wait_for("u undo")
        terminal.send(" ")
        terminal.wait_for("Started")
        terminal.send("c")
        terminal.wait_for("Catch a thought")
        terminal.send("half a thought\x11")
        assert terminal.wait_exit() == 0
        terminal.wait_for("The demo is gone")
        assert "to come back" not in terminal.screen()
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("number", ["TERM", "HUP"])
def test_a_signal_leaves_nothing_behind(number: str, tmp_path: Path, own_home: Path) -> None:
    with demo(tmp_path, own_home) as terminal:
        terminal.wait_for(SAYS)
        terminal.signal(signal.Signals[f"SIG{number}"])
        assert terminal.wait_exit() == 128 + signal.Signals[f"SIG{number}"]
    assert [*tmp_path.iterdir()] == []


def test_nor_does_one_while_it_is_made(tmp_path: Path, own_home: Path) -> None:
    with demo(tmp_path, own_home) as terminal:
        terminal.wait_until(lambda: [*tmp_path.iterdir()] != [], "for its folder")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 128 + signal.SIGTERM
        assert SAYS not in terminal.screen()
    assert [*tmp_path.iterdir()] == []
