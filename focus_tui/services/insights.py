"""What ranges of days show, of all years."""

from collections.abc import Callable, Iterator, Mapping

from focus_tui.domain.comparing import Compared, beside, compared, of_length, planned_lengths
from focus_tui.domain.dayfacts import DayFacts
from focus_tui.domain.inputs import Worked
from focus_tui.domain.insights import Insights
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.showing import Plans, insights_of
from focus_tui.domain.sustaining import Sustained, lighter, sustained
from focus_tui.services.dayfacts import Days, FactsOfDays
from focus_tui.services.daysoff import Off
from focus_tui.services.desk import Desk
from focus_tui.services.log import Log
from focus_tui.services.worked import WorkedDays
from focus_tui.store.files import signature_of


class Figures:
    """Computed from the data as they are, and kept while these are the same.

    All but `range` raise DataUnusable where a file can't be read that a range lies in.
    """

    def __init__(
        self,
        desk: Desk,
        log: Log,
        facts: FactsOfDays,
        worked: WorkedDays,
        off: Off,
        *,
        limit_ms: Callable[[], int],
        session_ms: Callable[[], int],
    ) -> None:
        self._desk = desk
        self._log = log
        self._facts = facts
        self._worked = worked
        self._off = off
        self._limit_ms = limit_ms
        self._session_ms = session_ms
        self._asked: tuple[object, ...] = ()
        self._known: dict[Range, Insights] = {}
        self._rows: tuple[object, Mapping[str, tuple[Worked, ...]]] = (None, {})

    def range(self, reach: Reach, on: str) -> Range:
        """The range of that reach that holds a local day, as weeks were then."""
        return self._log.range(reach, on)

    def ready(self, over: Range) -> bool:
        """Whether a range can be shown at once: past years must be gone through, once."""
        return self._worked.ready and not self._facts.missing(*_years(over))

    def prepare(self, over: Range) -> Iterator[tuple[int, int]]:
        """Go through the past years that a range needs, some of it at each step.

        Each step says how many are done, of how many.
        """
        yield from _in_turn(self._facts.prepare(*_years(over)), self._worked.prepare())

    def of(self, over: Range) -> Insights:
        """What a range shows; it is prepared where it was not."""
        asked = self._all_it_rests_on()
        if asked != self._asked:
            self._asked, self._known = asked, {}
        if over not in self._known:
            facts = self._facts.of(*_years(over))
            today = self._desk.today()
            self._known[over] = insights_of(facts, self._plans(facts), over, today)
        return self._known[over]

    def before(self, over: Range) -> Range:
        """The range of the same reach that lies before one."""
        return over.beside(-1, self._log.first_weekday(over.first_on))

    def compared(self, one: Range, other: Range) -> tuple[Compared, ...]:
        """Two ranges side by side."""
        return compared(self.of(one), self.of(other))

    def by_length(self, over: Range, one_min: int, other_min: int) -> tuple[Compared, ...]:
        """The sessions of a range that were planned to take so many minutes, and so many."""
        days = self._days(over)
        return beside(of_length(days, one_min), of_length(days, other_min))

    def planned_lengths(self, over: Range) -> tuple[tuple[int, int], ...]:
        """For how many minutes its sessions were planned, and how many, the most frequent first."""
        return planned_lengths(self._days(over))

    def sustained(self, over: Range) -> Sustained:
        """Whether it can go on as it did in a range."""
        before = self.before(over)
        return sustained(self.of(over), None if before == over else self.of(before))

    def lighter(self) -> str:
        """What the two weeks before this one suggest for the next; empty where it is nothing."""
        last = self.before(self.range(Reach.WEEK, self._desk.today()))
        return lighter(self.sustained(week).level for week in (last, self.before(last)))

    def _days(self, over: Range) -> list[DayFacts]:
        """Those of a range that have begun and held anything."""
        facts, today = self._facts.of(*_years(over)), self._desk.today()
        return [day for on, day in facts.items() if over.holds(on) and on <= today]

    def _all_it_rests_on(self) -> tuple[object, ...]:
        db = self._desk.db
        signs = tuple((year, signature_of(path)) for year, path in db.archives().items())
        return db.read(), self._desk.today(), self._limit_ms(), self._session_ms(), signs

    def _plans(self, facts: Days) -> Plans:
        view = self._desk.db.read()
        ids = {each.idea_id for day in facts.values() for each in day.worked if each.idea_id}
        ideas = {id: idea for id in ids if (idea := view.ideas.get(id))}
        return Plans(
            self._desk.calendar(view),
            goals=view.goals.by_id(),
            ideas=ideas,
            commitments=view.commitments.all(),
            worked=self._worked_on(),
            off=self._off.days(),
            limit_ms=self._limit_ms(),
            session_ms=self._session_ms(),
        )

    def _worked_on(self) -> Mapping[str, tuple[Worked, ...]]:
        """What was worked on each local day of all years."""
        rows = self._worked.all()
        if self._rows[0] is not rows:
            days: dict[str, list[Worked]] = {}
            for row in rows:
                days.setdefault(row.on, []).append(row)
            self._rows = rows, {on: tuple(held) for on, held in days.items()}
        return self._rows[1]


def _in_turn(*works: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The steps of all, counted together; each says with its first one how many it has."""
    begun = [(work, next(work)[1]) for work in works]
    done, whole = 0, sum(count for _, count in begun)
    yield 0, whole
    for work, count in begun:
        yield from ((done + here, whole) for here, _ in work)
        done += count


def _years(over: Range) -> tuple[int, int]:
    """The first and the last year of a range, with those of the weeks at its edges."""
    first, last = over.first_on, over.last_on
    return int(first[:4]) - (first[5:] < "01-07"), int(last[:4]) + (last[5:] > "12-25")
