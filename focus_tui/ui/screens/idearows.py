"""How each line of the backlog is drawn when it is in sight."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from focus_tui.domain.durations import spoken
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.ideawords import kind, plain, tags
from focus_tui.domain.outline import Outline
from focus_tui.domain.text import ELLIPSIS, clipped
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.screens.idealines import Kind, Line
from focus_tui.ui.widgets.itemlist import Row

INDENT = 2
MARGIN = 2
"""Columns before a line, in which the list has its own signs."""
AROUND = MARGIN + 2
"""Columns before words at the top, the line's own sign too."""
CRUMB = " › "
EVERYTHING = "Everything"
NAME_CELLS = 24


@dataclass
class IdeaRows:
    """Draws lines with one set of signs."""

    glyphs: Glyphs
    inbox: Mapping[str, Idea] = field(default_factory=dict)
    tree: Outline | None = None
    when: Callable[[Idea], str] = lambda idea: ""
    """When something in the inbox came, and during what."""
    width: Callable[[], int] = lambda: 80
    """How many columns a line has."""
    folded: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    found: frozenset[str] | None = None
    """What was sought; the rest only shows where that stands."""

    def idea(self, id: str) -> Idea | None:
        """What is in the inbox, or filed; None where it is gone."""
        return self.inbox.get(id) or (self.tree.ideas.get(id) if self.tree else None)

    def row(self, line: Line) -> Row:
        """How a line looks."""
        if line.kind is Kind.HEADING:
            return Row(line.text, right=line.right, style="$quiet")
        if line.kind is Kind.CRUMBS:
            return Row(self._crumbs(line.id), style="$quiet")
        if line.kind is Kind.WORDS:
            return Row(line.text, style="$quiet", left="  ")
        if line.kind in {Kind.BLANK, Kind.NEW}:
            sign = self.glyphs.idea if line.kind is Kind.NEW else " "
            return Row(left=f"{self._pad(line)}{sign} ", id=line.key)
        idea = self.idea(line.id)
        if idea is None:  # gone in this very moment
            return Row()
        return self._of(line, idea)

    def _of(self, line: Line, idea: Idea) -> Row:
        if line.kind is Kind.NOTE:
            first, _, more = idea.note.strip().partition("\n")
            text = f"{first} …" if more else first
            return Row(text, left=f"{self._pad(line)}  ", style="$quiet")
        if line.kind is Kind.INBOX:
            words = self._words(idea)
            sign, right = self.glyphs.idea, self._joined([*words, self.when(idea)])
        elif line.kind is Kind.FRONT:
            sign, right = line.text, self._joined(self._words(idea))
        elif line.kind is Kind.WORTH:
            sign, right = line.text or self.glyphs.idea, line.right
        else:
            sign, right = self._sign(idea), self._joined(self._words(idea))
            if below := self._below(idea.id):
                right = f"{right}  {below:>3}"
        return Row(
            plain(idea.title),
            left=f"{self._pad(line)}{sign} ",
            right=right,
            id=line.key,
            style="$quiet" if self._is_quiet(idea) else "",
            marked=idea.id in self.marked,
        )

    def _is_quiet(self, idea: Idea) -> bool:
        rests = idea.ended or idea.state is IdeaState.RESTING
        return rests or (self.found is not None and idea.id not in self.found)

    def _pad(self, line: Line) -> str:
        """What stands so deep that its words would have less than half of the line is drawn no
        further to the right.
        """
        deepest = max(0, (self.width() // 2 - AROUND) // INDENT)
        return " " * (INDENT * min(line.depth, deepest))

    def left_of(self, line: Line) -> int:
        """How many columns stand before the words of a line, the margin too."""
        return len(self._pad(line)) + AROUND

    def _crumbs(self, root: str) -> str:
        """What it stands below and itself, the nearest for certain."""
        if self.tree is None:
            return ""
        path = (*self.tree.path(root), root)
        names = [clipped(plain(self.tree.ideas[id].title), NAME_CELLS) for id in path]
        whole, room = CRUMB.join([EVERYTHING, *names]), self.width() - MARGIN
        while len(names) > 1 and clipped(whole, room) != whole:
            names.pop(0)
            whole = CRUMB.join([ELLIPSIS, *names])
        return whole

    def _sign(self, idea: Idea) -> str:
        if idea.state is IdeaState.DONE:
            return self.glyphs.check
        if idea.state is IdeaState.DROPPED:
            return self.glyphs.void
        if self.tree is not None and self.tree.children(idea.id):
            return self.glyphs.folded if idea.id in self.folded else self.glyphs.unfolded
        return self.glyphs.idea

    def _below(self, id: str) -> int:
        if self.tree is None:
            return 0
        children = self.tree.children(id)
        return sum(not self.tree.ideas[each].ended for each in children)

    def _words(self, idea: Idea) -> list[str]:
        """What is said of an idea at the right edge: its state, type, tags and weight."""
        of = kind(idea.title)
        named = [f"#{tag}" for tag in tags(idea.title) if tag != of]
        words = [str(idea.state)] if idea.state in {IdeaState.STARTED, IdeaState.RESTING} else []
        words += [of] if of else []
        words += [" ".join(named)] if named else []
        words += [f"gain {idea.gain}"] if idea.gain else []
        words += [spoken(idea.effort_ms)] if idea.effort_ms else []
        return words

    def _joined(self, words: Iterable[str]) -> str:
        return f" {self.glyphs.dot} ".join(word for word in words if word)
