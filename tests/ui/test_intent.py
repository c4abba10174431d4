"""Saying what is being worked on: the clock runs on, and no word is lost."""

import json
from pathlib import Path

from textual.widgets import Input

from focus_tui.domain.interval import State
from tests.ui.app import MINUTE, Driven, opened

LINE = "LineDialog"


def field(focus: Driven) -> Input:
    """The field that is typed into."""
    return focus.app.screen.query_one(Input)


def intent(focus: Driven) -> str:
    """The running intent on the disk."""
    timer = focus.timer()
    assert timer is not None
    said: str = timer["intent"]
    return said


def kept(home: Path) -> str:
    """All words that are kept on this machine."""
    files = (home / "state" / "focus-loop").glob("drafts-*.json")
    return "".join(file.read_text(encoding="utf-8") for file in files)


async def test_it_is_said_while_the_clock_runs(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space", "w")
        assert "What are you working on?" in focus.text()
        await focus.type("Mel fil")
        await focus.pass_time(3)
        await focus.until(lambda: "22:00" in focus.top, "the clock above the dialog")
        await focus.type("ters")
        assert field(focus).value == "Mel filters"
        await focus.press("enter")
        assert (focus.dialog, intent(focus)) == ("", "Mel filters")
        assert "22:00 Mel filters" in focus.top
        timer = focus.timer()
        assert timer is not None
        assert timer["paused"] is None
        await focus.press("f")
        assert focus.table("sessions")[-1]["spans"] == [["focus", 3 * MINUTE]]


async def test_it_can_be_changed_and_cleared(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS, "Mel filters")
        await focus.press("w")
        assert field(focus).value == "Mel filters"
        await focus.type(", part 2")
        await focus.press("ctrl+s")
        assert intent(focus) == "Mel filters, part 2"
        await focus.press("w", *["backspace"] * 19, "enter")
        assert intent(focus) == ""


async def test_at_rest_it_is_what_comes_next(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("w")
        await focus.type("Read chapter 3")
        await focus.press("enter")
        assert focus.timer() is None
        assert "Read chapter 3" in focus.text()
        clock = focus.clock
    async with opened(tmp_path, clock=clock) as focus:
        assert "Read chapter 3" in focus.text()
        await focus.press("space")
        assert intent(focus) == "Read chapter 3"


async def test_in_a_break_it_is_what_comes_next(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.BREAK, "Mel filters")
        await focus.press("w")
        assert "What comes next?" in focus.text()
        await focus.press(*["backspace"] * 11)
        await focus.type("Read chapter 3")
        await focus.press("enter")
        assert "Next: Read chapter 3" in focus.text()
        await focus.press("space")
        assert intent(focus) == "Read chapter 3"
        assert focus.table("sessions")[0]["intent"] == "Mel filters"


async def test_recent_ones_are_offered_and_what_was_typed_stands_above_them(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        for said in ("one", "two", "one", "three"):
            await focus.into(State.FOCUS, said)
        await focus.into(State.IDLE)
        await focus.press("space", "w")
        await focus.type("fo")
        seen = []
        for key in ("up", "down", "down", "down", "down", "up", "up", "up", "down", "down"):
            await focus.press(key)
            seen.append(field(focus).value)
        assert seen == ["fo", "three", "one", "two", "two", "one", "three", "fo", "three", "one"]
        await focus.type("!")
        await focus.press("enter")
        assert intent(focus) == "one!"


async def test_backing_out_changes_nothing_and_keeps_the_words(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space", "w")
        await focus.type("Mel filters")
        before = focus.data()
        await focus.press("escape")
        assert (focus.dialog, focus.data()) == ("", before)
        await focus.press("w")
        assert field(focus).value == "Mel filters"
        await focus.type(", part 1")
        await focus.press("escape")
        clock = focus.clock
    async with opened(tmp_path, clock=clock) as focus:
        await focus.press("w")
        assert field(focus).value == "Mel filters, part 1"
        await focus.press("enter")
        assert intent(focus) == "Mel filters, part 1"
        await focus.press("w")
        assert field(focus).value == "Mel filters, part 1"


async def test_words_outlive_the_app_while_they_are_typed(tmp_path: Path, own_home: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("w")
        await focus.type("half a senten")
        # Nothing is closed before this holds, as when the power fails.
        await focus.until(lambda: "half a senten" in kept(own_home), "the draft")


async def test_quitting_keeps_the_words_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space", "w")
        await focus.type("half a senten")
        await focus.press("ctrl+q")
        assert not focus.app.is_running
        clock = focus.clock
    async with opened(tmp_path, clock=clock) as focus:
        await focus.press("w")
        assert field(focus).value == "half a senten"


async def test_taking_a_start_back_keeps_what_it_was_on(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("w")
        await focus.type("Mel filters")
        await focus.press("enter", "space", "u")
        assert focus.timer() is None
        assert "Mel filters" in focus.text()


async def test_a_session_that_ends_meanwhile_takes_no_word_away(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.PAUSED)
        await focus.press("w")
        await focus.type(", part 2")
        await focus.pass_time(61)
        assert focus.table("sessions")[-1]["spans"] == []
        assert (focus.dialog, field(focus).value) == (LINE, "Mel filters, part 2")
        await focus.press("enter", "space")
        assert intent(focus) == "Mel filters, part 2"


async def test_what_is_too_long_is_refused_whole(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space", "w")
        await focus.type("Mel")
        await focus.paste("x" * 20_001)
        assert field(focus).value == "Mel"
        assert "20,001 characters and 20,000 fit in a line" in " ".join(focus.text().split())
        await focus.type(" ")
        await focus.paste("filters")
        assert "characters" not in focus.text()
        await focus.paste("\0")
        await focus.press("enter")
        assert (focus.dialog, intent(focus)) == (LINE, "")
        assert "holds a NUL at character 12" in " ".join(focus.text().split())
        await focus.press("backspace", "enter")
        assert intent(focus) == "Mel filters"


async def test_a_paste_of_one_line_is_taken_as_it_is(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space", "w")
        await focus.type("Mel")
        await focus.paste(" filters, part ")
        await focus.type("2")
        await focus.press("enter")
        assert intent(focus) == "Mel filters, part 2"


async def test_a_paste_of_several_lines_keeps_every_word(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space", "w")
        await focus.paste("one\n  two\r\nthree\u2028four\n")
        await focus.press("enter")
        assert json.dumps(intent(focus)) == '"one two three four"'
