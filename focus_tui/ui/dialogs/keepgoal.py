"""Asks whether a goal that was left alone goes on."""

from collections.abc import Callable, Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.ui.dialogs.choice import choice
from focus_tui.ui.dialogs.dialog import Dialog


class KeepGoalDialog(Dialog):
    """Keep it, let it rest, let it go; a letter answers and closes."""

    AUTO_FOCUS = ""
    saves = False

    def __init__(
        self,
        title: str,
        *,
        keep: Callable[[], str],
        rest: Callable[[], str],
        let_go: Callable[[], None],
    ) -> None:
        super().__init__(title)
        self._acts = {"k": keep, "r": rest}
        self._let_go = let_go

    def body(self) -> Iterator[Widget]:
        """The answers."""
        words = {"k": "keep it", "r": "let it rest", "l": "let it go, with a reason"}
        rows = [choice(letter, word) for letter, word in words.items()]
        yield Static(Content("\n").join(rows), id="choices", markup=False)

    def key_pressed(self, key: str) -> bool:
        """The letter answers."""
        if key == "l":
            self.dismiss()
            self.app.call_later(self._let_go)
            return True
        if key not in self._acts:
            return False
        self.answered(self._acts[key])
        return True
