"""The colours: what stands on the line under the cursor can be read in every theme."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from focus_tui.ui.look import DARK, LIGHT, borrowed

READABLE = 3.0
"""The contrast that WCAG 2.1 asks for at least, of large text."""
THEMES = [DARK, LIGHT, *(each for each in BUILTIN_THEMES.values() if "ansi" not in each.name)]


def luminance(colour: Color) -> float:
    """Relative, from 0 to 1, as WCAG defines it."""
    parts = [each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4
             for each in colour.normalized]  # fmt: skip
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: str(theme.name))
def test_text_under_the_cursor_can_be_read(theme: Theme) -> None:
    colours = {**borrowed(theme), **theme.to_color_system().generate(), **theme.variables}
    both = [luminance(Color.parse(colours[name])) for name in ("foreground", "cursor-line")]
    assert (max(both) + 0.05) / (min(both) + 0.05) >= READABLE
