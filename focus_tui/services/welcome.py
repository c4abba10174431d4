"""The very first start: an invitation to name one goal, which waits until anything is done here."""

from focus_tui.domain.goal import Goal
from focus_tui.services.desk import Desk
from focus_tui.services.drafts import Drafts
from focus_tui.services.goals import Goals
from focus_tui.services.upcoming import Upcoming

LEFT = "welcome-left"
"""Under this name the state folder keeps that the invitation was left."""


class Welcome:
    """Whoever comes for the first time may be asked something; nobody must answer."""

    def __init__(self, desk: Desk, drafts: Drafts, goals: Goals, upcoming: Upcoming) -> None:
        self._desk = desk
        self._drafts = drafts
        self._goals = goals
        self._upcoming = upcoming

    @property
    def waits(self) -> bool:
        """Whether nothing was ever done here, and the invitation was not left.

        Raises DataUnusable where nobody can say.
        """
        return self._desk.db.untouched() and not self._drafts.get(LEFT)

    def leave(self) -> None:
        """It is not wanted, and does not come back."""
        self._drafts.put(LEFT, "yes")
        self._desk.changed()

    def begin(self, title: str) -> Goal:
        """The first goal, which the next session is on. BadInput as for any goal."""
        goal = self._goals.add(title)
        self._upcoming.next_on(self._upcoming.of_goal(goal.id))
        return goal
