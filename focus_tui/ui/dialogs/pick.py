"""Picks one of a few things: the goal of a session, the one that rests."""

from collections.abc import Callable, Sequence

from focus_tui.ui.dialogs.listing import FilledDialog
from focus_tui.ui.widgets.itemlist import Row


class PickDialog(FilledDialog):
    """A question, and what can be picked; it says what was done with it."""

    def __init__(
        self, title: str, rows: Sequence[Row], pick: Callable[[str], str], *, saying: str = "pick"
    ) -> None:
        super().__init__(title)
        self._rows = tuple(rows)
        self._pick = pick
        self.verb = saying

    def fill(self) -> None:
        """Show what there is."""
        self.show_rows(self._rows)

    def chosen(self, item_id: str) -> None:
        """Take it, or say why not."""
        self.answered(lambda: self._pick(item_id))
