"""The settings page: from keys to the file, and at once on the screen."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui import places
from focus_tui.commands.declared import COMMANDS
from focus_tui.domain.interval import State
from focus_tui.services import preferences
from focus_tui.services.preferences import in_words, typed
from focus_tui.settings.declared import SECTIONS, declared
from focus_tui.ui.widgets.field import LineField
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
        lines = [line.strip() for line in focus.lines()]
        if any(line.startswith(f"▌ {name}") for line in lines):
            return
        in_sight = [y for y, line in enumerate(lines) if line.startswith(name)]
        cursor = next(y for y, line in enumerate(lines) if line.startswith("▌"))
        if in_sight:
            await focus.press("up" if in_sight[0] < cursor else "down")
        else:
            await focus.hammer(*["down"] * 5)
    raise AssertionError(f"there is no row {name}:\n{focus.text()}")


async def test_every_setting_and_key_is_there(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 320)) as focus:
        await focus.press("comma")
        page = focus.text()
        for section in SECTIONS:
            for name in declared(section):
                words = name.replace("_", " ")
                assert words[:1].upper() + words[1:] in page
        assert [each.name for each in COMMANDS if f"\n    {each.name} " not in page] == []
        for heading in ("everywhere", "today", "the list", "while typing"):
            assert f"\n    Keys: {heading}\n" in page
        await focus.pilot.resize_terminal(120, 24)
        await focus.settle()
        seen = ""
        settings = sum(len(declared(section)) for section in SECTIONS)
        for _ in range(len(COMMANDS) + settings + 10):
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
        await focus.press("x", "escape", "space")
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
        await focus.press("Z")
        assert focus.dialog == "SettingsDialog"
        assert config()["keys"] == {"clock.toggle": ["Z"]}
        await focus.press("escape")
        assert "Z start" in focus.footer
        await focus.press("space")
        assert focus.timer() is None
        await focus.press("Z")
        assert focus.timer() is not None
        await onto(focus, "Start  ")
        await focus.press("d", "escape")
        assert "space pause" in focus.footer


async def test_a_key_whose_default_another_command_has_stays(tmp_path: Path) -> None:
    text = f'{QUIET}[keys]\n"undo" = "Z"\n"redo" = "u"\n"clock.togle" = "p"\n'
    async with opened(tmp_path, config=text) as focus:
        await onto(focus, "Undo")
        await focus.press("d")
        assert focus.said == "u is the key of “Redo” (everywhere); “Undo” keeps Z."
        assert config_text() == text
        await onto(focus, "Redo")
        assert focus.said == ""
        await focus.press("d")
        await onto(focus, "Undo")
        await focus.press("d")  # a mistake elsewhere is in nobody's way
        assert config()["keys"] == {"clock.togle": "p"}


async def test_a_program_comes_back_as_it_was_typed(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await onto(focus, "Player")
        assert "Player                        none" in focus.text()
        await focus.press("enter")
        await focus.type("mpv --title='two words' \"it's\"")
        await focus.press("enter")
        assert config()["notify"]["player"] == ["mpv", "--title=two words", "it's"]
        await focus.press("enter")
        field = focus.app.screen.query_one(LineField)
        assert field.value == "mpv '--title=two words' 'it'\"'\"'s'"
        await focus.type(" 'half")
        await focus.press("enter")
        assert focus.said == "A quote in it has no end: close it, or write \\ before a lone one."
        await focus.press("backspace", "backspace", "backspace", "backspace", "backspace", "enter")
        assert config()["notify"]["player"] == ["mpv", "--title=two words", "it's"]


async def test_half_a_character_is_refused_in_a_sentence(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        before = config_text()
        await onto(focus, "Sound")
        await focus.press("enter")
        await focus.paste("/bell\udcff.wav")
        await focus.press("enter")
        assert focus.said == (
            "This value holds half a character (U+DCFF) at character 6, "
            "which can't be kept: take it out and try again."
        )
        assert config_text() == before
        assert [each.name for each in Path(places.config_file()).parent.iterdir()] == [
            "config.toml"
        ]


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))))
def test_any_list_of_texts_comes_back(texts: list[str]) -> None:
    player = declared("notify")["player"]
    assert typed(player, in_words(player, tuple(texts))) == tuple(texts)


@pytest.mark.parametrize("state", [State.IDLE, State.FOCUS])
async def test_plain_signs_are_there_at_once_and_gone_at_once(tmp_path: Path, state: State) -> None:
    async with opened(tmp_path, size=(120, 40)) as focus:
        await focus.into(state, "…")
        focus.services.thoughts.capture("a thought")
        await focus.look()
        before = focus.text()
        await onto(focus, "Ascii")
        await focus.press("enter")
        assert "> Ascii" in focus.text()
        for opened_now in ("settings", "today"):
            assert focus.text().isascii(), opened_now
            await focus.press("escape")
        plain = focus.text()
        configure(QUIET)  # and the same from outside
        await focus.look()
        assert focus.text() == before
        configure(f"{QUIET}[look]\nascii = true\n")
        await focus.look()
        assert focus.text() == plain


async def test_an_editor_s_change_is_seen_at_the_next_look(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        configure(QUIET + '[look]\ntheme = "focus-light"\n[keys]\n"clock.toggle" = "Z"\n')
        await focus.look()
        assert focus.app.theme == "focus-light"
        assert "Z start" in focus.footer
        assert focus.notice == ""
        await focus.press("comma")
        configure(QUIET + "[timer]\nfocus_minutes = 50\n")
        await focus.look()
        assert "Focus minutes                 50" in focus.text()
        assert focus.app.theme == "focus-dark"


async def test_the_page_shows_what_the_file_says_when_it_opens(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        configure(QUIET + "[timer]\nfocus_minutes = 50\n")
        await focus.press("comma")
        assert "Focus minutes                 50" in focus.text()


async def test_a_file_that_breaks_leaves_what_held_and_says_so(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 40), config="timer.focus_minutes = 50\n") as focus:
        configure("[timer\n")
        await focus.look()
        where = f"{places.config_file()}, line 1 is not TOML"
        assert where in focus.notice
        assert focus.notice.endswith("all settings stay as they were until it is mended.")
        assert focus.services.preferences.value("timer", "focus_minutes") == 50
        await focus.press("comma")
        assert where in focus.said
        await focus.press("down")
        assert focus.said == ""
        await focus.look()
        assert focus.said == ""  # once
        configure("[timer]\nfocus_minutes = 40\n")
        await focus.look()
        assert "Focus minutes                 40" in focus.text()


async def test_a_file_is_read_when_it_changes_and_only_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path) as focus:
        read: list[Path] = []
        monkeypatch.setattr(preferences, "load", lambda path, before: read.append(path))
        for _ in range(5):
            await focus.look()
        assert read == []


async def test_the_rows_that_are_looked_for(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("comma", "down")
        await focus.hammer("slash", *"colour")  # faster than the field opens
        assert [line for line in focus.lines() if " Focus minutes" in line] == []
        assert "Theme                         focus-dark" in focus.text()
        assert "enter to the list  esc all" in focus.footer
        await focus.press("enter")
        assert "▌ Theme" in focus.text()
        assert "enter change  d default  / filter  esc all" in focus.footer
        await focus.press("enter", "down", "enter")
        assert config()["look"] == {"theme": "focus-light"}
        assert "▌ Theme                         focus-light" in focus.text()
        await focus.press("slash")
        await focus.type(" zzz")
        assert "Nothing here is called so." in focus.text()
        await focus.press("enter", "enter", "d", "escape")
        assert "Focus minutes" in focus.text()
        await focus.press("escape")
        assert focus.dialog == ""


async def test_the_cursor_stays_on_what_was_found(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("comma", "slash")
        await focus.type("paste undo last act back")
        await focus.press("escape", "slash")
        await focus.type("take the last act back")
        await focus.press("down", "escape")
        assert "▌ Undo" in focus.text()
        assert "/ filter  esc back" in focus.footer


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
        assert "From Tue 24 Nov on; add “from 2026-12-01” for a later day" in " ".join(
            focus.text().split()
        )
        await focus.type("6:30")
        await focus.press("enter")
        assert "06:30 from Tue 24 Nov" in focus.text()
        said = "Now 04:00; 06:30 from Tue 24 Nov on. A change holds from Tue 24 Nov on, or from a"
        assert said in " ".join(focus.text().split())
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
        await focus.press("home", "slash")
        await focus.type("settings of this machine")
        assert "enter to the list  esc all" in focus.footer
        assert any(line.strip() == "Keys: everywhere" for line in focus.lines())
        configure("[timer\n")
        await focus.look()
        assert "is not TOML" in " ".join(focus.text().split())
        assert "enter to the list  esc all" in focus.footer


async def test_it_fits_the_window_that_it_gets(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 40)) as focus:
        await focus.press("comma")
        for size in ((40, 12), (80, 24), (60, 20), (120, 40)):
            await focus.pilot.resize_terminal(*size)
            await focus.settle()
            assert bar(size) in focus.lines()[-1], size
