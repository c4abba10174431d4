"""The app: a lobby. It builds nothing and knows no rule; it passes keys to commands and time to
screens."""

import asyncio
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import ClassVar

from rich.console import RenderableType
from textual import events
from textual.css.query import NoMatches

from focus_tui.commands import declared
from focus_tui.commands.declared import Command, Where
from focus_tui.commands.keynames import shown
from focus_tui.composition import Services, notifier
from focus_tui.domain.durations import MINUTE_MS, SECOND_MS
from focus_tui.domain.errors import DataUnusable, FocusError
from focus_tui.domain.interval import Interval
from focus_tui.domain.text import visible
from focus_tui.services.keeper import Event, Nudged, Rang, Reminded
from focus_tui.services.present import Present
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.dispatch import Dispatch, condition, method
from focus_tui.ui.dressed import DressedApp
from focus_tui.ui.everywhere import Everywhere
from focus_tui.ui.farewell import DEMO, by_itself
from focus_tui.ui.modes import MODES
from focus_tui.ui.painting import caught_up
from focus_tui.ui.palette import CommandProvider
from focus_tui.ui.room import room_made
from focus_tui.ui.screens.frame import FrameScreen

SAID_AT_ONCE = 2
"""Problems said in one notice; more of them are counted."""


class FocusApp(DressedApp, inherit_bindings=False):
    """focus."""

    TITLE = "focus"
    DEFAULT_MODE = "today"
    ENABLE_COMMAND_PALETTE = False  # its key is ours to declare
    COMMANDS: ClassVar = {CommandProvider}
    # Textual's own key for leaving would overtake words that are still on their way to a field.
    BINDINGS: ClassVar = [("ctrl+c", "help_quit", "")]

    def __init__(self, services: Services, *, demo: bool = False) -> None:
        self.services = services
        self.demo = demo
        self.dispatch = Dispatch(services.preferences.keymap)
        self._everywhere = Everywhere(self, services)
        self._present: Present | None = None
        self.looking = False
        super().__init__(services.preferences.settings.look)
        self.use_command_palette = True
        for mode, screen in MODES.items():
            self.add_mode(mode, screen)
        services.keeper.on_event = self._on_clock_event
        services.desk.listen(self._show_present)
        services.preferences.listen(self._prefer)

    def _prefer(self) -> None:
        """A setting has changed: what can hold at once does."""
        preferences = self.services.preferences
        self.dispatch = Dispatch(preferences.keymap)
        self.wear(preferences.settings.look)
        for screen in self.open_screens():
            if isinstance(screen, FrameScreen | Dialog) and screen.is_mounted:
                screen.prefer()
        self._present = None  # also what rests is drawn
        self._show_present()

    # Time.

    def on_mount(self) -> None:
        """Look at the clock, now and from now on."""
        self._tick()
        self._tell_settings()
        if self.demo:
            self.say(DEMO)

    def _tell_settings(self) -> None:
        """What is wrong with the settings file."""
        held = self.services.preferences
        self._tell_problems([*held.problems, *self.theme_trouble(held.settings.look)])

    def _tell_problems(self, sentences: Sequence[str]) -> None:
        if sentences:
            self.say(_at_once(sentences), wrong=True)

    def _tick(self) -> None:
        if self.is_running:
            self.look()
            # Lighter than a timer of Textual's, which is a task of its own each time.
            loop = asyncio.get_running_loop()
            loop.call_later(_until_next_second(self.present.interval), self.call_next, self._tick)

    def look(self) -> None:
        """Look at the clock and the file, and show what is different."""
        self.looking = True
        try:
            if self.services.preferences.look():
                self._tell_settings()
            with self._telling():
                self.services.keeper.tick()
            self._show_present()
            self._tell_problems(self.services.desk.db.notices())
        finally:
            self.looking = False

    @property
    def present(self) -> Present:
        """What the clock and the day were when they were last looked at."""
        if self._present is None:
            self._present = self.services.desk.shown()
        return self._present

    def _show_present(self) -> None:
        before, self._present = self._present, self.services.desk.shown()
        if not (self.looking and _rests_as(before, self._present)):
            self._draw_present()

    def show_again(self) -> None:
        """Draw the moment last looked at once more: the place to draw it in has changed."""
        with self._telling():
            self._draw_present()

    def _draw_present(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, FrameScreen):
                self._present = screen.drawn(self.present)

    def _on_clock_event(self, event: Event) -> None:
        if isinstance(event, Rang | Nudged | Reminded):
            message = self.services.announcer.message(event)
            self._show_rang(visible(f"{message.title}. {message.body}"))
            channels = notifier(self.services, write=self.to_terminal, env=os.environ)
            self.run_worker(channels.tell(message), exit_on_error=False)
        elif said := by_itself(event):
            self.say(said)

    # Keys.

    def press(self, key: str, wheres: tuple[Where, ...], *, typing: bool) -> bool:
        """Do what a key means in these parts of the app; False when it means nothing now."""
        command_id = self.meant(key, self.screen, wheres, typing=typing)
        if command_id:
            self.perform(command_id)
        return bool(command_id)

    def meant(
        self, key: str, screen: object, wheres: tuple[Where, ...], *, typing: bool = False
    ) -> str:
        """The command that a key means now, in front of that screen; empty when it means none."""
        meant = self.dispatch.commands(key, wheres, self.present.state, typing=typing)
        return next((each.id for each in meant if self.can(each, screen)), "")

    async def on_event(self, event: events.Event) -> None:
        """Take keys one by one, in the order in which they were typed.

        Textual hands a key on and looks at the next one at once: what somebody types after the key
        that opens a dialog would still go to the screen behind it.
        """
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            if isinstance(event, events.Paste) and self.focused is not None:
                await caught_up(self.focused)  # a key that follows is about what was pasted
            return
        async with self.one_picture():
            await self._take(event)

    async def _take(self, key: events.Key) -> None:
        screen = self.screen
        if isinstance(screen, FrameScreen):  # a dialog hides what was said: it stays
            screen.notice.key_pressed(self.present.reading.awake_ms)
        with self._telling():
            self.services.keeper.key_pressed()
        if self._means_something(key.key):
            return
        # Textual would do what a field's own key means only after the letters behind it. Enter may
        # wait: the palette still searches for what was typed.
        if not (key.is_printable or key.key == "enter") and (
            await self._check_bindings(key.key, priority=True)
            or await self._check_bindings(key.key)
        ):
            return
        await super().on_event(key)
        if self.focused is not None:
            await caught_up(self.focused)

    def _means_something(self, key: str) -> bool:
        screen = self.screen
        if isinstance(screen, FrameScreen):
            return screen.key_pressed(key) or self.press(key, screen.wheres, typing=screen.typing)
        if isinstance(screen, Dialog):
            return screen.key_pressed(key) or self.press(
                key, (Where.DIALOG, Where.EVERYWHERE), typing=True
            )
        return self.press(key, (Where.EVERYWHERE,), typing=True)

    def can(self, command: Command, screen: object) -> bool:
        """Whether a command makes sense now, in front of that screen."""
        if self.present.state not in command.states:
            return False
        for target in (screen, self._everywhere):
            if hasattr(target, method(command.id)):
                check = getattr(target, condition(command.id), None)
                return check is None or _holds(check)
        return False

    def perform(self, command_id: str) -> None:
        """Do a command; what goes wrong is said in one sentence."""
        if not self.can(declared.command(command_id), self.screen):
            return
        target = self.screen if hasattr(self.screen, method(command_id)) else self._everywhere
        with self._telling(), room_made(self, lambda: self.perform(command_id)):
            getattr(target, method(command_id))()
            if command_id.startswith("clock."):
                self._show_rang("")  # the clock's own key is the answer to its bell

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """What goes wrong inside is said in one sentence."""
        try:
            yield
        except FocusError as error:
            self.say(str(error), wrong=True)

    def shown_key(self, command_id: str, *, typing: bool = False) -> str:
        """A command's first key, as people write it, also while they type; empty for none."""
        key = self.dispatch.key(command_id, typing=typing)
        return shown(key) if key else ""

    def shown_keys(self, command_id: str) -> list[str]:
        """All keys of a command, as people write them."""
        return [shown(key) for key in self.dispatch.keymap.keys(command_id)]

    # Words to the person.

    def _show_rang(self, words: str) -> None:
        """Put a bell's words above the key bar, and into what covers that."""
        for screen in self.screen_stack:
            if isinstance(screen, FrameScreen):
                screen.notice.ring(words, self.present.reading.awake_ms)
            elif isinstance(screen, Dialog):
                screen.ring(words)

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Put a sentence above the key bar; it goes with the next key."""
        for screen in self.screen_stack:
            if isinstance(screen, FrameScreen):
                screen.notice.say(visible(sentence), "$error" if wrong else "$quiet")

    def to_terminal(self, text: str) -> None:
        """Bring a text to the terminal as it is, between two drawings."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(text)

    def exit(
        self,
        result: int | None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Leave, losing nothing that was typed."""
        self.keep_typed()
        super().exit(result, return_code, message)

    def keep_typed(self) -> None:
        """Put what is being typed where it outlives this process."""
        for screen in self.screen_stack:
            if isinstance(screen, Dialog | FrameScreen):
                with suppress(NoMatches):  # it is only just opening
                    screen.keep()

    def action_help_quit(self) -> None:
        """The key that ends many programs, and here a field's copy key, ends nothing."""
        self.say(f"{self.shown_key('quit')} quits.")

    async def action_quit(self) -> None:
        """Textual's own way out is ours."""
        self.perform("quit")


def _at_once(problems: Sequence[str]) -> str:
    """Several sentences in one notice; more of them are counted."""
    more = len(problems) - SAID_AT_ONCE
    rest = [f"And {more} more: focus doctor lists them."] if more > 0 else []
    return " ".join([*problems[:SAID_AT_ONCE], *rest])


def _holds(check: Callable[[], object]) -> bool:
    """Whether a condition holds; where the data can't be read the key is tried, and says why."""
    try:
        return bool(check())
    except DataUnusable:
        return True


def _until_next_second(interval: Interval | None) -> float:
    """Seconds until the shown time changes; a whole one when none runs."""
    if interval is None:
        return 1.0
    rest = interval.left_ms % SECOND_MS or SECOND_MS
    return (rest if interval.left_ms else SECOND_MS - interval.over_ms % SECOND_MS) / SECOND_MS


def _rests_as(before: Present | None, now: Present) -> bool:
    """Whether nothing ran or changed between two moments of one minute: nothing is to be drawn."""
    return (
        before is not None
        and before.interval is None
        and now.interval is None
        and before.version is now.version
        and before.unreadable == now.unreadable
        and before.reading.wall_ms // MINUTE_MS == now.reading.wall_ms // MINUTE_MS
    )
