"""Tangents of the running session: sliding into something, going back, what becomes of them."""

from dataclasses import replace

from focus_tui.domain.errors import BadInput, NotFound, Refused
from focus_tui.domain.interval import Interval
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.tangent import stack
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted
from focus_tui.services.desk import Desk
from focus_tui.services.marking import marked, worked_on
from focus_tui.services.recent import marks_on
from focus_tui.services.thoughts import caught
from focus_tui.store.transaction import Transaction

NONE = "There is no tangent to go back from."
NO_SESSION = "No session is running that one could slide away from."


class Tangents:
    """Each method answers with one sentence; all raise Refused where no session runs."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def stack(self) -> tuple[str, ...]:
        """What one slid into, the deepest last."""
        return self._desk.present().tangents

    def push(self, text: str) -> str:
        """Slide into something: time goes there from now on. Raises BadInput without a word."""
        word = accepted(text.strip(), field="tangent", limit=LINE_LIMIT, one_line=True)
        if not word:
            raise BadInput("Say in a word what you slid into.")
        with self._desk.act(f"the tangent {quoted(word)}") as tx:
            running = worked_on(self._desk, tx, NO_SESSION)
            marked(tx, running, MarkKind.TANGENT, word)
        return f"On a tangent: {word}."

    def back(self) -> str:
        """Go back to what was before the last tangent. Raises Refused where there is none."""
        with self._desk.act("") as tx:
            running, words = self._on(tx)
            tx.label = f"go back from {quoted(words[-1])}"
            marked(tx, running, MarkKind.BACK)
        return _back_to(running, words[:-1])

    def park(self) -> str:
        """Keep the last tangent as a thought, and go back. Raises Refused where there is none."""
        with self._desk.act("") as tx:
            running, words = self._on(tx)
            tx.label = f"keep {quoted(words[-1])} for later"
            caught(tx, words[-1], running)
            marked(tx, running, MarkKind.BACK)
        return f"Kept for later: {quoted(words[-1])}. {_back_to(running, words[:-1])}"

    # The answers to whether the bottom of a deep stack still matters.

    def still(self, session_id: str) -> str:
        """It does. Raises NotFound where that session runs no more; so do the other two."""
        with self._desk.act("say that it still matters") as tx:
            running, _ = self._asked(tx, session_id)
            marked(tx, running, MarkKind.STILL)
        return "Noted: it still matters."

    def to_the_bottom(self, session_id: str) -> str:
        """It does, and one goes back to it at once."""
        with self._desk.act("go back from all tangents") as tx:
            running, words = self._asked(tx, session_id)
            marked(tx, running, MarkKind.STILL)
            for _ in words:
                marked(tx, running, MarkKind.BACK)
        return _back_to(running, ())

    def instead(self, session_id: str) -> str:
        """It does not: the session is on the last tangent from now on."""
        with self._desk.act("") as tx:
            running, words = self._asked(tx, session_id)
            tx.label = f"go on with {quoted(words[-1])} instead"
            marked(tx, running, MarkKind.INSTEAD, running.intent)
            tx.timer.put(replace(running, intent=words[-1], idea_id=None))
        return f"Working on: {words[-1]}"

    def _on(self, tx: Transaction) -> tuple[Interval, tuple[str, ...]]:
        """What runs, and the tangents one is on. Raises Refused where there is none."""
        running = worked_on(self._desk, tx, NO_SESSION)
        words = stack(marks_on(tx, {running.id}))
        if not words:
            raise Refused(NONE)
        return running, words

    def _asked(self, tx: Transaction, session_id: str) -> tuple[Interval, tuple[str, ...]]:
        running, words = self._on(tx)
        if running.id != session_id:
            raise NotFound("That session is over.")
        return running, words


def _back_to(running: Interval, words: tuple[str, ...]) -> str:
    to = words[-1] if words else running.intent
    return f"Back to {quoted(to, 'what you began with')}."
