"""Opens a link of the person's in the browser of the desktop."""

import subprocess
import sys

from textual.app import App

from focus_tui.domain.text import quoted


def opened(url: str, app: App[int]) -> str:
    """Open it, and copy it too: over a remote shell there is no browser to open.

    A browser that draws in the terminal finds none: the screen is ours.
    """
    app.copy_to_clipboard(url)
    subprocess.Popen(
        [sys.executable, "-m", "webbrowser", "-t", url],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    return f"Opening and copied: {quoted(url)}."
