"""What each key of the clock does in each of its states, from the key to the bytes on the disk."""

from pathlib import Path
from typing import Any

import pytest

from focus_tui.domain.interval import State
from focus_tui.services.voiding import REASONS
from tests.ui.app import MINUTE, QUIET, Driven, elsewhere, opened

Spans = list[list[object]]
NOTHING = "nothing"
KEYS = ("space", "f", "s", "plus", "x")


def runs(phase: str, planned_min: int, spans: Spans, paused: str | None = None) -> dict[str, Any]:
    """What stands in the file while something runs."""
    planned_ms = planned_min * MINUTE
    return {"phase": phase, "planned_ms": planned_ms, "spans": spans, "paused": paused}


def ended(kind: str, outcome: str, spans: Spans) -> dict[str, Any]:
    """What stands in the file of something that has ended."""
    return {"kind": kind, "outcome": outcome, "spans": spans}


ONE = [["focus", MINUTE]]
PAUSED = [["focus", MINUTE], ["pause", MINUTE]]
FULL = [["focus", 2 * MINUTE]]
OVER = [["focus", 2 * MINUTE], ["overtime", 2 * MINUTE]]
RESTED = [["break", MINUTE]]
LONG = [["break", 5 * MINUTE], ["overrun", 2 * MINUTE]]
SHORT_BREAK = runs("short_break", 5, [])
SESSION = runs("focus", 25, [])

# A session is planned for 2 minutes and a break for 5; each state has lasted for a minute, and
# overtime and overrun for two. What runs afterwards, what has ended by the key, what is said.
TABLE: dict[State, dict[str, tuple[dict[str, Any] | None, dict[str, Any] | None, str] | str]] = {
    State.IDLE: {
        "space": (SESSION, None, "Started: 25 min."),
        **dict.fromkeys(("f", "s", "plus", "x"), NOTHING),
    },
    State.FOCUS: {
        "space": (runs("focus", 2, ONE, "user"), None, "Paused at 1 min."),
        "f": (None, ended("focus", "early", ONE), "Finished: 1 min."),
        "s": (SHORT_BREAK, ended("focus", "early", ONE), "Finished: 1 min. 5 min of break."),
        "plus": (runs("focus", 7, ONE), None, "Five minutes more: 6 min to go."),
        "x": (None, ended("focus", "void", ONE), "Voided: its 1 min stay in the day's account."),
    },
    State.PAUSED: {
        "space": (runs("focus", 2, PAUSED), None, "Going on: 1 min to go."),
        "f": (None, ended("focus", "early", PAUSED), "Finished: 1 min."),
        "s": (SHORT_BREAK, ended("focus", "early", PAUSED), "Finished: 1 min. 5 min of break."),
        "plus": NOTHING,
        "x": (None, ended("focus", "void", PAUSED), "Voided: its 1 min stay in the day's account."),
    },
    State.OVERTIME: {
        "space": (SHORT_BREAK, ended("focus", "done", OVER), "Finished: 4 min. 5 min of break."),
        "f": (SHORT_BREAK, ended("focus", "done", OVER), "Finished: 4 min. 5 min of break."),
        "s": (SHORT_BREAK, ended("focus", "done", OVER), "Finished: 4 min. 5 min of break."),
        "plus": (runs("focus", 7, OVER), None, "Five minutes more: 5 min to go."),
        "x": (None, ended("focus", "void", OVER), "Voided: its 4 min stay in the day's account."),
    },
    State.BREAK: {
        "space": (
            SESSION,
            ended("short_break", "early", RESTED),
            "Started: 25 min on Mel filters.",
        ),
        "f": (None, ended("short_break", "early", RESTED), "The break is over."),
        "s": (SESSION, ended("short_break", "early", RESTED), "Started: 25 min on Mel filters."),
        "plus": (runs("short_break", 10, RESTED), None, "Five minutes more: 9 min to go."),
        "x": NOTHING,
    },
    State.OVERRUN: {
        "space": (SESSION, ended("short_break", "done", LONG), "Started: 25 min on Mel filters."),
        "f": (None, ended("short_break", "done", LONG), "The break is over."),
        "s": (SESSION, ended("short_break", "done", LONG), "Started: 25 min on Mel filters."),
        "plus": (runs("short_break", 10, LONG), None, "Five minutes more: 5 min to go."),
        "x": NOTHING,
    },
}


async def bring(focus: Driven, state: State) -> None:
    """Into the state, and a minute on."""
    if state is State.PAUSED:
        await focus.into(State.FOCUS)
        await focus.pass_time(1)
        await focus.press("space")
    else:
        await focus.into(state)
    await focus.pass_time(1)
    await focus.press("z")  # a key that means nothing, but shows that somebody is there
    assert focus.app.present.state is state


def part(document: dict[str, Any] | None, expected: dict[str, Any] | None) -> dict[str, Any] | None:
    """What of a document is spoken of."""
    return document and {name: document[name] for name in expected or document}


