"""Today's line-up: at most six next sessions. What is left of it is gone with the day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from focus_tui.domain.week import days_between

MOST = 6
KEPT_DAYS = 31
"""So long after its day a place can still be looked back on."""


class Next(NamedTuple):
    """A document of `lineup`: one session that is to come on a day.

    It is drawn from one source, or says itself what it is: such a one waits on after its day.
    """

    id: str
    on: str
    """The local day."""
    rank: str
    goal_id: str | None = None
    commitment_id: str | None = None
    idea_id: str | None = None
    text: str = ""
    taken_at: int | None = None
    """UTC milliseconds: when its session began."""
    deleted_at: int | None = None

    @property
    def source(self) -> str:
        """The id of what it was drawn from."""
        return self.idea_id or self.commitment_id or self.goal_id or ""


def day_after(on: str) -> str:
    """The local day that follows one."""
    return str(date.fromisoformat(on) + timedelta(days=1))


def forgotten(entries: Iterable[Next], today: str) -> tuple[Next, ...]:
    """Places of days long past, of which nobody asks any more."""
    return tuple(each for each in entries if days_between(each.on, today) > KEPT_DAYS)


def waiting(entries: Iterable[Next], on: str) -> tuple[Next, ...]:
    """What of a day's line-up has not begun, in the person's order."""
    left = (
        each
        for each in entries
        if (each.on == on or (each.text and each.on < on))
        and each.taken_at is None
        and each.deleted_at is None
    )
    return tuple(sorted(left, key=lambda each: (each.rank, each.id)))
