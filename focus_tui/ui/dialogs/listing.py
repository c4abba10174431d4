"""What dialogs with a list to choose from share."""

from textual import getters

from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.widgets.itemlist import ItemList

FAR = 1_000_000
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

    items = getters.query_one("#items", ItemList)

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
