"""The app on a real file, driven by keys and mouse, with a clock moved by hand.

async with opened(tmp_path) as focus:
    await focus.press("space")
    await focus.pass_time(3)
    assert "22:00" in focus.text()
    assert focus.timer()["phase"] == "focus"
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual import events
from textual._context import visible_screen_stack
from textual.command import CommandList
from textual.pilot import Pilot

from focus_tui import places
from focus_tui.composition import Services, services
from focus_tui.domain.interval import State
from focus_tui.ui.app import FocusApp
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.widgets.bars import Notice
from tests.support.clock import FakeClock
from tests.support.made_up import ZONE, at

MINUTE = 60_000
QUIET = '[notify]\nchannels = ["bell"]\n'
"""No test but those of the channels starts other programs."""


class Heard(FocusApp):
    """The app, and how often its terminal was to ring."""

    bells = 0

    def to_terminal(self, text: str) -> None:
        self.bells += text.count("\a")
        super().to_terminal(text)


class Still(Heard):
    """The app, looking at the clock only once and then when it is told to."""

    def _tick(self) -> None:
        self.look()


@dataclass
class Driven:
    """The open app, what it stands on, and hands to drive it with."""

    app: Heard
    pilot: Pilot[int]
    clock: FakeClock
    file: Path

    @property
    def services(self) -> Services:
        return self.app.services

    # What a person does.

    async def press(self, *keys: str) -> None:
        """Press keys, each when the app has done with the one before."""
        for key in keys:
            await self.hammer(key)

    async def hammer(self, *keys: str) -> None:
        """Press keys faster than the app can follow."""
        for key in keys:
            self.app.post_message(events.Key(key, _character(key)))
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text fast, faster than the app can follow."""
        for character in text:
            self.app.post_message(events.Key(_key(character), character))
        await self.settle()

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def wheel(self, x: int, y: int, *, down: bool = True) -> None:
        """Turn the wheel by one notch over a cell."""
        kind = events.MouseScrollDown if down else events.MouseScrollUp
        self.app.post_message(
            kind(
                widget=None, x=x, y=y, delta_x=0, delta_y=0, button=0,
                shift=False, meta=False, ctrl=False,
            )
        )  # fmt: skip
        await self.settle()

    async def click(self, text: str, *, times: int = 1) -> None:
        """Click where a text begins on the screen."""
        for y, line in enumerate(self.lines()):
            if text in line:
                await self.pilot.click(offset=(line.index(text), y), times=times)
                return await self.settle()
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text()}")

    async def choose(self, name: str) -> None:
        """Do a command from the palette, found by its name."""
        await self.press("ctrl+p")
        await self.type(name)
        await self.until(lambda: self.first_found.startswith(f" {name} "), f"{name} to be found")
        await self.press("enter")
        await self.until(lambda: self.dialog != "Palette", "the palette to close")

    # What happens by itself.

    async def look(self) -> None:
        """Let the app look at its clock, as it does each second."""
        self.app.look()
        await self.settle()

    async def pass_time(self, minutes: float) -> None:
        """Let time pass, the app looking at the clock at least each minute."""
        left = int(minutes * MINUTE)
        while left > 0:
            step = min(left, MINUTE)
            self.clock.run(step)
            self.app.look()
            left -= step
        await self.settle()

    async def until(self, holds: Callable[[], bool], what: str) -> None:
        """Until something holds that comes by itself; AssertionError after ten seconds."""
        deadline = time.monotonic() + 10
        while not holds():
            assert time.monotonic() < deadline, f"waited in vain for {what}:\n{self.text()}"
            await asyncio.sleep(0.01)
            await self.settle()

    async def settle(self) -> None:
        """Until every message is handled and what it changed is drawn."""
        still = 0
        for _ in range(1_000):
            if still == 2 or not self.app.is_running:
                return
            await self.pilot.pause(0)
            screen = self.app.screen
            nodes = (self.app, *screen.walk_children(with_self=True))
            # What is to be drawn waits for Textual's next frame.
            drawn = not (screen._layout_required or screen._dirty_widgets)
            still = still + 1 if drawn and not any(node.message_queue_size for node in nodes) else 0
        raise AssertionError("the app does not come to rest")

    # What is to be seen.

    def lines(self) -> list[str]:
        """The screen as lines of text."""
        visible_screen_stack.set(self.app._background_screens)
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    def text(self) -> str:
        return "\n".join(self.lines())

    @property
    def top(self) -> str:
        """The line on top."""
        return self.lines()[0]

    @property
    def footer(self) -> str:
        """The line with the keys."""
        return self.lines()[-1]

    @property
    def notice(self) -> str:
        """What is said above the footer; empty when nothing is."""
        notice = self.app.screen_stack[0].query_one(Notice)
        return notice.said if notice.display else ""

    @property
    def said(self) -> str:
        """What the open dialog says of what was typed."""
        dialog = self.app.screen
        assert isinstance(dialog, Dialog)
        return str(dialog.said.content) if dialog.said.display else ""

    @property
    def first_found(self) -> str:
        """The first row of the open palette."""
        rows = self.app.screen.query_one(CommandList)
        y = rows.region.y
        return self.lines()[y] if rows.visible else ""

    @property
    def dialog(self) -> str:
        """The kind of what is open above the screen; empty when nothing is."""
        return type(self.app.screen).__name__ if len(self.app.screen_stack) > 1 else ""

    @property
    def bells(self) -> int:
        """How often the terminal rang."""
        return self.app.bells

    # What is on the disk.

    def data(self) -> dict[str, Any]:
        """The data file, read as any program would read it."""
        if not self.file.exists():
            return {}
        tables: dict[str, Any] = json.loads(self.file.read_bytes())
        return tables

    def table(self, name: str) -> list[dict[str, Any]]:
        """A table's documents in the order of their ids, which is that of time."""
        documents = self.data().get(name, {})
        return [documents[key] for key in sorted(documents)]

    def timer(self) -> dict[str, Any] | None:
        """The running interval on the disk."""
        return next(iter(self.table("timer")), None)

    # Ways to begin.

    async def into(self, state: State, intent: str = "Mel filters") -> None:
        """Bring the clock into a state, whatever it does now; short plans, so that it is quick."""
        focus = self.services.focus
        if self.app.services.desk.present().state in {State.BREAK, State.OVERRUN}:
            focus.finish()
        elif self.app.services.desk.present().state is not State.IDLE:
            focus.void()
        if state is not State.IDLE:
            focus.start(intent, planned_ms=2 * MINUTE)
        if state is State.PAUSED:
            focus.pause()
        if state in {State.OVERTIME, State.BREAK, State.OVERRUN}:
            await self.pass_time(3)
        if state in {State.BREAK, State.OVERRUN}:
            focus.next()
        if state is State.OVERRUN:
            timer = self.timer()
            assert timer is not None
            await self.pass_time(timer["planned_ms"] / MINUTE + 1)
        self.services.keeper.key_pressed()  # somebody is there, so the next key need not say so
        await self.look()
        assert self.app.present.state is state


