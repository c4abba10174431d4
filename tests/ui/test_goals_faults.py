"""The Goals screen where the data can't be read, or change under it; and years that are summed."""

from pathlib import Path

import pytest

from focus_tui.domain.goal import Column, Goal
from focus_tui.domain.subject import Subject
from focus_tui.ui.summing import SUMMING
from tests.support import made_up
from tests.support.broken import FAULTS, heal
from tests.support.clock import FakeClock
from tests.support.made_up import MINUTE, at
from tests.support.sweeps import spread
from tests.ui.aims import board, drop, field, goal, goals_open, here, lined_up, on_disk, spot, take
from tests.ui.app import Driven, elsewhere, opened

KEYS = (
    *("n", "w", "e", "enter", "p", "P", "a", "A", "b", "y", "m", "d"),
    *("H", "J", "K", "L", "h", "l", "j", "k", "g", "G", "tab", "u", "ctrl+r"),
)

READ = ("a newer format", "Latin-1")
"""These can still be shown."""


async def three(focus: Driven) -> None:
    """A goal in two columns, one with a target, and a promise."""
    services = focus.services
    services.goals.add("Octave", Column.SOMEDAY)
    services.goals.change(goal(focus, "Audio").id, "target", "5 posts")
    services.commitments.promise("Write the draft")
    services.lineup.add(services.upcoming.of_goal(goal(focus, "Audio").id))
    await focus.look()


@pytest.mark.parametrize(
    ("fault", "keys"), spread([each for each in FAULTS if each not in READ], KEYS, 4)
)
async def test_data_that_can_t_be_read_stop_no_key_and_lose_no_word(
    fault: str, keys: tuple[str, ...], tmp_path: Path
) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        await three(focus)
        whole = focus.file.read_bytes()
        break_it, _ = FAULTS[fault]
        break_it(focus.file)
        await focus.look()
        for way in ((), ("tab",)):
            await focus.press(*way)
            for key in keys:
                await focus.press(key, "escape", "escape")
                await focus.look()
                assert focus.app.is_running, key
        heal(focus.file, whole)
        await focus.look()
        assert focus.file.read_bytes() == whole
        assert "Octave" in focus.text()


LINES = {
    # How a line is opened, and what it says once it is saved.
    "n": ("goals", "title"),
    "w": ("goals", "why"),
    "p": ("commitments", "text"),
}


