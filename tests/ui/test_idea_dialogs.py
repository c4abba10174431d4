"""The dialogs of what next: a weight, a goal, three by chance, what was left alone for long."""

import random
from pathlib import Path
from typing import Any

import pytest

from focus_tui.domain.goal import Column
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.subject import Subject
from focus_tui.ui.dialogs.ideaflows import IdeaFlows
from focus_tui.ui.dialogs.surprise import SurpriseDialog
from tests.support.clock import FakeClock
from tests.ui.aims import field, fill, here
from tests.ui.app import QUIET, Driven, elsewhere, opened

DAY_MS = 24 * 3_600_000


def idea_on_disk(focus: Driven, title: str) -> dict[str, Any]:
    (found,) = [each for each in focus.table("ideas") if each["title"] == title]
    return found


async def surprise(focus: Driven, seed: int = 1) -> None:
    focus.app.push_screen(SurpriseDialog(random.Random(seed)))
    await focus.settle()


def shown(focus: Driven, titles: list[str]) -> list[str]:
    """Which of the titles stand in the dialog, from above."""
    lines = [line.strip(" ▌") for line in focus.lines()]
    return [line for line in lines if line in titles]


# The weight.


async def test_an_idea_is_weighed_in_a_line(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        idea = focus.services.backlog.add("Mel filters")
        IdeaFlows(focus.app).weigh(idea.id)
        await focus.settle()
        assert "4 2h win" in focus.text()
        await fill(focus, "4 2h win")
        assert focus.notice == "“Mel filters”: gain 4, 2 h, win."
        weight = [
            idea_on_disk(focus, "Mel filters")[name] for name in ("gain", "effort_ms", "wins")
        ]
        assert weight == [4, 2 * 3_600_000, True]
        IdeaFlows(focus.app).weigh(idea.id)
        await focus.settle()
        assert field(focus).value == "gain 4, 2 h, win"
        await focus.press("enter")  # what it has says itself again
        assert idea_on_disk(focus, "Mel filters")["gain"] == 4


async def test_a_line_that_is_no_weight_stays_typed(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        idea = focus.services.backlog.add("Mel filters")
        IdeaFlows(focus.app).weigh(idea.id)
        await focus.settle()
        await fill(focus, "9 2h")
        assert "whole number from 1 to 5" in focus.said
        assert field(focus).value == "9 2h"
        await focus.press("escape")
        assert idea_on_disk(focus, "Mel filters")["gain"] is None
        IdeaFlows(focus.app).weigh(idea.id)
        await focus.settle()
        assert field(focus).value == "9 2h"


# The goal.


async def test_the_goal_it_helps_is_picked(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        services = focus.services
        services.goals.add("Some day", Column.SOMEDAY)
        audio = services.goals.add("Audio")
        ids = [services.backlog.add(title).id for title in "ab"]
        IdeaFlows(focus.app).for_goal(ids)
        await focus.settle()
        assert "Which goal do 2 ideas help?" in focus.text()
        assert "Audio" in here(focus)
        await focus.press("enter")
        assert focus.notice == "2 ideas help “Audio”."
        assert [each["goal_id"] for each in focus.table("ideas")] == [audio.id] * 2
        IdeaFlows(focus.app).for_goal(ids[:1])
        await focus.settle()
        assert "as now" in here(focus)
        await focus.press("end")
        assert here(focus) == "no goal"
        await focus.press("enter")
        assert [each["goal_id"] for each in focus.table("ideas")] == [None, audio.id]


# By chance.


async def test_three_by_chance_say_what_they_are(tmp_path: Path) -> None:
    clock = FakeClock()
    async with opened(tmp_path, clock=clock) as focus:
        add = focus.services.backlog.add
        add("learn Rust #learn #systems", add("Tools", add("Work").id).id)
        focus.services.thoughts.capture("caught")
        focus.services.choosing.set_state([add("resting").id], IdeaState.RESTING)
        clock.sleep(30 * DAY_MS)
        await focus.look()
        await surprise(focus)
        text = focus.text()
        assert "learn · #systems · 30 days alone · in Work / Tools" in text
        assert "30 days alone · in the inbox" in text
        assert "30 days alone · at rest" in text


async def test_one_of_them_is_next(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        titles = [f"idea {number}" for number in range(9)]
        for title in titles:
            focus.services.backlog.add(title)
        await surprise(focus)
        drawn = shown(focus, titles)
        assert len(drawn) == 3
        await focus.press("s")
        again = shown(focus, titles)
        assert len(again) == 3
        assert again != drawn
        await focus.press("down", "enter")
        assert (focus.dialog, focus.notice) == ("", f"Next: “{again[1]}”.")
        assert focus.timer() is None
        await focus.press("space")
        timer = focus.timer()
        assert timer is not None
        assert timer["intent"] == again[1]
        assert idea_on_disk(focus, again[1])["state"] == "started"


async def test_what_was_drawn_goes_to_the_front_or_to_rest_and_stays_in_sight(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as focus:
        focus.services.backlog.add("Rust")
        await surprise(focus)
        await focus.press("f")
        assert focus.said == "At the front: “Rust”, 1 of 3."
        assert "today · at the front" in focus.text()
        await focus.press("f", "r")
        assert focus.said == "At rest: “Rust”."
        assert "today · at rest" in focus.text()
        await focus.press("r")
        assert idea_on_disk(focus, "Rust")["state"] == "open"


async def test_nothing_to_surprise_with_is_said(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await surprise(focus)
        assert "Nothing waits to surprise you" in focus.text()
        await focus.press("enter", "f", "r", "s")
        assert focus.dialog == "SurpriseDialog"
        await focus.press("escape")
        assert focus.dialog == ""


async def test_one_that_went_meanwhile_is_a_sentence(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        idea = focus.services.backlog.add("Rust")
        await surprise(focus)
        elsewhere(focus).backlog.delete([idea.id])
        await focus.press("f")
        assert focus.said == "That idea is not there any more."
        assert "Nothing waits" in focus.text()


# Left alone.


async def test_old_ideas_are_kept_put_first_or_let_go(tmp_path: Path) -> None:
    clock = FakeClock()
    async with opened(tmp_path, clock=clock) as focus:
        titles = [f"idea {number}" for number in range(7)]
        for title in titles:
            focus.services.backlog.add(title)
            clock.run(60_000)
        clock.sleep(90 * DAY_MS)
        await focus.look()
        await focus.choose("Old ideas")
        await focus.until(lambda: focus.dialog == "AgedDialog", "the dialog to open")
        assert shown(focus, titles) == titles[:5]
        await focus.press("k")
        assert focus.said == "Kept: “idea 0”."
        assert shown(focus, titles) == titles[1:6]
        await focus.press("down", "x")
        assert focus.said == "Let go, kept out of sight: “idea 2”."
        assert here(focus) == "idea 3"
        await focus.press("f")
        assert shown(focus, titles) == ["idea 1", "idea 4", "idea 5", "idea 6"]
        await focus.press("j", "enter")  # neither means anything here
        assert shown(focus, titles) == ["idea 1", "idea 4", "idea 5", "idea 6"]
        await focus.press("escape")
        assert focus.dialog == ""
        assert idea_on_disk(focus, "idea 0")["kept_at"] is not None
        assert idea_on_disk(focus, "idea 2")["state"] == "dropped"
        assert idea_on_disk(focus, "idea 3")["front"] is not None
        await focus.press("u", "u")
        assert idea_on_disk(focus, "idea 2")["state"] == "open"


async def test_no_old_idea_is_said(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.backlog.add("new")
        await focus.choose("Old ideas")
        await focus.until(lambda: focus.dialog == "AgedDialog", "the dialog to open")
        assert "No idea was left alone for that long." in focus.text()
        await focus.press("k", "f", "x")
        assert focus.dialog == "AgedDialog"


async def test_where_it_is_low_as_many_as_fit_are_asked_at_once(tmp_path: Path) -> None:
    clock = FakeClock()
    async with opened(tmp_path, clock=clock, size=(40, 12)) as focus:
        titles = [f"idea {number}" for number in range(5)]
        for title in titles:
            focus.services.backlog.add(title)
        clock.sleep(91 * DAY_MS)
        await focus.look()
        IdeaFlows(focus.app).aged()
        await focus.settle()
        assert shown(focus, titles) == titles[:3]
        await focus.press("k", "k", "k")
        assert shown(focus, titles) == titles[3:]


# Courses and books.


def course(focus: Driven, title: str, *, begun: bool) -> Idea:
    idea = focus.services.backlog.add(f"{title} #course")
    if begun:
        focus.services.choosing.set_state([idea.id], IdeaState.STARTED)
    return idea


@pytest.mark.parametrize(("key", "into"), [("enter", "resting"), ("x", "dropped")])
async def test_room_is_made_and_the_session_begins(tmp_path: Path, key: str, into: str) -> None:
    async with opened(tmp_path) as focus:
        course(focus, "A", begun=True)
        course(focus, "B", begun=True)
        third = course(focus, "C", begun=False)
        focus.services.upcoming.next_on(Subject(third.title, idea_id=third.id))
        await focus.press("space")
        assert focus.dialog == "MakeRoomDialog"
        assert "At most 2 courses and books at once: which one rests" in focus.text()
        assert focus.timer() is None
        await focus.press("down", key)
        assert (focus.dialog, focus.notice) == ("", "Started: 25 min on C #course.")
        states = {each["title"][0]: each["state"] for each in focus.table("ideas")}
        assert states == {"A": "started", "B": into, "C": "started"}
        timer = focus.timer()
        assert timer is not None
        assert timer["idea_id"] == third.id


async def test_backing_out_leaves_all_as_it_was(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        course(focus, "A", begun=True)
        course(focus, "B", begun=True)
        third = course(focus, "C", begun=False)
        subject = Subject(third.title, idea_id=third.id)
        focus.services.upcoming.next_on(subject)
        before = focus.data()
        await focus.press("space", "escape")
        assert (focus.dialog, focus.data()) == ("", before)
        assert focus.services.upcoming.subject() == subject


async def test_a_session_begun_on_it_in_a_list_asks_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        course(focus, "A", begun=True)
        course(focus, "B", begun=True)
        focus.services.thoughts.capture("C #book")
        await focus.look()
        await focus.press("b")
        assert focus.dialog == "MakeRoomDialog"
        await focus.press("enter")
        assert focus.notice == "Started: 25 min on C."


async def test_where_it_was_to_begin_by_itself_the_sentence_stands(tmp_path: Path) -> None:
    config = QUIET + "[timer]\nstart_breaks = true\nstart_sessions = true\n"
    async with opened(tmp_path, config=config) as focus:
        course(focus, "A", begun=True)
        course(focus, "B", begun=True)
        third = course(focus, "C", begun=False)
        await focus.press("space")
        focus.services.upcoming.next_on(Subject(third.title, idea_id=third.id))
        focus.services.keeper.key_pressed()
        await focus.pass_time(25)
        await focus.pass_time(6)
        assert (focus.dialog, focus.timer()) == ("", None)
        assert "At most 2 courses and books" in focus.text()
        await focus.press("space")
        assert focus.dialog == "MakeRoomDialog"
