"""The lines of the backlog: what stands where. `idearows` draws those in sight."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

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


class Many(NamedTuple):
    """Lines that are made when they are asked for, as there may be thousands."""

    of: Sequence[Any]
    """What each is made of; the same twice in a row for an idea and what is said below it."""
    keys: Sequence[str]
    """Of each: where the cursor may stand, which is not on what is said below an idea."""
    make: Callable[[Any, str], Line]
    """Of what a line is made of, and its key, the line."""


class Lines:
    """All lines: those above, then those of the outline or of what is put in another order."""

    def __init__(self, head: Sequence[Line], many: Many | None = None) -> None:
        self._head, self._many = tuple(head), many
        self.keys = [line.key for line in self._head]
        """Of each line: where the cursor may stand."""
        self.keys += many.keys if many else ()

    def __getitem__(self, at: int) -> Line:
        if self._many is None or at < len(self._head):
            return self._head[at]
        return self._many.make(self._many.of[at - len(self._head)], self.keys[at])

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
        text = f"{key} puts one here, three at most."
        return [heading, Line(Kind.WORDS, text=text), Line(Kind.BLANK)]
    lines = (Line(Kind.FRONT, each.id, text=str(n)) for n, each in enumerate(front, start=1))
    return [heading, *lines, Line(Kind.BLANK)]


def worth_lines(
    ranked: Iterable[Ranked], front: Sequence[Idea], found: frozenset[str] | None
) -> Many:
    """All that could be next, each with what it is worth an hour, and why, on a line of its own."""
    numbers = {each.id: str(n) for n, each in enumerate(front, start=1)}

    def made(each: Ranked, key: str) -> Line:
        if not key:
            return Line(Kind.WORDS, text=each.reason)
        worth = "not weighed" if each.worth is None else f"{each.worth:.1f} an hour"
        return Line(Kind.WORTH, each.idea.id, text=numbers.get(each.idea.id, ""), right=worth)

    of, keys, begin = list[Ranked](), list[str](), key_of(Kind.WORTH, "")
    for each in ranked:
        id = each.idea.id
        if found is None or id in found:
            of.append(each)
            keys.append(begin + id)
            if each.weighed:
                of.append(each)
                keys.append("")
    return Many(of, keys, made)


def counted(found: int) -> str:
    """How many were found."""
    return plural(found, "idea") if found else "Nothing found"
