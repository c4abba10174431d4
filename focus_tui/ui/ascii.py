"""For terminals that draw nothing but ASCII: the typographic signs in our own words."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_TWINS = str.maketrans(
    {"…": "~", "·": "-", "×": "x", "–": "-", "“": '"', "”": '"', "›": ">", "→": ">"}
    | {chr(code): " " for code in range(0x2581, 0x2588)}  # the ends of a scroll bar
)


class AsciiFilter(LineFilter):
    """Draws each of those signs as an ASCII one of the same width; other text stays as it is."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with the signs exchanged."""
        return [
            Segment(text if text.isascii() else text.translate(_TWINS), style, control)
            for text, style, control in segments
        ]
