"""The day opens and closes: the limit, energy, rituals, breaks."""

from pathlib import Path
from typing import Any

from focus_tui.domain.interval import State
from focus_tui.ui.items import THOUGHT
from tests.ui.app import MINUTE, QUIET, Driven, opened
from tests.ui.walking import onto

LIMITED = QUIET + "[day]\nlimit_minutes = 50\n"


async def work(focus: Driven, minutes: int) -> None:
    """A session that is asked about no more."""
    focus.services.focus.start("Mel filters", planned_ms=minutes * MINUTE)
    focus.services.keeper.key_pressed()
    await focus.pass_time(minutes)
    focus.services.focus.next()
    focus.services.focus.finish()
    await focus.look()


def marks(focus: Driven, kind: str) -> list[dict[str, Any]]:
    """The marks of a kind on the disk that hold."""
    there = (each for each in focus.table("marks") if not each["deleted_at"])
    return [each for each in there if each["kind"] == kind]


async def test_all_of_the_days_end_is_there_in_a_small_window(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(40, 12), config=LIMITED) as focus:
        await work(focus, 50)
        await focus.press("enter", "n", "enter", "enter")
        assert focus.dialog == "EnoughDialog"
        assert "Energy  1 empty   2   3   4   5 full" in focus.text()
        assert focus.footer.split() == ["enter", "enough", "r", "ritual", "esc", "later"]
        await focus.press("4", "escape", "space")
        assert "a line, for the week's review" in focus.text()


async def test_near_the_limit_the_top_line_says_so_on_every_screen(tmp_path: Path) -> None:
    async with opened(tmp_path, config=LIMITED) as focus:
        await work(focus, 39)
        assert "of 50 min" not in focus.top
        assert "1 session · 39 min of 50 min" in focus.text()
        await work(focus, 1)
        assert focus.top.endswith("40 min of 50 min  ? 1 question")
        focus.services.focus.start("A long name of what is being worked on", planned_ms=25 * MINUTE)
        await focus.look()
        await focus.press("2")
        assert "● 25:00 A long nam" in focus.top
        assert focus.top.endswith("  40 min of 50 min")


async def test_beyond_the_limit_a_session_asks_why_and_then_begins(tmp_path: Path) -> None:
    async with opened(tmp_path, config=LIMITED) as focus:
        await work(focus, 50)
        assert "Enough for today: 50 min of focus. The rest is yours." in focus.text()
        before = focus.file.read_bytes()
        await focus.press("space")
        assert "Enough for today: 50 min of 50 min. Why more?" in focus.text()
        await focus.press("escape")  # it may stay at that
        assert (focus.file.read_bytes(), focus.timer()) == (before, None)
        await focus.press("space")
        await focus.type("a proof is half done")
        await focus.press("enter")
        timer = focus.timer()
        assert timer is not None
        assert (focus.dialog, focus.notice) == ("", "Started: 25 min.")
        (mark,) = marks(focus, "beyond")
        assert (mark["session_id"], mark["text"]) == (timer["id"], "a proof is half done")
        assert "interruption" not in focus.text()
        await focus.press("u")
        assert (focus.timer(), marks(focus, "beyond")) == (None, [])


async def test_it_asks_again_with_the_day_s_last_answer(tmp_path: Path) -> None:
    async with opened(tmp_path, config=LIMITED) as focus:
        await work(focus, 50)
        focus.services.thoughts.capture("buy tea")
        await focus.look()
        await onto(focus, THOUGHT)
        for key, words in (("b", "why not"), ("space", "")):
            await focus.press(key)
            assert focus.dialog == "LineDialog"
            await focus.type(words)
            await focus.press("enter")
            assert focus.timer() is not None
            await focus.press("x", "escape")
        assert [each["text"] for each in marks(focus, "beyond")] == ["why not", "why not"]


