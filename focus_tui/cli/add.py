"""`focus add`: thoughts written down from any shell."""

import sys
from collections.abc import Iterator
from typing import NamedTuple

from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb
from focus_tui.domain.durations import plural
from focus_tui.domain.errors import BadInput, NotFound
from focus_tui.domain.ideawords import plain
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted

UNDER = "--under"
FRONT = "--front"

LARGEST_BYTES = 16 * 1024 * 1024


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Capture the words as one thought, or standard input as one from each line.

    Nothing that follows is an option but where it goes, and `--help` alone, so that no thought is
    lost to its dashes; after `--` even that is text.
    """
    if words in (["--help"], ["-h"]):
        _parser(verb).print_help()
        return 0
    words, goes = _without_options(words)
    titles = list(_lines()) if _from_input(words) else [_text(words)]
    with opened(data_file) as services:
        parent = None if goes.under is None else services.backlog.named(goes.under)
        caught = services.thoughts.capture(
            *titles, parent=parent.id if parent else None, front=goes.front
        )
        what = caught[0].title if len(caught) == 1 else plural(len(caught), "thought")
        where = f" under {quoted(plain(parent.title))}" if parent else ""
        where += ", at the front" if goes.front else ""
        output.echo(f"Captured{where}: {what}")
        if same := services.thoughts.known(*caught):
            output.talk(same)
    return 0


class _Goes(NamedTuple):
    """Where a thought goes."""

    under: str | None
    front: bool


def _parser(verb: Verb) -> Parser:
    parser = Parser(verb)
    parser.option(UNDER, "file it below this idea: its words or the beginning of them", "IDEA")
    parser.option(FRONT, "put it to the front of the line")
    return parser


def _without_options(words: list[str]) -> tuple[list[str], _Goes]:
    """The words of the thought, and where it goes. Raises BadInput."""
    end = words.index("--") if "--" in words else len(words)
    before, text = words[:end], words[end:]
    under: list[str] = []
    rest: list[str] = []
    waiting = iter(before)
    for word in waiting:
        if word == UNDER:
            under.append(next(waiting, ""))
        elif word.startswith(UNDER + "="):
            under.append(word.removeprefix(UNDER + "="))
        elif word != FRONT:
            rest.append(word)
    if len(under) > 1 or "" in under:
        raise BadInput(f"{UNDER} needs the words of one idea after it; after -- it is text.")
    return rest + text, _Goes(under[0] if under else None, FRONT in before)


def _text(words: list[str]) -> str:
    return " ".join(words[1:] if words[0] == "--" else words)


def _from_input(words: list[str]) -> bool:
    if words in ([], ["--"]):
        if sys.stdin is None or sys.stdin.isatty():
            raise BadInput("Type the thought after focus add, or - to type one on each line.")
        return True
    return words == ["-"]


def _lines() -> Iterator[str]:
    given = b"" if sys.stdin is None else sys.stdin.buffer.read(LARGEST_BYTES + 1)
    if len(given) > LARGEST_BYTES:
        raise BadInput(
            f"Standard input is longer than {LARGEST_BYTES // 1024**2} MiB, so nothing was taken."
        )
    empty = True
    for number, line in enumerate(given.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        try:
            text = line.decode().strip()
        except UnicodeDecodeError:
            raise BadInput(
                f"Line {number} of standard input is not UTF-8 text, so nothing was taken."
            ) from None
        if text:
            empty = False
            yield accepted(text, field=f"text on line {number}", limit=LINE_LIMIT, one_line=True)
    if empty:
        raise NotFound("Standard input held no thought.")
