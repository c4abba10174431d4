"""Large digits drawn in pixels: two cells wide and one high, or half as large in half blocks."""

from focus_tui.ui.glyphs import Glyphs

HEIGHT = 5

_PIXELS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
    "+": ("   ", " # ", "###", " # ", "   "),
}


def large(text: str, glyphs: Glyphs, scale: int = 1) -> list[str]:
    """The text as five rows of full blocks, `scale` times as large."""
    rows = (" ".join(_PIXELS[sign][row] for sign in text) for row in range(HEIGHT))
    drawn = (row.replace("#", glyphs.pixel) for row in rows)
    wide = ("".join(pixel * 2 * scale for pixel in row) for row in drawn)
    return [row for row in wide for _ in range(scale)]


def small(text: str, glyphs: Glyphs) -> list[str]:
    """The text as three rows of half blocks."""
    rows = [" ".join(_PIXELS[sign][row] for sign in text) for row in range(HEIGHT)]
    rows.append(" " * len(rows[0]))
    signs = {"##": glyphs.pixel, "# ": glyphs.upper, " #": glyphs.lower, "  ": " "}
    return [
        "".join(signs[above + below] for above, below in zip(rows[top], rows[top + 1], strict=True))
        for top in range(0, HEIGHT, 2)
    ]
