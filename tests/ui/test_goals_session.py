"""What a session is for: picked, seen under the clock, said when it ends."""

from pathlib import Path

import pytest

from focus_tui.domain.interval import State
from tests.ui.aims import field, goal, here, onto
from tests.ui.app import Driven, elsewhere, opened

WHY = "so that anyone can start with sound"


async def two_goals(focus: Driven) -> None:
    """One with a why."""
    for title in ("Audio", "Kaggle"):
        focus.services.goals.add(title)
    focus.services.goals.change(goal(focus, "Audio").id, "why", WHY)
    await focus.look()


async def pick(focus: Driven, words: str) -> None:
    """Say what the session is for."""
    await focus.press("o")
    assert focus.dialog == "PickDialog"
    await onto(focus, words)
    await focus.press("enter")
    assert focus.dialog == ""


@pytest.mark.parametrize("state", [State.FOCUS, State.PAUSED, State.OVERTIME])
async def test_picked_for_the_session_that_runs(state: State, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await two_goals(focus)
        await focus.into(state, "Mel filters")
        await pick(focus, "Audio")
        timer = focus.timer()
        assert timer is not None
        assert (timer["intent"], timer["goal_id"]) == ("Mel filters", goal(focus, "Audio").id)
        assert f"A Audio · {WHY}" in focus.text()
        await pick(focus, "no goal")
        timer = focus.timer()
        assert timer is not None
        assert (timer["intent"], timer["goal_id"]) == ("Mel filters", None)
        assert WHY not in focus.text()
        await focus.press("u")
        timer = focus.timer()
        assert timer is not None
        assert timer["goal_id"] == goal(focus, "Audio").id
        assert focus.app.present.state is state


@pytest.mark.parametrize("state", [State.IDLE, State.BREAK, State.OVERRUN])
async def test_picked_for_the_next_one(state: State, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await two_goals(focus)
        await focus.into(state)
        await pick(focus, "Audio")
        assert focus.notice == "Next: “Audio”."
        assert WHY in focus.text()
        await focus.press("space")
        timer = focus.timer()
        assert timer is not None
        assert timer["goal_id"] == goal(focus, "Audio").id
        assert timer["phase"] == "focus"


async def test_a_promise_carries_its_goal(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await two_goals(focus)
        promised = focus.services.commitments.promise(
            "Filters: 3 sessions", goal_id=goal(focus, "Audio").id
        )
        await pick(focus, "Filters")
        await focus.press("space")
        timer = focus.timer()
        assert timer is not None
        assert (timer["commitment_id"], timer["goal_id"], timer["intent"]) == (
            promised.id,
            goal(focus, "Audio").id,
            "Filters",
        )
        await focus.pass_time(26)
        await focus.press("space")
        (session,) = focus.table("sessions")
        assert session["goal_id"] == goal(focus, "Audio").id


async def test_an_intent_that_was_typed_is_kept_when_a_goal_is_picked(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await two_goals(focus)
        await focus.press("w")
        await focus.type("Mel filters")
        await focus.press("enter")
        await pick(focus, "Audio")
        await focus.press("space")
        timer = focus.timer()
        assert timer is not None
        assert (timer["intent"], timer["goal_id"]) == ("Mel filters", goal(focus, "Audio").id)


async def test_without_goals_there_is_none_to_pick(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("o")
        assert here(focus) == "no goal"
        await focus.press("enter")
        assert focus.notice == "Next: no goal."


async def test_the_shown_keys_can_be_clicked(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await two_goals(focus)
        await focus.press("o")
        await focus.click("enter pick")
        assert focus.notice == "Next: “Audio”."


async def test_one_deleted_meanwhile_is_refused_or_kept_under_its_name(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await two_goals(focus)
        await focus.press("o")
        elsewhere(focus).goals.delete(goal(focus, "Audio").id)
        await focus.look()
        await focus.press("enter")
        assert focus.app.is_running


async def test_the_why_is_in_the_break_s_notification(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await two_goals(focus)
        await focus.into(State.FOCUS, "Mel filters")
        await pick(focus, "Audio")
        await focus.pass_time(3)
        assert focus.notice.startswith("Session over.")
        assert WHY in focus.notice


async def test_a_goal_without_a_why_says_none(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await two_goals(focus)
        await focus.into(State.FOCUS, "Mel filters")
        await pick(focus, "Kaggle")
        assert "K Kaggle" in focus.text()
        await focus.pass_time(3)
        assert focus.notice.startswith("Session over.")
        assert "None" not in focus.notice


async def test_the_clock_shows_what_the_goal_is_called_now(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await two_goals(focus)
        await focus.into(State.FOCUS, "Mel filters")
        await pick(focus, "Audio")
        await focus.press("2", "e", "end", "ctrl+u")
        assert field(focus).value == ""
        await focus.type("Sound")
        await focus.press("enter", "1")
        assert f"S Sound · {WHY}" in focus.text()
