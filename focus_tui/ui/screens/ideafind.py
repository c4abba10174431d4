"""Finding in the backlog, where an idea may be being typed too."""

from textual import getters

from focus_tui.commands.command import Where
from focus_tui.ui.painting import ANSWERED_S
from focus_tui.ui.screens.finding import Finding
from focus_tui.ui.screens.ideafolds import FoldKeys
from focus_tui.ui.widgets.field import LineField
from focus_tui.ui.widgets.itemlist import ItemList


class IdeaFinding(Finding, FoldKeys):
    """The cursor goes to the first that is found, and back to where it came from."""

    items = getters.query_one("#ideas", ItemList)
    find = getters.query_one("#find", LineField)

    def __init__(self) -> None:
        super().__init__()
        self._sought_from = ""
        """Where the cursor was before."""

    @property
    def typing(self) -> bool:  # type: ignore[override]
        """An idea, or what is sought."""
        return self.editor.open or super().typing

    @property
    def wheres(self) -> tuple[Where, ...]:
        """While typing, other keys work."""
        return (Where.EDITING, Where.EVERYWHERE) if self.editor.open else super().wheres

    def begin_to_find(self) -> None:
        """Type what is sought."""
        if not self.asked:
            self._sought_from = self.items.cursor
        super().begin_to_find()
        self.set_timer(ANSWERED_S, self.look.get_ready_to_find)

    def do_outline_find(self) -> None:
        """Type what is sought."""
        self.begin_to_find()

    def found(self) -> None:
        """To the first."""
        self.items.go(self.look.first_found())

    def do_find_clear(self) -> None:
        """All again, with the cursor on what was found; where nothing was, where it came from."""
        at, asked = self.idea_id, self.asked
        if asked and at in self.outline.ideas:
            self.unfold({*self.outline.path(at)})
        super().do_find_clear()
        if at and asked:
            self.go(at)
        elif asked:
            self.items.go(self._sought_from)

    # The mouse, while something is typed: no word is lost.

    def on_item_list_clicked(self, message: ItemList.Clicked) -> None:  # type: ignore[override]
        """Keep what was typed, and go there."""
        if self.seeking:
            self.do_find_keep()
        elif not self.leave_field():
            self.to_typed()
        else:
            self.items.go(message.item_id)

    def on_item_list_opened(self, message: ItemList.Opened) -> None:  # type: ignore[override]
        """Two clicks do what the key does, where what was typed could be kept."""
        if self.typing:
            message.prevent_default()
            self.to_typed()

    def on_descendant_focus(self) -> None:
        """A click into what is sought begins to type there."""
        if self.focused is self.find and not (self.seeking or self.leave_field()):
            self.set_focus(self.field)
