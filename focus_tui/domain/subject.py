"""What a session is on: the words, and the goal, commitment and idea behind them."""

from typing import NamedTuple

from focus_tui.domain.interval import Interval


class Subject(NamedTuple):
    """What is worked on, or comes next."""

    intent: str = ""
    goal_id: str | None = None
    commitment_id: str | None = None
    idea_id: str | None = None

    @classmethod
    def of(cls, interval: Interval) -> "Subject":
        """What an interval is on; for a break, what comes after it."""
        return cls(interval.intent, interval.goal_id, interval.commitment_id, interval.idea_id)
