"""`focus start`: a session begun from any shell."""

from focus_tui.cli import output
from focus_tui.cli.opening import NOTHING_RINGS, opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb
from focus_tui.domain.errors import BadInput
from focus_tui.domain.timer import MINUTE_MS

LONGEST_MINUTES = 240


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Begin a session; with --wait, stay and ring."""
    parser = Parser(verb)
    parser.option("--minutes", "how long it is planned to be, instead of the settings' length", "N")
    parser.option("--wait", "stay until it is over, and ring")
    options, text = parser.read(words, text=True)
    planned_ms = _planned_ms(options["minutes"])
    intent = " ".join(text) if text else None
    with opened(data_file) as services:
        for problem in services.preferences.problems:
            output.talk(problem)
        if options["wait"]:
            from focus_tui.cli.waiting import start_and_wait

            return start_and_wait(services, intent, planned_ms)
        output.echo(services.focus.start(intent, planned_ms=planned_ms))
        if not services.desk.watch.watched:
            output.talk(f"{NOTHING_RINGS} focus start --wait stays and rings.")
    return 0


def _planned_ms(minutes: str | bool | None) -> int | None:
    if not isinstance(minutes, str):
        return None
    try:
        found = int(minutes)
    except ValueError:
        found = 0
    if not 1 <= found <= LONGEST_MINUTES:
        raise BadInput(
            f"--minutes takes a whole number from 1 to {LONGEST_MINUTES}, not “{minutes}”."
        )
    return found * MINUTE_MS
