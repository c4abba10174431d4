"""The day's end: what was done, and how the energy is."""

from collections.abc import Iterator

from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.cards import Card
from focus_tui.domain.errors import FocusError
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.text import visible
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.dialogs.levels import ENERGY, energy_line, noted
from focus_tui.ui.questions import question


class EnoughDialog(Dialog):
    """Says that it is enough for today, with what was done."""

    AUTO_FOCUS = ""
    saves = False
    RITUAL = "r"

    def __init__(self, card: Card) -> None:
        super().__init__(question(card))

    def body(self) -> Iterator[Widget]:
        """What was done, a line each, and the five answers."""
        services, present = self.host.services, self.host.present
        done = services.day_sum.lines(present.day, present.limit_ms)
        yield Static("\n".join(map(visible, done)), id="words", markup=False)
        answers = energy_line(present.day.energy, self.app.size.width)
        yield Static(answers, id="asks", markup=False)

    def show_keys(self) -> None:
        """Enough; the closing ritual, which asks for tomorrow's first thing; or later."""
        back = ("dialog.back", self.host.shown_key("dialog.back"), "later", 90)
        ritual = ("", self.RITUAL, "ritual", 80)
        self.keybar.show([("", "enter", "enough", 100), ritual, back])

    def key_pressed(self, key: str) -> bool:
        """A digit answers, enter ends the day."""
        if key in ENERGY:
            if noted(self, self.host, key) is not None:
                answers = energy_line(int(key), self.app.size.width)
                self.query_one("#asks", Static).update(answers)
            return True
        if key not in {"enter", self.RITUAL}:
            return False
        try:
            said = self.host.services.day_end.enough()
        except FocusError as error:
            self.say(str(error))
            return True
        self.dismiss()
        self.host.say(said)
        if key == self.RITUAL:
            from focus_tui.ui.dialogs.ritual import RitualDialog

            self.app.push_screen(RitualDialog(MarkKind.CLOSING))
        return True
