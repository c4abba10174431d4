"""`focus commit`: something promised for a week."""

from collections.abc import Mapping

from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser, whole
from focus_tui.cli.verbs import Verb
from focus_tui.domain import week
from focus_tui.domain.commitment import Promise
from focus_tui.domain.errors import BadInput
from focus_tui.domain.goal import Goal
from focus_tui.domain.inputs import DONE, MOST, Input, Measure, in_words
from focus_tui.domain.text import quoted
from focus_tui.services.commitments import proposal

_MEASURES = {each.value: each for each in (Measure.SESSIONS, Measure.MINUTES, Measure.DAYS)}


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Promise what the words say, for a goal if one is named."""
    parser = Parser(verb)
    parser.option("--goal", "the goal it is for: its title or the beginning of it", "GOAL")
    for name in _MEASURES:
        parser.option(f"--{name}", f"so many {name}", "N")
    parser.option("--next", "for the next week")
    options, text = parser.read(words, text=True)
    wanted = _input(options)
    with opened(data_file) as services:
        named = options["goal"]
        goal = services.goals.named(named) if isinstance(named, str) else None
        line = _line(" ".join(text), goal, wanted)
        ahead = 1 if options["next"] else 0
        made = services.commitments.promise(line, ahead=ahead, goal_id=goal.id if goal else None)
    when = "two weeks" if made.two_weeks else "next week" if ahead else "this week"
    days = week.named(made.first_on, made.last_on)
    output.talk(f"Promised for {when} ({days}): {quoted(made.text)}, {in_words(made.input)}.")
    return 0


def _input(options: Mapping[str, str | bool | None]) -> Input | None:
    counts = {name: whole(f"--{name}", options[name], MOST) for name in _MEASURES}
    found = [Input(count, _MEASURES[name]) for name, count in counts.items() if count]
    if len(found) > 1:
        raise BadInput("Give one of --sessions, --minutes and --days.")
    return found[0] if found else None


def _line(text: str, goal: Goal | None, wanted: Input | None) -> str:
    """The line that is promised: the words, or the goal's, with what is put in."""
    line = text if text.strip() or goal is None else proposal(goal)
    if wanted is None:
        return line
    said = Promise(goal.title, DONE) if goal and not text.strip() else Promise.said(line)
    if said.input != DONE:
        raise BadInput(f"{quoted(text)} says what you put in already: leave the option out.")
    return said._replace(input=wanted).line()
