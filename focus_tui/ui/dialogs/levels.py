"""How much there is of something, from 1 to 5: the energy, the mood."""

from collections.abc import Callable, Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.errors import FocusError
from focus_tui.domain.mark import MOST_ENERGY
from focus_tui.ui.dialogs.choice import choice
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.host import Host

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
        self.answered(lambda: self._give(int(key)))
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


assert len(ENERGY) == MOST_ENERGY
