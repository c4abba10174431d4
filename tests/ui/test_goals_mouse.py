"""The board by mouse: a click, two clicks, a card carried, the names of screens and columns."""

from pathlib import Path

import pytest

from focus_tui.domain.goal import Column
from tests.ui.aims import board, drop, fill, goals_open, here, on_disk, spot, take
from tests.ui.app import Driven, opened

THREE = ("Audio", "Kaggle", "Writing")
HINT = "here"
"""Stands where a carried card would go."""


async def test_one_click_goes_to_a_card_and_two_open_it(tmp_path: Path) -> None:
    async with goals_open(tmp_path, *THREE) as focus:
        await focus.click("Kaggle")
        assert (here(focus), focus.dialog) == ("K Kaggle", "")
        await focus.click("Writing", times=2)
        assert focus.dialog == "GoalDialog"
        assert "Looked at anew" in focus.text()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_carried_to_another_column(size: tuple[int, int], tmp_path: Path) -> None:
    async with goals_open(tmp_path, *THREE, size=size) as focus:
        x, y = spot(focus, "Someday")
        await take(focus, "Kaggle", (x + 20, y + 1), (x + 3, y + 1))
        assert HINT in focus.lines()[y + 1]
        assert len(board(focus)["active"]) == 3
        await drop(focus, x + 3, y + 1)
        assert board(focus) == {"someday": ["Kaggle"], "active": ["Audio", "Writing"]}
        assert here(focus) == "K Kaggle"
        await focus.press("u")
        assert board(focus) == {"active": [*THREE]}


async def test_carried_within_its_column(tmp_path: Path) -> None:
    async with goals_open(tmp_path, *THREE) as focus:
        x, y = spot(focus, "A Audio")
        await take(focus, "Writing", (x, y + 1), (x, y))
        await drop(focus, x, y)
        assert board(focus) == {"active": ["Writing", "Audio", "Kaggle"]}
        x, y = spot(focus, "Kaggle")
        await take(focus, "Writing", (x, y + 8), (x, y + 9))
        await drop(focus, x, y + 9)
        assert board(focus) == {"active": ["Audio", "Kaggle", "Writing"]}


async def test_carried_down_by_one(tmp_path: Path) -> None:
    async with goals_open(tmp_path, *THREE) as focus:
        x, y = spot(focus, "Writing")
        await take(focus, "A Audio", (x, y - 1), (x, y))
        hint = next(number for number, line in enumerate(focus.lines()) if HINT in line)
        await drop(focus, x, y)
        assert board(focus) == {"active": ["Kaggle", "Audio", "Writing"]}
        assert spot(focus, "Kaggle")[1] < hint


async def test_what_stands_where_it_would_go_is_where_it_goes(tmp_path: Path) -> None:
    """Over each line of the column."""
    async with goals_open(tmp_path, *THREE, size=(80, 30)) as focus:
        x, top = spot(focus, "A Audio")
        for y in range(top, top + 12):
            await take(focus, "A Audio", (x, y + 3), (x, y))
            lines = focus.lines()
            hints = [number for number, line in enumerate(lines) if f"{HINT}" in line]
            others = [spot(focus, title)[1] for title in ("Kaggle", "Writing")]
            expected = sum(other < hints[0] for other in others) if hints else 0
            await drop(focus, x, y)
            assert board(focus)["active"].index("Audio") == expected, y
            for _ in range(3):
                await focus.press("K")


async def test_esc_puts_it_back(tmp_path: Path) -> None:
    async with goals_open(tmp_path, *THREE) as focus:
        before, (x, y) = focus.data(), spot(focus, "Someday")
        await take(focus, "Kaggle", (x + 3, y + 1))
        assert HINT in focus.text()
        await focus.press("escape")
        assert HINT not in focus.text()
        await drop(focus, x + 3, y + 1)
        assert focus.data() == before
        await focus.click("A Audio")
        assert here(focus) == "A Audio"


async def test_under_two_cells_is_a_click(tmp_path: Path) -> None:
    async with goals_open(tmp_path, *THREE) as focus:
        before, (x, y) = focus.data(), spot(focus, "Kaggle")
        await take(focus, "Kaggle", (x + 1, y + 1), (x, y - 1))
        assert HINT not in focus.text()
        await drop(focus, x, y - 1)
        assert (focus.data(), here(focus)) == (before, "K Kaggle")


