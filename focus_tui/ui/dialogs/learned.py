"""The cards that were made of what was learned, and the way to a new one."""

from collections.abc import Callable

from textual.app import App

from focus_tui.domain.cardfields import field_named, front_of
from focus_tui.domain.errors import FocusError
from focus_tui.domain.reflection import LearnedCard
from focus_tui.domain.text import clipped, quoted, wrapped
from focus_tui.ui.dialogs.learnedcard import WIDEST, BackDialog, LearnedCardDialog, side
from focus_tui.ui.dialogs.line import LineDialog
from focus_tui.ui.dialogs.listing import FilledDialog
from focus_tui.ui.host import host
from focus_tui.ui.widgets.itemlist import Row

NARROW = 60
AIR = 8
"""Cells that stand beside the words of a list."""
EXPORTED = "~/cards-anki.txt"
EMPTY = "No card yet: n makes one, of anything that you learned."


class LearnedDialog(FilledDialog):
    """Every card, the newest first; its letters come before the keys that move."""

    CHOOSES = frozenset({"enter", "e"})

    def __init__(self) -> None:
        super().__init__("Cards")
        self._cards: dict[str, LearnedCard] = {}
        self._acts = 0
        """How many were done here: no more are taken back here."""

    def back(self) -> None:
        """A dialog above may have changed something."""
        before = self._cards
        super().back()
        self._acts += before != self._cards
        self.show_keys()

    def fill(self) -> None:
        """Show what there is now, or why nobody can say."""
        rows = [Row()]
        try:
            cards = self.host.services.learned.all()
            self._cards = {each.id: each for each in reversed(cards)}
            rows = [self._row(each) for each in self._cards.values()]
        except FocusError as error:
            self.say(str(error))
        self.show_rows(rows or [Row(EMPTY, style="$quiet")])
        if not rows:
            said = wrapped(EMPTY, max(1, self.app.size.width - AIR)).split("\n")
            self.items.styles.height = len(said)

    def _row(self, card: LearnedCard) -> Row:
        """The question comes before where it is from."""
        width = self.app.size.width
        source = "" if width < NARROW else clipped(card.source, min(width, WIDEST) // 3)
        return Row(card.front, id=card.id, right=source)

    def show_keys(self) -> None:
        """Those that do something now."""
        undo = [("", "u", "undo", 40)] if self._acts else []
        keys = [("", "n", "new", 90)]
        if self.items.cursor:
            keys = [("", "enter", "open", 80), *keys]
            keys += [("", "d", "delete", 60), ("", "x", "export", 70)]
        back = ("dialog.back", self.host.shown_key("dialog.back"), "back", 100)
        self.keybar.show([*keys, *undo, back])

    def say(self, sentence: str, *, done: bool = False) -> None:
        """Show what went wrong, or quietly what was done."""
        super().say(sentence)
        self.said.set_class(done, "-done")

    def key_pressed(self, key: str) -> bool:
        """Make one, put one away, take that back, write them all."""
        if key == "n":
            self.say("")
            new_card(self.app, show=self._made)
        elif key == "x":
            self._export()
        elif key in {"d", "backspace", "delete"}:
            self._delete()
        elif key == "u" and self._acts:
            self._undo()
        else:
            return super().key_pressed(key)
        return True

    def chosen(self, item_id: str) -> None:
        """Open it."""
        self.say("")
        self.app.push_screen(LearnedCardDialog(self._cards[item_id]))

    def _made(self, card_id: str) -> None:
        self._acts += 1
        self.fill()
        self.items.go(card_id)

    def _delete(self) -> None:
        if card_id := self.items.cursor:
            self._do(lambda: self.host.services.learned.delete(card_id), 1)

    def _undo(self) -> None:
        clock_key = self.host.shown_key("clock.toggle")
        self._do(lambda: self.host.services.history.undo(clock_key), -1)

    def _do(self, act: Callable[[], str], counts: int) -> None:
        """Do it and say so, or say why not."""
        try:
            self.say(act(), done=True)
            self._acts += counts
        except FocusError as error:
            self.say(str(error))
        self.fill()

    def _export(self) -> None:
        services = self.host.services
        self.say("")
        if not self._cards:
            return
        self.app.push_screen(
            LineDialog(
                "Write all cards for Anki (File > Import) to which file?",
                lambda path: self.say(services.learned.export(path), done=True),
                drafts=services.drafts,
                draft="cards-export",
                value=EXPORTED,
            )
        )


def new_card(
    app: App[int],
    front: str = "",
    source: str = "",
    answer_id: str = "",
    show: Callable[[str], None] = lambda _: None,
) -> None:
    """Ask for a new card, perhaps of a learned line; `show` is told which one it is."""
    NewCard(app, source, answer_id, show).ask_front(front)


class NewCard:
    """Asks for one thing after the other; the question stays a draft until there is a card."""

    def __init__(
        self, app: App[int], source: str, answer_id: str, show: Callable[[str], None]
    ) -> None:
        self._app = app
        self._host = host(app)
        self._source = source
        self._answer_id = answer_id
        self._show = show
        self._draft = f"new-card-{answer_id}"
        self._front = ""
        self._card: LearnedCard | None = None

    def ask_front(self, front: str) -> None:
        """The question first."""

        def take(text: str) -> None:
            self._front = front_of(text)

        self._app.push_screen(
            LineDialog(
                field_named("front").asks,
                take,
                drafts=self._host.services.drafts,
                draft=self._draft,
                value=front,
                placeholder="what you want to be able to answer",
            ),
            self._ask_back,
        )

    def _ask_back(self, _: None) -> None:
        if not self._front:
            return
        self._host.services.drafts.put(self._draft, self._front)
        self._app.push_screen(
            BackDialog(self._front, "", draft=f"{self._draft}-back", save=self._add),
            self._ask_source,
        )

    def _add(self, back: str) -> str:
        services = self._host.services
        card = services.learned.add(self._front, back, self._source, self._answer_id or None)
        services.drafts.put(self._draft, "")
        self._card = card
        self._show(card.id)
        return f"New card: {quoted(card.front)}."

    def _ask_source(self, _: None) -> None:
        if self._card is not None and not self._card.source:
            self._app.push_screen(side(self._host, self._card, field_named("source")))
