"""`focus start --wait`: a session begun from a shell that stays, shows the time left, and rings."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

from focus_tui.cli import output
from focus_tui.cli.opening import NOTHING_COUNTS, NOTHING_RINGS, closed_alone
from focus_tui.composition import Services, notifier
from focus_tui.domain.durations import SECOND_MS, clock, clock_past, spoken
from focus_tui.domain.errors import FocusError
from focus_tui.domain.interval import Interval, State, state_of
from focus_tui.domain.session import Outcome
from focus_tui.domain.text import clipped
from focus_tui.notify.channel import Status
from focus_tui.services.keeper import ClosedAlone, Event, Rang, Reminded, Slept

_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def start_and_wait(
    services: Services,
    begin: Callable[[], str],
) -> int:
    """Begin a session by `begin` and stay until its end has rung; the exit status.

    0 when it has rung, 1 when it was ended elsewhere, 128 and a signal's number when that came
    first. The session runs on in the first and the last case, and it is said whether anything
    will ring.
    """
    services.desk.watch.begin()
    try:
        output.echo(begin())
        status = asyncio.run(_Waiting(services).stay())
    finally:
        running = _left(services)
    if running is not None and running.paused is None:
        output.talk(_farewell(running, watched=services.desk.watch.watched))
    return status


def _left(services: Services) -> Interval | None:
    try:
        return services.keeper.leave()
    except FocusError as error:
        output.talk(str(error))
        return None


def _farewell(running: Interval, *, watched: bool) -> str:
    if state_of(running) is State.OVERTIME:
        return "It runs over until you end it: focus next begins the break."
    if running.open:
        return f"It runs on. {'The open app counts it.' if watched else NOTHING_COUNTS}"
    rings = "The open app rings." if watched else NOTHING_RINGS
    return f"It runs on: {spoken(running.left_ms)} to go. {rings}"


class _Waiting:
    """Watches one session."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._desk = services.desk
        running = self._desk.present().interval
        self._id = running.id if running else ""
        self._stop: asyncio.Future[int]
        self._told: list[asyncio.Task[None]] = []
        self._notifier = notifier(services, write=to_terminal, env=os.environ)
        self._line = _Line()
        self._trouble = ""
        services.keeper.on_event = self._on_event

    async def stay(self) -> int:
        """Look every second until there is nothing more to wait for."""
        self._stop = asyncio.get_running_loop().create_future()
        self._listen()
        while not self._stop.done():
            self._look()
            await asyncio.wait([self._stop], timeout=self._until_next_second())
        with suppress(asyncio.CancelledError):
            await asyncio.gather(*self._told)
        self._line.end()
        return self._stop.result()

    def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (*_ENDING, signal.SIGTSTP):
            if signal.getsignal(number) is signal.SIG_IGN:  # as nohup wants it
                continue
            if number in _ENDING:
                loop.add_signal_handler(number, self._end, 128 + number)
            else:
                loop.add_signal_handler(number, self._put_aside)

    def _end(self, status: int) -> None:
        if not self._stop.done():
            self._stop.set_result(status)
            return
        for telling in self._told:  # whoever asks twice waits for no sound
            telling.cancel()

    def _put_aside(self) -> None:
        """Stopped from the keyboard: nobody watches until the shell brings it back."""
        self._line.end()
        running = _left(self._services)
        if running is not None and running.paused is None:
            output.talk(_farewell(running, watched=self._desk.watch.watched))
        os.kill(os.getpid(), signal.SIGSTOP)

    def _look(self) -> None:
        try:
            self._services.keeper.tick()
            running = self._desk.present().interval
            if running is None or running.id != self._id:
                self._end(self._ended())
            elif running.rings:
                self._end(0)
            else:
                self._line.show(_shown(running))
            self._trouble = ""
        except FocusError as error:
            # The file may be back in a moment; the clock runs on without it.
            if self._trouble != str(error):
                self._line.end()
                output.talk(str(error))
            self._trouble = str(error)

    def _ended(self) -> int:
        """The session is over, and not by us: whether it came to its end."""
        session = self._desk.db.read().sessions.get(self._id)
        if session is not None and session.outcome is Outcome.DONE:
            return 0
        self._line.end()
        how = f"ended elsewhere ({session.outcome})" if session else "taken back elsewhere"
        output.talk(f"The session was {how}.")
        return 1

    def _until_next_second(self) -> float:
        """Seconds until the time shown changes; a whole one where none is known."""
        try:
            running = self._desk.present().interval
        except FocusError:
            running = None
        left_ms = running.left_ms if running and running.paused is None else SECOND_MS
        return (left_ms % SECOND_MS or SECOND_MS) / SECOND_MS

    def _on_event(self, event: Event) -> None:
        self._line.end()
        if isinstance(event, Rang | Reminded):
            self._told.append(asyncio.ensure_future(self._tell(event)))
        elif isinstance(event, ClosedAlone):
            output.talk(closed_alone(event.session))
        elif isinstance(event, Slept):
            output.talk(f"The machine slept for {spoken(event.ms)}: the session is paused.")

    async def _tell(self, event: Rang | Reminded) -> None:
        message = self._services.announcer.message(event)
        output.talk(f"{message.title}. {message.body}")
        results = await self._notifier.tell(message)
        if not any(each.status is Status.DELIVERED for each in results):
            for each in results:
                output.talk(f"{each.channel}: {each.detail}")


def to_terminal(text: str) -> None:
    """Bring a text to the terminal as it is. Raises OSError where there is none."""
    with open("/dev/tty", "wb", buffering=0, opener=_not_its_master) as terminal:
        rest = memoryview(text.encode())
        while rest:
            rest = rest[terminal.write(rest) :]


def _not_its_master(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOCTTY)


def _shown(running: Interval) -> str:
    paused = "paused " if running.paused else ""
    intent = f" · {running.intent}" if running.intent else ""
    time = clock_past(running.main_ms) if running.open else clock(running.left_ms)
    return f"{paused}{time}{intent}"


class _Line:
    """One line on standard error, rewritten in place; nothing where that is no terminal."""

    def __init__(self) -> None:
        self._text = ""
        self._wanted = sys.stderr is not None and sys.stderr.isatty()

    def show(self, text: str) -> None:
        """Show a text in place of the one before."""
        if not self._wanted or text == self._text:
            return
        self._text = text
        columns = 80
        with suppress(OSError):
            columns = os.get_terminal_size(sys.stderr.fileno()).columns
        output.write_aside(f"\r{clipped(text, columns - 1)}\x1b[K")

    def end(self) -> None:
        """Leave the line, if one is shown."""
        if self._text:
            output.write_aside("\n")
        self._text = ""
