"""The very first start: an invitation that takes no key but its own, and two questions at most."""

from pathlib import Path

import pytest

from focus_tui.domain.goal import Column
from focus_tui.domain.interval import State
from focus_tui.ui.screens.todayrows import NEW_HERE
from tests.ui.app import Driven, elsewhere, opened


async def test_it_stands_above_what_begins_the_day(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        assert f"? {NEW_HERE}" in focus.text()
        assert "space begins a session" in focus.text()
        assert "enter name it" in focus.footer
        assert (focus.dialog, focus.top.count("question")) == ("", 0)


@pytest.mark.parametrize("key", ["space", "c", "w", "j", "2", "u"])
async def test_a_key_typed_blindly_does_what_it_always_does(key: str, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press(key)
        did = {
            "space": lambda: focus.app.present.state is State.FOCUS,
            "c": lambda: focus.dialog == "LineDialog" and "Catch a thought" in focus.text(),
            "w": lambda: focus.dialog == "LineDialog",
            "j": lambda: focus.dialog == "",
            "2": lambda: focus.app.current_mode == "goals",
            "u": lambda: focus.notice == "There is nothing to undo.",
        }
        assert did[key]()


async def answered(focus: Driven, *lines: str) -> None:
    await focus.press("enter")
    for line in lines:
        await focus.type(line)
        await focus.press("enter")


async def test_a_goal_its_why_and_the_limit_are_kept(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await answered(focus, "Audio", "so that anyone can start")
        assert "After how much focus is a day enough?" in focus.text()
        assert "5 h" in focus.text()
        await focus.press("ctrl+u")
        await focus.type("4.5 h")
        await focus.press("enter")
        assert focus.dialog == ""
        assert focus.notice == "“Audio” it is. space begins its first session."
        assert "0 min of 4 h 30" in focus.text()
        assert "A so that anyone can start" in focus.text()
        assert NEW_HERE not in focus.text()
        (goal,) = focus.services.goals.column(Column.ACTIVE)
        assert (goal.title, goal.why) == ("Audio", "so that anyone can start")
        await focus.press("space")
        timer = focus.timer()
        assert timer is not None
        assert timer["goal_id"] == goal.id


async def test_a_limit_that_stays_is_written_nowhere(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        before = focus.services.preferences.file.read_bytes()
        await answered(focus, "Audio", "to begin", "")
        assert focus.dialog == ""
        assert focus.services.preferences.file.read_bytes() == before


async def test_a_limit_that_is_none_is_asked_for_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await answered(focus, "Audio", "to begin", "x")
        assert focus.said == "“5 hx” is no part of a day: say it as 5 h."
        await focus.press("escape")
        assert focus.notice.startswith("“Audio” it is.")


async def test_left_at_once_it_never_comes_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("enter", "escape")
        assert focus.dialog == ""
        assert NEW_HERE not in focus.text()
        assert "space begins a session" in focus.text()
        assert focus.data() == {}
    async with opened(tmp_path) as focus:
        assert NEW_HERE not in focus.text()


async def test_whoever_leaves_the_why_is_asked_no_more(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await answered(focus, "Audio")
        assert "Why does it matter to you?" in focus.text()
        await focus.press("escape")
        assert focus.dialog == ""
        assert focus.notice.startswith("“Audio” it is.")


async def test_it_goes_when_something_is_done_elsewhere(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        elsewhere(focus).thoughts.capture("buy tea")
        await focus.look()
        assert NEW_HERE not in focus.text()
