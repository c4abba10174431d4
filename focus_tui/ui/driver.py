"""Textual's driver, made to survive what happens to terminals: signals, stops, stalls, loss.

It only says what happened (`Leave`, `PutAside`, `Continued`); the app decides. Signal handlers are
Python's own, not the event loop's: those would wait for a loop that waits for the terminal.
"""

import asyncio
import codecs
import os
import select
import signal
import threading
from contextlib import suppress
from time import monotonic
from types import FrameType
from typing import Any, cast

from textual import events
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message

from focus_tui.ui import terminal
from focus_tui.ui.pastes import PasteSafeParser
from focus_tui.ui.terminal import Output

ENDING = {
    signal.SIGINT: 0,
    signal.SIGTERM: 128 + signal.SIGTERM,
    signal.SIGHUP: 128 + signal.SIGHUP,
    signal.SIGQUIT: 128 + signal.SIGQUIT,
}
"""The signals that end the app, with its exit status."""

WIDEST, HIGHEST = 1000, 500
"""Cells: a larger window is a mistake of who told its size, and would take minutes to draw."""
STALLED_S = 1.0
"""So long a terminal that stands still is waited for when the app has to leave."""
AT_LAST_S = 5.0
"""So long after it was told to leave the process ends, come what may."""
AGAIN_S = 0.005
"""While a key may be half read, so long until time is let pass for it."""

