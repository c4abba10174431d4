"""`focus week`: what is promised for a week, and how far it is."""

import json

from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.plans import input_document
from focus_tui.cli.times import instant
from focus_tui.cli.verbs import Verb
from focus_tui.domain.durations import spoken
from focus_tui.domain.inputs import in_words, progress
from focus_tui.domain.week import Week
from focus_tui.services.commitments import Planned, Standing


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Show the promises of this week, or of the next one."""
    parser = Parser(verb)
    parser.option("--next", "the next week")
    parser.option("--json", "show it as JSON, with all text exactly as it was typed")
    options, _ = parser.read(words)
    with opened(data_file) as services:
        week = services.commitments.week(1 if options["next"] else 0)
        standings, planned = services.commitments.of(week), services.commitments.planned(week)
    if options["json"]:
        output.page(json.dumps(document(week, standings, planned)))
    else:
        output.page(table(week, standings, planned))
    return 0


def table(week: Week, standings: tuple[Standing, ...], planned: Planned) -> str:
    """A line for each promise; its text stands last, so that its width moves nothing."""
    rows = [(*_progress(each), _letter(each), each.commitment.text) for each in standings]
    first, second = (max((len(row[number]) for row in rows), default=0) for number in (0, 1))
    lines = [
        f"{done:{first}}  {to_go:{second}}  {sign}  {text}" for done, to_go, sign, text in rows
    ]
    head = f"{week.named()} {week.last_on[:4]}"
    return "\n".join([head, "", *(lines or ["Nothing is promised."]), "", _planned(planned)])


def _progress(standing: Standing) -> tuple[str, str]:
    commitment = standing.commitment
    done = progress(commitment.input, standing.done)
    if commitment.promised:
        done += f" (it was {in_words(commitment.promised)})"
    return done, "kept" if standing.kept else standing.to_go


def _letter(standing: Standing) -> str:
    return standing.goal.letter if standing.goal else "·"


def _planned(planned: Planned) -> str:
    """What the week takes, beside what weeks really hold."""
    takes = f"{spoken(planned.planned_ms)} planned"
    if not planned.real_ms:
        return f"{takes}."
    return f"{takes}; a week of the last four held {spoken(planned.real_ms)} of focus."


def document(week: Week, standings: tuple[Standing, ...], planned: Planned) -> dict[str, object]:
    """The same for a program; times are milliseconds, instants UTC."""
    return {
        "first_on": week.first_on,
        "last_on": week.last_on,
        "commitments": [_document(each) for each in standings],
        "planned_ms": planned.planned_ms,
        "real_ms": planned.real_ms,
    }


def _document(standing: Standing) -> dict[str, object]:
    commitment = standing.commitment
    done_at = commitment.done_at
    return {
        "id": commitment.id,
        "text": commitment.text,
        "goal_id": commitment.goal_id,
        "goal": standing.goal.title if standing.goal else None,
        "first_on": commitment.first_on,
        "last_on": commitment.last_on,
        "input": input_document(commitment.input),
        "promised": input_document(commitment.promised),
        "done": standing.done,
        "kept": standing.kept,
        "to_go": standing.to_go,
        "done_at": None if done_at is None else instant(done_at),
    }
