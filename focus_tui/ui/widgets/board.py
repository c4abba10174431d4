"""The board: columns of cards, drawn by one widget; a card is moved over by keys and by mouse."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from focus_tui.domain.text import clipped
from focus_tui.ui.glyphs import Glyphs

GAP = 2
NARROW = 70
DRAG_CELLS = 2
"""A mouse that moved by fewer cells clicked."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is shown of a goal."""

    id: str
    letter: str
    hue: int
    title: str
    lines: tuple[Content, ...] = ()
    """Under the title; each is cut to the width."""
    rests: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Cards that stand together under a heading; a column holds one or several."""

    key: str
    title: str
    cards: tuple[Card, ...]
    empty: str
    """What belongs here, for when nothing does."""


Columns = Sequence[Sequence[Section]]


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a column, and the card it belongs to; none for a heading."""

    content: Content
    card_id: str = ""
    section: str = ""


class Board(Widget, can_focus=True):
    """Columns with one cursor. In a narrow window one column is shown at a time."""

    @dataclass
    class Moved(Message):
        """The cursor is elsewhere, or the cards have changed."""

    @dataclass
    class Opened(Message):
        """A card was clicked twice."""

    @dataclass
    class Dropped(Message):
        """The mouse carried a card to a section, and to an index among its others."""

        card_id: str
        section: str
        index: int

    def __init__(self, glyphs: Glyphs, *, begins_in: int = 0, id: str) -> None:
        """The cursor is in the column of that number first."""
        super().__init__(id=id)
        self._glyphs = glyphs
        self._columns: Columns = ()
        self._at = ""
        self._column = begins_in
        self._tops: list[int] = []
        self._pressed: tuple[int, int, str] | None = None
        self._drag: tuple[str, str, int] | None = None
        """The carried card, and where it would go: section and index."""

    # What is shown.

    def set_columns(self, columns: Columns) -> None:
        """Show other cards; the cursor stays on its card, or goes to the nearest one left."""
        before = self._index()
        self._columns = columns
        self._tops = self._tops if len(self._tops) == len(columns) else [0] * len(columns)
        self._column = min(self._column, max(0, len(columns) - 1))
        for number, _ in enumerate(columns):
            if self._at in self._ids(number):
                self._column = number
                break
        else:
            ids = self._ids(self._column)
            self._at = ids[min(before, len(ids) - 1)] if ids else ""
        self._changed()

    @property
    def cursor(self) -> str:
        """The id of the card under the cursor; empty where its column has none."""
        return self._at

    @property
    def section(self) -> str:
        """The section that the cursor is in: the first of its column where there is no card."""
        for section in self._columns[self._column] if self._columns else ():
            if not self._at or any(card.id == self._at for card in section.cards):
                return section.key
        return ""

    def move(self, by: int) -> None:
        """Move over so many cards of the column, as far as there are any."""
        if ids := self._ids(self._column):
            self.go(ids[max(0, min(len(ids) - 1, self._index() + by))])

    def turn(self, by: int) -> None:
        """Go to a column beside, to the card at the same height."""
        column = max(0, min(len(self._columns) - 1, self._column + by))
        if column != self._column:
            index = self._index()
            self._column = column
            ids = self._ids(column)
            self._at = ids[min(index, len(ids) - 1)] if ids else ""
            self._changed()

    def go(self, card_id: str) -> None:
        """Put the cursor on a card."""
        for number, _ in enumerate(self._columns):
            if card_id in self._ids(number):
                self._column, self._at = number, card_id
                self._changed()

    def _changed(self) -> None:
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def _ids(self, column: int) -> list[str]:
        sections = self._columns[column] if column < len(self._columns) else ()
        return [card.id for section in sections for card in section.cards]

    def _index(self) -> int:
        ids = self._ids(self._column)
        return ids.index(self._at) if self._at in ids else 0

    # How it is drawn.

    @property
    def _narrow(self) -> bool:
        return self.size.width < NARROW

    def _frames(self) -> list[tuple[int, int, int]]:
        """Each column that is in sight: its number, where it begins, how wide it is."""
        width, count = self.size.width, len(self._columns)
        if not count:
            return []
        if self._narrow:
            return [(self._column, 1, max(1, width - 2))]
        room = width - GAP * (count - 1) - 2
        side = max(18, room * 3 // 10)
        widths = [side] * count
        widths[1] = room - side * (count - 1)
        starts = [1 + sum(widths[:number]) + GAP * number for number in range(count)]
        return list(zip(range(count), starts, widths, strict=True))

    def _lines(self, column: int, width: int) -> list[_Line]:
        lines: list[_Line] = []
        for section in self._columns[column]:
            if lines:
                lines.append(_Line(Content(""), section=section.key))
            if not self._narrow or len(self._columns[column]) > 1:
                lines.append(_Line(self._heading(section, column), section=section.key))
            for index, card in enumerate(section.cards):
                if self._drag and self._drag[1:] == (section.key, index):
                    lines.append(self._place(section.key))
                lines += self._card(card, section.key, width)
            if self._drag and self._drag[1:] == (section.key, len(section.cards)):
                lines.append(self._place(section.key))
            elif not section.cards:
                lines.append(_Line(Content.styled(clipped(section.empty, width), "$quiet")))
        return lines

    def _heading(self, section: Section, column: int) -> Content:
        here = column == self._column and self.has_focus
        count = f" · {len(section.cards)}" if section.cards else ""
        title = Content.styled(section.title, "bold" if here else "")
        return Content.assemble(title, (count, "$quiet"))

    def _place(self, section: str) -> _Line:
        return _Line(Content.styled(f"{self._glyphs.drop} here", "bold"), section=section)

    def _card(self, card: Card, section: str, width: int) -> list[_Line]:
        here = card.id == self._at and self.has_focus
        carried = self._drag is not None and self._drag[0] == card.id
        title = clipped(card.title, width - 4)
        style = "$quiet" if card.rests or carried else ""
        mark = (self._glyphs.cursor if here else " ", "$foreground")
        first = Content.assemble(mark, (card.letter, f"bold $hue-{card.hue}"), " ", (title, style))
        rest = [
            Content.assemble((self._glyphs.cursor if here else " ", ""), "  ", line)
            for line in card.lines
        ]
        lines = [each.truncate(width, ellipsis=True, pad=True) for each in (first, *rest)]
        if here:
            lines = [each.stylize("on $block-cursor-background") for each in lines]
        blank = [] if card.rests else [_Line(Content(""), card.id, section)]
        return [*(_Line(each, card.id, section) for each in lines), *blank]

    def _head(self) -> int:
        return 2 if self._narrow else 0

    def _keep_in_sight(self) -> None:
        height = max(1, self.size.height - self._head())
        for column, _, width in self._frames():
            lines = self._lines(column, width)
            rows = [number for number, line in enumerate(lines) if line.card_id == self._at]
            top = self._tops[column]
            if column == self._column and self._at and rows:
                first = rows[0] - 1 if rows[0] and not lines[rows[0] - 1].card_id else rows[0]
                top = max(min(top, first), rows[-1] - height + 1)
            self._tops[column] = max(0, min(top, len(lines) - height))

    def render(self) -> Content:
        """The columns side by side."""
        height = self.size.height
        rows = [Content("") for _ in range(height)]
        head = self._head()
        if head and self._columns:
            rows[0] = self._tabs()
        for column, start, width in self._frames():
            lines = self._lines(column, width)[self._tops[column] :]
            for number, line in enumerate(lines[: height - head]):
                row = rows[number + head]
                content = line.content.truncate(width, ellipsis=True)
                padded = row.pad_right(start - row.cell_length)
                rows[number + head] = Content.assemble(padded, content)
        return Content("\n").join(rows)

    def _tabs(self) -> Content:
        parts: list[tuple[str, str]] = []
        for number, column in enumerate(self._columns):
            count = sum(len(section.cards) for section in column)
            title = " · ".join(section.title for section in column[:1])
            style = "bold underline" if number == self._column else "$quiet"
            parts += [(" " if not number else "   ", ""), (f"{title} {count}", style)]
        return Content.assemble(*parts)

    # The mouse.

    def _hit(self, x: int, y: int) -> tuple[str, str, int] | None:
        """What is at a cell: section, card, and the index of the card there or below."""
        for column, start, width in self._frames():
            if not start - 1 <= x < start + width:
                continue
            lines = self._lines(column, width)
            row = self._tops[column] + y - self._head()
            if row < 0:
                return None
            if row >= len(lines):
                last = self._columns[column][-1]
                return last.key, "", len(last.cards)
            line = lines[row]
            return self._hit_in(column, line)
        return None

    def _hit_in(self, column: int, line: _Line) -> tuple[str, str, int]:
        for section in self._columns[column]:
            for index, card in enumerate(section.cards):
                if card.id == line.card_id:
                    return section.key, card.id, index
        key = line.section or self._columns[column][0].key
        return key, "", 0

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A card is taken, perhaps to be carried."""
        hit = self._hit(event.x, event.y)
        if event.button == 1 and hit and hit[1]:
            self.go(hit[1])
            self._pressed = event.screen_x, event.screen_y, hit[1]
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Carry it, once it has moved far enough."""
        if self._pressed is None:
            return
        x, y, card_id = self._pressed
        far = max(abs(event.screen_x - x), abs(event.screen_y - y)) >= DRAG_CELLS
        if self._drag is None and not far:
            return
        hit = self._hit(event.x, event.y)
        where = (card_id, hit[0], hit[2]) if hit else self._drag
        if where != self._drag:
            self._drag = where
            self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Put back what the mouse carries."""
        if event.key == "escape" and self._pressed:
            event.stop()
            self._pressed = self._drag = None
            self.release_mouse()
            self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let it go: where it was carried, or where it was."""
        drag, self._pressed, self._drag = self._drag, None, None
        self.release_mouse()
        if drag is not None:
            self.refresh()
            self.post_message(self.Dropped(*drag))

    def on_click(self, event: events.Click) -> None:
        """Two clicks open; in a narrow window a click on a title turns to its column."""
        if self._narrow and event.y == 0:
            self._turn_to(event.x)
        elif event.chain == 2 and self._hit(event.x, event.y):
            self.post_message(self.Opened())

    def _turn_to(self, x: int) -> None:
        at = 0
        for number, column in enumerate(self._columns):
            count = sum(len(section.cards) for section in column)
            at += len(f"{column[0].title} {count}") + 3
            if x < at:
                self.turn(number - self._column)
                return

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._keep_in_sight()
        self.refresh()

    def on_focus(self) -> None:
        """The cursor is drawn only where the keys go."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is drawn only where the keys go."""
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look further down; the cursor stays."""
        self._scroll(event, 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look further up; the cursor stays."""
        self._scroll(event, -3)

    def _scroll(self, event: events.MouseEvent, by: int) -> None:
        event.stop()
        height = max(1, self.size.height - self._head())
        for column, start, width in self._frames():
            if start - 1 <= event.x < start + width:
                most = len(self._lines(column, width)) - height
                self._tops[column] = max(0, min(self._tops[column] + by, most))
                self.refresh()
