"""A program in a pseudo-terminal, timed: when something is on its screen, and what it costs.

Nothing decodes the screen while a clock runs, so that only the program is timed.
"""

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

_START = (
    "import fcntl, os, sys, termios;"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "os.execvp(sys.argv[1], sys.argv[1:])"
)
# What programs ask terminals, and what today's terminals say.
_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
}
_LIMIT_S = 20.0


class Program:
    """One program; leaving the `with` block ends it."""

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = (80, 24)
    ) -> None:
        self._fd, slave = os.openpty()
        os.set_blocking(self._fd, False)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self._drawn = b""
        self._answered = 0
        # The clock starts before the terminal is handed over, for every program alike.
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, "-ISc", _START, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=dict(env),
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> "Program":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._fd)

    def until(self, words: str) -> float:
        """The moment the words are drawn, as `time.perf_counter` has it; what came before is left.

        The words must stand in one style. AssertionError when they never come.
        """
        wanted = words.encode()
        deadline = time.perf_counter() + _LIMIT_S
        while wanted not in self._drawn:
            if not self._take_in(_LIMIT_S) or time.perf_counter() > deadline:
                raise AssertionError(f"{words!r} was never drawn: {self._drawn[-400:]!r}")
        moment = time.perf_counter()
        self._drawn = self._drawn.partition(wanted)[2]
        return moment

    def press(self, key: str) -> None:
        """Type."""
        os.write(self._fd, key.encode())

    def answer_to(self, key: str) -> float | None:
        """Seconds from a key to the first thing drawn after it; None when nothing changed."""
        self.settle()
        began = time.perf_counter()
        self.press(key)
        if not self._take_in(0.5):
            return None
        return time.perf_counter() - began

    def all_of_the_answer_to(self, key: str, silence_s: float = 0.08) -> float:
        """Seconds from a key to the last thing drawn after it; AssertionError for nothing."""
        self.settle()
        began = time.perf_counter()
        last = None
        self.press(key)
        while self._take_in(silence_s if last else 0.5):
            last = time.perf_counter()
        if last is None:
            raise AssertionError(f"{key!r} changed nothing on the screen")
        return last - began

    def settle(self, silence_s: float = 0.03) -> None:
        """Until it draws nothing more."""
        while self._take_in(silence_s):
            pass
        self._drawn = b""
        self._answered = 0

    def live(self, seconds: float) -> float:
        """Let it run for so long; CPU milliseconds it needed for each second."""
        before, began = self._cpu_ns(), time.perf_counter()
        while (left := began + seconds - time.perf_counter()) > 0:
            self._take_in(left)
        self._drawn = b""
        self._answered = 0
        return (self._cpu_ns() - before) / 1e6 / (time.perf_counter() - began)

    def memory_mb(self) -> float:
        """Memory of its own, with its share of what others use too."""
        for line in Path(f"/proc/{self._process.pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
        raise AssertionError("no figure of its memory")

    def _cpu_ns(self) -> int:
        tasks = Path(f"/proc/{self._process.pid}/task")
        return sum(int((each / "schedstat").read_text().split()[0]) for each in tasks.iterdir())

    def _take_in(self, within_s: float) -> bool:
        """Take in what it draws, and answer what it asks; False when nothing came."""
        if not select.select([self._fd], [], [], within_s)[0]:
            return False
        try:
            self._drawn += os.read(self._fd, 65536)
        except OSError:  # it has ended
            return False
        for question, answer in _ANSWERS.items():
            if question in self._drawn[self._answered :]:
                os.write(self._fd, answer)
        self._answered = max(0, len(self._drawn) - 8)
        return True
