"""What is looked at, and which part of it."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from focus_tui.ui.widgets.drawn import Drawn, lines


class PartHead(Drawn):
    """What it is, with what is said of it at the right; under it the parts."""

    class Pressed(Message):
        """A part's name was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__(id="parthead")
        self._left, self._right = "", ""
        self._parts: Sequence[tuple[str, str]] = ()
        self._here = -1

    def show(
        self, left: str, right: str, parts: Sequence[tuple[str, str]] = (), here: int = -1
    ) -> None:
        """Draw these; `parts` are names with a sign, `here` is the number of the one in sight."""
        self._left, self._right, self._parts, self._here = left, right, parts, here
        self.repaint()

    def draw(self) -> Content:
        """Two lines; where the names have no room, the one in sight and its number."""
        left = f"  {self._left}"
        gap = self.size.width - len(left) - len(self._right)
        right = f"{' ' * gap}{self._right}" if gap > 1 else ""
        return lines(Content.assemble((left, "bold"), (right, "$quiet")), self._names())

    def _names(self) -> Content:
        if not self._parts:
            return Content("")
        if not self._all_fit():
            name = self._parts[self._here][0] if self._here >= 0 else ""
            number = f"{self._here + 1} of {len(self._parts)}"
            return Content.assemble(("  " + name, "bold"), (f"  {number}", "$quiet"))
        pieces: list[tuple[str, str]] = [("  ", "")]
        for at, (name, sign) in enumerate(self._parts):
            pieces += [(name, "bold" if at == self._here else "$quiet"), (f"{sign}  ", "$quiet")]
        return Content.assemble(*pieces)

    def _all_fit(self) -> bool:
        return sum(len(name) + len(sign) + 2 for name, sign in self._parts) < self.size.width

    def on_click(self, event: events.Click) -> None:
        """A click on a part's name goes there."""
        at = 2
        for number, (name, sign) in enumerate(self._parts if self._all_fit() else ()):
            end = at + len(name) + len(sign)
            if event.y == 1 and at <= event.x < end:
                self.post_message(self.Pressed(number))
            at = end + 2
