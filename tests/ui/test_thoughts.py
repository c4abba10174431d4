"""What was caught: edited, begun, deleted, given back."""

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from focus_tui.domain.interval import State
from tests.ui.app import Driven, opened

THREE = ("buy coffee", "why does librosa pad?", "read Wyse")
"""As the list shows them: the newest first."""


async def with_thoughts(focus: Driven) -> None:
    """Three thoughts, caught by keys."""
    for title in reversed(THREE):
        await focus.press("c")
        await focus.type(title)
        await focus.press("enter")


def idea(focus: Driven, title: str) -> dict[str, Any]:
    """A thought on the disk."""
    (found,) = [each for each in focus.table("ideas") if each["title"] == title]
    return found


def rows(focus: Driven) -> list[str]:
    """The thoughts on the screen; the one under the cursor has its mark."""
    found = [line.split("· ", 1) for line in focus.lines() if "  · " in line or "▌ · " in line]
    return [before.strip() + after.rsplit("  ", 1)[0].strip() for before, after in found]


@pytest.mark.parametrize("key", ["e", "enter"])
async def test_edited(key: str, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await with_thoughts(focus)
        await focus.press("j", key)
        assert focus.app.screen.query_one(Input).value == THREE[1]
        await focus.type(" And why only at the ends?")
        await focus.press("escape")
        assert idea(focus, THREE[1])
        await focus.press(key, "enter")  # what was typed is offered again
        assert idea(focus, f"{THREE[1]} And why only at the ends?")
        assert rows(focus) == [THREE[0], f"▌{THREE[1]} And why only at the ends?", THREE[2]]


async def test_moved_over_with_every_key(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await with_thoughts(focus)
        seen = []
        for key in ("j", "down", "down", "k", "up", "end", "g", "G", "home"):
            await focus.press(key)
            (here,) = [row for row in rows(focus) if row.startswith("▌")]
            seen.append([f"▌{title}" for title in THREE].index(here))
        assert seen == [1, 2, 2, 1, 0, 2, 0, 2, 0]


async def test_deleted_and_given_back_from_the_trash(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await with_thoughts(focus)
        await focus.press("j", "d")
        assert focus.notice == f"Deleted “{THREE[1]}”."
        assert idea(focus, THREE[1])["deleted_at"]
        assert rows(focus) == [THREE[0], f"▌{THREE[2]}"]
        await focus.pass_time(1)
        await focus.press("d")
        assert rows(focus) == [f"▌{THREE[0]}"]
        await focus.choose("Trash")
        await focus.until(lambda: focus.dialog == "GiveBackDialog", "the trash")
        await focus.press("down", "enter")
        assert "Restored." in focus.text()
        assert idea(focus, THREE[1])["deleted_at"] is None
        assert idea(focus, THREE[2])["deleted_at"]
        await focus.press("enter", "enter")
        assert "Nothing was deleted." in focus.text()
        await focus.press("escape")
        assert [row.strip("▌") for row in rows(focus)] == list(THREE)


@pytest.mark.parametrize("state", [State.IDLE, State.BREAK, State.OVERRUN])
async def test_begun_as_the_next_session(state: State, tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await focus.into(state)
        await with_thoughts(focus)
        await focus.press("g", "j")
        if state is not State.IDLE:
            await focus.press("j")  # past the question on the session before
        assert f"▌ · {THREE[1]}" in focus.text()
        await focus.press("b")
        timer = focus.timer()
        assert timer is not None
        begun = idea(focus, THREE[1])
        assert (timer["phase"], timer["intent"]) == ("focus", THREE[1])
        assert (begun["state"], begun["deleted_at"]) == ("started", None)
        assert timer["idea_id"] in focus.data()["ideas"]
        assert [row.strip("▌") for row in rows(focus)] == [THREE[0], THREE[2]]


@pytest.mark.parametrize("state", [State.FOCUS, State.PAUSED, State.OVERTIME])
async def test_a_running_session_is_not_replaced(state: State, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await with_thoughts(focus)
        await focus.into(state)
        before = focus.data()
        assert "begin" not in focus.footer
        await focus.press("b")
        assert focus.data() == before


async def test_one_deleted_meanwhile_keeps_what_was_typed(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await with_thoughts(focus)
        await focus.press("e")
        await focus.type(" and tea")
        for thought in focus.services.thoughts.inbox():
            focus.services.backlog.delete([thought.id])
        await focus.press("enter")
        assert idea(focus, "buy coffee and tea")["deleted_at"]


async def test_the_front_stands_above_what_was_caught_with_the_keys_of_lists(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        choosing, backlog = focus.services.choosing, focus.services.backlog
        for title in ("Audio #project", "Writing", "Kaggle"):
            choosing.to_front(backlog.add(title).id)
        await with_thoughts(focus)
        shown = [line.strip(" ▌") for line in focus.lines()]
        at = shown.index("Front")
        assert shown[at + 1 : at + 4] == ["1 Audio", "2 Writing", "3 Kaggle"]
        assert shown.index("3 thoughts caught") == at + 5
        await focus.press("home", "e")
        assert focus.app.screen.query_one(Input).value == "Audio #project"
        await focus.press("escape", "y", "j", "d")
        assert [each.title for each in choosing.front()] == ["Audio #project", "Kaggle"]
        assert focus.text().count("1 Audio") == 2  # in the line-up too
        await focus.press("home")
        await focus.press("j", "b")
        timer = focus.timer()
        assert timer is not None
        assert timer["intent"] == "Audio"


async def test_in_a_break_the_front_waits(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        focus.services.choosing.to_front(focus.services.backlog.add("Audio").id)
        await focus.look()
        assert "Front" in focus.text()
        await focus.into(State.BREAK)
        assert "Front" not in focus.text()


async def test_deleting_one_at_the_front_takes_along_what_stands_below(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        backlog = focus.services.backlog
        audio = backlog.add("Audio")
        backlog.add("Mel", audio.id)
        focus.services.choosing.to_front(audio.id)
        await focus.press("home", "d")
        assert focus.notice == "Deleted “Audio”, 2 ideas in all."
        await focus.choose("Trash")
        await focus.until(lambda: focus.dialog == "GiveBackDialog", "the trash")
        assert "with 1 below" in focus.text()
        await focus.press("enter")
        assert focus.said == "Restored, with 1 below it."
        assert len(backlog.outline().ideas) == 2
