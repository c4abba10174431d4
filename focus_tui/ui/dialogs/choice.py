"""A card's question with a few answers, each a letter."""

from collections.abc import Callable, Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.cards import Card
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.questions import question


class ChoiceDialog(Dialog):
    """Asks a question with a few answers, each a letter that closes the dialog."""

    AUTO_FOCUS = ""
    saves = False

    def __init__(self, card: Card) -> None:
        super().__init__(question(card))
        self._card = card

    def body(self) -> Iterator[Widget]:
        """The answers that are possible, with what each does."""
        rows = [choice(letter, words) for letter, words, _ in self.answers()]
        yield Static(Content("\n").join(rows), id="choices", markup=False)

    def answers(self) -> list[tuple[str, str, Callable[[], str]]]:
        """A letter, its words, and what it does; that answers with a sentence."""
        raise NotImplementedError

    def key_pressed(self, key: str) -> bool:
        """The letter answers and closes; up and down show what does not fit."""
        if key in {"up", "down"}:
            panel = self.query_one("#panel")
            panel.scroll_relative(y=1 if key == "down" else -1, animate=False)
            return True
        for letter, _, act in self.answers():
            if key == letter:
                self.answered(act)
                return True
        return False


def choice(letter: str, words: str, *, chosen: bool = False) -> Content:
    """A letter and what it answers, where that is said."""
    mark = "bold underline" if chosen else ""
    return Content.assemble(
        (letter, "bold" if words else mark or "bold"), " " if words else "", (words, mark)
    )
