"""`focus extend` and `focus shorten`: another planned end."""

from focus_tui.cli import output
from focus_tui.cli.opening import NOTHING_RINGS, opened, runs_unheard
from focus_tui.cli.parsing import Parser, whole
from focus_tui.cli.verbs import Verb
from focus_tui.domain.errors import BadInput
from focus_tui.services.focus import EXTENSION_MIN

LONGEST_MINUTES = 240


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Move the planned end and say what is left."""
    _, text = Parser(verb).read(words, text=True)
    if len(text) > 1:
        raise BadInput(f"focus {verb.name} takes one number of minutes, not {len(text)} words.")
    said = text[0] if text else None
    minutes = whole(f"focus {verb.name}", said, LONGEST_MINUTES) or EXTENSION_MIN
    with opened(data_file) as services:
        focus = services.focus
        output.echo(focus.extend(minutes) if verb.name == "extend" else focus.shorten(minutes))
        if runs_unheard(services):
            output.talk(NOTHING_RINGS)
    return 0
