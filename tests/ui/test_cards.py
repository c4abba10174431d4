"""The questions that wait: opened by enter, answered by a letter, never in the way."""

from pathlib import Path
from typing import Any

import pytest

from focus_tui.domain.interval import State
from tests.ui.app import MINUTE, Driven, opened

TEN = ["focus", 10 * MINUTE]


def last(focus: Driven) -> dict[str, Any]:
    """The session that closed last."""
    return [each for each in focus.table("sessions") if each["kind"] == "focus"][-1]


def answer(focus: Driven) -> tuple[object, object]:
    """What the file says of how focused it was."""
    return last(focus)["focused"], last(focus)["note"]


@pytest.mark.parametrize(("key", "word"), [("y", "yes"), ("p", "partly"), ("n", "no")])
async def test_how_focused_it_was(key: str, word: str, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.BREAK, "Mel filters")
        assert "? 1 question" in focus.top
        assert "? How focused was Mel filters?" in focus.text()
        await focus.press("enter")
        assert focus.dialog == "FocusedDialog"
        await focus.press(key)
        assert answer(focus) == (word, "")  # at once; the line is extra
        assert "question" not in focus.top
        await focus.type("pyn: the window took a while")
        await focus.press("enter")
        assert (focus.dialog, answer(focus)) == ("", (word, "pyn: the window took a while"))
        assert "How focused" not in focus.text()


async def test_no_answer_is_needed(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.BREAK, "one")
        await focus.press("enter")
        before = focus.data()
        await focus.press("x", "space", "enter", "escape")
        assert (focus.dialog, focus.data()) == ("", before)
        assert "? 1 question" in focus.top
        await focus.press("space")
        assert "question" not in focus.top  # the next session comes first
        await focus.press("f")
        assert answer(focus) == (None, "")


async def test_a_letter_answers_only_while_the_card_is_open(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.BREAK)
        before = focus.data()
        await focus.press("y", "p", "n", "k", "v")
        assert focus.data() == before


@pytest.mark.parametrize("leave", ["escape", "f1", "ctrl+q"])
async def test_backing_out_keeps_the_note_for_later(leave: str, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.BREAK)
        await focus.press("enter", "p")
        await focus.type("slow start")
        await focus.press(leave)
        assert answer(focus) == ("partly", "")
    async with opened(tmp_path, clock=focus.clock) as focus:
        assert answer(focus) == ("partly", "")
        await focus.press("e")
        assert "The note on “Mel filters”" in focus.text()
        await focus.press("ctrl+s")
        assert (focus.dialog, answer(focus)) == ("", ("partly", "slow start"))
        assert focus.notice == "The note is kept."


async def test_it_is_said_where_a_note_is_that_was_not_saved(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.BREAK)
        await focus.press("enter", "p", "escape")
        assert focus.notice == ""
        await focus.press("u", "home", "enter", "p")
        await focus.type("slow")
        await focus.press("escape")
        assert focus.notice == (
            "The answer is saved, the note is not yet: e on the session has it."
        )
        await focus.press("u", "home", "enter", "y")
        await focus.type(" start")
        await focus.press("enter")
        assert answer(focus) == ("yes", "slow start")


async def test_undo_takes_the_note_and_then_the_answer(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.BREAK)
        await focus.press("enter", "p")
        await focus.type("slow start")
        await focus.press("enter", "u")
        assert focus.notice == "Undone: the note on “Mel filters”."
        assert answer(focus) == ("partly", "")
        await focus.press("u")
        assert focus.notice == "Undone: say how focused “Mel filters” was."
        assert answer(focus) == (None, "")


async def test_a_note_that_cant_be_kept_locks_nobody_in(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.BREAK)
        await focus.press("enter", "p")
        await focus.paste("slow\0start")
        await focus.press("enter")
        assert "holds a NUL at character 5" in " ".join(focus.text().split())
        await focus.press("escape")
        assert (focus.dialog, answer(focus)) == ("", ("partly", ""))


async def slept(focus: Driven) -> None:
    """Ten minutes into a session the machine sleeps for 38 more."""
    await focus.press("w")
    await focus.type("Mel filters")
    await focus.press("enter", "space")
    await focus.pass_time(10)
    focus.clock.sleep(38 * MINUTE)
    await focus.look()
    assert "? 1 question" in focus.top
    assert "? 38 min away during Mel filters. What was it?" in focus.text()


AWAY = {
    "k": (
        ("focus", None, [["focus", 25 * MINUTE], ["away", 23 * MINUTE]]),
        "Kept: credited up to the planned end.",
    ),
    "d": (
        ("focus", None, [TEN, ["away", 38 * MINUTE]]),
        "Dropped: it stays in the account as away.",
    ),
    "e": ((None, "early", [TEN]), "Ended where you left."),
    "v": (
        (None, "void", [TEN, ["away", 38 * MINUTE]]),
        "Voided: its minutes stay in the day's account.",
    ),
}


