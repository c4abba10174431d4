"""The evidence of a week, beside a slow and obvious second computation of each of its fields."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from focus_tui.domain.besthour import best_hour
from focus_tui.domain.calendar import Calendar
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.daytime import zone_of
from focus_tui.domain.evidence import Evidence, Hour, Promised, Said, Titled, Verdict
from focus_tui.domain.gathering import evidence_of
from focus_tui.domain.goal import Column
from focus_tui.domain.idea import IdeaState
from focus_tui.domain.inputs import Measure
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Focused, Outcome, Phase, Session
from focus_tui.domain.spans import Span, What
from tests.domain.desk import MINUTE, at
from tests.domain.histories import HOME, STEP, WEEKS, History, histories, stamp
from tests.domain.slowly import amount, done, focused, is_for, ms, steps


class Slowly:
    """The same week, one document after the other."""

    def __init__(self, lived: History) -> None:
        self.lived = lived
        self.days = lived.week.days
        self.in_week = [
            each
            for each in lived.sessions
            if each.started.on in self.days and each.deleted_at is None
        ]
        self.in_week.sort(key=lambda each: (each.started.at_ms, each.id))
        self.focus = [e for e in self.in_week if e.kind is Phase.FOCUS and e.outcome != "void"]

    def falls_in(self, at_ms: int | None) -> bool:
        return at_ms is not None and self.lived.calendar.day_of(at_ms, HOME) in self.days

    def marks(self, *kinds: MarkKind, of: list[Session] | None = None) -> list[Mark]:
        ids = [each.id for each in (self.focus if of is None else of)]
        found = [
            each
            for each in self.lived.marks
            if each.kind in kinds and each.session_id in ids and each.deleted_at is None
        ]
        return sorted(found, key=lambda each: (each.at_ms, each.id))

    def texts(self, kind: MarkKind, of: list[Session] | None = None) -> tuple[str, ...]:
        return tuple(each.text for each in self.marks(kind, of=of) if each.text)


def days_and_sums(lived: History, evidence: Evidence) -> None:
    slow = Slowly(lived)
    over = 0
    for on, day in zip(lived.week.days, evidence.days, strict=True):
        here = [each for each in slow.focus if each.started.on == on]
        answers = [
            each
            for each in lived.marks
            if each.kind is MarkKind.ENERGY and each.on == on and each.deleted_at is None
        ]
        last = max(answers, key=lambda each: (each.at_ms, each.id), default=None)
        assert day == (on, focused(here), len(done(here)), last.amount if last else None)
        over += max(0, focused(here) - lived.limit_ms) if lived.limit_ms else 0
    assert evidence.over_limit_ms == over
    assert evidence.over_limit == sum(day.focused_ms > lived.limit_ms > 0 for day in evidence.days)
    assert evidence.focused_ms == focused(slow.focus)
    assert evidence.sessions == len(done(slow.focus))
    assert evidence.shown_up == len({each.started.on for each in done(slow.focus)})
    assert evidence.overtime_ms == sum(ms(each, What.OVERTIME) for each in slow.focus)
    breaks = [each for each in slow.in_week if each.kind is not Phase.FOCUS]
    assert evidence.overrun_ms == sum(
        ms(each, What.OVERRUN) for each in breaks if each.outcome is not Outcome.VOID
    )
    void = [e for e in slow.in_week if e.kind is Phase.FOCUS and e.outcome is Outcome.VOID]
    assert (evidence.voided, evidence.voided_ms) == (len(void), focused(void))
    assert evidence.why_voided == slow.texts(MarkKind.VOIDED, of=void)


def the_best_hour(lived: History, evidence: Evidence) -> None:
    slow, held = Slowly(lived), [0] * 24
    for session in slow.focus:
        for into, worked in steps(session):
            then = datetime.fromtimestamp((session.started.at_ms + into) // 1000, UTC)
            held[then.astimezone(zone_of(session.started)).hour] += STEP if worked else 0
    best = max(held)
    expected = Hour(held.index(best), best) if best else None
    assert evidence.best_hour == expected


def promises(lived: History, evidence: Evidence) -> None:
    slow = Slowly(lived)
    standing = [
        each
        for each in lived.commitments
        if each.deleted_at is None
        and any(each.first_on <= on <= each.last_on for on in lived.week.days)
    ]
    assert evidence.promised == tuple(promised(each, lived, slow) for each in standing)
    outside = [e for e in slow.focus if not any(is_for(e, each) for each in standing)]
    assert evidence.outside_ms == focused(outside)
    assert evidence.kept == sum(each.verdict == "kept" for each in evidence.promised)


def promised(each: Commitment, lived: History, slow: Slowly) -> Promised:
    """What became of a promise up to the end of the week."""
    for_it = [
        session
        for session in lived.sessions
        if session.kind is Phase.FOCUS
        and session.outcome is not Outcome.VOID
        and session.deleted_at is None
        and session.started.on <= lived.week.last_on
        and is_for(session, each)
    ]
    ends_here = each.last_on == lived.week.last_on
    on = lived.calendar.day_of(each.done_at, HOME) if each.done_at is not None else "~"
    ticked = each.done_at is not None and (ends_here or on <= lived.week.last_on)
    put_in = amount(each.input, for_it)
    if each.input.measure is Measure.DONE:
        put_in = 1 if ticked else 0
    if ticked or put_in >= each.input.count:
        verdict = "kept"
    elif not ends_here:
        verdict = "running"
    elif each.promised:
        verdict = "adjusted"
    else:
        verdict = "partly" if focused(for_it) else "not"
    return Promised(
        each.id, each.text, each.goal_id, each.input, each.promised, put_in, Verdict(verdict)
    )


def goals_worked_on(lived: History, evidence: Evidence) -> None:
    slow = Slowly(lived)
    by_id = {each.id: each for each in lived.goals}
    assert len({each.id for each in evidence.goals}) == len(evidence.goals)
    for found in evidence.goals:
        on_it = [
            each
            for each in slow.focus
            if (each.goal_id if each.goal_id in by_id else None) == (found.id or None)
        ]
        assert (found.focused_ms, found.sessions) == (focused(on_it), len(done(on_it)))
        if found.id:
            goal = by_id[found.id]
            assert (found.title, found.letter, found.cadence) == (goal.title, "G", goal.cadence)
            assert found.done == (amount(goal.cadence, on_it) if goal.cadence else 0)
        else:
            assert (found.title, found.cadence, found.done) == ("", None, 0)
    active = {
        each.id
        for each in lived.goals
        if each.column is Column.ACTIVE
        and each.deleted_at is None
        and each.archived_at is None
        and lived.calendar.day_of(each.moved_at, HOME) <= lived.week.last_on
    }
    worked_on = {each.goal_id if each.goal_id in by_id else "" for each in slow.focus}
    assert {each.id for each in evidence.goals} == active | worked_on
    times = [each.focused_ms for each in evidence.goals if each.id]
    assert times == sorted(times, reverse=True)
    assert all(each.id for each in evidence.goals[:-1])
    assert sum(each.focused_ms for each in evidence.goals) == evidence.focused_ms


def what_moved(lived: History, evidence: Evidence) -> None:
    slow = Slowly(lived)
    there = [each for each in lived.ideas if each.deleted_at is None]
    assert evidence.ideas.captured == sum(slow.falls_in(each.captured_at) for each in there)
    for state, ideas in (
        (IdeaState.DONE, evidence.ideas.done),
        (IdeaState.DROPPED, evidence.ideas.dropped),
    ):
        came = [each for each in there if each.state is state and slow.falls_in(each.state_at)]
        came.sort(key=lambda each: (each.state_at, each.id))
        assert ideas == tuple((each.id, each.title) for each in came)
    goals = [each for each in lived.goals if each.deleted_at is None]
    for column, titled in (
        (Column.ACTIVE, evidence.moved.begun),
        (Column.ACHIEVED, evidence.moved.achieved),
        (Column.LET_GO, evidence.moved.let_go),
    ):
        moved = [e for e in goals if e.column is column and slow.falls_in(e.moved_at)]
        moved.sort(key=lambda each: (each.moved_at, each.id))
        assert titled == tuple((each.id, each.title) for each in moved)
    more = {
        goal.title: sum(
            each.amount
            for each in lived.marks
            if each.kind is MarkKind.MORE
            and each.goal_id == goal.id
            and each.deleted_at is None
            and slow.falls_in(each.at_ms)
        )
        for goal in goals
    }
    assert dict(evidence.moved.counted) == {title: many for title, many in more.items() if many}


def first_sessions(lived: History, evidence: Evidence) -> None:
    first: dict[str, Session] = {}
    counts = [
        each
        for each in lived.sessions
        if each.kind is Phase.FOCUS
        and each.outcome is not Outcome.VOID
        and each.deleted_at is None
        and focused([each])
    ]
    for session in sorted(counts, key=lambda each: each.started.on):
        for id in (session.goal_id, session.idea_id):
            if id:
                first.setdefault(id, session)
    titles = {each.id: each.title for each in lived.goals if each.deleted_at is None}
    titles |= {each.id: each.title for each in lived.ideas if each.deleted_at is None}
    expected = {
        Titled(id, titles[id])
        for id, session in first.items()
        if session.started.on in lived.week.days and id in titles
    }
    found = evidence.moved.first_sessions
    assert len(set(found)) == len(found)
    assert set(found) == expected


def what_was_said_in_sessions(lived: History, evidence: Evidence) -> None:
    slow = Slowly(lived)
    assert evidence.interrupted.internal == len(slow.marks(MarkKind.INTERNAL))
    assert evidence.interrupted.external == len(slow.marks(MarkKind.EXTERNAL))
    words: dict[str, list[str]] = {}
    for mark in slow.marks(MarkKind.INTERNAL, MarkKind.EXTERNAL):
        if mark.text.strip():
            words.setdefault(mark.text.strip().lower(), []).append(mark.text.strip())
    said = [Said(each[0], len(each)) for each in words.values()]
    said.sort(key=lambda each: each.amount, reverse=True)
    assert evidence.interrupted.words == tuple(said)
    assert evidence.beyond == slow.texts(MarkKind.BEYOND)
    assert evidence.found == slow.texts(MarkKind.FOUND)
    answers = [each.focused for each in slow.focus]
    assert evidence.focused == tuple(answers.count(each) for each in Focused)


def tangents(lived: History, evidence: Evidence) -> None:
    slow = Slowly(lived)
    held: dict[str, int] = {}
    for session in slow.focus:
        own = sorted(
            (e for e in lived.marks if e.session_id == session.id and e.deleted_at is None),
            key=lambda each: (each.amount, each.id),
        )
        for into, worked in steps(session):
            if worked and (words := slid_into(session.intent, own, into)) is not None:
                held[words] = held.get(words, 0) + STEP
    found = evidence.tangents
    assert sorted(found) == sorted(held.items())
    assert [each.amount for each in found] == sorted(held.values(), reverse=True)


def slid_into(intent: str, marks: list[Mark], into: int) -> str | None:
    """What one was at so far into the account; None where it was the intent."""
    instead = [each for each in marks if each.kind is MarkKind.INSTEAD and each.amount > into]
    words = [instead[0].text if instead else intent]
    for mark in marks:
        if mark.amount > into:
            break
        if mark.kind is MarkKind.TANGENT:
            words.append(mark.text)
        elif mark.kind is MarkKind.BACK and len(words) > 1:
            words.pop()
        elif mark.kind is MarkKind.INSTEAD:
            words = words[:1]
    if words == [intent]:
        return None
    return " → ".join(words[1:]) if len(words) > 1 else words[0]


CHECKS = (
    days_and_sums,
    the_best_hour,
    promises,
    goals_worked_on,
    what_moved,
    first_sessions,
    what_was_said_in_sessions,
    tangents,
)


@settings(max_examples=200)
@given(histories())
def test_each_field_is_what_a_slow_look_says(lived: History) -> None:
    evidence = evidence_of(lived.lived(), lived.week)
    assert evidence.week == lived.week
    for check in CHECKS:
        check(lived, evidence)


def session(zone: str, local: str, *spans: Span) -> Session:
    return Session(
        id="s",
        kind=Phase.FOCUS,
        started=stamp(at(local, zone), zone, Calendar()),
        planned_ms=0,
        spans=spans,
        outcome=Outcome.DONE,
    )


def focus(minutes: int) -> Span:
    return Span(What.FOCUS, minutes * MINUTE)


@pytest.mark.parametrize(
    ("zone", "local", "minutes", "hour", "held"),
    [
        ("Europe/Paris", "2026-11-23 09:40", 40, 9, 20),  # of equals the earlier one
        ("Europe/Paris", "2026-03-29 01:50", 40, 3, 30),  # an hour that is skipped
        ("Europe/Paris", "2026-10-25 01:50", 150, 2, 120),  # an hour that comes twice
        ("Australia/Lord_Howe", "2026-04-05 01:00", 100, 1, 90),  # half an hour that does
        ("America/St_Johns", "2010-03-14 00:00", 30, 1, 29),  # a minute past midnight
    ],
)
def test_hours_are_those_of_the_clock_on_the_wall(
    zone: str, local: str, minutes: int, hour: int, held: int
) -> None:
    found = best_hour([session(zone, local, focus(minutes))])
    assert found == Hour(hour, held * MINUTE)


def test_nothing_is_told_of_a_week_in_which_nothing_was() -> None:
    nothing = History(WEEKS[0], Calendar(), (), (), (), (), (), 0)
    found = evidence_of(nothing.lived(), nothing.week)
    days = tuple((on, 0, 0, None) for on in nothing.week.days)
    assert found == Evidence(nothing.week)._replace(days=found.days)
    assert found.days == days
