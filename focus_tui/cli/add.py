"""`focus add`: thoughts written down from any shell."""

import sys
from collections.abc import Iterator

from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb
from focus_tui.domain.durations import plural
from focus_tui.domain.errors import BadInput, NotFound
from focus_tui.domain.text import LINE_LIMIT, accepted

LARGEST_BYTES = 16 * 1024 * 1024


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Capture the words as one thought, or standard input as one from each line.

    Nothing that follows is an option but `--help` alone, so that no thought is lost to its dashes;
    `--` in front makes even that text.
    """
    if words in (["--help"], ["-h"]):
        Parser(verb).print_help()
        return 0
    titles = list(_lines()) if _from_input(words) else [_text(words)]
    with opened(data_file) as services:
        caught = services.thoughts.capture(*titles)
        what = caught[0].title if len(caught) == 1 else plural(len(caught), "thought")
        output.echo(f"Captured: {what}")
    return 0


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
