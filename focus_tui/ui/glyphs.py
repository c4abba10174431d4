"""The signs the screens draw with, each with an ASCII twin."""

from typing import NamedTuple


class Glyphs(NamedTuple):
    """One set of signs, each one cell wide."""

    done: str = "●"
    open: str = "○"
    rest: str = "◌"
    paused: str = "‖"
    void: str = "×"
    cut: str = "◐"
    ask: str = "?"
    dot: str = "·"
    cursor: str = "▌"
    above: str = "▴"
    below: str = "▾"
    rule: str = "─"
    bar: str = "━"
    bar_end: str = "╸"
    bar_rest: str = "─"
    focus_block: str = "▆"
    rest_block: str = "▂"
    now: str = "╿"
    pixel: str = "█"
    upper: str = "▀"
    lower: str = "▄"


UNICODE = Glyphs()
ASCII = Glyphs(
    done="*",
    open="o",
    rest="~",
    paused="=",
    void="x",
    cut="%",
    dot="-",
    cursor=">",
    above="^",
    below="v",
    rule="-",
    bar="=",
    bar_end=">",
    bar_rest="-",
    focus_block="#",
    rest_block="_",
    now="|",
    pixel="#",
    upper="'",
    lower=".",
)