@pytest.mark.parametrize("key", LINES)
async def test_words_that_can_t_be_saved_wait(key: str, tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        whole = focus.file.read_bytes()
        await focus.press(key, "end", "ctrl+u")
        await focus.type("these words")
        break_it, words = FAULTS[next(iter(FAULTS))]
        break_it(focus.file)
        await focus.look()
        await focus.press("enter")
        assert focus.dialog == "LineDialog"
        assert words in focus.said
        assert field(focus).value == "these words"
        heal(focus.file, whole)
        await focus.press("enter")
        table, name = LINES[key]
        assert "these words" in [each[name] for each in focus.table(table)]


@pytest.mark.parametrize("line", ["Goal", "Area", "Colour"])
async def test_a_goal_s_page_over_data_that_break(line: str, tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        whole = focus.file.read_bytes()
        await focus.press("enter")
        while not here(focus).startswith(line):
            await focus.press("down")
        break_it, words = FAULTS[next(iter(FAULTS))]
        break_it(focus.file)
        await focus.look()
        await focus.press("enter")
        assert focus.app.is_running
        if focus.dialog == "LineDialog":
            await focus.type("!")
            await focus.press("enter")
        assert words in focus.said
        await focus.press("escape", "escape")
        heal(focus.file, whole)
        await focus.press("enter")
        assert focus.dialog == "GoalDialog"


async def test_a_card_dropped_over_data_that_can_t_be_read(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        whole = focus.file.read_bytes()
        x, y = spot(focus, "Someday")
        await take(focus, "A Audio", (x, y + 1))
        break_it, _ = FAULTS[next(iter(FAULTS))]
        break_it(focus.file)
        await focus.look()
        await drop(focus, x, y + 1)
        assert focus.app.is_running
        heal(focus.file, whole)
        await focus.look()
        assert board(focus) == {"active": ["Audio"]}


@pytest.mark.parametrize("name", ["Trash", "Archived goals", "Days off", "Goal"])
async def test_pages_over_data_that_can_t_be_read(name: str, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.goals.add("Audio")
        await focus.look()
        whole = focus.file.read_bytes()
        break_it, _ = FAULTS[next(iter(FAULTS))]
        break_it(focus.file)
        await focus.look()
        focus.app.perform(
            {
                "Trash": "trash",
                "Archived goals": "archive",
                "Days off": "daysoff",
                "Goal": "today.goal",
            }[name]
        )
        await focus.settle()
        assert focus.app.is_running
        await focus.press("enter", "escape", "escape")
        heal(focus.file, whole)
        await focus.look()
        assert focus.app.is_running


async def test_what_a_shell_changes_is_shown_and_the_cursor_stays(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", "Kaggle") as focus:
        await focus.press("j")
        shell = elsewhere(focus)
        shell.goals.carry(goal(focus, "Kaggle").id, -1)
        shell.goals.add("Octave", Column.SOMEDAY)
        shell.commitments.promise("from a shell")
        await focus.look()
        assert here(focus) == "K Kaggle"
        assert "Octave" in focus.text()
        assert "from a shell" in focus.text()
        shell.goals.delete(goal(focus, "Kaggle").id)
        await focus.look()
        assert here(focus) == "A Audio"


async def test_a_line_outlives_that_its_goal_is_carried_elsewhere(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        await focus.press("L", "L")
        await focus.type("the wrong")
        elsewhere(focus).goals.move(goal(focus, "Audio").id, Column.SOMEDAY)
        await focus.look()
        assert field(focus).value == "the wrong"
        await focus.type(" tool")
        await focus.press("enter")
        assert on_disk(focus, "goals", "Audio")["reason"] == "the wrong tool"


async def test_who_rests_is_gone_while_it_is_asked(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio", "Kaggle", "Writing") as focus:
        focus.services.goals.add("Octave", Column.SOMEDAY)
        await focus.look()
        await focus.press("left", "L")
        assert focus.dialog == "PickDialog"
        elsewhere(focus).goals.delete(goal(focus, "Audio").id)
        await focus.look()
        await focus.press("enter")
        assert focus.app.is_running
        assert "Audio" not in str(board(focus))
        assert "Octave" in board(focus)["active"]


async def test_six_places_filled_elsewhere(tmp_path: Path) -> None:
    async with goals_open(tmp_path, "Audio") as focus:
        shell = elsewhere(focus)
        for _ in range(6):
            shell.lineup.add(shell.upcoming.of_goal(goal(focus, "Audio").id))
        await focus.press("y")
        assert "6 sessions are lined up" in focus.notice
        assert len(lined_up(focus)) == 6


def archived(folder: Path, goal: Goal) -> None:
    """An archive of the year before, with one session of an hour on the goal."""
    other = folder / "other"
    other.mkdir()
    clock = FakeClock(wall_ms=at(8, 30) - 365 * 24 * 60 * MINUTE)
    made = made_up.opened(other, clock)
    made.focus.start(subject=Subject("", goal_id=goal.id), planned_ms=60 * MINUTE)
    made_up.run(made, clock, 60)
    made.focus.finish()
    (other / "focus.json").rename(folder / "sessions-2025.json")


async def test_past_years_are_summed_once_and_said(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        made = focus.services.goals.add("Audio")
    archived(tmp_path, made)
    async with opened(tmp_path) as focus:
        assert not focus.services.standings.complete
        await focus.press("2")
        assert focus.notice == SUMMING
        await focus.until(lambda: focus.services.standings.complete, "the sums")
        assert focus.services.standings.of(made).focused_ms == 3_600_000
    async with opened(tmp_path) as focus:
        await focus.press("2")
        assert focus.notice == ""
        assert "1 h · " in focus.text()


async def test_the_sums_are_shown_once_they_are_there(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        made = focus.services.goals.add("Audio")
    archived(tmp_path, made)
    async with opened(tmp_path) as focus:
        await focus.press("2")
        await focus.until(lambda: "1 h · " in focus.text(), "the sums")


async def test_a_year_that_can_t_be_read_leaves_the_board(tmp_path: Path) -> None:
    (tmp_path / "sessions-2025.json").write_text("no json", encoding="utf-8")
    async with goals_open(tmp_path, "Audio") as focus:
        await focus.settle()
        assert focus.app.is_running
        assert "A Audio" in focus.text()
        await focus.press("n")
        assert focus.dialog == "LineDialog"
