"""What dialogs share that show a few ideas, each on two lines, and a letter for what becomes of
one."""

from collections.abc import Callable, Sequence

from focus_tui.domain.errors import FocusError
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.ideawords import kind, plain, tags
from focus_tui.ui.dialogs.listing import LINES_AROUND, MOST_ROWS, FilledDialog
from focus_tui.ui.widgets.itemlist import Row

LINES_EACH = 2
LINES_SAID = 8
"""Of a tall window's dialog, besides its list, with two lines of what is said."""
STATES = {IdeaState.STARTED: "begun", IdeaState.RESTING: "at rest"}


class IdeaListDialog(FilledDialog):
    """Its letters come before the keys that move."""

    letters: tuple[tuple[str, str, int], ...] = ()
    """Each as: key, label, weight on the key bar."""
    empty = ""
    """What is said where there is no idea."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._known: dict[str, tuple[Idea, str]] = {}

    def ideas(self) -> Sequence[Idea]:
        """Those to show, as they are now."""
        raise NotImplementedError

    def act(self, key: str, idea_id: str) -> Callable[[], str] | None:
        """What a letter does to an idea; None for keys that are none."""
        raise NotImplementedError

    @property
    def most(self) -> int:
        """How many there is room for, with what is said of them."""
        height = self.app.size.height
        room = height - LINES_AROUND if self.has_class("-short") else height * 4 // 5 - LINES_SAID
        return max(1, min(MOST_ROWS, room) // LINES_EACH)

    def fill(self) -> None:
        """Show what there is now, or why nobody can say."""
        rows: list[Row] = []
        try:
            for idea in self.ideas()[: self.most]:
                rows += [Row(plain(idea.title), id=idea.id), self._about(idea)]
        except FocusError as error:
            self.say(str(error))
        self.show_rows(rows or [Row(self.empty, style="$quiet")])

    def _about(self, idea: Idea) -> Row:
        """Its type and tags, how long it was left alone, what became of it, where it stands."""
        services, dot = self.host.services, self.host.glyphs.dot
        type, tree = kind(idea.title), services.backlog.outline()
        above = [plain(tree.ideas[id].title) for id in tree.path(idea.id)]
        parts = (
            type,
            " ".join(f"#{each}" for each in tags(idea.title) if each != type),
            self._alone(idea),
            "at the front" if idea.in_front else STATES.get(idea.state, ""),
            "in the inbox" if idea.in_inbox else f"in {' / '.join(above)}" if above else "",
        )
        return Row(f" {dot} ".join(filter(None, parts)), left="  ", style="$quiet")

    def _alone(self, idea: Idea) -> str:
        """Looked up once: for one that is begun it takes a look into past years."""
        known = self._known.get(idea.id)
        if known is None or known[0] is not idea:
            known = self._known[idea.id] = idea, self.host.services.revisiting.alone(idea)
        return known[1]

    def show_keys(self) -> None:
        """The letters where there is an idea, and the way back."""
        letters = self.letters if self.items.cursor else ()
        back = ("dialog.back", self.host.shown_key("dialog.back"), "back", 90)
        self.keybar.show([*(("", *each) for each in letters), back])

    def key_pressed(self, key: str) -> bool:
        """Do what a letter says, and show what that has changed."""
        does = self.act(key, self.items.cursor)
        if does is None:
            return super().key_pressed(key)
        if self.items.cursor:
            try:
                self.say(does(), done=True)
            except FocusError as error:
                self.say(str(error))
            self.fill()
        return True

    def say(self, sentence: str, *, done: bool = False) -> None:
        """Show what went wrong, or quietly what was done."""
        super().say(sentence)
        self.said.set_class(done, "-done")