@pytest.mark.parametrize("state", State)
async def test_each_key_does_what_the_table_says(state: State, tmp_path: Path) -> None:
    # No break of this test is a long one.
    config = "[timer]\nsessions_before_long_break = 12\n" + QUIET
    async with opened(tmp_path, config=config) as focus:
        for key in KEYS:
            await bring(focus, state)
            before, sessions = focus.data(), len(focus.table("sessions"))
            expected = TABLE[state][key]
            await focus.press(key)
            if isinstance(expected, str):
                assert (focus.data(), focus.notice) == (before, ""), key
                continue
            running, closed, said = expected
            new = focus.table("sessions")[sessions:]
            assert focus.notice == said, key
            assert part(focus.timer(), running) == running, key
            assert [part(each, closed) for each in new] == ([closed] if closed else []), key
            assert focus.dialog == ("LineDialog" if key == "x" else ""), key
            await focus.press("escape")
            assert focus.table("marks") == [], key


def test_the_table_is_whole() -> None:
    assert {state: tuple(row) for state, row in TABLE.items()} == dict.fromkeys(State, KEYS)


async def test_f8_is_the_clocks_key_in_fields_and_dialogs_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("f8")
        await focus.press("w")
        await focus.type("Mel")
        await focus.press("f8")
        timer = focus.timer()
        assert timer is not None
        assert timer["paused"] == "user"
        await focus.press("space", "f")
        assert (focus.dialog, "Mel f" in focus.text()) == ("LineDialog", True)
        await focus.press("escape", "question_mark", "f8", "escape")
        timer = focus.timer()
        assert timer is not None
        assert timer["paused"] is None


async def test_why_it_is_void_is_asked_once_it_is_void(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS)
        await focus.pass_time(1)
        await focus.press("x")
        (session,) = focus.table("sessions")
        assert (session["outcome"], focus.timer(), focus.dialog) == ("void", None, "LineDialog")
        offered = [line.strip() for line in focus.lines() if line.strip() in REASONS]
        assert tuple(offered) == REASONS
        await focus.press("down", "down", "enter")
        assert (focus.dialog, focus.notice) == ("", "The reason is kept.")
        (mark,) = focus.table("marks")
        assert (mark["kind"], mark["text"]) == ("voided", "distracted")
        assert [mark["session_id"]] == [*focus.data()["sessions"]]
        await focus.press("G", "enter")
        assert "Void      distracted" in focus.text()
        await focus.press("escape", "5", "j", "enter")
        assert "void, distracted" in focus.text()
        await focus.press("escape", "1", "u")
        assert focus.notice == "Undone: say why “Mel filters” is void."
        await focus.press("u")
        assert focus.notice == "Undone: void “Mel filters”. Paused here; space goes on."
        assert (focus.table("sessions"), focus.table("marks")) == ([], [])


async def test_a_word_of_ones_own_is_a_reason_and_none_is_no_reason(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        for typed, kept in (("fire [b]alarm", ["fire [b]alarm"]), ("  ", []), ("", [])):
            await focus.into(State.FOCUS)
            before = len(focus.table("marks"))
            await focus.press("x")
            await focus.type(typed)
            await focus.press("enter")
            assert focus.dialog == ""
            assert [each["text"] for each in focus.table("marks")[before:]] == kept


async def test_a_reason_that_was_left_is_there_when_it_is_voided_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS)
        await focus.press("x")
        await focus.type("fire")
        await focus.press("escape")
        assert focus.table("marks") == []
        await focus.press("space", "x", "enter")  # another one
        assert focus.table("marks") == []
        await focus.press("u", "u", "u", "x", "enter")
        assert [each["text"] for each in focus.table("marks")] == ["fire"]


async def test_what_counts_again_meanwhile_takes_no_reason(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS)
        await focus.press("x")
        await focus.type("fire")
        elsewhere(focus).history.undo()
        await focus.press("enter")
        assert (focus.dialog, focus.said) == ("LineDialog", "That session is not there any more.")
        assert focus.table("marks") == []


async def test_lengths_and_cycle_come_from_the_settings(tmp_path: Path) -> None:
    config = """
        [timer]
        focus_minutes = 2
        short_break_minutes = 1
        long_break_minutes = 3
        sessions_before_long_break = 3
        [notify]
        channels = ["bell"]
    """
    async with opened(tmp_path, config=config) as focus:
        for _ in range(4):
            await focus.press("space")
            await focus.pass_time(2)
            await focus.press("space")
            await focus.pass_time(1)
        kinds = [(each["kind"], each["planned_ms"] // MINUTE) for each in focus.table("sessions")]
    assert kinds == [
        *(("focus", 2), ("short_break", 1)) * 2,
        *(("focus", 2), ("long_break", 3)),
        *(("focus", 2),),
    ]


async def test_a_session_counts_every_minute_and_a_closed_app_loses_none(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space")
        await focus.pass_time(10)
        clock = focus.clock
    clock.run(5 * MINUTE)
    async with opened(tmp_path, clock=clock) as focus:
        assert "10:00" in focus.top
        await focus.pass_time(11)
        await focus.press("space")
        session = focus.table("sessions")[-1]
    assert session["spans"] == [["focus", 25 * MINUTE], ["overtime", MINUTE]]
    assert session["outcome"] == "done"
