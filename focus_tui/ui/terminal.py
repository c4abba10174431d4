"""The terminal under the app: whether there is one, and how it was before."""

import os
import signal
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

from focus_tui.columns import columns
from focus_tui.domain.errors import BadInput
from focus_tui.domain.text import wrapped

HANDLED = (
    *(signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT),
    *(signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH, signal.SIGTTOU, signal.SIGTTIN),
)
"""The signals that the app or Textual handle."""
INPUT = 0  # the descriptors of standard input and error
ERROR = 2
SAY_S = 0.5
COMMANDS = "focus --help says what works here."


def check(env: Mapping[str, str]) -> None:
    """Raise BadInput, one sentence, where the app can't be shown."""
    streams = {
        "standard input": sys.__stdin__,
        "standard output": sys.__stdout__,
        "standard error": sys.__stderr__,
    }
    for name, stream in streams.items():
        if stream is None or stream.closed or not stream.isatty():
            raise BadInput(f"The app needs a terminal, and {name} is none; {COMMANDS}")
    if env.get("TERM", "") in ("", "dumb"):
        what = "is dumb" if env.get("TERM") else "is not set"
        raise BadInput(f"The app needs a full screen, and TERM {what}; {COMMANDS}")


def in_foreground(fd: int) -> bool:
    """Whether the terminal listens to this process, and not to a shell or another job."""
    try:
        return os.tcgetpgrp(fd) == os.getpgrp()
    except OSError:  # not the terminal of a session, or gone
        return True


def is_gone(fd: int) -> bool:
    """Whether the terminal was taken away, as by a closed window or a lost connection."""
    try:
        termios.tcgetattr(fd)
    except termios.error:
        return True
    return False


def wait_for_foreground(fd: int) -> None:
    """In the background, stop here until the shell brings this process to the front.

    A signal with a handler ends the wait early.
    """
    # The kernel stops whoever sets a terminal from the background, even to what it is.
    with suppress(termios.error):
        termios.tcsetattr(fd, termios.TCSANOW, termios.tcgetattr(fd))


def set_to(fd: int, settings: list[Any]) -> None:
    """Give the terminal these settings, unless it is gone or another's now."""
    with suppress(termios.error):
        if in_foreground(fd):
            termios.tcsetattr(fd, termios.TCSANOW, settings)


@contextmanager
def put_back() -> Iterator[None]:
    """Leave the terminal's settings and this process's signals behind as they were."""
    settings = termios.tcgetattr(INPUT)
    handlers = {number: signal.getsignal(number) for number in HANDLED}
    try:
        yield
    finally:
        set_to(INPUT, settings)
        for number, handler in handlers.items():
            signal.signal(number, handler)


class Output:
    """Text for the terminal on standard error, where Textual draws too.

    The terminal may stand still or be gone: then nobody waits for it for ever.
    """

    def __init__(self) -> None:
        try:
            # Another way to the same terminal: only this one must not block, not the shell's.
            flags = os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
            self._fd = os.open(os.ttyname(ERROR), flags)
        except OSError:  # a terminal without a name in this container
            self._fd = os.dup(ERROR)
        self._until = float("inf")

    def write(self, text: str) -> None:
        """Write it all; what the terminal does not take until the deadline is lost."""
        rest = memoryview(text.encode("utf-8", "replace"))
        while rest:
            try:
                rest = rest[os.write(self._fd, rest) :]
            except BlockingIOError:
                if time.monotonic() >= self._until:
                    return
                time.sleep(0.01)
            except OSError:
                return

    def flush(self) -> None:
        """Nothing is held back."""

    def fileno(self) -> int:
        """The descriptor written to."""
        return self._fd

    def give_up_in(self, seconds: float) -> None:
        """From then on, don't wait for a terminal that stands still."""
        self._until = min(self._until, time.monotonic() + seconds)

    def close(self) -> None:
        """Write no more."""
        os.close(self._fd)


def say(sentence: str) -> None:
    """Tell the person on standard error, without waiting for a terminal that stands still."""
    if sentence:
        output = Output()
        output.give_up_in(SAY_S)
        width = columns(output)
        output.write(f"{wrapped(sentence, width) if width else sentence}\n")
        output.close()
