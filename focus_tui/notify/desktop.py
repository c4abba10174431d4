"""The desktop's notifications, sent by a short-lived process of their own."""

import json
import os
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from focus_tui.notify import child
from focus_tui.notify.channel import Channel, Result, Status
from focus_tui.notify.desktop_child import Exit
from focus_tui.notify.message import Message, shown
from focus_tui.notify.remote import over_ssh

LONGEST = 20_000
"""Characters of a title or a body; escaped, each is 5 bytes at most, of 128 KiB an argument has."""

_CHILD = Path(__file__).with_name("desktop_child.py")

_OUTCOMES: Mapping[int | None, tuple[Status, str]] = {
    Exit.DELIVERED: (Status.DELIVERED, "The desktop took the notification."),
    Exit.NO_BACK_END: (Status.UNAVAILABLE, "Neither notify-send nor python-dbus is installed."),
    Exit.NO_BUS: (Status.UNAVAILABLE, "There is no desktop session here (no D-Bus session bus)."),
}
_FAILED = (Status.FAILED, "No desktop took the notification; perhaps none is running.")


class Desktop(Channel):
    """Delivers through plyer, in a process whose output goes nowhere.

    The process is killed, with all it started, when it takes longer than `limit_s` seconds or the
    sending is cancelled. `python` runs it; `env` is the environment it gets and by which a session
    over SSH is known, this process' own when not given.
    """

    name = "desktop"

    def __init__(
        self,
        *,
        limit_s: float = 5.0,
        python: str = sys.executable,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self._limit_s = limit_s
        self._python = python
        self._env = os.environ if env is None else env

    async def send(self, message: Message) -> Result:
        """Deliver, and wait until it is known what came of it."""
        if over_ssh(self._env):
            return self._result(
                Status.UNAVAILABLE, "Over SSH it would pop up on the other machine's screen."
            )
        plyer = find_spec("plyer")
        if plyer is None or plyer.origin is None:
            return self._result(Status.UNAVAILABLE, "plyer is not installed.")
        request = {
            "title": shown(message.title, LONGEST) or "focus",  # notify-send refuses an empty one
            "body": shown(message.body, LONGEST),
            "plyer": str(Path(plyer.origin).parent.parent),
        }
        try:
            status, _ = await child.run(
                # Isolated: no module of the current folder, PYTHONPATH or the user's own site
                # counts. UTF-8 in any locale, or an emoji could not become an argument of
                # notify-send.
                (self._python, "-I", "-X", "utf8", str(_CHILD)),
                given=json.dumps(request).encode(),
                limit_s=self._limit_s,
                env=self._env,
                cwd=_CHILD.parent,
            )
        except TimeoutError:
            return self._result(
                Status.HUNG, f"The desktop did not answer within {self._limit_s:g} s."
            )
        except OSError as error:
            return self._result(Status.FAILED, f"No process could be started: {error.strerror}.")
        return self._result(*_OUTCOMES.get(status, _FAILED))

    def _result(self, status: Status, detail: str) -> Result:
        return Result(self.name, status, detail)
