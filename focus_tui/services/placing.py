"""A session gets its place in time inside one act; what it overlaps gives way as is wanted."""

from collections.abc import Sequence
from dataclasses import replace

from focus_tui.domain import editing
from focus_tui.domain.daytime import shown, stamped
from focus_tui.domain.durations import plural
from focus_tui.domain.editing import Way
from focus_tui.domain.errors import Refused
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.session import Session, Stamp
from focus_tui.domain.text import quoted
from focus_tui.services.desk import Desk
from focus_tui.services.shelves import Shelves
from focus_tui.store.transaction import Transaction


class Overlaps(Refused):
    """What is to be saved shares its time with others: the person says how that ends."""

    def __init__(self, mine: Session, others: Sequence[Session]) -> None:
        self.mine = mine
        self.others = tuple(others)
        names = (f"{quoted(each.intent, kind(each))}, {times(each)}" for each in others)
        super().__init__(f"{times(mine)} overlaps {' and '.join(names)}.")


class Placing:
    """Checks that a session may be where it is to be, and makes room for it."""

    def __init__(self, desk: Desk, tx: Transaction, shelves: Shelves) -> None:
        self._desk = desk
        self._tx = tx
        self._shelves = shelves

    def part(self, session: Session, first: Session, second: Session) -> None:
        """Write the halves of a session; each mark goes with the half in which it lies."""
        self._shelves.put(session, first)
        self._shelves.add(second)
        by_ms = second.started.at_ms - session.started.at_ms
        for mark in self._shelves.marks(first):
            inside = mark.amount >= by_ms if mark.amount else mark.at_ms >= second.started.at_ms
            if mark.kind is MarkKind.VOIDED:
                also = mark._replace(id=self._tx.new_id(), session_id=second.id)
                self._shelves.put_mark(second, also)
            elif inside:
                self._shelves.give_mark(mark, first, second, by_ms)

    def placed(self, mine: Session, way: Way | None) -> Session:
        """A session where it may be, once what it overlaps has given way, or it has."""
        self._check_over(mine)
        near = self._shelves.near(mine.started.at_ms, mine.ended_at_ms, mine.started.on)
        found = {each.id: each for each in near if editing.overlap(mine, each)}
        others = sorted(found.values(), key=lambda each: each.started.at_ms)
        if not others or way is Way.KEEP:
            return mine
        if way is None:
            raise Overlaps(mine, others)
        if way is Way.CUT:
            for each in others:
                self._cut(each, mine)
            return mine
        free = editing.free_of(mine, others)
        if free is None:
            raise Refused("The others take up all of its time: nothing of it would be left.")
        return editing.between(mine, self._at(free[0], mine), free[1])

    def _cut(self, other: Session, mine: Session) -> None:
        left = editing.remains(other, mine.started.at_ms, mine.ended_at_ms)
        if not left:
            self._shelves.put(other, replace(other, deleted_at=self._tx.reading.wall_ms))
            return
        stays = [editing.between(other, self._at(begin, other), end) for begin, end in left]
        if len(stays) == 1:
            self._shelves.put(other, stays[0])
        else:
            self.part(other, stays[0], replace(stays[1], id=self._tx.new_id(), note=""))

    def _at(self, at_ms: int, like: Session) -> Stamp:
        return stamped(at_ms, like.started, self._desk.calendar(self._tx))

    def _check_over(self, session: Session) -> None:
        """Refused for what is not over, or would be at the time of what runs."""
        if session.ended_at_ms > self._tx.reading.wall_ms:
            raise Refused(f"{times(session)} is not over yet: only what is past stands here.")
        for each in self._tx.timer.all().values():
            if editing.stands(session) and session.ended_at_ms > each.started.at_ms:
                began = shown(each.started.at_ms, each.started)
                raise Refused(f"The clock runs since {began}: end it before that.")


def named(sessions: Sequence[Session]) -> str:
    """One by its words, several by their number."""
    if len(sessions) == 1:
        return quoted(sessions[0].intent, kind(sessions[0]))
    return plural(len(sessions), "session")


def kind(session: Session) -> str:
    """What it is called where nobody said what it was on."""
    return "a break" if session.kind.is_break else "a session"


def times(session: Session) -> str:
    """From when to when, where it was lived: `09:05 to 09:30`."""
    began = session.started
    return f"{shown(began.at_ms, began)} to {shown(session.ended_at_ms, began)}"
