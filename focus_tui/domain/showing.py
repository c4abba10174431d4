"""What a range of days shows, summed from what each of its days adds."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from focus_tui.domain.balance import area_of
from focus_tui.domain.calendar import Calendar
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.consistency import steadiness
from focus_tui.domain.dayfacts import DayFacts, counted
from focus_tui.domain.gathering import NO_LETTER
from focus_tui.domain.goal import Area, Column, Goal
from focus_tui.domain.idea import Idea
from focus_tui.domain.inputs import Worked, planned_ms
from focus_tui.domain.insights import (
    HOURS,
    DayShown,
    Energy,
    GoalShown,
    Insights,
    Promising,
    When,
)
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.mark import MOST_ENERGY
from focus_tui.domain.week import Week, days_between

MONTHS_UP_TO_DAYS = 3 * 366
"""All there is of fewer days is summed by months, of more by years."""

_NOTHING = DayFacts()
_NEVER = When(0, 0, 0, 0, 0, 0)

Facts = Mapping[str, DayFacts]
"""By local day; those that held nothing may be missing."""


class Plans(NamedTuple):
    """What figures are made of besides what days hold."""

    calendar: Calendar
    goals: Mapping[str, Goal] = {}
    """Deleted ones too: what went into them stays under their names."""
    ideas: Mapping[str, Idea] = {}
    """Those that were worked on."""
    commitments: tuple[Commitment, ...] = ()
    worked: Mapping[str, tuple[Worked, ...]] = {}
    """By local day, from the first one on: for promises, and how steadily goals are worked on."""
    off: Collection[str] = frozenset()
    limit_ms: int = 0
    """How much focus a day is to hold at most; 0 where there is no limit."""
    session_ms: int = 0
    """How long a session is, where a promise counts them."""


class _Day(NamedTuple):
    on: str
    facts: DayFacts


def insights_of(facts: Facts, plans: Plans, over: Range, today: str) -> Insights:
    """A range as its days show it, up to today. The weeks at its edges need all their days."""
    first_on, last_on = _bounds(facts, over, today)
    days = tuple(_Day(on, facts.get(on, _NOTHING)) for on in _between(first_on, last_on))
    buckets = _buckets(days, over.reach, plans.calendar)
    over_ms = [max(0, day.facts.focused_ms - plans.limit_ms) for day in days if plans.limit_ms]
    areas = _areas(days, plans)
    return Insights(
        over=over,
        first_on=first_on,
        last_on=last_on,
        days=tuple(_shown(day) for day in days),
        buckets=tuple(dict.fromkeys(buckets)),
        goals=_goals(days, buckets, plans, today),
        hours=_hours(days),
        weekdays=_weekdays(days),
        words=_words(days),
        lengths=_lengths(days),
        promising=tuple(_promising(facts, plans, first_on, last_on)),
        energies=_energies(days),
        core_ms=areas[Area.CORE],
        explore_ms=areas[Area.EXPLORE],
        overtime_ms=sum(day.facts.overtime_ms for day in days),
        overrun_ms=sum(day.facts.overrun_ms for day in days),
        breaks=sum(day.facts.breaks for day in days),
        overrun_breaks=sum(day.facts.overrun_breaks for day in days),
        voided=sum(day.facts.voided for day in days),
        early=sum(day.facts.early for day in days),
        abandoned=sum(day.facts.abandoned for day in days),
        over_limit_days=sum(ms > 0 for ms in over_ms),
        over_limit_ms=sum(over_ms),
        beyond=sum(day.facts.beyond for day in days),
    )


# Days, and the stretches they are summed by.


def _bounds(facts: Facts, over: Range, today: str) -> tuple[str, str]:
    last_on = min(over.last_on, today)
    if over.reach is not Reach.ALL:
        return over.first_on, last_on
    return min((on for on in facts if on <= last_on), default=last_on), last_on


def _between(first_on: str, last_on: str) -> Iterator[str]:
    first = date.fromisoformat(first_on)
    for number in range(days_between(first_on, last_on) + 1):
        yield str(first + timedelta(number))


def _shown(day: _Day) -> DayShown:
    return DayShown(day.on, day.facts.focused_ms, day.facts.sessions, day.facts.energy)


def _buckets(days: tuple[_Day, ...], reach: Reach, calendar: Calendar) -> list[str]:
    """For each day the first one of its stretch."""
    firsts: dict[str, str] = {}
    found = []
    for on, _ in days:
        match reach:
            case Reach.DAY | Reach.WEEK:
                stretch = on
            case Reach.MONTH | Reach.QUARTER:
                stretch = _week_of(on, calendar).first_on
            case _:
                stretch = on[:7] if by_months(reach, len(days)) else on[:4]
        found.append(firsts.setdefault(stretch, on))
    return found


def by_months(reach: Reach, days: int) -> bool:
    """Whether a long range of so many days is summed by months, and not by years."""
    return reach is Reach.YEAR or days <= MONTHS_UP_TO_DAYS


def _week_of(on: str, calendar: Calendar) -> Week:
    return Week.of(on, calendar.rule(on).first_weekday)


# Goals.


def _goals(
    days: tuple[_Day, ...], buckets: list[str], plans: Plans, today: str
) -> tuple[GoalShown, ...]:
    """Each goal with work, and the active ones with a cadence that were begun by then."""
    order = {first: number for number, first in enumerate(dict.fromkeys(buckets))}
    held: dict[str, list[int]] = {}
    for day, first in zip(days, buckets, strict=True):
        for each in day.facts.worked:
            id = each.goal_id if each.goal_id in plans.goals else None
            sums = held.setdefault(id or "", [0] * len(order))
            sums[order[first]] += each.focused_ms
    scores = _scores(plans, days[-1].on, today) if days else {}
    begun = (id for id in scores if _is_active(plans.goals[id]))
    shown = [
        _goal(plans.goals.get(id), held.get(id, [0] * len(order)), scores.get(id))
        for id in dict.fromkeys((*held, *begun))
    ]
    return tuple(sorted(shown, key=lambda each: (not each.id, -each.focused_ms, each.title)))


def _is_active(goal: Goal) -> bool:
    return goal.on_board and goal.column is Column.ACTIVE


def _goal(goal: Goal | None, sums: list[int], score: int | None) -> GoalShown:
    if goal is None:
        return GoalShown("", "", NO_LETTER, 0, tuple(sums), None)
    return GoalShown(goal.id, goal.title, goal.letter, goal.hue, tuple(sums), score)


def _scores(plans: Plans, last_on: str, today: str) -> dict[str, int]:
    rows: dict[str, list[Worked]] = {}
    for row in chain.from_iterable(plans.worked.values()):
        rows.setdefault(row.goal_id or "", []).append(row)
    found = {}
    for goal in plans.goals.values():
        if goal.cadence and goal.id in rows:
            score = steadiness(goal.cadence, rows[goal.id], last_on, today, plans.off)
            if score is not None:
                found[goal.id] = score
    return found


def _areas(days: tuple[_Day, ...], plans: Plans) -> Counter[Area]:
    found = Counter[Area]()
    for each in chain.from_iterable(day.facts.worked for day in days):
        area = area_of(each.goal_id, each.idea_id, plans.goals.get, plans.ideas.get)
        if area:
            found[area] += each.focused_ms
    return found


# When, how long, in which words.


def _hours(days: tuple[_Day, ...]) -> tuple[When, ...]:
    found: list[list[When]] = [[_NEVER] for _ in range(HOURS)]
    for hour, when in chain.from_iterable(day.facts.hours for day in days):
        found[hour].append(when)
    return tuple(map(_sum, found))


def _weekdays(days: tuple[_Day, ...]) -> tuple[When, ...]:
    found: list[list[When]] = [[_NEVER] for _ in range(7)]
    for on, facts in days:
        found[date.fromisoformat(on).weekday()] += (when for _, when in facts.hours)
    return tuple(map(_sum, found))


def _sum(each: list[When]) -> When:
    return When(*map(sum, zip(*each, strict=True)))


def _words(days: tuple[_Day, ...]) -> tuple[tuple[str, int], ...]:
    found = counted(chain.from_iterable(day.facts.words for day in days))
    return tuple(sorted(found, key=lambda each: -each[1]))


def _lengths(days: tuple[_Day, ...]) -> tuple[tuple[int, int], ...]:
    found = Counter[int]()
    for minutes, count in chain.from_iterable(day.facts.lengths for day in days):
        found[minutes] += count
    return tuple(sorted(found.items()))


def _energies(days: tuple[_Day, ...]) -> tuple[Energy, ...]:
    found = []
    for energy in range(1, MOST_ENERGY + 1):
        said = [day.facts.focused_ms for day in days if day.facts.energy == energy]
        found.append(Energy(energy, len(said), sum(said)))
    return tuple(found)


# What was promised.


def _promising(facts: Facts, plans: Plans, first_on: str, last_on: str) -> Iterator[Promising]:
    weeks = sorted({_week_of(on, plans.calendar) for on in _between(first_on, last_on)})
    last_days = [week.last_on for week in weeks]
    promises: list[list[Commitment]] = [[] for _ in weeks]
    for each in plans.commitments:
        if each.deleted_at is not None:
            continue
        for number in range(bisect_left(last_days, each.first_on), len(weeks)):
            if weeks[number].first_on > each.last_on:
                break
            promises[number].append(each)
    for week, found in zip(weeks, promises, strict=True):
        yield _week(facts, plans, week, found)


def _week(facts: Facts, plans: Plans, week: Week, promises: list[Commitment]) -> Promising:
    """What was promised for two weeks asks for half of it in each, and is kept in both or none."""
    return Promising(
        week.first_on,
        planned_ms=sum(
            planned_ms(each.input, plans.session_ms) // (2 if each.two_weeks else 1)
            for each in promises
        ),
        focused_ms=sum(facts.get(on, _NOTHING).focused_ms for on in week.days),
        promised=len(promises),
        kept=sum(each.kept(_rows(plans, each)) for each in promises),
    )


def _rows(plans: Plans, commitment: Commitment) -> list[Worked]:
    days = _between(commitment.first_on, commitment.last_on)
    return [row for on in days for row in plans.worked.get(on, ())]
