"""The app on the demo's half year: it says what it is, and every screen has something to show."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from focus_tui.demo.opening import made
from focus_tui.ui.farewell import DEMO
from tests.support.clock import FakeClock
from tests.support.made_up import ZONE, at
from tests.ui.app import Driven, Still


@asynccontextmanager
async def demo(folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Driven]:
    clock = FakeClock(wall_ms=at(10, 40))
    built = made(folder, clock, lambda: ZONE)
    app = Still(built, demo=True)
    async with app.run_test(size=size) as pilot:
        driven = Driven(app, pilot, clock, folder / "focus.json")
        await driven.settle()
        yield driven
    built.keeper.leave()


async def test_it_says_so_until_the_first_key_and_is_named_so_on_every_screen(
    tmp_path: Path,
) -> None:
    async with demo(tmp_path) as focus:
        assert focus.notice == DEMO
        assert DEMO.partition(".")[0] in focus.text()
        for key in ("2", "3", "4", "5", "1"):
            await focus.press(key)
            assert focus.top.startswith(" demo ")
        assert focus.notice == ""


async def test_a_click_on_a_name_goes_there(tmp_path: Path) -> None:
    async with demo(tmp_path) as focus:
        await focus.click("2 Goals")
        assert focus.app.current_mode == "goals"


@pytest.mark.parametrize("size", [(40, 12), (200, 50)])
async def test_every_screen_has_something_to_show(size: tuple[int, int], tmp_path: Path) -> None:
    async with demo(tmp_path, size) as focus:
        for key, shown in (
            ("2", "Audio"),
            ("3", "Inbox · 3"),
            ("4", "16 to 22 Nov"),
            ("5", "Whale"),
        ):
            await focus.press(key)
            assert shown in focus.text()


async def test_the_review_of_the_last_week_is_ready(tmp_path: Path) -> None:
    async with demo(tmp_path, (120, 40)) as focus:
        await focus.press("4")
        assert "The second lesson" in focus.text()
        await focus.press(*["tab"] * 5)
        assert "got less than planned" in focus.text()
