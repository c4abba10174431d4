"""Writes more about an idea, on as many lines as one likes."""

from focus_tui.domain.idea import Idea
from focus_tui.ui.dialogs.manylines import ManyLinesDialog


class NoteDialog(ManyLinesDialog):
    """An idea's note."""

    def __init__(self, idea: Idea) -> None:
        super().__init__(idea.title, idea.note, draft=f"note-{idea.id}")
        self._idea_id = idea.id

    def store(self, text: str) -> str:
        """Into the idea."""
        return self.host.services.backlog.set_note(self._idea_id, text)
