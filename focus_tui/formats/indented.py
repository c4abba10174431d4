"""Outlines as text: lists of Markdown and of notes apps, and plain lines below each other.

Written by hand, because a parser of Markdown joins lines, takes deep ones for code and gives up
after some levels, and because nothing of what was pasted may be lost: a line that is no heading and
no note is an idea of its own.
"""

import re

from focus_tui.domain.sprout import NOTE_LIMIT, Sprout, grown
from focus_tui.domain.text import LINE_LIMIT, accepted
from focus_tui.formats.marks import BOX, BULLET, HEADING, meant

_TAB = 4
_CODE_COLUMN = 4  # from here on Markdown takes a heading for code
_RULE = re.compile(r"([-*_=])(?:\1{2,}|(?: \1){2,})")
_EMPTY = re.compile(r"\\+")


def read(text: str) -> tuple[Sprout, ...]:
    """The ideas of a text.

    What stands further to the right is below the line above it that stands less so; what follows a
    heading is below it, and bullets below a line that ends in a colon. Bullets, numbers and boxes
    are taken off. A line right below an item with a bullet, further to the right and without one
    of its own, is its note. Raises BadInput when a title or a note can't be kept.
    """
    reader = _Reader()
    for number, line in enumerate(text.splitlines(), start=1):
        reader.take(number, line)
    return grown([(item.depth, item.sprout()) for item in reader.items])


class _Item:
    """One line that is an idea, with the lines of its note."""

    def __init__(self, depth: int, title: str, number: int, done: bool) -> None:
        self.depth = depth
        self._title = accepted(
            title,
            field=f"title on line {number}",
            limit=LINE_LIMIT,
            one_line=True,
        )
        self._done = done
        self._note: list[str] = []
        self._note_at = (0, 0)

    def noted(self, number: int, line: str, column: int, blanks: int) -> None:
        """Take one more line of the note, after so many blank ones."""
        if self._note:
            self._note += [""] * blanks
        else:
            self._note_at = (number, column)
        rest = _from(line, self._note_at[1])
        words = rest.lstrip(" \t")
        empty = _EMPTY.fullmatch(words)
        self._note.append(
            rest[: len(rest) - len(words)] + (words[1:] if empty else meant(words.rstrip()))
        )

    def sprout(self) -> Sprout:
        note = accepted(
            "\n".join(self._note), field=f"note on line {self._note_at[0]}", limit=NOTE_LIMIT
        )
        return Sprout(self._title, note, self._done)


class _Reader:
    """Finds the depth of each line from the columns and headings above it."""

    def __init__(self) -> None:
        self.items: list[_Item] = []
        self._headings: list[int] = []
        self._above: list[tuple[int, int]] = []
        """[how far to the right, depth] of the lines that the next one may be below."""
        self._noting: int | None = None
        """The column of the last item, where what follows may be its note."""
        self._blanks = 0

    def take(self, number: int, line: str) -> None:
        """Take the next line."""
        words = line.strip()
        if not words:
            self._blanks += 1
            return
        column = _column(line)
        bullet = None if _RULE.fullmatch(words) else BULLET.match(words)
        mark = BOX.match(words, bullet.end() if bullet else 0) or bullet
        if mark is not None:
            done = mark.re is BOX and mark["open"] is None
            self._take_item(number, _title(words[mark.end() :]), column, done)
        elif self._noting is not None and column > self._noting:
            self.items[-1].noted(number, line, column, self._blanks)
        else:
            self._noting = None
            self._take_line(number, words, column)
        self._blanks = 0

    def _take_item(self, number: int, title: str, column: int, done: bool) -> None:
        right = 2 * column + 1
        depth = self._depth(right)
        self._noting = column if title else None
        if title:
            self.items.append(_Item(depth, title, number, done))
        # Below an empty item its children take its place.
        self._above.append((right, depth if title else depth - 1))

    def _take_line(self, number: int, words: str, column: int) -> None:
        heading = HEADING.match(words) if column < _CODE_COLUMN else None
        if heading is not None:
            level = len(heading["level"])
            while self._headings and self._headings[-1] >= level:
                self._headings.pop()
            self._above.clear()
            title = _title(words[heading.end() :])
            self.items.append(_Item(len(self._headings), title, number, False))
            self._headings.append(level)
        elif not _RULE.fullmatch(words):
            depth = self._depth(2 * column)
            self.items.append(_Item(depth, _title(words), number, False))
            self._above.append((2 * column + (not words.endswith(":")), depth))

    def _depth(self, right: int) -> int:
        while self._above and self._above[-1][0] >= right:
            self._above.pop()
        return self._above[-1][1] + 1 if self._above else len(self._headings)


def _title(written: str) -> str:
    """What was meant, in one line: a break may be written as a number, but says nothing alone."""
    title = " ".join(meant(written).splitlines())
    return title if title.strip() else written


def _column(line: str) -> int:
    before = line[: len(line) - len(line.lstrip())]
    return len(before.expandtabs(_TAB) if "\t" in before else before)


def _from(line: str, column: int) -> str:
    """A line without its white space up to a column."""
    start = line[:column]
    if start.isspace() and "\t" not in start:
        return line[column:]
    at = reached = 0
    while reached < column and line[at].isspace():
        reached += _TAB - reached % _TAB if line[at] == "\t" else 1
        at += 1
    return line[at:]
