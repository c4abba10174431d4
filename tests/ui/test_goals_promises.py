"""What is promised for a week: made, changed, done, taken back, seen on both screens."""

from pathlib import Path

import pytest

from focus_tui.domain.interval import State
from tests.ui.aims import field, fill, goal, goals_open, here, on_disk, onto
from tests.ui.app import Driven, elsewhere

THIS = {"first_on": "2026-11-23", "last_on": "2026-11-29"}
NEXT = {"first_on": "2026-11-30", "last_on": "2026-12-06"}


async def promised(focus: Driven, line: str, key: str = "p") -> None:
    """Promise it by keys."""
    await focus.press(key)
    await fill(focus, line)
    assert focus.dialog == "", focus.said


@pytest.mark.parametrize(
    ("key", "days", "week"), [("p", THIS, "this week"), ("P", NEXT, "next week")]
)
async def test_a_promise_on_a_goal_proposes_its_cadence(
    key: str, days: dict[str, str], week: str, tmp_path: Path
) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        focus.services.goals.change(goal(focus, "Audio").id, "cadence", "8 sessions")
        await focus.look()
        await focus.press(key)
        assert f"What do you promise for {week}, " in focus.text()
        assert field(focus).value == "Audio: 8 sessions"
        await focus.press("enter")
        found = on_disk(focus, "commitments", "Audio")
        assert found["goal_id"] == goal(focus, "Audio").id
        assert days.items() <= found.items()
        assert week.capitalize() in focus.text()
        await focus.press("u")
        assert focus.table("commitments") == []


LINES = [
    ("Kaggle: 3 days", "Kaggle", "3 days"),
    ("Post: 90 min", "Post", "90 min"),
    ("Up early: 3 days before 9", "Up early", "3 days before 09:00"),
    ("Write the draft", "Write the draft", ""),
    ("Read: chapter 3", "Read: chapter 3", ""),
    ("Audio: 16 sessions in two weeks", "Audio", "16 sessions · two weeks"),
]


@pytest.mark.parametrize(("line", "text", "shown"), LINES)
async def test_promised_in_a_line(line: str, text: str, shown: str, tmp_path: Path) -> None:
    async with goals_open(tmp_path, size=(120, 40)) as focus:
        await promised(focus, line)
        assert on_disk(focus, "commitments", text)["goal_id"] is None
        assert any(text in each and shown in each for each in focus.lines())
        await focus.press("tab")
        assert here(focus).endswith(text)
        await focus.press("1")
        assert any(text in each and shown in each for each in focus.lines())


async def test_one_for_two_weeks_stands_in_both(tmp_path: Path) -> None:
    async with goals_open(tmp_path) as focus:
        await promised(focus, "Audio: 16 sessions in two weeks")
        found = on_disk(focus, "commitments", "Audio")
        assert (found["first_on"], found["last_on"]) == (THIS["first_on"], NEXT["last_on"])
        assert focus.text().count("· Audio") == 2


@pytest.mark.parametrize(("line", "sentence"), [
    ("", "Say what you promise"),
    ("Audio: 0 sessions", "is no whole number"),
    ("Audio: 3 fish", "“3 fish” is no input"),
])  # fmt: skip
async def test_what_is_no_promise_is_said(line: str, sentence: str, tmp_path: Path) -> None:
    async with goals_open(tmp_path) as focus:
        await focus.press("p")
        await fill(focus, line)
        assert sentence in focus.said
        assert field(focus).value == line
        assert focus.data().get("commitments", {}) == {}
        await focus.press("escape", "p")
        assert field(focus).value == line


