"""A list that draws its own rows: headings, and items a cursor moves over."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message

from focus_tui.domain.text import clipped, wrapped
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.widgets.drawn import Drawn, lines


class Row(NamedTuple):
    """One line. Without an `id` it is a heading or a blank, which the cursor passes over."""

    text: str = ""
    """Any text, shown safely and cut to the width."""
    left: str = ""
    """Short words of our own before it."""
    right: str = ""
    """Short words of our own at the right edge."""
    id: str = ""
    style: str = ""
    left_style: str = "$quiet"
    letter: str = ""
    """The sign of a goal, before the text, in its hue."""
    hue: int = 0
    bar: Content | None = None
    """What is drawn before the words at the right edge."""
    marked: bool = False
    """Whether what is done next is done to it too."""


class Later(NamedTuple):
    """A row that is made when it is drawn: the same as another where it is made of the same."""

    id: str
    of: object
    make: Callable[[Any], Row]

    def made(self) -> Row:
        """The row."""
        return self.make(self.of)


Rows = Sequence[Row | Later]


class ItemList(Drawn, can_focus=True):
    """Rows with a cursor.

    It rests on the first item until the person moves it, and stays on its item whatever else
    comes by itself.
    """

    follows = False
    """Whether the cursor is drawn though the keys go to a field, which moves it."""

    @dataclass
    class Moved(Message):
        """The cursor is on another item, or moved for the first time, or the items have changed."""

        list: "ItemList"

        def can_replace(self, message: Message) -> bool:
            """Of two in a row about one list the later one says all."""
            return isinstance(message, ItemList.Moved) and message.list is self.list

    class Scrolled(Message):
        """Other lines are in sight."""

    @dataclass
    class Clicked(Message):
        """An item was clicked."""

        item_id: str

    @dataclass
    class Opened(Message):
        """An item was clicked twice."""

        item_id: str

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._rows: tuple[Row | Later, ...] = ()
        self._ids: Sequence[str] = ()
        self._row: Callable[[int], Row] = self._made
        self._at: str = ""
        self._moved = False
        self._first = 0

    def set_rows(self, rows: Rows, *, by_itself: bool = False) -> None:
        """Show other rows; a cursor that was moved stays on its item, or goes to the nearest left.

        One that rests on the first item goes to the new first one, unless these rows came by
        themselves: the person may be about to press a key that is meant for the item.
        """
        new = tuple(rows)
        if new != self._rows:
            self._rows = new
            self.set_lines([row.id for row in new], self._made, by_itself=by_itself)

    def _made(self, line: int) -> Row:
        row = self._rows[line]
        return row.made() if isinstance(row, Later) else row

    def set_lines(
        self, ids: Sequence[str], row: Callable[[int], Row], *, by_itself: bool = False
    ) -> None:
        """The same for thousands of lines, whose rows are made when they are drawn.

        `ids` has an id for each line, empty where the cursor passes over it.
        """
        stays = self._moved or by_itself
        if not (stays and self._at and self._at in ids):
            items = [id for id in ids if id]
            index = min(self._place(), len(items) - 1) if stays else 0
            self._at = items[index] if items else ""
        self._ids, self._row = ids, row
        self._keep_in_sight()
        self.repaint()
        self.post_message(self.Moved(self))

    @property
    def cursor(self) -> str:
        """The id of the item under the cursor; empty when there is none."""
        return self._at

    @property
    def was_moved(self) -> bool:
        """Whether the person has moved the cursor, which rests on the first item else."""
        return self._moved

    def move(self, by: int) -> None:
        """Move the cursor over so many items, as far as there are any."""
        if item_id := self.beside(by):
            self._go(item_id)

    def beside(self, by: int) -> str:
        """The id of the item so many further, as far as there are any; empty when there is none."""
        ids = [id for id in self._ids if id]
        return ids[max(0, min(len(ids) - 1, self._place() + by))] if ids else ""

    def go(self, item_id: str) -> None:
        """Put the cursor on an item, if it is there."""
        if item_id and item_id in self._ids:
            self._go(item_id)

    def rest(self) -> None:
        """Let the cursor rest on the first item again, from the next rows on."""
        self._moved = False

    def _go(self, item_id: str) -> None:
        if item_id != self._at or not self._moved:
            self._at, self._moved = item_id, True
            self.post_message(self.Moved(self))
        self._keep_in_sight()
        self.repaint()

    def _place(self) -> int:
        ids = [id for id in self._ids if id]
        return ids.index(self._at) if self._at in ids else 0

    def _line(self) -> int:
        with suppress(ValueError):  # thousands are looked through once, not twice
            return self._ids.index(self._at) if self._at else 0
        return 0

    @property
    def cursor_y(self) -> int:
        """The line of the window, from 0 on, on which the item under the cursor stands."""
        return self._line() - self._first

    def _keep_in_sight(self) -> None:
        height = max(1, self.size.height)
        line = self._line()
        # The heading above the first item of a section comes into sight with it.
        above = line - 1 if line and not self._ids[line - 1] else line
        top = max(min(self._first, above), line - height + 1)
        self._show_from(max(0, min(top, len(self._ids) - height)))

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._keep_in_sight()

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor is drawn only where the keys go."""
        super().watch_has_focus(has_focus)
        self.repaint()

    def draw(self) -> Content:
        """The rows in sight; where there is nothing to choose, words on as many lines as needed."""
        if not any(self._ids):
            rows = map(self._row, range(len(self._ids)))
            return lines(*(each for row in rows for each in self._told(row)))
        shown = range(self._first, min(len(self._ids), self._first + self.size.height))
        return lines(*(self._draw(self._row(line), line - self._first) for line in shown))

    def _told(self, row: Row) -> Iterator[Content]:
        if row.right or row.letter:
            yield self._draw(row, -1)
            return
        left, room = row.left, max(1, self.size.width - 3 - len(row.left))
        for words in wrapped(row.text, room).split("\n"):
            yield self._draw(row._replace(text=words, left=left), -1)
            left = " " * len(left)

    def _sign(self, at: int) -> str:
        """In the margin: that there is more than is in sight."""
        if at == 0 and self._first:
            return self._glyphs.above
        last = at == self.size.height - 1
        return self._glyphs.below if last and self._first + at < len(self._ids) - 1 else " "

    def _right(self, row: Row, room: int) -> Content:
        """Words and a bar at the right edge; where they leave the text no room, the bar alone.

        Words alone are cut where they would leave the text less than half of the room; beside a
        heading they are whole or not there.
        """
        if row.bar is not None:
            words = Content.styled(row.right, "$quiet")
            whole = Content.assemble(words, "  " if row.right else "", row.bar)
            return whole if whole.cell_length <= self.size.width * 2 // 3 else row.bar
        left = room - Content(clipped(row.text, room)).cell_length - 2
        cut = clipped(row.right, max(left, room // 2) if row.id else room)
        right = Content.styled(cut, "$quiet")
        return right if row.id or right.cell_length <= left else Content("")

    def _draw(self, row: Row, at: int) -> Content:
        here = bool(row.id) and row.id == self._at and (self.has_focus or self.follows)
        width = self.size.width
        mark = self._glyphs.cursor if here else self._sign(at)
        mark += self._glyphs.marked if row.marked else " "
        letter = f"{row.letter} " if row.letter else ""
        room = width - len(mark) - len(row.left) - len(letter)
        right = self._right(row, room)
        room -= right.cell_length + 2 if right else 0
        text = Content(clipped(row.text, max(0, room)))
        pad = " " * max(0, room + (2 if right else 0) - text.cell_length)
        line = Content.assemble(
            (mark, "$foreground" if here else "$quiet"),
            (row.left, row.left_style),
            (letter, f"bold $hue-{row.hue}"),
            text.stylize(row.style) if row.style else text,
            pad,
            right,
        )
        return line.stylize("on $cursor-line") if here else line

    def on_click(self, event: events.Click) -> None:
        """One click moves the cursor, two open."""
        line = self._first + event.y
        if line < len(self._ids) and self._ids[line]:
            self._go(self._ids[line])
            message = self.Opened if event.chain == 2 else self.Clicked
            self.post_message(message(self._at))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look further down; the cursor stays."""
        event.stop()
        self._scroll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look further up; the cursor stays."""
        event.stop()
        self._scroll(-3)

    def _scroll(self, by: int) -> None:
        self._show_from(max(0, min(self._first + by, len(self._ids) - self.size.height)))

    def _show_from(self, top: int) -> None:
        if top != self._first:
            self._first = top
            self.repaint()
            self.post_message(self.Scrolled())
