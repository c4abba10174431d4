"""The walk over the ideas: what the footer shows works, and nothing else does."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from focus_tui.commands.declared import COMMANDS, Where
from focus_tui.commands.keynames import works_in_fields
from focus_tui.domain.idea import IdeaState
from focus_tui.domain.interval import State
from focus_tui.ui.screens.idealines import Kind, key_of
from focus_tui.ui.widgets.field import LineField
from tests.support.sweeps import spread
from tests.ui.app import Driven, opened
from tests.ui.outlined import idea, ideas_open, screen
from tests.ui.walking import Deaf, each_key_means_one_thing, meanings, on_the_bar

TREE = (
    "- Audio\n  - first\n  - leaf https://example.org\n- folded\n  - within\n- done\n"
    "- weighed\n- nowhere"
)
SPOTS = (
    *("inbox", "front", "leaf", "Audio", "folded", "done", "worth", "found", "within", "marked"),
    "nothing",
)
"""What the cursor is on, and how the list is looked at."""
STATES = tuple(State)
PARTS = 10
"""The commands of a bar are tried in so many parts, each with another state of the clock."""
WHERES = (Where.LIST, Where.OUTLINE, Where.EVERYWHERE)


async def planted(focus: Driven) -> None:
    """An idea of every kind; something to undo and to redo."""
    services = focus.services
    services.choosing.to_front(idea(focus, "weighed").id)
    services.weighing.weigh(idea(focus, "weighed").id, "4 2h")
    services.choosing.set_state([idea(focus, "done").id], IdeaState.DONE)
    services.folds.keep({idea(focus, "folded").id})
    services.goals.add("A goal")
    services.backlog.delete([idea(focus, "nowhere").id])
    services.thoughts.capture("late")
    services.history.undo()
    await focus.look()


async def bring(focus: Driven, state: State, spot: str) -> None:
    """Into the state, with the cursor there; nothing is in the way."""
    while focus.dialog or focus.app.current_mode != "ideas" or screen(focus).typing:
        await focus.press("escape" if focus.dialog or screen(focus).typing else "f3")
    if focus.app.present.state is not state:
        await focus.into(state)
        focus.app.perform("screen.ideas")
    there, look = screen(focus), screen(focus).look
    look.finished, look.by_worth = False, spot == "worth"
    there.asked = there.find.value = "leaf" if spot == "found" else ""
    there.do_find_keep()
    look.root = None
    focus.services.folds.keep({idea(focus, "folded").id})
    if spot == "within":
        look.root = idea(focus, "folded").id
    there.marks(frozenset())
    await focus.look()
    there.show_again()
    if spot == "inbox":
        there.items.go(key_of(Kind.INBOX, idea(focus, "caught").id))
    elif spot in ("front", "worth"):
        kind = Kind.FRONT if spot == "front" else Kind.WORTH
        there.items.go(key_of(kind, idea(focus, "weighed").id))
    elif spot != "nothing":
        title = {"found": "leaf", "marked": "leaf"}.get(spot, spot)
        title = "leaf https://example.org" if title == "leaf" else title
        there.go(idea(focus, title).id)
    if spot == "marked":
        there.marks(frozenset({idea(focus, "leaf https://example.org").id}))
    await focus.settle()
    if focus.notice:
        await focus.press("0")


def seen(focus: Driven) -> tuple[object, ...]:
    """All that a key could change."""
    app, there = focus.app, screen(focus)
    data = focus.file.read_bytes() if focus.file.exists() else b""
    return data, app.screen, app.focused, focus.notice, there.items.cursor, focus.text()


def is_wrong(focus: Driven) -> bool:
    """Whether what is said is a refusal."""
    return bool(focus.notice) and screen(focus).notice._style == "$error"


async def fire(focus: Driven, state: State, spot: str, part: int) -> None:
    """Do what a part of the keys on the bar mean: something must happen, nothing be refused."""
    await bring(focus, state, spot)
    commands = on_the_bar(focus)
    assert {"outline.new", "clock.toggle"} <= {each.id for each in commands}
    for command in commands[part::PARTS]:
        if command.id in ("quit", "outline.link"):  # which leave the app
            continue
        await bring(focus, state, spot)
        before = seen(focus)
        await focus.press(focus.app.dispatch.key(command.id))
        assert seen(focus) != before, (state, command.id)
        assert not is_wrong(focus), (state, command.id, focus.notice)
        changed = focus.file.exists() and focus.file.read_bytes() != before[0]
        assert command.acts or not changed, command.id
        while focus.dialog:
            await focus.press("escape")
        if screen(focus).typing:
            await focus.press("escape")
        if changed and command.id not in ("undo", "redo"):
            focus.services.history.undo()  # the next one finds all as it was
            await focus.look()


@pytest.mark.parametrize(("spot", "parts"), spread(SPOTS[:-1], range(PARTS), PARTS))
async def test_each_shown_command_fires(spot: str, parts: Sequence[int], tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, "caught", size=(300, 30)) as focus:
        await planted(focus)
        for part in parts:
            await fire(focus, STATES[(SPOTS.index(spot) + part) % len(STATES)], spot, part)


async def test_with_nothing_each_shown_command_fires(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(300, 30)) as focus:
        await focus.press("3")
        for command in on_the_bar(focus):
            if command.id != "quit":
                before = seen(focus)
                await focus.press(focus.app.dispatch.key(command.id))
                assert seen(focus) != before, command.id
                while focus.dialog or focus.app.current_mode != "ideas" or screen(focus).typing:
                    typing = focus.dialog or screen(focus).typing
                    await focus.press("escape" if typing else "f3")
                if screen(focus).look.by_worth:
                    await focus.press("w")
                await focus.press("0")


async def test_each_key_means_what_is_declared_and_one_thing(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, "caught", kind=Deaf) as focus:
        assert isinstance(focus.app, Deaf)
        await planted(focus)
        for turn, spot in enumerate(SPOTS[:-1]):
            await bring(focus, STATES[turn % len(STATES)], spot)
            await each_key_means_one_thing(focus, WHERES)
            assert focus.app.focused is screen(focus).items


@pytest.mark.parametrize(
    ("key", "where", "name"),
    [("enter", Where.EDITING, "#typed"), ("slash", Where.FINDING, "#find")],
)
async def test_in_a_field_signs_are_typed(
    key: str, where: Where, name: str, tmp_path: Path
) -> None:
    async with ideas_open(tmp_path, TREE, "caught", kind=Deaf) as focus:
        assert isinstance(focus.app, Deaf)
        await planted(focus)
        await bring(focus, State.FOCUS, "leaf")
        await focus.press(key)
        field = screen(focus).query_one(name, LineField)
        field.value = ""
        await focus.settle()
        focus.app.deaf = True
        expected = meanings(focus, (where, Where.EVERYWHERE), typing=True)
        assert {key: many for key, many in expected.items() if len(many) > 1} == {}
        typed = [key for key in expected if len(key) == 1]
        await focus.hammer(*typed)
        assert (focus.app.heard, field.value) == ((), "".join(typed))
        commands = [key for key in expected if works_in_fields(key) or key == "enter"]
        await focus.hammer(*commands)
        assert focus.app.heard == tuple(id for key in commands for id in expected[key])
        focus.app.deaf = False


async def test_every_command_of_the_ideas_is_done_somewhere(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, "caught") as focus:
        await planted(focus)
        possible: set[str] = set()
        for spot in SPOTS[:-1]:
            await bring(focus, State.IDLE, spot)
            possible |= {each.id for each in COMMANDS if focus.app.can(each, screen(focus))}
        wanted = {each.id for each in COMMANDS if each.where in WHERES and each.id != "list.other"}
        assert wanted - possible == set()


async def test_a_narrow_footer_keeps_what_is_most_useful_and_help(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, "caught", size=(40, 12)) as focus:
        await planted(focus)
        for turn, spot in enumerate(SPOTS[:-1]):
            await bring(focus, STATES[turn % len(STATES)], spot)
            shown = {command.id for command in on_the_bar(focus)}
            assert {"clock.toggle", "help"} <= shown, spot
            assert "capture" in shown or spot == "marked", spot
            assert ("outline.back" in shown) >= (spot == "marked")
