"""Goals: what a person can do with them on the board. Each act answers with one sentence."""

from collections.abc import Callable
from dataclasses import replace

from focus_tui.domain import board
from focus_tui.domain.durations import plural
from focus_tui.domain.errors import BadInput, NotFound, Refused
from focus_tui.domain.goal import HUES, Column, Goal
from focus_tui.domain.goalfields import field_named
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted
from focus_tui.services.desk import Desk
from focus_tui.services.naming import named
from focus_tui.store.transaction import Transaction
from focus_tui.store.views import View

KEEP_ON = "keep on"
SMALLER = "make it smaller"


class TooManyActive(Refused):
    """As many goals are active as the person wants; the sentence says so."""


class ReasonNeeded(Refused):
    """A goal is let go with a reason, or not at all."""


class Goals:
    """The board's acts. NotFound where a goal is gone, as another program may have made it."""

    def __init__(self, desk: Desk, most_active: Callable[[], int]) -> None:
        self._desk = desk
        self._most_active = most_active

    def all(self) -> tuple[Goal, ...]:
        """Every goal that was not deleted, archived ones too, in the person's order."""
        goals = self._desk.db.read().goals.all()
        return board.in_order(each for each in goals if each.deleted_at is None)

    def trash(self) -> tuple[Goal, ...]:
        """What was deleted."""
        return tuple(e for e in self._desk.db.read().goals.all() if e.deleted_at is not None)

    def column(self, wanted: Column) -> tuple[Goal, ...]:
        """What stands in a column."""
        return board.column(self._desk.db.read().goals.all(), wanted)

    def get(self, goal_id: str | None) -> Goal | None:
        """The goal with that id, deleted ones too: what was done for it stays under its name."""
        return self._desk.db.read().goals.get(goal_id) if goal_id else None

    def named(self, words: str) -> Goal:
        """The goal on the board that a shell names, by its title or the beginning of it.

        Raises NotFound for none, and BadInput where several are meant.
        """
        there = (each for each in self.all() if each.archived_at is None)
        return named(words, there, lambda goal: goal.title, noun="goal", listed_by="focus goals")

    def add(self, title: str, column: Column = Column.ACTIVE, *, why: str = "") -> Goal:
        """A new goal at the end of a column; where too many are active, it is for someday."""
        with self._desk.act("") as tx:
            goal = self.added(tx, title, column, why=why)
            tx.label = f"new goal {_name(goal)}"
        return goal

    def added(
        self, tx: Transaction, title: str, column: Column, *, why: str = "", idea_id: str = ""
    ) -> Goal:
        """The same as a part of an act; perhaps of what was an idea."""
        full = column is Column.ACTIVE and self._is_full(tx)
        column = Column.SOMEDAY if full else column
        others = board.column(tx.goals.all(), column)
        now, hue = tx.reading.wall_ms, _freest_hue(tx)
        place, moved = board.places(others, len(others), column, tx.chance())
        blank = Goal(id=tx.new_id(), title=" ", place=place, moved_at=now, hue=hue)
        goal = field_named("why").take(field_named("title").take(blank, title), why)
        goal = replace(goal, idea_id=idea_id or None)
        self._put_places(tx, moved)
        tx.goals.put(goal)
        return goal

    def change(self, goal_id: str, field: str, text: str) -> str:
        """Say something else of a goal, in one of `goalfields.FIELDS`; BadInput as there."""
        found = field_named(field)
        with self._desk.act("") as tx:
            before = self._found(tx, goal_id)
            goal = found.take(before, text)
            if goal.title == before.title:
                tx.label = f"change {quoted(found.label.casefold())} of {_name(goal)}"
            else:
                tx.label = f"rename {_name(before)} to {_name(goal)}"
            tx.goals.put(goal)
        return f"{found.label}: {found.said(goal) or 'none'}."

    def move(self, goal_id: str, column: Column, index: int | None = None) -> str:
        """Put a goal into a column, at its end or at an index among the others there.

        Raises TooManyActive, and ReasonNeeded for one that would be let go: see `let_go`.
        """
        with self._desk.act("") as tx:
            return self.moved(tx, goal_id, column, index)

    def moved(self, tx: Transaction, goal_id: str, column: Column, index: int | None) -> str:
        """The same as a part of an act."""
        goal = self._found(tx, goal_id)
        if column is Column.LET_GO is not goal.column:
            raise ReasonNeeded(f"Letting go of {_name(goal)} takes a reason.")
        if column is Column.ACTIVE is not goal.column:
            self._want_room(tx)
        tx.label = f"move {_name(goal)}"
        self._move(tx, goal, column, index)
        return _moved(goal, column)

    def swap_in(self, goal_id: str, resting_id: str) -> str:
        """Make a goal active in the place of one that rests from now on.

        Raises TooManyActive where that one rests already, and others are active meanwhile.
        """
        with self._desk.act("") as tx:
            resting, goal = self._found(tx, resting_id), self._found(tx, goal_id)
            if resting.column is not Column.ACTIVE:
                self._want_room(tx)
            tx.label = f"make {_name(goal)} active, let {_name(resting)} rest"
            self._move(tx, resting, Column.SOMEDAY, 0)
            self._move(tx, goal, Column.ACTIVE, None)
        return f"{_name(goal)} is active; {_name(resting)} rests."

    def carry(self, goal_id: str, by: int) -> str:
        """Move a goal within its column, up by a negative number; at an end it stays."""
        with self._desk.act("") as tx:
            goal = self._found(tx, goal_id)
            order = [each.id for each in board.column(tx.goals.all(), goal.column)]
            index = order.index(goal_id) + by if goal_id in order else -1
            if 0 <= index < len(order):
                tx.label = f"move {_name(goal)}"
                self._move(tx, goal, goal.column, index)
        return ""

    def let_go(self, goal_id: str, reason: str) -> str:
        """Decide that a goal is none any more; its hours stay. A reason is needed: BadInput."""
        with self._desk.act("") as tx:
            return self.gone(tx, goal_id, reason)

    def gone(self, tx: Transaction, goal_id: str, reason: str) -> str:
        """The same as a part of an act."""
        said = accepted(reason.strip(), field="reason", limit=LINE_LIMIT, one_line=True)
        if not said:
            raise BadInput("Say in a line why you let it go: it is what you take from it.")
        goal = self._found(tx, goal_id)
        tx.label = f"let go of {_name(goal)}"
        self._move(tx, replace(goal, reason=said), Column.LET_GO, 0)
        return f"Let go of {_name(goal)}. Its hours stay, and it is a decision of this week."

    def one_more(self, goal_id: str, amount: int = 1) -> str:
        """Note one more of a goal's target, today. Raises Refused without a target."""
        with self._desk.act("") as tx:
            goal = self._found(tx, goal_id)
            if goal.target is None:
                raise Refused(f"{_name(goal)} has no target to count.")
            tx.label = f"one more of {_name(goal)}"
            _mark(tx, goal, MarkKind.MORE, amount)
            count = counted(tx, goal_id)
        return f"{count} of {goal.target.count} {goal.target.unit}."

    def answer_checkpoint(self, goal_id: str, hours: int, answer: str) -> str:
        """Keep what was decided after so many hours."""
        with self._desk.act("") as tx:
            goal = self._found(tx, goal_id)
            tx.label = f"look at {_name(goal)} after {hours} h"
            _mark(tx, goal, MarkKind.CHECKPOINT, hours, answer)
        return f"Noted: {answer}."

    def delete(self, goal_id: str) -> str:
        """Move a goal to the trash; its sessions stay, under its name."""
        with self._desk.act("") as tx:
            goal = self._found(tx, goal_id)
            tx.label = f"delete {_name(goal)}"
            tx.goals.put(replace(goal, deleted_at=tx.reading.wall_ms))
        return f"Deleted {_name(goal)}."

    def archive(self, goal_id: str) -> str:
        """Take a goal off the board and keep it."""
        with self._desk.act("") as tx:
            goal = self._found(tx, goal_id)
            tx.label = f"archive {_name(goal)}"
            tx.goals.put(replace(goal, archived_at=tx.reading.wall_ms))
        return f"Archived {_name(goal)}."

    def restore(self, goal_id: str) -> str:
        """Back onto the board from the trash or the archive; an active one rests if need be."""
        with self._desk.act("") as tx:
            goal = replace(self._found(tx, goal_id), deleted_at=None, archived_at=None)
            tx.label = f"restore {_name(goal)}"
            full = goal.column is Column.ACTIVE and self._is_full(tx)
            self._move(tx, goal, Column.SOMEDAY if full else goal.column, None)
        return f"Restored {_name(goal)}{' to someday' if full else ''}."

    def _move(self, tx: Transaction, goal: Goal, column: Column, index: int | None) -> None:
        others = [each for each in board.column(tx.goals.all(), column) if each.id != goal.id]
        at = len(others) if index is None else index
        place, moved = board.places(others, at, column, tx.chance())
        since = goal.moved_at if column is goal.column else tx.reading.wall_ms
        self._put_places(tx, moved)
        tx.goals.put(replace(goal, place=place, moved_at=since))

    def _put_places(self, tx: Transaction, moved: dict[str, tuple[Column, str]]) -> None:
        for other_id, place in moved.items():
            tx.goals.put(replace(self._found(tx, other_id), place=place))

    def _is_full(self, view: View) -> bool:
        return len(board.column(view.goals.all(), Column.ACTIVE)) >= self._most_active()

    def _want_room(self, view: View) -> None:
        if self._is_full(view):
            most = plural(self._most_active(), "goal")
            raise TooManyActive(f"{most} at most can be active: which one rests meanwhile?")

    def _found(self, view: View, goal_id: str) -> Goal:
        goal = view.goals.get(goal_id)
        if goal is None:
            raise NotFound("That goal is not there any more.")
        return goal


