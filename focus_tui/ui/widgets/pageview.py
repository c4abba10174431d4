"""A page of text that is read, and scrolled where it is longer than the window."""

from textual import events
from textual.content import Content

from focus_tui.domain.text import clipped, visible, wrapped
from focus_tui.domain.weekpage import WeekPage
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.widgets.drawn import Drawn, lines

WIDEST = 96
"""Longer lines are hard to read."""


class PageView(Drawn, can_focus=True):
    """Figures, and sections with their lines; quoted ones are quiet."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self._glyphs = glyphs
        self._page = WeekPage("", (), ())
        self._first = 0

    def show(self, page: WeekPage) -> None:
        """Draw another page, from its beginning."""
        if page != self._page:
            self._page, self._first = page, 0
            self.repaint()

    def move(self, by: int) -> None:
        """Scroll so many lines, as far as there are any."""
        most = len(self._told()) - self.size.height
        self._first = max(0, min(self._first + by, most))
        self.repaint()

    def _told(self) -> list[Content]:
        page, dot = self._page, self._glyphs.dot
        told: list[Content] = []
        room = max(10, min(WIDEST, self.size.width - 4))
        told += _wrapped(f" {dot} ".join(page.figures), room, "$quiet", "")
        for section in page.sections:
            told.append(Content(""))
            if section.title:
                told.append(Content(f"  {visible(section.title)}").stylize("bold"))
            for line in section.lines:
                told += _wrapped(line, room, "$quiet" if line.startswith("“") else "", "  ")
        return told

    def draw(self) -> Content:
        """What is in sight."""
        told = self._told()
        shown = told[self._first : self._first + self.size.height]
        if self._first and shown:
            shown[0] = Content.assemble((self._glyphs.above, "$quiet"), shown[0][1:])
        if self._first + self.size.height < len(told) and shown:
            last = shown[-1] or Content(" ")
            shown[-1] = Content.assemble((self._glyphs.below, "$quiet"), last[1:])
        return lines(*shown)

    def on_resize(self) -> None:
        """Lines break elsewhere."""
        self.move(0)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Further down."""
        event.stop()
        self.move(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Further up."""
        event.stop()
        self.move(-3)


def _wrapped(text: str, room: int, style: str, indent: str) -> list[Content]:
    broken = wrapped(visible(text), room - 4).split("\n") if text else ()
    told = (Content(f"  {indent}{clipped(line, room - 4)}") for line in broken)
    return [each.stylize(style) if style else each for each in told]
