"""Reading the words after a command."""

from argparse import ArgumentParser
from collections.abc import Iterable
from typing import NoReturn

from focus_tui.cli import output
from focus_tui.cli.verbs import Verb
from focus_tui.domain.errors import BadInput
from focus_tui.domain.text import quoted


class Parser(ArgumentParser):
    """Reads one command's options; whatever is wrong is a BadInput of one sentence."""

    def __init__(self, verb: Verb) -> None:
        super().__init__(
            prog=f"focus {verb.name}",
            usage=f"focus {verb.name} {verb.takes}".rstrip(),
            description=verb.help,
            epilog=verb.note or None,
            allow_abbrev=False,
        )
        self._known = ["--help", "--data-file"]

    def option(self, name: str, help: str, metavar: str = "") -> None:
        """Take an option: with a value when that has a name, else a flag."""
        self._known.append(name)
        if metavar:
            self.add_argument(name, help=help, metavar=metavar)
        else:
            self.add_argument(name, help=help, action="store_true")

    def print_help(self, file: object = None) -> None:
        """Say what the command takes; argparse itself would not tell of an output that is full."""
        output.page(self.format_help().rstrip("\n"))

    def error(self, message: str) -> NoReturn:
        """Refuse."""
        raise BadInput(f"{self.prog}: {message}; {self.prog} --help says what it takes.")

    def read(
        self, words: list[str], *, text: bool = False
    ) -> tuple[dict[str, str | bool | None], list[str]]:
        """The options, and the other words if there may be `text`.

        After `--` everything is text; before it a word that looks like an option is one, unless it
        holds a space.
        """
        position = words.index("--") if "--" in words else len(words)
        options, others = self.parse_known_args(words[:position])
        for word in others:
            if word.startswith("-") and word != "-" and " " not in word:
                self._refuse_option(word)
        others += words[position + 1 :]
        if others and not text:
            self.error(f"it takes no text, and “{others[0]}” is none of its options")
        return vars(options), others

    def _refuse_option(self, word: str) -> NoReturn:
        self.error(f"there is no option {word}{nearest(word.partition('=')[0], self._known)}")


def whole(option: str, said: str | bool | None, most: int) -> int | None:
    """The number from 1 on that an option was given; None where it was not. Raises BadInput."""
    if not isinstance(said, str):
        return None
    try:
        found = int(said)
    except ValueError:
        found = 0
    if not 1 <= found <= most:
        raise BadInput(f"{option} takes a whole number from 1 to {most:,}, not {quoted(said)}.")
    return found


def nearest(word: str, known: Iterable[str]) -> str:
    """A question after the known word nearest to one that is not; empty when none is near."""
    import difflib  # only for mistakes

    close = difflib.get_close_matches(word, list(known), n=1)
    return f", did you mean {close[0]}?" if close else ""
