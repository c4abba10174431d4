"""What the keys of lists do on every screen that has one."""

from focus_tui.domain.interval import State
from focus_tui.ui.items import PLANNED, PROMISE, Items
from focus_tui.ui.screens.frame import FrameScreen

FAR = 1_000_000
RESTING = frozenset({State.IDLE, State.BREAK, State.OVERRUN})


class ItemScreen(FrameScreen):
    """A screen with a cursor on something: subclasses say on what, and how it moves."""

    @property
    def at(self) -> str:
        """The thing under the cursor, as `goal:019a…`; empty where there is none."""
        raise NotImplementedError

    def move(self, by: int) -> None:
        """Move the cursor over so many things, as far as there are any."""
        raise NotImplementedError

    @property
    def things(self) -> Items:
        """What can be done to it."""
        return Items(self.app)

    def on_item_list_moved(self) -> None:
        """Other keys may work on the thing under the cursor."""
        self.show_keys()

    def on_item_list_opened(self) -> None:
        """Two clicks do what the key does."""
        self.host.perform("list.open")

    def can_list_open(self) -> bool:
        """There is something under the cursor."""
        return bool(self.at)

    def can_list_lineup(self) -> bool:
        """A session can be on what the cursor is on."""
        return self.at.startswith(PLANNED)

    def can_list_begin(self) -> bool:
        """A session can be on it, and none runs."""
        return self.can_list_lineup() and self.host.present.state in RESTING

    def can_list_done(self) -> bool:
        """A promise is under the cursor."""
        return self.at.startswith(PROMISE)

    def do_list_edit(self) -> None:
        """Change its words."""
        self.things.edit(self.at)

    def do_list_delete(self) -> None:
        """Into the trash; out of the line-up."""
        self.things.delete(self.at)

    def do_list_begin(self) -> None:
        """Begin a session on it."""
        self.things.begin(self.at)

    def do_list_lineup(self) -> None:
        """Into today's line-up, or out of it."""
        self.things.line_up(self.at)

    def do_list_promise(self) -> None:
        """For this week."""
        self.things.promise(self.at, ahead=0)

    def do_list_promise_next(self) -> None:
        """For the next week."""
        self.things.promise(self.at, ahead=1)

    def do_list_done(self) -> None:
        """Done, or not after all."""
        self.things.done(self.at)

    def do_list_down(self) -> None:
        """Down."""
        self.move(1)

    def do_list_up(self) -> None:
        """Up."""
        self.move(-1)

    def do_list_first(self) -> None:
        """To the first."""
        self.move(-FAR)

    def do_list_last(self) -> None:
        """To the last."""
        self.move(FAR)
