"""What dialogs with a list to choose from share."""

from collections.abc import Iterator

from textual import getters
from textual.widget import Widget

from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.widgets.itemlist import ItemList, Rows

FAR = 1_000_000
MOST_ROWS = 12
LINES_AROUND = 6
"""Of a dialog, besides its list."""
MOVES = {
    **{"down": 1, "j": 1, "up": -1, "k": -1, "pagedown": 8, "pageup": -8},
    **{"home": -FAR, "g": -FAR, "end": FAR, "G": FAR},
}


class ListDialog(Dialog):
    """A list moved over as lists are; a key, or two clicks, choose from it."""

    AUTO_FOCUS = "#items"
    CHOOSES = frozenset({"enter"})
    """The keys that choose."""
    saves = False
    verb = ""
    """What choosing is called on the key bar."""

    items = getters.query_one("#items", ItemList)

    def body(self) -> Iterator[Widget]:
        """The list alone."""
        yield ItemList(self.host.glyphs, id="items")

    def show_rows(self, rows: Rows) -> None:
        """Show what can be chosen, in as many lines as there is need and room for."""
        room = min(MOST_ROWS, self.app.size.height - LINES_AROUND)
        self.items.styles.height = max(1, min(len(rows), room))
        self.items.set_rows(rows)
        self.show_keys()

    def show_keys(self) -> None:
        """What choosing does, where there is something to choose, and the way back."""
        if not self.verb:
            super().show_keys()
            return
        chooses = [("", "enter", self.verb, 3)] if self.items.cursor else []
        back = ("dialog.back", self.host.shown_key("dialog.back"), "back", 4)
        self.keybar.show([*chooses, back])

    def chosen(self, item_id: str) -> None:
        """What choosing does."""
        raise NotImplementedError

    def key_pressed(self, key: str) -> bool:
        """Move, and choose."""
        if key in MOVES:
            self.items.move(MOVES[key])
        elif key in self.CHOOSES and self.items.cursor:
            self.chosen(self.items.cursor)
        else:
            return False
        return True

    def on_item_list_opened(self, message: ItemList.Opened) -> None:
        """Two clicks do what the key does."""
        self.chosen(message.item_id)


class FilledDialog(ListDialog):
    """Filled anew for another window, and when the person is back from what may have changed it."""

    def on_mount(self) -> None:
        """Show it."""
        self.fill()

    def resized(self) -> None:
        """Another window has room for another number of lines."""
        self.fill()

    def back(self) -> None:
        """Back from that."""
        self.fill()

    def fill(self) -> None:
        """Show it as it is now."""
        raise NotImplementedError


class FieldsDialog(FilledDialog):
    """A page of lines, each changed by a key."""

    CHOOSES = frozenset({"enter", "e", "space"})
    verb = "change"
