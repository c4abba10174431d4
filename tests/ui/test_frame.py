"""What is said to the person, what comes from elsewhere, and the frame at every size."""

import json
from pathlib import Path

import pytest

from focus_tui.domain.interval import State
from tests.ui.app import QUIET, Heard, elsewhere, opened

TOP = {
    State.IDLE: ("focus   1 Today",),
    State.FOCUS: ("● 01:00", "Mel filters"),
    State.PAUSED: ("‖ 02:00", "paused", "Mel filters"),
    State.OVERTIME: ("● +02:00", "Mel filters"),
    State.BREAK: ("◌ 04:00", "break", "? 1 question"),
    State.OVERRUN: ("◌ +02:00", "break", "? 1 question"),
}
FACE = {
    State.IDLE: "Ready",
    State.FOCUS: "Session 1 of 4",
    State.PAUSED: "Paused for 1 min",
    State.OVERTIME: "2 min done",
    State.BREAK: "Stretch.",
    State.OVERRUN: "The break is 2 min over",
}


async def test_the_top_line_tells_state_time_and_intent_above_dialogs_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        for state in State:
            await focus.into(state)
            await focus.pass_time(1)
            assert FACE[state] in focus.text()
            for key in ("z", "c"):
                await focus.press(key)
                assert [part for part in TOP[state] if part not in focus.top] == [], state
            await focus.press("escape")


