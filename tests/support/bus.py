"""A session bus of a test's own, with a real notification daemon that does as it is told.

Needs Linux and the program dbus-daemon (Debian: dbus). The bus starts no services by itself, so a
daemon that happens to be installed on this machine can't answer in place of ours.
"""

import asyncio
import html
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from dbus_fast import Message
from dbus_fast.aio import MessageBus

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_STARTED_S = 30

_CONFIG = """\
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

_INTROSPECTION = """\
<node>
  <interface name="org.freedesktop.Notifications">
    <method name="Notify">
      <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
      <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
      <arg type="u" direction="out"/>
    </method>
  </interface>
</node>
"""


class Daemon(Enum):
    """What the notification daemon does."""

    ANSWERS = auto()
    REFUSES = auto()
    """Answers every notification with an error."""
    HANGS = auto()
    """Takes what arrives and never answers anything."""
    ABSENT = auto()
    """There is none on the bus."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A notification as it came over the bus."""

    app_name: str
    title: str
    body: str
    """Markup, as every desktop reads it."""
    hints: Mapping[str, object]
    expires_ms: int

    @property
    def body_text(self) -> str:
        """The body as the person sees it; only right when it holds no tags."""
        return html.unescape(self.body)


class Bus:
    """The bus and what arrived at its daemon, which runs on a thread."""

    def __init__(self, address: str, daemon: Daemon) -> None:
        self.address = address
        self._daemon = daemon
        self._arrivals: list[Arrival] = []
        self._called = threading.Event()
        self._changed = threading.Condition()

    @property
    def env(self) -> dict[str, str]:
        """What a program's environment needs to find this bus, and only this."""
        return {"DBUS_SESSION_BUS_ADDRESS": self.address}

    @property
    def arrivals(self) -> tuple[Arrival, ...]:
        """All that arrived so far, in order."""
        with self._changed:
            return tuple(self._arrivals)

    def wait_for(self, count: int, deadline_s: float = 30) -> tuple[Arrival, ...]:
        """All that arrived, once it is `count` or more; AssertionError at the deadline."""
        with self._changed:
            arrived = self._changed.wait_for(lambda: len(self._arrivals) >= count, deadline_s)
            assert arrived, f"{len(self._arrivals)} of {count} notifications in {deadline_s} s"
            return tuple(self._arrivals)

    def wait_until_called(self, deadline_s: float = 30) -> None:
        """Until anybody asked the daemon anything; AssertionError at the deadline."""
        assert self._called.wait(deadline_s), f"Nobody called the daemon in {deadline_s} s"

    def answer(self, call: Message) -> Message | bool | None:
        """What the daemon says to a call: a reply, True to keep silent, None when not meant."""
        if call.path != _PATH:
            return None
        self._called.set()
        if call.member == "Notify":
            self._note(call)
        if self._daemon is Daemon.HANGS:
            return True
        if self._daemon is Daemon.REFUSES and call.member == "Notify":
            return Message.new_error(call, f"{_NAME}.Error.ExcessNotifications", "Too many")
        replies: dict[str | None, tuple[str, list[object]]] = {
            "Notify": ("u", [len(self.arrivals)]),
            "GetServerInformation": ("ssss", ["test", "focus", "1", "1.2"]),
            "GetCapabilities": ("as", [["body", "body-markup"]]),
            "Introspect": ("s", [_INTROSPECTION]),
        }
        reply = replies.get(call.member)
        return Message.new_method_return(call, *reply) if reply else None

    def _note(self, call: Message) -> None:
        app_name, _replaces, _icon, title, body, _actions, hints, expires_ms = call.body
        values = {key: hint.value for key, hint in hints.items()}
        with self._changed:
            self._arrivals.append(Arrival(app_name, title, body, values, expires_ms))
            self._changed.notify_all()


@contextmanager
def session_bus(folder: Path, daemon: Daemon = Daemon.ANSWERS) -> Iterator[Bus]:
    """A running bus, its socket and files in `folder`, with its daemon ready to be called."""
    config = folder / "bus.conf"
    config.write_text(_CONFIG.format(socket=folder / "bus"), encoding="utf-8")
    with (
        (folder / "bus.log").open("w", encoding="utf-8") as log,
        subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            assert address, (folder / "bus.log").read_text(encoding="utf-8")
            bus = Bus(address, daemon)
            if daemon is Daemon.ABSENT:
                yield bus
            else:
                with _loop_on_a_thread() as loop, _serving(bus, loop):
                    yield bus
        finally:
            process.terminate()


@contextmanager
def _loop_on_a_thread() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="notification daemon")
    thread.start()
    try:
        yield loop
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@contextmanager
def _serving(bus: Bus, loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    async def begin() -> MessageBus:
        connection = await MessageBus(bus_address=bus.address).connect()
        connection.add_message_handler(bus.answer)
        await connection.request_name(_NAME)
        return connection

    async def end(connection: MessageBus) -> None:
        connection.disconnect()
        await connection.wait_for_disconnect()  # type: ignore[no-untyped-call]

    connection = asyncio.run_coroutine_threadsafe(begin(), loop).result(_STARTED_S)
    try:
        yield
    finally:
        asyncio.run_coroutine_threadsafe(end(connection), loop).result(_STARTED_S)
