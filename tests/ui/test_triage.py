"""Through what was caught, a key each: to the file, back by undo, and at a break as a card."""

from pathlib import Path
from typing import Any

import pytest

from focus_tui.domain.idea import IdeaState
from focus_tui.domain.interval import State
from focus_tui.ui.dialogs.triage import triage
from tests.support.controls import WORST
from tests.ui.aims import fill, onto
from tests.ui.app import Driven, opened

FIVE = ("buy coffee", "why does librosa pad?", "read Wyse", "try mel augmentation", "post on STFT")


async def begin(focus: Driven, *titles: str) -> None:
    """Thoughts in the inbox, and triage in front."""
    for title in titles:
        focus.services.thoughts.capture(title)
        focus.clock.run(1000)
    triage(focus.app)
    await focus.settle()


def idea(focus: Driven, title: str) -> dict[str, Any]:
    """A thought on the disk."""
    (found,) = [each for each in focus.table("ideas") if each["title"] == title]
    return found


def inbox(focus: Driven) -> list[str]:
    return [each.title for each in focus.services.thoughts.inbox()]


def top(focus: Driven) -> list[str]:
    """The titles at the top of the backlog."""
    tree = focus.services.backlog.outline()
    return [tree.ideas[id].title for id in tree.children(None)]


async def test_five_thoughts_are_five_keys(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await begin(focus, *FIVE)
        assert "What was caught, 1 of 5" in focus.text()
        assert FIVE[0] in focus.text()
        await focus.hammer("d", "f", "k", "enter", "x")
        assert idea(focus, FIVE[0])["deleted_at"]
        assert [each.title for each in focus.services.choosing.front()] == [FIVE[1]]
        assert top(focus) == list(FIVE[1:])
        assert idea(focus, FIVE[4])["state"] == "dropped"
        assert inbox(focus) == []
        said = "5 looked at: 1 to the front, 2 kept for later, 1 dropped, 1 deleted."
        assert said in focus.text()
        await focus.press("enter")
        assert focus.dialog == ""


@pytest.mark.parametrize("key", ["f", "k", "x", "d", "s"])
async def test_undo_takes_the_decision_back_and_shows_the_thought_again(
    key: str, tmp_path: Path
) -> None:
    async with opened(tmp_path) as focus:
        await begin(focus, *FIVE[:2])
        before = focus.data()["ideas"]
        assert "undo" not in focus.footer
        await focus.press("u")
        assert "1 of 2" in focus.text()
        await focus.press(key, key)
        assert "all looked at" in focus.text()
        await focus.press("u")
        assert ("2 of 2" in focus.text(), FIVE[1] in focus.text()) == (True, True)
        await focus.press("u")
        assert "1 of 2" in focus.text()
        after = focus.data()["ideas"]
        fields = ("title", "place", "state", "front", "deleted_at")
        for id in before:
            assert [after[id][each] for each in fields] == [before[id][each] for each in fields]
        assert "undo" not in focus.footer


async def test_an_act_that_came_after_is_taken_back_first(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await begin(focus, *FIVE[:2])
        await focus.press("x", "ctrl+n")
        await focus.type("something else")
        await focus.press("enter", "u")
        assert focus.said == "Undone: capture “something else”."
        assert "2 of 2" in focus.text()
        await focus.press("u")
        assert (focus.said, "1 of 2" in focus.text()) == ("", True)
        assert inbox(focus) == [FIVE[1], FIVE[0]]


async def test_a_front_without_room_is_said_and_the_thought_stays(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await begin(focus, *FIVE)
        await focus.press("f", "f", "f", "f")
        assert focus.said == "3 ideas are at the front: take one out before."
        assert "4 of 5" in focus.text()
        await focus.press("k")
        assert (focus.said, "5 of 5" in focus.text()) == ("", True)


async def test_filed_below_an_idea_that_is_found_by_its_words(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        audio = focus.services.backlog.add("Audio")
        mel = focus.services.backlog.add("Mel filters", audio.id)
        await begin(focus, *FIVE[:3])
        await focus.press("l")
        await focus.type("me")
        await focus.press("enter")
        assert idea(focus, FIVE[0])["place"][0] == mel.id
        assert "2 of 3" in focus.text()
        await focus.press("l", "escape")
        assert "2 of 3" in focus.text()
        await focus.press("l", "enter")
        assert idea(focus, FIVE[1])["place"][0] is None
        await focus.press("l")
        await focus.type("Cooking")
        await focus.press("enter")
        assert idea(focus, FIVE[2])["place"][0] in focus.data()["ideas"]
        assert top(focus) == ["Audio", FIVE[1], "Cooking"]
        assert "3 looked at: 3 filed." in focus.text()
        await focus.press("u")  # the new idea was made in the same act
        assert top(focus) == ["Audio", FIVE[1]]
        assert "3 of 3" in focus.text()


async def test_promoted(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await begin(focus, *FIVE)
        await focus.press("p", "x")  # drops nothing: another key is asked for
        assert "drop" not in focus.text()
        assert idea(focus, FIVE[0])["state"] == "open"
        await focus.press("escape")
        assert "drop" in focus.text()
        await focus.press("p", "g", "p", "w", "p", "W")
        assert [each["title"] for each in focus.table("goals")] == [FIVE[0]]
        assert idea(focus, FIVE[0])["goal_id"] in focus.data()["goals"]
        promised = focus.table("commitments")
        assert [each["text"] for each in promised] == [FIVE[1], FIVE[2]]
        assert [each["first_on"] for each in promised] == ["2026-11-23", "2026-11-30"]
        await focus.press("u", "u", "u")
        assert [each["deleted_at"] for each in focus.table("goals")] in ([], [None])
        assert focus.services.goals.all() == ()
        assert inbox(focus) == list(reversed(FIVE))
        await focus.press("s", "p", "b")
        timer = focus.timer()
        assert timer is not None
        assert (timer["intent"], timer["phase"], focus.dialog) == (FIVE[1], "focus", "")
        assert focus.notice.endswith("2 looked at: 1 begun, 1 left in the inbox.")


async def test_while_a_session_runs_none_begins(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS)
        await begin(focus, *FIVE[:1])
        await focus.press("p")
        assert "begin" not in focus.text()
        await focus.press("b")
        assert inbox(focus) == [FIVE[0]]
        assert focus.dialog == "TriageDialog"


async def test_its_words_are_edited_and_that_is_taken_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await begin(focus, *FIVE[:2])
        await focus.press("e")
        await fill(focus, "buy tea")
        assert ("buy tea" in focus.text(), "1 of 2" in focus.text()) == (True, True)
        await focus.press("u")
        assert FIVE[0] in focus.text()
        assert inbox(focus) == [FIVE[1], FIVE[0]]
        await focus.press("escape")
        assert (focus.dialog, focus.notice) == ("", "")


async def test_left_in_the_middle_it_says_what_was_done(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await begin(focus, *FIVE)
        await focus.press("k", "s", "escape")
        assert focus.notice == "2 looked at: 1 kept for later, 1 left in the inbox."
        triage(focus.app)
        await focus.settle()
        assert "1 of 4" in focus.text()


async def test_with_nothing_caught_it_says_so(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await begin(focus)
        assert (focus.dialog, focus.notice) == ("", "Nothing that was caught waits.")


async def test_it_says_when_and_where_it_came_and_what_is_the_same(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        audio = focus.services.backlog.add("Audio #project")
        focus.services.backlog.add("Read Wyse", audio.id)
        await focus.into(State.FOCUS)
        focus.services.thoughts.capture("read wyse")
        await focus.into(State.BREAK)
        focus.services.thoughts.capture("buy coffee")
        triage(focus.app)
        await focus.settle()
        assert "today 08:30, during “Mel filters”" in focus.text()
        assert "The same as one from today, in “Audio”." in focus.text()
        await focus.press("k")
        assert "today 08:33, in a break" in focus.text()
        assert "The same" not in focus.text()


async def test_one_that_is_gone_meanwhile_is_passed_over(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await begin(focus, *FIVE[:3])
        caught = focus.services.thoughts.inbox()
        focus.services.backlog.delete([each.id for each in caught if each.title != FIVE[2]])
        await focus.press("k")
        assert focus.said == "That idea is not there any more."
        await focus.press("s")
        assert "3 of 3" in focus.text()


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)])
async def test_a_long_one_is_read_whole_and_every_key_is_in_sight(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with opened(tmp_path, size=size) as focus:
        await begin(focus, " ".join(f"word{number}" for number in range(300)) + " end", "b")
        for word in ("front", "file", "later", "promote", "drop", "delete", "edit", "skip", "esc"):
            assert word in focus.text(), word
        seen = focus.text()
        for _ in range(80):
            await focus.press("pagedown")
            seen += focus.text()
        assert all(f"word{number}" in seen for number in range(300))
        await focus.press("k")
        assert "u undo" in focus.text()
        await focus.press("p")
        for word in ("goal", "this week", "next", "begin"):
            assert word in focus.text(), word


async def test_the_mouse_decides_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await begin(focus, *FIVE[:2])
        await focus.click("k later")
        assert top(focus) == [FIVE[0]]
        await focus.click("u undo")
        assert inbox(focus) == [FIVE[1], FIVE[0]]


async def test_hostile_words_are_harmless(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.backlog.add(WORST)
        await begin(focus, WORST)
        assert "\x1b" not in focus.text()
        await focus.press("l")
        await focus.press("down", "enter", "escape")
        assert focus.dialog == ""


# At a break.


async def caught_in_a_session(focus: Driven) -> None:
    """A break after a session in which two thoughts came; another one was there before."""
    focus.services.thoughts.capture("before")
    await focus.into(State.FOCUS)
    for title in FIVE[:2]:
        focus.services.thoughts.capture(title)
        focus.clock.run(1000)
    await focus.pass_time(3)
    await focus.press("space")


async def test_at_a_break_the_thoughts_of_the_session_wait_as_a_card(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await caught_in_a_session(focus)
        assert focus.dialog == ""
        assert "Caught in this session: 2 thoughts." in focus.text()
        questions = [line for line in focus.lines() if "? " in line[:6]]
        assert ["focused" in line for line in questions] == [True, False]
        await onto(focus, "Caught in this session")
        await focus.press("enter")
        assert "What was caught, 1 of 2" in focus.text()
        await focus.press("k", "x", "enter")
        assert "Caught in this session" not in focus.text()
        assert inbox(focus) == ["before"]


async def test_it_takes_no_key_and_is_gone_with_the_break(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await caught_in_a_session(focus)
        assert "Caught in this session" in focus.text()
        await focus.pass_time(10)
        assert "Caught in this session" in focus.text()
        await focus.press("space")
        timer = focus.timer()
        assert timer is not None
        assert timer["phase"] == "focus"
        assert "Caught in this session" not in focus.text()
        assert len(inbox(focus)) == 3


# What is kept.


@pytest.mark.parametrize(("key", "state"), [("y", "done"), ("n", "open")])
async def test_a_promise_that_is_kept_asks_whether_its_idea_is_done(
    key: str, state: str, tmp_path: Path
) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        await begin(focus, "Post on STFT #write")
        await focus.press("p", "w", "enter")
        await onto(focus, "Post on STFT")
        await focus.press("m")
        assert focus.dialog == ""
        assert focus.notice.endswith("Is its idea done too? The question waits on Today.")
        assert "Is the idea of Post on STFT" in focus.text()
        await onto(focus, "Is the idea of")
        await focus.press("enter")
        assert "Post on STFT #write" in focus.text()
        await focus.press(key)
        assert idea(focus, "Post on STFT #write")["state"] == state
        assert "Is the idea of" not in focus.text()
        (promise,) = focus.table("commitments")
        assert promise["asked_at"]


async def test_a_goal_says_which_idea_it_was(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 40)) as focus:
        await begin(focus, "Audio for all #project")
        await focus.press("p", "g", "enter", "2")
        assert "Was the idea" in focus.text()
        await focus.press("enter")
        assert "From the idea “Audio for all #project”" in focus.text()


async def test_one_course_too_many_asks_which_makes_room_and_then_begins(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40)) as focus:
        for title in ("First #course", "Second #book"):
            begun = focus.services.backlog.add(title)
            focus.services.choosing.set_state([begun.id], IdeaState.STARTED)
        await begin(focus, "Third #course", "buy coffee")
        await focus.press("p", "b")
        assert focus.dialog == "MakeRoomDialog"
        await focus.press("escape")
        assert (focus.dialog, focus.timer()) == ("TriageDialog", None)
        await focus.press("p", "b", "enter")
        timer = focus.timer()
        assert timer is not None
        assert (timer["intent"], focus.dialog) == ("Third", "")
        assert idea(focus, "First #course")["state"] == "resting"
