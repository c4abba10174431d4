"""The walk over the board and the week: what the footer shows works, and nothing else does."""

from pathlib import Path

import pytest

from focus_tui.commands.declared import COMMANDS, Where
from focus_tui.commands.keynames import works_in_fields
from focus_tui.domain.goal import Column
from focus_tui.domain.interval import State
from focus_tui.ui.widgets.board import Board
from tests.support.sweeps import spread
from tests.ui.aims import field, goal
from tests.ui.app import QUIET, Driven, opened
from tests.ui.walking import Deaf, cursor, meanings, on_the_bar

REMAPPED = """
[keys]
"board.new" = "X"
"list.promise" = ["Q"]
"board.carry_right" = "R"
"board.left" = ["B"]
"board.other" = "]"
"list.down" = "N"
"list.begin" = "Z"
"screen.goals" = "f9"
"""
KEYMAPS = {"declared": QUIET, "remapped": QUIET + REMAPPED}
WHERES = (Where.LIST, Where.BOARD, Where.EVERYWHERE)
PLACES = {"someday": 0, "active": 1, "achieved": 2, "let_go": 2, "week": 1, "nothing": 0}
"""What the cursor is on, and the column of the board."""
STATES = tuple(State)
SPOTS = tuple(PLACES)
EVERYWHERE = [
    (state, spot)
    for turn, state in enumerate(STATES)
    for spot in (*SPOTS[turn:], *SPOTS[:turn])  # so that a part of these has all states and spots
]


async def planned(focus: Driven) -> None:
    """A goal in each column, an active one with a target, a promise; something to undo and redo."""
    services = focus.services
    for column in (Column.SOMEDAY, Column.ACTIVE, Column.ACHIEVED):
        services.goals.add(column.value, column)
    services.goals.let_go(services.goals.add("let_go").id, "the wrong tool")
    services.goals.change(goal(focus, "active").id, "target", "5 posts")
    services.commitments.promise("Write the draft: 3 days")
    services.thoughts.capture("buy tea")
    services.history.undo()
    focus.app.perform("screen.goals")
    await focus.settle()


async def bring(focus: Driven, state: State, spot: str) -> None:
    """Into the state, with the cursor there; no dialog and no notice is in the way."""
    while focus.dialog:
        await focus.press("escape")
    if focus.app.current_mode != "goals":
        focus.app.perform("screen.goals")
        await focus.settle()
    if focus.app.present.state is not state:
        await focus.into(state)
    someday = focus.services.goals.column(Column.SOMEDAY)
    if spot == "nothing":
        for each in someday:
            focus.services.goals.delete(each.id)
    elif not someday:
        focus.services.goals.add("someday", Column.SOMEDAY)
    await focus.look()
    board = focus.app.screen.query_one("#board", Board)
    for way in (-1, -1, *[1] * PLACES[spot]):
        board.turn(way)
    board.move(1 if spot == "let_go" else -9)
    focus.app.set_focus(focus.app.screen.query_one("#week") if spot == "week" else board)
    await focus.settle()
    if focus.notice:
        await focus.press("z")


def seen(focus: Driven) -> tuple[object, ...]:
    """All that a key could change."""
    app = focus.app
    data = focus.file.read_bytes()
    return data, app.screen, app.focused, app.is_running, focus.notice, cursor(focus)


async def fire(focus: Driven, state: State, spot: str) -> None:
    """Press each key on the bar: something must happen."""
    await bring(focus, state, spot)
    commands = on_the_bar(focus)
    assert {"board.new", "list.promise", "clock.toggle"} <= {each.id for each in commands}
    for command in commands:
        if command.id == "quit":
            continue
        await bring(focus, state, spot)
        before = seen(focus)
        await focus.press(focus.app.dispatch.key(command.id))
        assert focus.dialog or seen(focus) != before, (state, command.id)
        while focus.dialog:
            await focus.press("escape")
        if focus.file.read_bytes() != before[0] and command.id not in ("undo", "redo"):
            focus.services.history.undo()  # the next one finds all as it was
            await focus.look()


@pytest.mark.parametrize(("spot", "states"), spread(SPOTS, STATES, len(STATES)))
async def test_each_shown_command_fires(
    spot: str, states: tuple[State, ...], tmp_path: Path
) -> None:
    async with opened(tmp_path, size=(230, 30)) as focus:
        await planned(focus)
        for state in states:
            await fire(focus, state, spot)


@pytest.mark.parametrize(
    "spot",
    [
        pytest.param(each, marks=() if each in ("active", "week") else pytest.mark.prove)
        for each in SPOTS
    ],
)
async def test_each_shown_command_fires_by_another_key(spot: str, tmp_path: Path) -> None:
    async with opened(tmp_path, size=(230, 30), config=KEYMAPS["remapped"]) as focus:
        await planned(focus)
        await fire(focus, State.IDLE, spot)


