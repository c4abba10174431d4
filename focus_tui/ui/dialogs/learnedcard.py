"""A card's page: its sides and its source, each changed by one key."""

from collections.abc import Callable, Iterator
from contextlib import suppress

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.cardfields import FIELDS, CardField, field_named
from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.reflection import LearnedCard
from focus_tui.domain.text import quoted, visible
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.dialogs.line import LineDialog
from focus_tui.ui.dialogs.listing import FieldsDialog
from focus_tui.ui.dialogs.manylines import ManyLinesDialog
from focus_tui.ui.host import Host
from focus_tui.ui.widgets.itemlist import ItemList, Row

LABEL_CELLS = 8
LOW = 18
WIDEST = 124
LINES_AROUND = 9
LINES_AROUND_LOW = 7
"""Of the page, besides what the chosen line says; the second where the window is low."""


class BackDialog(ManyLinesDialog):
    """The answer to a question."""

    def __init__(self, front: str, value: str, *, draft: str, save: Callable[[str], str]) -> None:
        super().__init__(f"The answer to {quoted(front)}", value, draft=draft)
        self._save = save

    def store(self, text: str) -> str:
        """Hand it on."""
        return self._save(text)


def side(host: Host, card: LearnedCard, field: CardField) -> Dialog:
    """Asks for one thing that a card says."""
    services = host.services

    def save(text: str) -> str:
        return services.learned.change(card.id, field.name, text)

    draft = f"card-{card.id}-{field.name}"
    if field.name == "back":
        return BackDialog(card.front, card.back, draft=draft, save=save)
    value = field.said(card)
    return LineDialog(field.asks, save, drafts=services.drafts, draft=draft, value=value)


class LearnedCardDialog(FieldsDialog):
    """What a card says; enter changes the line under the cursor, which stands below it whole."""

    def __init__(self, card: LearnedCard) -> None:
        super().__init__("A card")
        self._card = card

    def body(self) -> Iterator[Widget]:
        """A line a field; below, the chosen one whole."""
        yield ItemList(self.host.glyphs, id="items")
        yield Static("", id="difference", markup=False)

    def resized(self) -> None:
        """Another window has room for more, or for less."""
        self._explain()

    def fill(self) -> None:
        """Show the card as it is now."""
        self._card = self._now()
        self.show_rows([self._row(each) for each in FIELDS])
        self._explain()

    def _now(self) -> LearnedCard:
        with suppress(DataUnusable):  # a change of it says so
            return self.host.services.learned.get(self._card.id) or self._card
        return self._card

    def _row(self, field: CardField) -> Row:
        said = " ".join(field.said(self._card).split())
        return Row(
            said or "none",
            left=f"{field.label:<{LABEL_CELLS}}",
            id=field.name,
            style="" if said else "$quiet",
        )

    def _explain(self) -> None:
        """The chosen line whole, where it is not so in its row and as far as there is room."""
        field = field_named(self.items.cursor or FIELDS[0].name)
        said, width = field.said(self._card), min(self.app.size.width, WIDEST) - 8
        one_row = said.isprintable() and Content(said).cell_length <= width - LABEL_CELLS
        lines = [] if one_row else list(_lines(said, max(10, width)))
        room = self._room()
        if len(lines) > room:
            lines = [*lines[: max(0, room - 1)], Content("…")]
        whole = self.query_one("#difference", Static)
        whole.update(Content("\n").join(lines))
        whole.display = bool(lines and room)

    def _room(self) -> int:
        """How many lines are left for what the chosen line says."""
        height = self.app.size.height
        page = height - LINES_AROUND_LOW if height < LOW else height * 8 // 10 - LINES_AROUND
        return max(0, page)

    def on_item_list_moved(self) -> None:
        """Another line is chosen."""
        self._explain()

    def chosen(self, item_id: str) -> None:
        """Change a line, as it is now elsewhere too."""
        self.app.push_screen(side(self.host, self._now(), field_named(item_id)))


def _lines(text: str, width: int) -> Iterator[Content]:
    """The lines that a text takes, its own breaks kept."""
    for line in text.splitlines():
        yield from Content(visible(line)).wrap(width)
