"""The help: its page moves, and each key on it does what the page says."""

from pathlib import Path

import pytest

from focus_tui.commands.command import Where
from focus_tui.commands.screens import IDEAS
from focus_tui.domain.interval import State
from focus_tui.ui.modes import MODES
from focus_tui.ui.screens.frame import FrameScreen
from focus_tui.ui.widgets.textpage import TextPage
from tests.ui.app import opened


async def test_the_page_moves_by_the_keys_of_lists(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("question_mark")
        page = focus.app.screen.query_one(TextPage)
        for key, place in (
            ("j", 1),
            ("down", 2),
            ("k", 1),
            ("G", page.max_scroll_y),
            ("g", 0),
            ("pagedown", 8),
            ("home", 0),
            ("end", page.max_scroll_y),
        ):
            await focus.press(key)
            assert (focus.dialog, page.scroll_y) == ("HelpDialog", place), key


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("1", ["Everywhere", "Today", "Goals"]),
        ("2", ["Everywhere", "Goals", "Today"]),
        ("3", ["Everywhere", "Ideas", "Today"]),
    ],
)
async def test_what_works_here_comes_first(key: str, parts: list[str], tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press(key, "question_mark")
        page = focus.app.screen.query_one(TextPage)
        titles = {"Everywhere", "Today", "Goals", "Ideas"}
        found = [line for line in str(page.page.content).splitlines() if line in titles]
        assert found[:3] == parts


async def test_a_key_on_the_page_does_what_it_says(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        for key in ("space", "u", "c"):
            await focus.press("question_mark", key)
            if key == "space":
                assert (focus.dialog, focus.app.present.state) == ("", State.FOCUS)
            if key == "u":
                assert (focus.dialog, focus.app.present.state) == ("", State.IDLE)
        assert focus.dialog == "LineDialog"
        await focus.press("escape", "question_mark", "question_mark")
        assert focus.dialog == ""
        await focus.press("question_mark", "z", "x")  # they mean nothing now
        assert focus.dialog == "HelpDialog"
        await focus.press("q")
        assert not focus.app.is_running


@pytest.mark.parametrize("above", ["c", "w"])
async def test_above_a_field_its_keys_do_nothing_to_what_is_below(
    above: str, tmp_path: Path
) -> None:
    async with opened(tmp_path) as focus:
        await focus.press(above)
        await focus.type("half")
        await focus.choose("Help")
        await focus.until(lambda: focus.dialog == "HelpDialog", "the help")
        await focus.press("space", "f", "q", "escape")
        assert focus.dialog == "LineDialog"
        assert focus.app.present.state is State.IDLE


@pytest.mark.parametrize("mode", MODES)
async def test_it_begins_with_what_the_screen_is_for(mode: str, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.app.perform(f"screen.{mode}")
        await focus.settle()
        assert isinstance(focus.app.screen, FrameScreen)
        idea = next(IDEAS[each] for each in focus.app.screen.WHERES if each in IDEAS)
        await focus.press("question_mark")
        page = focus.app.screen.query_one(TextPage)
        assert str(page.page.content).splitlines()[:5] == [*idea, "", "Everywhere"]
        assert all(line in focus.text() for line in idea)  # none is broken at 80 columns


async def test_in_a_narrow_window_one_line_of_it_is_enough(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(40, 12)) as focus:
        await focus.press("question_mark")
        page = focus.app.screen.query_one(TextPage)
        assert str(page.page.content).splitlines()[:3] == [IDEAS[Where.TODAY][0], "", "Everywhere"]


async def test_above_a_dialog_it_is_about_keys_alone(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("comma")
        await focus.choose("Help")
        await focus.until(lambda: focus.dialog == "HelpDialog", "the help")
        page = focus.app.screen.query_one(TextPage)
        assert str(page.page.content).startswith("Everywhere")
