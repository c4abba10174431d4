"""A goal's page: each line is changed by a key, and what it can't be is said."""

from pathlib import Path

import pytest

from tests.ui.aims import field, fill, goals_open, here, on_disk, onto
from tests.ui.app import Driven, elsewhere

FIELDS = [
    # The page's line, the document's field, what is typed, what is kept, what is shown.
    ("Goal", "title", "Sound", "Sound", "Sound"),
    ("Why", "why", "so that anyone can", "so that anyone can", "so that anyone can"),
    ("Each week", "cadence", "5 h", {"n": 300, "of": "minutes"}, "5 h"),
    ("Each week", "cadence", "3 days before 9", None, "3 days before 09:00"),
    ("Target", "target", "52 posts", {"n": 52, "unit": "posts"}, "52 posts"),
    ("Deadline", "deadline", "2026-12-24", {"on": "2026-12-24", "real": False}, "2026-12-24 self"),
    ("Deadline", "deadline", "2026-12-24 real", {"on": "2026-12-24", "real": True}, "24 real"),
    ("Shape", "shape", "90/20 strict", "90/20 strict", "90/20 strict"),
    ("Looked at anew", "checkpoint_h", "20 h", 20, "20 hours"),
    ("Notes", "notes", "ask Ana", "ask Ana", "ask Ana"),
]
REFUSED = [
    ("Goal", "  ", "A goal needs a title: type some words."),
    ("Each week", "often", "“often” is no input: say it as"),
    ("Each week", "0 sessions", "is no whole number from 1 to"),
    ("Each week", "done", "A cadence is an input of each week"),
    ("Target", "many posts", "A target is a number of things: say it as 52 posts."),
    ("Deadline", "soon", "“soon” is no date: write it as 2026-12-24"),
    ("Deadline", "2026-12-24 maybe", "After the date stands real"),
    ("Shape", "long", "“long” is no shape of sessions: say it as 40/8"),
    ("Looked at anew", "0", "a whole number of hours from 1"),
]


async def page(focus: Driven) -> None:
    """Open it."""
    await focus.press("enter")
    assert focus.dialog == "GoalDialog"


@pytest.mark.parametrize(("line", "name", "typed", "kept", "shown"), FIELDS)
async def test_each_line_is_changed(
    line: str, name: str, typed: str, kept: object, shown: str, tmp_path: Path
) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        await page(focus)
        await onto(focus, f"{line:<18}")
        await focus.press("enter")
        assert focus.dialog == "LineDialog"
        await fill(focus, typed)
        assert focus.dialog == "GoalDialog"
        assert shown in here(focus)
        (document,) = focus.table("goals")
        if isinstance(kept, dict):
            assert kept.items() <= document[name].items()
        else:
            assert document[name] == kept or kept is None
        await focus.press("escape", "u")
        (after,) = focus.table("goals")
        assert after[name] != document[name]


@pytest.mark.parametrize(("line", "typed", "sentence"), REFUSED)
async def test_what_a_line_can_t_be_is_said_and_the_words_stay(
    line: str, typed: str, sentence: str, tmp_path: Path
) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        await page(focus)
        await onto(focus, f"{line:<18}")
        await focus.press("enter")
        before = focus.data()
        await fill(focus, typed)
        assert focus.dialog == "LineDialog"
        assert sentence in focus.said
        assert (field(focus).value, focus.data()) == (typed, before)
        await focus.press("escape", "enter")
        assert field(focus).value == typed


@pytest.mark.parametrize(
    ("line", "name"),
    [("Each week", "cadence"), ("Target", "target"), ("Deadline", "deadline"), ("Why", "why")],
)
async def test_an_emptied_line_says_none(line: str, name: str, tmp_path: Path) -> None:
    words = {"cadence": "3 days", "target": "5 posts", "deadline": "2026-12-24", "why": "it is"}
    async with goals_open(tmp_path, "Audio") as focus:
        (made,) = focus.services.goals.all()
        focus.services.goals.change(made.id, name, words[name])
        await page(focus)
        await onto(focus, f"{line:<18}")
        await focus.press("enter")
        await fill(focus, "")
        assert here(focus).endswith("none")
        assert not on_disk(focus, "goals", "Audio")[name]


@pytest.mark.parametrize("key", ["enter", "e", "space"])
async def test_of_a_few_choices_the_next_one_comes(key: str, tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        await page(focus)
        await onto(focus, "Area")
        areas = []
        for _ in range(3):
            await focus.press(key)
            areas.append(on_disk(focus, "goals", "Audio")["area"])
        assert areas == ["explore", "core", "explore"]
        await onto(focus, "Colour")
        first = on_disk(focus, "goals", "Audio")["hue"]
        hues = []
        for _ in range(6):
            await focus.press(key)
            hues.append(on_disk(focus, "goals", "Audio")["hue"])
        assert (sorted(hues), hues[-1]) == ([*range(6)], first)


async def test_two_clicks_change_a_line_too(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        await page(focus)
        await focus.click("Target", times=2)
        assert "A number of things to reach" in focus.text()


async def test_the_shown_keys_can_be_clicked(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        await page(focus)
        await focus.click("enter change")
        assert focus.dialog == "LineDialog"
        await focus.click("esc back")
        assert focus.dialog == "GoalDialog"
        await focus.click("esc back")
        assert focus.dialog == ""


async def test_a_long_line_can_be_read_whole(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        (made,) = focus.services.goals.all()
        why = "because " + "very " * 20 + "END."
        focus.services.goals.change(made.id, "why", why)
        await page(focus)
        await focus.press("j")
        assert "END." in " ".join(focus.text().split())


async def test_the_page_shows_what_another_process_changed(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        await page(focus)
        (made,) = focus.services.goals.all()
        elsewhere(focus).goals.change(made.id, "why", "from a shell")
        await focus.look()
        await focus.press("j", "enter")
        assert field(focus).value == "from a shell"


async def test_one_that_is_deleted_meanwhile_keeps_what_is_typed(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        await page(focus)
        await focus.press("j", "enter")
        await focus.type("so that anyone can")
        (made,) = focus.services.goals.all()
        elsewhere(focus).goals.delete(made.id)
        await focus.look()
        await focus.press("enter")
        assert focus.app.is_running
        found = on_disk(focus, "goals", "Audio")
        assert (found["why"], bool(found["deleted_at"])) == ("so that anyone can", True)


async def test_w_asks_for_the_why_and_e_for_the_title(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        await focus.press("w")
        await fill(focus, "it is fun")
        await focus.press("e")
        assert field(focus).value == "Audio"
        await fill(focus, "Sound")
        assert on_disk(focus, "goals", "Sound")["why"] == "it is fun"
        assert here(focus) == "S Sound"