async def test_a_notice_stays_until_a_key(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space")
        for _ in range(3):
            await focus.pass_time(1)
            await focus.wheel(10, 20)
            assert focus.notice == "Started: 25 min."
            assert focus.lines()[-2].strip() == "Started: 25 min."
        await focus.press("z")
        assert focus.notice == ""
        assert "Started" not in focus.text()


@pytest.mark.parametrize("under", ["", "c", "w", "question_mark"])
async def test_the_bell_is_seen_until_somebody_answers_it(under: str, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS, "Mel filters")
        await focus.press(*[under] if under else [])
        await focus.pass_time(2)
        await focus.until(lambda: focus.bells == 1, "the bell")
        await focus.pass_time(3)
        assert focus.bells == 1
        said = "Session over. 2 min on “Mel filters”."
        if under:  # above a dialog too, whatever is typed there
            assert sum(said in line for line in focus.lines()) == 1
            await focus.press("h", "h")
            assert sum(said in line for line in focus.lines()) == 1
            await focus.press("escape")
        assert focus.lines()[-2].strip().startswith(said)
        await focus.press("z")
        assert "Session over" not in focus.text()


async def test_a_key_that_was_on_its_way_takes_no_bell_away(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS, "Mel filters")
        await focus.pass_time(2)
        await focus.press("z", "j")
        assert focus.lines()[-2].strip().startswith("Session over. 2 min on “Mel filters”.")
        await focus.press("i", "enter")  # what is said then stands below it
        assert focus.lines()[-3].strip().startswith("Session over. 2 min on “Mel filters”.")
        assert focus.lines()[-2].strip() == "Marked: interrupted by your own mind."
        await focus.pass_time(0.1)
        await focus.press("z")
        assert focus.notice == ""


async def test_the_clock_s_own_key_answers_the_bell_at_once(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS, "Mel filters")
        await focus.pass_time(2)
        await focus.press("space")
        assert focus.notice == "Finished: 2 min. 5 min of break."


async def test_breaks_ring_at_their_end_and_once_more(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.BREAK)
        await focus.press("z")
        said = []
        before = focus.bells
        for minute in range(1, 15):
            await focus.pass_time(1)
            if focus.notice:
                said.append((minute, focus.notice.partition(".")[0]))
                await focus.pass_time(0.1)
                await focus.press("z")
        assert said == [(5, "Break over"), (10, "Still on a break")]
        await focus.until(lambda: focus.bells == before + 2, "two bells")


async def test_words_of_the_bell_can_be_plain(tmp_path: Path) -> None:
    config = '[notify]\nchannels = ["bell"]\nwords = "plain"\n'
    async with opened(tmp_path, config=config) as focus:
        await focus.into(State.FOCUS, "Mel filters")
        await focus.pass_time(2)
        assert "Session over" in focus.notice
        assert "Mel" not in focus.notice


async def test_what_another_program_does_is_shown_within_a_second(tmp_path: Path) -> None:
    async with opened(tmp_path, kind=Heard) as focus:
        shell = elsewhere(focus)
        shell.focus.start("from a shell")
        await focus.until(lambda: "25:00 from a shell" in focus.top, "the session")
        shell.thoughts.capture("buy coffee")
        await focus.until(lambda: "· buy coffee" in focus.text(), "the thought")
        shell.focus.pause()
        await focus.until(lambda: "paused" in focus.top, "the pause")
        await focus.press("u")
        await focus.press("u")
        assert focus.notice == "Undone: capture “buy coffee”."
        assert "· buy coffee" not in focus.text()


async def test_what_is_typed_is_safe_from_what_happens_elsewhere(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        shell = elsewhere(focus)
        await focus.press("w")
        await focus.type("Mel fil")
        shell.focus.start("from a shell")
        shell.thoughts.capture("buy coffee")
        shell.focus.finish()
        await focus.look()
        await focus.type("ters")
        await focus.press("enter")
        assert "Mel filters" in focus.text()


async def test_a_refusal_is_one_sentence(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space")
        elsewhere(focus).focus.finish()
        await focus.press("x")  # before the app has looked
        assert focus.notice == "Nothing is running: start a session first."


async def test_a_file_broken_meanwhile_stops_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS)
        whole = focus.file.read_bytes()
        focus.file.write_text("{", encoding="utf-8")
        await focus.look()
        assert f"{focus.file.name} is not JSON" in focus.notice
        for key in ("space", "j", "w", "escape", "c", "a", "enter", "escape", "i", "ctrl+p"):
            await focus.press(key)
            await focus.look()
        await focus.press("escape")
        await focus.pilot.resize_terminal(120, 40)
        await focus.settle()
        assert focus.app.is_running
        assert focus.file.read_text(encoding="utf-8") == "{"
        focus.file.write_bytes(whole)
        await focus.look()
        await focus.press("space")
        assert focus.notice.startswith("Paused")


async def test_what_another_device_left_running_can_be_closed(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS, "Mel filters")
        await focus.press("f")
    file = tmp_path / "focus.json"
    async with opened(tmp_path, clock=focus.clock) as focus:
        await focus.into(State.FOCUS, "on the other one")
        tables = focus.data()
        tables["timer"] = {"another": next(iter(tables["timer"].values())) | {"device": "another"}}
        file.write_text(json.dumps(tables), encoding="utf-8")
        await focus.look()
        assert "? Another device left on the other one running. Close it?" in focus.text()
        await focus.press("home", "enter")
        assert focus.dialog == "ElsewhereDialog"
        await focus.press("c")
        assert (focus.dialog, focus.table("timer")) == ("", [])
        assert "on the other one" in {each["intent"] for each in focus.table("sessions")}


SIZES = {
    # What can be seen at a size: the large clock, the intent, the keys, the day.
    (200, 60): (True, True, True, True),
    (120, 40): (True, True, True, True),
    (80, 24): (True, True, True, True),
    (40, 12): (True, True, True, False),
    (29, 9): (False, False, False, False),
    (20, 5): (False, False, False, False),
    (5, 1): (False, False, False, False),
}


async def test_every_size_shows_what_fits_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS, "Mel filters")
        for size, seen in SIZES.items():
            await focus.pilot.resize_terminal(*size)
            await focus.settle()
            text = focus.text()
            large = "█" in text
            face = sum("Mel filters" in line for line in focus.lines()[1:]) == 1
            shown = (large or "02:00" in text, face, "pause" in focus.footer, "Mon 23 Nov" in text)
            assert shown == (True, *seen[1:]), size
            assert large or not seen[0]


async def test_no_size_and_no_change_of_it_ends_the_app(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.BREAK)
        for key in ("z", "c", "question_mark", "enter"):
            await focus.press(key)
            for size in ((1, 1), (200, 2), (3, 60), (250, 70), (80, 24)):
                await focus.pilot.resize_terminal(*size)
                await focus.settle()
                assert len(focus.lines()) == size[1]
            await focus.press("escape")
        assert focus.app.is_running


async def test_a_long_notice_can_be_read_whole_at_every_width(tmp_path: Path) -> None:
    sentence = " ".join(f"{word}-and-so-on" for word in range(12))
    async with opened(tmp_path) as focus:
        focus.app.say(sentence)
        for size in ((80, 24), (60, 24), (100, 30), (50, 20)):
            await focus.pilot.resize_terminal(*size)
            await focus.settle()
            said = " ".join(" ".join(focus.lines()[-6:-1]).split())
            assert said.endswith(sentence), size


async def test_ascii_only(tmp_path: Path) -> None:
    async with opened(tmp_path, config="[look]\nascii = true\n" + QUIET) as focus:
        for state in State:
            await focus.into(state)
            for key in ("z", "c", "question_mark", "w"):
                await focus.press(key)
                assert focus.text().isascii(), (state, key)
                await focus.press("escape")


async def test_where_room_lacks_the_clock_goes_before_other_screens(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(40, 12)) as focus:
        assert focus.top.split() == ["focus", "1", "Today", *"23456"]
        await focus.press("space", "5")
        assert focus.top.split() == ["focus", *"12345", "Log", "6", "●", "25:00"]
        await focus.pilot.resize_terminal(30, 12)
        await focus.settle()
        assert focus.top.split() == ["focus", "5", "Log", "●", "25:00"]


async def test_beside_a_dialog_no_keys_are_shown_that_do_not_work(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(200, 50)) as focus:
        await focus.press("S")
        assert focus.footer.split() == ["enter", "choose", "esc", "back"]
        await focus.press("escape")
        assert "space start" in focus.footer


async def test_words_that_teach_are_not_cut_off(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(40, 24)) as focus:
        await focus.press("5")
        said = " ".join(focus.text().split())
        assert "Each session that ends stands here, and can be corrected." in said
        assert "space begins one now." in said
