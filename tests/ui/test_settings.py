"""Settings that can't be used: the app opens, and one notice says where and what."""

from pathlib import Path

import pytest

from focus_tui import places
from focus_tui.ui.widgets.field import LineField
from tests.ui.app import QUIET, Driven, opened
from tests.ui.test_settings_page import config, onto

WRONG = {
    # What stands in the file below the first two lines, and what the notice must name.
    "unknown key": ("[timer]\nfocus_minute = 20", ("line 4", "focus_minutes")),
    "wrong value": ("[timer]\nfocus_minutes = 0", ("line 4", "timer.focus_minutes", "1 to 240")),
    "unknown section": ("[timers]\nfocus_minutes = 20", ("line 3", "timer")),
    "unknown theme": ('[look]\ntheme = "focus-drak"', ("look.theme", "focus-drak", "focus-dark")),
    "unknown command": ('[keys]\n"clock.togle" = "p"', ("keys.clock.togle", "clock.toggle")),
    "unknown key name": ('[keys]\n"clock.toggle" = "spce"', ("keys.clock.toggle", "space")),
    "clash": ('[keys]\n"clock.toggle" = "c"', ("keys.clock.toggle", "capture")),
    "the way out": ('[keys]\n"clock.toggle" = "ctrl+q"', ("keys.clock.toggle", "quit")),
    "not TOML": ("[timer\n", ("line 3", "not TOML")),
}


def said(focus: Driven) -> str:
    """The notice as it stands on the screen, without the breaks between its lines."""
    lines = focus.lines()
    return "".join("".join(lines[-6:-1]).split())


@pytest.mark.parametrize("name", WRONG)
async def test_what_is_wrong_is_said_with_file_and_place(name: str, tmp_path: Path) -> None:
    text, named = WRONG[name]
    async with opened(tmp_path, size=(100, 30), config=QUIET + text) as focus:
        for part in (places.config_file(), *named):
            assert "".join(part.split()) in said(focus), part
        assert "25:00" in focus.text() or "█" in focus.text()
        await focus.look()
        await focus.press("space")
        timer = focus.timer()
        assert timer is not None
        assert timer["planned_ms"] == 25 * 60_000
        assert places.config_file() not in focus.notice


async def test_nothing_is_said_when_all_is_well(tmp_path: Path) -> None:
    async with opened(tmp_path, config=QUIET + '[look]\ntheme = "nord"\n') as focus:
        assert focus.notice == ""
        assert focus.app.theme == "nord"


async def test_of_several_mistakes_none_is_passed_over(tmp_path: Path) -> None:
    mistakes = "[timer]\nfocus_minute = 20\nlong_break_minute = 3\n[look]\ncolour = 1\n"
    async with opened(tmp_path, size=(100, 30), config=QUIET + mistakes) as focus:
        assert "focus_minutes" in said(focus)
        assert "look.colour" in said(focus) or "1more:focusdoctorliststhem" in said(focus)


@pytest.mark.parametrize("theme", ["focus-dark", "focus-light", "textual-dark", "ansi-light"])
async def test_any_theme_can_draw_every_state(theme: str, tmp_path: Path) -> None:
    async with opened(tmp_path, config=QUIET + f'[look]\ntheme = "{theme}"\n') as focus:
        assert focus.app.theme == theme
        await focus.press("space", "c", "escape", "question_mark", "escape")
        await focus.pass_time(26)
        await focus.press("space")
        assert "break" in focus.top


async def test_short_lines_are_typed_with_a_sign_between_them(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await onto(focus, "Opening")
        await focus.press("enter")
        field = focus.app.screen.query_one(LineField)
        assert field.value == "A glass of water; Phone away"
        field.value = " Tea;; it's time ;"
        await focus.press("enter")
        assert config()["rituals"]["opening"] == ["Tea", "it's time"]
