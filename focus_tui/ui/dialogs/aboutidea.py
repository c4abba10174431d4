"""One idea, whole: every word, and all that is known of it."""

from collections.abc import Iterator

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.ui.dialogs.pages import PageDialog
from focus_tui.ui.widgets.ideadetail import about

WIDEST = 124
AROUND = 8


class AboutIdea(PageDialog):
    """A page to read."""

    def __init__(self, idea_id: str) -> None:
        super().__init__("")
        self._idea_id = idea_id

    def body(self) -> Iterator[Widget]:
        """The page."""
        account = self.host.services.ideas.of(self._idea_id)
        width = min(self.app.size.width, WIDEST) - AROUND
        today = self.host.present.day.on
        rows = about(account, today, width, self.host.glyphs) if account else ()
        page = VerticalScroll(Static(Content("\n").join(rows), markup=False), id="page")
        page.can_focus = True
        yield page
