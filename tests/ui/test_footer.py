"""The footer shows what works now, and what is most likely where there is no room for all."""

from pathlib import Path

import pytest

from focus_tui.domain.interval import State
from tests.ui.app import opened


async def test_undo_and_redo_are_shown_where_there_is_something(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(190, 24)) as focus:
        assert "undo" not in focus.footer
        assert "redo" not in focus.footer
        await focus.press("u")
        assert focus.notice == "There is nothing to undo."
        await focus.press("space")
        assert "u undo" in focus.footer
        assert "redo" not in focus.footer
        await focus.press("u")
        assert "undo" not in focus.footer
        assert "^r redo" in focus.footer
    async with opened(tmp_path, size=(190, 24), clock=focus.clock) as focus:
        assert "^r redo" in focus.footer


async def test_no_act_is_shown_over_data_that_cant_be_read(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(190, 24)) as focus:
        await focus.into(State.FOCUS)
        whole = focus.file.read_bytes()
        focus.file.write_text("{", encoding="utf-8")
        await focus.look()
        for label in ("pause", "finish", "void", "undo", "capture", "what", "own mind"):
            assert label not in focus.footer, label
        for label in ("enter open", "? help", "q quit"):
            assert label in focus.footer
        await focus.press("space")  # its key says why
        assert "is not JSON" in focus.notice
        focus.file.write_bytes(whole)
        await focus.look()
        assert "space pause" in focus.footer


async def test_the_trash_shows_what_enter_does(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.choose("Trash")
        await focus.until(lambda: focus.dialog == "GiveBackDialog", "the trash")
        await focus.settle()
        assert focus.footer.split() == ["esc", "back"]
        await focus.press("escape", "c")
        await focus.type("buy coffee")
        await focus.press("enter", "d")
        await focus.choose("Trash")
        await focus.until(lambda: focus.dialog == "GiveBackDialog", "the trash")
        await focus.settle()
        assert focus.footer.split() == ["enter", "give", "back", "esc", "back"]
        await focus.click("enter give back")
        assert [each["deleted_at"] for each in focus.table("ideas")] == [None]
        assert focus.footer.split() == ["esc", "back"]


LIKELY = {
    State.IDLE: ("space start", "w what", "c capture", "enter edit", "b begin", "q quit"),
    State.FOCUS: ("space pause", "f finish", "i own mind", "c capture", "u undo"),
    State.PAUSED: ("space resume", "f finish", "x void", "c capture", "u undo"),
    State.OVERTIME: ("space break", "+ 5 min", "= 2 min", "x void", "c capture", "u undo"),
    State.BREAK: ("space next", "f end break", "w what", "c capture", "enter answer"),
    State.OVERRUN: ("space next", "f end break", "w what", "c capture", "enter answer"),
}


async def test_what_is_most_likely_has_its_place(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.thoughts.capture("buy coffee")
        for state, keys in LIKELY.items():
            await focus.into(state)
            assert [key for key in (*keys, "? help") if key not in focus.footer] == [], state


async def test_the_keys_of_an_item_come_first_once_the_cursor_was_moved(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.thoughts.capture("buy coffee")
        await focus.into(State.FOCUS)
        assert "delete" not in focus.footer
        await focus.press("j")
        assert "enter edit  d delete" in focus.footer
        await focus.press("f", "G")
        assert "enter open  e note" in focus.footer


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_question_shows_the_key_that_opens_it(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with opened(tmp_path, size=size) as focus:
        await focus.into(State.BREAK)
        assert "enter answer" in focus.footer
        await focus.press("enter")
        assert focus.dialog == "FocusedDialog"
