"""What is said of a session besides the clock: marks, how focused it was, what a gap was."""

from dataclasses import replace

from focus_tui.domain import gap, timer
from focus_tui.domain.errors import NotFound, Refused
from focus_tui.domain.gap import Answer
from focus_tui.domain.interval import Interval, Paused
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Focused, Outcome, Session
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted
from focus_tui.services.desk import Desk
from focus_tui.services.marking import worked_on
from focus_tui.services.shelves import Shelves
from focus_tui.services.voiding import reason, say_why
from focus_tui.store.transaction import Transaction

NO_SESSION = "No session is running that could be interrupted."
GONE = "That session is not there any more."


class Record:
    """The person's answers and marks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def interrupt(self, kind: MarkKind) -> str:
        """Mark an interruption of the running session now; the mark's id comes back.

        Raises Refused when no session runs.
        """
        with self._desk.act(f"mark an {kind} interruption") as tx:
            running = worked_on(self._desk, tx, NO_SESSION)
            mark = Mark(id=tx.new_id(), kind=kind, session_id=running.id, at_ms=tx.reading.wall_ms)
            tx.marks.put(mark)
        return mark.id

    def say_what(self, mark_id: str, text: str) -> None:
        """Add the word to a mark. Raises NotFound when it has been undone meanwhile."""
        word = accepted(text.strip(), field="word", limit=LINE_LIMIT, one_line=True)
        with self._desk.act("say what interrupted") as tx:
            mark = tx.marks.get(mark_id)
            if mark is None:
                raise NotFound("That mark is not there any more.")
            tx.marks.put(mark._replace(text=word))

    def rate(self, session_id: str, focused: Focused) -> str:
        """Say how focused a session was."""
        with self._desk.act("") as tx:
            session = _found(tx, session_id)
            tx.label = f"say how focused {quoted(session.intent, 'the session')} was"
            tx.sessions.put(replace(session, focused=focused))
        return f"Noted: focused, {focused}."

    def note(self, session_id: str, text: str) -> str:
        """Say a line on a session in the place of the one before; an empty one takes it away."""
        note = accepted(text.strip(), field="note", limit=LINE_LIMIT, one_line=True)
        with self._desk.act("") as tx:
            session = _found(tx, session_id)
            tx.label = f"the note on {quoted(session.intent, 'the session')}"
            tx.sessions.put(replace(session, note=note))
        return "The note is kept." if note else "No note."

    def voided(self, session_id: str) -> bool:
        """Whether an interval that ran has become a session that does not count."""
        session = self._desk.db.read().sessions.get(session_id)
        return session is not None and session.outcome is Outcome.VOID

    def say_why_void(self, session_id: str, why: str) -> str:
        """Say why a session does not count. Raises Refused where it counts again meanwhile."""
        word = reason(why)
        with self._desk.act("") as tx:
            session = _found(tx, session_id)
            if session.outcome is not Outcome.VOID:
                raise Refused("That session counts again: it needs no reason.")
            tx.label = f"say why {quoted(session.intent, 'the session')} is void"
            say_why(tx, Shelves(self._desk, tx), session, word)
        return "The reason is kept."

    def answer_gap(self, answer: Answer, *about_ids: str) -> str:
        """Say what the unanswered time of sessions, running or closed, was: one act for all."""
        with self._desk.act(f"answer the time away: {answer}") as tx:
            running = self._desk.running(tx)
            for about_id in about_ids:
                if running is not None and running.id == about_id:
                    self._answer_running(tx, running, answer)
                else:
                    tx.sessions.put(gap.settled(_found(tx, about_id), answer))
        return {
            Answer.KEEP: "Kept: credited up to the planned end.",
            Answer.DROP: "Dropped: it stays in the account as away.",
            Answer.END: "Ended where you left.",
            Answer.VOID: "Voided: its minutes stay in the day's account.",
        }[answer]

    def close_elsewhere(self, interval_id: str) -> str:
        """Close what another device left running, where it last changed there.

        Raises NotFound when that device has gone on meanwhile.
        """
        with self._desk.act("close another device's session") as tx:
            for device, interval in tx.timer.all().items():
                if interval.id == interval_id and device != self._desk.db.device:
                    tx.sessions.put(timer.close(interval, Outcome.ABANDONED))
                    tx.timer.clear(device)
                    return "Closed where it was last seen."
        raise NotFound(GONE)

    def _answer_running(self, tx: Transaction, running: Interval, answer: Answer) -> None:
        moment = timer.answer(running, answer)
        if moment.closed is not None:
            self._desk.close(tx, moment.closed)
        elif moment.interval is not None:
            # Whoever answers is back: only a pause of their own making stays.
            paused = Paused.USER if running.paused is Paused.USER else None
            tx.timer.put(replace(moment.interval, paused=paused))


def _found(tx: Transaction, session_id: str) -> Session:
    session = tx.sessions.get(session_id)
    if session is None:
        raise NotFound(GONE)
    return session
