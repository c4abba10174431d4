"""Opening the app in a terminal, and leaving it well."""

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

from focus_tui import crash, places
from focus_tui.composition import Services
from focus_tui.domain.text import visible
from focus_tui.ui import terminal

if TYPE_CHECKING:
    from focus_tui.ui.lifecycle import TerminalApp


def run(services: Services) -> int:
    """Open the app; the exit status comes back when it is left.

    0; 3 where the data didn't allow to leave the clock well, which is said; 70 after a bug of ours;
    128 and a signal's number when one ended it. Raises BadInput where no terminal can show the app.
    """
    terminal.check(os.environ)
    os.environ.setdefault("ESCDELAY", "25")  # ms; Textual reads it when it is imported
    gc.disable()  # until the first picture stands
    try:
        from focus_tui.ui.lifecycle import TerminalApp

        app = TerminalApp(services)
        with terminal.put_back():
            try:
                app.run()
                return _left(app)
            finally:
                app.done()
    finally:
        gc.enable()


def _left(app: "TerminalApp") -> int:
    from focus_tui.ui.lifecycle import leave

    if app.bug is not None:
        terminal.say(visible(crash.report(app.bug, Path(places.state_folder()))))
        return crash.SOFTWARE_ERROR
    words, code = app.left or leave(app.services, "focus")
    terminal.say(words)
    return app.return_code or code
