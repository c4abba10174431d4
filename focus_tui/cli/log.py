"""`focus log`: a day as a table."""

import json
import re
from datetime import date, timedelta

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
    parser.option("--day", "the day: 2026-11-23, today or yesterday", "DAY")
    parser.option("--json", "show it as JSON, with all text exactly as it was typed")
    options, _ = parser.read(words)
    with opened(data_file) as services:
        day = _day(services.desk, str(options["day"] or "today"))
    output.page(json.dumps(document(day)) if options["json"] else table(day))
    return 0


def _day(desk: Desk, named: str) -> Day:
    today = desk.present().day
    if named == "today":
        return today
    if named == "yesterday":
        return desk.day(str(date.fromisoformat(today.on) - timedelta(days=1)))
    try:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", named):
            raise ValueError(named)
        on = str(date.fromisoformat(named))
    except ValueError:
        raise BadInput(
            f"--day takes a date as 2026-11-23, today or yesterday, not “{named}”."
        ) from None
    return today if on == today.on else desk.day(on)
