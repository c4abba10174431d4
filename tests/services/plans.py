"""What the tests of goals, promises and the line-up ask of a machine and its file."""

import json
from typing import Any

from focus_tui.composition import Services
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.goal import Goal
from focus_tui.domain.session import Phase, Session
from focus_tui.domain.subject import Subject
from tests.services.machine import PLAN, App, Machine, closed


def stored(machine: Machine, table: str) -> dict[str, dict[str, Any]]:
    """The documents of a table as the file holds them, by id."""
    found: dict[str, dict[str, Any]] = json.loads(machine.data.read_text(encoding="utf-8"))[table]
    return found


def one(machine: Machine, table: str) -> dict[str, Any]:
    """The only document of a table."""
    (document,) = stored(machine, table).values()
    return document


def work(machine: Machine, app: App, subject: Subject | None = None, ms: int = PLAN) -> None:
    """A session on a subject that is planned to be so long, and no break after it."""
    intent = "x" if subject is None else None
    app.services.focus.start(intent, planned_ms=ms, subject=subject)
    machine.run(ms)
    app.services.focus.finish()
    if app.services.desk.present().interval is not None:
        app.services.focus.finish()


def worked(of: Services) -> list[Session]:
    """All sessions of focus, in order of time."""
    return [each for each in closed(of) if each.kind is Phase.FOCUS]


def titles(of: Services) -> list[str]:
    """Of all goals, in order."""
    return [each.title for each in of.goals.all()]


def on_goal(goal: Goal) -> Subject:
    return Subject(goal.title, goal_id=goal.id)


def on_promise(promise: Commitment) -> Subject:
    return Subject(promise.text, promise.goal_id, promise.id)
