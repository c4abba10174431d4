"""A widget that is one piece of styled text and repaints only when that text differs."""

from textual.content import Content
from textual.widget import Widget


class Drawn(Widget):
    """Subclasses say in `draw` what they look like; `repaint` compares before it paints."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._drawn = Content("")

    def draw(self) -> Content:
        """What the widget looks like now, at its present size."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Paint again if the drawing differs from what is on the screen."""
        if not self.is_attached or not self.size.width:
            return
        drawn = self.draw()
        if (drawn.plain, drawn.spans) != (self._drawn.plain, self._drawn.spans):
            self._drawn = drawn
            self.refresh()

    def render(self) -> Content:
        """The drawing as it was last compared."""
        return self._drawn

    def on_resize(self) -> None:
        """Another size is another drawing."""
        self.repaint()


def lines(*each: Content) -> Content:
    """Several lines as one piece of text."""
    return Content("\n").join(each)
