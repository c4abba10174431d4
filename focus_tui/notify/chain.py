"""The chain of channels that the settings name."""

from collections.abc import Callable, Mapping, Sequence

from focus_tui.notify.bell import Bell
from focus_tui.notify.channel import Channel
from focus_tui.notify.desktop import Desktop
from focus_tui.notify.notifier import Notifier


def build(names: Sequence[str], *, ring: Callable[[], None], env: Mapping[str, str]) -> Notifier:
    """The channels called "desktop" and "bell", in the order given.

    `ring` writes BEL to the terminal; `env` is this session's environment. Raises KeyError for any
    other name.
    """
    makers: Mapping[str, Callable[[], Channel]] = {
        "desktop": lambda: Desktop(env=env),
        "bell": lambda: Bell(ring),
    }
    return Notifier([makers[name]() for name in names])
