"""Finding in the log."""

from textual import getters

from focus_tui.ui.screens.finding import Finding
from focus_tui.ui.screens.logkeys import LogKeys
from focus_tui.ui.widgets.field import LineField
from focus_tui.ui.widgets.itemlist import ItemList


class LogFinding(Finding, LogKeys):
    """What is marked is left before what was sought is."""

    items = getters.query_one("#log", ItemList)
    find = getters.query_one("#find", LineField)

    def can_log_back(self) -> bool:
        """There is something to go back from."""
        return bool(self.marked or self.asked)

    def do_log_back(self) -> None:
        """One step."""
        if self.marked:
            self.marks(frozenset())
        else:
            self.do_find_clear()

    def do_log_find(self) -> None:
        """Type what is sought."""
        self.begin_to_find()
