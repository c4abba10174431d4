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
    """One line of a column, and the card it belongs to; none for a heading."""

    content: Content
    section: str
    card_id: str = ""


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
    """The card that the mouse carries."""
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
        side = max(SIDE_CELLS, room * 3 // 10)
        widths = [side] * count
        widths[1] = room - side * (count - 1)
        starts = [1 + sum(widths[:number]) + GAP * number for number in range(count)]
        return [Frame(*each) for each in zip(range(count), starts, widths, strict=True)]

    def lines(self, frame: Frame) -> list[Line]:
        """A column from top to bottom."""
        lines: list[Line] = []
        sections = self._columns[frame.column]
        for section in sections:
            if lines:
                lines.append(Line(Content(""), section.key))
            if not self.narrow or len(sections) > 1:
                lines.append(Line(self._heading(section, frame.column), section.key))
            lines += self._section(section, frame.width)
        return lines

    def tabs(self) -> list[tuple[str, int]]:
        """The titles of a narrow board's columns, and the number of each."""
        titles = [column[0].title for column in self._columns]
        counts = [sum(len(section.cards) for section in column) for column in self._columns]
        return [
            (f"{title} {count}", number)
            for number, (title, count) in enumerate(zip(titles, counts, strict=True))
        ]

    def hit(self, frame: Frame, row: int) -> tuple[str, Place]:
        """What is at a row of a column: the card, if it is one, and the place it stands for."""
        lines = self.lines(frame)
        last = self._columns[frame.column][-1]
        if row >= len(lines):
            return "", Place(last.key, len(last.cards))
        line = lines[row]
        section = next(each for each in self._columns[frame.column] if each.key == line.section)
        ids = [card.id for card in section.cards]
        if line.card_id in ids:
            return line.card_id, Place(line.section, ids.index(line.card_id))
        return "", Place(line.section, 0)

    def _section(self, section: Section, width: int) -> Iterator[Line]:
        target = self._look.target
        here = target.number if target and target.section == section.key else None
        for index, card in enumerate(section.cards):
            if here == index:
                yield self._target(section.key)
            yield from self._card(card, section.key, width)
        if here is not None and here >= len(section.cards):
            yield self._target(section.key)
        elif not section.cards:
            yield Line(Content.styled(clipped(section.empty, width), "$quiet"), section.key)

    def _heading(self, section: Section, column: int) -> Content:
        here = column == self._look.column and self._look.focused
        count = f" {self._glyphs.dot} {len(section.cards)}" if section.cards else ""
        return Content.assemble((section.title, "bold" if here else ""), (count, "$quiet"))

    def _target(self, section: str) -> Line:
        return Line(Content.styled(f"{self._glyphs.drop} here", "bold"), section)

    def _card(self, card: Card, section: str, width: int) -> Iterator[Line]:
        here = card.id == self._look.at and self._look.focused
        title = clipped(card.title, width - 4)
        faint = card.rests or card.id == self._look.carried
        mark = (self._glyphs.cursor if here else " ", "")
        letter = (card.letter, f"bold $hue-{card.hue}")
        contents = [Content.assemble(mark, letter, " ", (title, "$quiet" if faint else ""))]
        contents += [Content.assemble(mark, "  ", line) for line in card.lines]
        for content in contents:
            line = content.truncate(width, ellipsis=True, pad=True)
            yield Line(
                line.stylize("on $block-cursor-background") if here else line, section, card.id
            )
        if not card.rests:
            yield Line(Content(""), section, card.id)
