"""The day's end: what was done, and how the energy is."""

from collections.abc import Callable, Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.cards import Card
from focus_tui.domain.errors import FocusError
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.text import visible
from focus_tui.services.dayend import MOST_ENERGY
from focus_tui.ui.dialogs.choice import choice
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.host import Host
from focus_tui.ui.questions import question

ENERGY = {"1": "empty", "2": "low", "3": "fair", "4": "good", "5": "full"}
"""What each answer means."""


NARROW = 56
"""In a window of fewer columns only the first and the last answer have their words."""


def energies(chosen: int, width: int) -> Content:
    """The answers to how the energy is, the given one underlined, for a window so wide."""
    ends = min(ENERGY), max(ENERGY)
    words = {key: word if width >= NARROW or key in ends else "" for key, word in ENERGY.items()}
    return Content("    " if width >= NARROW else "   ").join(
        choice(key, word, chosen=key == str(chosen)) for key, word in words.items()
    )


class LevelDialog(Dialog):
    """Asks how much there is of something, from 1 to 5; a digit answers and closes."""

    AUTO_FOCUS = ""
    saves = False

    def __init__(self, title: str, now: int, give: Callable[[int], str]) -> None:
        super().__init__(title)
        self._now = now
        self._give = give

    def body(self) -> Iterator[Widget]:
        """The five answers."""
        yield Static(energies(self._now, self.app.size.width), id="choices", markup=False)

    def key_pressed(self, key: str) -> bool:
        """A digit answers."""
        if key not in ENERGY:
            return False
        try:
            said = self._give(int(key))
        except FocusError as error:
            self.say(str(error))
            return True
        self.dismiss()
        self.host.say(said)
        return True


def energy(host: Host) -> LevelDialog:
    """How the energy is now."""
    day_end = host.services.day_end
    return LevelDialog("How is your energy?", host.present.day.energy, day_end.energy)


def noted(dialog: Dialog, host: Host, key: str) -> str | None:
    """Keep the answer; where that can't be done the dialog says why, and None comes back."""
    try:
        return host.services.day_end.energy(int(key))
    except FocusError as error:
        dialog.say(str(error))
        return None


def energy_line(chosen: int, width: int) -> Content:
    """The answers where nothing above them says what they are to."""
    return Content.assemble("Energy  ", energies(chosen, width))


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


assert len(ENERGY) == MOST_ENERGY
