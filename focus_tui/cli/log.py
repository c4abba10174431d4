"""`focus log`: a day as a table."""

import json
import re

from focus_tui.cli import output
from focus_tui.cli.daytable import document, table
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb
from focus_tui.domain.day import Day
from focus_tui.domain.errors import BadInput
from focus_tui.services.desk import Desk


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Show what was done on a day."""
    parser = Parser(verb)
    parser.option("--day", "the day: 2026-11-23, today, yesterday, or the last friday", "DAY")
    parser.option("--json", "show it as JSON, with all text exactly as it was typed")
    options, _ = parser.read(words)
    with opened(data_file) as services:
        day = _day(services.desk, str(options["day"] or "today"))
    output.page(json.dumps(document(day)) if options["json"] else table(day))
    return 0


def _day(desk: Desk, named: str) -> Day:
    today = desk.present().day
    on = _date(named, today.on)
    return today if on == today.on else desk.day(on)


def _date(named: str, today: str) -> str:
    """The local date that a word means on a day."""
    from pendulum import Date, WeekDay

    weekdays = {each.name.casefold(): each for each in WeekDay}
    word = named.casefold()
    try:
        now = Date.fromisoformat(today)
        if word in weekdays:
            return str(now.previous(weekdays[word]))
        if word in ("today", "yesterday"):
            return str(now.subtract(days=("today", "yesterday").index(word)))
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", named):
            return str(Date.fromisoformat(named))
    except (ValueError, OverflowError):
        pass
    raise BadInput(
        f"--day takes a date as 2026-11-23, today, yesterday or a weekday, not “{named}”."
    )
