"""A dialog of one line: a thought, an intent, a word."""

from collections.abc import Callable, Iterator, Sequence

from textual.widget import Widget

from focus_tui.domain.errors import FocusError
from focus_tui.services.drafts import Drafts
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.widgets.field import LineField
from focus_tui.ui.widgets.itemlist import ItemList, Row


class LineDialog(Dialog):
    """Asks for one line and hands it on; offers earlier ones with up and down."""

    def __init__(
        self,
        title: str,
        save: Callable[[str], object],
        *,
        drafts: Drafts,
        draft: str,
        value: str = "",
        placeholder: str = "",
        offers: Sequence[str] = (),
    ) -> None:
        super().__init__(title)
        self._save = save
        self._drafts = drafts
        self.draft = draft
        self._first = value
        self._placeholder = placeholder
        self._offers = tuple(offers)
        self._offer = -1
        self._typed = value

    def body(self) -> Iterator[Widget]:
        """The field, and what is offered."""
        value = self._drafts.get(self.draft) or self._first
        yield LineField(value, placeholder=self._placeholder)
        if self._offers:
            offers = ItemList(self.host.glyphs, id="offers")
            offers.can_focus = False
            yield offers

    def on_mount(self) -> None:
        """Show the offers, as many as there are."""
        if self._offers:
            offers = self.query_one("#offers", ItemList)
            offers.styles.height = len(self._offers)
            self._show_offers()

    def _show_offers(self) -> None:
        rows = [
            Row(text, id=str(index), style="bold" if index == self._offer else "$quiet")
            for index, text in enumerate(self._offers)
        ]
        self.query_one("#offers", ItemList).set_rows(rows)

    def key_pressed(self, key: str) -> bool:
        """Up and down go through what is offered; above it stands what was typed."""
        if key not in {"up", "down"} or not self._offers:
            return False
        step = 1 if key == "down" else -1
        self._take(max(-1, min(len(self._offers) - 1, self._offer + step)))
        return True

    def on_item_list_clicked(self, message: ItemList.Clicked) -> None:
        """The mouse works too."""
        self._take(int(message.item_id))

    def _take(self, offer: int) -> None:
        if self._offer < 0:
            self._typed = self.field.value
        self._offer = offer
        self.field.value = self._typed if offer < 0 else self._offers[offer]
        self.field.cursor_position = len(self.field.value)
        self._show_offers()

    @property
    def field(self) -> LineField:
        """The field that is typed into."""
        return self.query_one(LineField)

    def keep(self) -> None:
        """Put what was typed into the drafts."""
        unchanged = self.field.value == self._first
        self._drafts.put(self.draft, "" if unchanged else self.field.value)

    def do_dialog_save(self) -> None:
        """Hand the line on; when it is refused the sentence shows and the words stay."""
        try:
            self._save(self.field.value)
        except FocusError as error:
            self.keep()
            self.say(str(error))
            return
        self.given()
        self._drafts.put(self.draft, "")
        self.dismiss()

    def on_input_changed(self) -> None:
        """What is typed outlives a lost terminal."""
        self.typed()
