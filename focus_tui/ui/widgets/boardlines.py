"""The board as lines: where each column and card stands, and what is at a cell."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.content import Content

from focus_tui.domain.text import clipped
from focus_tui.ui.glyphs import Glyphs

GAP = 2
NARROW = 70
"""In a window of fewer cells one column is shown at a time, under a line with all of them."""
SIDE_CELLS = 18
ENDED = "Ended"
"""What a column of several sections is called where there is room for one name."""


class Card(NamedTuple):
    """What is shown of a goal."""

    id: str
    letter: str
    hue: int
    title: str
    lines: tuple[Content, ...] = ()
    """Under the title; each is cut to the width."""
    rests: bool = False


class Section(NamedTuple):
    """Cards that stand together under a heading; a column holds one or several."""

    key: str
    title: str
    cards: tuple[Card, ...]
    empty: str
    """What belongs here, for when nothing does."""


Columns = Sequence[Sequence[Section]]


class Line(NamedTuple):
    """What stands in one line of a column; drawn only where it is seen."""

    section: Section
    card: Card | None = None
    part: int = 0
    """Of a card: 0 its title, then its lines, then a blank one."""
    kind: str = ""
    """Without a card: `heading`, `target`, `empty`, or nothing."""


class Frame(NamedTuple):
    """A column that is in sight: its number, where it begins, how wide it is."""

    column: int
    start: int
    width: int


class Place(NamedTuple):
    """Where a carried card would go."""

    section: str
    number: int
    """How many of the section's others come before it."""


class Look(NamedTuple):
    """What of the board stands out."""

    at: str = ""
    """The card under the cursor."""
    column: int = 0
    focused: bool = True
    carried: str = ""
    """The card that the mouse has taken."""
    target: Place | None = None


class BoardLines:
    """Draws columns at one width."""

    def __init__(self, glyphs: Glyphs, columns: Columns, width: int, look: Look) -> None:
        self._glyphs = glyphs
        self._columns = columns
        self._width = width
        self._look = look

    @property
    def narrow(self) -> bool:
        """Whether one column is shown at a time."""
        return self._width < NARROW

    def frames(self) -> list[Frame]:
        """The columns in sight, the second the widest of them."""
        width, count = self._width, len(self._columns)
        if not count:
            return []
        if self.narrow:
            return [Frame(self._look.column, 1, max(1, width - 2))]
        room = width - GAP * (count - 1) - 2
        side = max(SIDE_CELLS, room // 4)
        widths = [side] * count
        widths[1] = room - side * (count - 1)
        starts = [1 + sum(widths[:number]) + GAP * number for number in range(count)]
        return [Frame(*each) for each in zip(range(count), starts, widths, strict=True)]

    def lines(self, column: int) -> list[Line]:
        """A column from top to bottom."""
        lines: list[Line] = []
        sections = self._columns[column]
        for section in sections:
            if lines:
                lines.append(Line(section))
            if not self.narrow or len(sections) > 1:
                lines.append(Line(section, kind="heading"))
            lines += self._section(section)
        return lines

    def draw(self, line: Line, frame: Frame) -> Content:
        """A line as it is seen."""
        if line.card is not None:
            return self._card_line(line.card, line.part, frame.width)
        if line.kind == "heading":
            return self._heading(line.section, frame.column)
        if line.kind == "target":
            return Content.styled(f" {self._glyphs.drop} here", "bold")
        empty = clipped(line.section.empty, frame.width - 1) if line.kind == "empty" else ""
        return Content.styled(f" {empty}", "$quiet")

    def tabs(self) -> list[tuple[str, int]]:
        """The titles of a narrow board's columns, and the number of each."""
        titles = [ENDED if len(column) > 1 else column[0].title for column in self._columns]
        counts = [sum(len(section.cards) for section in column) for column in self._columns]
        return [
            (f"{title} {count}", number)
            for number, (title, count) in enumerate(zip(titles, counts, strict=True))
        ]

    def hit(self, frame: Frame, row: int) -> tuple[str, Place]:
        """What is at a row of a column: the card, if it is one, and the place it stands for."""
        lines = self.lines(frame.column)
        last = self._columns[frame.column][-1]
        if row >= len(lines):
            return "", Place(last.key, len(self._others(last)))
        section, card = lines[row].section, lines[row].card
        if lines[row].kind == "target" and self._look.target:
            return "", self._look.target
        if card is None:
            return "", Place(section.key, 0)
        # Below where the carried one stands, its own place is free: it goes behind that card.
        return card.id, Place(section.key, section.cards.index(card))

    def _others(self, section: Section) -> list[Card]:
        return [each for each in section.cards if each.id != self._look.carried]

    def _section(self, section: Section) -> Iterator[Line]:
        target = self._look.target
        here = target.number if target and target.section == section.key else None
        others = self._others(section)
        for card in section.cards:
            if here is not None and others[here : here + 1] == [card]:
                yield Line(section, kind="target")
            height = 1 + len(card.lines) + (not card.rests)
            yield from (Line(section, card, part) for part in range(height))
        if here is not None and here >= len(others):
            yield Line(section, kind="target")
        elif not section.cards:
            yield Line(section, kind="empty")

    def _heading(self, section: Section, column: int) -> Content:
        here = column == self._look.column and self._look.focused
        count = f" {self._glyphs.dot} {len(section.cards)}" if section.cards else ""
        return Content.assemble(" ", (section.title, "bold" if here else ""), (count, "$quiet"))

    def _card_line(self, card: Card, part: int, width: int) -> Content:
        if part > len(card.lines):
            return Content("")
        here = card.id == self._look.at and self._look.focused
        mark = self._glyphs.cursor if here else " "
        if part:
            content = Content.assemble(mark, "  ", card.lines[part - 1])
        else:
            faint = card.rests or (self._look.target and card.id == self._look.carried)
            title = (clipped(card.title, width - 4), "$quiet" if faint else "")
            content = Content.assemble(mark, (card.letter, f"bold $hue-{card.hue}"), " ", title)
        line = content.truncate(width, ellipsis=True, pad=here)
        return line.stylize("on $cursor-line") if here else line
