"""The lines of the outline: which of it is seen, in which order."""

from collections.abc import Sequence
from dataclasses import dataclass

from focus_tui.domain.outline import Outline, among
from focus_tui.ui.screens.idealines import Kind, Line, TreeLines


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
    found: frozenset[str] | None = None
    """What was sought, all of which is seen, with what it stands below; None where nothing is."""
    draft: Draft | None = None


Read = Sequence[tuple[str, int]]
"""Ideas in the order in which they are read, each with its depth."""


class OutlineLines:
    """The outline from its root on, and the first line of each note.

    There may be thousands, and a key may change which of them are seen: what would be the same is
    not made again.
    """

    def __init__(self) -> None:
        self._made: dict[bool, tuple[object, Looked, frozenset[str], TreeLines]] = {}
        """While something is sought, and while nothing is: the one is left for the other."""
        self._whole: tuple[object, str | None, Read] = (None, None, ())
        self._noted: tuple[object, frozenset[str]] = (None, frozenset())

    def of(self, tree: Outline, looked: Looked) -> TreeLines:
        """The lines that are seen now."""
        noted, sought = self._noted_in(tree), looked.found is not None
        made = self._made.get(sought)
        if made is None or made[0] is not tree.below or made[1:3] != (looked, noted):
            made = tree.below, looked, noted, self._lines(tree, looked, noted)
            self._made[sought] = made
        return made[3]

    def _noted_in(self, tree: Outline) -> frozenset[str]:
        if self._noted[0] is not tree.ideas:
            noted = frozenset([id for id, each in tree.ideas.items() if each.note])
            self._noted = tree.ideas, noted
        return self._noted[1]

    def _lines(self, tree: Outline, looked: Looked, noted: frozenset[str]) -> TreeLines:
        lines = _with_notes(self._read(tree, looked), noted)
        if looked.draft:
            new = Line(Kind.NEW, depth=looked.draft.depth)
            lines.insert(_place(lines, tree, looked, looked.draft), new)
        return TreeLines(lines)

    def _read(self, tree: Outline, looked: Looked) -> Read:
        if looked.found is None:
            return tree.walk(looked.root, folded=looked.folded, only=looked.only)
        below, root, whole = self._whole
        if below is not tree.below or root != looked.root:
            whole = tree.walk(looked.root)
            self._whole = tree.below, looked.root, whole
        return among(whole, looked.found)


def _with_notes(read: Read, noted: frozenset[str]) -> list[Line | tuple[str, int]]:
    lines = list[Line | tuple[str, int]]()
    for pair in read:
        lines.append(pair)
        if pair[0] in noted:
            lines.append(Line(Kind.NOTE, *pair))
    return lines


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
