"""Stopped and continued, by a key, a shell or anybody else.

Linux; needs sh.
"""

import os
import signal
import sys
import termios
from pathlib import Path

import pytest
from filelock import FileLock

from focus_tui import places
from focus_tui.services.bell import BellLock
from tests.ui.opened import Opened, opened, running

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc: Linux"),
]

# Started by another program of the same job, as by make, which has to stop too.
FG = """sh -c '"$@"; exit $?' sh "$@"; echo "stopped $?"; read _; fg >/dev/null; echo "ended $?" """
ENDING = """
"$@"; echo "stopped $?"; stty -echo; read _; kill %1; kill -CONT %1; read _
wait %1; echo "ended $?"
"""
STOPPED = f"stopped {128 + signal.SIGTSTP}"


def bell(file: Path) -> BellLock:
    return BellLock(Path(places.state_file("bell", str(file), ".lock")))


def is_in_state(pid: int, letter: str) -> bool:
    """T for a stopped process, Z for one that has ended and whose shell has not looked yet."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == letter


def stop(terminal: Opened, pid: int) -> None:
    os.kill(pid, signal.SIGSTOP)
    terminal.wait_until(lambda: is_in_state(pid, "T"), "for it to stop")


def test_put_aside_and_brought_back(tmp_path: Path) -> None:
    file = tmp_path / "focus.json"
    with opened(file, shell=FG) as terminal:
        terminal.send(" ")
        terminal.wait_for("Started")
        assert bell(file).held_elsewhere()
        terminal.send("\x1a")
        terminal.wait_for(STOPPED)
        terminal.assert_restored()
        assert "goes on until" in terminal.said()
        assert "Type fg to come back." in terminal.said()
        assert running(file)["left"] is True
        assert not bell(file).held_elsewhere()

        terminal.resize(110, 30)
        terminal.send("\n")
        terminal.wait_drawn_again()
        terminal.wait_until(
            lambda: "? help" in terminal.screen().split("\n")[29], "the whole window"
        )
        assert "0 sessions · 0 min" in terminal.screen()
        terminal.wait_until(lambda: bell(file).held_elsewhere(), "for the bell to be held again")
        terminal.wait_until(lambda: running(file)["left"] is False, "for the clock to be watched")
        terminal.send("q")
        terminal.wait_for("ended 0")
        terminal.assert_restored()
        assert terminal.raw.count(b"\x1b[?1049h") == 2, "it came back more than once"


def test_a_stopped_one_can_be_ended(tmp_path: Path) -> None:
    with opened(tmp_path / "focus.json", shell=ENDING) as terminal:
        (pid,) = terminal.children()
        terminal.send("\x1a")
        terminal.wait_for("stopped")
        terminal.send("\n")
        terminal.wait_until(lambda: is_in_state(pid, "Z"), "for its end")
        terminal.send("\n")
        terminal.wait_for("ended 143")
        assert terminal.modes() == {}


@pytest.mark.parametrize("unasked", [True, False])
def test_in_the_background_it_waits_to_be_brought_to_the_front(
    unasked: bool, tmp_path: Path
) -> None:
    background = '"$@"; read _; bg; read _; fg >/dev/null; echo "ended $?"'
    with opened(tmp_path / "focus.json", shell=background) as terminal:
        (pid,) = terminal.children()
        if unasked:
            stop(terminal, pid)
        else:
            terminal.send("\x1a")
            terminal.wait_until(lambda: b"\x1b[?1049l" in terminal.raw, "for it to give way")
            terminal.wait_until(lambda: is_in_state(pid, "T"), "for it to stop")
        # What is typed before the shell has taken the terminal back would be lost.
        shell = terminal.process.pid
        terminal.wait_until(lambda: os.tcgetpgrp(terminal.fd) == shell, "for the shell")
        switched = terminal.raw.count(b"\x1b[?1049")
        terminal.send("\n")
        # Where on the screen, and how much of it, depends on where the app left the cursor.
        terminal.wait_until(lambda: b'[1] "${@}"' in terminal.raw, "to see bg")
        terminal.wait_until(lambda: is_in_state(pid, "T"), "for it to stop again")
        assert terminal.raw.count(b"\x1b[?1049") == switched, "it drew over the shell"
        terminal.send("\n")
        terminal.wait_drawn_again()
        terminal.send("q")
        terminal.wait_for("ended 0")
        terminal.assert_restored()


def test_without_a_shell_nobody_could_continue_it_so_it_does_not_stop(tmp_path: Path) -> None:
    with opened(tmp_path / "focus.json") as terminal:
        terminal.send("\x1a")
        terminal.wait_drawn_again()
        terminal.send("q")
        assert terminal.wait_exit() == 0
        terminal.assert_restored()


@pytest.mark.parametrize("stopped", [True, False])
def test_continued_out_of_the_blue(stopped: bool, tmp_path: Path) -> None:
    with opened(tmp_path / "focus.json") as terminal:
        if stopped:
            stop(terminal, terminal.process.pid)
        terminal.signal(signal.SIGCONT)
        terminal.wait_drawn_again()
        terminal.send("\x1b[200~")
        terminal.send("c\x1b[201~c")
        terminal.wait_for("Catch a thought")
        terminal.send("one thread reads\x11")
        assert terminal.wait_exit() == 0
        terminal.assert_restored()


def test_stopped_without_a_word_and_then_ended(tmp_path: Path) -> None:
    file = tmp_path / "focus.json"
    with opened(file, shell=ENDING) as terminal:
        terminal.send(" ")
        terminal.wait_for("u undo  ? help")  # all is drawn: no sequence is cut in two
        (pid,) = terminal.children()
        stop(terminal, pid)
        terminal.wait_for("stopped")
        terminal.send("\n")
        terminal.wait_until(lambda: is_in_state(pid, "Z"), "for its end")
        assert terminal.modes() == {}
        assert not terminal.settings[3] & termios.ECHO, "it took the shell's own settings away"
        terminal.send("\n")
        terminal.wait_for("ended 143")
    assert running(file)["left"] is True


def test_put_aside_while_the_data_are_in_use(tmp_path: Path) -> None:
    file = tmp_path / "focus.json"
    with opened(file, shell=FG) as terminal:
        terminal.send(" ")
        terminal.wait_for("Started")
        with FileLock(tmp_path / "focus.lock"):
            terminal.send("\x1a")
            terminal.wait_for(STOPPED)
            terminal.assert_restored()
            assert "in use" in terminal.said()
            assert not bell(file).held_elsewhere()
        terminal.send("\n")
        terminal.wait_drawn_again()
        terminal.send("q")
        terminal.wait_for("ended 0")
    assert running(file)["left"] is True
