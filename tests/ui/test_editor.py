"""The person's own editor, in a real terminal: lent, taken back, and nothing lost."""

from pathlib import Path

import pytest

from focus_tui.domain.errors import BadInput
from focus_tui.ui.editor import editor
from tests.ui.opened import Opened, opened
from tests.ui.test_job_control import STOPPED

WRITES = """\
printf 'stat %s\\n' "$(stat -c %a "$1")" >>"$1"
echo in the editor
read line
echo "$line" >>"$1"
"""


def script(folder: Path, lines: str) -> str:
    """An editor, in a folder with a space in its name, with an argument of its own."""
    file = folder / "my editor"
    file.write_text(f'#!/bin/sh\n[ "$1" = --wait ] && shift\n{lines}\n', encoding="utf-8")
    file.chmod(0o700)
    return f"'{file}' --wait"


def drafting(terminal: Opened) -> None:
    """Into the question of a session."""
    for key, seen in ((" ", "pause"), ("a", "documentation"), ("a", "searching"), ("a", "What I")):
        terminal.send(key)
        terminal.wait_for(seen)


def back(terminal: Opened) -> None:
    """Until the app has its terminal again."""
    terminal.wait_until(lambda: terminal.raw.count(b"\x1b[?1049h") > 1, "for it to come back")
    terminal.wait_for("^s save")


def left(folder: Path) -> list[Path]:
    """Files that an editor was given and that are still there."""
    return list(folder.glob("focus-*/*"))


def test_what_it_saved_comes_back(tmp_path: Path) -> None:
    env = {"EDITOR": script(tmp_path, WRITES), "TMPDIR": str(tmp_path), "VISUAL": ""}
    with opened(tmp_path / "focus.json", env=env) as terminal:
        drafting(terminal)
        terminal.send("\x07")
        terminal.wait_for("in the editor")
        terminal.send("it clicks\r")
        back(terminal)
        terminal.wait_for("it clicks")
        assert "stat 600" in terminal.screen()
        assert left(tmp_path) == []
        terminal.send("\x13")
        terminal.wait_for("kept with the session")
        terminal.send("q")
        terminal.wait_exit()
        terminal.assert_restored()
    assert "it clicks" in (tmp_path / "focus.json").read_text(encoding="utf-8")


def test_one_that_fails_loses_nothing(tmp_path: Path) -> None:
    env = {"EDITOR": script(tmp_path, f"{WRITES}exit 3"), "TMPDIR": str(tmp_path), "VISUAL": ""}
    with opened(tmp_path / "focus.json", env=env) as terminal:
        drafting(terminal)
        terminal.send("\x07")
        terminal.wait_for("in the editor")
        terminal.send("it clicks\r")
        back(terminal)
        terminal.wait_for("The editor failed (3)")
        (file,) = left(tmp_path)
        assert "it clicks" in file.read_text(encoding="utf-8")
        assert "it clicks" not in terminal.screen()


def test_the_key_that_interrupts_is_the_editor_s(tmp_path: Path) -> None:
    env = {"EDITOR": script(tmp_path, WRITES), "TMPDIR": str(tmp_path), "VISUAL": ""}
    with opened(tmp_path / "focus.json", env=env) as terminal:
        drafting(terminal)
        terminal.send("\x07")
        terminal.wait_for("in the editor")
        terminal.send("\x03")
        back(terminal)
        terminal.wait_for("What I want")


# Without a program between the shell and the app: one would stop before the app has.
AGAIN = '"$@"; echo "stopped $?"; read _; fg >/dev/null; echo "ended $?"'


@pytest.mark.system
def test_the_key_that_stops_stops_both_and_fg_goes_back_to_the_editor(tmp_path: Path) -> None:
    stops = "echo in the editor; kill -TSTP 0; echo back in it; read line; echo $line >>$1"
    env = {"EDITOR": script(tmp_path, stops), "TMPDIR": str(tmp_path), "VISUAL": ""}
    with opened(tmp_path / "focus.json", env=env, shell=AGAIN) as terminal:
        drafting(terminal)
        terminal.send("\x07")
        terminal.wait_for(STOPPED)
        terminal.send("\n")
        terminal.wait_for("back in it")
        assert terminal.raw.count(b"\x1b[?1049h") == 1  # the terminal is the editor's
        terminal.send("it clicks\r")
        back(terminal)
        terminal.wait_for("it clicks")


def test_one_that_is_not_there(tmp_path: Path) -> None:
    env = {"EDITOR": "/nowhere/ed", "TMPDIR": str(tmp_path), "VISUAL": ""}
    with opened(tmp_path / "focus.json", env=env) as terminal:
        drafting(terminal)
        terminal.send("\x07")
        terminal.wait_for("could not be started")
        assert left(tmp_path) == []


@pytest.mark.parametrize("named", ["", "  ", "'vim"])
def test_no_editor_is_a_sentence(named: str) -> None:
    with pytest.raises(BadInput):
        editor({"EDITOR": named})
    assert editor({"EDITOR": named, "VISUAL": "code --wait"}) == ["code", "--wait"]
