"""The review as a person goes through it by keyboard, from the first part to the finished page."""

from pathlib import Path

import pytest

from tests.ui.app import Driven, opened
from tests.ui.reviewed import SUNDAY, flat, part, review_open, rows, screen

DAY_MS = 24 * 3_600_000


async def answer(focus: Driven, text: str) -> None:
    await focus.press("enter")
    await focus.type(text)
    await focus.press("enter")


async def test_the_app_has_read_the_week_before_a_word_is_written(tmp_path: Path) -> None:
    async with review_open(tmp_path) as focus:
        assert "23 to 29 Nov" in focus.text()
        assert rows(focus) == [
            "▌ ◐ A Audio, the second lesson 3 of 8 sessions · partly",
            "◐ K Whale kernel 1 of 3 days before 10:00 · partly",
            "◐ W Publish the window post partly",
        ]
        await part(focus, "did")
        assert rows(focus)[:2] == [
            "▌ Focus 2 h 30 · 6 sessions",
            "The four weeks before 3 h 33 each",
        ]
        assert focus.table("reflections") == []


async def test_a_whole_review_by_keyboard(tmp_path: Path) -> None:
    async with review_open(tmp_path) as focus:
        await answer(focus, "Thursday was gone to pip")
        assert rows(focus)[1] == "Thursday was gone to pip"
        await part(focus, "did")
        await focus.press("G")
        await answer(focus, "too few")
        await part(focus, "won")
        assert rows(focus)[0].startswith("▌ ● Best day: Mon 23 Nov")
        await focus.press("x")
        assert rows(focus)[0].endswith("struck")
        await focus.press("enter")
        assert not rows(focus)[0].endswith("struck")
        await focus.press("n")
        await focus.type("Gave a talk")
        await focus.press("enter")
        assert rows(focus)[-1] == "● Gave a talk"
        await part(focus, "how")
        await focus.press("enter", "4", "j", "enter", "3")
        assert [line.split()[-1] for line in rows(focus)[:2]] == ["●●●●○", "●●●○○"]
        await focus.press("G", "enter")
        await focus.type("slow")
        await focus.press("enter")
        await focus.type("but good")
        await focus.press("ctrl+s")
        assert rows(focus)[-1] == "slow but good"
        await part(focus, "learned")
        await focus.press("n")
        await focus.type("A window is a product")
        await focus.press("enter", "i")
        assert rows(focus) == ["▌ • A window is a product idea"]
        await part(focus, "change")
        await focus.press("j", "t")
        assert focus.notice == "“Audio for fast.ai”: 4 sessions."
        await part(focus, "next")
        await focus.press("j", "t")
        assert focus.dialog == "LineDialog"
        await focus.press("enter")
        assert focus.notice == "Promised: “Audio for fast.ai”, 4 sessions."
        await focus.press("F")
        for words in (
            "finished",
            "2 h 30 · 6 sessions · 2 days shown up · 0 of 3 kept · energy 4 of 5 · mood 3 of 5",
            "“Thursday was gone to pip”",
            "Best day: Mon 23 Nov",
            "▾",
        ):
            assert words in flat(focus)
        await focus.press("G")
        for words in ("slow", "Gave a talk", "A window is a product", "Audio for fast.ai: 4 s"):
            assert words in focus.text()
        (reflection,) = focus.table("reflections")
        assert reflection["seen"]["promised"][0]["done"] == 3
        assert reflection["won"] == ["Best day: Mon 23 Nov, 1 h 15"]


async def test_quit_in_the_middle_and_resumed_at_the_same_letter(tmp_path: Path) -> None:
    async with review_open(tmp_path) as focus:
        await part(focus, "learned")
        await focus.press("n")
        await focus.type("A win")
        await focus.press("ctrl+q")
    async with review_open(tmp_path) as focus:
        assert screen(focus).part == "learned"
        await focus.press("n")
        assert "A win" in focus.text()
        await focus.type("dow")
        await focus.press("enter")
        assert rows(focus) == ["▌ • A window"]


async def test_all_of_it_is_undone_step_by_step(tmp_path: Path) -> None:
    async with review_open(tmp_path) as focus:
        goals, promises = focus.table("goals"), focus.table("commitments")
        await answer(focus, "x")
        await part(focus, "won")
        await focus.press("x")
        await part(focus, "change")
        await focus.press("j", "t")
        await part(focus, "next")
        await focus.press("j", "t", "enter", "F")
        for _ in range(5):
            await focus.press("u")
        assert focus.table("reflections") == []
        assert focus.table("answers") == []
        assert [each["text"] for each in focus.table("commitments")] == [
            each["text"] for each in promises
        ]
        cadences = [each["cadence"] for each in focus.table("goals")]
        assert cadences == [each["cadence"] for each in goals]


async def test_a_short_review_and_one_that_is_skipped(tmp_path: Path) -> None:
    async with review_open(tmp_path) as focus:
        await focus.press("z")
        assert "Won  Next week" in focus.text()
        assert screen(focus).part == "won"
        await focus.press("tab")
        assert screen(focus).part == "next"
        await focus.press("tab")
        assert screen(focus).part == "won"
        await focus.press("z", "S")
        assert "skipped" in focus.text()
        await focus.press("S")
        assert "skipped" not in focus.text()


