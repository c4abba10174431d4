"""Writes more about an idea, on as many lines as one likes."""

from collections.abc import Iterator

from textual import getters
from textual.widget import Widget

from focus_tui.domain.errors import FocusError
from focus_tui.domain.idea import Idea
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.widgets.textfield import TextField


class NoteDialog(Dialog):
    """A field of many lines, in which enter begins a new one."""

    AUTO_FOCUS = "TextField"

    field = getters.query_one(TextField)

    def __init__(self, idea: Idea) -> None:
        super().__init__(idea.title)
        self._idea = idea
        self.draft = f"note-{idea.id}"
        self._began: str | None = None
        """The idea's note as the field has it; None where it began with other words."""

    def body(self) -> Iterator[Widget]:
        """The field."""
        draft = self.host.services.drafts.get(self.draft)
        field = TextField(draft or self._idea.note)
        self._began = None if draft else field.text
        yield field

    @property
    def _text(self) -> str:
        """What was typed; a note that was not changed keeps its line breaks of whatever kind."""
        text = self.field.text
        return self._idea.note if text == self._began else text

    def show_keys(self) -> None:
        """Enter is the field's here."""
        keys = [each for each in self.host.shown_keys("dialog.save") if each != "enter"]
        back = self.host.shown_key("dialog.back")
        self.keybar.show(
            [("dialog.save", keys[0], "save", 100), ("dialog.back", back, "back", 90)]
            if keys
            else [("dialog.back", back, "back", 90)]
        )

    def key_pressed(self, key: str) -> bool:
        """A new line; and what undoes typing in a field of many lines."""
        if key == "enter":
            self.field.insert("\n")
        elif key == "ctrl+z":
            self.field.undo()
        return key in {"enter", "ctrl+z"}

    def keep(self) -> None:
        """Put what was typed into the drafts."""
        unchanged = self._text == self._idea.note
        self.host.services.drafts.put(self.draft, "" if unchanged else self._text)

    def do_dialog_save(self) -> None:
        """Keep the note; when it is refused the sentence shows and the words stay."""
        try:
            said = self.host.services.backlog.set_note(self._idea.id, self._text)
        except FocusError as error:
            self.keep()
            self.say(str(error))
            return
        self.given()
        self.host.services.drafts.put(self.draft, "")
        self.dismiss()
        self.host.say(said)

    def on_text_area_changed(self) -> None:
        """What is typed outlives a lost terminal."""
        self.typed()