async def test_the_day_s_end_is_a_question_that_shows_what_was_done(tmp_path: Path) -> None:
    async with opened(tmp_path, config=LIMITED) as focus:
        await work(focus, 50)
        assert "? Enough for today: 50 min of focus." in focus.text()
        await focus.press("home", "j", "enter")
        assert focus.dialog == "EnoughDialog"
        assert "1 session · 50 min of 50 min" in focus.text()
        await focus.press("2", "4")
        assert [each["amount"] for each in marks(focus, "energy")] == [2, 4]
        await focus.press("r")
        assert (focus.dialog, len(marks(focus, "enough"))) == ("RitualDialog", 1)
        await focus.press("escape")
        assert "? Enough for today" not in focus.text()


async def test_energy_is_said_by_a_digit(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("E", "0", "6")
        assert (focus.dialog, focus.data()) == ("LevelDialog", {})
        await focus.press("3")
        assert (focus.dialog, focus.notice) == ("", "Energy: 3 of 5.")
        assert [(each["amount"], each["on"]) for each in marks(focus, "energy")] == [
            (3, "2026-11-23")
        ]


async def test_a_ritual_is_run_by_one_key_and_ticked_line_by_line(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("r")
        assert "Opening ritual" in focus.text()
        await focus.press("space", "enter")
        assert [each["text"] for each in marks(focus, "opening")] == [
            "A glass of water",
            "Phone away",
        ]
        await focus.press("space")
        assert [each["text"] for each in marks(focus, "opening")] == ["A glass of water"]
        await focus.press("3")
        assert marks(focus, "energy") == []
        await focus.press("tab")
        assert "Closing ritual" in focus.text()
        await focus.press("5", "end", "enter")
        await focus.type("Redo the loss by hand")
        await focus.press("enter")
        assert "✓ Tomorrow's first thing: Redo the loss by hand" in focus.text()
        assert [each["amount"] for each in marks(focus, "energy")] == [5]
        await focus.press("escape", "z")
        assert "Redo the loss" not in focus.text()
        focus.clock.run(24 * 60 * MINUTE)
        await focus.look()
        assert any("1 Redo the loss by hand" in line for line in focus.lines())
        await focus.press("home", "enter")
        await focus.type(", twice")
        await focus.press("enter")
        await focus.press("space")
        assert focus.notice.startswith("Started: 25 min on Redo the loss by hand, twice.")


async def test_a_ritual_without_lines_says_where_they_come_from(tmp_path: Path) -> None:
    async with opened(tmp_path, config=QUIET + "[rituals]\nopening = []\n") as focus:
        await focus.press("r", "space", "enter")
        assert "No lines yet: the settings hold them." in focus.text()
        assert focus.data() == {}


async def test_a_break_shows_one_thing_to_do_and_the_next_one_another(tmp_path: Path) -> None:
    config = QUIET + '[breaks]\nideas = ["Walk [round]", "Water"]\n'
    async with opened(tmp_path, config=config) as focus:
        shown = []
        for _ in range(2):
            await focus.into(State.BREAK)
            first = [idea for idea in ("Walk [round].", "Water.") if idea in focus.text()]
            await focus.pass_time(2)
            assert [idea for idea in ("Walk [round].", "Water.") if idea in focus.text()] == first
            shown += first
            focus.services.focus.finish()
        assert sorted(shown) == ["Walk [round].", "Water."]


async def test_a_break_that_runs_over_is_counted_aloud(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 40)) as focus:
        await focus.into(State.OVERRUN)
        for minutes in (1, 2):
            assert (
                f"The break is {minutes} min over: space begins the next session." in focus.text()
            )
            assert "past the break" in focus.top
            await focus.pass_time(1)
        await focus.press("f")
        assert "1 session · 3 min of 5 h · breaks 3 min over" in focus.text()


async def test_the_hour_to_begin_is_told_and_stays_until_it_was_seen(tmp_path: Path) -> None:
    async with opened(tmp_path, config=QUIET + '[day]\nnudge_at = "08:32"\n') as focus:
        await focus.pass_time(1)
        assert focus.notice == ""
        await focus.pass_time(1)
        assert focus.notice.startswith("You meant to begin at 08:32.")
        await focus.until(lambda: focus.bells == 1, "the bell")
        await focus.pass_time(1)
        assert focus.notice.startswith("You meant to begin at 08:32.")
        await focus.press("z")
        assert (focus.notice, focus.dialog) == ("", "")