def counted(view: View, goal_id: str) -> int:
    """How many of its target a goal has."""
    marks = view.marks.where(goal_id=goal_id, kind=MarkKind.MORE.value)
    return sum(each.amount for each in marks if each.deleted_at is None)


def answered_h(view: View, goal_id: str) -> int:
    """The hours at which a goal was last looked at; 0 when it never was."""
    marks = view.marks.where(goal_id=goal_id, kind=MarkKind.CHECKPOINT.value)
    return max((each.amount for each in marks if each.deleted_at is None), default=0)


def _mark(tx: Transaction, goal: Goal, kind: MarkKind, amount: int, text: str = "") -> None:
    now = tx.reading.wall_ms
    made = Mark(id=tx.new_id(), kind=kind, at_ms=now, goal_id=goal.id, amount=amount, text=text)
    tx.marks.put(made)


def _freest_hue(view: View) -> int:
    """The colour that the fewest goals on the board have."""
    taken = [each.hue for each in view.goals.all() if each.on_board]
    return min(range(HUES), key=taken.count)


def _name(goal: Goal) -> str:
    return quoted(goal.title)


def _moved(goal: Goal, column: Column) -> str:
    if column is goal.column:
        return ""
    return {
        Column.SOMEDAY: f"{_name(goal)} rests.",
        Column.ACTIVE: f"{_name(goal)} is active.",
        Column.ACHIEVED: f"{_name(goal)} is achieved.",
    }[column]
