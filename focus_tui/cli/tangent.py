"""`focus tangent`: what one slid into, said from any shell."""

from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb
from focus_tui.domain.errors import BadInput


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Slide into it; with --park, keep the one there is for later and go back."""
    parser = Parser(verb)
    parser.option("--park", "keep the tangent as a thought in the inbox, and go back")
    options, text = parser.read(words, text=True)
    if options["park"] and text:
        raise BadInput("--park keeps the tangent that you are on: it takes no word.")
    with opened(data_file) as services:
        tangents = services.tangents
        output.echo(tangents.park() if options["park"] else tangents.push(" ".join(text)))
    return 0
