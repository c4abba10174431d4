"""The real executable: its streams closed, full and broken, bugs, and what it imports."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from focus_tui.__main__ import main
from tests.cli.shell import EXECUTABLE, Shell, real, through_sh
from tests.support.terminal import Terminal

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")

# Everything that the plain answer to `focus status` may load beyond a bare interpreter.
PLAIN = {
    "focus_tui",
    "focus_tui.__main__",
    "focus_tui.clocks",
    "focus_tui.columns",
    "focus_tui.domain",
    "focus_tui.domain.durations",
    "focus_tui.places",
    "focus_tui.status",
    "focus_tui.store",
    "focus_tui.store.live",
}
LOADED = """
import sys
sys.argv = ["focus", *sys.argv[1:]]
before = set(sys.modules)
from focus_tui.__main__ import main
status = main()
print(*set(sys.modules) - before, file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize("words", [("status",), ("--data-file", "FILE", "status")])
def test_a_plain_status_imports_next_to_nothing(
    focus: Shell, tmp_path: Path, words: tuple[str, ...]
) -> None:
    words = tuple(word.replace("FILE", str(tmp_path / "x.json")) for word in words)
    focus(*words[:-1], "start", "Mel filters")
    said = subprocess.run(
        [sys.executable, "-c", LOADED, *words], capture_output=True, check=True, text=True
    )
    assert said.stdout.startswith("focus 25:00 · Mel filters · 1 of 4")
    assert set(said.stderr.split()) == PLAIN


def test_the_second_status_is_plain_though_nothing_was_ever_done() -> None:
    assert real("status").stdout == b"idle\n"
    said = subprocess.run(
        [sys.executable, "-c", LOADED, "status"], capture_output=True, check=True, text=True
    )
    assert said.stdout == "idle\n"
    assert set(said.stderr.split()) == PLAIN


@pytest.mark.parametrize("words", [("status",), ("add", "x"), ("log",), ("doctor",), ("--help",)])
def test_no_command_imports_the_screens(words: tuple[str, ...]) -> None:
    said = subprocess.run(
        [sys.executable, "-c", LOADED, *words], capture_output=True, check=False, text=True
    )
    loaded = {name.partition(".")[0] for name in said.stderr.splitlines()[-1].split()}
    assert "focus_tui" in loaded
    assert not loaded & {"textual", "rich"}


@pytest.mark.parametrize("words", [("status",), ("log",), ("status", "--json"), ("--help",)])
def test_a_reader_who_leaves_is_no_error(focus: Shell, words: tuple[str, ...]) -> None:
    focus("start", "x")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        said = subprocess.run(
            [*EXECUTABLE, *words], stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    assert (said.returncode, said.stderr) == (141, b"")


@LINUX
@pytest.mark.parametrize("words", [("status",), ("log",), ("--version",), ("start", "--help")])
def test_a_full_output_is_one_sentence(focus: Shell, words: tuple[str, ...]) -> None:
    focus("start", "x")
    said = through_sh('"$@" > /dev/full', *words)
    assert said.returncode == 2
    assert said.stderr == b"Standard output can't be written: no space left on device.\n"


@pytest.mark.parametrize("words", [("status",), ("log",), ("--version",)])
def test_a_closed_output_is_one_sentence(focus: Shell, words: tuple[str, ...]) -> None:
    focus("start", "x")
    said = through_sh('exec "$@" >&-', *words)
    assert said.returncode == 2
    assert said.stderr == b"Standard output can't be written: it is closed.\n"


def test_acts_need_no_streams() -> None:
    said = through_sh('exec "$@" <&- >&- 2>&-', "start", "x")
    assert (said.returncode, said.stdout, said.stderr) == (0, b"", b"")
    assert real("status").stdout.startswith("focus 25:00 · x".encode())
    assert through_sh('exec "$@" <&-', "add").returncode == 2
    assert through_sh('exec "$@" > /dev/full 2> /dev/full', "pause").returncode == 0


def test_a_stream_without_the_right_letters_loses_no_word(focus: Shell) -> None:
    focus("start", "日本")
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    assert b"\\u65e5\\u672c" in real("status", env=env).stdout
    assert b"\\u65e5\\u672c" in real("log", env=env).stdout
    assert real("add", "日本", env=env).stderr == b"Captured: \\u65e5\\u672c\n"


def test_thoughts_through_a_real_pipe() -> None:
    assert real("add", given=b"one\ntwo\n").stderr == b"Captured: 2 thoughts\n"


def test_a_terminal_is_not_filled_with_a_long_intent_and_a_pipe_has_it_whole() -> None:
    intent = " ".join(["word"] * 2_000)
    started = ["sh", "-c", '"$@" start "$INTENT" && "$@" add "$INTENT" && "$@" status', "sh"]
    env = {**os.environ, "INTENT": intent}
    with Terminal([*started, *EXECUTABLE], size=(80, 24), env=env) as terminal:
        assert terminal.wait_exit() == 0
        lines = terminal.screen().rstrip().split("\n")
    assert len(lines) <= 8
    assert all(line.rstrip().endswith((" word", "word…", ".")) for line in lines[:-1])
    assert lines[-1].startswith("focus ")
    assert "… · 1 of 4 · " in lines[-1]
    assert f"· {intent} ·" in real("status").stdout.decode()
    other = f"other {intent}"
    assert f"Captured: {other}\n" == real("add", other).stderr.decode()


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_can_show_nothing_is_refused(term: str) -> None:
    with Terminal(EXECUTABLE, env={**os.environ, "TERM": term}, size=(200, 9)) as terminal:
        assert terminal.wait_exit() == 2
        assert "focus --help says what works here." in terminal.screen()
    assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize(
    ("elsewhere", "stream"),
    [(">&-", "output"), (">/dev/null", "output"), ("</dev/null", "input"), ("<&-", "input")],
)
def test_the_app_wants_all_of_its_streams(elsewhere: str, stream: str) -> None:
    command = ["sh", "-c", f'"$@" {elsewhere}; exit $?', "sh", *EXECUTABLE]
    with Terminal(command, size=(200, 9)) as terminal:
        assert terminal.wait_exit() == 2
        assert f"needs a terminal, and standard {stream} is none" in terminal.screen()
    assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("elsewhere", ["2>/dev/full", "2>&-", "<&- >&- 2>&-"])
def test_where_nothing_can_be_said_the_app_only_fails(elsewhere: str) -> None:
    command = ["sh", "-c", f'"$@" {elsewhere}; exit $?', "sh", *EXECUTABLE]
    with Terminal(command) as terminal:
        assert terminal.wait_exit() == 2
    assert terminal.raw == b""


def test_a_bug_leaves_a_log_and_one_line(
    focus: Shell, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(words: list[str], data_file: str, open_app: object) -> int:
        raise RuntimeError("\x1b[31mbroken")

    monkeypatch.setattr("focus_tui.cli.run._done", broken)
    said = focus("add", "what the person typed")
    (log,) = own_home.rglob("crash.log")
    assert (said.status, said.out) == (70, "")
    assert said.err.count("\n") == 1
    assert str(log) in said.err
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    text = log.read_text(encoding="utf-8")
    assert "in broken" in text
    assert "RuntimeError" in text
    assert "what the person typed" not in text


def test_a_bug_that_leaves_no_log_is_told_too(
    focus: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(words: list[str], data_file: str, open_app: object) -> int:
        raise RecursionError

    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/state")
    monkeypatch.setattr("focus_tui.cli.run._done", broken)
    said = focus("status")
    assert (said.status, said.err.count("\n")) == (70, 1)
    assert "RecursionError" in said.err


def test_the_signal_from_the_keyboard_has_its_own_status(
    focus: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(words: list[str], data_file: str, open_app: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("focus_tui.cli.run._done", interrupted)
    monkeypatch.setattr(sys, "argv", ["focus", "log"])
    assert main() == 130
