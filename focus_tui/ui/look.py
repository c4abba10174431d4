"""The two themes of our own, and what every other theme lends us."""

from collections.abc import Iterable

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
        "block-cursor-background": "#2a2e36",
        "block-cursor-foreground": "#dedbd3",
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
        "block-cursor-background": "#e2dccc",
        "block-cursor-foreground": "#2b2a27",
        "input-selection-background": "#6b675e 30%",
    },
)


def borrowed(theme: Theme) -> dict[str, str]:
    """Our own colour variables for a theme that does not define them."""
    ansi = theme.name.startswith("ansi-")  # these draw with the terminal's own colours
    hues = [f"ansi_{name}" for name in _HUES_ANSI] if ansi else None
    return {
        **_hues(hues or (_HUES_DARK if theme.dark else _HUES_LIGHT)),
        "quiet": "ansi_bright_black" if ansi else "#9a9a9a" if theme.dark else "#606060",
        "faint": "ansi_bright_black" if ansi else "#444444" if theme.dark else "#c8c8c8",
        "phase-focus": theme.primary,
        "phase-break": theme.secondary or theme.accent or theme.primary,
        "phase-over": theme.warning or theme.accent or theme.primary,
    }


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
