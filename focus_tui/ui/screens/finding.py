"""Finding in a list, as one types."""

from textual.widgets import Input

from focus_tui.commands.command import Where
from focus_tui.ui.screens.itemkeys import ItemScreen
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
        self._seeking = False

    def show_again(self) -> None:
        """The person looks at it in another way."""
        self.host.show_again()
        self.show_keys()

    @property
    def typing(self) -> bool:  # type: ignore[override]
        """What is sought."""
        return self._seeking

    @property
    def wheres(self) -> tuple[Where, ...]:
        """While typing, other keys work."""
        return (Where.FINDING, Where.EVERYWHERE) if self._seeking else self.WHERES

    def begin_to_find(self) -> None:
        """Type what is sought."""
        self._seeking = True
        self.add_class("-finding")
        self.items.can_focus, self.items.follows = False, True
        self.set_focus(self.find)
        self.show_keys()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Found as one types."""
        self.asked = event.value.strip()
        self.show_again()

    def do_find_keep(self) -> None:
        """To what was found."""
        self._seeking = False
        self.set_class(bool(self.asked), "-finding")
        self.items.can_focus, self.items.follows = True, False
        self.set_focus(self.items)
        self.show_keys()

    def do_find_clear(self) -> None:
        """All again."""
        self.find.value = self.asked = ""
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
        if self._seeking:
            self.do_find_keep()

    def on_descendant_focus(self) -> None:
        """A click into what is sought begins to type there."""
        if self.focused is self.find and not self._seeking:
            self.begin_to_find()
