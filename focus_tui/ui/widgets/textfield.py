"""A text field of many lines that loses nothing, and shows nothing a terminal would obey."""

from rich.text import Text
from textual import events
from textual.widgets import TextArea

from focus_tui.domain.sprout import NOTE_LIMIT
from focus_tui.domain.text import visible
from focus_tui.ui.widgets.field import LineField


class TextField(TextArea):
    """Textual's text area; a paste is taken or refused whole."""

    def __init__(self, value: str) -> None:
        super().__init__(value, compact=True, tab_behavior="focus", highlight_cursor_line=False)
        self.cursor_blink = False
        self.move_cursor(self.document.end)

    def on_resize(self) -> None:
        """Keep the cursor in sight, where there are fewer lines too."""
        self.call_after_refresh(self.scroll_cursor_visible)

    def get_line(self, line_index: int) -> Text:
        """The line as it is drawn: one harmless sign for each character, so the cursor fits."""
        line = self.document.get_line(line_index)
        if not line.isprintable():
            line = "".join(_sign(character) for character in line)
        return Text(line, end="", no_wrap=True)

    async def _on_paste(self, event: events.Paste) -> None:
        if len(self.text) + len(event.text) > NOTE_LIMIT:
            event.stop()
            event.prevent_default()
            self.post_message(
                LineField.Refused(
                    f"That paste has {len(event.text):,} characters and {NOTE_LIMIT:,} fit into a "
                    "note, so nothing was taken: keep it in a file and name the file here."
                )
            )


def _sign(character: str) -> str:
    shown = visible(character)
    return character if character == "\t" else shown if len(shown) == 1 else "\ufffd"
