"""The log as a person uses it: looked back on, found in, corrected; and all of it undone."""

from pathlib import Path

import pytest

from focus_tui.domain.session import Outcome
from tests.ui.app import MINUTE, Driven
from tests.ui.logged import here, lived, log_open, onto, rows, screen, titles

TODAY = ["Mail", "Read chapter 3", "Mel filters"]


def session(focus: Driven, intent: str) -> dict[str, object]:
    there = [each for each in focus.table("sessions") if each["deleted_at"] is None]
    (found,) = [each for each in there if each["intent"] == intent]
    return found


async def change(focus: Driven, line: str) -> None:
    """Type another line in the place of the one that is there."""
    await focus.press("home", "ctrl+k")
    await focus.type(line)


# Looking back.


async def test_days_with_their_sums_the_latest_first(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        assert titles(focus) == [*TODAY, "Yesterday's"]
        text = " ".join(focus.text().split())
        assert "November 2026 3 sessions · 1 h 27" in text
        assert "Mon 23 Nov, today 2 sessions · 1 h 02" in text
        assert rows(focus)[:2] == [
            "▌ 10:00–10:10 ○ 10 min Mail early",
            "09:30–09:57 ● 27 min Read chapter 3",
        ]


async def test_other_days_and_more_of_them(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        for keys, named, seen in (
            (("left_square_bracket",), "October 2026", ["Last month's"]),
            (("right_square_bracket", "z", "d"), "Today, Mon 23 Nov", TODAY),
            (("h",), "Sun 22 Nov", ["Yesterday's"]),
            (("z", "w"), "16 to 22 Nov", ["Yesterday's"]),
            (("0",), "23 to 29 Nov", TODAY),
            (("z", "q"), "Q4 2026", [*TODAY, "Yesterday's", "Last month's"]),
            (("z", "y"), "2026", [*TODAY, "Yesterday's", "Last month's"]),
            (("z", "a"), "Everything", [*TODAY, "Yesterday's", "Last month's"]),
            (("z", "escape"), "Everything", [*TODAY, "Yesterday's", "Last month's"]),
            (("z", "m"), "November 2026", [*TODAY, "Yesterday's"]),
        ):
            await focus.press(*keys)
            assert focus.lines()[3].strip().startswith(named), keys
            assert titles(focus) == seen, keys


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (40, "d day w week m month q qtr y yr a all"),
        (80, "d day  w week  m month  q quarter  y year  a all"),
    ],
)
async def test_in_a_narrow_window_too_all_ranges_are_offered(
    tmp_path: Path, width: int, said: str
) -> None:
    async with log_open(tmp_path, size=(width, 12)) as focus:
        await focus.press("z")
        assert said in focus.text()


async def test_where_nothing_is_it_is_said_what_to_do(tmp_path: Path) -> None:
    async with log_open(tmp_path, days=False) as focus:
        assert "n adds one that was forgotten; space begins one now." in focus.text()
        lived(focus.services, "x", 0, 9, 0, 25)
        await focus.look()
        await focus.press("left_square_bracket")
        assert "Nothing in this time. [ looks further back" in focus.text()


