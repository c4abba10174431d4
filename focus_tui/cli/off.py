"""`focus off`: days on which nobody means to work."""

from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb
from focus_tui.services.daysoff import named


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Declare the days that the words say; without words list what is declared."""
    _, text = Parser(verb).read(words, text=True)
    with opened(data_file) as services:
        if text:
            output.talk(services.off.declare(" ".join(text)))
            return 0
        declared = services.off.all()
    rows = [(named(each), each.last_on[:4], each.why) for each in declared]
    width = max((len(days) for days, _, _ in rows), default=0)
    for days, year, why in rows:
        output.data(f"{days:{width}}  {year}  {why}".rstrip())
    if not rows:
        output.talk("No days off are declared: focus off 2026-12-24 declares one.")
    return 0
