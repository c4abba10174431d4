"""The length of a session by keys: its shape, more and less, no end, no pause, a past start."""

from pathlib import Path

from focus_tui.domain.interval import State
from tests.ui.app import MINUTE, QUIET, Driven, opened

SHAPES = "ShapeDialog"
OWN = QUIET + '[shapes]\nown = ["deep 80/15"]\n'


def ends(focus: Driven) -> list[tuple[str, str, object]]:
    """What has ended: its kind, what became of it, its account."""
    return [(each["kind"], each["outcome"], each["spans"]) for each in focus.table("sessions")]


async def test_a_shape_is_chosen_by_its_digit_or_by_the_cursor_for_the_next_session(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, config=OWN) as focus:
        assert "S shape" in focus.footer
        await focus.press("S")
        assert focus.dialog == SHAPES
        assert "The shape of the next session" in focus.text()
        assert "3 50/10   50 min · breaks 10 and 20" in focus.text()
        await focus.press("3")
        assert focus.dialog == ""
        assert focus.notice == "Next: 50/10, 50 min · breaks 10 and 20."
        assert "space begins · 50/10" in focus.text()
        await focus.press("S", "G", "enter")  # the last is the person's own
        assert focus.notice == "Next: deep, 80 min · breaks 15 and 30."
        await focus.press("space")
        assert "1:20:00" in focus.top
        assert "Session 1 of 4 · deep" in focus.text()
        await focus.press("s")
        assert focus.notice == "Finished: 0 min. 15 min of break."


async def test_what_runs_takes_another_shape_or_says_why_not(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space")
        await focus.pass_time(20)
        await focus.press("S", "5")  # 15/5
        assert focus.dialog == SHAPES
        assert focus.said.startswith("This session has 20 min already, and 15/5 ends after 15 min")
        assert "The shape of this session" in focus.text()
        await focus.press("4")
        assert (focus.dialog, focus.notice) == ("", "Now 90/20: 1 h 10 to go.")
        assert "1:10:00" in focus.top
        await focus.press("S", "enter")  # the cursor begins on the one in force
        assert "1:10:00" in focus.top
        await focus.press("u")
        assert "05:00" in focus.top


async def test_an_open_session_counts_up_and_earns_a_break_of_a_fifth(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("S", "6")
        assert focus.notice == "Next: open, until you end it · break a fifth of it."
        assert "space begins · open" in focus.text()
        await focus.press("space")
        assert focus.notice == "Started: open-ended."
        await focus.pass_time(32)
        assert "32:00" in focus.top
        assert "+" not in focus.footer
        assert "=" not in focus.footer
        before = focus.data()
        await focus.press("plus", "minus", "equals_sign")
        assert focus.data() == before
        await focus.press("s")
        assert focus.notice == "Finished: 32 min. 6 min of break."
        assert ends(focus) == [("focus", "done", [["focus", 32 * MINUTE]])]
        assert "06:00" in focus.top


async def test_a_pause_voids_a_strict_session_and_undo_brings_it_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("S", "7", "space")
        assert focus.footer.lstrip().startswith("space void")
        await focus.pass_time(10)
        await focus.press("space")
        assert focus.notice == "Voided: a strict session has no pause. Undo brings it back."
        assert focus.app.present.state is State.IDLE
        assert ends(focus) == [("focus", "void", [["focus", 10 * MINUTE]])]
        assert focus.dialog == "LineDialog"
        await focus.type("mail")
        await focus.press("enter")
        assert [each["text"] for each in focus.table("marks")] == ["mail"]
        await focus.press("u")
        assert focus.notice == "Undone: say why the session is void."
        await focus.press("u")
        assert (focus.app.present.state, ends(focus)) == (State.PAUSED, [])
        assert focus.footer.lstrip().startswith("space resume")
        await focus.press("space")
        assert "15:00" in focus.top


async def test_a_goal_has_a_shape_of_its_own(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        goals = focus.services.goals
        goal = goals.add("Audio")
        goals.change(goal.id, "shape", "40/8 strict")
        focus.services.upcoming.next_on(focus.services.upcoming.of_goal(goal.id))
        await focus.look()
        assert "space begins · 40/8 strict" in focus.text()
        await focus.press("space")
        assert focus.notice == "Started: 40 min on Audio."
        assert focus.footer.lstrip().startswith("space void")


async def test_less_and_two_more_inside_the_plan(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space", "minus")
        assert focus.notice == "Five minutes less: 20 min to go."
        await focus.press("equals_sign")
        assert focus.notice == "Two minutes more: 22 min to go."
        await focus.pass_time(17)
        await focus.press("minus")
        assert focus.notice.startswith("With 5 min to go there is no 5 min to take away")
        await focus.press("u")
        assert "03:00" in focus.top


async def test_two_more_minutes_at_the_end_ring_anew(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.OVERTIME)
        assert "= 2 min" in focus.footer
        rung = focus.bells
        await focus.press("equals_sign")
        assert focus.notice == "Two minutes more: 2 min to go."
        assert "02:00" in focus.top
        await focus.pass_time(2)
        assert focus.bells == rung + 1
        assert focus.app.present.state is State.OVERTIME


async def test_a_start_in_the_past_by_minutes_or_by_the_time(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:  # at half past eight
        await focus.choose("Start in the past")
        await focus.type("soon")
        await focus.press("enter")
        assert focus.said.startswith("“soon” says no time: give the minutes since it began")
        await focus.press(*["backspace"] * 4, "0", "8", ":", "2", "3", "enter")
        assert (focus.dialog, focus.notice) == ("", "Started, 7 min ago: 25 min.")
        assert "18:00" in focus.top
        await focus.press("f")
        await focus.pass_time(5)
        await focus.choose("Start in the past")
        await focus.type("6")
        await focus.press("enter")
        assert focus.said == "The record is full until 08:30: a session can begin since then."
        await focus.press("backspace", "5", "enter")
        assert "20:00" in focus.top


async def test_a_start_in_the_past_beyond_the_limit_asks_why_first(tmp_path: Path) -> None:
    async with opened(tmp_path, config=QUIET + "[day]\nlimit_minutes = 30\n") as focus:
        await focus.press("S", "6", "space")
        await focus.pass_time(30)
        await focus.press("f")
        await focus.pass_time(9)
        await focus.choose("Start in the past")
        await focus.type("8")
        await focus.press("enter")
        assert "Enough for today: 30 min of 30 min. Why more?" in focus.text()
        await focus.type("a proof is half done")
        await focus.press("enter")
        assert (focus.dialog, focus.notice) == ("", "Started, 8 min ago: open-ended.")
        assert "08:00" in focus.top
