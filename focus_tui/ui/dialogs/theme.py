"""A theme, chosen by looking: each is on the screen while the cursor is on it."""

from focus_tui.domain.errors import FocusError
from focus_tui.ui.dialogs.listing import ListDialog
from focus_tui.ui.widgets.itemlist import ItemList, Row

MOST_SHOWN = 8


class ThemeDialog(ListDialog):
    """Our own themes first, then Textual's."""

    saves = True

    def __init__(self) -> None:
        super().__init__("The colours")

    def on_mount(self) -> None:
        """The cursor is on the one in force."""
        self._before = self.app.theme
        names = sorted(self.app.available_themes, key=lambda name: (name[:6] != "focus-", name))
        items = self.items
        items.styles.height = min(len(names), max(3, min(MOST_SHOWN, self.app.size.height - 10)))
        items.set_rows([Row(name, id=name) for name in names])
        items.move(names.index(self._before))

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        """Show it."""
        self.app.theme = message.list.cursor

    def chosen(self, item_id: str) -> None:
        """Keep it."""
        self.do_dialog_save()

    def do_dialog_save(self) -> None:
        """Keep the one that is on the screen."""
        try:
            self.host.services.preferences.change("look", "theme", self.app.theme)
        except FocusError as error:
            self.say(str(error))
            return
        self.dismiss()

    def do_dialog_back(self) -> None:
        """Back to the one before."""
        self.app.theme = self._before
        self.dismiss()
