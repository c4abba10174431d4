"""`focus void`: the session ends and does not count, for a reason or none."""

from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """End what runs so that it does not count."""
    parser = Parser(verb)
    parser.option("--why", "why it does not count; it shows in the log", "WORD")
    options, _ = parser.read(words)
    why = options["why"]
    with opened(data_file) as services:
        output.echo(services.focus.void(why if isinstance(why, str) else ""))
    return 0
