"""What one local day adds to the figures of every range of days that it lies in."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from focus_tui.domain.besthour import by_hour, hour_at
from focus_tui.domain.durations import MINUTE_MS
from focus_tui.domain.insights import When
from focus_tui.domain.mark import INTERRUPTIONS, Mark, MarkKind
from focus_tui.domain.session import Focused, Outcome, Phase, Session
from focus_tui.domain.spans import What, total

STEP_MIN = 5
"""Lengths of sessions are told apart by so many minutes."""


class WorkedOn(NamedTuple):
    """What went into one goal or idea."""

    goal_id: str | None
    idea_id: str | None
    focused_ms: int


class OfPlan(NamedTuple):
    """What became of the sessions that were planned to take equally long."""

    planned_min: int
    done: int
    short: int
    """How many were ended early, or cut off."""
    yes: int
    """How many were answered "focused: yes"."""
    partly: int
    no: int
    interruptions: int
    focused_ms: int


class DayFacts(NamedTuple):
    """One local day. Times are milliseconds; voided sessions count for nothing but themselves."""

    hours: tuple[tuple[int, When], ...] = ()
    """The hours of the day that held anything, in order."""
    worked: tuple[WorkedOn, ...] = ()
    lengths: tuple[tuple[int, int], ...] = ()
    """How many sessions that count took so many minutes, by steps of five."""
    plans: tuple[OfPlan, ...] = ()
    """Open sessions, which have no plan, are in none."""
    words: tuple[tuple[str, int], ...] = ()
    """What was noted with interruptions, as it was said first."""
    sessions: int = 0
    """How many counted."""
    energy: int | None = None
    """The last answer, from 1 to 5."""
    overtime_ms: int = 0
    overrun_ms: int = 0
    breaks: int = 0
    overrun_breaks: int = 0
    """How many of them ran past their end by five minutes or more."""
    voided: int = 0
    early: int = 0
    abandoned: int = 0
    beyond: int = 0
    """How many sessions were begun past the day's limit."""

    @property
    def focused_ms(self) -> int:
        """All focus, overtime included."""
        return sum(each.focused_ms for each in self.worked)


class DayRecord(NamedTuple):
    """The documents of one local day, in order of time; none of them is deleted."""

    sessions: tuple[Session, ...]
    marks: tuple[Mark, ...]
    """Those on its sessions, and the answers to how the energy was on the day."""


def by_day(sessions: Iterable[Session], marks: Iterable[Mark]) -> dict[str, DayRecord]:
    """Documents in any order, by the local day they belong to; what was deleted is left out."""
    days: dict[str, str] = {}
    held: dict[str, tuple[list[Session], list[Mark]]] = {}
    for each in sessions:
        if each.deleted_at is None:
            days[each.id] = each.started.on
            held.setdefault(each.started.on, ([], []))[0].append(each)
    for mark in marks:
        on = mark.on if mark.kind is MarkKind.ENERGY else days.get(mark.session_id or "")
        if on and mark.deleted_at is None:
            held.setdefault(on, ([], []))[1].append(mark)
    return {on: _in_order(*each) for on, each in held.items()}


def _in_order(sessions: list[Session], marks: list[Mark]) -> DayRecord:
    sessions.sort(key=lambda each: (each.started.at_ms, each.id))
    marks.sort(key=lambda each: (each.at_ms, each.id))
    return DayRecord(tuple(sessions), tuple(marks))


def facts_of(record: DayRecord) -> DayFacts:
    """What a day adds."""
    focus = [each for each in record.sessions if each.kind is Phase.FOCUS]
    lived = [each for each in focus if each.outcome is not Outcome.VOID]
    ids = {each.id for each in lived}
    told = [each for each in record.marks if each.session_id in ids]
    overruns = [
        total(each.spans, What.OVERRUN)
        for each in record.sessions
        if each.kind.is_break and each.outcome is not Outcome.VOID
    ]
    outcomes = Counter(each.outcome for each in lived)
    return DayFacts(
        hours=_hours(lived, told),
        worked=_worked(lived),
        lengths=_lengths(lived),
        plans=_plans(lived, told),
        words=_words(told),
        sessions=outcomes[Outcome.DONE],
        energy=energy_said(record.marks),
        overtime_ms=sum(total(each.spans, What.OVERTIME) for each in lived),
        overrun_ms=sum(overruns),
        breaks=len(overruns),
        overrun_breaks=sum(each.overran for each in record.sessions),
        voided=len(focus) - len(lived),
        early=outcomes[Outcome.EARLY],
        abandoned=outcomes[Outcome.ABANDONED],
        beyond=len({each.session_id for each in told if each.kind is MarkKind.BEYOND}),
    )


