"""Rows of figures: a label, a bar, the figure at the edge, and the sessions behind it."""

from collections.abc import Callable
from typing import NamedTuple

from textual.content import Content

from focus_tui.domain.logrange import Range
from focus_tui.ui.charts import FOCUS, bar
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.widgets.itemlist import Row

WIDE = 76
"""From so many cells on figures have all the room that they need."""
WIDEST = 110
"""And labels too."""


class Behind(NamedTuple):
    """The sessions behind a figure: where in the log they are, and what to seek there."""

    over: Range
    words: str = ""


class FigureRows:
    """Draws with one set of signs, in a list so wide; `behind` says what stands behind each row."""

    def __init__(self, glyphs: Glyphs, width: Callable[[], int]) -> None:
        self._glyphs = glyphs
        self._width = width
        self.behind: dict[str, Behind] = {}
        self._edge = 0
        """Cells that the figures at the edge take, where there is room for them."""

    def _cells(self) -> int:
        """How wide bars are: what is left beside the label and the figure."""
        edge = self._edge if self._width() >= WIDE else min(self._edge, 14)
        return max(6, self._width() - self._label - 4 - edge)

    @property
    def _label(self) -> int:
        """Cells that a row's label takes, so that bars begin one below the other."""
        if self._width() >= WIDEST:
            return 30
        return 16 if self._width() >= WIDE else 10

    def _row(self, id: str, text: str, right: str, behind: Behind) -> Row:
        """Words with as much at the edge as there is room for."""
        self.behind[id] = behind
        room = self._width() - len(text) - 4
        first, dot = right.split(", ")[0], f" {self._glyphs.dot} "
        shorter = (right, first, right.rpartition(dot)[0], right.partition(dot)[0])
        return Row(text, right=next((each for each in shorter if len(each) <= room), ""), id=id)

    def _bar(
        self,
        id: str,
        name: str,
        amount: int,
        most: int,
        right: str,
        behind: Behind,
        style: str = FOCUS,
    ) -> Row:
        drawn = bar(amount, most, self._cells(), self._glyphs, style)
        return self._drawn(id, name, drawn, right, behind)

    def _drawn(self, id: str, name: str, drawn: Content, right: str, behind: Behind) -> Row:
        """A label, a bar, and the figure at the edge."""
        self.behind[id] = behind
        room = self._width() - self._label - 4 - drawn.cell_length
        short = right.strip().split("   ")[0]
        shorter = short.split(f" {self._glyphs.dot} ")[0]
        figure = next((each for each in (right, short, shorter) if len(each) < room), "")
        space = " " * max(0, room - len(figure))
        return Row(name, bar=Content.assemble(drawn, space, (figure, "$quiet")), id=id)
