"""A big aim with its why."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain.durations import HOUR_MS
from focus_tui.domain.inputs import Input
from focus_tui.domain.text import ELLIPSIS, clipped

HUES = 6
CHECKPOINT_H = 50


class Column(StrEnum):
    """Where on the board a goal stands."""

    SOMEDAY = "someday"
    """Never begun, or resting."""
    ACTIVE = "active"
    ACHIEVED = "achieved"
    LET_GO = "let_go"


class Area(StrEnum):
    """What kind of work it is."""

    CORE = "core"
    EXPLORE = "explore"


@dataclass(frozen=True, slots=True)
class Target:
    """A number of things to reach: 52 posts."""

    count: int
    unit: str


class Deadline(NamedTuple):
    """A local day; a real one is somebody else's."""

    on: str
    real: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A document of `goals`."""

    id: str
    title: str
    place: tuple[Column, str]
    """[column, rank]: one value, which no merge can tear."""
    moved_at: int
    """UTC milliseconds: when it came into its column."""
    why: str = ""
    area: Area = Area.CORE
    cadence: Input | None = None
    """What is put in each week."""
    target: Target | None = None
    deadline: Deadline | None = None
    shape: str = ""
    """The shape of its sessions, as a line says it; empty for the usual one."""
    checkpoint_h: int = CHECKPOINT_H
    """After each so many hours the goal is looked at anew."""
    notes: str = ""
    hue: int = 0
    """One of six colours, from 0 on; never shown without the letter."""
    reason: str = ""
    """Why it was let go."""
    idea_id: str | None = None
    """The idea it was."""
    archived_at: int | None = None
    deleted_at: int | None = None

    @property
    def column(self) -> Column:
        """Where it stands."""
        return self.place[0]

    @property
    def on_board(self) -> bool:
        """Neither archived nor deleted."""
        return self.archived_at is None and self.deleted_at is None

    @property
    def letter(self) -> str:
        """The sign that stands beside its colour, one column wide."""
        letter = clipped(self.title.strip()[:1].upper()[:1], 1)
        # What has no width, or two columns of it, would move all that stands after it.
        fits = letter not in ("", ELLIPSIS) and not clipped(letter, 0)
        return letter if fits else "·"


def checkpoint_due(goal: Goal, focused_ms: int, answered_h: int) -> int:
    """The hours at which a goal is to be looked at now; 0 when it is not.

    `focused_ms` is all that was put in, `answered_h` the hours at the last answer.
    """
    if goal.column is not Column.ACTIVE or not goal.on_board:
        return 0
    reached = focused_ms // HOUR_MS // goal.checkpoint_h * goal.checkpoint_h
    return reached if reached > answered_h else 0
