"""The walk over the log, at every size, with hostile words, and among ten thousand sessions."""

from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len

from focus_tui.commands.declared import COMMANDS, Where
from focus_tui.commands.keynames import works_in_fields
from focus_tui.domain.interval import State
from focus_tui.domain.text import LINE_LIMIT
from focus_tui.ui.screens.todayrows import SESSION
from tests.support.controls import obeyed
from tests.ui.app import QUIET, Driven
from tests.ui.logged import LIVED, lived, log_open, onto, screen
from tests.ui.opened import opened as in_a_terminal
from tests.ui.walking import (
    Deaf,
    cursor,
    each_fires,
    each_key_means_one_thing,
    meanings,
    on_the_bar,
)

REMAPPED = """
[keys]
"log.new" = "X"
"log.earlier" = ["f9", "<"]
"log.mark" = "M"
"list.down" = "n"
"screen.log" = "f10"
"""
ODD = ("学习中文的想法" * 9, "👩‍👩‍👧‍👦👍🏽" * 20, "x" * LINE_LIMIT, "a\u202eb\x1b[2Jc")
WHERES = (Where.LIST, Where.LOG, Where.EVERYWHERE)
SPOTS = ("done", "void", "overlap", "marked", "found", "nothing")
STATES = tuple(State)


async def filled(focus: Driven) -> None:
    """One that is void, two at one time, and something to undo and to do again."""
    services = focus.services
    lived(services, "Twice", 0, 9, 40, 15)
    goal = services.goals.add("Audio")
    await focus.look()
    (mail,) = [each for each in screen(focus).seen.sessions if each.intent == "Mail"]
    services.editing.aim([mail], goal.id)
    services.editing.void([mail], "wrong timer")
    services.thoughts.capture("buy tea")
    services.history.undo()
    await focus.look()


def key_of(focus: Driven, intent: str) -> str:
    """The row of a session."""
    found = screen(focus).seen.sessions
    return next(SESSION + each.id for each in found if each.intent == intent)


async def bring(focus: Driven, state: State, spot: str) -> None:
    """Into the state, with the cursor there; no dialog, mark or notice is in the way."""
    while focus.dialog:
        await focus.press("escape")
    if focus.app.current_mode != "log":
        focus.app.perform("screen.log")
        await focus.settle()
    log = screen(focus)
    if log.typing:
        log.do_find_keep()
    log.marks(frozenset())
    log.do_find_clear()
    log._range = None
    if focus.app.present.state is not state:
        await focus.into(state)
    log.show_again()
    await focus.settle()
    if spot == "nothing":
        log.find.value = "zzz"
    elif spot == "found":
        log.find.value = "me"
    elif spot in ("done", "marked"):
        log.items.go(key_of(focus, "Mel filters"))
    else:
        log.items.go(key_of(focus, "Mail" if spot == "void" else "Twice"))
    if spot == "marked":
        log.marks(frozenset(each.id for each in log.seen.sessions[-2:]))
    await focus.settle()
    if focus.notice:
        await focus.press("f12")


def seen(focus: Driven) -> tuple[object, ...]:
    """All that a key could change."""
    app, log = focus.app, screen(focus) if focus.app.current_mode == "log" else None
    looks = (log.over, log.marked, log.typing, log.asked, focus.lines()[3]) if log else ()
    data = focus.file.read_bytes()
    return data, app.screen, app.focused, app.is_running, focus.notice, cursor(focus), looks


@pytest.mark.parametrize(
    ("keys", "spot"),
    [
        *(
            pytest.param("", each, marks=() if each == "overlap" else pytest.mark.prove)
            for each in SPOTS
        ),
        pytest.param(REMAPPED, "done", marks=pytest.mark.prove),
    ],
)
async def test_each_shown_command_fires(keys: str, spot: str, tmp_path: Path) -> None:
    async with log_open(tmp_path, size=(250, 30), config=QUIET + keys) as focus:
        if keys:
            focus.app.perform("screen.log")
            await focus.settle()
        await filled(focus)
        state = STATES[SPOTS.index(spot)]
        await bring(focus, state, spot)
        commands = on_the_bar(focus)
        assert {"log.new", "clock.toggle"} <= {each.id for each in commands}
        await each_fires(focus, commands, lambda: bring(focus, state, spot), lambda: seen(focus))


