"""A session's page, or that of several: each line changed by one key; below, what its time was."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from textual.widget import Widget

from focus_tui.domain.calendar import clock_time, local_time
from focus_tui.domain.daytime import shown
from focus_tui.domain.durations import day, in_turn, spoken
from focus_tui.domain.errors import DataUnusable, FocusError
from focus_tui.domain.session import Focused, Outcome, Session
from focus_tui.services.placing import named
from focus_tui.ui.dialogs.listing import FieldsDialog
from focus_tui.ui.dialogs.logflows import LogFlows, same
from focus_tui.ui.dialogs.pages import MARKED, planned
from focus_tui.ui.widgets.itemlist import ItemList, Row

LABEL_CELLS = 11
SEVERAL = "several"
ENDS = (Outcome.DONE, Outcome.EARLY, Outcome.ABANDONED)
"""The ends that one key goes through; what is void is so by a key of its own."""
ANSWERS = (None, *Focused)


class SessionPage(FieldsDialog):
    """What is known of one session, or of several at once; enter changes the line."""

    def __init__(self, sessions: Sequence[Session]) -> None:
        super().__init__(named(sessions))
        self._sessions = tuple(sessions)

    def body(self) -> Iterator[Widget]:
        """A line a field, then the account."""
        yield ItemList(self.host.glyphs, id="items")

    def fill(self) -> None:
        """Show it as it is now."""
        with suppress(DataUnusable):
            now = self.host.services.log.again(self._sessions)
            self._sessions = now or self._sessions
        rows = [*self._fields(), *self._account()]
        room = self.app.size.height - 7
        self.items.styles.height = max(3, min(len(rows), room))
        self.items.set_rows(rows)
        self.show_keys()

    def _fields(self) -> Iterator[Row]:
        sessions = self._sessions
        yield self._row("Intent", [each.intent for each in sessions])
        goals = self.host.services.log
        titles = [goal.title if (goal := goals.goal(each)) else "" for each in sessions]
        yield self._row("Goal", titles)
        if len(sessions) == 1:
            yield self._row("Times", [_when(sessions[0])])
        yield self._row("Planned", [planned(each) for each in sessions])
        yield self._row("Ended", [self._ended(each) for each in sessions])
        yield self._row("Focused", [str(each.focused or "") for each in sessions])
        yield self._row("Note", [each.note for each in sessions])

    def _ended(self, session: Session) -> str:
        if session.outcome is not Outcome.VOID:
            return str(session.outcome)
        marks = self.host.services.log.marks(session)
        reasons = [each.text for each in marks if each.text and each.kind == "voided"]
        return ", ".join(["void", *reasons[-1:]])

    def _row(self, label: str, values: Sequence[str]) -> Row:
        said = same(values)
        several = len(set(values)) > 1
        return Row(
            said or (SEVERAL if several else "none"),
            left=f"{label:<{LABEL_CELLS}}",
            id=label.casefold(),
            style="" if said else "$quiet",
        )

    def _account(self) -> Iterator[Row]:
        """Of one session: when what its time was began, and its marks among them."""
        if len(self._sessions) > 1:
            return
        (session,) = self._sessions
        facts: list[tuple[int, str]] = []
        at = session.started.at_ms
        lengths = in_turn([span.ms for span in session.spans])
        for span, length in zip(session.spans, lengths, strict=True):
            facts.append((at, f"{spoken(length):>8}  {span.what}"))
            at += span.ms
        for mark in self.host.services.log.marks(session):
            if mark.kind in MARKED and mark.kind != "voided":
                name, otherwise = MARKED[mark.kind]
                facts.append((mark.at_ms, f"{'':>8}  {name.casefold()}: {mark.text or otherwise}"))
        facts.append((at, f"{'':>8}  end"))
        yield Row()
        for at_ms, words in sorted(facts, key=lambda each: each[0]):
            yield Row(words, left=f"{shown(at_ms, session.started)} ", style="$quiet")
        if session.edited_at is not None:
            edited = clock_time(session.edited_at, self.host.present.zone)
            on = str(local_time(session.edited_at, self.host.present.zone).date())
            yield Row(f"Edited {day(on)}, {edited}", style="$quiet")

    def chosen(self, item_id: str) -> None:
        """Change a line; of a few choices the next one comes."""
        flows, sessions = LogFlows(self.app), self._sessions
        opens = {
            "intent": lambda: flows.intent(sessions),
            "goal": lambda: flows.goal(sessions),
            "times": lambda: flows.times(sessions[0]),
            "planned": lambda: flows.planned(sessions),
            "note": lambda: flows.note(sessions),
        }
        try:
            if item_id in opens:
                opens[item_id]()
            else:
                self._turn(item_id)
                self.fill()
        except FocusError as error:
            self.say(str(error))

    def _turn(self, item_id: str) -> None:
        editing, first = self.host.services.editing, self._sessions[0]
        if item_id == "focused":
            at = ANSWERS.index(first.focused)
            editing.rate(self._sessions, ANSWERS[(at + 1) % len(ANSWERS)])
        elif first.outcome is Outcome.VOID:
            editing.restore(self._sessions)
        else:
            at = ENDS.index(first.outcome)
            editing.judge(self._sessions, ENDS[(at + 1) % len(ENDS)])


def _when(session: Session) -> str:
    began = session.started
    times = f"{shown(began.at_ms, began)} to {shown(session.ended_at_ms, began)}"
    return f"{day(began.on)} {began.on[:4]}, {times}"
