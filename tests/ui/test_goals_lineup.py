"""Today's line-up: filled on both screens, moved, taken by the clock's key."""

from pathlib import Path

import pytest

from focus_tui.domain.interval import State
from tests.ui.aims import goal, goals_open, lined_up, onto
from tests.ui.app import Driven, elsewhere, opened


async def test_lined_up_from_the_board_and_from_the_week(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", "Kaggle") as focus:
        focus.services.commitments.promise("Write the draft")
        await focus.look()
        await focus.press("j", "y")
        assert focus.notice == "Lined up: “Kaggle”, 1 of 6."
        await focus.press("tab", "y", "tab", "k", "y")
        assert lined_up(focus) == ["Kaggle", "Write the draft", "Audio"]
        await focus.press("u")
        assert lined_up(focus) == ["Kaggle", "Write the draft"]
        await focus.press("ctrl+r")
        assert lined_up(focus) == ["Kaggle", "Write the draft", "Audio"]


@pytest.mark.parametrize("size", [(80, 40), (120, 40)])
async def test_lined_up_on_today(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(tmp_path, size=size) as focus:
        focus.services.goals.add("Kaggle")
        focus.services.commitments.promise("Write the draft")
        focus.services.thoughts.capture("read Wyse")
        await focus.look()
        for words in ("read Wyse", "Write the draft", "Kaggle"):
            if size[0] > 100 and words != "read Wyse":
                focus.app.screen.query_one("#beside").focus()
                await focus.settle()
            await onto(focus, words)
            await focus.press("y")
        assert lined_up(focus) == ["read Wyse", "Write the draft", "Kaggle"]
        assert "1 read Wyse" in focus.text()


async def test_six_at_most(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        for _ in range(7):
            await focus.press("y")
        assert lined_up(focus) == ["Audio"] * 6
        assert focus.notice == "6 sessions are lined up: that is a day."


async def three(focus: Driven) -> None:
    """A line-up of three on Today."""
    for title in ("Audio", "Kaggle", "Writing"):
        focus.services.lineup.add(
            focus.services.upcoming.of_goal(focus.services.goals.add(title).id)
        )
    await focus.look()


async def test_moved_and_taken_out(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await three(focus)
        orders = []
        await onto(focus, "1 Audio")
        for key in ("K", "J", "shift+down", "J", "K", "shift+up", "u", "ctrl+r"):
            await focus.press(key)
            orders.append("".join(words[0] for words in lined_up(focus)))
        assert orders == ["AKW", "KAW", "KWA", "KWA", "KAW", "AKW", "KAW", "AKW"]
        await onto(focus, "2 Kaggle")
        await focus.press("y")
        assert (lined_up(focus), focus.notice) == (
            ["Audio", "Writing"],
            "Taken out of the line-up.",
        )
        await onto(focus, "2 Writing")
        await focus.press("d")
        assert lined_up(focus) == ["Audio"]
        await focus.press("u", "u")
        assert lined_up(focus) == ["Audio", "Kaggle", "Writing"]
        assert [each["deleted_at"] for each in focus.table("goals")] == [None] * 3


async def test_a_move_that_goes_nowhere_leaves_nothing_to_undo(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await three(focus)
        await onto(focus, "1 Audio")
        before = focus.data()
        await focus.press("K")
        assert focus.data() == before
        await focus.press("u")
        assert len(lined_up(focus)) == 2  # the last one lined up was taken back


async def test_space_takes_the_first_and_a_word_for_the_next_goes_before(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await three(focus)
        shown = [line.strip() for line in focus.lines()]
        assert "Audio" in shown  # under the clock, by itself
        await focus.press("space")
        timer = focus.timer()
        assert timer is not None
        assert (timer["intent"], timer["goal_id"]) == ("Audio", goal(focus, "Audio").id)
        assert lined_up(focus) == ["Kaggle", "Writing"]
        await focus.press("u")
        assert (focus.timer(), lined_up(focus)) == (None, ["Audio", "Kaggle", "Writing"])
        await focus.press("w")
        await focus.press("end", "ctrl+u")
        await focus.type("read Wyse")
        await focus.press("enter", "space")
        timer = focus.timer()
        assert timer is not None
        assert timer["intent"] == "read Wyse"


@pytest.mark.parametrize("state", [State.IDLE, State.BREAK, State.OVERRUN])
async def test_begun_from_the_line_up(state: State, tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await focus.into(state)
        await three(focus)
        await onto(focus, "2 Kaggle")
        await focus.press("b")
        timer = focus.timer()
        assert timer is not None
        assert timer["intent"] == "Kaggle"
        assert lined_up(focus) == ["Audio", "Writing"]


@pytest.mark.parametrize("state", [State.IDLE, State.BREAK, State.OVERRUN])
async def test_begun_from_the_board(state: State, tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", "Kaggle") as focus:
        await focus.into(state)
        assert "begin" in focus.footer
        await focus.press("j", "b")
        timer = focus.timer()
        assert timer is not None
        assert (timer["phase"], timer["goal_id"]) == ("focus", goal(focus, "Kaggle").id)


@pytest.mark.parametrize("state", [State.FOCUS, State.PAUSED, State.OVERTIME])
async def test_a_running_session_is_not_replaced(state: State, tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        await focus.into(state)
        before = focus.data()
        assert "begin" not in focus.footer
        await focus.press("b")
        assert focus.data() == before


async def test_what_it_is_drawn_from_is_opened(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await three(focus)
        await onto(focus, "2 Kaggle")
        await focus.press("enter")
        assert focus.dialog == "GoalDialog"


async def test_what_was_drawn_from_something_deleted_is_gone(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await three(focus)
        elsewhere(focus).goals.delete(goal(focus, "Kaggle").id)
        await focus.look()
        assert "2 Writing" in focus.text()
        assert "2 Kaggle" not in focus.text()


async def test_the_line_up_is_gone_with_its_day(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await three(focus)
        assert "Line-up" in focus.text()
        await focus.pass_time(24 * 60)
        assert "Line-up" not in focus.text()
        await focus.press("space")
        timer = focus.timer()
        assert timer is not None
        assert timer["intent"] == ""
