"""Ideas: the inbox, the front of the line, and everything that waits."""

from collections.abc import Iterator

from textual import getters
from textual.containers import Container, Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from focus_tui.commands.command import Command, Where
from focus_tui.services.present import Present
from focus_tui.ui import stylesheets
from focus_tui.ui.items import THOUGHT
from focus_tui.ui.screens.ideaedit import IdeaField
from focus_tui.ui.screens.ideafind import IdeaFinding
from focus_tui.ui.screens.idealines import Kind
from focus_tui.ui.screens.idealook import IdeaLook
from focus_tui.ui.widgets.field import LineField
from focus_tui.ui.widgets.ideadetail import IdeaDetail
from focus_tui.ui.widgets.itemlist import ItemList

TERMS = "words  #tag  type:learn  is:resting  older:30d  in:inbox"

MARKED = 96
"""What the count of what is marked weighs on the key bar: it is always in sight."""

BAR = {"list.edit": 0, "list.promise": 19, "list.begin": 55, "list.done": 58, "undo": 64}
"""Other weights on the key bar than on other screens."""


class IdeasScreen(IdeaFinding):
    """Screen 3."""

    TITLE_HERE = "Ideas"
    WHERES = (Where.LIST, Where.OUTLINE, Where.EVERYWHERE)
    AUTO_FOCUS = "#ideas"
    CSS_PATH = [  # noqa: RUF012 (as Textual declares it)
        stylesheets.path(stylesheets.DIALOGS),
        stylesheets.path("ideas.tcss"),
    ]

    detail = getters.query_one(IdeaDetail)

    def body(self) -> Iterator[Widget]:
        """What is sought; the list, over which lies what is being typed."""
        self.look = IdeaLook(self.host, lambda: self.items.size.width)
        with Horizontal(id="sought"):
            yield Static("/ ", markup=False)
            yield LineField(id="find", placeholder=TERMS, typed=self.sought)
        with Horizontal(id="here"):
            with Container(id="backlog"):
                yield ItemList(self.host.glyphs, id="ideas")
                yield IdeaField(id="typed")
            yield IdeaDetail(self.host.glyphs)

    # What is shown.

    def show(self, present: Present) -> None:
        """Draw this moment."""
        if not present.unreadable:
            self._show_lines(present)
        super().show(present)

    def _show_lines(self, present: Present) -> None:
        self.editor.follow()
        if not self.look.look(present, self.asked, self.editor.draft):
            return
        lines, rows = self.look.lines, self.look.rows
        self.marked = rows.marked = frozenset(id for id in self.marked if rows.idea(id))
        self.items.set_lines(
            lines.keys,
            lambda at: rows.row(lines[at]),
            by_itself=self.host.looking,
        )
        self.to_typed()
        self._show_detail()

    def on_item_list_moved(self) -> None:
        """Another idea is under the cursor; what is read beside it comes after."""
        self.call_after_refresh(self._show_detail)

    def _show_detail(self) -> None:
        self.detail.display = self.has_class("-wide")
        if self.detail.display and not self.host.present.unreadable:
            self.detail.show(self.host.services.ideas.of(self.idea_id), self.host.present.day.on)

    def marks(self, ids: frozenset[str]) -> None:
        """Mark these and no others."""
        self.marked = self.look.rows.marked = ids
        self.items.repaint()
        self.show_keys()

    def on_resize(self) -> None:
        """What is typed stays over its line."""
        self.call_after_refresh(self.place_field)
        self.call_after_refresh(self._show_detail)

    def on_item_list_scrolled(self) -> None:
        """The same, when other lines are in sight."""
        self.place_field()

    # Where the cursor is.

    @property
    def idea_id(self) -> str:
        """The idea under the cursor."""
        line = self.line
        return line.id if line else ""

    @property
    def at(self) -> str:
        """The same, as other screens name it."""
        return THOUGHT + self.idea_id if self.idea_id else ""

    def move(self, by: int) -> None:
        """Over all that is in sight."""
        self.items.move(by)

    # What keys mean.

    def on_the_bar(self, command: Command) -> tuple[str, int]:
        """Enter edits here; what weighs most is what one comes here for."""
        label, weight = super().on_the_bar(command)
        if command.id == "list.open":
            return "edit", weight
        if command.id == "outline.back" and self.marked:
            return self._unmarks(), MARKED
        return label, BAR.get(command.id, weight)

    def _unmarks(self) -> str:
        """How many are marked; nobody acts unknowingly on what can't be seen."""
        seen = {key.rpartition(":")[2] for key in self.look.lines.keys}
        away = len(self.marked - seen)
        return f"unmark {len(self.marked)}" + (f" ({away} out of sight)" if away else "")

    def _has_any(self) -> bool:
        return bool(self.outline.ideas or self.look.rows.inbox or self.look.by_worth)

    can_outline_find = can_outline_worth = can_outline_surprise = can_outline_finished = _has_any

    def do_outline_finished(self) -> None:
        """With what has ended, or without."""
        self.look.finished = not self.look.finished
        self.host.say("All is shown." if self.look.finished else "What has ended is out of sight.")
        self.show_again()

    def do_outline_worth(self) -> None:
        """In the order of worth, or in the person's own."""
        at, self.look.by_worth = self.idea_id, not self.look.by_worth
        self.show_again()
        self.go(at)

    def can_outline_back(self) -> bool:
        """There is something to go back from."""
        return bool(self.marked or self.asked or self.root or self.look.by_worth)

    def do_outline_back(self) -> None:
        """One step."""
        if self.marked:
            self.marks(frozenset())
        elif self.asked:
            self.do_find_clear()
        elif self.look.by_worth:
            self.do_outline_worth()
        else:
            self.do_outline_out()

    def carry(self, by: int) -> None:
        """At the front, or among its siblings."""
        line = self.line
        if line and line.kind is Kind.FRONT and not self.marked:
            self.choosing.carry(line.id, by)
        else:
            super().carry(by)

    def on_input_changed(self, event: Input.Changed) -> None:
        """What is typed is in sight, and kept."""
        if event.input is self.field:
            self.items.go(self.items.cursor)
            self.editor.typed()
