"""How goals stand: what was put in, how steadily, how long they were left alone."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from focus_tui.domain.board import column
from focus_tui.domain.cards import Asks, Card
from focus_tui.domain.consistency import steadiness
from focus_tui.domain.durations import plural
from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.goal import Column, Goal, checkpoint_due
from focus_tui.domain.inputs import (
    Input,
    Measure,
    Worked,
    done_of,
    in_words,
    still_to_go,
    worked_in,
)
from focus_tui.domain.session import Phase, Session
from focus_tui.domain.week import Week, days_between
from focus_tui.services.commitments import Commitments
from focus_tui.services.daysoff import Off
from focus_tui.services.desk import Desk
from focus_tui.services.goals import answered_h, counted
from focus_tui.services.worked import WorkedDays
from focus_tui.store.views import View

WEEKS_SHOWN = 8
SESSIONS_SHOWN = 5
LOOKED_AT = 12
"""So many of a goal's sessions that were added last are looked at for the latest."""


class GoalStanding(NamedTuple):
    """What the board says of a goal. Times are milliseconds."""

    goal: Goal
    this_week: int
    """What this week holds of its cadence, in the cadence's measure; else sessions."""
    focused_ms: int
    """All that was ever put in."""
    days_alone: int | None
    """How many days ago the last session was; None before the first one."""
    counted: int
    """How many of its target there are."""
    score: int | None
    """How steadily its cadence is kept, from 0 to 100; None without one, or before it begins."""
    weeks_ms: tuple[int, ...]
    """What each of the last weeks held, this one last."""


class GoalAccount(NamedTuple):
    """What is to be read beside the board."""

    standing: GoalStanding
    weeks: int
    """In how many weeks something was put in."""
    reachable: str
    """What of the cadence can still be had this week, in words."""
    sessions: tuple[tuple[str, int, str], ...]
    """The last ones: local day, milliseconds of focus, intent."""
    commitments: tuple[str, ...]
    """What is promised for this week and the next."""
    ideas: tuple[str, ...]
    """What its last sessions were drawn from."""
    origin: str
    """The idea that it was, in its words; empty where it was none."""


