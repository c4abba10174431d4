"""What a range shows, beside a slow and obvious second computation of each of its fields."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.consistency import score
from focus_tui.domain.dayfacts import (
    DayFacts,
    DayRecord,
    WorkedOn,
    by_day,
    counted,
    facts_of,
    from_row,
)
from focus_tui.domain.daytime import zone_of
from focus_tui.domain.goal import Area, Column, Goal
from focus_tui.domain.inputs import Measure, planned_ms
from focus_tui.domain.insights import DayShown, Energy, GoalShown, Insights, Promising, When
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.session import Focused, Outcome, Phase, Session, Stamp
from focus_tui.domain.showing import Plans, insights_of
from focus_tui.domain.spans import Span, What
from focus_tui.domain.week import Week
from tests.domain.desk import MINUTE
from tests.domain.histories import STEP, History, histories
from tests.domain.looks import INTERRUPTED, OFF, SESSION_MS, Look, energies_on, looks
from tests.domain.slowly import amount, done, focused, is_for, ms, steps


def local(at_ms: int, session: Session) -> datetime:
    utc = datetime.fromtimestamp(at_ms // 1000, UTC)
    return utc.astimezone(zone_of(session.started))


def days(look: Look, found: Insights) -> None:
    assert found.over == look.over
    assert found.last_on == look.lasts
    if look.over.reach is not Reach.ALL:
        assert found.first_on == look.over.first_on
    else:
        held = [each.started.on for each in look.sessions]
        held += [e.on for e in look.lived.marks if e.on and energies_on(look, e.on)]
        begun = [on for on in held if on <= look.lasts]
        assert found.first_on == (min(begun) if begun else look.lasts)
    wanted = []
    on = date.fromisoformat(found.first_on)
    while str(on) <= look.lasts:
        wanted.append(day(look, str(on)))
        on += timedelta(1)
    assert found.days == tuple(wanted)
    assert found.focused_ms == focused(look.focus)
    assert found.sessions == len(done(look.focus))
    assert found.shown_up == len({each.started.on for each in done(look.focus)})


def day(look: Look, on: str) -> DayShown:
    here = [each for each in look.focus if each.started.on == on]
    answers = energies_on(look, on)
    return DayShown(on, focused(here), len(done(here)), answers[-1].amount if answers else None)


def stretch(look: Look, found: Insights, on: str) -> str:
    """What the bucket of a day has in common."""
    if look.over.reach in (Reach.DAY, Reach.WEEK):
        return on
    if look.over.reach in (Reach.MONTH, Reach.QUARTER):
        return Week.of(on, look.lived.calendar.rule(on).first_weekday).first_on
    return on[:7]  # all there is here is less than three years


def goals(look: Look, found: Insights) -> None:
    stretches = [stretch(look, found, each.on) for each in found.days]
    firsts = [each.on for n, each in enumerate(found.days) if stretches[n] not in stretches[:n]]
    assert found.buckets == tuple(firsts)
    by_id = {each.id: each for each in look.lived.goals}
    for shown in found.goals:
        on_it = [s for s in look.focus if (s.goal_id if s.goal_id in by_id else "") == shown.id]
        assert shown.focused_ms == focused(on_it)
        for first, held_ms in zip(found.buckets, shown.buckets_ms, strict=True):
            assert held_ms == focused(
                [
                    each
                    for each in on_it
                    if stretch(look, found, each.started.on) == stretch(look, found, first)
                ]
            )
        if shown.id:
            goal = by_id[shown.id]
            assert (shown.title, shown.letter, shown.hue) == (goal.title, "G", goal.hue)
            assert shown.consistency == steadily(look, goal)
        else:
            assert shown == GoalShown("", "", "·", 0, shown.buckets_ms, None)
    worked_on = {s.goal_id if s.goal_id in by_id else "" for s in look.focus if focused([s])}
    begun = {
        each.id
        for each in look.lived.goals
        if each.column is Column.ACTIVE
        and each.deleted_at is None
        and each.archived_at is None
        and found.days
        and steadily(look, each) is not None
    }
    assert [each.id for each in found.goals] == sorted(
        worked_on | begun,
        key=lambda id: (
            not id,
            -sum(each.focused_ms for each in found.goals if each.id == id),
            by_id[id].title if id else "",
        ),
    )


def steadily(look: Look, goal: Goal) -> int | None:
    """The score of a goal's cadence when the range ended."""
    rows = [s for s in look.all_focus if s.goal_id == goal.id and s.started.on <= look.lasts]
    if goal.cadence is None or not rows:
        return None
    amounts: dict[str, int] = {}
    for each in rows:
        same = [other for other in rows if other.started.on == each.started.on]
        amounts[each.started.on] = amount(goal.cadence, same)
    last = date.fromisoformat(look.lasts)
    if look.lasts == look.today and not amounts.get(look.today):
        last -= timedelta(1)
    return score(goal.cadence, amounts, min(amounts), str(last), OFF)


