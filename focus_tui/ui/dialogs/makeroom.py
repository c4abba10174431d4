"""One course or book too many: which of those that are begun rests, or is let go?"""

from focus_tui.domain.errors import FocusError
from focus_tui.domain.idea import IdeaState
from focus_tui.domain.ideawords import plain
from focus_tui.ui.dialogs.listing import FilledDialog
from focus_tui.ui.widgets.itemlist import Row

LET_GO = "x"


class MakeRoomDialog(FilledDialog):
    """It closes once there is room."""

    verb = "let it rest"

    def __init__(self, asks: str) -> None:
        super().__init__(asks)
        self.made = False

    def fill(self) -> None:
        """Show what is begun."""
        services, rows = self.host.services, list[Row]()
        try:
            for each in services.choosing.under_way():
                right = services.revisiting.alone(each)
                rows.append(Row(plain(each.title), id=each.id, right=right))
        except FocusError as error:
            self.say(str(error))
        self.show_rows(rows)

    def show_keys(self) -> None:
        """Two ways to make room, and the way back."""
        back = ("dialog.back", self.host.shown_key("dialog.back"), "back", 90)
        self.keybar.show([("", "enter", self.verb, 100), ("", LET_GO, "let it go", 80), back])

    def key_pressed(self, key: str) -> bool:
        """Let it go, besides what all lists do."""
        if key == LET_GO and self.items.cursor:
            self._make_room(self.items.cursor, IdeaState.DROPPED)
            return True
        return super().key_pressed(key)

    def chosen(self, item_id: str) -> None:
        """Let it rest."""
        self._make_room(item_id, IdeaState.RESTING)

    def _make_room(self, idea_id: str, state: IdeaState) -> None:
        try:
            said = self.host.services.choosing.make_room(idea_id, state)
        except FocusError as error:
            self.say(str(error))
            self.fill()
            return
        self.made = True
        self.dismiss()
        self.host.say(said)
