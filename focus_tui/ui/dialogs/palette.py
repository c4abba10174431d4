"""The palette's screen, with a field that shows nothing a terminal would obey."""

from textual.app import ComposeResult
from textual.command import CommandInput, CommandList, CommandPalette
from textual.containers import Horizontal, Vertical
from textual.widgets import LoadingIndicator

from focus_tui.ui import stylesheets
from focus_tui.ui.widgets.field import HarmlessInput

LONGEST = 100
"""Characters to search for; a longer paste is not taken."""


class PaletteField(CommandInput, HarmlessInput):  # styled as the first
    """What is searched for."""


class Palette(CommandPalette):
    """Textual's own but for the field."""

    CSS_PATH = stylesheets.path(stylesheets.DIALOGS)

    def compose(self) -> ComposeResult:
        """Its field and what is found."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield PaletteField(
                    placeholder=self._placeholder, select_on_focus=False, max_length=LONGEST
                )
            with Vertical(id="--results"):
                yield CommandList()
                yield LoadingIndicator()
