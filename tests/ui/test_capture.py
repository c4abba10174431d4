"""Catching a thought: from everywhere, at any moment, without stopping the clock."""

from pathlib import Path

import pytest
from textual.widgets import Input

from focus_tui.domain.interval import State
from tests.ui.app import Driven, opened


def titles(focus: Driven) -> list[str]:
    """The thoughts on the disk."""
    return [idea["title"] for idea in focus.table("ideas")]


@pytest.mark.parametrize("state", State)
async def test_in_every_state_it_changes_nothing_but_the_inbox(
    state: State, tmp_path: Path
) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(state)
        before = focus.data()
        await focus.press("c")
        await focus.type("why does librosa pad?")
        await focus.press("enter")
        after = focus.data()
        (idea,) = after.pop("ideas").values()
        before.pop("meta", None)
        after.pop("meta", None)
        assert after == before
        timer = focus.timer()
        assert idea["title"] == "why does librosa pad?"
        assert idea["session_id"] == (timer["id"] if timer else None)
        assert (idea["place"], idea["state"], idea["deleted_at"]) == (None, "open", None)
        assert focus.dialog == ""
        assert "1 thought caught" in focus.text()
        assert "· why does librosa pad?" in focus.text()


async def test_above_another_dialog_it_leaves_everything_as_it_was(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space", "w")
        await focus.type("Mel filters")
        await focus.press("left", "left", "shift+left")
        below = focus.app.screen
        field = below.query_one(Input)
        before = (field.value, field.selection)
        for answer in ("enter", "escape"):
            await focus.press("ctrl+n")
            assert focus.app.screen is not below
            await focus.type("buy coffee")
            await focus.press("ctrl+n")  # one at a time
            assert len(focus.app.screen_stack) == 3
            await focus.press(answer)
            assert focus.app.screen is below
            assert ((field.value, field.selection), below.focused) == (before, field)
        assert titles(focus) == ["buy coffee"]
        await focus.type("!")
        await focus.press("enter")
        timer = focus.timer()
        assert timer is not None
        assert timer["intent"] == "Mel filt!rs"


async def test_from_the_help_page(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("question_mark", "pagedown")
        await focus.pilot.wait_for_animation()
        page = focus.app.screen.query_one("#page")
        scrolled = page.scroll_y
        assert scrolled
        await focus.press("ctrl+n")
        await focus.type("buy coffee")
        await focus.press("enter")
        assert titles(focus) == ["buy coffee"]
        assert (focus.dialog, page.scroll_y) == ("HelpDialog", scrolled)
        assert focus.app.focused is page


async def test_from_a_card_with_a_note_half_written(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.BREAK)
        await focus.press("enter", "y")
        await focus.type("went w")
        await focus.press("ctrl+n")
        await focus.type("buy coffee")
        await focus.press("enter")
        await focus.type("ell")
        await focus.press("enter")
        assert titles(focus) == ["buy coffee"]
        assert focus.table("sessions")[-1]["note"] == "went well"


async def test_from_the_palette_by_its_name(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.choose("Capture")
        await focus.until(lambda: focus.dialog == "LineDialog", "the dialog")
        await focus.type("buy coffee")
        await focus.press("enter")
        assert (titles(focus), focus.dialog) == (["buy coffee"], "")


async def test_above_the_palette(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("ctrl+p")
        await focus.type("un")
        palette = focus.app.screen
        await focus.press("ctrl+n")
        assert focus.dialog == "LineDialog"
        await focus.type("buy coffee")
        await focus.press("enter")
        assert titles(focus) == ["buy coffee"]
        assert focus.app.screen is palette
        assert palette.query_one(Input).value == "un"
        await focus.type("d")
        assert palette.query_one(Input).value == "und"


async def test_backing_out_keeps_the_words_for_the_next_time(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("c")
        await focus.type("read the spectrogram paper")
        await focus.press("escape")
        assert titles(focus) == []
        clock = focus.clock
    async with opened(tmp_path, clock=clock) as focus:
        await focus.press("c")
        await focus.type(" by Wyse")
        await focus.press("enter", "c")
        assert focus.app.screen.query_one(Input).value == ""
        assert titles(focus) == ["read the spectrogram paper by Wyse"]


async def test_an_empty_one_is_refused_in_the_dialog(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("c")
        await focus.type("  ")
        await focus.press("enter")
        assert focus.dialog == "LineDialog"
        assert "The thought is empty: type some words." in focus.text()
        await focus.type("coffee")
        assert "is empty" not in focus.text()
        await focus.press("enter")
        assert titles(focus) == ["coffee"]


async def test_the_same_thought_is_caught_and_pointed_out(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.backlog.add("Read Wyse")
        await focus.press("c")
        await focus.type("read wyse #learn")
        await focus.press("enter")
        assert titles(focus) == ["Read Wyse", "read wyse #learn"]
        assert focus.notice == "Caught. The same as one from today."
        await focus.press("c")
        await focus.type("buy coffee")
        await focus.press("enter")
        assert focus.notice == ""
