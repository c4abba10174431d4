"""The settings page: from keys to the file, and at once on the screen."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from focus_tui import places
from focus_tui.commands.declared import COMMANDS
from focus_tui.domain.interval import State
from focus_tui.settings.declared import SECTIONS, declared
from tests.ui.app import QUIET, Driven, configure, opened


def config_text() -> str:
    return Path(places.config_file()).read_text(encoding="utf-8")


def config() -> dict[str, Any]:
    return tomllib.loads(config_text())


async def onto(focus: Driven, name: str) -> None:
    """Open the page, if it is not open, and move the cursor onto a row."""
    if focus.dialog != "SettingsDialog":
        await focus.press("comma")
    await focus.press("home")
    for _ in range(90):
        if any(line.strip().startswith(f"▌ {name}") for line in focus.lines()):
            return
        await focus.press("down")
    raise AssertionError(f"there is no row {name}:\n{focus.text()}")


async def test_every_setting_and_key_is_there(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 120)) as focus:
        await focus.press("comma")
        page = focus.text()
        for section in SECTIONS:
            for name in declared(section):
                words = name.replace("_", " ")
                assert words[:1].upper() + words[1:] in page
        assert [each.name for each in COMMANDS if f"\n    {each.name} " not in page] == []
        for heading in ("everywhere", "today", "the list", "while typing"):
            assert f"\n    Keys: {heading}\n" in page
        seen = ""
        for _ in range(len(COMMANDS) + 30):
            seen += " ".join(focus.text().split())
            await focus.press("down")
        meanings = [each.meaning for section in SECTIONS for each in declared(section).values()]
        assert [each for each in (*meanings, *(c.help for c in COMMANDS)) if each not in seen] == []


async def test_a_length_is_typed_and_holds_for_the_next_session(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS)
        await onto(focus, "Focus minutes")
        await focus.press("enter", "backspace", "backspace")
        await focus.type("50")
        await focus.press("enter")
        assert config()["timer"] == {"focus_minutes": 50}
        assert "▌ Focus minutes                 50" in focus.text()
        assert "changed" in focus.text()
        await focus.press("escape")
        timer = focus.timer()
        assert timer is not None
        assert timer["planned_ms"] == 2 * 60_000  # what runs keeps its plan
        await focus.press("x", "space")
        timer = focus.timer()
        assert timer is not None
        assert timer["planned_ms"] == 50 * 60_000


async def test_the_resting_clock_shows_the_new_length(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        before = focus.lines()[3:8]
        focus.services.preferences.change("timer", "focus_minutes", 50)
        await focus.settle()
        assert focus.lines()[3:8] != before


async def test_what_a_setting_does_not_take_is_refused_and_stays_typed(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await onto(focus, "Focus minutes")
        await focus.press("enter")
        await focus.type("000 [red]")
        await focus.press("enter")
        assert focus.dialog == "LineDialog"
        assert "It must be a whole number from 1 to 240." in focus.text()
        assert "25000 [red]" in focus.text()
        await focus.press("escape")
        assert "timer" not in config()


async def test_yes_and_no_and_words_change_at_one_key_and_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await onto(focus, "Start breaks")
        await focus.press("enter")
        assert config()["timer"] == {"start_breaks": True}
        assert focus.services.preferences.automatic().breaks
        await focus.press("d")
        assert config().get("timer", {}) == {}
        await onto(focus, "Words")
        for word in ("full", "plain"):
            await focus.press("enter")
            assert config()["notify"]["words"] == word
        await focus.press("enter")
        assert "words" not in config()["notify"]  # the default again


async def test_a_theme_is_chosen_by_looking(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        assert focus.app.theme == "focus-dark"
        await onto(focus, "Theme")
        await focus.press("enter", "down")
        assert focus.app.theme == "focus-light"
        await focus.press("escape")
        assert focus.app.theme == "focus-dark"
        assert "look" not in config()
        await focus.press("enter", "down", "enter")
        assert focus.app.theme == "focus-light"
        assert config()["look"] == {"theme": "focus-light"}
        assert "focus-light" in focus.text()


async def test_a_key_is_chosen_by_pressing_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await onto(focus, "Start  ")
        await focus.press("enter", "c")
        assert "c is the key of “Capture” (everywhere); “Start” keeps space, f8." in " ".join(
            focus.text().split()
        )
        await focus.press("p")
        assert focus.dialog == "SettingsDialog"
        assert config()["keys"] == {"clock.toggle": ["p"]}
        await focus.press("escape")
        assert "p start" in focus.footer
        await focus.press("space")
        assert focus.timer() is None
        await focus.press("p")
        assert focus.timer() is not None
        await onto(focus, "Start  ")
        await focus.press("d", "escape")
        assert "space pause" in focus.footer


async def test_the_ways_out_lead_out_of_the_key_dialog_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await onto(focus, "Start  ")
        await focus.press("enter", "escape")
        assert focus.dialog == "SettingsDialog"
        assert "keys" not in config()


async def test_what_days_mean_is_changed_from_a_day_on(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await onto(focus, "A day begins at")
        await focus.press("enter")
        await focus.type("6:30")
        await focus.press("enter")
        assert "06:30 from Tue 24 Nov" in focus.text()
        (rule,) = focus.table("calendar")
        assert (rule["valid_from"], rule["day_boundary_min"]) == ("2026-11-24", 390)
        await focus.press("enter")
        await focus.type("soon")
        await focus.press("enter")
        assert "“soon” is no time of day" in focus.text()
        await focus.press("escape", "escape", "u")
        assert focus.table("calendar") == []


async def test_a_file_with_a_mistake_is_not_touched(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        file = configure("[timer\n")
        await onto(focus, "Start breaks")
        await focus.press("enter")
        assert "mend it there first" in " ".join(focus.text().split())
        assert Path(places.config_file()) == file
        assert not focus.services.preferences.automatic().breaks


async def test_comments_and_unknown_things_survive(tmp_path: Path) -> None:
    text = f"{QUIET}# mine\n[other]\na = 1\n"
    async with opened(tmp_path, config=text) as focus:
        await onto(focus, "Start breaks")
        await focus.press("enter")
        assert config_text().startswith(text)
        assert config()["timer"] == {"start_breaks": True}


def bar(size: tuple[int, int]) -> str:
    """The keys that there is room for."""
    return "enter change  d default  / filter  esc back"[: None if size[0] > 40 else 24]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 50)])
async def test_it_fits_every_window(tmp_path: Path, size: tuple[int, int]) -> None:
    async with opened(tmp_path, size=size) as focus:
        await focus.press("comma")
        for key in ("end", "home", "pagedown", "pageup", "j", "k", "G", "g"):
            await focus.press(key)
            assert bar(size) in focus.lines()[-1], key
            assert sum("▌" in line for line in focus.lines()) == 1


async def test_it_fits_the_window_that_it_gets(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 40)) as focus:
        await focus.press("comma")
        for size in ((40, 12), (80, 24), (60, 20), (120, 40)):
            await focus.pilot.resize_terminal(*size)
            await focus.settle()
            assert bar(size) in focus.lines()[-1], size
