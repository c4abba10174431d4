"""How work is shared between what one is good at and what one only tries out."""

from collections.abc import Callable
from typing import NamedTuple

from focus_tui.domain.durations import HOUR_MS, plural
from focus_tui.domain.goal import Area, Goal
from focus_tui.domain.idea import Idea

WEEKS = 4


def area_of(
    goal_id: str | None,
    idea_id: str | None,
    goals: Callable[[str], Goal | None],
    ideas: Callable[[str], Idea | None],
) -> Area | None:
    """What a session counts for: the area of its goal, or of its idea's goal.

    On an idea without one it explores, and on neither it counts for nothing.
    """
    idea = ideas(idea_id) if idea_id else None
    on_goal = goal_id or (idea.goal_id if idea else None)
    if goal := goals(on_goal) if on_goal else None:
        return goal.area
    return Area.EXPLORE if idea_id else None


class Balance(NamedTuple):
    """What went into core goals and what into exploring, in the last weeks."""

    core_ms: int
    explore_ms: int
    aim_percent: int
    """How much of both is meant to explore."""

    @property
    def due_ms(self) -> int:
        """How much exploring, with nothing else beside it, would reach the aim; 0 when it is."""
        whole = self.core_ms + self.explore_ms
        missing = self.aim_percent * whole - 100 * self.explore_ms
        return max(0, -(-missing // (100 - self.aim_percent)))

    @property
    def explore_percent(self) -> int:
        """How much of both explored, rounded; 0 when nothing was worked."""
        whole = self.core_ms + self.explore_ms
        explore = (200 * self.explore_ms + whole) // (2 * whole) if whole else 0
        # Rounded up to the aim it would say that this is reached.
        return min(explore, self.aim_percent - 1) if self.due_ms else explore

    def words(self) -> str:
        """`core 91 · explore 9 of 15`, in percent, the aim last; empty when nothing was worked."""
        whole = self.core_ms + self.explore_ms
        if not whole:
            return ""
        explore = self.explore_percent
        aim = f" of {self.aim_percent}" if self.aim_percent else ""
        return f"core {100 - explore} · explore {explore}{aim}"

    def hint(self) -> str:
        """`an hour to explore is due`, in whole hours; empty where the aim is reached."""
        hours = -(-self.due_ms // HOUR_MS)
        if hours == 1:
            return "an hour to explore is due"
        return f"{plural(hours, 'hour')} to explore are due" if hours else ""
