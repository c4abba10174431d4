"""Folding the outline, and looking at a part of it alone."""

from focus_tui.ui.screens.idealines import Kind
from focus_tui.ui.screens.ideatyping import TypingKeys


class FoldKeys(TypingKeys):
    """What is folded is kept for this machine; what alone is seen, only while the app is open."""

    _levels = False
    """Whether the next digit says how many levels are to be seen."""

    def show_again(self) -> None:
        """The person looks at it in another way."""
        raise NotImplementedError

    def key_pressed(self, key: str) -> bool:
        """After the key for levels, a digit."""
        asked, self._levels = self._levels, False
        if not (asked and key.isdecimal()):
            return False
        level = int(key)
        self.host.services.folds.keep(self.outline.deep(level) if level else ())
        self.show_again()
        return True

    def can_outline_level(self) -> bool:
        """The outline is seen as it is folded."""
        return bool(self.outline.ideas) and self.in_order and not self.look.asked

    def do_outline_level(self) -> None:
        """Wait for the digit."""
        self._levels = True
        self.host.say("How many levels are to be seen? A digit; 0 unfolds all.")

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
        if id in self.host.services.folds.ids() and not self.look.asked:
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
        return self.root is not None and self.in_order and not self.look.asked

    def do_outline_out(self) -> None:
        """A level up; the cursor is on what was looked at."""
        before = self.root
        self.look.root = self.outline.parents.get(before) if before else None
        self.show_again()
        if before:
            self.go(before)
