"""The app in a real terminal, as its user starts it, and what it leaves behind there."""

import ctypes
import json
import os
import re
import sys
import termios
import textwrap
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support.terminal import Terminal
from tests.ui.app import QUIET, configure

ROOT = Path(__file__).parents[2]
READY = "? help"

# What the command does, with clocks that may run ahead by as many seconds as are asked for.
PROGRAM = """
import os, sys
from pathlib import Path
from focus_tui.composition import services
from focus_tui.domain.errors import FocusError
from focus_tui.services.system import SystemClock
from focus_tui.ui.run import run

class Ahead(SystemClock):
    def read(self):
        now, ms = super().read(), int(os.environ.get("AHEAD_S", 0)) * 1000
        return now._replace(
            wall_ms=now.wall_ms + ms, boot_ms=now.boot_ms + ms, awake_ms=now.awake_ms + ms
        )

try:
    {before}
    code = run(services(Path(sys.argv[1]), clock=Ahead()))
except FocusError as error:
    print(error, file=sys.__stdout__)
    code = error.exit_code
sys.exit(code)
"""


class Opened(Terminal):
    """The app's terminal."""

    before: list[Any]
    """The terminal's settings before the app came."""

    def __enter__(self) -> "Opened":
        super().__enter__()
        self.before = self.settings
        return self

    @property
    def settings(self) -> list[Any]:
        """The terminal's settings now."""
        return termios.tcgetattr(self.fd)

    def _obey(self, sequence: bytes) -> None:
        super()._obey(sequence)
        if sequence.startswith(b"\x1b[?1049"):  # the other screen, which pyte does not have
            self._screen.erase_in_display(2)

    def wait_ready(self) -> None:
        """Until the app is drawn and listens."""
        self.wait_for(READY)
        self.wait_until(lambda: not self.settings[3] & termios.ECHO, "for the terminal to be its")

    def wait_drawn_again(self) -> None:
        """Until the app has come back to the terminal after it had left it."""
        self.wait_until(lambda: self.raw.count(b"\x1b[?1049h") > 1, "for it to come back")
        self.wait_ready()

    def children(self) -> list[int]:
        """The processes that the one in the terminal has started."""
        pid = self.process.pid
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    def stand_still(self) -> None:
        """Take no more output, as a frozen connection does."""
        library = ctypes.CDLL(None)
        library.ptsname.restype = ctypes.c_char_p
        other_side = os.open(library.ptsname(self.fd), os.O_RDWR | os.O_NOCTTY)
        termios.tcflow(other_side, termios.TCOOFF)
        os.close(other_side)

    def let_it_run(self, seconds: float) -> None:
        """Take in what it writes for so long."""
        until = time.monotonic() + seconds
        self.wait_until(lambda: time.monotonic() >= until, "for time to pass")

    def cpu_share(self, seconds: float) -> float:
        """How much of one processor it needs over so many seconds."""
        before, began = self._cpu_s(), time.monotonic()
        self.let_it_run(seconds)
        return (self._cpu_s() - before) / (time.monotonic() - began)

    def _cpu_s(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def said(self) -> str:
        """What was written after the app had given the terminal back."""
        return self.raw.rpartition(b"\x1b[?1004l")[2].decode()

    def assert_restored(self) -> None:
        """The terminal is as it was: its settings, and every mode that was switched on."""
        assert self.settings == self.before
        assert self.modes() == {}

    def modes(self) -> dict[str, bool]:
        """The modes that the app has changed and left so."""
        last: dict[str, bool] = {}
        for modes, switch in re.findall(rb"\x1b\[\?([0-9;]+)([hl])", self.raw):
            last |= dict.fromkeys(modes.decode().split(";"), switch == b"h")
        natural = {"25": True, "7": True}
        wrong = {mode: on for mode, on in last.items() if on is not natural.get(mode, False)}
        if self.raw.count(b"\x1b[>") != self.raw.count(b"\x1b[<u"):
            wrong["kitty keys"] = True
        assert last, "the app was never drawn"
        return wrong


@contextmanager
def opened(
    file: Path,
    *,
    before: str = "",
    shell: str = "",
    env: Mapping[str, str] | None = None,
    config: str = QUIET,
    size: tuple[int, int] = (80, 24),
) -> Iterator[Opened]:
    """The app on a file in a terminal of its own, once it is drawn.

    `before` is Python run before it opens, `shell` a script of `sh` that starts it as `"$@"`.
    """
    with started(file, before=before, shell=shell, env=env, config=config, size=size) as terminal:
        terminal.wait_ready()
        yield terminal


@contextmanager
def started(
    file: Path,
    *,
    before: str = "",
    shell: str = "",
    env: Mapping[str, str] | None = None,
    config: str = QUIET,
    size: tuple[int, int] = (80, 24),
) -> Iterator[Opened]:
    """The app, or what became of it at once."""
    configure(config)
    command: Sequence[str] = [sys.executable, "-c", program(before), str(file)]
    if shell:
        command = ["sh", "-mc", shell, "sh", *command]
    full = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
    with Opened(command, size=size, env=full, cwd=file.parent) as terminal:
        yield terminal


def program(before: str) -> str:
    """The program."""
    indented = textwrap.indent(textwrap.dedent(before), "    ").strip()
    return PROGRAM.replace("{before}", indented or "pass")


def running(file: Path) -> dict[str, Any]:
    """The document of the running interval."""
    documents = list(json.loads(file.read_text(encoding="utf-8"))["timer"].values())
    assert len(documents) == 1
    found = documents[0]
    assert isinstance(found, dict)
    return found
