"""A card, opened: a question answered by one letter."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.cards import Asks, Card
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.errors import DataUnusable, FocusError
from focus_tui.domain.gap import Answer
from focus_tui.domain.goal import Goal
from focus_tui.domain.session import Focused
from focus_tui.domain.text import visible
from focus_tui.services.drafts import note_draft
from focus_tui.services.goals import KEEP_ON, SMALLER
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.questions import question
from focus_tui.ui.widgets.field import LineField

if TYPE_CHECKING:
    from focus_tui.ui.dialogs.goalflows import GoalFlows


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


class ChoiceDialog(Dialog):
    """Asks a question with a few answers, each a letter that closes the dialog."""

    AUTO_FOCUS = ""
    saves = False

    def __init__(self, card: Card) -> None:
        super().__init__(question(card))
        self._card = card

    def body(self) -> Iterator[Widget]:
        """The answers that are possible, with what each does."""
        rows = [choice(letter, words) for letter, words, _ in self.answers()]
        yield Static(Content("\n").join(rows), id="choices", markup=False)

    def answers(self) -> list[tuple[str, str, Callable[[], str]]]:
        """A letter, its words, and what it does; that answers with a sentence."""
        raise NotImplementedError

    def key_pressed(self, key: str) -> bool:
        """The letter answers and closes; up and down show what does not fit."""
        if key in {"up", "down"}:
            panel = self.query_one("#panel")
            panel.scroll_relative(y=1 if key == "down" else -1, animate=False)
            return True
        for letter, _, act in self.answers():
            if key == letter:
                try:
                    said = act()
                except FocusError as error:
                    self.say(str(error))
                    return True
                self.dismiss()
                self.host.say(said)
                return True
        return False


class ElsewhereDialog(ChoiceDialog):
    """Asks whether what another device left running is to be closed."""

    def answers(self) -> list[tuple[str, str, Callable[[], str]]]:
        """There is one; backing out leaves it as it is."""
        close = partial(self.host.services.record.close_elsewhere, self._card.about.id)
        return [("c", "close it where that device was last seen", close)]


class AwayDialog(ChoiceDialog):
    """Asks what the time was in which the program could not know."""

    def answers(self) -> list[tuple[str, str, Callable[[], str]]]:
        """Those that fit this gap."""
        answer_gap = partial(self.host.services.record.answer_gap, self._card.about.id)
        return [
            (letter, words, partial(answer_gap, answer))
            for letter, words, answer in self._fitting()
        ]

    def _fitting(self) -> list[tuple[str, str, Answer]]:
        card = self._card
        answers = [("d", "drop it: I was away", Answer.DROP)]
        if card.creditable_ms:
            kept = f"keep {spoken(card.creditable_ms)}: I was working"
            answers.insert(0, ("k", kept, Answer.KEEP))
        if card.can_end:
            answers.append(("e", "end the session where I left", Answer.END))
        return [*answers, ("v", "void the session", Answer.VOID)]


class CheckpointDialog(ChoiceDialog):
    """Asks whether a goal goes on, with what it took in sight."""

    def body(self) -> Iterator[Widget]:
        """What it took, and the answers."""
        yield Static(visible(self._took()), id="took", markup=False)
        yield from super().body()

    def _took(self) -> str:
        goal = self._card.about
        if not isinstance(goal, Goal):
            return ""
        with suppress(DataUnusable):  # an answer says so
            weeks = self.host.services.standings.weeks_worked(goal)
            return f"{self._card.hours} h in {plural(weeks, 'week')}. {goal.why}"
        return goal.why

    def answers(self) -> list[tuple[str, str, Callable[[], str]]]:
        """The answer is kept; two of them ask for more."""
        return [
            ("k", "keep on", partial(self._answered, KEEP_ON)),
            ("s", "make it smaller: say what you put in each week", self._smaller),
            ("l", "let it go, with a reason", self._let_go),
        ]

    def _answered(self, answer: str) -> str:
        goals = self.host.services.goals
        return goals.answer_checkpoint(self._card.about.id, self._card.hours, answer)

    def _smaller(self) -> str:
        said = self._answered(SMALLER)
        self._then(lambda flows, goal: flows.field(goal, "cadence"))
        return said

    def _let_go(self) -> str:
        self._then(lambda flows, goal: flows.let_go(goal))
        return ""

    def _then(self, open_next: "Callable[[GoalFlows, Goal], None]") -> None:
        """Once this dialog is closed."""
        from focus_tui.ui.dialogs.goalflows import GoalFlows

        goal = self.host.services.goals.get(self._card.about.id)
        if goal is not None:
            self.app.call_later(open_next, GoalFlows(self.app), goal)


class IdeaDialog(ChoiceDialog):
    """Asks whether the idea of a promise that is kept is done with it."""

    def body(self) -> Iterator[Widget]:
        """The idea, and the answers."""
        yield Static(visible(self._idea()), id="words", markup=False)
        yield from super().body()

    def _idea(self) -> str:
        promise = self._card.about
        with suppress(DataUnusable):  # an answer says so
            idea = isinstance(promise, Commitment) and promise.idea_id
            if found := self.host.services.backlog.get(idea or ""):
                return found.title
        return ""

    def answers(self) -> list[tuple[str, str, Callable[[], str]]]:
        """Either is kept, so that it is asked once."""
        answer = partial(self.host.services.promoting.answer, self._card.about.id)
        return [
            ("y", "yes, it is done", partial(answer, done=True)),
            ("n", "no, it goes on", partial(answer, done=False)),
        ]


def caught(card: Card) -> Dialog:
    """What was caught in a session, one by one."""
    from focus_tui.ui.dialogs.triage import TriageDialog

    return TriageDialog(card.thoughts)


def choice(letter: str, words: str, *, chosen: bool = False) -> Content:
    """A letter and what it answers."""
    return Content.assemble((letter, "bold"), " ", (words, "bold underline" if chosen else ""))


def open_card(card: Card) -> Dialog:
    """The dialog that asks a card's question."""
    dialogs: dict[Asks, Callable[[Card], Dialog]] = {
        Asks.FOCUSED: FocusedDialog,
        Asks.AWAY: AwayDialog,
        Asks.CAUGHT: caught,
        Asks.IDEA: IdeaDialog,
        Asks.CHECKPOINT: CheckpointDialog,
        Asks.ELSEWHERE: ElsewhereDialog,
    }
    return dialogs[card.asks](card)
