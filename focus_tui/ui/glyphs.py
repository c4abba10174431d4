"""The signs the screens draw with, each with an ASCII twin."""

from dataclasses import dataclass, fields


@dataclass(slots=True)
class Glyphs:
    """One set of signs, each one cell wide.

    All that draw share the app's one set, so that others can take their place while it runs.
    """

    done: str = "●"
    open: str = "○"
    rest: str = "◌"
    paused: str = "‖"
    void: str = "×"
    cut: str = "◐"
    ask: str = "?"
    dot: str = "·"
    check: str = "✓"
    drop: str = "▶"
    eighths: str = " ▁▂▃▄▅▆▇█"
    """From empty to full."""
    shades: str = "·░▒▓█"
    """From nothing to much."""
    cursor: str = "▌"
    above: str = "▴"
    below: str = "▾"
    rule: str = "─"
    bar: str = "━"
    bar_end: str = "╸"
    bar_rest: str = "─"
    focus_block: str = "▆"
    rest_block: str = "▂"
    pause_block: str = "╌"
    away_block: str = "░"
    now: str = "╿"
    pixel: str = "█"
    upper: str = "▀"
    lower: str = "▄"
    folded: str = "▸"
    unfolded: str = "▾"
    idea: str = "•"
    marked: str = "◆"

    def become(self, other: "Glyphs") -> None:
        """Be these signs from now on."""
        for each in fields(self):
            setattr(self, each.name, getattr(other, each.name))


UNICODE = Glyphs()
ASCII = Glyphs(
    done="*",
    open="o",
    rest="~",
    paused="=",
    void="x",
    cut="%",
    dot="-",
    check="+",
    drop=">",
    eighths=" ..::||##",
    shades=".:+*#",
    cursor=">",
    above="^",
    below="v",
    rule="-",
    bar="=",
    bar_end=">",
    bar_rest="-",
    focus_block="#",
    rest_block="_",
    pause_block="=",
    away_block="?",
    now="|",
    pixel="#",
    upper="'",
    lower=".",
    folded="+",
    unfolded="-",
    idea="*",
    marked="#",
)