@pytest.mark.parametrize(("size", "where"), spread([(120, 40), (80, 24), (40, 12)], EVERYWHERE, 3))
@pytest.mark.parametrize("keys", KEYMAPS)
async def test_each_key_means_what_is_declared_and_one_thing(
    keys: str, size: tuple[int, int], where: list[tuple[State, str]], tmp_path: Path
) -> None:
    async with opened(tmp_path, size=size, config=KEYMAPS[keys], kind=Deaf) as focus:
        assert isinstance(focus.app, Deaf)
        await planned(focus)
        for state, spot in where:
            await bring(focus, state, spot)
            focus.app.deaf = True
            widget = focus.app.focused
            expected = meanings(focus, WHERES, typing=False)
            assert {key: many for key, many in expected.items() if len(many) > 1} == {}
            focus.app.heard = ()
            await focus.hammer(*expected)
            assert focus.app.heard == tuple(id for ids in expected.values() for id in ids)
            assert focus.app.focused is widget
            focus.app.deaf = False


PAGES = {
    # How each dialog without a field is opened, and the keys that are its own.
    "goal": (("list.open",), ("enter", "e", "space")),
    "pick": (("board.left", "board.carry_right"), ("enter",)),
    "giveback": (("archive",), ("enter",)),
    "daysoff": (("daysoff",), ("enter",)),
}
LINES = {
    "new": ("board.new",),
    "why": ("board.why",),
    "promise": ("list.promise",),
    "next": ("list.promise_next",),
    "promised": ("board.other", "list.open"),
    "reason": ("board.right", "board.carry_right"),
}


async def do(focus: Driven, *commands: str) -> None:
    """Do commands, as their keys or the palette would."""
    for command in commands:
        focus.app.perform(command)
        await focus.settle()


@pytest.mark.parametrize("name", PAGES)
async def test_on_a_page_keys_mean_what_is_declared_for_dialogs(name: str, tmp_path: Path) -> None:
    async with opened(tmp_path, kind=Deaf) as focus:
        assert isinstance(focus.app, Deaf)
        await planned(focus)
        for title in ("one", "two"):
            focus.services.goals.add(title)
        focus.services.goals.archive(goal(focus, "let_go").id)
        await bring(focus, State.IDLE, "active")
        way, own = PAGES[name]
        await do(focus, *way)
        page = focus.app.screen
        assert focus.dialog.lower().startswith(name)
        focus.app.deaf = True
        expected = meanings(focus, (Where.DIALOG, Where.EVERYWHERE), typing=True)
        assert {key: many for key, many in expected.items() if len(many) > 1} == {}
        assert [key for key in own if expected.get(key)] == []
        await focus.hammer(*(key for key in expected if key not in own))
        assert focus.app.heard == tuple(id for ids in expected.values() for id in ids)
        assert focus.app.screen is page
        focus.app.deaf = False
        await focus.press("escape")
        assert focus.dialog == ""


@pytest.mark.parametrize("name", LINES)
async def test_in_a_field_signs_are_typed(name: str, tmp_path: Path) -> None:
    async with opened(tmp_path, kind=Deaf) as focus:
        assert isinstance(focus.app, Deaf)
        await planned(focus)
        await bring(focus, State.IDLE, "active")
        await do(focus, *LINES[name])
        assert focus.dialog == "LineDialog"
        focus.app.deaf = True
        expected = meanings(focus, (Where.DIALOG, Where.EVERYWHERE), typing=True)
        typed = [key for key in expected if len(key) == 1]
        field(focus).value = ""
        await focus.hammer(*typed)
        assert (focus.app.heard, field(focus).value) == ((), "".join(typed))
        commands = [key for key in expected if works_in_fields(key) or key == "enter"]
        await focus.hammer(*commands)
        assert focus.app.heard == tuple(id for key in commands for id in expected[key])
        focus.app.deaf = False
        await focus.press("escape")


@pytest.mark.parametrize(("name", "ways"), spread(LINES, ("ctrl+n", "f1", "ctrl+q"), 3))
async def test_what_works_in_fields_loses_no_word(
    name: str, ways: tuple[str], tmp_path: Path
) -> None:
    (way,) = ways
    async with opened(tmp_path) as focus:
        await planned(focus)
        await bring(focus, State.IDLE, "active")
        await do(focus, *LINES[name])
        field(focus).value = ""
        await focus.type("these words")
        await focus.press(way)
        if way == "ctrl+q":
            assert not focus.app.is_running
            return
        await focus.press(*(["escape"] if way == "ctrl+n" else ["2"]))
        if way == "f1":
            await bring(focus, State.IDLE, "active")
            await do(focus, *LINES[name])
        assert field(focus).value == "these words"


async def test_every_command_of_the_board_is_done_somewhere(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await planned(focus)
        possible: set[str] = set()
        for spot in PLACES:
            await bring(focus, State.IDLE, spot)
            possible |= {each.id for each in COMMANDS if focus.app.can(each, focus.app.screen)}
        wanted = {each.id for each in COMMANDS if each.where in WHERES and each.id != "list.other"}
        assert wanted - possible == set()


async def test_a_narrow_footer_keeps_what_is_most_useful_and_help(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(40, 12)) as focus:
        await planned(focus)
        for state in State:
            for spot in PLACES:
                await bring(focus, state, spot)
                shown = [command.id for command in on_the_bar(focus)]
                assert {"clock.toggle", "capture", "help"} <= set(shown), (state, spot)
