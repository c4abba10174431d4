"""The backups, and the key that puts one in the data's place."""

from collections.abc import Iterator

from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.errors import FocusError
from focus_tui.services.copies import Copy
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.widgets.itemlist import ItemList, Row

MOST_SHOWN = 8


class RestoreDialog(Dialog):
    """What there is, with what it holds; under it what putting back the chosen one would change."""

    AUTO_FOCUS = "#items"
    saves = False

    def __init__(self) -> None:
        super().__init__("Backups: enter puts one in the data's place")
        self._copies: dict[str, Copy] = {}

    def body(self) -> Iterator[Widget]:
        """The list, and a line on the chosen one."""
        yield ItemList(self.host.glyphs, id="items")
        yield Static("", id="difference", markup=False)

    def on_mount(self) -> None:
        """Show what there is."""
        copies = self.host.services.copies.all()
        self._copies = {each.backup.path.name: each for each in copies}
        rows = [
            Row(each.holds, left=f"{each.when}  {each.backup.reason:<8}  ", id=name)
            for name, each in self._copies.items()
        ]
        items = self.query_one("#items", ItemList)
        items.styles.height = max(1, min(len(rows), MOST_SHOWN))
        items.set_rows(rows or [Row("There is no backup yet.", style="$quiet")])

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        """Say what the chosen one would change."""
        copy = self._copies.get(message.list.cursor)
        words = ""
        if copy is not None and copy.good:
            words = self.host.services.copies.difference(copy)
        self.query_one("#difference", Static).update(words)

    def key_pressed(self, key: str) -> bool:
        """Move, and restore."""
        items = self.query_one("#items", ItemList)
        if key in {"up", "down", "j", "k"}:
            items.move(1 if key in {"down", "j"} else -1)
            return True
        if key == "enter" and items.cursor:
            self._restore(items.cursor)
            return True
        return False

    def on_item_list_opened(self, message: ItemList.Opened) -> None:
        """Two clicks do what the key does."""
        self._restore(message.item_id)

    def _restore(self, name: str) -> None:
        try:
            said = self.host.services.copies.restore(self._copies[name])
        except FocusError as error:
            self.say(str(error))
            return
        self.dismiss()
        self.host.say(said)
