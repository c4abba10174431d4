"""A dialog of many lines: a note, a question."""

from collections.abc import Iterator

from textual import getters
from textual.widget import Widget

from focus_tui.commands.declared import command
from focus_tui.domain.errors import FocusError
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.widgets.textfield import TextField


class ManyLinesDialog(Dialog):
    """A field in which enter begins a new line; it can be handed to the person's own editor."""

    AUTO_FOCUS = "TextField"

    field = getters.query_one(TextField)

    def __init__(self, title: str, value: str, *, draft: str) -> None:
        super().__init__(title)
        self._value = value
        self.draft = draft
        self._began: str | None = None
        """The first text as the field has it; None where it began with other words."""

    def body(self) -> Iterator[Widget]:
        """The field."""
        draft = self.host.services.drafts.get(self.draft)
        field = TextField(draft or self._value)
        self._began = None if draft else field.text
        yield field

    def store(self, text: str) -> str:
        """Give the text to the data; what that says. Raises FocusError."""
        raise NotImplementedError

    @property
    def _text(self) -> str:
        """What was typed; a text that was not changed keeps its line breaks of whatever kind."""
        text = self.field.text
        return self._value if text == self._began else text

    def show_keys(self) -> None:
        """Enter is the field's here."""
        keys = {each: self.host.shown_key(each) for each in ("dialog.editor", "dialog.back")}
        save = [each for each in self.host.shown_keys("dialog.save") if each != "enter"]
        keys = {"dialog.save": save[0] if save else "", **keys}
        shown = [(command(id), key) for id, key in keys.items() if key]
        self.keybar.show([(each.id, key, each.label, each.weight) for each, key in shown])

    def key_pressed(self, key: str) -> bool:
        """A new line; and what undoes typing in a field of many lines."""
        if key == "enter":
            self.field.insert("\n")
        elif key == "ctrl+z":
            self.field.undo()
        return key in {"enter", "ctrl+z"}

    def keep(self) -> None:
        """Put what was typed into the drafts."""
        unchanged = self._text == self._value
        self.host.services.drafts.put(self.draft, "" if unchanged else self._text)

    def do_dialog_save(self) -> None:
        """Keep the text; when it is refused the sentence shows and the words stay."""
        try:
            said = self.store(self._text)
        except FocusError as error:
            self.keep()
            self.say(str(error))
            return
        self.given()
        self.host.services.drafts.put(self.draft, "")
        self.dismiss()
        self.host.say(said)

    def do_dialog_editor(self) -> None:
        """Go on in the person's own editor; the clock runs on meanwhile."""
        self.keep()
        self.run_worker(self._edit(), exclusive=True)

    async def _edit(self) -> None:
        from focus_tui.ui.editor import edited

        try:
            text = await edited(self.app, self._text)
        except FocusError as error:
            self.say(str(error))
            return
        self.field.replace(text, (0, 0), self.field.document.end)
        self.field.move_cursor(self.field.document.end)

    def on_text_area_changed(self) -> None:
        """What is typed outlives a lost terminal."""
        self.typed()
