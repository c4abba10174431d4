"""The log open, with days that were lived, and what is to be read off it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from focus_tui.composition import Services
from focus_tui.domain.daytime import stamped
from focus_tui.domain.session import Session, Stamp
from focus_tui.ui.screens.log import LogScreen
from tests.support.clock import FakeClock
from tests.support.made_up import ZONE, at
from tests.ui.app import MINUTE, QUIET, Driven, Heard, Still, opened

DAY_MS = 24 * 60 * MINUTE
LIVED = (
    ("Mel filters", 0, 9, 0, 25),
    ("Read chapter 3", 0, 9, 30, 27),
    ("Mail", 0, 10, 0, 10),
    ("Yesterday's", -1, 9, 0, 25),
    ("Last month's", -30, 9, 0, 25),
)
"""Intent, day, hour, minute, length in minutes; the plan is 25."""


def lived(
    of: Services, intent: str, days: int, hour: int, minute: int, length: int, plan: int = 25
) -> Session:
    """One session of the past, as it was measured."""
    begin = at(hour, minute) + days * DAY_MS
    calendar = of.desk.calendar(of.desk.db.read())
    started = stamped(begin, Stamp(0, ZONE, 3600, ""), calendar)
    made = of.editing.forgotten(started, begin + length * MINUTE, plan * MINUTE)
    with of.desk.db.act("live", undoable=False) as tx:
        made = replace(made, id=tx.new_id(), intent=intent)
        tx.sessions.put(made)
    return made


@asynccontextmanager
async def log_open(
    folder: Path,
    *,
    size: tuple[int, int] = (80, 24),
    config: str = QUIET,
    kind: type[Heard] = Still,
    days: bool = True,
) -> AsyncIterator[Driven]:
    """The screen at two in the afternoon, after those days."""
    clock = FakeClock(wall_ms=at(14, 0))
    async with opened(folder, size=size, config=config, kind=kind, clock=clock) as focus:
        for each in LIVED if days else ():
            lived(focus.services, *each)
        await focus.press("5")
        yield focus


def screen(focus: Driven) -> LogScreen:
    """The screen itself."""
    found = focus.app.screen_stack[0]
    assert isinstance(found, LogScreen)
    return found


def titles(focus: Driven) -> list[str]:
    """What is seen, the latest first."""
    return [each.intent for each in screen(focus).seen.sessions]


def here(focus: Driven) -> str:
    """What the cursor is on."""
    session = screen(focus).session
    return session.intent if session else ""


def rows(focus: Driven) -> list[str]:
    """The lines of the list, without their margin and at most one space in a row."""
    return [" ".join(line.split()) for line in focus.lines() if "–" in line]


async def onto(focus: Driven, intent: str) -> None:
    """Move the cursor onto a session."""
    await focus.press("g")
    while here(focus) != intent:
        before = screen(focus).at
        await focus.press("j")
        assert screen(focus).at != before, intent
