"""The lines of the backlog: what stands where. `idearows` draws those in sight."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain.durations import plural
from focus_tui.domain.idea import Idea
from focus_tui.domain.whatnext import Ranked

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


class TreeLines(NamedTuple):
    """The lines of the outline."""

    lines: Sequence[Line | tuple[str, int]]
    """Each idea's id and depth, and once more for its note; and what stands between them."""
    keys: Sequence[str]
    """Of each: where the cursor may stand, which is not on a note."""


NO_TREE = TreeLines((), ())


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
        if isinstance(found, Line):
            return found
        return Line(Kind.TREE if self.keys[at] else Kind.NOTE, *found)

    def find(self, key: str) -> Line | None:
        """The line of which that is the key."""
        return self[self.keys.index(key)] if key and key in self.keys else None


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
