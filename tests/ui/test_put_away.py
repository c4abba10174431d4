"""What was put away is given back: trash, archived goals, days off. Promises of thoughts."""

from pathlib import Path

from focus_tui.domain.goal import Column
from tests.ui.app import Driven, opened


async def opens(focus: Driven, name: str) -> None:
    await focus.choose(name)
    await focus.until(lambda: focus.dialog != "", f"{name} to open")


async def test_the_trash_holds_goals_and_promises_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        services = focus.services
        goal = services.goals.add("Audio")
        promise = services.commitments.promise("Audio: 8 sessions", goal_id=goal.id)
        services.goals.delete(goal.id)
        focus.clock.run(1000)
        services.commitments.delete(promise.id)
        await focus.look()
        await opens(focus, "Trash")
        await focus.press("enter")
        assert focus.said == "Promised again: “Audio”."
        await focus.press("enter")
        assert focus.said == "Restored “Audio”."
        assert "Nothing was deleted." in focus.text()
        assert [each["deleted_at"] for each in focus.table("goals")] == [None]
        assert [each["deleted_at"] for each in focus.table("commitments")] == [None]


async def test_archived_goals_come_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        goal = focus.services.goals.add("The Octave course", Column.SOMEDAY)
        focus.services.goals.archive(goal.id)
        await opens(focus, "Archived goals")
        assert "The Octave course" in focus.text()
        await focus.press("enter")
        assert focus.table("goals")[0]["archived_at"] is None
        assert "No goal is archived." in focus.text()


async def test_days_off_are_declared_and_taken_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await opens(focus, "Days off")
        await focus.press("enter")
        await focus.type("2026-12-24 to 2026-12-31 holiday")
        await focus.press("enter")
        assert "Thu 24 Dec to Thu 31 Dec" in focus.text()
        assert focus.table("daysoff")[0]["why"] == "holiday"
        await focus.press("down", "enter")
        assert focus.said == "Not off after all: Thu 24 Dec to Thu 31 Dec."
        assert focus.table("daysoff")[0]["deleted_at"] is not None


async def test_days_that_are_none_are_refused_and_kept(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await opens(focus, "Days off")
        await focus.press("enter")
        await focus.type("soon")
        await focus.press("enter")
        assert focus.said.startswith("Say which days are off")
        assert "soon" in focus.text()
        assert focus.table("daysoff") == []


async def test_a_thought_becomes_a_promise_by_one_key(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        (idea,) = focus.services.thoughts.capture("read the spectrogram paper")
        await focus.look()
        await focus.press("p")
        await focus.type(": 2 sessions")
        await focus.press("enter")
        (promise,) = focus.table("commitments")
        assert promise["text"] == "read the spectrogram paper"
        assert promise["input"] == {"n": 2, "of": "sessions"}
        assert promise["idea_id"] == idea.id
        assert promise["first_on"] == "2026-11-23"
        await focus.press("P")
        await focus.press("enter")
        assert focus.table("commitments")[1]["first_on"] == "2026-11-30"
