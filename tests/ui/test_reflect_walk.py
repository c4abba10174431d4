"""The walk over the review: each key in each place, each size, each look, hostile words."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from focus_tui.commands.declared import COMMANDS, Where
from focus_tui.commands.keynames import works_in_fields
from focus_tui.domain.interval import State
from focus_tui.domain.reflection import HINDERED, HOW, Part
from focus_tui.domain.text import LINE_LIMIT
from focus_tui.services.reflecting import Asked
from tests.support.controls import obeyed
from tests.ui.app import QUIET, Driven
from tests.ui.opened import opened as in_a_terminal
from tests.ui.reviewed import review_open, screen
from tests.ui.walking import (
    Deaf,
    cursor,
    each_fires,
    each_key_means_one_thing,
    meanings,
    on_the_bar,
)

ODD = ("学习中文的想法" * 9, "👩‍👩‍👧‍👦👍🏽" * 20, "x" * LINE_LIMIT, "a\u202eb\x1b[2Jc")
WHERES = (Where.LIST, Where.REVIEW, Where.EVERYWHERE)
PLACES = (*Part, "finished", "weeks", "month", "beside", "found")
STATES = tuple(State)


async def filled(focus: Driven) -> None:
    """Something of the person's own in each part that has some, and something to do again."""
    week, reflecting = screen(focus).week, focus.services.reflecting
    reflecting.add(week, Part.WON, "Gave a talk")
    reflecting.add(week, Part.LEARNED, "A window is a product")
    reflecting.say(Asked(week, Part.HOW, HOW), "slow")
    focus.services.thoughts.capture("buy tea")
    focus.services.history.undo()
    await focus.look()


async def bring(focus: Driven, state: State, place: str) -> None:
    """Into the state, at that place; no dialog and no notice is in the way."""
    while focus.dialog:
        await focus.press("escape")
    if focus.app.current_mode != "reflect":
        focus.app.perform("screen.reflect")
        await focus.settle()
    here = screen(focus)
    if here.typing:
        here.do_find_keep()
    here.do_find_clear()
    here.page, here.listing, here.week_rows.beside = None, False, None
    week = focus.services.evidences.week()
    here.look_at(week, Part(place) if place in tuple(Part) else Part.WON)
    review = focus.services.reviews.of(week)
    if review.finished is not (place == "finished"):
        focus.app.perform("review.resume" if review.finished else "review.finish")
    if focus.app.present.state is not state:
        await focus.into(state)
    ways = {"month": here.do_review_month, "beside": here.do_review_beside}
    ways |= dict.fromkeys(("weeks", "found"), here.do_review_weeks)
    ways.get(place, here.show_again)()
    here.find.value = "talk" if place == "found" else ""
    await focus.settle()
    if focus.notice:
        await focus.press("f12")


def seen(focus: Driven) -> tuple[object, ...]:
    """All that a key could change."""
    app = focus.app
    looks: tuple[object, ...] = ()
    if app.current_mode == "reflect":
        here = screen(focus)
        looks = (here.week, here.part, here.listing, here.page, here.asked, here.typing)
        looks += (here.week_rows.beside,)
    data = focus.file.read_bytes()
    return data, app.screen, app.is_running, focus.notice, cursor(focus), looks


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(
            each, marks=() if each in ("won", "next", "weeks", "month") else pytest.mark.prove
        )
        for each in PLACES
    ],
)
async def test_each_shown_command_fires(place: str, tmp_path: Path) -> None:
    async with review_open(tmp_path, size=(250, 30)) as focus:
        await filled(focus)
        state = STATES[PLACES.index(place) % len(STATES)]
        await bring(focus, state, place)
        commands = on_the_bar(focus)
        assert {"review.weeks", "clock.toggle"} <= {each.id for each in commands}
        await each_fires(focus, commands, lambda: bring(focus, state, place), lambda: seen(focus))


async def test_each_key_means_what_is_declared_and_one_thing(tmp_path: Path) -> None:
    async with review_open(tmp_path, kind=Deaf) as focus:
        assert isinstance(focus.app, Deaf)
        await filled(focus)
        for turn, place in enumerate(PLACES):
            await bring(focus, STATES[turn % len(STATES)], place)
            await each_key_means_one_thing(focus, WHERES)
        await bring(focus, State.FOCUS, "won")
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


async def test_every_command_of_the_review_is_done_somewhere(tmp_path: Path) -> None:
    async with review_open(tmp_path) as focus:
        await filled(focus)
        possible: set[str] = set()
        for place in PLACES:
            await bring(focus, State.IDLE, place)
            possible |= {each.id for each in COMMANDS if focus.app.can(each, screen(focus))}
        await bring(focus, State.IDLE, "won")
        for key in ("x", "left_square_bracket"):
            await focus.press(key)
            possible |= {each.id for each in COMMANDS if focus.app.can(each, screen(focus))}
        assert {each.id for each in COMMANDS if each.where is Where.REVIEW} - possible == set()


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
    async with review_open(tmp_path, size=size) as focus:
        week, reflecting = screen(focus).week, focus.services.reflecting
        for part in (Part.WON, Part.LEARNED):
            for line in ODD:
                reflecting.add(week, part, line)
        reflecting.say(Asked(week, Part.HOW, HOW), "\n".join(ODD)[:LINE_LIMIT])
        reflecting.say(Asked(week, Part.HOW, HINDERED), ODD[0])
        promised = focus.services.reviews.of(week).evidence.promised[0]
        reflecting.say(Asked(week, Part.INTENDED, f"promised:{promised.id}"), ODD[2])
        await focus.look()
        for place in PLACES:
            await bring(focus, State.IDLE, place)
            wide = [line for line in focus.lines() if cell_len(line) > size[0]]
            assert wide == [], place
            shown = {command.id for command in on_the_bar(focus)}
            assert {"clock.toggle", "help"} <= shown, place


@pytest.mark.prove
@pytest.mark.parametrize("look", ['theme = "focus-light"', "ascii = true"])
async def test_in_every_look(look: str, tmp_path: Path) -> None:
    async with review_open(tmp_path, config=f"{QUIET}[look]\n{look}\n") as focus:
        await filled(focus)
        for place in PLACES:
            await bring(focus, State.IDLE, place)
            if "ascii" in look:
                text = focus.text()
                for quote in "“”":
                    text = text.replace(quote, '"')
                assert text.isascii(), place


def test_hostile_words_reach_no_terminal(tmp_path: Path) -> None:
    file, worst = tmp_path / "focus.json", "a\x1b[2J\x1b]0;t\x07\u202e[/b]"
    pasted = f"\x1b[200~{worst}\x1b[201~"
    with in_a_terminal(file, size=(120, 40)) as terminal:
        for keys, shown in (
            ("4", "Intended"),
            ("\t\t", "What went well outside"),
            ("n", "What did you win"),
            (f"{pasted}\r", "Noted"),
            ("\t", "Energy"),
            ("G\r", "How was the week?"),
            (f"{pasted}\x13", "Noted"),
            ("\t", "What do you know now"),
            ("n", "What did you learn"),
            (f"{pasted}\r", "Noted"),
            ("\t\t", "Promised"),
            ("n", "What do you promise"),
            (f"{pasted}\r", "Promised:"),
            ("w", "Weeks"),
            (f"/{pasted}", "lines found"),
        ):
            terminal.send(keys)
            terminal.wait_for(shown)
        terminal.send("\x11")
        terminal.wait_exit()
        assert obeyed(terminal.raw) == []
