"""A question that can be answered, drafted from a template."""

from focus_tui.domain.ladder import TEMPLATE
from focus_tui.ui.dialogs.manylines import ManyLinesDialog


class QuestionDialog(ManyLinesDialog):
    """The question of a session; saving it copies it too."""

    def __init__(self, session_id: str, text: str) -> None:
        super().__init__("A good question is half the answer", text, draft=f"ask-{session_id}")
        self._session_id = session_id

    def on_mount(self) -> None:
        """A new one begins with what is wanted."""
        if self.field.text == TEMPLATE:
            self.field.move_cursor((0, len(self.field.document.get_line(0))))

    def store(self, text: str) -> str:
        """Kept with the session, and copied."""
        said = self.host.services.ladder.ask(self._session_id, text)
        self.app.copy_to_clipboard(text.rstrip())
        return f"{said.rstrip('.')}, and copied."
