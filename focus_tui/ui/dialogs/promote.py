"""An idea becomes a goal, from any screen."""

from textual.app import App

from focus_tui.domain.goal import Column
from focus_tui.ui.dialogs.goalflows import GoalFlows
from focus_tui.ui.host import host


def make_goal(app: App[int], idea_id: str) -> None:
    """A goal, linked both ways; of one that is active the why is asked for."""
    goal = host(app).services.promoting.make_goal(idea_id)
    GoalFlows(app).made(goal, Column.ACTIVE)
