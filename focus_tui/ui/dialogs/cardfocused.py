"""How focused a session was."""

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.cards import Card
from focus_tui.domain.errors import FocusError
from focus_tui.domain.session import Focused
from focus_tui.services.drafts import note_draft
from focus_tui.ui.dialogs.choice import choice
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.questions import question
from focus_tui.ui.widgets.field import LineField


class FocusedDialog(Dialog):
    """Asks how focused a session was; then offers a line for a note."""

    AUTO_FOCUS = ""
    saves = False

    def __init__(self, card: Card) -> None:
        super().__init__(question(card))
        self._card = card
        self._answer: Focused | None = None
        self.draft = note_draft(card.about.id)

    def body(self) -> Iterator[Widget]:
        """The three answers, then the field."""
        yield Static(self._choices(), id="choices", markup=False)
        kept = self.host.services.drafts.get(self.draft)
        note = LineField(kept, placeholder="a line on it, if you like")
        note.display = False
        yield note

    def _choices(self) -> Content:
        return Content("     ").join(
            choice(letter, word, chosen=self._answer is answer)
            for letter, word, answer in (
                ("y", "yes", Focused.YES),
                ("p", "partly", Focused.PARTLY),
                ("n", "no", Focused.NO),
            )
        )

    def key_pressed(self, key: str) -> bool:
        """The letter answers at once; the note is extra."""
        answer = {"y": Focused.YES, "p": Focused.PARTLY, "n": Focused.NO}.get(key)
        if answer is None or self._answer is not None or not self._rate(answer):
            return False
        self._answer = answer
        self.query_one("#choices", Static).update(self._choices())
        self.saves = True
        self.show_keys()
        field = self.query_one(LineField)
        field.display = True
        field.focus()
        return True

    def _rate(self, answer: Focused) -> bool:
        try:
            self.host.services.record.rate(self._card.about.id, answer)
        except FocusError as error:
            self.say(str(error))
            return False
        return True

    def can_dialog_save(self) -> bool:
        """Once it is answered, there may be a note."""
        return self._answer is not None

    def do_dialog_save(self) -> None:
        """Save the note, if there is one."""
        note = self.query_one(LineField).value
        try:
            if note.strip():
                self.host.services.record.note(self._card.about.id, note)
        except FocusError as error:
            self.keep()
            self.say(str(error))
            return
        self.host.services.drafts.put(self.draft, "")
        self.dismiss()

    def do_dialog_back(self) -> None:
        """Close; a note that was begun is kept, and it is said where."""
        super().do_dialog_back()
        if self.host.services.drafts.get(self.draft):
            key = self.host.shown_key("list.edit")
            self.host.say(f"The answer is saved, the note is not yet: {key} on the session has it.")

    def keep(self) -> None:
        """Put the note into the drafts; the answer is saved already."""
        if self._answer is not None:
            self.host.services.drafts.put(self.draft, self.query_one(LineField).value.strip())