async def test_let_go_by_mouse_asks_for_the_reason(tmp_path: Path) -> None:
    async with goals_open(tmp_path, *THREE) as focus:
        x, y = spot(focus, "Let go")
        await take(focus, "Kaggle", (x, y))
        await drop(focus, x, y)
        assert "Let go of “Kaggle”: why?" in focus.text()
        await fill(focus, "the wrong tool")
        assert on_disk(focus, "goals", "Kaggle")["reason"] == "the wrong tool"


async def test_a_fourth_active_one_asks_which_rests(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        for title in THREE:
            focus.services.goals.add(title)
        focus.services.goals.add("Octave", Column.SOMEDAY)
        await focus.press("2")
        x, y = spot(focus, "Kaggle")
        await take(focus, "Octave", (x, y))
        await drop(focus, x, y)
        assert focus.dialog == "PickDialog"
        await focus.press("enter")
        assert board(focus)["someday"] == ["Audio"]


async def outside(focus: Driven, x: int, y: int) -> None:
    """Carry a card to where there is no column, and let it go."""
    await take(focus, "Kaggle", (x, y))
    await drop(focus, x, y)


async def test_let_go_outside_the_board_nothing_breaks(tmp_path: Path) -> None:
    async with goals_open(tmp_path, *THREE) as focus:
        for x, y in ((0, 0), (79, 23), (40, 2), (79, 0)):
            await outside(focus, x, y)
            assert focus.app.is_running
            assert sum(map(len, board(focus).values())) == 3
            await focus.press("escape")


async def test_a_click_beside_everything_changes_nothing(tmp_path: Path) -> None:
    async with goals_open(tmp_path, *THREE) as focus:
        before = focus.data()
        for words in ("Someday", "What may wait.", "p promises, as", "Let go", "────"):
            await focus.click(words)
            assert (focus.dialog, focus.data()) == ("", before), words


async def test_two_clicks_beside_the_cards_open_none(tmp_path: Path) -> None:
    async with goals_open(tmp_path, *THREE) as focus:
        for words in ("Someday", "What may wait.", "Let go"):
            await focus.click(words, times=2)
            assert focus.dialog == "", words


async def test_a_click_on_the_empty_week_leaves_the_cursor_on_the_board(tmp_path: Path) -> None:
    async with goals_open(tmp_path, *THREE) as focus:
        await focus.click("p promises, as")
        assert here(focus) == "A Audio"


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 50)])
async def test_a_click_on_a_screen_s_name_goes_there(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(tmp_path, size=size) as focus:
        narrow = size[0] < 50  # there the others are their keys
        await focus.click(" 2" if narrow else "Goals")
        assert "Someday" in focus.text()
        await focus.click(" 1" if narrow else "Today")
        assert "Someday" not in focus.text()


async def test_a_click_on_a_column_s_name_turns_to_it_where_it_is_narrow(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", size=(40, 12)) as focus:
        focus.services.goals.add("Octave", Column.SOMEDAY)
        await focus.look()
        for name, shown in (("Someday 1", "Octave"), ("Active 1", "Audio"), ("Ended", "Let go")):
            await focus.click(name)
            assert shown in "\n".join(focus.lines()[4:]), name


async def test_the_key_bar_is_a_row_of_buttons(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", size=(120, 40)) as focus:
        for button, opens in (
            ("n new", "What do you aim at?"),
            ("w why", "Why does it"),
            ("p promise ", "What do you promise"),
            ("enter open", "Looked at"),
        ):
            await focus.click(button)
            assert opens in focus.text()
            await focus.press("escape")
        await focus.click("b begin")
        assert focus.timer() is not None


async def test_the_wheel_looks_further_and_the_cursor_stays(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        for number in range(30):
            focus.services.goals.add(f"goal {number:02}", Column.SOMEDAY)
        await focus.press("2", "left")
        x, y = spot(focus, "goal 00")
        for _ in range(30):
            await focus.wheel(x, y + 3)
        assert "goal 29" in focus.text()
        assert "goal 00" not in focus.text()
        await focus.press("j")
        assert here(focus) == "G goal 01"


async def test_two_clicks_open_a_promise(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        focus.services.commitments.promise("Write the draft")
        await focus.look()
        await focus.click("Write the draft", times=2)
        assert "The promise" in focus.text()