def when(look: Look, found: Insights) -> None:
    hours = [[0] * 6 for _ in range(24)]
    weekdays = [[0] * 6 for _ in range(7)]
    for each in look.focus:
        weekday = date.fromisoformat(each.started.on).weekday()
        for into, worked in steps(each):
            hour = local(each.started.at_ms + into, each).hour
            hours[hour][0] += STEP if worked else 0
            weekdays[weekday][0] += STEP if worked else 0
        if each.focused:
            answer = 1 + list(Focused).index(each.focused)
            hours[local(each.started.at_ms, each).hour][answer] += 1
            weekdays[weekday][answer] += 1
    for mark, session in look.marks(*INTERRUPTED):
        kind = 4 + INTERRUPTED.index(mark.kind)
        hours[local(mark.at_ms, session).hour][kind] += 1
        weekdays[date.fromisoformat(session.started.on).weekday()][kind] += 1
    assert found.hours == tuple(When(*each) for each in hours)
    assert found.weekdays == tuple(When(*each) for each in weekdays)


def words(look: Look, found: Insights) -> None:
    said: dict[str, list[str]] = {}
    for mark, _ in look.marks(*INTERRUPTED):
        if mark.text.strip():
            said.setdefault(mark.text.strip().lower(), []).append(mark.text.strip())
    expected = [(each[0], len(each)) for each in said.values()]
    assert found.words == tuple(sorted(expected, key=lambda each: each[1], reverse=True))