def configure(config: str) -> Path:
    """Write the settings file."""
    file = Path(places.config_file())
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(config, encoding="utf-8")
    return file


@asynccontextmanager
async def opened(
    folder: Path,
    *,
    size: tuple[int, int] = (80, 24),
    clock: FakeClock | None = None,
    config: str = QUIET,
    kind: type[Heard] = Still,
) -> AsyncIterator[Driven]:
    """Open the app on the file in a folder, new or not; it is left well at the end.

    As `Heard` it looks at its clock each second by itself.
    """
    configure(config)
    file = folder / "focus.json"
    clock = clock or FakeClock(wall_ms=at(8, 30))
    made = services(file, clock=clock, zone=lambda: ZONE, env={})
    app = kind(made)
    async with app.run_test(size=size) as pilot:
        driven = Driven(app, pilot, clock, file)
        await driven.settle()
        yield driven
    made.keeper.leave()


def elsewhere(focus: Driven) -> Services:
    """The services as another process has them on the same file: a command in a shell."""
    made = services(focus.file, clock=focus.clock, zone=lambda: ZONE, env={})
    made.desk.watch.glance()
    return made


_NAMES = {" ": "space", "\t": "tab", "\n": "enter"}
_CHARACTERS = {name: character for character, name in _NAMES.items()} | {
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "question_mark": "?",
    "comma": ",",
}


def _character(key: str) -> str | None:
    return key if len(key) == 1 else _CHARACTERS.get(key)


def _key(character: str) -> str:
    return character if character.isalnum() else _NAMES.get(character, "other")