async def test_found_as_one_types_and_breaks_when_wanted(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        await focus.press("slash")
        await focus.type("me")
        assert titles(focus) == ["Mel filters"]
        assert "1 found" in focus.text()
        await focus.press("enter", "escape", "slash")
        await focus.type("outcome:early")
        assert titles(focus) == ["Mail"]
        await focus.type("zzz")
        assert "Nothing is like that in this time. esc shows all again." in focus.text()
        await focus.press("escape")
        assert titles(focus) == [*TODAY, "Yesterday's"]
        focus.services.focus.start("now", planned_ms=MINUTE)
        await focus.pass_time(2)
        focus.services.focus.next()
        await focus.pass_time(3)
        focus.services.focus.finish()
        await focus.look()
        assert "short break" not in focus.text()
        await focus.press("B")
        assert "14:02–14:05 ◌ 3 min short break" in " ".join(rows(focus))


async def test_breaks_that_ran_long_are_found_where_breaks_are_left_out(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        focus.services.focus.start("now", planned_ms=MINUTE)
        await focus.pass_time(2)
        focus.services.focus.next()
        await focus.pass_time(12)
        focus.services.focus.finish()
        await focus.press("slash")
        await focus.type("is:overrun")
        assert "1 found · 1 break · 12 min" in focus.text()
        assert "14:02–14:14 ◌ 12 min short break" in " ".join(rows(focus))
        await focus.press("escape")
        assert "short break" not in focus.text()


# Correcting.


async def test_one_that_was_forgotten(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        await focus.press("n")
        await focus.type("11:00-11:40 Sketch")
        assert "Mon 23 Nov, 11:00 to 11:40: 40 min focus · done" in focus.text()
        await focus.press("enter")
        assert (here(focus), focus.notice) == ("Sketch", "Added: “Sketch”, 11:00 to 11:40.")
        made = session(focus, "Sketch")
        assert (made["spans"], made["outcome"]) == ([["focus", 40 * MINUTE]], "done")
        assert made["edited_at"] == "2026-11-23T13:00:00.000Z"
        await focus.press("u")
        assert "Sketch" not in titles(focus)
        await focus.press("n")
        await focus.type("2026-10-05 9:00 25 min Then")
        await focus.press("enter")
        assert (here(focus), titles(focus)) == ("Then", ["Last month's", "Then"])


CAN_NOT_BE = {
    "Sketch": "“Sketch” says no time",
    "09:05-08:05": "08:05 is not after the start at 09:05",
    "25:00-25:30": "“25:00” is no time of day",
    "13:50-14:20": "13:50 to 14:20 is not over yet",
    "2026-02-30 09:00": "“2026-02-30” is no date",
}


async def test_a_time_that_can_not_be(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        await focus.press("n")
        for line, why in CAN_NOT_BE.items():
            await change(focus, line)
            await focus.press("enter")
            assert focus.dialog == "PreviewDialog"
            assert focus.said.startswith(why)
        await focus.press("escape", "n")  # what was typed is still there
        assert line in focus.text()


async def test_times_are_moved_and_an_overlap_is_asked_about(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        await onto(focus, "Mel filters")
        before = session(focus, "Read chapter 3")
        await focus.press("t")
        await change(focus, "09:00-09:40")
        assert "25 min focus · 15 min overtime · done" in focus.text()
        await focus.press("enter")
        assert focus.dialog == "OverlapDialog"
        assert "f “Mel filters” gives way: 09:00 to 09:30" in focus.text()
        assert "c “Read chapter 3” gives way: 09:40 to 09:57" in focus.text()
        await focus.press("escape")
        assert focus.dialog == "PreviewDialog"
        assert session(focus, "Mel filters")["spans"] == [["focus", 25 * MINUTE]]
        await focus.press("enter", "c")
        assert (focus.dialog, here(focus)) == ("", "Mel filters")
        assert session(focus, "Read chapter 3")["spans"] == [["focus", 17 * MINUTE]]
        await focus.press("u")
        after = session(focus, "Read chapter 3")
        assert {**after, "updated_at": ""} == {**before, "updated_at": ""}


async def test_an_overlap_that_is_kept_is_seen_and_solved_later(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        lived(focus.services, "Twice", 0, 9, 40, 15)
        await focus.look()
        await onto(focus, "Twice")
        assert "09:40–09:55 ○ 15 min Twice overlaps 09:30" in " ".join(rows(focus))
        await focus.press("w")
        assert "f “Twice”" not in focus.text()  # nothing of it would be left
        await focus.press("c")
        assert "overlaps" not in focus.text()
        assert titles(focus).count("Read chapter 3") == 2  # before and after it


async def test_split_and_joined(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        await onto(focus, "Read chapter 3")
        before = session(focus, "Read chapter 3")["spans"]
        await focus.press("s")
        await focus.type("09:45")
        assert "09:30 to 09:45: 15 min focus · early" in focus.text()
        assert "09:45 to 09:57: 12 min focus · early" in focus.text()
        await focus.press("enter")
        assert titles(focus).count("Read chapter 3") == 2
        await focus.press("k", "J")  # with the one before it
        assert focus.notice == "Joined: 09:30 to 09:57."
        assert session(focus, "Read chapter 3")["spans"] == before


async def test_several_are_joined(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        await onto(focus, "Read chapter 3")
        await focus.press("v", "v", "J")
        assert focus.notice == "Joined: 09:00 to 09:57."
        assert titles(focus) == ["Mail", "Mel filters", "Yesterday's"]
        (whole,) = [each for each in focus.table("sessions") if each["intent"] == "Mel filters"]
        assert whole["spans"] == [
            ["focus", 25 * MINUTE],
            ["away", 5 * MINUTE],
            ["overtime", 27 * MINUTE],
        ]
        assert focus.services.desk.present().day.count == 1
        await focus.press("u")
        assert titles(focus) == [*TODAY, "Yesterday's"]


async def test_voided_with_a_reason_and_restored(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        await onto(focus, "Mel filters")
        await focus.press("x", "down", "down", "enter")
        assert session(focus, "Mel filters")["outcome"] == "void"
        assert [each["text"] for each in focus.table("marks")] == ["distracted"]
        assert "x restore" in focus.footer
        await focus.press("enter")
        assert "void, distracted" in focus.text()
        await focus.press("escape", "x")
        assert session(focus, "Mel filters")["outcome"] == "done"
        await focus.press("x", "enter")
        assert session(focus, "Mel filters")["outcome"] == "void"  # without a reason


async def test_several_at_once(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        goal = focus.services.goals.add("Audio")
        await focus.press("v", "v", "o")
        await focus.press("enter")
        for intent in TODAY[:2]:
            assert session(focus, intent)["goal_id"] == goal.id
        await focus.press("enter")
        assert "several" in focus.text()
        await focus.press("end", "enter")
        await focus.type("tired")
        await focus.press("enter", "escape")
        assert [session(focus, each)["note"] for each in TODAY] == ["tired", "tired", ""]
        await focus.press("u")
        assert [session(focus, each)["note"] for each in TODAY] == ["", "", ""]
        await focus.press("V", "d")
        assert titles(focus) == []
        await focus.choose("Trash")
        await focus.press("enter", "escape")
        assert len(titles(focus)) == 1
        await focus.press("u", "u")
        assert titles(focus) == [*TODAY, "Yesterday's"]


async def test_the_page_changes_each_line_and_a_session_begins_on_the_same(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        await onto(focus, "Mail")
        await focus.press("enter", "enter")
        await change(focus, "Letters")
        await focus.press("enter", "j", "j", "j", "enter")
        await change(focus, "10 min")
        await focus.press("enter")
        assert session(focus, "Letters")["outcome"] == "done"
        await focus.press("j", "enter", "j", "enter", "enter")
        now = session(focus, "Letters")
        assert (now["outcome"], now["focused"]) == (Outcome.EARLY, "partly")
        await focus.press("escape")
        await onto(focus, "Mel filters")
        await focus.press("b")
        timer = focus.timer()
        assert timer is not None
        assert timer["intent"] == "Mel filters"
        assert screen(focus).is_current
