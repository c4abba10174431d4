"""The lines of the backlog: what stands where, and how each line is drawn when it is in sight."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.ideawords import kind, plain, tags
from focus_tui.domain.outline import Outline
from focus_tui.domain.text import ELLIPSIS, clipped
from focus_tui.domain.whatnext import Ranked
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.widgets.itemlist import Row

INDENT = 2
MARGIN = 2
"""Columns before a line, in which the list has its own signs."""
AROUND = MARGIN + 2
"""Columns before words at the top, the line's own sign too."""
CRUMB = " › "
EVERYTHING = "Everything"
NAME_CELLS = 24
INBOX_SHOWN = 5
"""So many of the inbox are in sight, so that it leaves room for all that is below it."""


class Kind(StrEnum):
    """What a line shows."""

    BLANK = "blank"
    HEADING = "heading"
    CRUMBS = "crumbs"
    """What the one that alone is seen stands below."""
    WORDS = "words"
    """Of our own, without an idea."""
    INBOX = "inbox"
    FRONT = "front"
    TREE = "tree"
    WORTH = "worth"
    NOTE = "note"
    NEW = "new"
    """An idea that is being typed and is none yet."""


STOPS = frozenset({Kind.INBOX, Kind.FRONT, Kind.TREE, Kind.WORTH, Kind.NEW})
"""Where the cursor stops."""


class Line(NamedTuple):
    """One line. `key` is its name for the cursor; the same idea may stand on several lines."""

    kind: Kind
    id: str = ""
    depth: int = 0
    text: str = ""
    right: str = ""

    @property
    def key(self) -> str:
        """Where the cursor is, and empty where it never is."""
        return key_of(self.kind, self.id)


def key_of(kind: Kind, id: str) -> str:
    """The name of a line for the cursor; that of one in the tree is its idea's id."""
    if kind is Kind.TREE:
        return id
    return f"{kind}:{id}" if kind in STOPS else ""


@dataclass(frozen=True, slots=True)
class Draft:
    """Where an idea is being typed that is none yet."""

    parent: str | None
    index: int
    depth: int


@dataclass(frozen=True, slots=True)
class Looked:
    """How the person looks at the outline."""

    folded: frozenset[str] = frozenset()
    root: str | None = None
    """What alone is seen, with what is below it."""
    only: frozenset[str] | None = None
    """What is shown at all; None for everything."""
    noted: frozenset[str] = frozenset()
    """What has a note."""
    draft: Draft | None = None


class TreeLines:
    """The lines of the outline: each idea's id and depth, and what stands between them."""

    def __init__(self, lines: Sequence[Line | tuple[str, int]] = ()) -> None:
        self.lines = lines
        self.keys = [pair[0] if len(pair) == 2 else pair.key for pair in lines]


NO_TREE = TreeLines()


class Lines:
    """All lines: those above the outline, then the outline, whose lines are made when asked for.

    It may have thousands, of which a window shows some dozens.
    """

    def __init__(self, head: Sequence[Line], tree: TreeLines = NO_TREE) -> None:
        self._head, self._tree = tuple(head), tree.lines
        self.keys = [line.key for line in self._head]
        """Of each line: where the cursor may stand."""
        self.keys += tree.keys

    def __getitem__(self, at: int) -> Line:
        if at < len(self._head):
            return self._head[at]
        found = self._tree[at - len(self._head)]
        return found if isinstance(found, Line) else Line(Kind.TREE, *found)

    def find(self, key: str) -> Line | None:
        """The line of which that is the key."""
        return self[self.keys.index(key)] if key and key in self.keys else None


def tree_lines(tree: Outline, looked: Looked) -> TreeLines:
    """The outline from its root on, each as its id and depth; and the first line of each note."""
    read = tree.walk(looked.root, folded=looked.folded, only=looked.only)
    if not looked.noted and looked.draft is None:
        return TreeLines(read)
    noted, lines = looked.noted, list[Line | tuple[str, int]]()
    for pair in read:
        lines.append(pair)
        if pair[0] in noted:
            lines.append(Line(Kind.NOTE, *pair))
    if looked.draft:
        new = Line(Kind.NEW, depth=looked.draft.depth)
        lines.insert(_place(lines, tree, looked, looked.draft), new)
    return TreeLines(lines)


def _place(
    lines: Sequence[Line | tuple[str, int]], tree: Outline, looked: Looked, draft: Draft
) -> int:
    """The index of the line on which the new one is."""
    rows = [(line.id, line.depth) if isinstance(line, Line) else line for line in lines]
    seen = {id: at for at, (id, _) in reversed([*enumerate(rows)])}
    # It comes after its elder sibling, with all below that, or after its parent.
    elders = reversed(tree.children(draft.parent)[: draft.index])
    elder = next((each for each in elders if each in seen), draft.parent)
    if elder is None or elder == looked.root or elder not in seen:
        return 0
    depth, at = rows[seen[elder]][1], seen[elder] + 1
    while at < len(rows) and (
        rows[at][0] == elder or (elder != draft.parent and rows[at][1] > depth)
    ):
        at += 1
    return at


@dataclass
class IdeaRows:
    """Draws lines with one set of signs."""

    glyphs: Glyphs
    ideas: Mapping[str, Idea] = field(default_factory=dict)
    tree: Outline | None = None
    when: Callable[[Idea], str] = lambda idea: ""
    """When something in the inbox came, and during what."""
    width: Callable[[], int] = lambda: 80
    """How many columns a line has."""
    folded: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    found: frozenset[str] | None = None
    """What was sought; the rest only shows where that stands."""

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
        idea = self.ideas.get(line.id)
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


def inbox_lines(inbox: Sequence[Idea], key: str) -> list[Line]:
    """What was caught, the newest first, and the key that goes through it."""
    if not inbox:
        return []
    heading = Line(Kind.HEADING, text=f"Inbox · {len(inbox)}", right=f"{key} to triage")
    shown = [Line(Kind.INBOX, each.id) for each in inbox[:INBOX_SHOWN]]
    if more := len(inbox) - len(shown):
        shown.append(Line(Kind.WORDS, text=f"and {more} more"))
    return [heading, *shown, Line(Kind.BLANK)]


def front_lines(front: Sequence[Idea], key: str) -> list[Line]:
    """What comes first."""
    heading = Line(Kind.HEADING, text="Front of the line")
    if not front:
        text = f"{key} puts the idea under the cursor here, three at most."
        return [heading, Line(Kind.WORDS, text=text), Line(Kind.BLANK)]
    lines = (Line(Kind.FRONT, each.id, text=str(n)) for n, each in enumerate(front, start=1))
    return [heading, *lines, Line(Kind.BLANK)]


def worth_lines(
    ranked: Iterable[Ranked], front: Sequence[Idea], found: frozenset[str] | None
) -> Iterator[Line]:
    """All that could be next, each with what it is worth an hour, and why, on a line of its own."""
    numbers = {each.id: str(n) for n, each in enumerate(front, start=1)}
    for each in ranked:
        id = each.idea.id
        if found is None or id in found:
            worth = "not weighed" if each.worth is None else f"{each.worth:.1f} an hour"
            yield Line(Kind.WORTH, id, text=numbers.get(id, ""), right=worth)
            if each.weighed:
                yield Line(Kind.WORDS, text=each.reason)


def counted(found: int) -> str:
    """How many were found."""
    return plural(found, "idea") if found else "Nothing found"