def lengths(look: Look, found: Insights) -> None:
    took = [focused([each]) // MINUTE // 5 * 5 for each in done(look.focus)]
    assert found.lengths == tuple((each, took.count(each)) for each in sorted(set(took)))


def promising(look: Look, found: Insights) -> None:
    weeks = []
    for each in found.days:
        week = Week.of(each.on, look.lived.calendar.rule(each.on).first_weekday)
        if week not in weeks:
            weeks.append(week)
    assert found.promising == tuple(promised(look, week) for week in sorted(weeks))


def promised(look: Look, week: Week) -> Promising:
    here = [
        each
        for each in look.lived.commitments
        if each.deleted_at is None and any(each.first_on <= on <= each.last_on for on in week.days)
    ]
    kept = 0
    for each in here:
        for_it = [session for session in look.all_focus if is_for(session, each)]
        counts = each.input.measure is not Measure.DONE
        put_in = counts and amount(each.input, for_it) >= each.input.count
        kept += each.done_at is not None or put_in
    planned = [planned_ms(each.input, SESSION_MS) // (2 if each.two_weeks else 1) for each in here]
    in_week = [each for each in look.all_focus if each.started.on in week.days]
    return Promising(week.first_on, sum(planned), focused(in_week), len(here), kept)


def energies(look: Look, found: Insights) -> None:
    for number, energy in enumerate(found.energies, 1):
        shown = [each for each in found.days if each.energy == number]
        assert energy == Energy(number, len(shown), sum(each.focused_ms for each in shown))
    assert len(found.energies) == 5


def areas(look: Look, found: Insights) -> None:
    by_id = {each.id: each for each in look.lived.goals}
    ideas = {each.id: each for each in look.lived.ideas}
    held = dict.fromkeys(Area, 0)
    for each in look.focus:
        goal = by_id.get(each.goal_id or "")
        if each.goal_id is None and each.idea_id:
            goal = by_id.get(ideas[each.idea_id].goal_id or "")
        if goal:
            held[goal.area] += focused([each])
        elif each.idea_id:
            held[Area.EXPLORE] += focused([each])
    assert (found.core_ms, found.explore_ms) == (held[Area.CORE], held[Area.EXPLORE])


def sums(look: Look, found: Insights) -> None:
    assert found.overtime_ms == sum(ms(each, What.OVERTIME) for each in look.focus)
    breaks = [e for e in look.sessions if e.kind is not Phase.FOCUS and e.outcome != "void"]
    past = [ms(each, What.OVERRUN) for each in breaks]
    assert (found.overrun_ms, found.breaks) == (sum(past), len(past))
    assert found.overrun_breaks == len([each for each in past if each >= 5 * MINUTE])
    outcomes = [each.outcome for each in look.sessions if each.kind is Phase.FOCUS]
    assert found.voided == outcomes.count(Outcome.VOID)
    assert found.early == outcomes.count(Outcome.EARLY)
    assert found.abandoned == outcomes.count(Outcome.ABANDONED)
    limit_ms = look.lived.limit_ms
    over = [each.focused_ms - limit_ms for each in found.days if each.focused_ms > limit_ms > 0]
    assert (found.over_limit_days, found.over_limit_ms) == (len(over), sum(over))
    assert found.beyond == len({session.id for _, session in look.marks(MarkKind.BEYOND)})


CHECKS = (days, goals, when, words, lengths, promising, energies, areas, sums)


@settings(max_examples=200)
@given(looks())
def test_each_field_is_what_a_slow_look_says(look: Look) -> None:
    found = look.shown()
    for check in CHECKS:
        check(look, found)


@settings(max_examples=30)
@given(histories())
def test_facts_come_back_from_json_as_they_were(lived: History) -> None:
    for record in by_day(lived.sessions, lived.marks).values():
        facts = facts_of(record)
        assert from_row(json.loads(json.dumps(facts))) == facts


@pytest.mark.parametrize(("past_ms", "long"), [(5 * MINUTE - 1, 0), (5 * MINUTE, 1)])
def test_a_break_runs_long_from_five_minutes_past_its_end_on(past_ms: int, long: int) -> None:
    pause = Session(
        id="b",
        kind=Phase.SHORT_BREAK,
        started=Stamp(0, "UTC", 0, "1970-01-01"),
        planned_ms=5 * MINUTE,
        spans=(Span(What.BREAK, 5 * MINUTE), Span(What.OVERRUN, past_ms)),
        outcome=Outcome.DONE,
    )
    facts = facts_of(DayRecord((pause,), ()))
    assert (facts.breaks, facts.overrun_ms, facts.overrun_breaks) == (1, past_ms, long)


def test_one_word_in_another_case_is_the_same() -> None:
    said = [("mail", 1), ("Phone", 2), ("Mail", 3), ("phone", 1), ("MAIL", 1)]
    assert counted(said) == (("mail", 5), ("Phone", 3))


def range_of(first_on: str, last_on: str) -> Insights:
    facts = {on: DayFacts(worked=(WorkedOn("g", None, 1),)) for on in (first_on, last_on)}
    over = Range.of(Reach.ALL, last_on)
    return insights_of(facts, Plans(Calendar()), over, last_on)


@pytest.mark.parametrize(
    ("first_on", "last_on", "count", "second"),
    [
        ("2023-11-23", "2026-11-23", 37, "2023-12-01"),
        ("2023-11-24", "2026-11-25", 37, "2023-12-01"),
        ("2023-01-01", "2026-01-04", 4, "2024-01-01"),
        ("2016-11-23", "2026-11-23", 11, "2017-01-01"),
    ],
)
def test_all_is_summed_by_months_up_to_three_years(
    first_on: str, last_on: str, count: int, second: str
) -> None:
    found = range_of(first_on, last_on)
    assert found.buckets[:2] == (first_on, second)
    assert len(found.buckets) == count
    assert found.goals == (GoalShown("", "", "·", 0, (1, *[0] * (count - 2), 1), None),)


def test_nothing_is_shown_where_nothing_was() -> None:
    over = Range.of(Reach.ALL, "2026-11-23")
    found = insights_of({}, Plans(Calendar()), over, "2026-11-23")
    assert found.days == (DayShown("2026-11-23", 0, 0, None),)
    assert (found.goals, found.words, found.lengths) == ((), (), ())
    ahead = insights_of({}, Plans(Calendar()), Range.of(Reach.WEEK, "2026-12-01"), "2026-11-23")
    assert (ahead.days, ahead.buckets, ahead.promising) == ((), (), ())
