"""A program in a real pseudo-terminal, and its screen as a person sees it.

with Terminal([python, "-m", "focus_tui"], cwd=tmp_path) as terminal:
    terminal.wait_for("Today")
    terminal.send("q")
    assert terminal.wait_exit() == 0
"""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pyte

# Makes the pseudo-terminal the program's own (so that it gets SIGWINCH and SIGHUP), takes no signal
# for ignored because whoever runs the tests does (in the background, under nohup), and becomes the
# program: forking here would not be safe beside threads of other tests.
_START = (
    "import fcntl, os, signal, sys, termios;"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "ends = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT);"
    "[signal.signal(each, signal.SIG_DFL) for each in ends];"
    "os.execvp(sys.argv[1], sys.argv[1:])"
)
_WHOLE = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]"  # CSI
    rb"|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"  # OSC, DCS, SOS, PM, APC
    rb"|[ -/]+[0-~]|[0-OQ-WYZ\\`-~])"
)
# pyte prints parts of what it doesn't know: private questions, colons in colours, strings.
_SHOWN = re.compile(rb"\x1b(?:\[[0-9;]*[@-~]|\[\?[0-9;]*[hl]|[^\[\]PX^_#].*)", re.DOTALL)
_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[0c": b"\x1b[?62;22c",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
}
_SLICE_S = 0.05  # how long a pause in the output may hide that the program has ended


class Terminal:
    """One program and its terminal; leaving the `with` block ends that program and no other."""

    def __init__(
        self,
        command: Sequence[str | os.PathLike[str]],
        *,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        calls_itself: str = "",
    ) -> None:
        """Start a command; `size` is columns and rows, `env` the whole environment.

        `calls_itself` is the terminal's name and version, for a program that asks.
        """
        columns, rows = size
        self.raw = b""
        self._pending = b""
        self._name = calls_itself.encode()
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.fd, slave = os.openpty()
        os.set_blocking(self.fd, False)
        try:
            self.resize(columns, rows)
            self.process = subprocess.Popen(
                [sys.executable, "-ISc", _START, *command],
                stdin=slave,
                stdout=slave,
                stderr=slave,
                env=env,
                cwd=cwd,
                start_new_session=True,
            )
        except BaseException:
            os.close(self.fd)
            raise
        finally:
            os.close(slave)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.wait()
        self.hang_up()

    def screen(self) -> str:
        """The lines now shown, without the spaces at their ends."""
        # What is drawn half over a sign two columns wide leaves an empty cell, which pyte's own
        # `display` does not expect.
        rows, columns = range(self._screen.lines), range(self._screen.columns)
        lines = ("".join(self._screen.buffer[y][x].data for x in columns) for y in rows)
        return "\n".join(line.rstrip() for line in lines)

    def send(self, keys: str | bytes) -> None:
        """Type; AssertionError when the program takes nothing for ten seconds."""
        left = keys.encode() if isinstance(keys, str) else keys
        deadline = time.monotonic() + 10
        while left:
            readable, writable, _ = select.select([self.fd], [self.fd], [], _SLICE_S)
            if readable:
                self._read()
            if writable:
                with suppress(BlockingIOError):
                    left = left[os.write(self.fd, left) :]
            if left and time.monotonic() > deadline:
                raise AssertionError(f"nobody took {len(left)} of the bytes typed")

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; the kernel tells the program."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows, columns)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def hang_up(self) -> None:
        """Take the terminal away, as a lost connection does; nothing can be read afterwards."""
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1

    def wait_for(self, text: str, within_s: float = 10) -> None:
        """Until the screen shows a text; AssertionError with the screen if it does not."""
        self.wait_until(lambda: text in self.screen(), f"to see {text!r}", within_s)

    def wait_gone(self, text: str, within_s: float = 10) -> None:
        """Until the screen no longer shows a text."""
        self.wait_until(lambda: text not in self.screen(), f"not to see {text!r}", within_s)

    def wait_exit(self, within_s: float = 10) -> int:
        """The program's exit status, below 0 the signal that ended it."""
        self.wait_until(lambda: self.process.poll() is not None, "for its end", within_s)
        return self.process.wait()

    def wait_until(self, holds: Callable[[], bool], what: str, within_s: float = 10) -> None:
        """Until something holds, taking in the program's output meanwhile."""
        deadline = time.monotonic() + within_s
        while not holds():
            ended = self.process.poll() is not None
            output = self._read()
            if output or holds():
                continue
            if ended or time.monotonic() > deadline:
                end = f"it ended with {self.process.returncode}" if ended else f"{within_s} s"
                raise AssertionError(f"waited in vain {what} ({end}):\n{self.screen()}")
        while self.process.poll() is not None and self._read():
            pass

    def _read(self) -> bool:
        """Take in what the program wrote; False when it was silent for a moment."""
        output = b""
        if self.fd >= 0:
            if not select.select([self.fd], [], [], _SLICE_S)[0]:
                return False
            with suppress(OSError):  # Linux fails so when nobody holds the other side any more
                output = os.read(self.fd, 65536)
        if not output:
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(_SLICE_S)
            return False
        self.raw += output
        self._show(self._pending + output)
        return True

    def _show(self, output: bytes) -> None:
        """Feed the screen with whole sequences only, and answer the questions among them."""
        while (start := output.find(b"\x1b")) >= 0:
            self._stream.feed(output[:start])
            output = output[start:]
            if found := _WHOLE.match(output):
                self._obey(found.group())
                output = output[found.end() :]
                continue
            again = output.find(b"\x1b", 1)
            if again < 0 or again == len(output) - 1:
                break  # the rest of it is still to come
            output = output[again:]  # broken off by another one, as terminals take it
        else:
            self._stream.feed(output)
            output = b""
        self._pending = output

    def _obey(self, sequence: bytes) -> None:
        if sequence == b"\x1b[6n":
            self._answer(f"\x1b[{self._screen.cursor.y + 1};{self._screen.cursor.x + 1}R".encode())
        elif sequence == b"\x1b[>q" and self._name:
            self._answer(b"\x1bP>|" + self._name + b"\x1b\\")
        elif sequence in _ANSWERS:
            self._answer(_ANSWERS[sequence])
        elif _SHOWN.fullmatch(sequence):
            self._stream.feed(sequence)

    def _answer(self, answer: bytes) -> None:
        with suppress(OSError):  # it may have ended since it asked
            os.write(self.fd, answer)
