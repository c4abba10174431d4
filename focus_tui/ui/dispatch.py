"""From a key to a command, by the declarations: footer, help and keys can't disagree."""

from collections.abc import Iterator
from typing import NamedTuple

from focus_tui.commands.declared import COMMANDS, Command, Where
from focus_tui.commands.keymap import Keymap
from focus_tui.domain.interval import State


class Dispatch(NamedTuple):
    """Looks commands up by key, in the parts of the app that the keys reach now."""

    keymap: Keymap

    def commands(
        self, key: str, wheres: tuple[Where, ...], state: State, *, typing: bool
    ) -> Iterator[Command]:
        """The commands a key may mean, the innermost part of the app first.

        While the person is typing, only the keys that were declared to work in fields count.
        """
        for where in wheres:
            for command in COMMANDS:
                if command.where is not where or state not in command.states:
                    continue
                keys = self.keymap.in_fields(command.id) if typing else self.keymap.keys(command.id)
                if key in keys:
                    yield command

    def key(self, command_id: str, *, typing: bool = False) -> str:
        """The first key of a command, or the first that works in fields; empty when it has none."""
        keys = self.keymap.in_fields if typing else self.keymap.keys
        return next(iter(keys(command_id)), "")


def method(command_id: str) -> str:
    """The name of the method that does a command: `clock.toggle` is done by `do_clock_toggle`."""
    return "do_" + command_id.replace(".", "_")


def condition(command_id: str) -> str:
    """The name of the method that says whether a command makes sense now, where there is one."""
    return "can_" + command_id.replace(".", "_")
