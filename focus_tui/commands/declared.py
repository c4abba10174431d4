"""The declarations: footer, help, palette, key remapping, README and tests read this list."""

from collections.abc import Iterator

from focus_tui.commands.board import BOARD
from focus_tui.commands.clock import CLOCK
from focus_tui.commands.command import Command, Where
from focus_tui.commands.day import DAY
from focus_tui.commands.everywhere import CAPTURE, DIALOGS, EVERYWHERE
from focus_tui.commands.insight import INSIGHT
from focus_tui.commands.ladder import LADDER
from focus_tui.commands.lists import LISTS
from focus_tui.commands.log import LOG
from focus_tui.commands.outline import OUTLINE
from focus_tui.commands.review import REVIEW
from focus_tui.commands.shapes import SHAPES
from focus_tui.commands.tangents import TANGENTS

__all__ = ["COMMANDS", "Command", "Where", "command", "declared"]

COMMANDS: tuple[Command, ...] = (
    *(*CLOCK, *SHAPES, *DAY, *TANGENTS, *LADDER, CAPTURE, *LISTS, *BOARD, *OUTLINE),
    *(*REVIEW, *LOG, *INSIGHT, *EVERYWHERE, *DIALOGS),
)

_BY_ID = {command.id: command for command in COMMANDS}


def command(command_id: str) -> Command:
    """The declaration with that id; KeyError when there is none."""
    return _BY_ID[command_id]


def declared(*wheres: Where) -> Iterator[Command]:
    """The commands of the given parts of the app, in the order in which they are declared."""
    return (each for each in COMMANDS if each.where in wheres)
