"""The board in windows of every size, in every look, with many goals and with hostile words."""

from pathlib import Path

import pytest

from focus_tui.domain.goal import Column
from tests.support.controls import BEGINNING, WORST, obeyed
from tests.ui.aims import board, goals_open, here
from tests.ui.app import MINUTE, QUIET, Driven, opened
from tests.ui.opened import opened as in_a_terminal

SIZES = [(80, 24), (120, 40), (200, 50), (40, 12), (30, 8)]
LOOKS = {
    "light": '[look]\ntheme = "focus-light"\n',
    "ascii": "[look]\nascii = true\n",
}


def many(focus: Driven, count: int) -> None:
    """So many goals that wait."""
    for number in range(count):
        focus.services.goals.add(f"goal {number:03}", Column.SOMEDAY)


@pytest.mark.parametrize("size", SIZES)
async def test_no_line_is_wider_than_the_window_and_the_cursor_is_in_sight(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with goals_open(tmp_path, "Audio " * 30, "Kaggle", size=size) as focus:
        focus.services.commitments.promise(f"{'Filters ' * 20}: 3 days")
        await focus.look()
        for key in ("j", "k", "h", "l", "l", "h"):
            await focus.press(key)
            assert all(len(line) <= size[0] for line in focus.lines())
        assert here(focus)[:7] == "A Audio"


async def test_a_wide_board_says_how_steadily_the_person_shows_up(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", size=(120, 40)) as focus:
        focus.services.commitments.promise("Filters: 3 days")
        assert "showing up" not in focus.text()  # nobody begins with a nought
        for _ in range(4):
            focus.services.focus.start(planned_ms=MINUTE)
            await focus.pass_time(1)
            focus.services.focus.finish()
            focus.services.focus.finish()
            focus.clock.run(24 * 60 * MINUTE)
        await focus.look()
        score = focus.services.standings.showing_up()
        assert score
        assert f"29 Nov · showing up {score} of 100" in focus.text()
        clock = focus.clock
    async with opened(tmp_path, size=(120, 40), clock=clock) as focus:
        await focus.press("2")
        assert f"showing up {score} of 100" in focus.text()  # at the first look too


@pytest.mark.parametrize("look", LOOKS)
async def test_in_every_look(look: str, tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", size=(120, 40), config=QUIET + LOOKS[look]) as focus:
        focus.services.commitments.promise("Filters: 3 days")
        await focus.look()
        assert "A Audio" in focus.text()
        if look == "ascii":
            assert focus.text().isascii()


async def test_without_colour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with goals_open(tmp_path, "Audio", "Kaggle") as focus:
        await focus.press("j")
        assert here(focus) == "K Kaggle"


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_200_goals(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(tmp_path, size=size) as focus:
        many(focus, 200)
        await focus.press("2", "left")
        for key, number in (("G", 199), ("k", 198), ("g", 0), ("j", 1)):
            await focus.press(key)
            assert here(focus) == f"G goal {number:03}"
        await focus.press(*["j"] * 40)
        assert here(focus) == "G goal 041"
        await focus.press("J")
        assert here(focus) == "G goal 041"
        assert board(focus)["someday"][41:43] == ["goal 042", "goal 041"]


def test_hostile_words_reach_no_terminal(tmp_path: Path) -> None:
    file = tmp_path / "focus.json"
    with in_a_terminal(file, size=(120, 40)) as terminal:
        for keys, shown in (
            ("2", "Someday"),
            (f"n\x1b[200~{WORST}\x1b[201~", BEGINNING),
            ("\r", "Why does it matter"),
            (f"\x1b[200~{WORST}\x1b[201~\r", "Active · 1"),
            ("p", "What do you promise"),
            ("\r", "Promised"),
            ("y", "Lined up"),
            ("\r", "Looked at anew"),
            ("\x1b", "enter open"),
            ("1", "Line-up"),
            ("o", "What is the session for?"),
            ("\x1b", "b begin"),
            ("2", "Active · 1"),
            ("d", "Deleted"),
            ("u", "Active · 1"),
        ):
            terminal.send(keys)
            terminal.wait_for(shown)
        terminal.send("q")
        terminal.wait_exit()
        assert obeyed(terminal.raw) == []
