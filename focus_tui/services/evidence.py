"""The evidence of weeks, of all years, and what is found in it."""

from collections import Counter
from collections.abc import Callable

from focus_tui.domain.evidence import Evidence, Verdict
from focus_tui.domain.gathering import evidence_of
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.nextweek import Draft, drafts
from focus_tui.domain.proposals import LOOKED_BACK as JUDGED_WITH
from focus_tui.domain.proposals import Proposal, proposals
from focus_tui.domain.week import Week
from focus_tui.domain.wins import LOOKED_BACK as COMPARED_WITH
from focus_tui.domain.wins import Win, wins
from focus_tui.services.choosing import front
from focus_tui.services.commitments import Commitments, Standing
from focus_tui.services.daysoff import Off
from focus_tui.services.desk import Desk
from focus_tui.services.weekrecords import WeekRecords
from focus_tui.services.worked import WorkedDays


class Evidences:
    """Computed from the data as they are, and kept while these are the same.

    All raise DataUnusable where a file can't be read that a week lies in.
    """

    def __init__(
        self,
        desk: Desk,
        worked: WorkedDays,
        commitments: Commitments,
        off: Off,
        limit_ms: Callable[[], int],
    ) -> None:
        self._desk = desk
        self._records = WeekRecords(desk, worked)
        self._commitments = commitments
        self._off = off
        self._limit_ms = limit_ms
        self._asked: tuple[object, ...] = ()
        self._known: dict[Week, tuple[object, Evidence]] = {}

    def week(self, on: str | None = None) -> Week:
        """The week that holds a local day, as weeks were then; this week where none is named."""
        if on is None:
            return self._commitments.week()
        calendar = self._desk.calendar(self._desk.db.read())
        return Week.of(on, calendar.rule(on).first_weekday)

    def of(self, week: Week) -> Evidence:
        """What the data say about a week."""
        asked = self._desk.db.read(), self._desk.zone, self._limit_ms()
        if asked != self._asked:
            self._asked, self._known = asked, {}
        signs = self._records.signs(week.days)
        if week not in self._known or self._known[week][0] != signs:
            evidence = evidence_of(self._records.lived(week, asked[2]), week)
            self._known[week] = signs, evidence
        return self._known[week][1]

    def before(self, week: Week, weeks: int) -> tuple[Evidence, ...]:
        """The same of so many weeks before a week, the newest first."""
        return tuple(self.of(week.after(-back)) for back in range(1, weeks + 1))

    def standings(self, week: Week) -> tuple[Standing, ...]:
        """How the promises of a week that is over stood when it ended."""
        view = self._desk.db.read()
        found = []
        for each in self.of(week).promised:
            commitment = view.commitments.get(each.id)
            goal = view.goals.get(each.goal_id) if each.goal_id else None
            if commitment is not None:
                kept = each.verdict is Verdict.KEPT
                found.append(Standing(commitment, goal, each.done, kept, ""))
        return tuple(found)

    def wins(self, week: Week) -> tuple[Win, ...]:
        """What was accomplished in a week, beside the weeks before it."""
        return wins(self.of(week), self.before(week, COMPARED_WITH))

    def proposals(self, week: Week) -> tuple[Proposal, ...]:
        """What a week that is over proposes to change."""
        view = self._desk.db.read()
        counted = Counter[str]()
        for mark in view.marks.among("kind", [MarkKind.MORE.value]):
            if mark.goal_id and mark.deleted_at is None:
                counted[mark.goal_id] += mark.amount
        before = self.before(week, JUDGED_WITH)
        return proposals(self.of(week), before, view.goals.all(), counted, self._off.days())

    def drafts(self, week: Week) -> tuple[Draft, ...]:
        """What could be promised for a week, after the one before it."""
        view = self._desk.db.read()
        return drafts(
            self.of(week.after(-1)),
            week,
            goals=view.goals.all(),
            commitments=view.commitments.all(),
            front=front(view),
        )
