"""The person's own checklists that open and close a day; what is done of them lasts for the day."""

from collections.abc import Callable
from typing import NamedTuple

from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.text import quoted
from focus_tui.services.desk import Desk
from focus_tui.services.recent import noted_on

RITUALS = (MarkKind.OPENING, MarkKind.CLOSING)


class Step(NamedTuple):
    """A line of a ritual."""

    text: str
    done: bool


class Rituals:
    """Never forced: a line is ticked or left, and nobody counts."""

    def __init__(self, desk: Desk, lines: Callable[[MarkKind], tuple[str, ...]]) -> None:
        """`lines` gives what is to be done in one of RITUALS."""
        self._desk = desk
        self._lines = lines

    def fitting(self) -> MarkKind:
        """The opening one before the day's first session, then the closing one."""
        present = self._desk.present()
        begun = present.interval is not None or present.day.focus
        return MarkKind.CLOSING if begun else MarkKind.OPENING

    def steps(self, ritual: MarkKind) -> tuple[Step, ...]:
        """Its lines in the person's order, each with whether it is done today."""
        noted = self._desk.present().day.noted
        done = {each.text for each in noted if each.kind is ritual}
        return tuple(Step(line, line in done) for line in self._lines(ritual))

    def turn(self, ritual: MarkKind, line: str) -> None:
        """A line is done today; one that is, is not after all."""
        with self._desk.act("") as tx:
            on, now = self._desk.day_of(tx), tx.reading.wall_ms
            ticks = [e for e in noted_on(tx, on) if e.kind is ritual and e.text == line]
            for each in ticks:
                tx.marks.put(each._replace(deleted_at=now))
            if not ticks:
                tx.marks.put(Mark(id=tx.new_id(), kind=ritual, on=on, at_ms=now, text=line))
            tx.label = f"{'untick' if ticks else 'tick'} {quoted(line)}"
