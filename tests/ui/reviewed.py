"""The review open, on the last evening of a week that was lived."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pendulum

from focus_tui.ui.screens.reflect import ReflectScreen
from tests.support.clock import FakeClock
from tests.support.made_up import ZONE
from tests.support.made_up_weeks import weeks
from tests.ui.app import QUIET, Driven, Heard, Still, opened

SUNDAY = int(pendulum.datetime(2026, 11, 29, 18, 0, tz=ZONE).timestamp() * 1000)
"""The last day of the week that the made-up weeks end in."""


@asynccontextmanager
async def review_open(
    folder: Path,
    *,
    size: tuple[int, int] = (80, 24),
    config: str = QUIET,
    kind: type[Heard] = Still,
    wall_ms: int = SUNDAY,
) -> AsyncIterator[Driven]:
    """The screen, at the first part of the week's review."""
    if not (folder / "focus.json").exists():
        lived, _ = weeks(folder)
        lived.keeper.leave()
    clock = FakeClock(wall_ms=wall_ms)
    async with opened(folder, size=size, config=config, kind=kind, clock=clock) as focus:
        await focus.press("4")
        yield focus


def screen(focus: Driven) -> ReflectScreen:
    """The screen itself."""
    found = focus.app.screen_stack[0]
    assert isinstance(found, ReflectScreen)
    return found


def rows(focus: Driven) -> list[str]:
    """The lines of the body, at most one space in a row."""
    body = [" ".join(line.split()) for line in focus.lines()[5:-2]]
    return [line for line in body if line]


def flat(focus: Driven) -> str:
    """The screen as one line: sentences break where there is no room."""
    return " ".join(focus.text().split())


async def part(focus: Driven, name: str) -> None:
    """Go on to a part by its name."""
    for _ in range(7):
        if screen(focus).part == name:
            return
        await focus.press("tab")
    raise AssertionError(f"there is no part {name}")
