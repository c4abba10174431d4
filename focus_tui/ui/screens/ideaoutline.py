"""The lines of the outline: which of it is seen, in which order."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import compress, count
from typing import NamedTuple

from focus_tui.domain.outline import Outline
from focus_tui.domain.outlineread import Read, among, ids_of, unfolded, walked_again
from focus_tui.ui.screens.idealines import Kind, Line, Many


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
    away: frozenset[str] = frozenset()
    """What is not shown, with all below it."""
    found: frozenset[str] | None = None
    """What was sought, all of which is seen, with what it stands below; None where nothing is."""
    draft: Draft | None = None


class _Rows(NamedTuple):
    """What is read, with a second line for each that has a note; and the key of each line."""

    of: Read
    keys: Sequence[str]


class OutlineLines:
    """The outline from its root on, and the first line of each note.

    There may be thousands, and a key may change which of them are seen: what would be the same is
    not made again.
    """

    def __init__(self) -> None:
        self._made: dict[bool, tuple[object, Looked, frozenset[str], _Rows]] = {}
        """While something is sought, and while nothing is: the one is left for the other."""
        self._whole: tuple[Outline, str | None, Read] | None = None

    def of(self, tree: Outline, looked: Looked) -> Many:
        """The lines that are seen now."""
        rows = self._rows(tree, replace(looked, draft=None))
        if looked.draft is None:
            return Many(*rows, _line)
        at = _place(rows, looked.root, looked.draft, tree)
        new = Line(Kind.NEW, depth=looked.draft.depth)
        of: list[Line | tuple[str, int]] = [*rows.of]
        of.insert(at, new)
        return Many(of, [*rows.keys[:at], new.key, *rows.keys[at:]], _line)

    def _rows(self, tree: Outline, looked: Looked) -> _Rows:
        sought, noted = looked.found is not None, tree.noted
        made = self._made.get(sought)
        if made is None or made[0] is not tree.below or made[1:3] != (looked, noted):
            rows = _with_notes(self._read(tree, looked), noted)
            made = self._made[sought] = tree.below, looked, noted, rows
        return made[3]

    def _read(self, tree: Outline, looked: Looked) -> Read:
        whole = self._whole_of(tree, looked.root)
        if looked.found is not None:
            return among(whole, looked.found)
        return unfolded(whole, looked.folded, looked.away)

    def _whole_of(self, tree: Outline, root: str | None) -> Read:
        if self._whole is None or self._whole[1] != root:
            self._whole = tree, root, tree.walk(root)
        elif (before := self._whole[0]).below is not tree.below:
            self._whole = tree, root, walked_again(tree, before, self._whole[2], root)
        return self._whole[2]


def _with_notes(read: Read, noted: Collection[str]) -> _Rows:
    # In whole steps from note to note, as there may be thousands.
    ids, done = ids_of(read), 0
    of, keys = list[tuple[str, int]](), list[str]()
    for at in compress(count(), map(noted.__contains__, ids)):
        of += read[done : at + 1]
        of.append(read[at])
        keys += ids[done : at + 1]
        keys.append("")
        done = at + 1
    return _Rows([*of, *read[done:]], keys + ids[done:])


def _line(of: Line | tuple[str, int], key: str) -> Line:
    """Of an idea's id and depth the idea, or, without a key, its note; what is typed is a line."""
    return of if isinstance(of, Line) else Line(Kind.TREE if key else Kind.NOTE, *of)


def _place(rows: _Rows, root: str | None, draft: Draft, tree: Outline) -> int:
    """The index of the line on which the new one is."""
    read, keys = rows
    # It comes after its elder sibling, with all below that, or after its parent.
    seen, elders = frozenset(keys), reversed(tree.children(draft.parent)[: draft.index])
    elder = next((each for each in elders if each in seen), draft.parent)
    if elder is None or elder == root or elder not in seen:
        return 0
    at = keys.index(elder)
    depth, at = read[at][1], at + 1
    while at < len(read) and (
        read[at][0] == elder or (elder != draft.parent and read[at][1] > depth)
    ):
        at += 1
    return at
