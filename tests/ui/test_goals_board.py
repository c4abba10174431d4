"""Goals are written down, carried, let go, put away: from the key to the file."""

from pathlib import Path

import pytest

from focus_tui.domain.goal import Column
from tests.ui.aims import board, field, fill, goal, goals_open, here, on_disk
from tests.ui.app import Driven, opened


async def test_an_empty_board_says_what_belongs_there_and_which_key_makes_it(
    tmp_path: Path,
) -> None:
    async with goals_open(tmp_path) as focus:
        assert "n writes down an aim" in focus.text()
        assert "p promises" in focus.text()
        for key in ("enter", "e", "d", "b", "y", "m", "w", "a", "A", "H", "J", "K", "L", "tab"):
            await focus.press(key)
            assert (focus.dialog, focus.notice, focus.data()) == ("", "", {}), key


async def test_a_new_goal_is_asked_for_its_why(tmp_path: Path) -> None:
    async with goals_open(tmp_path) as focus:
        await focus.press("n")
        await focus.type("Audio")
        await focus.press("enter")
        assert "Why does it matter to you?" in focus.text()
        assert board(focus) == {"active": ["Audio"]}
        await focus.type("so that anyone can start")
        await focus.press("enter")
        assert focus.dialog == ""
        assert on_disk(focus, "goals", "Audio")["why"] == "so that anyone can start"
        assert "so that anyone" in focus.text()


@pytest.mark.parametrize("way", ["enter", "escape"])
async def test_no_why_is_an_answer_too(way: str, tmp_path: Path) -> None:
    async with goals_open(tmp_path) as focus:
        await focus.press("n")
        await focus.type("Audio")
        await focus.press("enter", way)
        assert focus.dialog == ""
        assert on_disk(focus, "goals", "Audio")["why"] == ""


async def test_backed_out_of_a_new_goal_the_title_waits(tmp_path: Path) -> None:
    async with goals_open(tmp_path) as focus:
        await focus.press("n")
        await focus.type("Aud")
        await focus.press("escape")
        assert (focus.dialog, focus.data()) == ("", {})
        await focus.press("n")
        assert field(focus).value == "Aud"
        await focus.type("io")
        await focus.press("enter", "escape", "n")
        assert field(focus).value == ""
        assert board(focus) == {"active": ["Audio"]}


async def test_a_goal_needs_a_title(tmp_path: Path) -> None:
    async with goals_open(tmp_path) as focus:
        await focus.press("n", "space", "enter")
        assert focus.said == "A goal needs a title: type some words."
        assert focus.data().get("goals", {}) == {}


async def test_a_new_goal_stands_in_the_column_of_the_cursor(tmp_path: Path) -> None:
    async with goals_open(tmp_path) as focus:
        for key in ("left", "right", "right"):  # someday, active, achieved: there it is begun anew
            await focus.press(key, "n")
            await focus.type(f"from {key}")
            await focus.press("enter", "escape")
        assert board(focus) == {"someday": ["from left", "from right"], "active": ["from right"]}


