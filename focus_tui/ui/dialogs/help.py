"""What a screen is for, and every key, from the declarations."""

from collections.abc import Sequence
from functools import lru_cache
from textwrap import wrap

from textual.content import Content

from focus_tui.commands.command import TYPING
from focus_tui.commands.declared import COMMANDS, Command, Where
from focus_tui.commands.keynames import works_in_fields
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.dialogs.pages import WIDEST, PageDialog
from focus_tui.ui.widgets.textpage import Page

GROUPS = (
    (Where.EVERYWHERE, "Everywhere"),
    (Where.TODAY, "Today"),
    (Where.BOARD, "Goals"),
    (Where.OUTLINE, "Ideas"),
    (Where.REVIEW, "Reflect"),
    (Where.LOG, "Log"),
    (Where.INSIGHT, "Insights"),
    (Where.EDITING, "Typing an idea"),
    (Where.FINDING, "Typing what is sought"),
    (Where.LIST, "The list"),
    (Where.DIALOG, "While typing"),
)

KEY_COLUMN = 24
INDENT = 4
"""Where there is no room for two columns, so far in stands what a key does, below it."""
NARROW = 60


class HelpDialog(PageDialog):
    """What the screen is for, then every key; those that work now stand out."""

    def __init__(self, works: frozenset[str], idea: Sequence[str]) -> None:
        """`idea` are the lines on the screen; none above a dialog."""
        super().__init__("Keys")
        self._works = works
        self._idea = tuple(idea)

    def key_pressed(self, key: str) -> bool:
        """Move over the page; any other key that it shows does what it says, and the page goes.

        Those that work in dialogs too open above it.
        """
        if super().key_pressed(key):
            return True
        behind = self.app.screen_stack[-2]
        if works_in_fields(key) or isinstance(behind, Dialog):
            return False
        wheres = tuple(where for where, _ in GROUPS if where not in TYPING)
        command_id = self.host.meant(key, behind, wheres)
        if command_id:
            self.dismiss()
            if command_id != "help":
                self.host.perform(command_id)
        return bool(command_id)

    def told(self) -> Page:
        """The commands by the part of the app in which they work; what works here first."""
        width = self.app.size.width
        keys = tuple(tuple(self.host.shown_keys(each.id)) for each in COMMANDS)
        idea = self._idea if width >= NARROW else self._idea[:1]
        return _page(idea, keys, self._works, min(width, WIDEST))


@lru_cache(maxsize=8)
def _page(
    idea: tuple[str, ...], keys: tuple[tuple[str, ...], ...], works: frozenset[str], width: int
) -> Page:
    """With the keys of each command, in the order of the declarations, and those that work now."""
    rows = [*map(Content, idea), *([Content("")] if idea else [])]
    here = {each.where for each in COMMANDS if each.id in works}
    here |= {Where.EVERYWHERE}
    shown = [pair for pair in zip(COMMANDS, keys, strict=True) if pair[1]]
    for where, title in sorted(GROUPS, key=lambda group: group[0] not in here):
        rows.append(Content.styled(title, "bold"))
        rows += (_row(*pair, works, width) for pair in shown if pair[0].where is where)
        rows.append(Content(""))
    return Page(Content("\n").join(rows[:-1]))


def _row(command: Command, keys: Sequence[str], works: frozenset[str], width: int) -> Content:
    stands_out = command.id in works or command.where in TYPING
    style = "" if stands_out else "$quiet"
    named = (f"  {' '.join(keys):<{KEY_COLUMN}}", "bold" if stands_out else "$quiet")
    if width < NARROW:
        below = [f"\n{'':<{INDENT}}{line}" for line in wrap(command.help, width - INDENT - 6)]
        return Content.assemble(named, *((line, style) for line in below))
    first, *more = wrap(command.help, width - KEY_COLUMN - 8)
    indented = (f"\n{'':<{KEY_COLUMN + 2}}{line}" for line in more)
    return Content.assemble(named, (first, style), *((line, style) for line in indented))