async def test_each_key_means_what_is_declared_and_one_thing(tmp_path: Path) -> None:
    async with log_open(tmp_path, kind=Deaf) as focus:
        assert isinstance(focus.app, Deaf)
        await filled(focus)
        for turn, spot in enumerate(SPOTS):
            await bring(focus, STATES[turn % len(STATES)], spot)
            await each_key_means_one_thing(focus, WHERES)
        await bring(focus, State.FOCUS, "done")
        await focus.press("slash")
        focus.app.deaf = True
        expected = meanings(focus, (Where.FINDING, Where.EVERYWHERE), typing=True)
        focus.app.heard = ()
        typed = [key for key in expected if len(key) == 1]
        await focus.hammer(*typed)
        assert (focus.app.heard, screen(focus).find.value) == ((), "".join(typed))
        commands = [key for key in expected if works_in_fields(key) or key == "enter"]
        await focus.hammer(*commands)
        assert focus.app.heard == tuple(id for key in commands for id in expected[key])
        focus.app.deaf = False


async def test_every_command_of_the_log_is_done_somewhere(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        await filled(focus)
        possible: set[str] = set()
        for spot in SPOTS:
            await bring(focus, State.IDLE, spot)
            possible |= {each.id for each in COMMANDS if focus.app.can(each, screen(focus))}
        await focus.press("escape", "left_square_bracket")
        possible |= {each.id for each in COMMANDS if focus.app.can(each, screen(focus))}
        assert {each.id for each in COMMANDS if each.where is Where.LOG} - possible == set()


@pytest.mark.parametrize(
    "size",
    [
        *((80, 24), (40, 12)),
        *(
            pytest.param(each, marks=pytest.mark.prove)
            for each in ((200, 60), (120, 40), (60, 20), (30, 8))
        ),
    ],
)
async def test_nothing_is_wider_than_the_window(size: tuple[int, int], tmp_path: Path) -> None:
    async with log_open(tmp_path, size=size) as focus:
        await filled(focus)
        for number, intent in enumerate(ODD):
            lived(focus.services, intent, 0, 11 + number // 2, 30 * (number % 2), 25)
        await focus.look()
        ways = ("", "G", "slash o enter", "escape", "g enter", "escape z")
        for keys in map(str.split, ways):
            await focus.press(*keys)
            wide = [line for line in focus.lines() if cell_len(line) > size[0]]
            assert wide == [], keys
        await focus.press("escape")
        shown = {command.id for command in on_the_bar(focus)}
        assert {"clock.toggle", "help"} <= shown
        assert "09:00" in focus.text() or size[1] < 20


@pytest.mark.prove
@pytest.mark.parametrize("look", ['theme = "focus-light"', "ascii = true"])
async def test_in_every_look(look: str, tmp_path: Path) -> None:
    async with log_open(tmp_path, config=f"{QUIET}[look]\n{look}\n") as focus:
        await filled(focus)
        await onto(focus, "Twice")
        await focus.press("v", "w")
        if "ascii" in look:
            await focus.press("escape", "escape", "k", "w", "escape", "enter", "escape", "slash")
            assert focus.text().replace("–", "-").replace("×", "x").isascii()


@pytest.mark.prove
async def test_ten_thousand(tmp_path: Path) -> None:
    async with log_open(tmp_path) as focus:
        (one,) = [each for each in screen(focus).seen.sessions if each.intent == LIVED[0][0]]
        with focus.services.desk.db.act("many", undoable=False) as tx:
            for number in range(10_000):
                began = one.started._replace(at_ms=one.started.at_ms - number * 1_800_000)
                tx.sessions.put(replace(one, id=tx.new_id(), started=began, intent=f"n{number}"))
        await focus.press("z", "a", "G", "k", "v", "g", "slash")
        await focus.type("n9999")
        assert [each.intent for each in screen(focus).seen.sessions] == ["n9999"]
        await focus.press("enter", "x", "enter")
        assert [str(each.outcome) for each in screen(focus).seen.sessions] == ["void"]


def test_hostile_words_reach_no_terminal(tmp_path: Path) -> None:
    file, worst = tmp_path / "focus.json", "a\x1b[2J\x1b]0;t\x07\u202e[/b]"
    paste = f"\x1b[200~yesterday 12:05-12:06 {worst}\x1b[201~"
    with in_a_terminal(file, size=(120, 40)) as terminal:
        for keys, shown in (
            ("5", "n adds one"),
            (f"n{paste}", "1 min focus"),
            ("\r", "Added"),
            (f"N\x1b[200~{worst}\x1b[201~\r", "Changed"),
            ("e", "on?"),
            ("\x1b", "n add"),
            ("x", "why?"),
            (f"\x1b[200~{worst}\x1b[201~\r", "Voided"),
            ("\r", "Planned"),
            ("\x1b", "n add"),
            (f"/\x1b[200~{worst}\x1b[201~\r", "1 found"),
            ("d", "Deleted"),
            ("u", "Undone"),
        ):
            terminal.send(keys)
            terminal.wait_for(shown)
        terminal.send("q")
        terminal.wait_exit()
        assert obeyed(terminal.raw) == []
