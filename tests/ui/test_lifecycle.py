"""The app in a real terminal: what it leaves behind there, and in the data, however it ends."""

import json
import os
import signal
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from tests.ui.opened import opened, running, started

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc: Linux")
STATE = "XDG_STATE_HOME"


def state_file(kind: str) -> Path:
    """The only file of that kind in the state folder."""
    (found,) = (Path(os.environ[STATE]) / "focus-loop").glob(f"{kind}*")
    return found


def drafts() -> dict[str, str]:
    found = json.loads(state_file("drafts").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_quitting_in_a_session_says_what_becomes_of_it(tmp_path: Path) -> None:
    file = tmp_path / "focus.json"
    with opened(file) as terminal:
        terminal.send(" ")
        terminal.wait_for("Started")
        terminal.send("q")
        assert terminal.wait_exit() == 0
        terminal.assert_restored()
        assert "goes on until" in terminal.said()
        assert terminal.said().endswith("Type focus to come back.\r\n")
    assert running(file)["left"] is True


def test_quitting_when_nothing_runs_says_nothing(tmp_path: Path) -> None:
    with opened(tmp_path / "focus.json") as terminal:
        terminal.send("q")
        assert terminal.wait_exit() == 0
        terminal.assert_restored()
        assert terminal.said() == ""


def test_words_outlive_quitting_at_once(tmp_path: Path) -> None:
    with opened(tmp_path / "focus.json") as terminal:
        terminal.send("c")
        terminal.wait_for("Catch a thought")
        terminal.send("half a thought\x11")
        assert terminal.wait_exit() == 0
        assert drafts() == {"capture": "half a thought"}


@pytest.mark.parametrize(
    ("number", "code"), [("TERM", 143), ("HUP", 129), ("QUIT", 131), ("INT", 0)]
)
def test_a_signal_ends_it_well(number: str, code: int, tmp_path: Path) -> None:
    file = tmp_path / "focus.json"
    with opened(file) as terminal:
        terminal.send(" ")
        terminal.wait_for("Started")
        terminal.send("c")
        terminal.wait_for("Catch a thought")
        terminal.send("half a thought")
        terminal.wait_for("half a thought")
        terminal.signal(signal.Signals[f"SIG{number}"])
        assert terminal.wait_exit() == code
        terminal.assert_restored()
        assert "goes on until" in terminal.said()
    assert running(file)["left"] is True
    assert drafts() == {"capture": "half a thought"}


def test_a_signal_during_the_start_ends_it_well(tmp_path: Path) -> None:
    early = """
        from focus_tui.ui.screens.today import TodayScreen
        compose = TodayScreen.compose
        def interrupted(self):
            os.kill(os.getpid(), 15)
            return compose(self)
        TodayScreen.compose = interrupted
    """
    with started(tmp_path / "focus.json", before=early) as terminal:
        assert terminal.wait_exit() == 143
        terminal.assert_restored()


@pytest.mark.parametrize("start", ["exec", "trap '' HUP; exec"])
def test_a_lost_terminal_ends_it(start: str, tmp_path: Path) -> None:
    file = tmp_path / "focus.json"
    with opened(file, shell=f'{start} "$@"') as terminal:
        if "trap" in start:
            terminal.signal(signal.SIGHUP)  # is to be ignored, as under nohup
        terminal.send(" ")
        terminal.wait_for("Started")
        terminal.send("chalf a thought")
        terminal.wait_for("half a thought")
        terminal.hang_up()
        assert terminal.wait_exit() == 129
    assert running(file)["left"] is True
    assert drafts() == {"capture": "half a thought"}


@pytest.mark.system
@on_linux
def test_a_terminal_that_stands_still_ends_nothing_but_itself(tmp_path: Path) -> None:
    file = tmp_path / "focus.json"
    words = "written while the terminal stood still, and for some time"
    with opened(file) as terminal:
        terminal.send(" ")
        terminal.wait_for("Started")
        terminal.send("c")
        terminal.wait_for("Catch a thought")
        terminal.stand_still()
        for character in words:  # each draws, until nothing more can be taken
            terminal.send(character)
            terminal.let_it_run(0.05)
        assert terminal.cpu_share(0.5) < 0.5
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        assert terminal.settings == terminal.before
    assert running(file)["left"] is True
    assert drafts() == {"capture": words}


def test_an_app_that_hangs_ends_all_the_same(tmp_path: Path) -> None:
    hang = """
        import threading
        from focus_tui.ui import driver
        from focus_tui.ui.everywhere import Everywhere
        driver.AT_LAST_S = 0.3
        def do_help(self):
            self._app._driver.write("hanging")
            threading.Event().wait()
        Everywhere.do_help = do_help
    """
    with opened(tmp_path / "focus.json", before=hang) as terminal:
        terminal.send("?")
        terminal.wait_until(lambda: b"hanging" in terminal.raw, "to see it hang")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        terminal.assert_restored()


@pytest.mark.system
def test_quitting_while_the_data_are_in_use(tmp_path: Path) -> None:
    folder = tmp_path / "hostile\x1b[2J"
    folder.mkdir()
    with opened(folder / "focus.json") as terminal:
        terminal.send(" ")
        terminal.wait_for("Started")
        with FileLock(folder / "focus.lock"):
            terminal.send("q")
            assert terminal.wait_exit() == 3
        terminal.assert_restored()
        assert "hostile␛[2J" in terminal.said()
        assert "in use" in terminal.said()


def test_a_session_outlives_a_kill(tmp_path: Path) -> None:
    file = tmp_path / "focus.json"
    with opened(file) as terminal:
        terminal.send(" ")
        terminal.wait_for("Started")
        terminal.signal(signal.SIGKILL)
        assert terminal.wait_exit() == -9
    with opened(file, env={"AHEAD_S": "100"}) as terminal:
        terminal.wait_for("● 23:1")
        terminal.send("f")
        terminal.wait_for("Finished: 2 min.")


def test_a_bug_is_told_without_the_data(tmp_path: Path) -> None:
    bug = """
        from focus_tui.ui.everywhere import Everywhere
        def do_help(self):
            secret = "buy " + "flowers"
            raise KeyError("no help")
        Everywhere.do_help = do_help
    """
    file = tmp_path / "focus.json"
    with opened(file, before=bug) as terminal:
        terminal.send(" ")
        terminal.wait_for("Started")
        terminal.send("?")
        assert terminal.wait_exit() == 70
        terminal.assert_restored()
        log = state_file("crash")
        assert terminal.said().endswith("crash.log.\r\n")
        assert str(log) in terminal.said()
        assert b"buy flowers" not in terminal.raw
    text = log.read_text(encoding="utf-8")
    assert "KeyError: 'no help'" in text
    assert "buy flowers" not in text
    assert running(file)["left"] is False, "it was cut off, and will be asked about"


@pytest.mark.parametrize(
    "bug",
    [
        """
        from focus_tui.ui.screens.today import TodayScreen
        TodayScreen.compose = lambda self: 1 / 0
        """,
        """
        from focus_tui.ui import stylesheets
        stylesheets.paths = lambda: ["/nowhere.css"]
        """,
        """
        from focus_tui.ui.driver import TerminalDriver
        TerminalDriver.process_message = lambda self, message: 1 / 0
        """,
    ],
    ids=["screen", "styles", "input"],
)
def test_a_bug_anywhere_is_told(bug: str, tmp_path: Path) -> None:
    with started(tmp_path / "focus.json", before=bug) as terminal:
        terminal.send("x")
        assert terminal.wait_exit() == 70
        assert terminal.settings == terminal.before
        assert str(state_file("crash")) in terminal.said()
        assert "Traceback" not in terminal.said()


def test_resizing_wildly(tmp_path: Path) -> None:
    with opened(tmp_path / "focus.json") as terminal:
        for turn in range(200):
            terminal.resize(1 + turn, 1 + turn % 60)
        terminal.resize(110, 30)
        terminal.wait_until(
            lambda: "? help" in terminal.screen().split("\n")[29], "to see it whole"
        )
        terminal.send("q")
        assert terminal.wait_exit() == 0
        terminal.assert_restored()


@on_linux
def test_a_running_clock_costs_little(tmp_path: Path) -> None:
    with opened(tmp_path / "focus.json") as terminal:
        terminal.send(" ")
        terminal.wait_for("Started")
        terminal.wait_for("24:59")
        assert terminal.cpu_share(1.0) < 0.5


def test_a_paste_presses_no_keys(tmp_path: Path) -> None:
    with opened(tmp_path / "focus.json") as terminal:
        terminal.send("\x1b[200~\x1b[31mq\x1b[201~")
        terminal.send("c")
        terminal.wait_for("Catch a thought")
        terminal.send("\x1b[200~red: \x1b[31mq\x1b[201~")
        terminal.wait_for("red: ␛[31mq")
        terminal.send(b"\xe9q")  # not UTF-8
        terminal.send("\x11")
        assert terminal.wait_exit() == 0
        assert drafts() == {"capture": "red: \x1b[31mq\ufffdq"}


def test_the_process_is_left_as_it_was_but_tidier(tmp_path: Path) -> None:
    note, tidied = tmp_path / "note", tmp_path / "tidied"
    ask = f"""
        import atexit, gc, signal
        from focus_tui.ui import lifecycle
        from focus_tui.ui.app import FocusApp
        tidy = lifecycle._tidy_memory
        def tidy_and_tell():
            tidy()
            Path({str(tidied)!r}).touch()
        lifecycle._tidy_memory = tidy_and_tell
        mount, found = FocusApp.on_mount, []
        def on_mount(self):
            found.append(gc.isenabled())
            mount(self)
        FocusApp.on_mount = on_mount
        signals = signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGTSTP, signal.SIGCONT
        before = [signal.getsignal(each) for each in signals]
        def answer():
            found.append(gc.isenabled())
            found.append(gc.get_freeze_count() > 1000)
            found.append([signal.getsignal(each) for each in signals] == before)
            Path({str(note)!r}).write_text(repr(found))
        atexit.register(answer)
    """
    with opened(tmp_path / "focus.json", before=ask) as terminal:
        terminal.wait_until(tidied.exists, "for it to be tidy")
        terminal.send("q")
        assert terminal.wait_exit() == 0
    collects_during_the_start, *afterwards = json.loads(note.read_text().lower())
    assert not collects_during_the_start
    assert afterwards == [True, True, True]
