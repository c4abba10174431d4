"""Which terminal this is, as far as the environment tells, and what notification it can show.

Nothing is asked of the terminal itself: its answer would come as keys that nobody pressed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from focus_tui.domain.text import clipped
from focus_tui.notify.osc import Kind

KINDS: Mapping[str, Kind] = {
    "kitty": Kind.OSC99,
    "foot": Kind.OSC777,
    "ghostty": Kind.OSC777,
    "wezterm": Kind.OSC777,
    "konsole": Kind.OSC777,
    "contour": Kind.OSC777,
    "rxvt": Kind.OSC777,
    "iterm": Kind.OSC9,
    "warp": Kind.OSC9,
}
"""Terminals that show notifications, by how the names that they give themselves begin."""
VARIABLES: Mapping[str, str] = {
    "KITTY_WINDOW_ID": "kitty",
    "WEZTERM_PANE": "wezterm",
    "GHOSTTY_RESOURCES_DIR": "ghostty",
    "KONSOLE_VERSION": "konsole",
}
"""Variables by which alone a terminal is known."""
WITHOUT_SEQUENCES = ("", "dumb", "linux")
"""Values of TERM of terminals that would print a sequence, or take it for something else."""
MULTIPLEXERS = ("tmux", "screen")
"""How TERM begins inside of what stands between us and the terminal."""
_COMMON = ("xterm", *MULTIPLEXERS)
"""How TERM begins in many terminals, so that it says nothing."""


@dataclass(frozen=True, slots=True)
class Known:
    """A terminal, and how it is known."""

    name: str
    by: str
    """A variable of the environment, or a program that was asked."""

    @property
    def kind(self) -> Kind | None:
        """The kind of notification it shows; None when it is not known to show any."""
        found = [kind for name, kind in KINDS.items() if _plain(self.name).startswith(name)]
        return found[0] if found else None

    def __str__(self) -> str:
        return f"{clipped(self.name, 30)}, by {self.by}"


def by_environment(env: Mapping[str, str]) -> Known | None:
    """The terminal; None when nothing says which it is.

    A program started from a terminal keeps that one's variables, though it may open a window of
    its own: so those come first that every terminal sets anew.
    """
    term, program = env.get("TERM", ""), env.get("TERM_PROGRAM", "")
    if term and _is_telling(term):
        return Known(term, "TERM")
    if program and program != "tmux":
        return Known(program, "TERM_PROGRAM")
    for variable, name in VARIABLES.items():
        if env.get(variable):
            return Known(name, variable)
    name = env.get("LC_TERMINAL", "")  # the only one that SSH hands on
    return Known(name, "LC_TERMINAL") if name else None


def by_tmux(term: str, answer: str) -> Known | None:
    """The terminal that tmux runs in: by its TERM, and what it answered when tmux asked its name.

    None when neither says which it is.
    """
    if answer:
        return Known(answer.replace("(", " ").split(" ")[0], "tmux")
    return Known(term, "tmux") if _is_telling(term) else None


def _is_telling(term: str) -> bool:
    return Known(term, "").kind is not None or not term.startswith(_COMMON)


def _plain(name: str) -> str:
    return name.lower().removeprefix("xterm-")
