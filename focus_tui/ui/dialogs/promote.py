"""What an idea becomes, from any screen: a goal, a promise, the session that begins now."""

from textual.app import App

from focus_tui.domain.goal import Column
from focus_tui.ui.dialogs.goalflows import GoalFlows
from focus_tui.ui.host import host
from focus_tui.ui.items import THOUGHT, Items


def make_goal(app: App[int], idea_id: str) -> None:
    """A goal, linked both ways; of one that is active the why is asked for."""
    goal = host(app).services.promoting.make_goal(idea_id)
    GoalFlows(app).made(goal, Column.ACTIVE)


def promise(app: App[int], idea_id: str, *, ahead: int = 0) -> None:
    """Ask for the line that promises it for this week, or one ahead."""
    Items(app).promise(THOUGHT + idea_id, ahead=ahead)


def begin(app: App[int], idea_id: str) -> None:
    """A session on it begins."""
    Items(app).begin(THOUGHT + idea_id)