async def test_a_week_that_is_not_over_is_looked_at_and_not_finished(tmp_path: Path) -> None:
    async with review_open(tmp_path, wall_ms=SUNDAY - 2 * DAY_MS) as focus:
        assert "16 to 22 Nov" in focus.text()  # the last one that is over has no review yet
        await focus.press("right_square_bracket")
        assert "not over yet" in focus.text()
        assert "finish" not in focus.footer
        await focus.press("F")
        assert focus.table("reflections") == []
        await answer(focus, "early")
        assert len(focus.table("answers")) == 1


async def test_a_goal_left_alone_is_kept_rests_or_is_let_go(tmp_path: Path) -> None:
    later = SUNDAY + 28 * DAY_MS
    async with review_open(tmp_path, wall_ms=later) as focus:
        await part(focus, "change")
        assert "was left alone: keep it, let it rest, or let it go?" in flat(focus)
        await focus.press("enter", "r")
        assert "rests." in focus.notice
        await focus.press("g", "enter", "l")
        assert "why?" in focus.text()
        await focus.type("not mine")
        await focus.press("enter")
        assert "Let go of" in focus.notice
        assert [each["reason"] for each in focus.table("goals")].count("not mine") == 1


async def test_looking_back(tmp_path: Path) -> None:
    async with review_open(tmp_path) as focus:
        await focus.press("F", "w")
        assert rows(focus)[0].startswith("▌ ● 23 to 29 Nov 2026")
        assert len(rows(focus)) == 5
        await focus.press("B", "j", "j", "B")
        assert "Side by side" in focus.text()
        assert "9 to 15 Nov" in focus.text()
        await focus.press("escape", "M")
        assert "November 2026" in focus.text()
        await focus.press("escape", "Y")
        assert "2026 16 h 40 · 40 sessions · 5 weeks" in flat(focus)
        await focus.press("escape", "g", "j", "enter")
        assert "16 to 22 Nov" in focus.text()


async def test_months_and_years_are_turned_as_far_as_there_are_weeks(tmp_path: Path) -> None:
    async with review_open(tmp_path) as focus:
        await focus.press("M")
        for key, shown in (
            ("right_square_bracket", "November 2026"),  # it has not begun
            ("left_square_bracket", "October 2026"),
            ("left_square_bracket", "October 2026"),  # nothing was before
            ("right_square_bracket", "November 2026"),
            ("left_square_bracket", "October 2026"),
            ("0", "November 2026"),
            ("left_square_bracket", "October 2026"),
        ):
            await focus.press(key)
            assert focus.lines()[3].strip().startswith(shown), key
        await focus.press("escape", "Y", "left_square_bracket")
        assert "2026" in focus.lines()[3]
        await focus.press("escape", "left_square_bracket")
        assert "16 to 22 Nov" in focus.text()
        await focus.press("B", "j", "j", "B", "left_square_bracket")
        assert "Side by side" in focus.text()


async def test_a_month_without_any_week_says_so(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("4", "M")
        assert "No week that begins in this time has held a session or a promise." in flat(focus)


async def test_found_in_all_that_was_said(tmp_path: Path) -> None:
    async with review_open(tmp_path) as focus:
        await answer(focus, "Thursday was gone to pip")
        await focus.press("slash")
        await focus.type("PIP")
        assert rows(focus)[:3][-1].startswith("▌ Thursday was gone to pip")
        await focus.press("enter", "enter")
        assert screen(focus).part == "intended"
        assert rows(focus)[1] == "Thursday was gone to pip"
        await focus.press("slash")
        await focus.type("zzz")
        assert "0 lines found" in focus.text()
        await focus.press("escape", "escape")
        assert "Intended" in focus.text()


async def test_what_may_be_shown(tmp_path: Path) -> None:
    async with review_open(tmp_path) as focus:
        await focus.press("V")
        assert "Nothing of this week may be shown: v on a part lets it be." in focus.text()
        await focus.press("escape", "v")
        assert "may be shown" in focus.text()
        await focus.press("V")
        assert "Audio, the second lesson: 3 of 8 sessions" in focus.text()


async def test_words_stand_beside_where_there_is_room(tmp_path: Path) -> None:
    async with review_open(tmp_path, size=(120, 40)) as focus:
        assert "What the week shows" in focus.text()
        await answer(focus, "gone to pip")
        line = next(line for line in focus.lines() if "second lesson" in line)
        assert line.index("gone to pip") > 80


@pytest.mark.parametrize("size", [(200, 50), (80, 24), (40, 12), (30, 8)], ids=str)
async def test_each_size_shows_the_part_and_its_first_row(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with review_open(tmp_path, size=size) as focus:
        assert "Intended" in focus.text()
        assert "▌ ◐ A Audio" in focus.text()


async def test_a_week_is_written_into_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    async with review_open(tmp_path) as focus:
        await focus.press("E")
        assert "Into which folder?" in focus.text()
        await focus.type(str(folder))
        await focus.press("enter")
        assert "Wrote 1 week into" in focus.notice
        assert (folder / "week-2026-11-23.md").read_text().startswith("---\nfocus: week\n")
        focus.services.preferences.change("review", "export_folder", str(folder))
        focus.services.preferences.change("review", "export_after", True)
        await focus.press("F")
        assert "reviewed: yes" in (folder / "week-2026-11-23.md").read_text()


async def test_old_ideas_are_offered_in_the_review(tmp_path: Path) -> None:
    async with review_open(tmp_path, wall_ms=SUNDAY + 98 * DAY_MS) as focus:
        await part(focus, "change")
        assert "1 idea left alone for long" in flat(focus)
        while "1 idea left" not in next(e for e in rows(focus) if e.startswith("▌")):
            await focus.press("j")
        await focus.press("enter")
        assert focus.dialog == "AgedDialog"
