"""`focus goals`: the board as a table."""

import json

from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.plans import input_document
from focus_tui.cli.times import instant
from focus_tui.cli.verbs import Verb
from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.goal import Column
from focus_tui.domain.inputs import progress
from focus_tui.services.standings import GoalStanding

_ORDER = (Column.ACTIVE, Column.SOMEDAY, Column.ACHIEVED, Column.LET_GO)
_HEAD = ("", "this week", "in all", "last", "score", "", "goal")
_TO_THE_RIGHT = (2, 4)


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Show how the goals stand: the active ones first, the archived ones only if wanted."""
    parser = Parser(verb)
    parser.option("--all", "show archived ones too")
    parser.option("--json", "show them as JSON, with all text exactly as it was typed")
    options, _ = parser.read(words)
    with opened(data_file) as services:
        goals = [each for each in services.goals.all() if options["all"] or not each.archived_at]
        goals.sort(key=lambda goal: (goal.archived_at is not None, _ORDER.index(goal.column)))
        standings = [services.standings.of(each) for each in goals]
    if options["json"]:
        output.page(json.dumps([document(each) for each in standings]))
    elif standings:
        output.page(table(standings))
    else:
        output.talk("There is no goal yet: focus goal TITLE adds one.")
    return 0


def table(standings: list[GoalStanding]) -> str:
    """A line for each goal; its title stands last, so that its width moves nothing."""
    rows = [_HEAD, *(_row(each) for each in standings)]
    widths = [max(len(row[number]) for row in rows) for number in range(len(_HEAD))]
    return "\n".join("  ".join(_filled(row, widths)).rstrip() for row in rows)


def _filled(row: tuple[str, ...], widths: list[int]) -> list[str]:
    return [
        text.rjust(width) if number in _TO_THE_RIGHT else text.ljust(width)
        for number, (text, width) in enumerate(zip(row, widths, strict=True))
    ]


def _row(standing: GoalStanding) -> tuple[str, ...]:
    goal = standing.goal
    return (
        "archived" if goal.archived_at is not None else goal.column.replace("_", " "),
        _this_week(standing),
        spoken(standing.focused_ms),
        _last(standing.days_alone),
        "" if standing.score is None else str(standing.score),
        goal.letter,
        goal.title,
    )


def _this_week(standing: GoalStanding) -> str:
    if standing.goal.cadence:
        return progress(standing.goal.cadence, standing.this_week)
    return plural(standing.this_week, "session") if standing.this_week else ""


def _last(days_alone: int | None) -> str:
    if days_alone is None:
        return "never"
    return f"{plural(days_alone, 'day')} ago" if days_alone else "today"


def document(standing: GoalStanding) -> dict[str, object]:
    """The same for a program; times are milliseconds, instants UTC."""
    goal = standing.goal
    archived = goal.archived_at
    return {
        "id": goal.id,
        "title": goal.title,
        "why": goal.why,
        "column": goal.column,
        "letter": goal.letter,
        "area": goal.area,
        "cadence": input_document(goal.cadence),
        "this_week": standing.this_week,
        "focused_ms": standing.focused_ms,
        "days_alone": standing.days_alone,
        "score": standing.score,
        "target": goal.target and {"count": goal.target.count, "unit": goal.target.unit},
        "counted": standing.counted,
        "deadline": goal.deadline and {"on": goal.deadline.on, "real": goal.deadline.real},
        "notes": goal.notes,
        "reason": goal.reason,
        "archived_at": None if archived is None else instant(archived),
    }
