"""The walk over Today's lists and states: what the footer shows works, and nothing else does."""

from pathlib import Path

import pytest

from focus_tui.commands.declared import Where
from focus_tui.domain.interval import State
from focus_tui.ui.items import THOUGHT
from focus_tui.ui.screens.todayrows import CARD, SESSION
from tests.ui.app import Driven, opened
from tests.ui.walking import KEYMAPS, Deaf, cursor, lived, meanings, on_the_bar, onto

RESTING = (State.IDLE, State.BREAK, State.OVERRUN)
WALK = [
    *((state, THOUGHT) for state in State),
    *((state, CARD) for state in RESTING),
    (State.IDLE, SESSION),
    (State.FOCUS, SESSION),
]


def seen(focus: Driven) -> tuple[object, ...]:
    """All that a key could change."""
    app = focus.app
    data = focus.file.read_bytes()
    return data, app.screen, app.focused, app.is_running, focus.notice, cursor(focus)


async def bring(focus: Driven, state: State, kind: str) -> None:
    """Into the state, with the cursor on an item of such a kind; no notice is in the way."""
    while focus.dialog:
        await focus.press("escape")
    if focus.app.present.state is not state:
        await focus.into(state)
    if kind == THOUGHT and not focus.services.thoughts.inbox():
        focus.services.thoughts.capture("buy coffee")
        await focus.look()
    if not cursor(focus).startswith(kind):
        await onto(focus, kind)
    if focus.notice:
        await focus.press("z")


async def walk(focus: Driven, state: State, kind: str) -> set[str]:
    """Press each key on the bar: something must happen. The commands that were shown come back."""
    await bring(focus, state, kind)
    commands = on_the_bar(focus)
    assert commands
    for command in commands:
        if command.id == "quit" or (kind != THOUGHT and command.where is not Where.LIST):
            continue  # quit ends the walk, and is tried at last
        await bring(focus, state, kind)
        before = seen(focus)
        await focus.press(focus.app.dispatch.key(command.id))
        assert focus.dialog or seen(focus) != before, (state, kind, command.id)
    return {command.id for command in commands}


@pytest.mark.parametrize("keys", KEYMAPS)
async def test_each_shown_command_fires(keys: str, tmp_path: Path) -> None:
    shown: set[str] = set()
    async with opened(tmp_path, size=(190, 24), config=KEYMAPS[keys]) as focus:
        await lived(focus)
        for state, kind in WALK:
            if keys == "declared" or (kind == THOUGHT and state in {State.IDLE, State.FOCUS}):
                shown |= await walk(focus, state, kind)
        await focus.press("escape", focus.app.dispatch.key("quit"))
        assert not focus.app.is_running
    assert len(shown) > 15


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_each_key_means_what_is_declared_and_one_thing(
    size: tuple[int, int], tmp_path: Path
) -> None:
    keys = "remapped" if size == (80, 24) else "declared"
    wheres = (Where.LIST, Where.TODAY, Where.EVERYWHERE)
    async with opened(tmp_path, size=size, config=KEYMAPS[keys], kind=Deaf) as focus:
        assert isinstance(focus.app, Deaf)
        await lived(focus)
        for state in State:
            await focus.into(state)
            focus.app.deaf = True
            for widget in focus.app.screen.focus_chain:
                focus.app.set_focus(widget)
                await focus.settle()
                expected = meanings(focus, wheres, typing=False)
                assert {key: many for key, many in expected.items() if len(many) > 1} == {}
                focus.app.heard = ()
                await focus.hammer(*expected)
                assert focus.app.heard == tuple(id for ids in expected.values() for id in ids)
                assert focus.app.focused is widget
            focus.app.deaf = False


async def test_a_narrow_footer_keeps_what_is_most_useful_and_help(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(40, 12)) as focus:
        for state in State:
            await focus.into(state)
            shown = [command.id for command in on_the_bar(focus)]
            assert {"clock.toggle", "capture", "help"} <= set(shown), state
            assert len(shown) >= 4, state
