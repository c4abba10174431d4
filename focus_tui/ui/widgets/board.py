"""The board: columns of cards in one widget, moved over by keys, carried by mouse."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.widgets.boardlines import BoardLines, Columns, Frame, Look, Place

DRAG_CELLS = 2
"""A mouse that moved by fewer cells clicked."""
WHEEL_LINES = 3
LOW = 3
"""In so few lines or fewer there is room for a card alone, and none for the columns' names."""
TABS_GAP = "   "


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
        """The mouse carried a card to a place: a section, and an index among its others."""

        card_id: str
        place: Place

    def __init__(self, glyphs: Glyphs, *, begins_in: int = 0, id: str) -> None:
        """The cursor is in the column of that number first."""
        super().__init__(id=id)
        self._glyphs = glyphs
        self._columns: Columns = ()
        self._at = ""
        self._column = begins_in
        self._tops: list[int] = []
        self._pressed: tuple[int, int, str] | None = None
        self._target: Place | None = None
        """Where the card that the mouse carries would go; none while it carries none."""

    # The cursor.

    def set_columns(self, columns: Columns) -> None:
        """Show other cards; the cursor stays on its card, or goes to the nearest one left."""
        before = self._index()
        self._columns = columns
        self._tops = self._tops if len(self._tops) == len(columns) else [0] * len(columns)
        self._column = min(self._column, max(0, len(columns) - 1))
        there = [number for number, _ in enumerate(columns) if self._at in self._ids(number)]
        if there:
            self._column = there[0]
        else:
            self._rest_at(before)
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
            self._at = ids[max(0, min(len(ids) - 1, self._index() + by))]
            self._changed()

    def go(self, card_id: str) -> None:
        """Put the cursor on a card."""
        found = [number for number, _ in enumerate(self._columns) if card_id in self._ids(number)]
        if found:
            self._column, self._at = found[0], card_id
            self._changed()

    def turn(self, by: int) -> None:
        """Go to a column beside, to the card at the same height."""
        column = max(0, min(len(self._columns) - 1, self._column + by))
        if column != self._column:
            index, self._column = self._index(), column
            self._rest_at(index)
            self._changed()

    def _rest_at(self, index: int) -> None:
        ids = self._ids(self._column)
        self._at = ids[min(index, len(ids) - 1)] if ids else ""

    def _ids(self, column: int) -> list[str]:
        sections = self._columns[column] if column < len(self._columns) else ()
        return [card.id for section in sections for card in section.cards]

    def _index(self) -> int:
        ids = self._ids(self._column)
        return ids.index(self._at) if self._at in ids else 0

    def _changed(self) -> None:
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    # What is seen.

    def _drawn(self) -> BoardLines:
        carried = self._pressed[2] if self._pressed else ""
        look = Look(self._at, self._column, self.has_focus, carried, self._target)
        return BoardLines(self._glyphs, self._columns, self.size.width, look)

    def _room(self, drawn: BoardLines) -> tuple[int, int]:
        """The lines over the cards, and those for them."""
        head = 2 if drawn.narrow and self.size.height > LOW else 0
        return head, max(1, self.size.height - head)

    def _keep_in_sight(self) -> None:
        drawn = self._drawn()
        _, height = self._room(drawn)
        for frame in drawn.frames():
            lines = drawn.lines(frame.column)
            rows = [row for row, line in enumerate(lines) if line.card and line.card.id == self._at]
            top = self._tops[frame.column]
            if rows:
                # The heading above the first card comes into sight with it.
                first = rows[0] - 1 if rows[0] and lines[rows[0] - 1].card is None else rows[0]
                top = min(max(min(top, first), rows[-1] - height + 1), rows[0])
            self._tops[frame.column] = max(0, min(top, len(lines) - height))

    def render(self) -> Content:
        """The columns side by side."""
        drawn = self._drawn()
        head, height = self._room(drawn)
        rows = [Content("")] * self.size.height
        if head and self._columns:
            rows[0] = self._tabs(drawn)
        for frame in drawn.frames():
            top = self._tops[frame.column]
            for row, line in enumerate(drawn.lines(frame.column)[top : top + height], start=head):
                before = rows[row].pad_right(frame.start - rows[row].cell_length)
                rows[row] = Content.assemble(before, drawn.draw(line, frame))
        return Content("\n").join(rows)

    def _tabs(self, drawn: BoardLines) -> Content:
        parts: list[tuple[str, str]] = []
        for title, number in drawn.tabs():
            style = "bold underline" if number == self._column else "$quiet"
            parts += [(TABS_GAP if number else " ", ""), (title, style)]
        return Content.assemble(*parts)

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

    # The mouse.

    def _hit(self, x: int, y: int) -> tuple[str, Place] | None:
        """What is at a cell."""
        drawn = self._drawn()
        row = y - self._room(drawn)[0]
        frame = self._frame_at(drawn, x)
        if frame is None or row < 0:
            return None
        return drawn.hit(frame, row + self._tops[frame.column])

    def _frame_at(self, drawn: BoardLines, x: int) -> Frame | None:
        found = (each for each in drawn.frames() if each.start - 1 <= x < each.start + each.width)
        return next(found, None)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A card is taken, perhaps to be carried."""
        hit = self._hit(event.x, event.y)
        if event.button == 1 and hit and hit[0]:
            self._pressed = event.screen_x, event.screen_y, hit[0]
            self.capture_mouse()
            self.go(hit[0])

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Carry it, once it has moved far enough."""
        if self._pressed is None:
            return
        x, y, _ = self._pressed
        far = max(abs(event.screen_x - x), abs(event.screen_y - y)) >= DRAG_CELLS
        hit = self._hit(event.x, event.y)
        if hit and hit[1] != self._target and (far or self._target):
            self._target = hit[1]
            self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let it go: where it was carried, or where it was."""
        pressed, target = self._pressed, self._target
        self._put_back()
        if pressed and target:
            self.post_message(self.Dropped(pressed[2], target))

    def on_key(self, event: events.Key) -> None:
        """Put back what the mouse carries."""
        if event.key == "escape" and self._pressed:
            event.stop()
            self._put_back()

    def _put_back(self) -> None:
        self._pressed = self._target = None
        self.release_mouse()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Two clicks open; in a narrow window a click on a title turns to its column."""
        drawn = self._drawn()
        if self._room(drawn)[0] and event.y == 0:
            self._turn_to(drawn, event.x)
            return
        hit = self._hit(event.x, event.y)
        if event.chain == 2 and hit and hit[0]:
            self.post_message(self.Opened())

    def _turn_to(self, drawn: BoardLines, x: int) -> None:
        end = 1
        for title, number in drawn.tabs():
            end += len(title) + len(TABS_GAP)
            if x < end:
                self.turn(number - self._column)
                return

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Look further down; the cursor stays."""
        self._scroll(event, WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Look further up; the cursor stays."""
        self._scroll(event, -WHEEL_LINES)

    def _scroll(self, event: events.MouseEvent, by: int) -> None:
        event.stop()
        drawn = self._drawn()
        if frame := self._frame_at(drawn, event.x):
            most = len(drawn.lines(frame.column)) - self._room(drawn)[1]
            top = self._tops[frame.column]
            self._tops[frame.column] = max(0, min(top + by, most))
            self.refresh()