@pytest.mark.parametrize("key", AWAY)
async def test_what_the_time_away_was(key: str, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await slept(focus)
        timer = focus.timer()
        assert timer is not None
        assert (timer["paused"], timer["spans"]) == ("sleep", [TEN, ["gap", 38 * MINUTE]])
        await focus.press("enter")
        assert focus.dialog == "AwayDialog"
        assert "keep 15 min: I was working" in focus.text()
        await focus.press(key)
        (phase, outcome, spans), said = AWAY[key]
        assert (focus.dialog, focus.notice) == ("LineDialog" if key == "v" else "", said)
        timer = focus.timer()
        if phase:
            assert timer is not None
            assert (timer["phase"], timer["paused"], timer["spans"]) == (phase, None, spans)
        else:
            assert timer is None
            assert (last(focus)["outcome"], last(focus)["spans"]) == (outcome, spans)


async def test_the_time_away_is_drawn(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await slept(focus)
        await focus.press("enter")
        (drawn,) = [line for line in focus.lines() if line.strip().startswith("08:30 ")]
        assert drawn.strip().endswith("09:18")
        assert (drawn.count("▆"), drawn.count("░")) == (13, 47)
        assert "Away 08:40 to 09:18" in focus.text()


async def test_it_is_drawn_on_its_day(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.BREAK)
        await focus.press("f")
        await focus.pass_time(4)
        await slept(focus)
        await focus.press("home", "enter")
        (drawn,) = [line.strip() for line in focus.lines() if line.strip().startswith("08:30 ")]
        assert drawn.index("▆") < drawn.index("·") < drawn.rindex("▆") < drawn.index("░")


async def test_only_the_time_in_question_is_named(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await slept(focus)
        await focus.press("enter", "d")
        await focus.pass_time(2)
        focus.clock.sleep(5 * MINUTE)
        await focus.look()
        await focus.press("enter")
        (said,) = [line.strip() for line in focus.lines() if line.strip().startswith("Away ")]
        assert said == "Away 09:20 to 09:25"


async def test_several_are_answered_at_once(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await slept(focus)
        await focus.press("f", "space")
        await focus.pass_time(10)
        focus.clock.sleep(5 * MINUTE)
        await focus.look()
        assert "? 2 questions" in focus.top
        await focus.press("enter")
        assert "K keep 20 min of all 2" in focus.text()
        await focus.press("D")
        assert "question" not in focus.top
        assert last(focus)["spans"] == [TEN, ["away", 38 * MINUTE]]
        assert (focus.timer() or {})["spans"] == [TEN, ["away", 5 * MINUTE]]
        await focus.press("u")
        assert "? 2 questions" in focus.top


async def test_the_account_of_the_day(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await slept(focus)
        await focus.press("L")
        lines = [" ".join(line.split()) for line in focus.lines()]
        for said in (
            "▆ Focus 10 min",
            "░ Away 38 min",
            "· Outside 4 h 30",
            "In all 5 h 18 since 04:00",
        ):
            assert said in lines


async def test_what_is_void_is_in_the_account_and_not_on_the_strip(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS)
        await focus.pass_time(20)
        assert "▆" in focus.text()
        await focus.press("x", "escape")
        assert "▆" not in focus.text()
        await focus.press("L")
        lines = [" ".join(line.split()) for line in focus.lines()]
        assert "▆ Focus 2 min" in lines
        assert "▆ Overtime 18 min" in lines
        assert "Void 20 min of it does not count" in lines


async def test_it_waits_as_long_as_nobody_answers(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await slept(focus)
        await focus.press("enter", "escape", "space")
        assert "? 1 question" in focus.top
        await focus.pass_time(3)
        await focus.press("f")
        spans = [TEN, ["gap", 38 * MINUTE], ["focus", 3 * MINUTE]]
        assert last(focus)["spans"] == spans
        await focus.press("enter")
        assert "end the session" not in focus.text()  # three minutes would be lost
        await focus.press("e")
        assert (focus.dialog, last(focus)["spans"]) == ("AwayDialog", spans)
        await focus.press("d")
        assert last(focus)["spans"] == [TEN, ["away", 38 * MINUTE], ["focus", 3 * MINUTE]]


async def test_a_session_that_nobody_ended_asks_about_its_last_hour(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space")
        await focus.pass_time(85)
        assert focus.timer() is None
        assert last(focus)["spans"] == [["focus", 25 * MINUTE], ["gap", 60 * MINUTE]]
        assert "Closed while you were away" in focus.notice
        assert "? 2 questions" in focus.top
        await focus.press("home", "enter")
        assert "1 h away after the end of the session" in focus.text()
        assert "keep" not in focus.text()  # the plan was full
        await focus.press("k")
        assert focus.dialog == "AwayDialog"
        await focus.press("e")
        assert last(focus)["spans"] == [["focus", 25 * MINUTE]]
        assert "? 1 question" in focus.top


async def test_a_break_that_nobody_ended_is_no_session(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.BREAK)
        await focus.pass_time(65)
        assert focus.timer() is None
        assert "focus" not in focus.notice


@pytest.mark.parametrize("size", [(30, 8), (20, 6)])
async def test_in_the_smallest_window_the_answers_can_be_read(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with opened(tmp_path, size=size) as focus:
        await focus.into(State.FOCUS)
        focus.clock.sleep(30 * MINUTE)
        await focus.look()
        await focus.press("enter")
        seen = focus.text()
        for _ in range(8):
            assert "esc back" in focus.footer
            await focus.press("down")
            seen += "\n" + focus.text()
        for answer in ("k keep 2 min", "d drop it", "e end the", "v void the"):
            assert f" {answer}" in seen, answer
        await focus.press("d")
        assert focus.dialog == ""
        await focus.press("c")
        await focus.type("tea")
        assert "tea" in focus.text()
        assert "enter save" in focus.footer
