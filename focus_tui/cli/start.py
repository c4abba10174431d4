"""`focus start`: a session begun from any shell."""

from collections.abc import Mapping
from functools import partial
from typing import TypedDict

from focus_tui.cli import output
from focus_tui.cli.beyond import limit_kept
from focus_tui.cli.opening import NOTHING_COUNTS, NOTHING_RINGS, opened
from focus_tui.cli.parsing import Parser, whole
from focus_tui.cli.verbs import Verb
from focus_tui.composition import Services
from focus_tui.domain.ago import ago_ms
from focus_tui.domain.errors import BadInput
from focus_tui.domain.shape import Shape
from focus_tui.domain.subject import Subject
from focus_tui.domain.timer import MINUTE_MS

LONGEST_MINUTES = 240


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Begin a session; with --wait, stay and ring."""
    parser = Parser(verb)
    parser.option("--minutes", "how long it is planned to be, instead of the settings' length", "N")
    parser.option("--goal", "the goal it is on: its title or the beginning of it", "GOAL")
    parser.option("--commitment", "what it is for of this week's promises, named alike", "PROMISE")
    parser.option("--shape", "the shape it is of, with its breaks, instead of the usual", "SHAPE")
    parser.option("--ago", "since when you are in it: minutes, or a time as 09:10", "WHEN")
    parser.option("--beyond", "why one more, beyond the day's limit; it may be empty", "WHY")
    parser.option("--wait", "stay until it is over, and ring")
    options, text = parser.read(words, text=True)
    minutes = whole("--minutes", options["minutes"], LONGEST_MINUTES)
    if minutes and options["shape"]:
        raise BadInput("--shape brings its length: give one of --minutes and --shape.")
    intent = " ".join(text) if text else None
    with opened(data_file) as services:
        for problem in services.preferences.problems:
            output.talk(problem)
        begin = partial(
            services.focus.start,
            intent,
            planned_ms=minutes and minutes * MINUTE_MS,
            subject=_subject(services, options),
            **_how(services, options),
        )
        why = options["beyond"]
        with limit_kept(services, why if isinstance(why, str) else None):
            if options["wait"]:
                from focus_tui.cli.waiting import start_and_wait

                return start_and_wait(services, begin)
            output.echo(begin())
        if not services.desk.watch.watched:
            output.talk(f"{_unwatched(services)} focus start --wait stays and rings.")
    return 0


class _How(TypedDict, total=False):
    """What `Focus.start` takes of the options."""

    shape: Shape
    ago_ms: int


def _how(services: Services, options: Mapping[str, str | bool | None]) -> _How:
    """Of what shape, and since when."""
    how: _How = {}
    shape, ago = options["shape"], options["ago"]
    if isinstance(shape, str):
        how["shape"] = services.shapes.named(shape)
    if isinstance(ago, str):
        now = services.desk.clock.read()
        how["ago_ms"] = ago_ms(ago, now.wall_ms, services.desk.zone)
    return how


def _unwatched(services: Services) -> str:
    """What it means that no program is there to see."""
    running = services.desk.present().interval
    return NOTHING_COUNTS if running and running.open else NOTHING_RINGS


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
