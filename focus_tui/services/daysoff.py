"""Days on which the person does not mean to work."""

from datetime import date

from focus_tui.domain.dayoff import LONGEST_DAYS, DaysOff, days_off
from focus_tui.domain.durations import day
from focus_tui.domain.errors import BadInput, NotFound
from focus_tui.domain.text import LINE_LIMIT, accepted
from focus_tui.services.desk import Desk

HOW = "as 2026-12-24, or 2026-12-24 to 2026-12-31 holiday"


class Off:
    """Declares days off, and takes them back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[DaysOff, ...]:
        """What is declared, the latest first."""
        found = (each for each in self._desk.db.read().daysoff.all() if each.deleted_at is None)
        return tuple(sorted(found, key=lambda each: (each.first_on, each.id), reverse=True))

    def days(self) -> frozenset[str]:
        """All days that are off."""
        return days_off(self._desk.db.read().daysoff.all())

    def declare(self, line: str) -> str:
        """Take `2026-12-24`, `today`, or `2026-12-24 to 2026-12-31`, and a reason after it."""
        said = accepted(line, field="line", limit=LINE_LIMIT, one_line=True)
        word, why = _split(said)
        first = last = self._date(word)
        if (following := _split(why))[0] == "to":
            word, why = _split(following[1])
            last = self._date(word)
        if not 0 <= (last - first).days < LONGEST_DAYS:
            raise BadInput("Days off end after they begin, and within a year.")
        with self._desk.act("") as tx:
            off = DaysOff(id=tx.new_id(), first_on=str(first), last_on=str(last), why=why)
            tx.label = f"take {named(off)} off"
            tx.daysoff.put(off)
        return f"Off: {named(off)}."

    def delete(self, off_id: str) -> str:
        """Take a declaration back."""
        with self._desk.act("") as tx:
            off = tx.daysoff.get(off_id)
            if off is None:
                raise NotFound("Those days off are not there any more.")
            tx.label = f"take {named(off)} back"
            tx.daysoff.put(off._replace(deleted_at=tx.reading.wall_ms))
        return f"Not off after all: {named(off)}."

    def _date(self, word: str) -> date:
        if word.casefold() == "today":
            word = self._desk.today()
        try:
            return date.fromisoformat(word)
        except ValueError:
            raise BadInput(f"Say which days are off, {HOW}.") from None


def _split(text: str) -> tuple[str, str]:
    """The first word and what follows it."""
    word, _, rest = text.strip().partition(" ")
    return word, rest.strip()


def named(off: DaysOff) -> str:
    """Days off in words: `Thu 24 Dec to Thu 31 Dec`."""
    first, last = day(off.first_on), day(off.last_on)
    return first if off.first_on == off.last_on else f"{first} to {last}"
