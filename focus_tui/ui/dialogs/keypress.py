"""Another key for a command, chosen by pressing it."""

from collections.abc import Iterator

from textual.widget import Widget
from textual.widgets import Static

from focus_tui.commands.declared import command
from focus_tui.commands.keymap import SAFETY
from focus_tui.domain.errors import FocusError
from focus_tui.ui.dialogs.dialog import Dialog


class KeyDialog(Dialog):
    """Takes the next key; the keys that always lead out lead out here too."""

    AUTO_FOCUS = ""
    saves = False

    def __init__(self, command_id: str) -> None:
        super().__init__(f"Press the key for: {command(command_id).help}")
        self._command_id = command_id

    def body(self) -> Iterator[Widget]:
        """What it is now."""
        keys = "  ".join(self.host.shown_keys(self._command_id)) or "none"
        yield Static(f"Now: {keys}", id="choices", markup=False)

    def key_pressed(self, key: str) -> bool:
        """Take it, or say why not."""
        if key in SAFETY.values():
            return False
        try:
            self.host.services.preferences.change_keys(self._command_id, (key,))
        except FocusError as error:
            self.say(str(error))
            return True
        self.dismiss()
        return True
