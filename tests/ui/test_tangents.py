"""Tangents on Today: a key and a word to slide into one, a key to go back."""

from pathlib import Path

import pytest

from focus_tui.domain.interval import State
from tests.ui.app import Driven, opened

HOSTILE = "[red]x[/] \x1b[2J\u202eevil 🧟\u200d♀️"


async def slide(focus: Driven, *words: str) -> None:
    """Onto tangents, by their key."""
    for word in words:
        await focus.press("t")
        await focus.type(word)
        await focus.press("enter")


def trail(focus: Driven) -> str:
    """The line with what is worked on."""
    (line,) = [each for each in focus.lines() if " → " in each]
    return line.strip()


def slid(focus: Driven) -> list[tuple[object, object]]:
    """The marks on the disk: kind and text."""
    return [(each["kind"], each["text"]) for each in focus.table("marks")]


async def test_there_and_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS, "audio")
        assert "go back" not in focus.footer
        await slide(focus, "install driver", "broken pip")
        assert focus.notice == "On a tangent: broken pip."
        assert trail(focus) == "audio → install driver → broken pip"
        assert "T go back" in focus.footer
        assert focus.top.endswith("audio")
        await focus.press("T")
        assert focus.notice == "Back to “install driver”."
        assert trail(focus) == "audio → install driver"
        await focus.press("T", "T")
        assert " → " not in focus.text()
        assert slid(focus) == [
            ("tangent", "install driver"),
            ("tangent", "broken pip"),
            ("back", ""),
            ("back", ""),
        ]


async def test_without_a_word_nothing_was_slid_into(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS)
        await focus.press("t", "enter")
        assert (focus.dialog, slid(focus)) == ("", [])
        await focus.press("t")
        await focus.type("pip")
        await focus.press("escape")
        assert slid(focus) == []
        await focus.press("t", "enter")
        assert slid(focus) == [("tangent", "pip")]  # the word was kept


async def test_one_key_keeps_it_for_later(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS, "audio")
        await slide(focus, "broken pip")
        await focus.press("C")
        assert " → " not in focus.text()
        assert [each["title"] for each in focus.table("ideas")] == ["broken pip"]
        await focus.press("C")
        assert len(focus.table("ideas")) == 1


@pytest.mark.parametrize("state", sorted(set(State) - {State.FOCUS}))
async def test_in_other_states(state: State, tmp_path: Path) -> None:
    working = state in {State.PAUSED, State.OVERTIME}
    async with opened(tmp_path) as focus:
        await focus.into(state, "audio")
        await focus.press("t")
        assert focus.dialog == ("LineDialog" if working else "")
        if working:
            await focus.type("pip")
            await focus.press("enter")
            assert trail(focus) == "audio → pip"


async def test_a_deep_stack_asks_once_and_takes_no_key(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS, "audio")
        await slide(focus, "one", "two", "three")
        assert "question" not in focus.top
        await slide(focus, "four")
        assert (focus.dialog, "? Does audio still matter?" in focus.text()) == ("", True)
        before = slid(focus)
        await focus.press("y", "d")
        assert slid(focus) == before
        await focus.press("home", "enter")
        assert focus.dialog == "DeepDialog"
        await focus.press("d")
        assert "Does audio" not in focus.text()
        timer = focus.timer()
        assert timer is not None
        assert timer["intent"] == "four"
        await slide(focus, "five", "six", "seven", "eight")
        assert "still matter" not in focus.text()


@pytest.mark.parametrize(("key", "left"), [("y", "four"), ("t", "")])
async def test_its_bottom_still_matters(key: str, left: str, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS, "audio")
        await slide(focus, "one", "two", "three", "four")
        await focus.press("home", "enter", key)
        assert (focus.dialog, "question" in focus.top) == ("", False)
        assert trail(focus).endswith(left) if left else " → " not in focus.text()


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (20, 6)])
async def test_a_long_way_loses_its_beginning_first(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(tmp_path, size=size) as focus:
        await focus.into(State.FOCUS, "audio " * 20)
        await slide(focus, "install the driver", "broken pip")
        if size != (20, 6):  # there the clock alone has room
            assert trail(focus).endswith("→ broken pip")
            assert trail(focus).startswith("…")
        await slide(focus, "x" * 200)
        await slide(focus, "")
        assert all(len(line) <= size[0] for line in focus.lines())
        if size != (20, 6):
            assert trail(focus).startswith("… → xxx")
            assert trail(focus).endswith("x…")


async def test_hostile_words_are_only_words(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.focus.start(HOSTILE)
        for _ in range(4):
            focus.services.tangents.push(HOSTILE)
        await focus.look()
        assert "[red]x[/] ␛[2J⟨U+202E⟩evil" in trail(focus)
        await focus.press("home", "enter", "escape", "C", "f", "G", "enter")
        assert focus.dialog == "SessionDialog"
        assert "[red]x[/] ␛[2J" in focus.text()


async def test_the_session_says_where_its_time_went(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS, "audio")
        await focus.pass_time(1)
        await slide(focus, "driver")
        await focus.pass_time(3)
        await slide(focus, "pip")
        await focus.press("i", "enter")
        assert "1 interruption" in focus.text()
        await focus.press("f")
        assert "2 tangents · interrupted 1×" in focus.text()
        await focus.press("G", "enter")
        assert "Tangent   3 min driver" in focus.text()
        assert "Tangent   0 min driver → pip" in focus.text()


async def test_signs_of_ascii_alone(tmp_path: Path) -> None:
    config = '[notify]\nchannels = ["bell"]\n[look]\nascii = true\n'
    async with opened(tmp_path, config=config) as focus:
        await focus.into(State.FOCUS, "audio")
        await slide(focus, "pip")
        assert "audio > pip" in focus.text()
