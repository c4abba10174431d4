"""Where sessions and their marks lie inside one act: in the data file, or a past year's archive."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from focus_tui.domain.errors import NotFound
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Session
from focus_tui.services.desk import Desk
from focus_tui.store.transaction import Archive, Transaction

GONE = "That session is not there any more."


class Shelves:
    """Reads and changes sessions wherever they lie; what changes is stamped as edited."""

    def __init__(self, desk: Desk, tx: Transaction) -> None:
        self._desk = desk
        self._tx = tx
        self._archived = desk.db.archives().keys()

    def found(self, seen: Session) -> Session:
        """A session as it is now that was seen before. Raises NotFound."""
        shelf = self._shelf(seen)
        session = shelf.sessions.get(seen.id) if shelf else None
        if session is None:
            raise NotFound(GONE)
        return session

    def _shelf(self, session: Session) -> Archive | Transaction | None:
        if self._tx.sessions.get(session.id) is not None:
            return self._tx
        year = _year(session)
        if year in self._archived:
            archive = self._tx.archive(year)
            return archive if archive.sessions.get(session.id) is not None else None
        return None

    def put(self, before: Session, after: Session) -> None:
        """Write what a session has become, where it lies; in another year it comes out of there."""
        shelf = self._shelf(before)
        if shelf is not None and shelf is not self._tx and _year(before) != _year(after):
            self._tx.take_out(_year(before), before.id)
            shelf = self._tx
        edited = replace(after, edited_at=self._tx.reading.wall_ms)
        (shelf or self._tx).sessions.put(edited)

    def add(self, session: Session) -> None:
        """Write a new one; a past year takes it with the others of it."""
        self._tx.sessions.put(replace(session, edited_at=self._tx.reading.wall_ms))

    def marks(self, session: Session, *kinds: MarkKind) -> tuple[Mark, ...]:
        """The marks on a session, of all kinds when none is given, in order of their ids."""
        shelf = self._shelf(session)
        found = shelf.marks.where(session_id=session.id) if shelf else ()
        return tuple(each for each in found if each.deleted_at is None and _of(each, kinds))

    def put_mark(self, session: Session, mark: Mark) -> None:
        """Write a mark beside a session."""
        (self._shelf(session) or self._tx).marks.put(mark)

    def give_mark(self, mark: Mark, giver: Session, taker: Session, by_ms: int) -> None:
        """Hand a mark from one session to another, whose account begins so much later."""
        place = max(0, mark.amount - by_ms) if mark.amount else 0
        given = mark._replace(session_id=taker.id, amount=place)
        shelf, other = self._shelf(giver), self._shelf(taker)
        if shelf is not None and other is not None and _same(shelf, other, giver, taker):
            shelf.marks.put(given)
            return
        self.put_mark(giver, mark._replace(deleted_at=self._tx.reading.wall_ms))
        self.put_mark(taker, given._replace(id=self._tx.new_id()))

    def near(self, begin_ms: int, end_ms: int, on: str) -> Iterator[Session]:
        """The sessions that may share time with a stretch that begins on a local day."""
        long = timedelta(milliseconds=end_ms - begin_ms) + timedelta(days=1)
        first = date.fromisoformat(on)
        days = [str(first + timedelta(number)) for number in range(-1, long.days + 2)]
        yield from self._tx.sessions.among("on", days)
        for year in sorted({int(day[:4]) for day in days} & self._archived):
            yield from self._tx.archive(year).sessions.among("on", days)


def _same(
    one: Archive | Transaction, other: Archive | Transaction, first: Session, second: Session
) -> bool:
    """Whether both lie in one file."""
    both = isinstance(one, Transaction), isinstance(other, Transaction)
    return all(both) or (not any(both) and _year(first) == _year(second))


def _of(mark: Mark, kinds: tuple[MarkKind, ...]) -> bool:
    return not kinds or mark.kind in kinds


def _year(session: Session) -> int:
    return int(session.started.on[:4])
