"""How the app is dressed: its signs, themes and style sheets."""

from collections.abc import Sequence
from difflib import get_close_matches

from textual.filter import ANSIToTruecolor, LineFilter
from textual.widget import Widget

from focus_tui import places
from focus_tui.domain.text import visible
from focus_tui.settings.declared import Look
from focus_tui.ui import look, stylesheets
from focus_tui.ui.ascii import AsciiFilter
from focus_tui.ui.glyphs import ASCII, UNICODE, Glyphs
from focus_tui.ui.painting import PaintingApp
from focus_tui.ui.styling import KnowingStylesheet
from focus_tui.ui.widgets.drawn import Drawn


class DressedApp(PaintingApp, inherit_bindings=False):
    """An app that looks as the settings want it to."""

    def __init__(self, wanted: Look) -> None:
        self.glyphs = Glyphs()
        self._colours: dict[str, str] = {}
        super().__init__(list(stylesheets.paths()))
        self.stylesheet = KnowingStylesheet()
        self.register_theme(look.DARK)
        self.register_theme(look.LIGHT)
        self.theme = look.DEFAULT_THEME
        self.wear(wanted)
        self._colours = self.get_css_variables()
        self.stylesheet.set_variables(self._colours)

    def wear(self, wanted: Look) -> None:
        """Look as wanted from now on."""
        if wanted.ascii != self.ascii_only:
            self.glyphs.become(ASCII if wanted.ascii else UNICODE)
            self._paint()
        self.animation_level = "none" if wanted.reduced_motion else "full"
        if wanted.theme in self.available_themes:
            self.theme = wanted.theme

    @property
    def ascii_only(self) -> bool:
        """Whether all signs are ASCII ones now."""
        return self.glyphs.pixel.isascii()

    def _paint(self) -> None:
        """Draw all that is open once more."""
        for screen in self.open_screens():
            for widget in screen.walk_children(Widget, with_self=True):
                if isinstance(widget, Drawn):
                    widget.repaint()
                widget.refresh()

    def theme_trouble(self, wanted: Look) -> list[str]:
        """A sentence where there is no such theme."""
        if wanted.theme in self.available_themes:
            return []
        nearest = get_close_matches(wanted.theme, self.available_themes, 1)
        hint = f" (do you mean {nearest[0]}?)" if nearest else ""
        return [
            f"{places.config_file()}, look.theme: there is no theme "
            f"{visible(wanted.theme)!r}{hint}; {self.theme} is used instead."
        ]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Where only ASCII is wanted, our typographic signs give way too.

        No colour is one of the terminal's sixteen but in themes of which all are: Textual's filter
        would go through each line for nothing.
        """
        twins: list[LineFilter] = [AsciiFilter()] if self.ascii_only else []
        others = super().get_line_filters()
        return [each for each in others if not isinstance(each, ANSIToTruecolor)] + twins

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for themes that don't have them."""
        return look.borrowed(self.current_theme)

    def refresh_css(self, animate: bool = True) -> None:
        """Read the style sheets anew only where colours have changed.

        Textual does so twice while it starts, which would take a tenth of the whole start.
        """
        colours = self.get_css_variables()
        if colours != self._colours:
            self._colours = colours
            super().refresh_css(animate)
            return
        for screen in self.screen_stack:
            self.stylesheet.update(screen, animate=animate)
            screen._css_update_count = self._css_update_count
