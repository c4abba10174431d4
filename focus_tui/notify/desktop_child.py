"""Sends one notification through plyer, and exits with what came of it.

A program of its own, run by its file name in an isolated Python, never a part of the app: what it
or anything it starts prints goes nowhere, and whatever blocks it can be killed. It imports nothing
of focus, so that no search path has to lead there.

Standard input is a JSON object: title and body, free of control characters, and the folder that
plyer is in. Only the freedesktop branch (Linux) has ever been run; those for macOS and Windows
were written from plyer's source, the manuals and the reports of others.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from enum import IntEnum
from html import escape
from importlib import import_module

APP_NAME = "focus"
SHOWN_S = 10
"""How long a desktop that respects the wish shows it; plyer's own default is for ever."""
SHOWN_ON_WINDOWS_S = 3
"""There the notification lives no longer than this process, which is killed when it takes long."""

_OSASCRIPT = """\
on run argv
  display notification (item 2 of argv) with title (item 1 of argv)
end run
"""


class Exit(IntEnum):
    """What came of it, as an exit status; any other means failed (1 is Python's traceback)."""

    DELIVERED = 0
    NO_BACK_END = 3
    FAILED = 4
    NO_BUS = 5


class Observed:
    """Takes the place of `subprocess` inside plyer, which throws the exit status away.

    It also moves the two texts behind a `--`: notify-send would read `--wait` or `-u critical` as
    options wherever they stand.
    """

    def call(self, command: Sequence[str]) -> None:
        """Run plyer's notify-send command; ends this program when it failed."""
        program, title, body, *options = command
        if _status([program, *options, "--", title, body]) != 0:
            sys.exit(Exit.FAILED)


def main() -> Exit:
    """Send what standard input asks for."""
    request = json.load(sys.stdin)
    sys.path.append(request["plyer"])  # last: nothing beside plyer may shadow the standard library
    platforms = {"darwin": _on_macos, "win32": _on_windows}
    return platforms.get(sys.platform, _on_freedesktop)(request["title"], request["body"])


def _on_freedesktop(title: str, body: str) -> Exit:
    if not _has_session_bus():
        return Exit.NO_BUS
    from plyer.platforms.linux import notification

    # Not plyer's own choice of a back end: that takes any machine with a folder /app for Flatpak.
    body = escape(body, quote=False)  # the body is markup, the title is not
    try:
        import_module("dbus")
    except ImportError:
        if shutil.which("notify-send") is None:
            return Exit.NO_BACK_END
        notification.subprocess = Observed()
        notification.NotifySendNotification()._notify(
            title=title,
            message=body.replace("\\", "\\\\"),  # it expands escapes in the body
            app_name=APP_NAME,
            expire_time=str(SHOWN_S * 1000),
        )
    else:
        notification.NotifyDbus()._notify(
            title=title, message=body, app_name=APP_NAME, timeout=SHOWN_S
        )
    return Exit.DELIVERED


def _has_session_bus() -> bool:
    """Asked first, because without one the D-Bus libraries may start a bus that nobody ends."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS")) or (
        runtime is not None and os.path.exists(os.path.join(runtime, "bus"))
    )


def _on_macos(title: str, body: str) -> Exit:
    try:
        from plyer.platforms.macosx.notification import OSXNotification

        OSXNotification()._notify(title=title, message=body, app_name=APP_NAME)
    except (ImportError, AttributeError):
        # No pyobjus, or no notification centre for a Python that is in no application bundle.
        # The script comes from standard input, so that a text can be neither script nor option.
        if _status(["osascript", "-", title, body], _OSASCRIPT) != 0:
            return Exit.FAILED
    return Exit.DELIVERED


def _on_windows(title: str, body: str) -> Exit:
    # Not by plyer's own thread, in which a failure could not be seen.
    from plyer.platforms.win.libs.balloontip import balloon_tip

    balloon_tip(
        title=in_utf16(title, 63),
        message=in_utf16(body, 255),
        app_name=APP_NAME,
        timeout=SHOWN_ON_WINDOWS_S,
    )
    return Exit.DELIVERED


def in_utf16(text: str, units: int) -> str:
    """The text, ending in `…` where it would take more UTF-16 units than there is room for."""
    encoded = text.encode("utf-16-le")
    if len(encoded) <= 2 * units:
        return text
    return encoded[: 2 * (units - 1)].decode("utf-16-le", "ignore") + "…"


def _status(command: Sequence[str], given: str = "") -> int:
    return subprocess.run(command, input=given.encode(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