class Standings:
    """Computed from the sessions of all years; kept while the data and the day are the same."""

    def __init__(
        self,
        desk: Desk,
        worked: WorkedDays,
        commitments: Commitments,
        off: Off,
        days_a_week: Callable[[], int],
    ) -> None:
        self._desk = desk
        self._worked = worked
        self._commitments = commitments
        self._off = off
        self._days_a_week = days_a_week
        self._summed = False
        self._asked: tuple[object, str, tuple[Card, ...]] | None = None
        self._known: tuple[object, str, dict[str, tuple[Worked, ...]]] | None = None

    def of(self, goal: Goal) -> GoalStanding:
        """How a goal stands today."""
        view, today = self._desk.db.read(), self._desk.today()
        rows = self._by_goal(today).get(goal.id, ())
        week = self._commitments.week()
        counts = goal.cadence or Input(1, Measure.SESSIONS)
        worked_on = [row.on for row in rows if row.focused_ms and row.on <= today]
        return GoalStanding(
            goal=goal,
            this_week=done_of(counts, (row for row in rows if _within(row, week))),
            focused_ms=sum(row.focused_ms for row in rows),
            days_alone=days_between(max(worked_on), today) if worked_on else None,
            counted=counted(view, goal.id) if goal.target else 0,
            score=self._score(goal.cadence, rows, today) if goal.cadence else None,
            weeks_ms=_weeks(rows, week),
        )

    def account(self, goal: Goal) -> GoalAccount:
        """All that is shown of one goal beside the board."""
        view = self._desk.db.read()
        standing, week = self.of(goal), self._commitments.week()
        sessions = _last(view.sessions.where(goal_id=goal.id, kind=Phase.FOCUS.value))
        ids = dict.fromkeys(each.idea_id for each in sessions if each.idea_id)
        ideas = (view.ideas.get(id) for id in ids)
        promised = (
            each.commitment for ahead in (0, 1) for each in self._commitments.of(week.after(ahead))
        )
        return GoalAccount(
            standing=standing,
            weeks=self.weeks_worked(goal),
            reachable=self._reachable(standing, week),
            sessions=tuple((each.started.on, each.focused_ms, each.intent) for each in sessions),
            commitments=tuple(
                dict.fromkeys(
                    f"{each.text}, {in_words(each.input)}"
                    for each in promised
                    if each.goal_id == goal.id
                )
            ),
            ideas=tuple(idea.title for idea in ideas if idea and idea.deleted_at is None),
            origin=self.origin(goal),
        )

    def origin(self, goal: Goal) -> str:
        """The words of the idea that a goal was; empty where it was none, or that was deleted."""
        idea = self._desk.db.read().ideas.get(goal.idea_id) if goal.idea_id else None
        return idea.title if idea and idea.deleted_at is None else ""

    def _reachable(self, standing: GoalStanding, week: Week) -> str:
        cadence, today = standing.goal.cadence, self._desk.today()
        if cadence is None:
            return ""
        held = {row.on for row in self._rows(standing.goal.id) if row.sessions}
        left = [on for on in week.days if on >= today and on not in held]
        return still_to_go(cadence, standing.this_week, len(left)) or "kept"

    def showing_up(self) -> int | None:
        """How steadily the person shows up at all, from 0 to 100; None before the first session."""
        today = self._desk.today()
        rows = [row for each in self._by_goal(today).values() for row in each]
        return self._score(Input(self._days_a_week(), Measure.DAYS), tuple(rows), today)

    def checkpoints(self, on: str) -> tuple[Card, ...]:
        """The goals to be looked at on a local day; none before `sum_years` was asked once.

        While the data can't be read, those that were when they could.
        """
        if not self._summed:
            return ()
        with suppress(DataUnusable):
            view = self._desk.db.read()
            if self._asked is None or self._asked[0] is not view or self._asked[1] != on:
                self._asked = view, on, tuple(self._due(view, on))
        return self._asked[2] if self._asked else ()

    def sum_years(self) -> None:
        """Sum what goals took in all years: from then on they may ask whether they go on."""
        self._worked.all()
        self._summed = True
        self._asked = None  # what was known without them

    @property
    def complete(self) -> bool:
        """Whether past years are in the sums."""
        return self._worked.ready

    def _due(self, view: View, on: str) -> Iterator[Card]:
        for goal in column(view.goals.all(), Column.ACTIVE):
            focused_ms = sum(row.focused_ms for row in self._by_goal(on).get(goal.id, ()))
            if checkpoint_due(goal, focused_ms, 0):
                hours = checkpoint_due(goal, focused_ms, answered_h(view, goal.id))
                if hours:
                    yield Card(Asks.CHECKPOINT, goal, hours=hours)

    def alone(self, goal: Goal) -> str:
        """How long a goal was left alone, in words, without a look at all years."""
        if self._summed:
            return alone(self.of(goal).days_alone)
        last = self._desk.db.read().sessions.last("goal_id", goal.id, LOOKED_AT)
        days = [row.on for each in last if (row := worked_in(each))]
        if not days:
            return "not lately"
        return alone(days_between(max(days), self._desk.today()))

    def weeks_worked(self, goal: Goal) -> int:
        """In how many weeks something was put into a goal."""
        this = date.fromisoformat(self._commitments.week().first_on)
        return len({(date.fromisoformat(row.on) - this).days // 7 for row in self._rows(goal.id)})

    def _rows(self, goal_id: str) -> tuple[Worked, ...]:
        return self._by_goal(self._desk.today()).get(goal_id, ())

    def _by_goal(self, today: str) -> dict[str, tuple[Worked, ...]]:
        """All work by goal; what was on none stands under an empty id."""
        rows = self._worked.so_far()
        if self._known is None or self._known[0] is not rows or self._known[1] != today:
            found: dict[str, list[Worked]] = {}
            for row in rows:
                found.setdefault(row.goal_id or "", []).append(row)
            self._known = rows, today, {id: tuple(each) for id, each in found.items()}
        return self._known[2]

    def _score(self, cadence: Input, rows: tuple[Worked, ...], today: str) -> int | None:
        return steadiness(cadence, rows, today, today, self._off.days())


def alone(days: int | None) -> str:
    """How long ago something was last worked on, in words."""
    if days is None:
        return "not begun"
    if days <= 1:
        return "yesterday" if days == 1 else "today"
    return f"{plural(days, 'day')} alone"


def _last(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    found = (each for each in sessions if worked_in(each))
    return tuple(sorted(found, key=lambda each: each.started.at_ms, reverse=True)[:SESSIONS_SHOWN])


def _within(row: Worked, week: Week) -> bool:
    return week.first_on <= row.on <= week.last_on


def _weeks(rows: tuple[Worked, ...], this: Week) -> tuple[int, ...]:
    sums = []
    for back in range(WEEKS_SHOWN - 1, -1, -1):
        week = this.after(-back)
        sums.append(sum(row.focused_ms for row in rows if _within(row, week)))
    return tuple(sums)
