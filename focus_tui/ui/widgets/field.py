"""A one-line text field that loses nothing, and shows nothing a terminal would obey."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input

from focus_tui.domain.text import LINE_LIMIT, visible


class HarmlessInput(Input):
    """Textual's field; what it draws a terminal can't obey."""

    @property
    def _value(self) -> Text:
        """The text as it is drawn: one harmless sign for each character, so the cursor fits."""
        signs = "".join(
            shown if len(shown := visible(character)) == 1 else "\ufffd" for character in self.value
        )
        return Text(signs, no_wrap=True, overflow="ignore", end="")

    def action_cut(self) -> None:
        """Take what is marked; where nothing is, the clipboard keeps what it holds."""
        if not self.selection.is_empty:
            super().action_cut()


class LineField(HarmlessInput):
    """Textual's field without a blinking cursor, with pastes taken or refused whole."""

    BINDINGS: ClassVar = []
    # Textual's would lay out the whole screen at each letter; a field is as wide as it is.
    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    _typed: Callable[[], None] | None = None

    class Refused(Message):
        """A paste was too long, and nothing of it was taken."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,
        typed: Callable[[], None] | None = None,
    ) -> None:
        """`typed` is called at each change, before anything of it is drawn."""
        super().__init__(value, placeholder=placeholder, id=id, select_on_focus=False, compact=True)
        self.cursor_blink = False
        self._typed = typed

    def watch_value(self) -> None:
        """Textual's message comes a picture later."""
        if self._typed:
            self._typed()

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        text = event.text
        if text.splitlines() not in ([], [text]):
            # A field holds one line: a longer paste keeps every word, but not its line breaks.
            text = " ".join(line.strip() for line in text.splitlines() if line.strip())
        if len(self.value) + len(text) > LINE_LIMIT:
            self.post_message(
                self.Refused(
                    f"That paste has {len(text):,} characters and {LINE_LIMIT:,} fit in a line, "
                    "so nothing was taken: keep it in a file and name the file here."
                )
            )
            return
        self.insert_text_at_cursor(text)
