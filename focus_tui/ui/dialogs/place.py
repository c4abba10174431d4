"""Where to file: a field above a list of all ideas, each with what it stands below."""

from collections.abc import Callable, Collection, Iterator

from textual.widget import Widget

from focus_tui.domain.errors import FocusError
from focus_tui.domain.filing import Places
from focus_tui.domain.ideawords import plain
from focus_tui.domain.text import clipped, visible
from focus_tui.ui.dialogs.listing import LINES_AROUND, MOST_ROWS, FilledDialog
from focus_tui.ui.painting import ANSWERED_S
from focus_tui.ui.widgets.field import LineField
from focus_tui.ui.widgets.itemlist import Later, Row, Rows

MOST_SHOWN = 50
"""Whoever sees so many types one more letter."""
WIDEST = 124
FAR = "… / "
TOP = "top"
NEW = "new"
IDEA = "idea:"
WAYS = {"down": 1, "up": -1, "pagedown": 8, "pageup": -8}
"""Letters belong to the field."""

File = Callable[[str | None, str], str]
"""Files below the idea with that id, or at the top; or below a new one of those words. It answers
with a sentence."""


class PlaceDialog(FilledDialog):
    """Asks where to file something; `without` are the ids of what is moved."""

    AUTO_FOCUS = "LineField"
    verb = "file here"

    def __init__(self, title: str, file: File, *, without: Collection[str] = ()) -> None:
        super().__init__(title)
        self._file = file
        self._without = frozenset(without)

    def body(self) -> Iterator[Widget]:
        """The field, then the list."""
        yield LineField(placeholder="some of its words")
        yield from super().body()

    def on_mount(self) -> None:
        """Everything is a place but what is moved, and what stands below that."""
        self.items.can_focus, self.items.follows = False, True  # the keys go to the field
        self._tree = self.host.services.backlog.outline()
        self._places = Places(self._tree, self._without)
        self.set_timer(ANSWERED_S, lambda: self._places.spots)

    def on_input_changed(self) -> None:
        """Each letter leaves other places; the likeliest of them is chosen."""
        self.say("")
        self.fill()

    def fill(self) -> None:
        """The places that what is typed may mean."""
        typed = self.query_one(LineField).value.strip()
        found = self._places.sought(typed, MOST_SHOWN)
        top = Row("at the top level", id=TOP, style="$quiet")
        rows: list[Row | Later] = [Later(IDEA + each, each, self._row) for each in found]
        rows = [*rows, top, Row(typed, left="new: ", id=NEW)] if typed else [top, *rows]
        self.items.rest()
        self.show_rows(rows)
        if typed and not found:
            self.items.go(NEW)

    def _row(self, id: str) -> Row:
        return Row(plain(self._tree.ideas[id].title), right=self._path(id), id=IDEA + id)

    def _path(self, id: str) -> str:
        """What an idea stands below, as much of it as half the width holds, the nearest for
        certain."""
        room = min(self.app.size.width, WIDEST) // 2 - 8
        path = ""
        for above in reversed(self._tree.path(id)):
            title = visible(plain(self._tree.ideas[above].title))
            if not path:
                path = clipped(title, room - len(FAR))
            elif clipped(f"{title} / {path}", room - len(FAR)) == f"{title} / {path}":
                path = f"{title} / {path}"
            else:
                return FAR + path
        return path

    def show_rows(self, rows: Rows) -> None:
        """The field takes a line more than other lists leave."""
        super().show_rows(rows)
        room = self.app.size.height - LINES_AROUND - 2
        self.items.styles.height = max(2, min(len(rows), MOST_ROWS, room))

    def key_pressed(self, key: str) -> bool:
        """Up and down move; enter files."""
        if key in WAYS:
            self.items.move(WAYS[key])
        elif key == "enter":
            self.chosen(self.items.cursor)
        else:
            return False
        return True

    def chosen(self, item_id: str) -> None:
        """File there, or say why not."""
        typed = self.query_one(LineField).value.strip()
        parent = item_id.removeprefix(IDEA) if item_id.startswith(IDEA) else None
        try:
            said = self._file(parent, typed if item_id == NEW else "")
        except FocusError as error:
            self.say(str(error))
            return
        self.dismiss()
        self.host.say(said)
