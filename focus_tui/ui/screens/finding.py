"""Finding in a list, as one types."""

from focus_tui.commands.command import Where
from focus_tui.ui.screens.itemkeys import ItemScreen
from focus_tui.ui.widgets.drawn import once
from focus_tui.ui.widgets.field import LineField
from focus_tui.ui.widgets.itemlist import ItemList


class Finding(ItemScreen):
    """A field above a list; while it has the focus other keys work."""

    items: ItemList
    find: LineField

    def __init__(self) -> None:
        super().__init__()
        self.asked = ""
        """What is sought, as it was typed."""
        self.seeking = False
        """Whether that is being typed."""

    def show_again(self) -> None:
        """The person looks at it in another way."""
        self.host.show_again()
        self.show_keys()

    @property
    def typing(self) -> bool:  # type: ignore[override]
        """What is sought."""
        return self.seeking

    @property
    def wheres(self) -> tuple[Where, ...]:
        """While typing, other keys work."""
        return (Where.FINDING, Where.EVERYWHERE) if self.seeking else self.WHERES

    def begin_to_find(self) -> None:
        """Type what is sought."""
        self.seeking = True
        self._show_field(shown=True)
        self.items.can_focus, self.items.follows = False, True
        self.set_focus(self.find)
        self.show_keys()

    def _show_field(self, *, shown: bool) -> None:
        """With what stands beside it. A class of the screen would style all of it anew."""
        self.query_one("#sought").set_class(shown, "-shown")

    def sought(self) -> None:
        """Found as one types: the field calls this before it is drawn, so that all is drawn at
        once.
        """
        asked = self.find.value.strip()
        if asked != self.asked:
            self.asked = asked
            with once():
                self.show_again()
                self.found()

    def found(self) -> None:
        """What is sought is another, and the list shows what was found."""

    def do_find_keep(self) -> None:
        """To what was found."""
        self.seeking = False
        self._show_field(shown=bool(self.asked))
        self.items.can_focus, self.items.follows = True, False
        self.set_focus(self.items)
        self.show_keys()

    def do_find_clear(self) -> None:
        """All again."""
        self.asked = self.find.value = ""
        self.do_find_keep()
        self.show_again()

    def do_find_up(self) -> None:
        """Up in what was found."""
        self.move(-1)

    def do_find_down(self) -> None:
        """Down in what was found."""
        self.move(1)

    def on_item_list_clicked(self) -> None:
        """A click while typing goes to what was found."""
        if self.seeking:
            self.do_find_keep()

    def on_descendant_focus(self) -> None:
        """A click into what is sought begins to type there."""
        if self.focused is self.find and not self.seeking:
            self.begin_to_find()
