"""Picks one of a few things: the goal of a session, the one that rests."""

from collections.abc import Callable, Iterator, Sequence

from textual.widget import Widget

from focus_tui.domain.errors import FocusError
from focus_tui.ui.dialogs.listing import ListDialog
from focus_tui.ui.widgets.itemlist import ItemList, Row

MOST_ROWS = 12


class PickDialog(ListDialog):
    """A question, and what can be picked; it says what was done with it."""

    def __init__(
        self, title: str, rows: Sequence[Row], pick: Callable[[str], str], *, saying: str = "pick"
    ) -> None:
        super().__init__(title)
        self._rows = tuple(rows)
        self._pick = pick
        self._saying = saying

    def body(self) -> Iterator[Widget]:
        """The list."""
        yield ItemList(self.host.glyphs, id="items")

    def on_mount(self) -> None:
        """Show what there is."""
        self.items.styles.height = max(1, min(len(self._rows), MOST_ROWS))
        self.items.set_rows(self._rows)

    def show_keys(self) -> None:
        """What enter does besides the way back."""
        back = self.host.shown_key("dialog.back")
        self.keybar.show([("", "enter", self._saying, 3), ("dialog.back", back, "back", 4)])

    def chosen(self, item_id: str) -> None:
        """Take it, or say why not."""
        try:
            said = self._pick(item_id)
        except FocusError as error:
            self.say(str(error))
            return
        self.dismiss()
        self.host.say(said)
