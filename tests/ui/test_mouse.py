"""The mouse does what the keys do."""

from pathlib import Path

from textual.widgets import Input

from focus_tui.domain.interval import State
from tests.ui.app import Driven, opened


async def caught(focus: Driven, count: int) -> None:
    """So many thoughts, named by their place in the list."""
    for number in range(count, 0, -1):
        focus.services.thoughts.capture(f"thought {number:02}")
    await focus.look()


def here(focus: Driven) -> str:
    """The row under the cursor."""
    (row,) = [line for line in focus.lines() if "▌" in line]
    return " ".join(row.split())


async def test_the_key_bar_is_a_row_of_buttons(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.click("space start")
        assert focus.timer() is not None
        await focus.click("pause")
        timer = focus.timer()
        assert timer is not None
        assert timer["paused"] == "user"
        await focus.click("? help")
        assert focus.dialog == "HelpDialog"
        await focus.press("escape")
        await focus.click("w what")
        assert focus.dialog == "LineDialog"


async def test_one_click_moves_the_cursor_and_two_open(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await caught(focus, 3)
        await focus.click("thought 02")
        assert here(focus).startswith("▌ · thought 02")
        assert focus.dialog == ""
        await focus.click("thought 03", times=2)
        assert focus.app.screen.query_one(Input).value == "thought 03"
        await focus.press("escape")
        await focus.click("3 thoughts caught", times=2)
        assert (focus.dialog, "thought 03" in here(focus)) == ("", True)


async def test_the_wheel_looks_further_and_the_cursor_stays(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await caught(focus, 30)
        assert "thought 01" in focus.text()
        await focus.wheel(10, 20)
        assert "thought 01" not in focus.text()
        await focus.wheel(10, 20, down=False)
        assert "▌ · thought 01" in focus.text()
        for _ in range(20):
            await focus.wheel(10, 20)
        assert "thought 30" in focus.text()
        await focus.press("j")
        assert "▌ · thought 02" in focus.text()


async def test_a_click_beside_everything_changes_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await caught(focus, 2)
        before = (focus.text(), focus.data())
        for place in ("────", "██", "What are", "Mon 23", "8    9"):
            await focus.click(place, times=2)
            assert (focus.text(), focus.data()) == before, place
        await focus.press("j", "d")
        assert [idea["title"] for idea in focus.table("ideas") if idea["deleted_at"]] == [
            "thought 02"
        ]


async def test_a_recent_intent_is_taken_by_a_click(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        for intent in ("read Wyse", "Mel filters"):
            await focus.into(State.FOCUS, intent)
        await focus.into(State.IDLE)
        await focus.press("w")
        await focus.click("read Wyse")
        field = focus.app.screen.query_one(Input)
        assert field.value == "read Wyse"
        assert focus.app.focused is field
        await focus.press("enter", "space")
        timer = focus.timer()
        assert timer is not None
        assert timer["intent"] == "read Wyse"


async def test_two_clicks_give_back_from_the_trash(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await caught(focus, 2)
        await focus.press("d")
        await focus.choose("Trash")
        await focus.until(lambda: focus.dialog == "GiveBackDialog", "the trash")
        await focus.click("thought 01", times=2)
        assert [idea["deleted_at"] for idea in focus.table("ideas")] == [None, None]


async def test_a_dialog_s_keys_can_be_clicked_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("c")
        await focus.type("buy coffee")
        await focus.click("enter save")
        assert (focus.dialog, len(focus.table("ideas"))) == ("", 1)


async def test_the_wheel_scrolls_the_help(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("question_mark")
        before = focus.text()
        await focus.wheel(20, 15)
        await focus.pilot.wait_for_animation()
        assert focus.text() != before


async def test_the_settings_own_keys_can_be_clicked(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("comma")
        await focus.click("enter change")
        assert focus.dialog == "LineDialog"
        await focus.press("escape")
        await focus.click("/ filter")
        await focus.type("theme")
        assert focus.app.screen.query_one(Input).value == "theme"
