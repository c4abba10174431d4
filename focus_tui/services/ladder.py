"""The ladder for asking well, inside the running session."""

from collections.abc import Callable
from typing import NamedTuple

from focus_tui.domain import ladder
from focus_tui.domain.durations import spoken
from focus_tui.domain.errors import BadInput, NotFound, Refused
from focus_tui.domain.ladder import TEMPLATE, Lengths, Rung, Standing
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.text import LINE_LIMIT, accepted
from focus_tui.services.desk import Desk
from focus_tui.services.marking import marked, worked_on
from focus_tui.services.present import Present
from focus_tui.services.recent import marks_on
from focus_tui.store.transaction import Transaction

NO_SESSION = "No session is running in which something could be looked for."
NOT_ON_IT = "Nothing is being looked for: the ladder was not begun."
QUESTION_LIMIT = LINE_LIMIT


class Stepped(NamedTuple):
    """A step on the ladder."""

    rung: Rung
    session_id: str
    said: str
    """The sentence on it."""


class Ladder:
    """Steps up, the question, and what was found."""

    def __init__(self, desk: Desk, lengths: Callable[[], Lengths]) -> None:
        self._desk = desk
        self._lengths = lengths

    def standing(self, present: Present) -> Standing | None:
        """Where on the ladder one stands at a moment; None where one does not."""
        running = present.interval
        if running is None or not present.marks:
            return None
        return ladder.standing(running.spans, present.marks, self._lengths())

    def climb(self) -> Stepped:
        """Begin the ladder, or step on the next rung; on the last one stay.

        Raises Refused where no session runs.
        """
        with self._desk.act("") as tx:
            running = worked_on(self._desk, tx, NO_SESSION)
            now = ladder.standing(running.spans, marks_on(tx, {running.id}), self._lengths())
            rung = now.rung.above if now else Rung.DOCS
            tx.label = f"the ladder: {rung.word}"
            if now is None or rung is not now.rung:
                marked(tx, running, MarkKind.RUNG, rung)
        return Stepped(rung, running.id, self._said(rung))

    def step(self) -> str:
        """The same, and only the sentence on it."""
        return self.climb().said

    def _said(self, rung: Rung) -> str:
        if rung is Rung.ASK:
            return "Asking: a good question is half the answer."
        return f"{rung.word.capitalize()}: {spoken(self._lengths().of(rung))}."

    def found(self) -> str:
        """It was found, now; the mark's id comes back. Raises Refused where nothing is sought."""
        with self._desk.act("found it") as tx:
            running = worked_on(self._desk, tx, NO_SESSION)
            if ladder.standing(running.spans, marks_on(tx, {running.id}), self._lengths()) is None:
                raise Refused(NOT_ON_IT)
            return marked(tx, running, MarkKind.FOUND).id

    def say_what(self, mark_id: str, text: str) -> None:
        """Add a line on what it was. Raises NotFound where the mark was undone meanwhile."""
        line = accepted(text.strip(), field="line", limit=LINE_LIMIT, one_line=True)
        with self._desk.act("say what was found") as tx:
            mark = tx.marks.get(mark_id)
            if mark is None:
                raise NotFound("That mark is not there any more.")
            tx.marks.put(mark._replace(text=line))

    def question(self, session_id: str) -> str:
        """The question of a session as far as it is written; else the template."""
        mark = ladder.question(marks_on(self._desk.db.read(), {session_id}))
        return mark.text if mark else TEMPLATE

    def ask(self, session_id: str, text: str) -> str:
        """Keep the question with its session, in the place of what it was before.

        Raises BadInput for one that says nothing, NotFound where the session is gone.
        """
        said = accepted(text.rstrip(), field="question", limit=QUESTION_LIMIT)
        if said.split() in ([], TEMPLATE.split()):
            raise BadInput("The question says nothing yet: fill in what you know.")
        with self._desk.act("draft a question") as tx:
            asked = ladder.question(marks_on(tx, {session_id}))
            if asked is not None:
                tx.marks.put(asked._replace(text=said))
            else:
                self._ask_anew(tx, session_id, said)
        return "The question is kept with the session."

    def _ask_anew(self, tx: Transaction, session_id: str, text: str) -> None:
        running, closed = self._desk.running(tx), tx.sessions.get(session_id)
        if running is not None and running.id == session_id:
            marked(tx, running, MarkKind.QUESTION, text)
        elif closed is not None:
            marked(tx, closed, MarkKind.QUESTION, text)
        else:
            raise NotFound("That session is not there any more.")
