"""A program for a terminal: sends hostile messages down the chain, and reports to a file."""

import asyncio
import fcntl
import json
import os
import sys
import termios
from pathlib import Path

from focus_tui.notify.bell import Bell
from focus_tui.notify.desktop import Desktop
from focus_tui.notify.message import Message
from focus_tui.notify.notifier import Notifier
from focus_tui.notify.terminal import Terminal


def main(report: str, python: str, limit_s: str, *texts: str) -> None:
    # The terminal's own, so that /dev/tty leads to it too.
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    desktop = Desktop(limit_s=float(limit_s), python=python, env=os.environ)
    notifier = Notifier([desktop, Terminal(_write, env=os.environ), Bell(_write)])
    told = [asyncio.run(notifier.tell(Message(text, text))) for text in texts]
    outcomes = [[result.status for result in results] for results in told]
    Path(report).write_text(json.dumps(outcomes), encoding="utf-8")


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
