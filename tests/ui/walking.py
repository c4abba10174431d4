"""What the walks over screens, widgets and states share."""

import re
from collections.abc import Awaitable, Callable, Iterable

from focus_tui.commands.declared import COMMANDS, Command, Where
from focus_tui.ui.screens.itemkeys import ItemScreen
from tests.ui.app import MINUTE, QUIET, Driven, Still

REMAPPED = """
[keys]
"clock.toggle" = "Z"
"clock.finish" = ["f9", "F"]
"clock.next" = "j"
"clock.extend" = "]"
"today.intent" = "W"
"capture" = ["X", "alt+a"]
"list.down" = "s"
"list.open" = ["O"]
"help" = "f12"
"undo" = []
"""
KEYMAPS = {"declared": QUIET, "remapped": QUIET + REMAPPED}


class Deaf(Still):
    """The app; once it is deaf, it notes which commands its keys mean instead of doing them."""

    deaf = False
    heard: tuple[str, ...] = ()

    def perform(self, command_id: str) -> None:
        if self.deaf:
            self.heard = (*self.heard, command_id)
        else:
            super().perform(command_id)


def on_the_bar(focus: Driven) -> list[Command]:
    """What the footer shows, read off the screen."""
    commands = []
    screen = focus.app.screen
    assert isinstance(screen, ItemScreen)
    for token in re.split(r"\s{2,}", focus.footer.strip()):
        key, _, label = token.partition(" ")
        (command,) = [
            each
            for each in COMMANDS
            if each.where in screen.wheres
            and focus.app.shown_key(each.id, typing=screen.typing) == key
            and label in (screen.on_the_bar(each)[0], "")
        ]
        commands.append(command)
    return commands


def cursor(focus: Driven) -> str:
    """The item under the cursor, as `thought:01a2...`; empty when there is none."""
    screen = focus.app.screen
    assert isinstance(screen, ItemScreen)
    return screen.at


async def onto(focus: Driven, kind: str) -> None:
    """Move the cursor onto an item of a kind, by the keys that are in force."""
    down, other = (focus.app.dispatch.key(each) for each in ("list.down", "list.other"))
    for _ in range(2):
        await focus.press("home")
        before = ""
        while cursor(focus) != before:
            if cursor(focus).startswith(kind):
                return
            before = cursor(focus)
            await focus.press(down)
        await focus.press(other)
    raise AssertionError(f"the cursor can't go to a {kind}:\n{focus.text()}")


async def lived(focus: Driven) -> None:
    """A break, after a day with something of every kind: questions, thoughts, sessions, trash."""
    services = focus.services
    services.focus.start("Mel filters", planned_ms=2 * MINUTE)
    focus.clock.sleep(5 * MINUTE)
    await focus.look()
    services.focus.finish()
    services.backlog.delete([services.thoughts.capture("buy tea")[0].id])
    services.thoughts.capture("buy coffee")
    services.learned.add("What is mel?", "a scale of pitch")
    services.focus.start("Read chapter 3", planned_ms=2 * MINUTE)
    await focus.pass_time(3)
    services.focus.next()
    await focus.look()
    await focus.press("z")


def meanings(focus: Driven, wheres: tuple[Where, ...], *, typing: bool) -> dict[str, list[str]]:
    """What the declarations give each key here and now, of all keys that could mean anything.

    ctrl+q is left out: it always ends the app.
    """
    app, keymap = focus.app, focus.app.dispatch.keymap
    declared = {key for each in COMMANDS for key in (*each.keys, *keymap.keys(each.id))}
    letters = {*"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"}
    return {
        key: [
            each.id
            for each in COMMANDS
            if each.where in wheres
            and key in (keymap.in_fields(each.id) if typing else keymap.keys(each.id))
            and app.can(each, app.screen)
        ]
        for key in sorted((declared | letters) - {"ctrl+q"})
    }


async def each_fires(
    focus: Driven,
    commands: Iterable[Command],
    bring: Callable[[], Awaitable[None]],
    seen: Callable[[], tuple[object, ...]],
) -> None:
    """Each of these commands changes something of what is seen, the data first, or opens a dialog.

    What it changed in the data is taken back before the next one.
    """
    for command in commands:
        if command.id == "quit":
            continue
        await bring()
        before = seen()
        await focus.press(focus.app.dispatch.key(command.id))
        assert focus.dialog or seen() != before, command.id
        while focus.dialog:
            await focus.press("escape")
        changed = focus.file.read_bytes() != before[0]
        if changed and command.id not in ("undo", "redo"):
            focus.services.history.undo()
            await focus.look()


async def each_key_means_one_thing(focus: Driven, wheres: tuple[Where, ...]) -> None:
    """Here and now each key does the one thing that is declared, and no other key does anything."""
    assert isinstance(focus.app, Deaf)
    focus.app.deaf = True
    expected = meanings(focus, wheres, typing=False)
    assert {key: many for key, many in expected.items() if len(many) > 1} == {}
    focus.app.heard = ()
    await focus.hammer(*expected)
    assert focus.app.heard == tuple(id for ids in expected.values() for id in ids)
    focus.app.deaf = False
