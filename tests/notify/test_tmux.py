"""The terminal's notifications through a real tmux, which runs in a pseudo-terminal.

Linux; Debian package tmux.
"""

import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from focus_tui.notify.message import Message
from focus_tui.notify.osc import Kind, sequence
from tests.notify.hostile import HOSTILE
from tests.support.terminal import Terminal

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(sys.platform != "linux", reason="run on Linux only"),
]

ROOT = Path(__file__).parents[2]
MESSAGE = Message("Session over", "Stand up.")
OSC99 = sequence(Kind.OSC99, MESSAGE).encode()
ON = "set -g allow-passthrough on\n"
KITTY = {"KITTY_WINDOW_ID": "1"}


class Tmux:
    """A tmux of this test's own, in a terminal; its first window runs `cat`."""

    def __init__(self, terminal: Terminal, env: dict[str, str], folder: Path) -> None:
        self.terminal = terminal
        self._env = env
        self._report = folder / "report.json"

    def do(self, *words: str) -> str:
        """What a tmux command says."""
        command = ["tmux", *words]
        found = subprocess.run(
            command, env=self._env, capture_output=True, check=True, text=True, timeout=60
        )
        return found.stdout.strip()

    def tell(
        self, *, hidden: bool = False, wanted: str = "auto", message: Message = MESSAGE
    ) -> Sequence[tuple[str, str, str]]:
        """Tell a message from a window of its own, in front or not; the results.

        The window stays when it has been told.
        """
        words = [str(self._report), wanted, message.title, message.body]
        program = shlex.join([sys.executable, "-m", "tests.notify.teller", *words])
        self.do(
            "new-window",
            *(["-d"] if hidden else []),
            "-c",
            str(ROOT),
            f"{program}; tmux wait-for -S told; cat",
        )
        self.do("wait-for", "told")
        # What tmux draws from here on comes behind all that was told.
        self.do("set", "-g", "status-left", "TOLD")
        if self.do("list-clients"):
            self.terminal.wait_for("TOLD")
        return [(each[0], each[1], each[2]) for each in json.loads(self._report.read_text("utf-8"))]

    def terminal_s_name(self) -> str:
        """What the terminal has called itself."""
        return self.do("display-message", "-p", "#{client_termtype}")

    def bell_flags(self) -> str:
        """Which windows tmux has marked, in order."""
        return self.do("list-windows", "-F", "#{window_bell_flag}").replace("\n", " ")


@contextmanager
def tmux(folder: Path, config: str = "", *, name: str = "", **variables: str) -> Iterator[Tmux]:
    """A running tmux; `name` is what the terminal around it calls itself."""
    (folder / "tmux.conf").write_text(config, encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="tmux") as sockets:  # their paths must be short
        env = {
            name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TERM", "XDG_STATE_HOME")
        } | {"TMUX_TMPDIR": sockets, **variables}
        command = ["tmux", "-f", str(folder / "tmux.conf"), "new-session", "-n", "first", "cat"]
        with Terminal(command, env=env, calls_itself=name) as terminal:
            running = Tmux(terminal, env, folder)
            terminal.wait_for("0:first")
            try:
                if name:
                    terminal.wait_until(lambda: running.terminal_s_name() == name, "for its name")
                yield running
            finally:
                running.do("kill-server")


def test_what_tmux_lets_through_reaches_the_terminal(tmp_path: Path) -> None:
    with tmux(tmp_path, ON, **KITTY) as running:
        ((channel, status, detail),) = running.tell()
        assert (channel, status) == ("terminal", "delivered")
        assert "(kitty, by KITTY_WINDOW_ID)" in detail
        assert running.terminal.raw.count(OSC99) == 1
        assert running.terminal.raw.count(b"\a") == 1


def test_by_itself_tmux_lets_nothing_through(tmp_path: Path) -> None:
    with tmux(tmp_path, **KITTY) as running:
        (channel, status, detail), bell = running.tell()
        assert (channel, status, bell[:2]) == ("terminal", "unavailable", ("bell", "delivered"))
        assert "allow-passthrough is off" in detail
        assert b"\x1b]99" not in running.terminal.raw
        assert running.terminal.raw.count(b"\a") == 1


def test_a_pane_can_have_an_option_of_its_own(tmp_path: Path) -> None:
    config = ON + "set-hook -g after-new-window 'set -p allow-passthrough off'\n"
    with tmux(tmp_path, config, **KITTY) as running:
        assert [each[0] for each in running.tell()] == ["terminal", "bell"]
        assert b"\x1b]99" not in running.terminal.raw


def test_of_a_hidden_window_the_bell_is_heard(tmp_path: Path) -> None:
    with tmux(tmp_path, ON, **KITTY) as running:
        (_, status, detail), bell = running.tell(hidden=True)
        assert (status, bell[:2]) == ("unavailable", ("bell", "delivered"))
        assert "not in front" in detail
        assert b"\x1b]99" not in running.terminal.raw
        assert running.terminal.raw.count(b"\a") == 1
        assert running.bell_flags() == "0 1"


def test_where_nobody_looks_the_window_is_marked(tmp_path: Path) -> None:
    with tmux(tmp_path, ON, **KITTY) as running:
        running.do("detach-client")
        running.terminal.wait_exit()
        (_, status, detail), bell = running.tell(hidden=True)
        assert (status, bell[:2]) == ("unavailable", ("bell", "delivered"))
        assert "No terminal shows tmux" in detail
        assert running.bell_flags() == "0 1"


def test_the_terminal_around_tmux_now_counts(tmp_path: Path) -> None:
    """It may not be the one in which tmux was started."""
    with tmux(tmp_path, ON, name="foot(1.16.2)", **KITTY) as running:
        ((_, status, detail),) = running.tell()
        assert status == "delivered"
        assert "(foot, by tmux)" in detail
        assert running.terminal.raw.count(sequence(Kind.OSC777, MESSAGE).encode()) == 1


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", ["escape", "nul", "lines", "hebrew", "emoji", "half"])
def test_hostile_texts_arrive_whole(tmp_path: Path, kind: Kind, name: str) -> None:
    text = HOSTILE[name].replace("\0", "\x01").replace("\ud83d", "\u202e")  # else no argument
    message = Message(text, text)
    with tmux(tmp_path, ON) as running:
        ((_, status, _),) = running.tell(wanted=kind, message=message)
        assert status == "delivered"
        assert running.terminal.raw.count(sequence(kind, message).encode()) == 1
        assert running.terminal.raw.count(b"\a") == 1
