"""Windows of any size, and what is typed and pasted while they change, in a real terminal."""

import fcntl
import struct
import termios
from itertools import cycle, islice
from pathlib import Path

import pytest

from tests.ui.opened import Opened, opened, started

SIZES = ((0, 0), (1, 1), (80, 1), (1, 80), (20, 5), (500, 200))
MEGABYTE = "x" * 1_000_000


def leave_whole(terminal: Opened) -> None:
    """In a common window all of it is there again."""
    terminal.resize(80, 24)
    terminal.wait_until(lambda: "? help" in terminal.screen().split("\n")[-1], "the whole window")
    terminal.send("q")
    assert terminal.wait_exit() == 0
    terminal.assert_restored()
    assert terminal.said() == ""


def see_drawing(terminal: Opened, drawn: int) -> None:
    """Until something new is drawn."""
    terminal.wait_until(lambda: terminal.raw.count(b"\x1b[") > drawn, "to see it drawn")


def test_every_size_with_a_dialog_open(tmp_path: Path) -> None:
    with opened(tmp_path / "focus.json") as terminal:
        terminal.send("c")
        terminal.wait_for("Catch a thought")
        for number, size in enumerate(SIZES):
            drawn = terminal.raw.count(b"\x1b[")
            terminal.resize(*size)
            see_drawing(terminal, drawn)
            terminal.send(str(number))
            terminal.resize(80, 24)
            terminal.wait_for("012345"[: number + 1])
        terminal.send("\r")
        terminal.wait_for("· 012345")
        leave_whole(terminal)


@pytest.mark.parametrize(
    "size", [(20, 5), *(pytest.param(each, marks=pytest.mark.prove) for each in SIZES)]
)
def test_it_starts_at_every_size(size: tuple[int, int], tmp_path: Path) -> None:
    with started(tmp_path / "focus.json", size=size) as terminal:
        terminal.wait_until(lambda: b"\x1b[?2004h" in terminal.raw, "for it to listen")
        terminal.send("cbuy tea\r")
        terminal.resize(80, 24)
        terminal.wait_for("· buy tea")
        leave_whole(terminal)


def test_a_window_that_claims_an_absurd_size_holds_nobody_up(tmp_path: Path) -> None:
    with opened(tmp_path / "focus.json") as terminal:
        drawn = terminal.raw.count(b"\x1b[")
        absurd = struct.pack("HHHH", 65_535, 65_535, 0, 0)
        fcntl.ioctl(terminal.fd, termios.TIOCSWINSZ, absurd)  # what shows it keeps its own
        see_drawing(terminal, drawn)
        leave_whole(terminal)


def test_storms_of_sizes_above_a_screen(tmp_path: Path) -> None:
    with opened(tmp_path / "focus.json") as terminal:
        for key, opens in (("c", "Catch a thought"), ("\x10", "Search for")):
            terminal.send(key)
            terminal.wait_for(opens)
            for size in islice(cycle(zip(range(1, 130, 7), range(60, 1, -3), strict=False)), 200):
                terminal.resize(*size)
            terminal.resize(80, 24)
            terminal.send("typed after it")
            terminal.wait_for("typed after it")
            terminal.send("\x1b")
            terminal.wait_gone("typed after it")
        leave_whole(terminal)


def paste_a_megabyte(key: str, folder: Path) -> None:
    """It is not taken, and what was typed before is there and goes on."""
    with opened(folder / "focus.json") as terminal:
        terminal.send(key)
        if key:
            terminal.send("kept")
            terminal.wait_for("kept")
        terminal.send(f"\x1b[200~{MEGABYTE}\x1b[201~")
        if key in ("c", "w"):
            terminal.wait_for("1,000,000 characters and 20,000 fit")
        if key:
            terminal.send("!")
            terminal.wait_for("kept!")
            terminal.send("\x1b")
            terminal.wait_gone("kept!")
        leave_whole(terminal)


def test_a_megabyte_is_refused_whole(tmp_path: Path) -> None:
    paste_a_megabyte("c", tmp_path)


@pytest.mark.prove
@pytest.mark.parametrize("key", ["", "w", "\x10"], ids=["screen", "intent", "palette"])
def test_a_megabyte_is_refused_everywhere(key: str, tmp_path: Path) -> None:
    paste_a_megabyte(key, tmp_path)
