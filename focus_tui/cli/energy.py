"""`focus energy`: how the energy is, said from any shell."""

from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb
from focus_tui.domain.errors import BadInput
from focus_tui.domain.mark import MOST_ENERGY
from focus_tui.domain.text import quoted


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Keep the answer for today."""
    _, text = Parser(verb).read(words, text=True)
    said = " ".join(text)
    if said not in map(str, range(1, MOST_ENERGY + 1)):
        raise BadInput(f"Say how your energy is from 1 to {MOST_ENERGY}, not {quoted(said)}.")
    with opened(data_file) as services:
        output.talk(services.day_end.energy(int(said)))
    return 0
