"""The frame around every screen: top line, notice, key bar; and the keys' way to commands."""

from collections.abc import Iterator
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.reactive import Reactive
from textual.widget import Widget

from focus_tui.commands.declared import COMMANDS, Command, Where
from focus_tui.domain.errors import DataUnusable
from focus_tui.services.present import Present
from focus_tui.ui.host import Host, host
from focus_tui.ui.painting import PaintedScreen
from focus_tui.ui.refusals import is_refused
from focus_tui.ui.widgets.bars import KeyBar, Notice, TopLine
from focus_tui.ui.widgets.drawn import at_end

SCREENS = (
    ("screen.today", "Today"),
    ("screen.goals", "Goals"),
    ("screen.ideas", "Ideas"),
    ("screen.reflect", "Reflect"),
    ("screen.log", "Log"),
    ("screen.insights", "Insights"),
)
"""The command that goes there, and the screen's name."""


class FrameScreen(PaintedScreen, inherit_bindings=False):
    """A screen with the frame around its body, and without the keys that Textual gives one."""

    TITLE_HERE: ClassVar[str]
    WHERES: ClassVar[tuple[Where, ...]]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 (as Textual declares it)
        (0, "-tiny"),
        (30, "-narrow"),
        (70, "-medium"),
        (112, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 (as Textual declares it)
        (0, "-flat"),
        (8, "-short"),
        (18, "-tall"),
        (34, "-high"),
        (46, "-vast"),
    ]

    notice = getters.query_one(Notice)
    keybar = getters.query_one(KeyBar)
    topline = getters.query_one(TopLine)

    # Textual would paint the whole screen when the keys go elsewhere; the two widgets do it anyway.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    typing = False
    """Whether keys are words now: then only those work that fields leave alone."""

    @property
    def wheres(self) -> tuple[Where, ...]:
        """The parts of the app that its keys reach now."""
        return self.WHERES

    def key_pressed(self, key: str) -> bool:
        """What a key means here before all else; True when it was that."""
        return False

    def keep(self) -> None:
        """Put what was typed where it outlives the screen."""

    @property
    def host(self) -> Host:
        """The app, with its services."""
        return host(self.app)

    def compose(self) -> ComposeResult:
        """The frame, with the body inside."""
        self.fit()
        shown = [(each, self.host.shown_key(each), name) for each, name in SCREENS]
        name = "demo" if self.host.demo else "focus"
        yield TopLine(self.host.glyphs, name, self.TITLE_HERE, shown)
        yield from self.body()
        yield Notice()
        yield KeyBar()

    def body(self) -> Iterator[Widget]:
        """What stands between the top line and the key bar."""
        raise NotImplementedError

    def __init__(self) -> None:
        super().__init__()
        self._keys_for: tuple[object, ...] = ()
        self._shown: tuple[object, ...] = ()
        """What the rows were made from, where a screen makes them only when that has changed."""

    def drawn(self, present: Present) -> Present:
        """Draw this moment; what was drawn comes back.

        It is one that can't be read where a damaged document is found that only this screen reads.
        """
        if self.is_mounted and self.children:
            try:
                self.show(present)
            except DataUnusable as error:
                present = present._replace(unreadable=str(error))
                self.show(present)
        return present

    def show(self, present: Present) -> None:
        """Draw this moment."""
        self.topline.show(present)
        keys_for = present.version, present.state, present.unreadable
        if self._keys_for != keys_for:
            self._keys_for = keys_for
            self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that work now."""
        at_end(self._show_keys)

    def _show_keys(self) -> None:
        if self.app.screen is not self:  # beside a dialog nothing is said of keys that do not work
            self.keybar.show([])
            return
        app, wheres, typing = self.host, self.wheres, self.typing
        keys = []
        for command in COMMANDS:
            here = command.weight and command.where in wheres
            if here and app.can(command, self) and not is_refused(command, app):
                keys.append((command, app.shown_key(command.id, typing=typing)))
        self.keybar.show([(c.id, key, *self.on_the_bar(c)) for c, key in keys if key])

    def on_the_bar(self, command: Command) -> tuple[str, int]:
        """A command's word on the key bar, and its weight there."""
        state = self.host.present.state
        if command.id == "clock.toggle" and self.host.present.pause_voids:
            return "void", command.weight_in(state)
        return command.label_in(state), command.weight_in(state)

    def prefer(self) -> None:
        """A setting has changed: signs and keys may be others, in the rows too."""
        self._shown = ()
        self.show_keys()

    def on_screen_suspend(self) -> None:
        """Another screen is in front, perhaps a dialog that leaves the key bar in sight."""
        self.show_keys()

    def on_screen_resume(self) -> None:
        """What changed while another screen was in front."""
        self.host.show_again()
        self.show_keys()

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """The mouse works too."""
        self.host.perform(message.command_id)
