"""What lies in past years: gone through once with words, and told where it can't be read."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from textual import events

from focus_tui.ui.screens.goingthrough import GoingThrough
from tests.decade.life import Decade, live, write
from tests.ui.app import Driven, opened

SCREENS = {"reflect": ("4",), "log": ("5", "z", "a"), "insights": ("6", "z", "a")}
"""The keys that ask for all years."""
READ = {"reflect": "Intended", "log": "Everything", "insights": "sessions"}
"""What is shown at last."""


@pytest.fixture(scope="module")
def decade() -> Decade:
    """One week in thirty of ten years."""
    return live(3, date(2026, 11, 23), 30)


@asynccontextmanager
async def years_open(decade: Decade, folder: Path) -> AsyncIterator[Driven]:
    write(decade, folder / "focus.json")
    async with opened(folder) as focus:
        yield focus


def archive(focus: Driven) -> Path:
    return sorted(focus.file.parent.glob("sessions-*.json"))[3]


async def gone_through(focus: Driven, keys: tuple[str, ...]) -> list[str]:
    """Press the keys and wait; what was said meanwhile."""
    await focus.press(keys[0])
    screen = focus.app.screen_stack[0]
    assert isinstance(screen, GoingThrough)
    said: list[str] = []
    shows = screen.instead

    def instead(words: str, *, wrong: bool = False) -> None:
        said.append(words)
        shows(words, wrong=wrong)

    screen.instead = instead  # type: ignore[method-assign]
    for key in keys[1:]:
        await focus.press(key)
    await at_rest(focus)
    return said


async def at_rest(focus: Driven) -> None:
    """Wait for all that is done step by step."""
    await focus.app.workers.wait_for_complete()
    await focus.settle()


@pytest.mark.parametrize("name", SCREENS)
async def test_they_are_gone_through_once(name: str, decade: Decade, tmp_path: Path) -> None:
    async with years_open(decade, tmp_path) as focus:
        said = await gone_through(focus, SCREENS[name])
        if name != "reflect":  # where the first key alone begins it
            *_, done, _, whole = said[-1].split()
            assert int(done) == int(whole) > 3
            steps = [words.removeprefix("Going through past years: ") for words in said]
            assert steps[-3:] == [f"{int(done) - n} of {whole}" for n in (2, 1, 0)]
        assert READ[name] in focus.text()
        assert "Going through" not in focus.text()
        await focus.press("1")
        assert await gone_through(focus, SCREENS[name]) == []


@pytest.mark.parametrize("name", ["log", "insights"])
async def test_one_that_can_t_be_read_is_told_until_it_is_mended(
    name: str, decade: Decade, tmp_path: Path
) -> None:
    async with years_open(decade, tmp_path) as focus:
        whole = archive(focus).read_bytes()
        archive(focus).write_bytes(b"{")
        await gone_through(focus, SCREENS[name])
        for _ in range(2):
            await focus.look()
            assert "is not JSON" in focus.text()
        for key in ("j", "G", "enter", "space", "space"):
            await focus.press(key)
        await at_rest(focus)
        assert focus.app.is_running
        assert "is not JSON" in focus.text()
        archive(focus).write_bytes(whole)
        await focus.look()
        await at_rest(focus)
        assert READ[name] in focus.text()
        assert "is not JSON" not in focus.text()


@pytest.mark.parametrize("name", ["log", "insights"])
async def test_what_is_looked_at_meanwhile_stays(name: str, decade: Decade, tmp_path: Path) -> None:
    async with years_open(decade, tmp_path) as focus:
        key, *all_years = SCREENS[name]
        await focus.press(key)
        await at_rest(focus)
        archive(focus).write_bytes(b"{")
        keys = [*all_years, "z", "w"]
        for each in keys:  # faster than years are gone through
            focus.app.post_message(events.Key(each, each))
        await focus.settle()
        await at_rest(focus)
        assert "23 to 29 Nov" in focus.text()
        assert "Going through" not in focus.text()
        assert "is not JSON" not in focus.text()


async def test_the_review_goes_on_without_one_that_can_t_be_read(
    decade: Decade, tmp_path: Path
) -> None:
    async with years_open(decade, tmp_path) as focus:
        archive(focus).write_bytes(b"{")
        await gone_through(focus, SCREENS["reflect"])
        assert READ["reflect"] in focus.text()


async def test_the_cursor_stays_on_its_session(decade: Decade, tmp_path: Path) -> None:
    async with years_open(decade, tmp_path) as focus:
        await focus.press("5", "z", "y", "j", "j", "j")
        before = next(line for line in focus.lines() if line.startswith(" ▌"))
        assert await gone_through(focus, ("5", "z", "a"))
        assert before in focus.lines()
