"""The walk goes on: in each dialog keys mean what is declared, and nothing comes between."""

from pathlib import Path

import pytest
from textual.widgets import Input

from focus_tui.commands.command import TYPING
from focus_tui.commands.declared import COMMANDS, Where
from focus_tui.commands.keynames import works_in_fields
from focus_tui.domain.interval import State
from focus_tui.ui.items import THOUGHT
from focus_tui.ui.screens.todayrows import CARD
from tests.ui.app import Driven, elsewhere, opened
from tests.ui.walking import KEYMAPS, Deaf, cursor, lived, meanings, onto

PAGES = {
    # How each dialog without a field is opened, and the keys that are its own.
    "help": (("help",), ()),
    "session": (("list.last", "list.open"), ()),
    "away": (("list.first", "list.open"), ("k", "d", "e", "v")),
    "focused": (("list.first", "list.down", "list.open"), ("y", "p", "n")),
    "trash": (("trash",), ("enter",)),
    "aged": (("aged",), ("k", "f", "x")),
    "learned": (("cards",), ("enter", "e", "n", "d", "x", "u")),
    "settings": (("settings",), ("enter", "e", "space", "d", "slash")),
    "restore": (("restore",), ("enter",)),
    "energy": (("today.energy",), ("1", "2", "3", "4", "5")),
    "ritual": (("today.ritual",), ("space", "enter", "tab", "1", "2", "3", "4", "5")),
}
FIELDS = {
    "capture": ("capture",),
    "intent": ("today.intent",),
    "thought": ("list.first", "list.down", "list.down", "list.edit"),
}


async def do(focus: Driven, *commands: str) -> None:
    """Do commands, as their keys or the palette would."""
    for command in commands:
        focus.app.perform(command)
        await focus.settle()


def heard(focus: Driven) -> tuple[str, ...]:
    """What the deaf app heard since this was asked."""
    assert isinstance(focus.app, Deaf)
    commands, focus.app.heard = focus.app.heard, ()
    return commands


@pytest.mark.parametrize("keys", KEYMAPS)
async def test_on_a_page_keys_mean_what_is_declared_for_dialogs(keys: str, tmp_path: Path) -> None:
    async with opened(tmp_path, config=KEYMAPS[keys], kind=Deaf) as focus:
        assert isinstance(focus.app, Deaf)
        await lived(focus)
        for name, (way, own) in PAGES.items():
            if name == "help":
                continue  # its keys do what it says of them
            await do(focus, *way)
            page = focus.app.screen
            kind = {"trash": "giveback", "energy": "level"}.get(name, name)
            assert focus.dialog.lower().startswith(kind)
            focus.app.deaf = True
            expected = meanings(focus, (Where.DIALOG, Where.EVERYWHERE), typing=True)
            assert {key: many for key, many in expected.items() if len(many) > 1} == {}
            assert [key for key in own if expected[key]] == []
            await focus.hammer(*(key for key in expected if key not in own))
            assert heard(focus) == tuple(id for ids in expected.values() for id in ids), name
            assert focus.app.screen is page
            focus.app.deaf = False
            await focus.press("escape")
            assert focus.dialog == ""


@pytest.mark.parametrize("keys", KEYMAPS)
async def test_in_a_field_signs_are_typed_and_only_keys_that_type_nothing_are_commands(
    keys: str, tmp_path: Path
) -> None:
    async with opened(tmp_path, config=KEYMAPS[keys], kind=Deaf) as focus:
        assert isinstance(focus.app, Deaf)
        await lived(focus)
        for name, way in FIELDS.items():
            await do(focus, *way)
            field = focus.app.screen.query_one(Input)
            focus.app.deaf = True
            expected = meanings(focus, (Where.DIALOG, Where.EVERYWHERE), typing=True)
            typed = [key for key in expected if len(key) == 1]
            field.value = ""
            await focus.hammer(*typed)
            assert (heard(focus), field.value) == ((), "".join(typed)), name
            commands = [key for key in expected if works_in_fields(key) or key == "enter"]
            await focus.hammer(*commands)
            assert heard(focus) == tuple(id for key in commands for id in expected[key]), name
            assert field.value == "".join(typed)
            focus.app.deaf = False
            await focus.press("escape")


@pytest.mark.parametrize("name", ["help", "away", "intent", "palette"])
async def test_the_way_out_works_everywhere(name: str, tmp_path: Path) -> None:
    ways = {name: way for name, (way, _) in PAGES.items()} | FIELDS | {"palette": ("palette",)}
    async with opened(tmp_path) as focus:
        await lived(focus)
        await do(focus, *ways[name])
        assert focus.dialog
        await focus.press("ctrl+q")
        assert not focus.app.is_running


async def happen(focus: Driven, what: str) -> None:
    """Let something happen that nobody here asked for."""
    shell = elsewhere(focus)
    focus.clock.run(1000)
    if what == "the bell":
        await focus.pass_time(2)
    elif what == "a sleep":
        focus.clock.sleep(10 * 60_000)
        await focus.look()
    elif what == "a thought":
        shell.thoughts.capture("from a shell")
        await focus.look()
    elif what == "the end":
        shell.focus.next()
        await focus.look()
    elif what == "a forgotten session":
        await focus.pass_time(63)


HAPPENINGS = ("the bell", "a sleep", "a thought", "the end", "a forgotten session")


@pytest.mark.parametrize("what", HAPPENINGS)
async def test_nothing_that_comes_by_itself_takes_the_focus_or_a_word(
    what: str, tmp_path: Path
) -> None:
    async with opened(tmp_path) as focus:
        await lived(focus)
        for way in (("today.intent",), ("list.edit",)):
            await focus.into(State.FOCUS)
            await onto(focus, THOUGHT)
            await do(focus, *way)
            focused = focus.app.focused
            await focus.type("half")
            await focus.press("left")
            before = field_of(focus)
            screen = focus.app.screen
            await happen(focus, what)
            assert (focus.app.screen, focus.app.focused) == (screen, focused)
            assert field_of(focus) == before
            await focus.press("escape")


def field_of(focus: Driven) -> tuple[object, ...]:
    """What stands in the field, and where the cursor is."""
    return tuple((field.value, field.selection) for field in focus.app.screen.query(Input))


@pytest.mark.parametrize("what", HAPPENINGS)
@pytest.mark.parametrize("moved", [True, False], ids=["moved", "untouched"])
async def test_the_cursor_stays_on_its_item_whatever_comes(
    moved: bool, what: str, tmp_path: Path
) -> None:
    async with opened(tmp_path) as focus:
        for title in ("buy tea", "buy coffee"):
            focus.services.thoughts.capture(title)
        await focus.into(State.FOCUS)
        if moved:
            await focus.press("j", "k")
        assert cursor(focus).startswith(THOUGHT)
        before = cursor(focus)
        await happen(focus, what)
        assert cursor(focus) == before
        await focus.press("d")
        deleted = {each["title"] for each in focus.table("ideas") if each["deleted_at"]}
        assert deleted == {"buy coffee"}


async def test_a_question_is_opened_by_nobody_but_the_person(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await lived(focus)
        for what in HAPPENINGS:
            await focus.into(State.FOCUS)
            await happen(focus, what)
            assert focus.dialog == "", what
        assert len([row for row in focus.lines() if "   ? " in row]) > 1
        await onto(focus, CARD)


def test_no_command_works_in_fields_that_types_there() -> None:
    for command in COMMANDS:
        if command.where not in TYPING:
            assert [key for key in command.in_fields if not works_in_fields(key)] == []
