"""A line that says when: below it stands, as one types, what would become of the session."""

from collections.abc import Callable, Iterator
from typing import Protocol

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.daytime import shown
from focus_tui.domain.durations import day, in_turn, spoken
from focus_tui.domain.editing import Way
from focus_tui.domain.errors import FocusError
from focus_tui.domain.session import Session
from focus_tui.domain.text import visible
from focus_tui.services.drafts import Drafts
from focus_tui.services.placing import Overlaps
from focus_tui.ui.dialogs.line import LineDialog
from focus_tui.ui.dialogs.overlap import OverlapDialog


class Saves(Protocol):
    """Writes what a line says; Overlaps where it does not know how they end."""

    def __call__(self, line: str, way: Way | None, /) -> str:
        """What was done, in a sentence."""
        ...


class PreviewDialog(LineDialog):
    """Asks for a line, shows what it would make, and asks how an overlap ends."""

    def __init__(
        self,
        title: str,
        save: Saves,
        preview: Callable[[str], str],
        *,
        drafts: Drafts,
        draft: str,
        value: str = "",
        placeholder: str = "",
    ) -> None:
        super().__init__(
            title,
            lambda line: None,
            drafts=drafts,
            draft=draft,
            value=value,
            placeholder=placeholder,
        )
        self._act = save
        self._preview = preview

    def body(self) -> Iterator[Widget]:
        """The field, and what it would make."""
        yield from super().body()
        yield Static("", id="preview", markup=False)

    def on_mount(self) -> None:
        """Show what stands there already."""
        self._show_preview()

    def on_input_changed(self) -> None:
        """Show what it would make now."""
        self._show_preview()

    def _show_preview(self) -> None:
        try:
            words = self._preview(self.field.value) if self.field.value.strip() else ""
        except FocusError as error:
            words = str(error)
        self.query_one("#preview", Static).update(Content(_shown(words)))

    def do_dialog_save(self) -> None:
        """Write it; where it overlaps others, ask first, with what was typed still here."""
        line = self.field.value
        try:
            said = self._act(line, None)
        except Overlaps as found:
            self.keep()
            self.app.push_screen(OverlapDialog(found, lambda way: self._act(line, way), self._done))
        except FocusError as error:
            self.keep()
            self.say(str(error))
        else:
            self._done(said)

    def _done(self, said: str) -> None:
        self.given()
        self._drafts.put(self.draft, "")
        self.dismiss()
        self.host.say(said)


def _shown(words: str) -> str:
    """Harmless, in its lines."""
    return "\n".join(map(visible, words.split("\n")))


def told(session: Session, dot: str) -> str:
    """A session in a line: `Mon 23 Nov, 09:05 to 09:32: 25 min focus · 2 min overtime · done`."""
    began = session.started
    lengths = in_turn([span.ms for span in session.spans])
    parts = [
        f"{spoken(ms)} {span.what}" for span, ms in zip(session.spans, lengths, strict=True) if ms
    ]
    if not session.kind.is_break:
        parts.append(str(session.outcome))
    when = f"{shown(began.at_ms, began)} to {shown(session.ended_at_ms, began)}"
    return f"{day(began.on)}, {when}: {f' {dot} '.join(parts)}"
