"""What is left of a bug for whoever mends it: a file of this machine, without the person's data."""

import os
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from focus_tui import __version__

SOFTWARE_ERROR = 70
"""The exit status after a bug."""


def write(error: BaseException, folder: Path) -> Path:
    """Write how the error came about into `crash.log` in that folder; the path comes back.

    For this person's eyes only (0600). It holds the calls and the lines of the program, never the
    values of its variables; only an error's own message may quote some of them. The log before
    is replaced. Raises OSError.
    """
    path = folder / "crash.log"
    fresh = folder / f"crash.log.{os.getpid()}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(
            f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}, focus {__version__}, "
            f"Python {sys.version.split()[0]} on {sys.platform}\n"
        )
        file.writelines(traceback.TracebackException.from_exception(error).format())
    os.replace(fresh, path)
    return path


def report(error: BaseException, folder: Path) -> str:
    """Write the log, and give the one line that tells the person about it."""
    what = f"focus has a bug ({type(error).__name__}) and had to end. Your data are safe"
    try:
        return f"{what}; how it came about is in {write(error, folder)}."
    except OSError:
        return f"{what}; a log of it could not be written to {folder}."
