"""`focus start`: a session begun from any shell."""

from collections.abc import Mapping

from focus_tui.cli import output
from focus_tui.cli.beyond import limit_kept
from focus_tui.cli.opening import NOTHING_RINGS, opened
from focus_tui.cli.parsing import Parser, whole
from focus_tui.cli.verbs import Verb
from focus_tui.composition import Services
from focus_tui.domain.errors import BadInput
from focus_tui.domain.subject import Subject
from focus_tui.domain.timer import MINUTE_MS

LONGEST_MINUTES = 240


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Begin a session; with --wait, stay and ring."""
    parser = Parser(verb)
    parser.option("--minutes", "how long it is planned to be, instead of the settings' length", "N")
    parser.option("--goal", "the goal it is on: its title or the beginning of it", "GOAL")
    parser.option("--commitment", "what it is for of this week's promises, named alike", "PROMISE")
    parser.option("--beyond", "why one more, beyond the day's limit; it may be empty", "WHY")
    parser.option("--wait", "stay until it is over, and ring")
    options, text = parser.read(words, text=True)
    minutes = whole("--minutes", options["minutes"], LONGEST_MINUTES)
    planned_ms = minutes and minutes * MINUTE_MS
    intent = " ".join(text) if text else None
    with opened(data_file) as services:
        for problem in services.preferences.problems:
            output.talk(problem)
        subject = _subject(services, options)
        why = options["beyond"]
        with limit_kept(services, why if isinstance(why, str) else None):
            if options["wait"]:
                from focus_tui.cli.waiting import start_and_wait

                return start_and_wait(services, intent, planned_ms, subject)
            output.echo(services.focus.start(intent, planned_ms=planned_ms, subject=subject))
        if not services.desk.watch.watched:
            output.talk(f"{NOTHING_RINGS} focus start --wait stays and rings.")
    return 0


def _subject(services: Services, options: Mapping[str, str | bool | None]) -> Subject | None:
    """What the options name; None where they name nothing."""
    goal, promise = options["goal"], options["commitment"]
    if isinstance(goal, str) and isinstance(promise, str):
        raise BadInput("--commitment brings its goal: give one of --goal and --commitment.")
    if isinstance(goal, str):
        return services.upcoming.of_goal(services.goals.named(goal).id)
    if isinstance(promise, str):
        return services.upcoming.of_commitment(services.commitments.named(promise).id)
    return None
