"""Undo and redo of every act, by u and ctrl+r, each saying what it did."""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from focus_tui.domain.interval import State
from tests.ui.app import MINUTE, Driven, opened

Doing = Callable[[Driven], Coroutine[Any, Any, None]]


def keys(*pressed: str) -> Doing:
    """Done by these keys."""

    async def do(focus: Driven) -> None:
        await focus.press(*pressed)

    return do


def typed(key: str, text: str) -> Doing:
    """Done by a key, a text and enter."""

    async def do(focus: Driven) -> None:
        await focus.press(key)
        await focus.type(text)
        await focus.press("enter")

    return do


async def restored(focus: Driven) -> None:
    """Give a thought back from the trash."""
    await focus.choose("Trash")
    await focus.until(lambda: focus.dialog == "GiveBackDialog", "the trash")
    await focus.press("enter", "escape")


async def slept(focus: Driven) -> None:
    """A sleep of half an hour, to be asked about."""
    focus.clock.sleep(30 * MINUTE)
    await focus.look()


async def noted(focus: Driven) -> None:
    """A note on the session, the only item."""
    await focus.press("e")
    await focus.type("slow start")
    await focus.press("enter")


async def given_why(focus: Driven) -> None:
    """A word on why it is void, in the dialog that asks."""
    await focus.type("mail")
    await focus.press("enter")


ACTS: tuple[tuple[str, State, tuple[Doing, ...], Doing], ...] = (
    # What is said, in which state, what happens before, what is done.
    ("start a session", State.IDLE, (), keys("space")),
    ("pause", State.FOCUS, (), keys("space")),
    ("resume", State.PAUSED, (), keys("space")),
    ("five minutes more", State.FOCUS, (), keys("plus")),
    ("finish “Mel filters”", State.FOCUS, (), keys("f")),
    ("void “Mel filters”", State.FOCUS, (), keys("x", "enter")),
    ("say why “Mel filters” is void", State.FOCUS, (keys("x"),), given_why),
    ("finish “Mel filters”, begin the break", State.OVERTIME, (), keys("space")),
    ("end the break", State.BREAK, (), keys("f")),
    ("start “Mel filters”", State.BREAK, (), keys("space")),
    ("change the intent to “Mel filters, part 2”", State.FOCUS, (), typed("w", ", part 2")),
    ("capture “buy coffee”", State.FOCUS, (), typed("c", "buy coffee")),
    ("edit “buy coffee”", State.FOCUS, (typed("c", "buy coffee"),), typed("e", " and tea")),
    ("delete “buy coffee”", State.FOCUS, (typed("c", "buy coffee"),), keys("d")),
    ("restore “buy coffee”", State.FOCUS, (typed("c", "buy coffee"), keys("d")), restored),
    ("start “buy coffee”", State.IDLE, (typed("c", "buy coffee"),), keys("b")),
    ("mark an internal interruption", State.FOCUS, (), keys("i", "enter")),
    ("mark an external interruption", State.FOCUS, (), keys("I", "enter")),
    ("say what interrupted", State.FOCUS, (), typed("i", "mail")),
    ("say how focused “Mel filters” was", State.BREAK, (), keys("enter", "y", "enter")),
    ("the note on “Mel filters”", State.BREAK, (keys("enter", "y", "enter"),), noted),
    ("answer the time away: keep", State.FOCUS, (slept,), keys("enter", "k")),
    ("answer the time away: drop", State.FOCUS, (slept,), keys("enter", "d")),
    ("answer the time away: end", State.FOCUS, (slept,), keys("enter", "e")),
    ("answer the time away: void", State.FOCUS, (slept,), keys("enter", "v", "escape")),
)

# An interval comes back paused, whatever it did; the clock's readings are those of that moment.
MOMENTARY = {
    "timer": {"created_at", "updated_at", "seen", "paused", "touched_ms", "left", "rings"},
}


def account(focus: Driven) -> dict[str, dict[str, Any]]:
    """All that is in the file, without what tells only of the moment; empty tables left out.

    What runs is in the file as of its last transition, so its account is taken as of now.
    """
    now = focus.services.desk.present().interval
    accounts = {
        name: {
            key: {k: v for k, v in each.items() if k not in MOMENTARY.get(name, {"updated_at"})}
            for key, each in table.items()
        }
        for name, table in focus.data().items()
        if name != "meta" and table
    }
    for running in accounts.get("timer", {}).values():
        running["spans"] = now and now.spans
    return accounts


def paused(focus: Driven) -> str:
    """What is added where undo has left the session paused."""
    timer = focus.timer()
    return " Paused here; space goes on." if timer and timer["paused"] == "undo" else ""


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act[0].replace(" ", "-"))
async def test_each_act(act: tuple[str, State, tuple[Doing, ...], Doing], tmp_path: Path) -> None:
    said, state, before, do = act
    async with opened(tmp_path) as focus:
        await focus.into(state)
        for step in before:
            await step(focus)
        without = account(focus)
        await do(focus)
        done = account(focus)
        assert (done != without) is (said not in {"pause", "resume"})
        if said == "say what interrupted":
            without = {**done, "marks": {k: m | {"text": ""} for k, m in done["marks"].items()}}
        await focus.press("u")
        assert focus.notice == f"Undone: {said}.{paused(focus)}"
        assert account(focus) == without
        await focus.press("ctrl+r")
        assert focus.notice == f"Done again: {said}.{paused(focus)}"
        assert account(focus) == done


async def test_the_time_since_is_away_time(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space")
        await focus.pass_time(10)
        await focus.press("f")
        await focus.pass_time(7)
        await focus.press("u")
        timer = focus.timer()
        assert timer is not None
        assert timer["spans"] == [["focus", 10 * MINUTE], ["gap", 7 * MINUTE]]
        assert timer["paused"] == "undo"
        assert "? 7 min away during the session. What was it?" in focus.text()


async def test_all_of_a_day_and_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space", "c")
        await focus.type("buy coffee")
        await focus.press("enter", "i", "enter", "f")
        full = account(focus)
        said = []
        for key in ("u", "u", "u", "u", "u", "ctrl+r", "ctrl+r", "ctrl+r", "ctrl+r", "ctrl+r"):
            await focus.press(key)
            said.append(focus.notice)
        acts = ["start a session.", "capture “buy coffee”.", "mark an internal interruption."]
        acts.append("finish the session.")
        here = " Paused here; space goes on."
        assert said == [
            *(f"Undone: {act}{here if act == acts[-1] else ''}" for act in reversed(acts)),
            "There is nothing to undo.",
            *(f"Done again: {act}{here if act == acts[0] else ''}" for act in acts),
            "There is nothing to do again.",
        ]
        assert account(focus) == full


async def test_it_survives_a_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("c")
        await focus.type("buy coffee")
        await focus.press("enter")
        clock = focus.clock
    async with opened(tmp_path, clock=clock) as focus:
        await focus.press("u")
        assert (focus.notice, focus.table("ideas")) == ("Undone: capture “buy coffee”.", [])


async def test_never_while_a_text_field_has_the_focus(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space", "w", "u", "ctrl+r")
        assert focus.timer() is not None
        assert (focus.dialog, focus.notice) == ("LineDialog", "")
        await focus.press("enter")
        timer = focus.timer()
        assert timer is not None
        assert timer["intent"] == "u"
