"""A program for a terminal: tells one message by the terminal, else its bell; reports to a file."""

import asyncio
import json
import os
import sys
from pathlib import Path

from focus_tui.cli.waiting import to_terminal
from focus_tui.notify.chain import build
from focus_tui.notify.message import Message
from focus_tui.notify.notifier import Notifier


def main(report: str, wanted: str, title: str, body: str) -> None:
    channels = build(["terminal", "bell"], write=to_terminal, env=os.environ, wanted=wanted)
    results = asyncio.run(Notifier(channels).tell(Message(title, body)))
    written = json.dumps([[result.channel, result.status, result.detail] for result in results])
    Path(report).write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
