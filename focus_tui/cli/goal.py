"""`focus goal`: a goal added from any shell."""

from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb
from focus_tui.domain.goal import Column
from focus_tui.domain.text import quoted


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Add a goal by its title."""
    parser = Parser(verb)
    parser.option("--why", "why it matters to you", "WHY")
    parser.option("--someday", "keep it for someday")
    options, text = parser.read(words, text=True)
    wanted = Column.SOMEDAY if options["someday"] else Column.ACTIVE
    with opened(data_file) as services:
        goal = services.goals.add(" ".join(text), wanted, why=str(options["why"] or ""))
    if goal.column is wanted:
        output.talk(
            f"New goal{' for someday' if options['someday'] else ''}: {quoted(goal.title)}."
        )
    else:
        output.talk(f"New goal for someday, as enough are active: {quoted(goal.title)}.")
    return 0
