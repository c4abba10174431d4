"""Standard output is data, standard error is talk; both can be gone or full at any moment."""

import errno
import io
import os
import sys
from contextlib import suppress
from typing import TextIO

from focus_tui.columns import columns
from focus_tui.domain.text import clipped, visible, wrapped

ECHOED_LINES = 3

_WRONG_USE = 2
_BROKEN_PIPE = 128 + 13


class Unwritable(Exception):
    """Standard output takes no more; the cause is an OSError."""


def prepare() -> None:
    """Make the standard streams fit for any text, and keep their numbers from other files."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is None:
            # Else the next file opened would be taken for it by whatever this process starts.
            os.open(os.devnull, os.O_RDWR)
    for output in (sys.stdout, sys.stderr):
        if isinstance(output, io.TextIOWrapper):
            output.reconfigure(errors="backslashreplace")


def data(line: str) -> None:
    """Write one line of data, with every sign that could move a cursor made visible.

    Raises Unwritable.
    """
    try:
        _standard_output().write(visible(line) + "\n")
    except OSError as error:
        raise Unwritable from error


def flush() -> None:
    """Bring the data out. Raises Unwritable."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        raise Unwritable from error


def page(text: str) -> None:
    """Write lines of data. Raises Unwritable."""
    for line in text.split("\n"):
        data(line)


def form(text: str) -> None:
    """Write a text as it is, in a form of which no sign moves a cursor. Raises Unwritable."""
    try:
        _standard_output().write(text)
    except OSError as error:
        raise Unwritable from error


def _standard_output() -> TextIO:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
    return sys.stdout


def talk(sentence: str) -> None:
    """Say something to the person; nobody listening is no error.

    It is one line, which a terminal shows as several where it has not the room.
    """
    text, width = visible(sentence), columns(sys.stderr)
    write_aside((wrapped(text, width) if width else text) + "\n")


def echo(sentence: str) -> None:
    """Say what ends in words of the person's: a terminal is not filled with them."""
    width = columns(sys.stderr)
    talk(clipped(sentence, ECHOED_LINES * width) if width else sentence)


def write_aside(text: str) -> None:
    """Write to standard error as it is; nobody listening is no error."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _give_up(sys.stderr)


def unwritable(error: BaseException | None) -> int:
    """Give up standard output; the exit status. Nothing is said of a reader who has enough."""
    if sys.stdout is not None:
        _give_up(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return _BROKEN_PIPE
    reason = error.strerror if isinstance(error, OSError) else None
    talk(f"Standard output can't be written: {(reason or str(error)).lower()}.")
    return _WRONG_USE


def _give_up(stream: TextIO) -> None:
    """Let it go nowhere: what it still holds would make Python fail once more at the end."""
    with suppress(OSError, io.UnsupportedOperation):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
