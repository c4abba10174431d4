"""What all dialogs share: they open at the bottom, the clock stays in sight, keys come from the
declarations, and backing out loses no word."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.commands.declared import Where, command
from focus_tui.commands.keynames import named
from focus_tui.domain.errors import FocusError
from focus_tui.domain.text import visible
from focus_tui.services.drafts import KEEP_AFTER_S
from focus_tui.ui import stylesheets
from focus_tui.ui.host import Host, host
from focus_tui.ui.painting import PaintedScreen
from focus_tui.ui.widgets.bars import KeyBar

if TYPE_CHECKING:
    from focus_tui.ui.widgets.field import LineField


class Dialog(PaintedScreen, ModalScreen[None]):
    """A panel above a screen."""

    CSS_PATH = stylesheets.path(stylesheets.DIALOGS)
    WHERES = (Where.DIALOG,)
    AUTO_FOCUS = "LineField"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]  # noqa: RUF012 (as Textual declares it)
    FLAT = 10
    """Below so many lines there is room for words only."""
    saves = True
    """Whether there is something to save, or only a way back."""
    draft = ""
    """The name under which what is typed is kept in the drafts."""

    said = getters.query_one("#said", Static)
    keybar = getters.query_one("#dialogkeys", KeyBar)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._heading = title
        self._keeping: Timer | None = None
        self._covered = False
        """Whether another dialog is above it."""

    @property
    def host(self) -> Host:
        """The app, with its services."""
        return host(self.app)

    def compose(self) -> ComposeResult:
        """Heading, body, what was said, keys."""
        self.fit()
        with Vertical(id="panel"):
            yield Static("", id="rang", markup=False)
            yield Static(visible(self._heading), id="heading", markup=False)
            yield from self.body()
            said = Static("", id="said", markup=False)
            said.display = False
            yield said
            yield KeyBar(id="dialogkeys")

    def body(self) -> Iterator[Widget]:
        """What stands between the heading and the keys."""
        raise NotImplementedError

    def fit(self) -> None:
        """Where it is low, keys and answers come before air."""
        super().fit()
        self._window = self.app.size
        self.set_class(self._window.height < self.FLAT, "-flat", update=False)

    @on(events.Resize)
    def _fit_again(self, event: events.Resize) -> None:
        if event.size != self._window:
            self._window = event.size
            self.set_class(event.size.height < self.FLAT, "-flat")
            self.call_after_refresh(self.resized)

    def resized(self) -> None:
        """Another window has room for more, or for less."""

    @on(events.ScreenSuspend)
    def _is_covered(self) -> None:
        self._covered = True

    @on(events.ScreenResume)
    def _is_in_front(self) -> None:
        if self._covered:
            self._covered = False
            self.back()

    def back(self) -> None:
        """A dialog above is gone: it may have changed what is shown here."""

    def show_keys(self) -> None:
        """Show the keys that work here."""
        ids = ("dialog.save", "dialog.back") if self.saves else ("dialog.back",)
        shown = ((command(each), self.host.shown_key(each)) for each in ids)
        self.keybar.show([(each.id, key, each.label, each.weight) for each, key in shown])

    def prefer(self) -> None:
        """A setting has changed: other keys may work here."""
        self.show_keys()

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """The mouse works too; what has no command of its own is a key of this dialog's."""
        if message.command_id:
            self.host.perform(message.command_id)
        else:
            self.key_pressed(named(message.key) or message.key)

    def say(self, sentence: str) -> None:
        """Show what went wrong; the dialog stays open with what was typed."""
        if sentence or self.said.display:
            self.said.update(visible(sentence))
            self.said.display = bool(sentence)

    def ring(self, words: str) -> None:
        """Show what a bell says; it stays for as long as the dialog covers the place for that."""
        for rang in self.query("#rang").results(Static):  # none while it is only just opening
            rang.update(words)
            rang.display = bool(words)

    def on_mount(self) -> None:
        """The next key goes to the field."""
        self.query_one("#rang").display = False
        self.show_keys()
        if self.AUTO_FOCUS:
            self.query_one(self.AUTO_FOCUS).focus(scroll_visible=False)

    def key_pressed(self, key: str) -> bool:
        """The dialog's own letters; True when the key was one of them."""
        return False

    def keep(self) -> None:
        """Put what was typed where it outlives the dialog."""

    def typed(self) -> None:
        """Something was typed: what went wrong before is answered, and words are kept soon."""
        self.say("")
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_AFTER_S, self._keep_typed)

    def given(self) -> None:
        """What was typed is in the data: none of it is kept any more, however late."""
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None

    def _keep_typed(self) -> None:
        if self._keeping is not None and self.is_attached:
            self._keeping = None
            self.keep()

    def answered(self, act: Callable[[], str]) -> None:
        """Do what an answer means, close, and say what it says; refused, it stays open."""
        try:
            said = act()
        except FocusError as error:
            self.say(str(error))
            return
        self.dismiss()
        self.host.say(said)

    def do_dialog_save(self) -> None:
        """Keep what was typed, and close."""
        self.dismiss()

    def do_dialog_back(self) -> None:
        """Close; what was typed is kept."""
        self.keep()
        self.dismiss()

    def can_dialog_save(self) -> bool:
        """Whether there is something to save."""
        return self.saves

    def on_line_field_refused(self, message: "LineField.Refused") -> None:
        """A paste that was too long."""
        self.say(message.sentence)
