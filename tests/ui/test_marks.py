"""Interruptions: marked by one key at once, with a word if there is one."""

from pathlib import Path

import pytest
from textual.widgets import Input

from focus_tui.domain.interval import State
from tests.ui.app import Driven, opened

WORKING = (State.FOCUS, State.PAUSED, State.OVERTIME)
KINDS = (("i", "internal"), ("I", "external"))


def marks(focus: Driven) -> list[tuple[object, object, object]]:
    """The marks on the disk: of which session, of which kind, with which word."""
    return [(each["session_id"], each["kind"], each["text"]) for each in focus.table("marks")]


@pytest.mark.parametrize("state", WORKING)
async def test_with_and_without_a_word(state: State, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(state)
        before = focus.timer()
        assert before is not None
        expected: list[tuple[object, object, object]] = []
        for key, kind in KINDS:
            for word in ("", "mail"):
                await focus.press(key)
                assert marks(focus) == [*expected, (before["id"], kind, "")]  # at once
                await focus.type(word)
                await focus.press("enter")
                expected.append((before["id"], kind, word))
                assert (focus.dialog, marks(focus)) == ("", expected)
        assert focus.timer() == before
        await focus.press("x", "escape")
        assert "interrupted 4×" in focus.text()


@pytest.mark.parametrize("state", sorted(set(State) - set(WORKING)))
async def test_only_a_session_can_be_interrupted(state: State, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(state)
        await focus.press("i", "I")
        assert (focus.dialog, marks(focus)) == ("", [])


async def test_backing_out_loses_no_word(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS)
        await focus.press("i")
        await focus.type("mail")
        await focus.press("escape")
        kept = [mark[2] for mark in marks(focus)] == ["mail"]
        await focus.press("i")
        offered = focus.app.screen.query_one(Input).value == "mail"
        assert kept or offered


async def test_each_kind_has_its_own_unfinished_word(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS)
        await focus.press("i")
        await focus.type("mail")
        await focus.press("escape", "I")
        assert focus.app.screen.query_one(Input).value == ""
        await focus.press("escape", "i")
        assert focus.app.screen.query_one(Input).value == "mail"


async def test_it_is_said_and_counted_under_the_intent(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(40, 12)) as focus:
        await focus.into(State.FOCUS)
        await focus.press("i", "enter")
        assert focus.notice == "Marked: interrupted by your own mind."
        assert "Session 1 of 4 · 1 interruption" in focus.text()
        await focus.press("I", "enter")
        assert focus.notice == "Marked: interrupted by somebody or something."
        for state, words in (
            (State.FOCUS, "Session 1 of 4 · 2 interruptions"),
            (State.PAUSED, "Paused · 2 interruptions"),
        ):
            assert words in focus.text(), state
            await focus.press("space")
        await focus.pass_time(2)
        assert "Time for the break · 2 interruptions" in focus.text()


async def test_the_session_s_page_tells_them(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS)
        await focus.press("i")
        await focus.type("mail")
        await focus.press("enter", "I", "enter", "f", "enter")
        assert focus.dialog == "SessionDialog"
        assert "Own mind  mail" in focus.text()
        assert "Somebody  an interruption" in focus.text()


async def test_the_figures_of_a_session_with_many_words_come_first(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS, "word " * 1_000)
        await focus.pass_time(1)
        await focus.press("f", "enter")
        assert focus.dialog == "SessionDialog"
        text = focus.text()
        assert "Focus     1 min" in text
        assert "Ended     early" in text


async def test_a_mark_taken_back_meanwhile_is_said(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS)
        await focus.press("i")
        await focus.type("mail")
        focus.services.history.undo()
        await focus.press("enter")
        assert (focus.dialog, marks(focus)) == ("LineDialog", [])
        assert "not there any more" in focus.text()
        await focus.press("escape")
        assert focus.dialog == ""
