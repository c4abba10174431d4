"""The open app and other processes on one file, in a real pseudo-terminal."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.terminal import Terminal

FOCUS = [sys.executable, "-m", "focus_tui"]
ROOT = Path(__file__).parent.parent

# Each change is an act of its own, as if typed at a shell by somebody very quick.
CATCH_200 = """
import sys
from pathlib import Path
from focus_tui.composition import services
made = services(Path(sys.argv[1]))
made.desk.watch.glance()
for number in range(200):
    made.thoughts.capture(f"{sys.argv[2]} {number}")
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "focus.json"


def app(file: Path) -> Terminal:
    return Terminal([*FOCUS, "--data-file", str(file)], env=environment(), cwd=ROOT)


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def focus(file: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*FOCUS, "--data-file", str(file), *words],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env=environment(),
        cwd=ROOT,
    )


def stored(file: Path) -> dict[str, dict[str, dict[str, Any]]]:
    found: dict[str, dict[str, dict[str, Any]]] = json.loads(file.read_text(encoding="utf-8"))
    return found


def test_the_open_app_shows_what_commands_do(file: Path) -> None:
    with app(file) as terminal:
        terminal.wait_for("Ready when you are")
        assert focus(file, "add", "read the [/foo] paper").returncode == 0
        terminal.wait_for("read the [/foo] paper")
        assert focus(file, "start", "Mel filters").returncode == 0
        terminal.wait_for("Session 1 of 4")
        assert "Mel filters" in terminal.screen()
        assert focus(file, "pause").returncode == 0
        terminal.wait_for("Paused")
        assert focus(file, "status").stdout.startswith("paused")
        assert focus(file, "undo").returncode == 0
        assert focus(file, "void").returncode == 0
        terminal.wait_for("Ready when you are")
        terminal.send("q")
        assert terminal.wait_exit() == 0


def test_the_open_app_shows_what_is_put_back(file: Path) -> None:
    assert focus(file, "add", "read the paper").returncode == 0
    assert focus(file, "backup").returncode == 0
    assert focus(file, "add", "buy coffee").returncode == 0
    with app(file) as terminal:
        terminal.wait_for("2 thoughts caught")
        assert focus(file, "restore", "latest", "--yes").returncode == 0
        terminal.wait_for("1 thought caught")
        file.write_bytes(b"<<<<<<< mine\n")
        terminal.wait_for("The data can't be read")
        assert focus(file, "restore", "latest", "--yes").returncode == 0
        terminal.wait_for("caught")
        terminal.wait_gone("The data can't be read")
        terminal.send("q")
        assert terminal.wait_exit() == 0


def test_two_processes_change_the_file_400_times_under_the_open_app(file: Path) -> None:
    with app(file) as terminal:
        terminal.wait_for("Ready when you are")
        writers = [
            subprocess.Popen(
                [sys.executable, "-c", CATCH_200, str(file), name], env=environment(), cwd=ROOT
            )
            for name in ("left", "right")
        ]
        # The app reads what it is sent all the while, so that it never waits for its terminal.
        terminal.wait_until(
            lambda: all(writer.poll() is not None for writer in writers), "both writers", 120
        )
        assert [writer.returncode for writer in writers] == [0, 0]

        def all_are_shown() -> bool:
            terminal.send("g")  # the cursor stays on its thought, and newer ones come above it
            return "400 thoughts caught" in terminal.screen()

        terminal.wait_until(all_are_shown, "to see them all")
    ideas = stored(file)["ideas"].values()
    titles = {idea["title"] for idea in ideas}
    assert titles == {f"{name} {number}" for name in ("left", "right") for number in range(200)}
    assert len(ideas) == 400


def test_what_is_typed_in_one_burst_goes_where_it_was_meant(file: Path) -> None:
    with app(file) as terminal:
        terminal.wait_for("Ready when you are")
        terminal.send("cfix the x in void\rcbuy coffee\rwMel filters\r ccalled away\x1b")
        terminal.wait_for("Session 1 of 4")
        terminal.wait_for("2 thoughts caught")
        terminal.send("c")
        terminal.wait_for("called away")
    titles = {idea["title"] for idea in stored(file)["ideas"].values()}
    assert titles == {"fix the x in void", "buy coffee"}
    assert [each["intent"] for each in stored(file)["timer"].values()] == ["Mel filters"]


def test_killed_in_a_session_and_opened_again_the_minutes_and_words_are_there(file: Path) -> None:
    with app(file) as terminal:
        terminal.wait_for("Ready when you are")
        terminal.send("wMel filters\r")
        terminal.wait_for("Mel filters")
        terminal.send(" ")
        terminal.wait_for("Session 1 of 4")
        terminal.send("cwhy does librosa pad?\r")
        terminal.wait_for("1 thought caught")
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()
    started = next(iter(stored(file)["timer"].values()))["started_at"]
    with app(file) as terminal:
        terminal.wait_for("why does librosa pad?")
        assert "Mel filters" in terminal.screen()
        terminal.send("x")
        terminal.wait_for("Ready when you are")
    (session,) = stored(file)["sessions"].values()
    assert (session["intent"], session["started_at"]) == ("Mel filters", started)
    assert session["outcome"] == "void"
    assert [what for what, _ in session["spans"]] == ["focus"]


def test_quitting_says_what_runs_on_and_a_later_start_finds_it(file: Path) -> None:
    with app(file) as terminal:
        terminal.wait_for("Ready when you are")
        terminal.send(" ")
        terminal.wait_for("Session 1 of 4")
        terminal.send("q")
        assert terminal.wait_exit() == 0
    (interval,) = stored(file)["timer"].values()
    assert interval["left"] is True
    assert focus(file, "status").stdout.startswith("focus 2")
    with app(file) as terminal:
        terminal.wait_for("Session 1 of 4")
        terminal.wait_until(
            lambda: not next(iter(stored(file)["timer"].values()))["left"], "to be adopted"
        )


def test_stopped_and_continued_the_clock_is_right(file: Path) -> None:
    with app(file) as terminal:
        terminal.wait_for("Ready when you are")
        terminal.send(" ")
        terminal.wait_for("Session 1 of 4")
        terminal.signal(signal.SIGSTOP)
        assert focus(file, "status").stdout.startswith("focus 2")  # others see it all the same
        assert focus(file, "add", "while it stood").returncode == 0
        terminal.signal(signal.SIGCONT)
        terminal.wait_for("while it stood")
        terminal.send("x")
        terminal.wait_for("Ready when you are")
    (session,) = stored(file)["sessions"].values()
    assert [what for what, _ in session["spans"]] == ["focus"]
    assert not stored(file)["timer"]


def test_two_apps_and_a_command_have_one_truth(file: Path) -> None:
    with app(file) as one, app(file) as other:
        one.wait_for("Ready when you are")
        other.wait_for("Ready when you are")
        one.send("wMel filters\r ")
        other.wait_for("Mel filters")
        other.wait_for("Session 1 of 4")
        assert focus(file, "finish").returncode == 0
        for terminal in (one, other):
            terminal.wait_for("early")
    (session,) = stored(file)["sessions"].values()
    assert (session["intent"], session["outcome"]) == ("Mel filters", "early")
    assert not stored(file)["timer"]
