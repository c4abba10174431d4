"""The two themes of our own, and what every other theme lends us."""

from collections.abc import Iterable

from textual.color import Color
from textual.theme import Theme

from focus_tui.domain.interval import Interval, State, state_of

DEFAULT_THEME = "focus-dark"

_HUES_DARK = ("#d98ba8", "#a9b665", "#6fbf9f", "#8d9be0", "#b58ad6", "#a3abb8")
_HUES_LIGHT = ("#a83c66", "#5f6b12", "#1c7a5a", "#3f4fa8", "#7a3f9e", "#55606e")
_HUES_ANSI = ("magenta", "green", "cyan", "blue", "bright_magenta", "bright_black")


def _hues(colours: Iterable[str]) -> dict[str, str]:
    """The goals' colours, none of which a phase uses, as variables."""
    return {f"hue-{number}": colour for number, colour in enumerate(colours)}


DARK = Theme(
    name="focus-dark",
    primary="#e8956b",
    secondary="#7fb4c9",
    accent="#e8956b",
    warning="#e6bd5a",
    error="#e06c6c",
    success="#8fbc8f",
    foreground="#dedbd3",
    background="#131417",
    surface="#191b1f",
    panel="#202329",
    dark=True,
    variables={
        **_hues(_HUES_DARK),
        "quiet": "#8d919a",
        "faint": "#3a3e46",
        "phase-focus": "#e8956b",
        "phase-break": "#7fb4c9",
        "phase-over": "#e6bd5a",
        "cursor-line": "#2a2e36",
        "input-selection-background": "#8d919a 40%",
    },
)

LIGHT = Theme(
    name="focus-light",
    primary="#a8481f",
    secondary="#1f6a86",
    accent="#a8481f",
    warning="#8a5f00",
    error="#a32c2c",
    success="#3a7a3a",
    foreground="#2b2a27",
    background="#faf8f3",
    surface="#f3f0e8",
    panel="#ebe7dc",
    dark=False,
    variables={
        **_hues(_HUES_LIGHT),
        "quiet": "#6b675e",
        "faint": "#d5cfc1",
        "phase-focus": "#a8481f",
        "phase-break": "#1f6a86",
        "phase-over": "#8a5f00",
        "cursor-line": "#e2dccc",
        "input-selection-background": "#6b675e 30%",
    },
)


def borrowed(theme: Theme) -> dict[str, str]:
    """Our own colour variables for a theme that does not define them."""
    greys = ("#9a9a9a", "#444444") if theme.dark else ("#606060", "#c8c8c8")
    hues: tuple[str, ...] = _HUES_DARK if theme.dark else _HUES_LIGHT
    if theme.name.startswith("ansi-"):  # these draw with the terminal's own colours
        greys, line = ("ansi_bright_black",) * 2, "ansi_black" if theme.dark else "ansi_white"
        hues = tuple(f"ansi_{name}" for name in _HUES_ANSI)
    else:
        line = _cursor_line(theme)
    return {
        **_hues(hues),
        "quiet": greys[0],
        "faint": greys[1],
        "cursor-line": line,
        "phase-focus": theme.primary,
        "phase-break": theme.secondary or theme.accent or theme.primary,
        "phase-over": theme.warning or theme.accent or theme.primary,
    }


def _cursor_line(theme: Theme) -> str:
    """Near the panel's colour: on what themes have for cursors their own text is hard to read."""
    colours = theme.to_color_system().generate()
    return Color.parse(colours["panel"]).blend(Color.parse(colours["foreground"]), 0.08).hex


def accent(interval: Interval | None) -> str:
    """The colour of what the clock is doing; what rests is grey."""
    return {
        State.IDLE: "$quiet",
        State.FOCUS: "$phase-focus",
        State.PAUSED: "$quiet",
        State.OVERTIME: "$phase-over",
        State.BREAK: "$phase-break",
        State.OVERRUN: "$phase-over",
    }[state_of(interval)]
