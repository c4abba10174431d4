"""What tmux, where this runs in it, says of itself: whether it hands a notification on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from focus_tui.notify import child

LIMIT_S = 1.0
_QUESTION = "|".join(
    [
        "#{allow-passthrough}",
        "#{window_active_clients}",
        "#{?window_zoomed_flag,#{pane_active},1}",
        "#{client_termname}",
        "#{client_termtype}",  # last: a terminal's own words
    ]
)
_PANE = re.compile(r"%[0-9]+")


@dataclass(frozen=True, slots=True)
class Tmux:
    """The way from this pane to the person."""

    passes: str
    """How it is set to hand sequences on: off, on (from panes in view) or all."""
    in_view: bool
    """Whether a terminal shows this pane."""
    term: str
    """The TERM of the terminal it runs in; empty when it runs in none now."""
    answer: str
    """What that terminal answered when tmux asked its name; empty when it gave no answer."""


async def ask(env: Mapping[str, str], *, limit_s: float = LIMIT_S) -> Tmux | None:
    """What tmux says of the pane this runs in; None when it gives no answer."""
    pane = env.get("TMUX_PANE", "")
    target = ["-t", pane] if _PANE.fullmatch(pane) else []
    try:
        status, printed = await child.run(
            ["tmux", "display-message", "-p", *target, _QUESTION],
            limit_s=limit_s,
            env=env,
            heard=True,
        )
    except (TimeoutError, OSError, ValueError):
        return None
    return understood(printed.decode("utf-8", "replace")) if status == 0 else None


def understood(printed: str) -> Tmux | None:
    """What tmux's answer means; None when it is none.

    Versions differ: options are shown by their words or their numbers, and before 3.3 there is no
    such option and everything is handed on.
    """
    parts = printed.strip("\n").split("|", 4)
    if len(parts) < 5:
        return None
    passes, watchers, in_front, term, answer = parts
    words = {"0": "off", "1": "on", "2": "all", "": "on"}
    return Tmux(words.get(passes, passes), watchers != "0" and in_front == "1", term, answer)
