"""Why a session is void: asked once a key has voided it."""

from textual.app import App

from focus_tui.domain.interval import Interval
from focus_tui.domain.session import Session
from focus_tui.ui.host import host


def ask_why_void(app: App[int], was: Interval | Session | None) -> None:
    """Where what was there before a key is void by it, ask why; it is void without an answer."""
    if was is not None and host(app).services.record.voided(was.id):
        from focus_tui.ui.dialogs import lines

        app.push_screen(lines.why_void(host(app), was.id))
