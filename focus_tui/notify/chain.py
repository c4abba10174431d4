"""The chain of channels that the settings name."""

from collections.abc import Callable, Mapping, Sequence

from focus_tui.notify.bell import Bell
from focus_tui.notify.channel import Channel
from focus_tui.notify.desktop import Desktop
from focus_tui.notify.terminal import Terminal


def build(
    names: Sequence[str], *, write: Callable[[str], None], env: Mapping[str, str], wanted: str
) -> tuple[Channel, ...]:
    """The channels called "desktop", "terminal" and "bell", in the order given.

    `write` brings a text to the terminal as it is; `env` is this session's environment; `wanted`
    is the kind of the terminal's notifications, or "auto". Raises KeyError for any other name.
    """
    makers: Mapping[str, Callable[[], Channel]] = {
        "desktop": lambda: Desktop(env=env),
        "terminal": lambda: Terminal(write, env=env, wanted=wanted),
        "bell": lambda: Bell(write),
    }
    return tuple(makers[name]() for name in names)
