"""The day's limit, which asks and never forbids; and how the day was."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from focus_tui.domain.day import Day
from focus_tui.domain.dayend import of_limit, reached
from focus_tui.domain.errors import BadInput, Refused
from focus_tui.domain.mark import MOST_ENERGY, Mark, MarkKind
from focus_tui.domain.text import LINE_LIMIT, accepted
from focus_tui.services.desk import Desk
from focus_tui.services.recent import sessions_on
from focus_tui.store.transaction import Transaction


class EnoughForToday(Refused):
    """The day's limit is reached: one session more asks for a line; the sentence says so."""


class DayEnd:
    """What is said at a day's end, and before a session beyond it."""

    def __init__(self, desk: Desk, limit_ms: Callable[[], int]) -> None:
        self._desk = desk
        self._limit_ms = limit_ms
        self._why: str | None = None

    @contextmanager
    def because(self, why: str) -> Iterator[None]:
        """A session that begins inside may go beyond the limit, for this reason or for none.

        Raises BadInput for a reason that is no line.
        """
        self._why = worded(why)
        try:
            yield
        finally:
            self._why = None

    def admit(self, tx: Transaction, session_id: str) -> None:
        """Let a session begin; beyond the limit it keeps why. Raises EnoughForToday without."""
        limit_ms, on = self._limit_ms(), self._desk.day_of(tx)
        focused_ms = Day(on, sessions_on(tx, on)).focused_ms if limit_ms else 0
        if not reached(focused_ms, limit_ms):
            return
        if self._why is None:
            raise EnoughForToday(f"Enough for today: {of_limit(focused_ms, limit_ms)}.")
        tx.marks.put(
            Mark(
                id=tx.new_id(),
                kind=MarkKind.BEYOND,
                session_id=session_id,
                at_ms=tx.reading.wall_ms,
                text=self._why,
            )
        )

    def last_why(self) -> str:
        """Why the last session beyond today's limit was begun; empty before there was one."""
        beyond = (e for e in self._desk.present().day.marks if e.kind is MarkKind.BEYOND)
        return next((each.text for each in reversed(tuple(beyond))), "")

    def enough(self) -> str:
        """The person has seen that the day's limit is reached."""
        self._note("enough for today", MarkKind.ENOUGH)
        return "Enough for today. Well done."

    def energy(self, amount: int) -> str:
        """Say how the energy is, from 1 to 5; the last answer of a day is the day's."""
        if not 1 <= amount <= MOST_ENERGY:
            raise BadInput(f"Energy is a number from 1 to {MOST_ENERGY}.")
        self._note(f"energy {amount}", MarkKind.ENERGY, amount)
        return f"Energy: {amount} of {MOST_ENERGY}."

    def _note(self, label: str, kind: MarkKind, amount: int = 0) -> None:
        with self._desk.act(label) as tx:
            tx.marks.put(
                Mark(
                    id=tx.new_id(),
                    kind=kind,
                    on=self._desk.day_of(tx),
                    at_ms=tx.reading.wall_ms,
                    amount=amount,
                )
            )


def worded(why: str) -> str:
    """A reason as it is kept. Raises BadInput where it is no line."""
    return accepted(why.strip(), field="reason", limit=LINE_LIMIT, one_line=True)
