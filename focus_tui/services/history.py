"""Undo and redo of every act, over all of this machine's processes."""

from dataclasses import replace

from focus_tui.domain import timer
from focus_tui.domain.errors import Refused
from focus_tui.domain.interval import Interval, Paused
from focus_tui.domain.subject import Subject
from focus_tui.services.desk import CLOSED_ALONE, Desk
from focus_tui.services.upcoming import Upcoming
from focus_tui.store.journal import Act
from focus_tui.store.transaction import Transaction

# What an act may change of an interval, besides its plan, without stopping or moving its clock.
_WORDS = ("intent", "goal_id", "commitment_id", "idea_id", "rings", "open", "strict", "shape")

GO_ON = "focus resume"


class History:
    """Takes acts back and does them again; each answers with the act's name, and says when that
    left the session paused. `go_on` is what the person does then to go on.

    Both raise Refused where the data no longer hold what the act wrote.
    """

    def __init__(self, desk: Desk, upcoming: Upcoming) -> None:
        self._desk = desk
        self._upcoming = upcoming

    @property
    def undoable(self) -> bool:
        """Whether there is an act to take back."""
        return self._desk.db.turns()[0] > 0

    @property
    def redoable(self) -> bool:
        """Whether there is one to do again."""
        return self._desk.db.turns()[1] > 0

    def undo(self, go_on: str = GO_ON) -> str:
        """Take the last act back."""
        self._desk.settle()
        with self._desk.db.undoing() as (tx, act):
            if act.touches_timer:
                self._turn(tx, act, act.interval_after, act.interval_before)
        started = act.interval_after
        if act.interval_before is None and started is not None and not started.phase.is_break:
            self._upcoming.undone(Subject.of(started))
        self._desk.changed()
        return f"Undone: {act.label}.{self._paused(act, go_on)}"

    def redo(self, go_on: str = GO_ON) -> str:
        """Do again what was taken back last."""
        self._desk.settle()
        with self._desk.db.redoing() as (tx, act):
            if act.touches_timer:
                self._turn(tx, act, act.interval_before, act.interval_after)
        self._desk.changed()
        return f"Done again: {act.label}.{self._paused(act, go_on)}"

    def _paused(self, act: Act, go_on: str) -> str:
        running = self._desk.stored(self._desk.db.read())
        if not act.touches_timer or running is None or running.paused is not Paused.UNDO:
            return ""
        return f" Paused here; {go_on} goes on."

    def _turn(self, tx: Transaction, act: Act, left: Interval | None, to: Interval | None) -> None:
        """Turn the clock from one side of an act to the other.

        Words change while the clock runs on. An act that stopped or started the clock brings the
        other side's interval back paused as it was at the act, the time since as a gap.
        """
        running = self._desk.running(tx)
        if (running.id if running else None) != (left.id if left else None):
            raise Refused(f"Not undone or done again: {act.label}; the clock has moved on.")
        if to is None:
            tx.timer.clear()
        elif running is not None and left is not None and _only_words(left, to):
            changed = {
                name: getattr(to, name)
                for name in _WORDS
                if getattr(to, name) != getattr(left, name)
            }
            if to.planned_ms != left.planned_ms:
                running = timer.touch(timer.replan(running, to.planned_ms))
            tx.timer.put(replace(running, **changed))
        else:
            # What closed by itself stood as its session says, and not as at the act.
            alone = act.label == CLOSED_ALONE
            closed = self._desk.session(to.id, to.started.on) if alone else None
            calendar = self._desk.calendar(tx)
            back = timer.reopen(to, act.reading, tx.reading, calendar, closed)
            tx.timer.put(replace(back, left=not self._desk.watch.watched))


def _only_words(left: Interval, to: Interval) -> bool:
    stopped_alike = left.paused is to.paused and left.gap_ms == to.gap_ms
    return left.id == to.id and stopped_alike
