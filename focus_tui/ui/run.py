"""Opening the app in a terminal, and leaving it well."""

import gc
import os
from collections.abc import MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from focus_tui import crash, places
from focus_tui.composition import Services
from focus_tui.domain.text import visible
from focus_tui.ui import terminal

if TYPE_CHECKING:
    from focus_tui.ui.lifecycle import TerminalApp

SWITCHES = {
    "TEXTUAL_ANIMATIONS": ("none", "basic", "full"),
    "TEXTUAL_COLOR_SYSTEM": ("auto", "standard", "256", "truecolor"),
    "TEXTUAL_DISABLE_KITTY_KEY": ("1",),
    "TEXTUAL_SMOOTH_SCROLL": ("0",),
}
"""What of Textual's own variables is heeded: help for a terminal that is in need of it."""


def run(services: Services, *, demo: bool = False) -> int:
    """Open the app; the exit status comes back when it is left. The demo says that it is one.

    0; 3 where the data didn't allow to leave the clock well, which is said; 70 after a bug of ours;
    128 and a signal's number when one ended it. Raises BadInput where no terminal can show the app.
    """
    terminal.check(os.environ)
    prepare(os.environ)
    gc.disable()  # until the first picture stands
    try:
        from focus_tui.ui.lifecycle import TerminalApp

        app = TerminalApp(services, demo=demo)
        with terminal.put_back():
            try:
                app.run()
                return _left(app)
            finally:
                app.done()
    finally:
        gc.enable()


def prepare(env: MutableMapping[str, str]) -> None:
    """Give Textual the environment that it reads when it is imported.

    Its other variables are for those who develop with it: one presses keys, one writes all that
    is typed into a file, and some end the start when they hold nonsense.
    """
    env.setdefault("ESCDELAY", "25")  # ms
    for name in ("COLUMNS", "LINES"):  # the window itself says how large it is
        env.pop(name, None)
    for name in [each for each in env if each.partition("_")[0] == "TEXTUAL"]:
        if env[name] not in SWITCHES.get(name, ()):
            del env[name]
    # What comes after a key's own picture is painted by Textual, which else waits up to 17 ms.
    env["TEXTUAL_FPS"] = "240"


def _left(app: "TerminalApp") -> int:
    from focus_tui.ui.lifecycle import leave

    if app.bug is not None:
        terminal.say(visible(crash.report(app.bug, Path(places.state_folder()))))
        return crash.SOFTWARE_ERROR
    words, code = app.left or leave(app.services, "focus", demo=app.demo)
    terminal.say(words)
    return app.return_code or code
