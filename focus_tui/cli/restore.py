"""`focus restore`: the way back to a copy of the data."""

import sys

from focus_tui.cli import output
from focus_tui.cli.backup import table
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb
from focus_tui.domain.errors import BadInput

NO = 1
"""The exit status of a no."""


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """List the backups with what each would change, or put one back."""
    parser = Parser(verb)
    parser.option("--yes", "put it back without asking")
    options, which = parser.read(words, text=True)
    if len(which) > 1:
        parser.error(f"one backup at a time, and “{which[1]}” would be a second")
    with opened(data_file) as services:
        if not which:
            table(services, differences=True)
            return 0
        copy = services.copies.named(which[0])
        output.talk(f"{copy.when}: {copy.holds}. {services.copies.difference(copy)}")
        if not options["yes"] and not _agreed():
            output.talk("Nothing was changed.")
            return NO
        output.talk(services.copies.restore(copy))
    return 0


def _agreed() -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        raise BadInput("Nobody is there to be asked: focus restore WHICH --yes puts it back.")
    output.write_aside("Put it back? y or n ")
    return sys.stdin.readline().strip().casefold() in ("y", "yes")
