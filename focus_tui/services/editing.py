"""The record belongs to the person: closed sessions are corrected, added, split, joined, voided.

Each method is one act, over one session or several, and gives the sentence that says what it did.
Sessions are named by how they were last seen. All raise NotFound for what is gone.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from focus_tui.domain import editing
from focus_tui.domain.daytime import stamped
from focus_tui.domain.editing import Way
from focus_tui.domain.errors import BadInput
from focus_tui.domain.session import Focused, Outcome, Phase, Session, Stamp
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted
from focus_tui.services.desk import Desk
from focus_tui.services.placing import Placing, named, times
from focus_tui.services.shelves import Shelves
from focus_tui.services.voiding import forget_why, reason, say_why
from focus_tui.store.transaction import Transaction


class Editing:
    """Corrections of what is over. What runs belongs to the clock."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # Words and answers.

    def describe(self, sessions: Sequence[Session], intent: str) -> str:
        """Say what they were on."""
        text = accepted(intent.strip(), field="intent", limit=LINE_LIMIT, one_line=True)
        return self._change(sessions, "the intent of", lambda each: replace(each, intent=text))

    def note(self, sessions: Sequence[Session], note: str) -> str:
        """Say a line on each in the place of the one before."""
        text = accepted(note.strip(), field="note", limit=LINE_LIMIT, one_line=True)
        return self._change(sessions, "the note on", lambda each: replace(each, note=text))

    def aim(
        self, sessions: Sequence[Session], goal_id: str | None, commitment_id: str | None = None
    ) -> str:
        """Say for what goal, or for what promise, they were."""
        return self._change(
            sessions,
            "the goal of",
            lambda each: replace(each, goal_id=goal_id, commitment_id=commitment_id),
        )

    def rate(self, sessions: Sequence[Session], focused: Focused | None) -> str:
        """Say how focused they were, or that nobody says."""
        return self._change(sessions, "the focus of", lambda each: replace(each, focused=focused))

    def judge(self, sessions: Sequence[Session], outcome: Outcome) -> str:
        """Say how they ended; the person knows better than the clock."""
        return self._change(sessions, "the end of", lambda each: replace(each, outcome=outcome))

    def plan(self, sessions: Sequence[Session], planned_ms: int) -> str:
        """Say how long they were to be; what is past that is overtime."""
        if planned_ms <= 0:
            raise BadInput("A plan is a minute at least.")
        return self._change(
            sessions, "the plan of", lambda each: editing.replanned(each, planned_ms)
        )

    def _change(
        self, sessions: Sequence[Session], what: str, become: Callable[[Session], Session]
    ) -> str:
        with self._desk.act(f"{what} {named(sessions)}") as tx:
            shelves = Shelves(self._desk, tx)
            for seen in sessions:
                session = shelves.found(seen)
                after = become(session)
                if after != session:
                    shelves.put(session, after)
        return f"Changed: {what} {named(sessions)}."

    # Time.

    def moved(self, session: Session, begin_ms: int, end_ms: int) -> Session:
        """What a session would be from one instant to another; nothing is written.

        One that lasts as long as before is the same at another time.
        """
        calendar = self._desk.calendar(self._desk.db.read())
        started = stamped(begin_ms, session.started, calendar)
        if end_ms - begin_ms == session.ended_at_ms - session.started.at_ms:
            return editing.shifted(session, started)
        return editing.between(session, started, end_ms)

    def move(self, seen: Session, begin_ms: int, end_ms: int, way: Way | None = None) -> str:
        """Give it other ends; `way` says how an overlap ends, which raises Overlaps else."""
        with self._desk.act(f"the times of {named([seen])}") as tx:
            shelves = Shelves(self._desk, tx)
            session = shelves.found(seen)
            after = self._placing(tx, shelves).placed(self.moved(session, begin_ms, end_ms), way)
            shelves.put(session, after)
        return f"{quoted(after.intent, 'The session')} is {times(after)} now."

    def solve(self, seen: Session, way: Way) -> str:
        """End the overlaps of a session as it stands."""
        return self.move(seen, seen.started.at_ms, seen.ended_at_ms, way)

    def forgotten(self, started: Stamp, end_ms: int, planned_ms: int = 0) -> Session:
        """What a session would be that nobody measured; its plan is its length where none is said.

        Nothing is written.
        """
        new = Session(
            id="new",
            kind=Phase.FOCUS,
            started=started,
            planned_ms=planned_ms or max(1, end_ms - started.at_ms),
            spans=(),
            outcome=Outcome.DONE,
        )
        return editing.forgotten(new, end_ms)

    def add(self, new: Session, way: Way | None = None) -> tuple[str, str]:
        """Write one that was forgotten; its id, and what was done."""
        text = accepted(new.intent.strip(), field="intent", limit=LINE_LIMIT, one_line=True)
        with self._desk.act(f"add {quoted(text, 'a session')}") as tx:
            made = replace(new, id=tx.new_id(), intent=text)
            shelves = Shelves(self._desk, tx)
            made = self._placing(tx, shelves).placed(made, way)
            shelves.add(made)
        return made.id, f"Added: {quoted(made.intent, 'a session')}, {times(made)}."

    def halves(self, session: Session, at_ms: int, new_id: str = "new") -> tuple[Session, Session]:
        """What the two halves of a session would be; nothing is written."""
        calendar = self._desk.calendar(self._desk.db.read())
        return editing.split(session, stamped(at_ms, session.started, calendar), new_id)

    def split(self, seen: Session, at_ms: int) -> str:
        """Make two of one, at an instant; each mark stays with its half."""
        with self._desk.act(f"split {named([seen])}") as tx:
            shelves = Shelves(self._desk, tx)
            session = shelves.found(seen)
            first, second = self.halves(session, at_ms, tx.new_id())
            self._placing(tx, shelves).part(session, first, second)
        return f"Split: {times(first)} and {times(second)}."

    def join(self, seen: Sequence[Session], way: Way | None = None) -> str:
        """Make one of several; what lay between is away, and the first has all marks."""
        with self._desk.act(f"join {named(seen)}") as tx:
            shelves = Shelves(self._desk, tx)
            parts = sorted(map(shelves.found, seen), key=lambda each: each.started.at_ms)
            whole, first = editing.join(parts), parts[0]
            for each in parts[1:]:
                by_ms = first.started.at_ms - each.started.at_ms
                for mark in shelves.marks(each):
                    shelves.give_mark(mark, each, first, by_ms)
                shelves.put(each, replace(each, deleted_at=tx.reading.wall_ms))
            shelves.put(first, self._placing(tx, shelves).placed(whole, way))
        return f"Joined: {times(whole)}."

    def _placing(self, tx: Transaction, shelves: Shelves) -> Placing:
        return Placing(self._desk, tx, shelves)

    # What counts.

    def void(self, sessions: Sequence[Session], why: str = "") -> str:
        """They do not count; their minutes stay in the account. The reason may be empty."""
        word = reason(why)
        with self._desk.act(f"void {named(sessions)}") as tx:
            shelves = Shelves(self._desk, tx)
            for session in map(shelves.found, sessions):
                shelves.put(session, replace(session, outcome=Outcome.VOID))
                say_why(tx, shelves, session, word)
        return f"Voided: {named(sessions)}. The minutes stay in the account."

    def restore(self, sessions: Sequence[Session]) -> str:
        """They count again: done where their plan was reached, else ended early."""
        with self._desk.act(f"restore {named(sessions)}") as tx:
            shelves = Shelves(self._desk, tx)
            for session in map(shelves.found, sessions):
                forget_why(tx, shelves, session)
                shelves.put(session, editing.restored(session))
        return f"Restored: {named(sessions)}."

    # The trash.

    def delete(self, sessions: Sequence[Session]) -> str:
        """Into the trash: nothing of them is in any account."""
        with self._desk.act(f"delete {named(sessions)}") as tx:
            shelves = Shelves(self._desk, tx)
            for session in map(shelves.found, sessions):
                shelves.put(session, replace(session, deleted_at=tx.reading.wall_ms))
        return f"Deleted: {named(sessions)}."

    def give_back(self, seen: Session) -> str:
        """Out of the trash."""
        with self._desk.act(f"restore {named([seen])}") as tx:
            shelves = Shelves(self._desk, tx)
            session = shelves.found(seen)
            shelves.put(session, replace(session, deleted_at=None))
        return "Restored."