async def test_a_goal_too_many_is_for_someday_and_it_is_said(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", "Kaggle", "Writing") as focus:
        await focus.press("n")
        await focus.type("Octave")
        await focus.press("enter")
        assert (focus.dialog, "for someday" in focus.notice) == ("", True)
        assert board(focus)["someday"] == ["Octave"]


async def test_carried_through_every_column_and_back(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        seen = []
        for keys in (["H"], ["H"], ["L", "escape"], ["shift+right"], ["L"], ["L"], ["shift+left"]):
            await focus.press(*keys)
            if focus.dialog:
                await fill(focus, "the wrong tool")
            seen += [*board(focus)]
            assert here(focus) == "A Audio"
        assert seen == [
            "someday", "someday", "active", "achieved", "let_go", "let_go", "achieved",
        ]  # fmt: skip
        for _ in range(5):
            await focus.press("u")
        assert [*board(focus)] == ["active"]


async def test_carried_up_and_down_in_its_column(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", "Kaggle", "Writing") as focus:
        orders = []
        for key in ("K", "J", "shift+down", "J", "K", "shift+up"):
            await focus.press(key)
            orders.append("".join(title[0] for title in board(focus)["active"]))
            assert here(focus) == "A Audio"
        assert orders == ["AKW", "KAW", "KWA", "KWA", "KAW", "AKW"]
        await focus.press("u", "u")
        assert [title[0] for title in board(focus)["active"]] == ["K", "W", "A"]


async def full(focus: Driven) -> None:
    """A goal of someday is carried to where three are active."""
    focus.services.goals.add("Octave", Column.SOMEDAY)
    await focus.look()
    await focus.press("left", "L")
    assert focus.dialog == "PickDialog"
    assert "3 goals at most can be active: which one rests meanwhile?" in focus.text()


async def test_a_fourth_active_goal_asks_which_one_rests(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", "Kaggle", "Writing") as focus:
        await full(focus)
        await focus.press("down", "enter")
        assert board(focus) == {"someday": ["Kaggle"], "active": ["Audio", "Writing", "Octave"]}
        assert "Why does it matter to you?" in focus.text()
        await focus.press("escape", "u")
        assert board(focus) == {"someday": ["Octave"], "active": ["Audio", "Kaggle", "Writing"]}


async def test_backed_out_of_who_rests_nothing_has_moved(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", "Kaggle", "Writing") as focus:
        await full(focus)
        before = focus.data()
        await focus.press("escape")
        assert (focus.dialog, focus.data()) == ("", before)


async def test_the_one_that_rests_may_be_picked_by_two_clicks(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", "Kaggle", "Writing") as focus:
        await full(focus)
        x, y = next(
            (line.index("Writing"), y)
            for y, line in reversed([*enumerate(focus.lines())])
            if "Writing" in line
        )
        await focus.pilot.click(offset=(x, y), times=2)
        await focus.settle()
        assert board(focus)["someday"] == ["Writing"]


async def test_let_go_with_its_reason(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        await focus.press("L")
        await focus.press("L")
        assert "Let go of “Audio”: why?" in focus.text()
        await focus.press("enter")
        assert focus.said.startswith("Say in a line why you let it go")
        await focus.type("the wrong tool")
        await focus.press("escape")
        assert list(board(focus)) == ["achieved"]
        await focus.press("L")
        assert field(focus).value == "the wrong tool"
        await focus.press("enter")
        found = on_disk(focus, "goals", "Audio")
        assert (found["reason"], found["place"][0]) == ("the wrong tool", "let_go")
        assert focus.notice.startswith("Let go of “Audio”. Its hours stay")
        assert "the wrong tool" in focus.text()
        await focus.press("u")
        found = on_disk(focus, "goals", "Audio")
        assert (found["reason"], found["place"][0]) == ("", "achieved")
        await focus.press("ctrl+r")
        assert on_disk(focus, "goals", "Audio")["reason"] == "the wrong tool"


async def test_one_more_of_the_target(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Writing") as focus:
        assert "one more" not in focus.footer
        await focus.press("a")
        assert focus.data().get("marks", {}) == {}
        focus.services.goals.change(goal(focus, "Writing").id, "target", "52 posts")
        await focus.look()
        await focus.press("a", "a")
        assert focus.notice == "2 of 52 posts."
        assert [each["kind"] for each in focus.table("marks")] == ["more", "more"]
        assert "2 of 52 posts" in "".join(focus.lines()[:-2])
        await focus.press("u")
        assert "1 of 52 posts" in focus.text()


async def test_archived_off_the_board_and_back_by_undo(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", "Kaggle") as focus:
        await focus.press("A")
        assert len(board(focus)["active"]) == 2  # what is worked for can't be put away
        await focus.press("H", "A")
        assert focus.notice == "Archived “Audio”."
        assert board(focus) == {"active": ["Kaggle"]}
        assert "A Audio" not in focus.text()
        await focus.press("u")
        assert board(focus) == {"someday": ["Audio"], "active": ["Kaggle"]}
        await focus.press("ctrl+r")
        assert board(focus) == {"active": ["Kaggle"]}


async def test_deleted_and_taken_back(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", "Kaggle") as focus:
        await focus.press("d")
        assert focus.notice == "Deleted “Audio”."
        assert board(focus) == {"active": ["Kaggle"]}
        assert here(focus) == "K Kaggle"
        await focus.press("u")
        assert board(focus) == {"active": ["Audio", "Kaggle"]}
        await focus.press("ctrl+r")
        assert board(focus) == {"active": ["Kaggle"]}


async def test_the_cursor_goes_over_the_board(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        for title in ("Audio", "Kaggle"):
            focus.services.goals.add(title)
        for title in ("Octave", "Reading", "Zither"):
            focus.services.goals.add(title, Column.SOMEDAY)
        await focus.press("2")
        seen = []
        for key in ("j", "j", "h", "j", "G", "l", "g", "right", "left", "up", "home", "end"):
            await focus.press(key)
            seen.append(here(focus)[:1])
        assert seen == ["K", "K", "R", "Z", "Z", "K", "A", "", "A", "A", "A", "K"]
