"""The backups, and the key that puts one in the data's place."""

from collections.abc import Iterator

from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.errors import FocusError
from focus_tui.domain.text import visible
from focus_tui.services.copies import Copy
from focus_tui.ui.dialogs.listing import ListDialog
from focus_tui.ui.widgets.itemlist import ItemList, Row

UNFIT = "can't be put back"
MOST_SHOWN = 8
NARROW = 60
"""Where a window is narrower, what a backup holds stands in the place of why it was made."""


class RestoreDialog(ListDialog):
    """What there is, with what it holds; under it what putting back the chosen one would change.

    Over data that can't be read it says why, and the newest good one is chosen.
    """

    def __init__(self, unreadable: str) -> None:
        super().__init__("Backups: enter puts one in place")
        self._unreadable = unreadable
        self._copies: dict[str, Copy] = {}
        self._offered = 1

    def body(self) -> Iterator[Widget]:
        """Why, where there is a why; the list, and a line on the chosen one."""
        why = Static(visible(self._unreadable), id="why", markup=False)
        why.display = bool(self._unreadable)
        yield why
        yield ItemList(self.host.glyphs, id="items")
        yield Static("", id="difference", markup=False)

    def on_mount(self) -> None:
        """Read one after the other: many large ones would keep the person waiting."""
        copies = self.host.services.copies
        if self._unreadable and (newest := copies.newest_good()):
            self._offered = newest.number
        self._read_next(copies.each())

    def _read_next(self, unread: Iterator[Copy]) -> None:
        copy = next(unread, None)
        if not self.is_attached:
            return
        items = self.items
        if copy is None:
            if not self._copies:
                items.set_rows([Row("There is no backup yet.", style="$quiet")])
            return
        self._copies[copy.backup.path.name] = copy
        self._fit()
        items.set_rows([self._row(name, each) for name, each in self._copies.items()])
        if copy.number == self._offered > 1:
            items.move(copy.number - 1)
        self.call_later(self._read_next, unread)

    def _fit(self) -> None:
        """Leave room for all that stands around the list."""
        height = self.app.size.height
        room = height - 9 if self.has_class("-short") else height * 4 // 5 - 12
        shown = max(2, min(len(self._copies), MOST_SHOWN, room))
        self.items.styles.height = shown

    def resized(self) -> None:
        """Another height has room for another number."""
        self._fit()

    def _row(self, name: str, copy: Copy) -> Row:
        narrow = self.app.size.width < NARROW
        reason = "" if narrow else f"{copy.backup.reason:<9}  "
        left = f"{copy.when}  {reason}"
        return Row(copy.holds, left, id=name) if copy.good else Row(UNFIT, left, id=name)

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        """Say what the chosen one would change."""
        copy = self._copies.get(message.list.cursor)
        words = self._about(copy) if copy is not None else ""
        self.query_one("#difference", Static).update(visible(words))

    def _about(self, copy: Copy) -> str:
        try:
            return copy.trouble or self.host.services.copies.difference(copy)
        except FocusError as error:
            return str(error)  # it was there a moment ago

    def chosen(self, item_id: str) -> None:
        """Put it in the data's place."""
        try:
            said = self.host.services.copies.restore(self._copies[item_id])
        except FocusError as error:
            self.say(str(error))
            return
        self.dismiss()
        self.host.say(said)
