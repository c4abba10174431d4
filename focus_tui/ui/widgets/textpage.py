"""A text in a dialog that may be longer than its place: lines out of sight are not drawn."""

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from focus_tui.ui.widgets.drawn import segments


class Page:
    """A text to read, broken once for each width."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._broken: dict[int, tuple[Content, ...]] = {}

    def lines(self, width: int) -> tuple[Content, ...]:
        """The text in so many columns."""
        if width not in self._broken:
            self._broken[width] = tuple(
                piece
                for line in self.content.split("\n", allow_blank=True)
                for piece in (line.wrap(width) if line.cell_length > width else (line,))
            )
        return self._broken[width]


class TextPage(ScrollView, can_focus=True):
    """Broken anew for each width, with a bar where there is more than is in sight."""

    def __init__(self, page: Page) -> None:
        super().__init__(id="page")
        self.page = page

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text has in that width; one column is left to the bar."""
        return len(self.page.lines(max(1, width - 1)))

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        # Told with the place, how long the text is asks for no layout of its own.
        width = max(1, size.width - self.styles.gutter.width - 1)
        length = Size(width, len(self.page.lines(width)))
        self.set_reactive(TextPage.virtual_size, length)
        return super()._size_updated(size, length, container_size, layout)

    def render_line(self, y: int) -> Strip:
        """One line of those in sight."""
        style, width = self.visual_style, self.size.width
        told, at = self.page.lines(max(1, self.virtual_size.width)), self.scroll_offset.y + y
        if not at < len(told):
            return Strip.blank(width, style.rich_style)
        return Strip(segments(told[at], style)).adjust_cell_length(width, style.rich_style)
