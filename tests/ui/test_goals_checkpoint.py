"""After its hours a goal asks whether it goes on: a card with three answers."""

from pathlib import Path

import pytest

from focus_tui.ui.screens.todayrows import CARD
from tests.ui.aims import field, fill, goal, on_disk
from tests.ui.app import MINUTE, Driven, elsewhere, opened
from tests.ui.walking import onto

ASKS = "h on Audio. Does it go on?"


async def worked(focus: Driven, hours: int = 1) -> None:
    """A goal that is looked at after each hour holds so many."""
    services = focus.services
    if not services.goals.all():
        made = services.goals.add("Audio")
        services.goals.change(made.id, "why", "so that anyone can")
        services.goals.change(made.id, "checkpoint_h", "1 h")
    subject = services.upcoming.of_goal(goal(focus, "Audio").id)
    for _ in range(hours):
        services.focus.start(subject=subject, planned_ms=60 * MINUTE)
        await focus.pass_time(60)
        services.focus.finish()
    await focus.look()


async def asked(focus: Driven) -> None:
    """Open the card."""
    await focus.until(lambda: ASKS in focus.text(), "the question")
    for row in focus.app.present.cards:
        if row.hours:
            await onto(focus, CARD + row.id)
    while ASKS not in "".join(line for line in focus.lines() if "▌" in line):
        await focus.press("down")
    await focus.press("enter")
    assert focus.dialog == "CheckpointDialog"
    assert "1 h in 1 week. so that anyone can" in focus.text()


async def test_before_its_hours_nothing_is_asked(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await worked(focus)
        focus.services.goals.change(goal(focus, "Audio").id, "checkpoint_h", "2 h")
        await focus.look()
        await focus.press("2", "1")
        assert "Does it go on?" not in focus.text()


async def test_it_is_asked_and_counted_by_the_top_line(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await worked(focus)
        await focus.until(lambda: f"1 {ASKS}" in focus.text(), "the question")
        assert focus.dialog == ""
        await focus.press("2")
        assert "? " in focus.top


async def test_keep_on(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await worked(focus)
        await asked(focus)
        await focus.press("k")
        assert focus.dialog == ""
        assert ASKS not in focus.text()
        (mark,) = focus.table("marks")
        assert (mark["kind"], mark["text"]) == ("checkpoint", "keep on")
        await focus.press("u")
        assert ASKS in focus.text()
        await focus.press("ctrl+r")
        assert ASKS not in focus.text()
        await worked(focus)
        await focus.until(lambda: f"2 {ASKS}" in focus.text(), "the next question")


async def test_make_it_smaller_asks_what_is_put_in_each_week(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await worked(focus)
        await asked(focus)
        await focus.press("s")
        await focus.until(lambda: focus.dialog == "LineDialog", "the line")
        assert "What do you put in each week?" in focus.text()
        await fill(focus, "2 sessions")
        assert on_disk(focus, "goals", "Audio")["cadence"]["n"] == 2
        assert [each["text"] for each in focus.table("marks")] == ["make it smaller"]
        assert ASKS not in focus.text()


async def test_let_it_go_with_a_reason(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await worked(focus)
        await asked(focus)
        await focus.press("l")
        await focus.until(lambda: focus.dialog == "LineDialog", "the line")
        await focus.press("escape")
        assert ASKS in focus.text()  # backed out: nothing is decided
        assert on_disk(focus, "goals", "Audio")["place"][0] == "active"
        await asked(focus)
        await focus.press("l")
        await focus.until(lambda: focus.dialog == "LineDialog", "the line")
        await focus.type("the wrong tool")
        await focus.press("enter")
        assert on_disk(focus, "goals", "Audio")["reason"] == "the wrong tool"
        assert ASKS not in focus.text()


@pytest.mark.parametrize("answer", ["k", "s", "l"])
async def test_a_goal_deleted_meanwhile(answer: str, tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await worked(focus)
        await asked(focus)
        elsewhere(focus).goals.delete(goal(focus, "Audio").id)
        await focus.look()
        await focus.press(answer)
        assert focus.app.is_running
        if focus.dialog == "LineDialog":
            await focus.press("escape")
        assert "Does it go on?" not in focus.text()


async def test_backed_out_it_waits(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await worked(focus)
        await asked(focus)
        before = focus.data()
        await focus.press("z", "y", "escape")
        assert (focus.dialog, focus.data()) == ("", before)
        assert ASKS in focus.text()


async def test_words_typed_for_it_come_back(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await worked(focus)
        await asked(focus)
        await focus.press("l")
        await focus.until(lambda: focus.dialog == "LineDialog", "the line")
        await focus.type("the wrong")
        await focus.press("escape")
        await asked(focus)
        await focus.press("l")
        await focus.until(lambda: focus.dialog == "LineDialog", "the line")
        assert field(focus).value == "the wrong"