GIVEN_BACK = (
    "\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[<u"
    "\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""What gives the terminal's screen back, when nobody is left to do it properly."""


class WakingEvent(threading.Event):
    """An event that also wakes who waits for files: `heard` can be read once it is set."""

    def __init__(self) -> None:
        super().__init__()
        self.heard, self._told = os.pipe()

    def set(self) -> None:
        """Wake whoever waits."""
        super().set()
        os.write(self._told, b"!")

    def clear(self) -> None:
        """Only after `set`."""
        super().clear()
        os.read(self.heard, 1)

    def close(self) -> None:
        """Nobody waits any more."""
        os.close(self.heard)
        os.close(self._told)


class TerminalDriver(LinuxDriver):
    """Draws on a terminal, and listens to it and to signals."""

    class Leave(Message):
        """The app has to end, with that exit status."""

        def __init__(self, code: int) -> None:
            super().__init__()
            self.code = code

    class PutAside(Message):
        """The app has to stop and give the terminal to the shell."""

    class Continued(Message):
        """The process was stopped behind the app's back; others may have used the terminal."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.leaving = False
        self.lent = False
        """Another program has the terminal, and the keys that interrupt."""
        self.exit_event = self._heard_enough = WakingEvent()
        self._done = threading.Event()
        self._heard, self._told = os.pipe()
        os.set_blocking(self._told, False)
        self._output: Output | None = None
        self._picture = ""
        """What is drawn of it so far."""
        self._taken_at = 0.0
        self._handle_stops()
        # A handler waits until the main thread moves; a byte for each signal comes here at once.
        signal.set_wakeup_fd(self._told, warn_on_full_buffer=False)
        threading.Thread(target=self._see_to_the_end, daemon=True).start()
        for number in ENDING:
            # Whoever started the app may want one ignored, as nohup does.
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._end)

    def _handle_stops(self) -> None:
        signal.signal(signal.SIGTSTP, lambda number, frame: self._tell(self.PutAside()))
        signal.signal(signal.SIGCONT, lambda number, frame: self._tell(self.Continued()))

    # Handlers run between any two steps of the program, perhaps in the middle of saving: they
    # only tell.

    def _end(self, number: int, frame: FrameType | None) -> None:
        self._leave(ENDING[signal.Signals(number)])

    def _leave(self, code: int) -> None:
        if self.leaving or (self.lent and code == ENDING[signal.SIGINT]):
            return
        self.leaving = True
        output = self._output  # the main thread may be giving the terminal back just now
        if output is not None:
            output.give_up_in(STALLED_S)
        self._tell(self.Leave(code))

    def _tell(self, message: Message) -> None:
        if not self._loop.is_closed():
            with suppress(RuntimeError):  # it has just been closed
                self.send_message(message)

    def done(self) -> None:
        """The app has ended: nobody has to end it. A failure may have left the terminal taken."""
        self.stop_application_mode()
        self._heard_enough.close()
        self._done.set()
        signal.set_wakeup_fd(-1)
        os.close(self._told)

    def _see_to_the_end(self) -> None:
        """In a thread: hear the signal that ends the app, and end it if the app does not."""
        while numbers := os.read(self._heard, 64):
            for number in ENDING.keys() & numbers:
                self._leave(ENDING[number])
                if self.leaving and not self._done.wait(AT_LAST_S):
                    self._end_at_last(ENDING[number])
        os.close(self._heard)

    def _end_at_last(self, code: int) -> None:
        if self._output is not None:
            if self.attrs_before is not None:
                terminal.set_to(self.fileno, self.attrs_before)
            terminal.say(GIVEN_BACK)
        os._exit(code)

    # The terminal is taken and given back.

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._output = Output()
        self._picture = ""
        self._file = cast(Any, self._output)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        # Textual's handler measures the window itself: of two, one inside the other, the older
        # measure is posted last. Here the window is measured when its turn has come.
        signal.signal(signal.SIGWINCH, lambda number, frame: self._measure_soon())
        self._measure_soon()  # Textual's own first measure may be older than a signal's

    def _measure_soon(self) -> None:
        if not self._in_band_window_resize and not self._loop.is_closed():
            asyncio.run_coroutine_threadsafe(self._measure(), self._loop)

    async def _measure(self) -> None:
        size = Size(*self._get_terminal_size())
        await self._app._post_message(events.Resize(size, size))

    def _get_terminal_size(self) -> tuple[int, int]:
        """What the terminal says; no window is so large as one that says it is."""
        width, height = super()._get_terminal_size()
        return min(width, WIDEST), min(height, HIGHEST)

    def write(self, data: str) -> None:
        """Draw, while the terminal is ours.

        Textual writes how a picture begins, the picture, and how it ends; each would wake the
        thread that writes.
        """
        if self._output is None:
            return
        self._picture += data
        if self._picture.startswith(SYNC_START) and not self._picture.endswith(SYNC_END):
            return
        picture, self._picture = self._picture, ""
        super().write(picture)

    def disable_input(self) -> None:
        """Listen no more."""
        if self._output is not None:
            super().disable_input()

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        if self._output is None:
            return
        if not terminal.in_foreground(self.fileno):
            self.attrs_before = None  # a shell has set it for itself
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)  # and must not stop us for touching it
        super().stop_application_mode()
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        self.close()

    def close(self) -> None:
        """Bring to the terminal what was drawn, and draw no more."""
        if self._output is not None:
            super().close()
            self._output.close()
            self._output = None

    # Stopped and continued.

    def put_aside(self, words: str) -> None:
        """Give the terminal back with some words and stop, as a stop key does; then go on."""
        self.stop_application_mode()
        terminal.say(words)
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        signal.signal(signal.SIGCONT, signal.SIG_DFL)
        # All that was started with us stops too, else nobody would get the terminal; without a
        # shell that could continue us the kernel stops nothing.
        os.killpg(0, signal.SIGTSTP)
        self._handle_stops()
        self.take_again()

    def continued(self, message: Continued) -> None:
        """Take the terminal anew, unless that was done since: it would lose what was typed."""
        if message.time > self._taken_at:
            self.take_again()

    def take_again(self) -> None:
        """Take the terminal anew, in whatever state it is, once it is ours to take."""
        if self.lent:
            return
        while not self.leaving and not terminal.in_foreground(self.fileno):
            terminal.wait_for_foreground(self.fileno)
        if not self.leaving:
            self.stop_application_mode()
            self.start_application_mode()
        self._taken_at = monotonic()

    # Listening, in a thread.

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as bug:  # noqa: BLE001 (nobody else would hear of it)
            self._app.call_later(self._app._handle_exception, bug)

    def run_input_thread(self) -> None:
        """Read the terminal until it is not ours any more, or nobody's.

        Nothing is looked at again and again meanwhile: at rest the app does not wake the machine.
        """
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        parser = PasteSafeParser()
        while not self.exit_event.is_set():
            text = ""
            within = AGAIN_S if parser.waits else None
            heard = [self.fileno, self._heard_enough.heard]
            if self.fileno in select.select(heard, [], [], within)[0]:
                if not terminal.in_foreground(self.fileno):
                    # What is typed is the shell's, which may take it before us: then we would wait
                    # for the next key, and nobody could end this thread.
                    self.exit_event.wait(AGAIN_S)
                    continue
                read = self._read()
                if not read and terminal.is_gone(self.fileno):
                    os.write(self._told, bytes([signal.SIGHUP]))
                    return
                text = decode(read)
            for event in (*(parser.feed(text) if text else ()), *parser.tick()):
                self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            self.exit_event.wait(AGAIN_S)
            return b""
