"""`focus found`: what was looked for is found."""

from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb
from focus_tui.domain.text import LINE_LIMIT, accepted


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Leave the ladder, with a line on what it was."""
    _, text = Parser(verb).read(words, text=True)
    line = accepted(" ".join(text), field="line", limit=LINE_LIMIT, one_line=True)
    with opened(data_file) as services:
        mark_id = services.ladder.found()
        if line.strip():
            services.ladder.say_what(mark_id, line)
        output.echo(f"Found: {line}" if line.strip() else "Found.")
    return 0
