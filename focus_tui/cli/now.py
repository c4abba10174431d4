"""`focus status` where the live file can't answer, and `focus status --json`."""

import json
import sys

from focus_tui import status
from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.times import instant
from focus_tui.cli.verbs import Verb
from focus_tui.columns import columns
from focus_tui.domain.interval import Interval
from focus_tui.domain.shape import name_of
from focus_tui.services.present import Present


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Say what the clock is doing, from the data."""
    parser = Parser(verb)
    parser.option("--json", "say it as JSON, with the text exactly as it was typed")
    options, _ = parser.read(words)
    with opened(data_file) as services:
        present = services.desk.present()
        if options["json"]:
            output.data(json.dumps(document(present)))
            return 0
        if services.desk.stored(services.desk.db.read()) is None:
            services.desk.tell()  # the next answer comes from the live file; no heartbeat is lost
    output.data(status.line(facts(present), columns(sys.stdout)))
    return 0


def facts(present: Present) -> status.Facts:
    """What the line says."""
    running = present.interval
    return status.Facts(
        state=present.state,
        phase=running.phase if running else "",
        left_ms=running.left_ms if running else 0,
        over_ms=running.over_ms if running else 0,
        open_ms=running.main_ms if running and _endless(running) else None,
        intent=running.intent if running else "",
        n=present.place_in_cycle,
        of=present.every,
        sessions=present.day.count,
        today_ms=present.day.focused_ms,
    )


def document(present: Present) -> dict[str, object]:
    """Everything a program may want to know; times are milliseconds, instants UTC."""
    running = present.interval
    return {
        "at": instant(present.reading.wall_ms),
        "state": present.state,
        "phase": running.phase if running else None,
        "paused": running.paused if running else None,
        "intent": running.intent if running else None,
        "started_at": instant(running.started.at_ms) if running else None,
        "shape": name_of(running.shape) if running and running.shape else None,
        "planned_ms": running.planned_ms if running and not _endless(running) else None,
        "left_ms": running.left_ms if running and not _endless(running) else None,
        "worked_ms": running.main_ms + running.over_ms if running else None,
        "over_ms": running.over_ms if running else None,
        "away_ms": running.gap_ms if running else None,
        "watched": present.watched,
        "session_in_cycle": present.place_in_cycle,
        "sessions_before_long_break": present.every,
        "on": present.day.on,
        "sessions_today": present.day.count,
        "focused_today_ms": present.day.focused_ms,
        "questions": len(present.cards),
    }


def _endless(running: Interval) -> bool:
    """Whether it has no planned end, and has not rung yet all the same."""
    return running.open and running.left_ms > 0
