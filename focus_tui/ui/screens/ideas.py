"""Ideas: the inbox, the front of the line, and everything that waits."""

from collections.abc import Iterator

from textual import getters
from textual.containers import Container, Horizontal
from textual.widget import Widget
from textual.widgets import Input, Label

from focus_tui.commands.command import Command, Where
from focus_tui.services.present import Present
from focus_tui.ui import stylesheets
from focus_tui.ui.items import THOUGHT
from focus_tui.ui.screens.ideaedit import IdeaField
from focus_tui.ui.screens.idealines import Kind
from focus_tui.ui.screens.idealook import IdeaLook
from focus_tui.ui.screens.ideatyping import TypingKeys
from focus_tui.ui.widgets.field import LineField
from focus_tui.ui.widgets.itemlist import ItemList

TERMS = "words  #tag  type:learn  is:resting  older:30d  in:inbox"

BAR = {"list.edit": 0, "list.promise": 19, "list.begin": 55}
"""Other weights on the key bar than on other screens."""


class IdeasScreen(TypingKeys):
    """Screen 3."""

    TITLE_HERE = "Ideas"
    WHERES = (Where.LIST, Where.OUTLINE, Where.EVERYWHERE)
    AUTO_FOCUS = "#ideas"
    CSS_PATH = [  # noqa: RUF012 (as Textual declares it)
        stylesheets.path(stylesheets.DIALOGS),
        stylesheets.path("ideas.tcss"),
    ]

    find = getters.query_one("#find", LineField)

    def __init__(self) -> None:
        super().__init__()
        self._seeking = False
        """Whether what is sought is being typed."""
        self._levels = False
        """Whether the next digit says how many levels are to be seen."""

    def body(self) -> Iterator[Widget]:
        """What is sought; the list, over which lies what is being typed."""
        self.look = IdeaLook(self.host)
        with Horizontal(id="sought"):
            yield Label("/ ")
            yield LineField(id="find", placeholder=TERMS)
        with Container(id="backlog"):
            yield ItemList(self.host.glyphs, id="ideas")
            yield IdeaField(id="typed")

    # What is shown.

    def show(self, present: Present) -> None:
        """Draw this moment."""
        if not present.unreadable:
            self._show_lines(present)
        super().show(present)

    def _show_lines(self, present: Present) -> None:
        if not self.look.look(present, self.editor.draft):
            return
        self.marked &= self.look.rows.ideas.keys()
        self.look.rows.marked = self.marked
        lines, rows = self.look.lines, self.look.rows
        self.items.set_lines(
            lines.keys,
            lambda at: rows.row(lines[at]),
            by_itself=self.host.looking,
        )

    def marks(self, ids: frozenset[str]) -> None:
        """Mark these and no others."""
        self.marked = self.look.rows.marked = ids
        self.items.refresh()
        self.show_keys()

    def show_again(self) -> None:
        """The person looks at it in another way."""
        self.host.show_again()
        self.show_keys()

    def on_resize(self) -> None:
        """What is typed stays over its line."""
        self.call_after_refresh(self.place_field)

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

    @property
    def typing(self) -> bool:  # type: ignore[override]
        """An idea, or what is sought."""
        return self.editor.open or self._seeking

    @property
    def wheres(self) -> tuple[Where, ...]:
        """While typing, other keys work."""
        if self.editor.open:
            return (Where.EDITING, Where.EVERYWHERE)
        return (Where.FINDING, Where.EVERYWHERE) if self._seeking else self.WHERES

    def on_the_bar(self, command: Command) -> tuple[str, int]:
        """Enter edits here; what weighs most is what one comes here for."""
        label, weight = super().on_the_bar(command)
        if command.id == "list.open":
            return "edit", weight
        return label, BAR.get(command.id, weight)

    def key_pressed(self, key: str) -> bool:
        """After the key for levels, a digit."""
        asked, self._levels = self._levels, False
        if not (asked and key.isdigit()):
            return False
        level = int(key)
        self.host.services.folds.keep(self.outline.deep(level) if level else ())
        self.show_again()
        return True

    def do_outline_level(self) -> None:
        """Wait for the digit."""
        self._levels = True
        self.host.say("How many levels are to be seen? A digit; 0 unfolds all.")

    # Folding, and looking from another place.

    def _in_tree(self) -> bool:
        line = self.line
        return line is not None and line.kind is Kind.TREE

    can_outline_fold = can_outline_unfold = can_outline_in = _in_tree

    def do_outline_fold(self) -> None:
        """Fold it; where there is nothing to fold, go to what it stands below."""
        id, folds = self.idea_id, self.host.services.folds
        if self.outline.children(id) and id not in folds.ids() and not self.look.asked:
            folds.keep(folds.ids() | {id})
            self.show_again()
        elif above := self.outline.parent(id):
            self.go(above)

    def do_outline_unfold(self) -> None:
        """Unfold it; where that is so, go to the first below."""
        id = self.idea_id
        if id in self.host.services.folds.ids():
            self.unfold({id})
        elif self.outline.children(id):
            self.move(1)

    def do_outline_in(self) -> None:
        """This one alone."""
        self.look.root = self.idea_id
        self.unfold({self.idea_id})
        self.show_again()

    def can_outline_out(self) -> bool:
        """Not all is seen."""
        return self.root is not None

    def do_outline_out(self) -> None:
        """A level up; the cursor is on what was looked at."""
        before = self.root
        self.look.root = self.outline.parents.get(before) if before else None
        self.show_again()
        if before:
            self.go(before)

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
        return bool(self.marked or self.look.asked or self.root or self.look.by_worth)

    def do_outline_back(self) -> None:
        """One step."""
        if self.marked:
            self.marks(frozenset())
        elif self.look.asked:
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

    # Finding.

    def do_outline_find(self) -> None:
        """Type what is sought."""
        self._seeking = True
        self.add_class("-finding")
        self.find.focus()
        self.show_keys()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Found as one types."""
        if event.input is self.find:
            self.look.asked = self.find.value.strip()
            self.show_again()
            self.items.go(self.look.first_found())

    def do_find_keep(self) -> None:
        """To what was found."""
        self._seeking = False
        self.set_class(bool(self.look.asked), "-finding")
        self.items.focus()
        self.show_keys()

    def do_find_clear(self) -> None:
        """All again, with the cursor on what was found."""
        at = self.idea_id
        self.find.value = self.look.asked = ""
        self.do_find_keep()
        self.unfold({*self.outline.path(at)} if at in self.outline.ideas else set())
        self.show_again()
        self.go(at)

    def do_find_up(self) -> None:
        """Up in what was found."""
        self.move(-1)

    def do_find_down(self) -> None:
        """Down in what was found."""
        self.move(1)
