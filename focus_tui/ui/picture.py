"""What the screen shows as a picture."""

import re

from textual.app import App

# A picture asks nobody for a font: it is drawn in the reader's own.
_FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def picture(app: App[int]) -> str:
    """The screen as SVG, which loads nothing from elsewhere."""
    return _FONT_FACE.sub("", app.export_screenshot(title="focus"))
