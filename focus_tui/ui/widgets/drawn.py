"""A widget that is a few lines of styled text, and paints only the lines that differ.

Textual's own way renders the whole text at each change and makes every word selectable, which for
the clock costs more than all the rest of a second.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

_waiting: dict[Callable[[], None], None] | None = None
"""What is to be done at the end of `once`."""


@contextmanager
def once() -> Iterator[None]:
    """What is asked for several times inside is painted once, at the end."""
    global _waiting
    if _waiting is not None:
        yield
        return
    _waiting = {}
    try:
        yield
    finally:
        waiting, _waiting = _waiting, None
        for each in waiting:
            each()


def at_end(do: Callable[[], None]) -> None:
    """Do it at the end of `once`, however often it is asked for; now, where we are not inside."""
    if _waiting is None:
        do()
    else:
        _waiting[do] = None


class Drawn(Widget):
    """Subclasses say in `draw` what they look like; `repaint` compares before it paints."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._drawn = Content("")
        self._lines: tuple[Content, ...] = ()

    def draw(self) -> Content:
        """What the widget looks like now, at its present size."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Paint the lines again that differ from what is on the screen."""
        at_end(self._repaint)

    def _repaint(self) -> None:
        if not self.is_attached or not self.size.width:
            return
        drawn = self.draw()
        if not _differ(drawn, self._drawn):
            return
        self._drawn = drawn
        before, self._lines = self._lines, tuple(drawn.split("\n", allow_blank=True))
        if len(before) != len(self._lines):
            self.refresh()
            return
        top, width = self._top, self.size.width
        rows = [n for n, pair in enumerate(zip(before, self._lines, strict=True)) if _differ(*pair)]
        self.refresh(*(Region(0, top + row, width, 1) for row in rows))

    @property
    def _top(self) -> int:
        """Above the first line so many are blank, where the lines stand in the middle."""
        middle = self.styles.content_align_vertical == "middle"
        return max(0, self.size.height - len(self._lines)) // 2 if middle else 0

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        style, width, row = self.visual_style, self.size.width, y - self._top
        if not 0 <= row < len(self._lines):
            return Strip.blank(width, style.rich_style)
        strip = Strip(self.segments(self._lines[row], style))
        left = (width - strip.cell_length) // 2 if self.styles.text_align == "center" else 0
        if left > 0:
            strip = Strip([Segment(" " * left, style.rich_style), *strip])
        return strip.adjust_cell_length(width, style.rich_style)

    def segments(self, line: Content, style: Style) -> list[Segment]:
        """A line as it goes to the terminal."""
        return segments(line, style)

    def on_resize(self) -> None:
        """Another size, or a place on the screen again: all of it is painted."""
        self.repaint()
        self.refresh()

    def on_show(self) -> None:
        """What was hidden meanwhile has changed."""
        self.refresh()


def segments(line: Content, style: Style) -> list[Segment]:
    """One line as it goes to the terminal."""
    return [Segment(text, each.rich_style) for text, each in line.render(style, end="")]


def lines(*each: Content) -> Content:
    """Several lines as one piece of text."""
    return Content("\n").join(each)


def _differ(one: Content, other: Content) -> bool:
    return one.plain != other.plain or one.spans != other.spans