@pytest.mark.parametrize("key", ["enter", "e"])
async def test_changed_and_what_it_was_is_remembered(key: str, tmp_path: Path) -> None:
    async with goals_open(tmp_path) as focus:
        await promised(focus, "Audio: 8 sessions")
        await focus.press("tab", key)
        assert field(focus).value == "Audio: 8 sessions"
        await fill(focus, "Audio: 5 sessions")
        assert "it was 8 sessions" in focus.notice
        assert "was 8 sessions" in focus.lines()[3]
        await focus.press("u")
        assert on_disk(focus, "commitments", "Audio")["input"]["n"] == 8
        assert "was" not in focus.lines()[3]


async def test_done_and_not_after_all(tmp_path: Path) -> None:
    async with goals_open(tmp_path) as focus:
        await promised(focus, "Write the draft")
        assert "○ Write the draft" in focus.text()
        await focus.press("tab", "m")
        assert on_disk(focus, "commitments", "Write the draft")["done_at"]
        assert "✓ Write the draft" in focus.text()
        await focus.press("m")
        assert on_disk(focus, "commitments", "Write the draft")["done_at"] is None
        await focus.press("u")
        assert "✓ Write the draft" in focus.text()
        await focus.press("1")
        await onto(focus, "Write the draft")
        await focus.press("m")
        assert focus.notice == "“Write the draft” is not done."


@pytest.mark.parametrize("screen", ["1", "2"])
async def test_taken_back_and_promised_again(screen: str, tmp_path: Path) -> None:
    async with goals_open(tmp_path) as focus:
        await promised(focus, "Write the draft")
        await focus.press("tab", screen)
        await onto(focus, "Write the draft")
        await focus.press("d")
        assert focus.notice == "Taken back: “Write the draft”."
        assert on_disk(focus, "commitments", "Write the draft")["deleted_at"]
        await focus.press("u")
        assert on_disk(focus, "commitments", "Write the draft")["deleted_at"] is None
        await focus.press("ctrl+r")
        assert on_disk(focus, "commitments", "Write the draft")["deleted_at"]


async def test_where_the_last_is_taken_back_the_keys_go_on_to_the_board(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        await promised(focus, "Write the draft")
        await focus.press("tab", "d", "tab", "w")
        assert focus.dialog == "LineDialog"


@pytest.mark.parametrize("key", ["b", "space"])
async def test_a_session_counts_for_it_on_both_screens(key: str, tmp_path: Path) -> None:
    async with goals_open(tmp_path) as focus:
        await promised(focus, "Audio: 3 sessions")
        await focus.press("tab", "b" if key == "b" else "y")
        if key == "space":
            await focus.press("space")
        timer = focus.timer()
        assert timer is not None
        assert timer["commitment_id"] == next(iter(focus.data()["commitments"]))
        await focus.pass_time(26)
        focus.services.focus.next()
        await focus.look()
        assert "●○○" in focus.text()
        await focus.into(State.IDLE)
        await focus.press("1")
        assert "●○○" in focus.text()
        assert "2 to go" in focus.text()


async def test_one_that_is_changed_elsewhere_while_its_line_is_open(tmp_path: Path) -> None:
    async with goals_open(tmp_path) as focus:
        await promised(focus, "Audio: 8 sessions")
        await focus.press("tab", "enter")
        await focus.press("end", "ctrl+u")
        await focus.type("Audio: 5 sessions")
        (promise,) = focus.services.commitments.of(focus.services.commitments.week())
        elsewhere(focus).commitments.tick(promise.commitment.id)
        await focus.look()
        assert field(focus).value == "Audio: 5 sessions"
        await focus.press("enter")
        found = on_disk(focus, "commitments", "Audio")
        assert (found["input"]["n"], bool(found["done_at"])) == (5, True)


async def test_the_week_turns_and_what_was_ahead_is_here(tmp_path: Path) -> None:
    async with goals_open(tmp_path) as focus:
        await promised(focus, "Read", "P")
        assert "Next week · " in focus.text()
        focus.clock.run(7 * 24 * 60 * 60_000)
        await focus.look()
        assert "This week · " in focus.text()
        assert "Next week" not in focus.text()
