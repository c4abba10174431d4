"""One idea, whole: every word, and all that is known of it."""

from textual.content import Content

from focus_tui.ui.dialogs.pages import PageDialog
from focus_tui.ui.widgets.ideadetail import about

WIDEST = 124
AROUND = 8


class AboutIdea(PageDialog):
    """A page to read."""

    def __init__(self, idea_id: str) -> None:
        super().__init__("")
        self._idea_id = idea_id

    def text(self) -> Content:
        """All that is known of it."""
        account = self.host.services.ideas.of(self._idea_id)
        width = min(self.app.size.width, WIDEST) - AROUND
        today = self.host.present.day.on
        rows = about(account, today, width, self.host.glyphs) if account else ()
        return Content("\n").join(rows)