def energy_said(marks: Iterable[Mark]) -> int | None:
    """The last answer among the marks of a day in order of time, from 1 to 5; None without one."""
    said = [each.amount for each in marks if each.kind is MarkKind.ENERGY]
    return said[-1] if said else None


def _hours(lived: list[Session], told: list[Mark]) -> tuple[tuple[int, When], ...]:
    held = by_hour(lived)
    said = Counter((hour_at(e.started.at_ms, e.started), e.focused) for e in lived if e.focused)
    begun = {each.id: each.started for each in lived}
    came = Counter(
        (hour_at(each.at_ms, begun[each.session_id]), each.kind)
        for each in told
        if each.session_id and each.kind in INTERRUPTIONS
    )
    return tuple(
        (
            hour,
            When(
                held[hour],
                said[hour, Focused.YES],
                said[hour, Focused.PARTLY],
                said[hour, Focused.NO],
                came[hour, MarkKind.INTERNAL],
                came[hour, MarkKind.EXTERNAL],
            ),
        )
        for hour in sorted({*held, *(hour for hour, _ in (*said, *came))})
    )


def _worked(lived: list[Session]) -> tuple[WorkedOn, ...]:
    held = Counter[tuple[str | None, str | None]]()
    for each in lived:
        if each.focused_ms:
            held[each.goal_id, each.idea_id] += each.focused_ms
    return tuple(WorkedOn(*on, ms) for on, ms in held.items())


def _lengths(lived: list[Session]) -> tuple[tuple[int, int], ...]:
    steps = (e.focused_ms // MINUTE_MS // STEP_MIN * STEP_MIN for e in lived if e.counts)
    return tuple(sorted(Counter(steps).items()))


def _plans(lived: list[Session], told: list[Mark]) -> tuple[OfPlan, ...]:
    came = Counter(each.session_id for each in told if each.kind in INTERRUPTIONS)
    found = Counter[tuple[int, str]]()
    for each in lived:
        if each.open:
            continue
        planned = each.planned_ms // MINUTE_MS
        found[planned, "done" if each.counts else "short"] += 1
        found[planned, each.focused or "unsaid"] += 1
        found[planned, "interruptions"] += came[each.id]
        found[planned, "focused_ms"] += each.focused_ms
    return tuple(
        OfPlan(planned, *(found[planned, name] for name in OfPlan._fields[1:]))
        for planned in sorted({planned for planned, _ in found})
    )


def _words(told: list[Mark]) -> tuple[tuple[str, int], ...]:
    noted = (each.text.strip() for each in told if each.kind in INTERRUPTIONS)
    return counted((word, 1) for word in noted if word)


def counted(words: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Words with how often; one word in another case is the same, and is told as it was first."""
    found: dict[str, tuple[str, int]] = {}
    for word, times in words:
        first, before = found.get(word.casefold(), (word, 0))
        found[word.casefold()] = first, before + times
    return tuple(found.values())


def from_row(row: list[Any]) -> DayFacts:
    """The facts of a day out of the lists that JSON makes of them."""
    hours, worked, lengths, plans, words, *numbers = row
    return DayFacts(
        tuple((hour, When(*each)) for hour, each in hours),
        tuple(WorkedOn(*each) for each in worked),
        tuple((minutes, count) for minutes, count in lengths),
        tuple(OfPlan(*each) for each in plans),
        tuple((word, count) for word, count in words),
        *numbers,
    )
