"""A ritual, line by line; the closing one also asks for energy and tomorrow's first thing."""

from collections.abc import Iterator

from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.errors import FocusError
from focus_tui.domain.mark import MarkKind
from focus_tui.ui.dialogs import lines
from focus_tui.ui.dialogs.levels import ENERGY, energy_line, noted
from focus_tui.ui.dialogs.listing import FilledDialog
from focus_tui.ui.widgets.itemlist import Row

TITLES = {MarkKind.OPENING: "Opening ritual", MarkKind.CLOSING: "Closing ritual"}
STEP = "step:"
FIRST = "first"


class RitualDialog(FilledDialog):
    """Each line is ticked by a key, in any order or not at all."""

    CHOOSES = frozenset({"enter", "space"})
    verb = "done"

    def __init__(self, ritual: MarkKind) -> None:
        super().__init__(TITLES[ritual])
        self._ritual = ritual

    def body(self) -> Iterator[Widget]:
        """The lines; at the day's end the energy below them."""
        yield from super().body()
        yield Static("", id="asks", markup=False)

    def fill(self) -> None:
        """Show where it stands."""
        host, closing = self.host, self._ritual is MarkKind.CLOSING
        glyphs, rows = host.glyphs, list[Row]()
        self.query_one("#heading", Static).update(TITLES[self._ritual])
        try:
            for each in host.services.rituals.steps(self._ritual):
                sign = glyphs.check if each.done else glyphs.open
                style = "$quiet" if each.done else ""
                rows.append(Row(each.text, left=f"{sign} ", id=STEP + each.text, style=style))
            if closing:
                first = host.services.lineup.first_tomorrow()
                sign = glyphs.check if first else glyphs.open
                words = f"Tomorrow's first thing{f': {first.text}' if first else ''}"
                style = "$quiet" if first else ""
                rows.append(Row(words, left=f"{sign} ", id=FIRST, style=style))
        except FocusError as error:
            self.say(str(error))
        asks = self.query_one("#asks", Static)
        asks.display = closing
        asks.update(energy_line(host.present.day.energy, self.app.size.width))
        self.show_rows(rows or [Row("No lines yet: the settings hold them.", style="$quiet")])

    def show_keys(self) -> None:
        """What a line's key does, the other ritual, and the way back."""
        chooses = [("", "space", self.verb, 100)] if self.items.cursor else []
        back = ("dialog.back", self.host.shown_key("dialog.back"), "back", 90)
        digits = [("", "1-5", "energy", 60)] if self._ritual is MarkKind.CLOSING else []
        other = TITLES[self._other].lower()
        self.keybar.show([*chooses, *digits, ("", "tab", other, 80), back])

    @property
    def _other(self) -> MarkKind:
        opening = self._ritual is MarkKind.OPENING
        return MarkKind.CLOSING if opening else MarkKind.OPENING

    def key_pressed(self, key: str) -> bool:
        """The other ritual, the energy, and what all lists do."""
        if key == "tab":
            self._ritual = self._other
            self.say("")
            self.fill()
            return True
        if key in ENERGY and self._ritual is MarkKind.CLOSING:
            noted(self, self.host, key)
            self.fill()
            return True
        return super().key_pressed(key)

    def chosen(self, item_id: str) -> None:
        """Done, or not after all; tomorrow's first thing is typed."""
        if item_id == FIRST:
            self.app.push_screen(lines.first_thing(self.host))
            return
        try:
            self.host.services.rituals.turn(self._ritual, item_id.removeprefix(STEP))
        except FocusError as error:
            self.say(str(error))
            return
        self.fill()
        if not all(each.done for each in self.host.services.rituals.steps(self._ritual)):
            self.items.move(1)
