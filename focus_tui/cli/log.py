"""`focus log`: a day as a table, or a range of days, of which only what is asked for."""

import json
from collections.abc import Mapping
from dataclasses import replace

from focus_tui.cli import logtable, output
from focus_tui.cli.dates import local_date
from focus_tui.cli.daytable import document, table
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb
from focus_tui.composition import Services
from focus_tui.domain.day import Day
from focus_tui.domain.errors import BadInput
from focus_tui.domain.logquery import LogQuery, parse
from focus_tui.domain.logrange import FIRST, Range, Reach
from focus_tui.domain.session import Outcome
from focus_tui.domain.text import quoted
from focus_tui.services import naming
from focus_tui.services.desk import Desk

RANGE = ("from", "to", "goal", "outcome", "find")
"""The options that ask for more than a day as it was."""


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Show what was done on a day."""
    parser = Parser(verb)
    parser.option("--day", "the day: 2026-11-23, today, yesterday, or the last friday", "DAY")
    parser.option("--json", "show it as JSON, with all text exactly as it was typed")
    parser.option("--from", "the first of several days, as --day takes it", "DAY")
    parser.option("--to", "the last of them, today unless it is said", "DAY")
    parser.option("--goal", "only what was for the goal that begins so", "GOAL")
    parser.option("--outcome", "only what ended so: done, early, abandoned or void", "OUTCOME")
    parser.option("--find", "only what holds these words, as the log of the app finds it", "TEXT")
    options, _ = parser.read(words)
    if any(options[name] for name in RANGE):
        return _range(data_file, options)
    with opened(data_file) as services:
        day = _day(services.desk, str(options["day"] or "today"))
    output.page(json.dumps(document(day)) if options["json"] else table(day))
    return 0


def _range(data_file: str, options: Mapping[str, str | bool | None]) -> int:
    if options["day"] and (options["from"] or options["to"]):
        raise BadInput("--day is one day: give that, or --from and --to.")
    with opened(data_file) as services:
        today = services.desk.present().day.on
        last = local_date(str(options["to"] or options["day"] or "today"), today, "--to")
        first = FIRST
        if options["from"] or options["day"]:
            first = local_date(str(options["from"] or options["day"]), today, "--from")
        if first > last:
            raise BadInput(f"--from {first} comes after --to {last}.")
        query = _query(options)
        goal_id = _goal(services, str(options["goal"])) if options["goal"] else None
        seen = services.log.look(Range(Reach.ALL, first, last), query, goal_id=goal_id)
        goals = services.desk.db.read().goals.all()
        titles = {each.id: each.title for each in goals}
    if options["json"]:
        output.page(json.dumps(logtable.document(seen, titles)))
    else:
        output.page(logtable.table(seen, titles))
    return 0


def _query(options: Mapping[str, str | bool | None]) -> LogQuery:
    query = parse(str(options["find"] or ""))
    if not (named := options["outcome"]):
        return query
    outcomes = frozenset(map(str, Outcome)) & {str(named).casefold()}
    if not outcomes:
        raise BadInput(f"--outcome takes done, early, abandoned or void, not {quoted(str(named))}.")
    return replace(query, chosen={**query.chosen, "outcome": outcomes})


def _goal(services: Services, named: str) -> str:
    """The goal that is meant, archived ones too."""
    goals = services.goals.all()
    return naming.named(
        named, goals, lambda each: each.title, noun="goal", listed_by="focus goals --all"
    ).id


def _day(desk: Desk, named: str) -> Day:
    today = desk.present().day
    on = local_date(named, today.on, "--day")
    return today if on == today.on else desk.day(on)
