"""What the data say about a week: a pure function of its documents."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from focus_tui.domain.besthour import best_hour
from focus_tui.domain.board import in_order
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.evidence import (
    DayHeld,
    Evidence,
    GoalsMoved,
    IdeasMoved,
    Interrupted,
    OnGoal,
    Promised,
    Said,
    Titled,
    Verdict,
)
from focus_tui.domain.goal import Column, Goal
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.inputs import Measure, Worked, done_of, worked_in
from focus_tui.domain.lived import Lived, is_void
from focus_tui.domain.mark import INTERRUPTIONS, Mark, MarkKind
from focus_tui.domain.session import Focused, Session
from focus_tui.domain.spans import What, total
from focus_tui.domain.tangent import frames
from focus_tui.domain.week import Week

NO_LETTER = "·"
"""Stands where a goal's letter would."""


class _Bounds(NamedTuple):
    """From one instant (UTC milliseconds) up to another, for what carries no local day."""

    begins_ms: int
    ends_ms: int

    def hold(self, at_ms: int | None) -> bool:
        return at_ms is not None and self.begins_ms <= at_ms < self.ends_ms


def evidence_of(lived: Lived, week: Week) -> Evidence:
    """The evidence of a week.

    A session counts for the day on which it began. What is void or deleted adds nothing, but that
    voided sessions are counted apart. Of a promise that goes on after the week only what was put
    in up to the week's end is told.
    """
    lived = lived.of(week)
    calendar, zone = lived.calendar, lived.zone
    bounds = _Bounds(calendar.begins(week.first_on, zone), calendar.ends(week.last_on, zone))
    rows = tuple(row for each in lived.focus if (row := worked_in(each)))
    told = _told(lived)
    days = tuple(_day(on, rows, lived.marks) for on in week.days)
    over = [day.focused_ms - lived.limit_ms for day in days if lived.limit_ms]
    return Evidence(
        week=week,
        promised=tuple(_promised(each, lived, rows, bounds, week) for each in lived.commitments),
        goals=_on_goals(lived.goals, rows, bounds),
        days=days,
        best_hour=best_hour(lived.focus),
        interrupted=_interrupted(told),
        ideas=_ideas(lived.ideas, bounds),
        moved=_moved(lived, bounds),
        overtime_ms=sum(total(each.spans, What.OVERTIME) for each in lived.focus),
        overrun_ms=_overrun_ms(lived),
        voided=len(lived.void),
        voided_ms=sum(each.focused_ms for each in lived.void),
        why_voided=_texts(_on_any(lived.marks, lived.void), MarkKind.VOIDED),
        tangents=_tangents(lived.focus, told),
        outside_ms=_outside_ms(lived.commitments, rows),
        beyond=_texts(told, MarkKind.BEYOND),
        over_limit=sum(ms > 0 for ms in over),
        over_limit_ms=sum(max(0, ms) for ms in over),
        focused=_focused(lived.focus),
        found=_texts(told, MarkKind.FOUND),
    )


# Promises, goals and days.


def _promised(
    each: Commitment, lived: Lived, rows: tuple[Worked, ...], bounds: _Bounds, week: Week
) -> Promised:
    goes_on = each.last_on > week.last_on
    said_by_then = each.done_at is not None and (each.done_at < bounds.ends_ms or not goes_on)
    counted = [row for row in (*lived.earlier, *rows) if each.counted(row)]
    done = done_of(each.input, counted)
    if each.input.measure is Measure.DONE:
        done = int(said_by_then)
    if said_by_then or done >= each.input.count:
        verdict = Verdict.KEPT
    elif goes_on:
        verdict = Verdict.RUNNING
    elif each.promised is not None:
        verdict = Verdict.ADJUSTED
    else:
        verdict = Verdict.PARTLY if any(row.focused_ms for row in counted) else Verdict.NOT
    return Promised(each.id, each.text, each.goal_id, each.input, each.promised, done, verdict)


def _outside_ms(commitments: tuple[Commitment, ...], rows: tuple[Worked, ...]) -> int:
    outside = (row for row in rows if not any(each.counted(row) for each in commitments))
    return sum(row.focused_ms for row in outside)


def _on_goals(
    goals: tuple[Goal, ...], rows: tuple[Worked, ...], bounds: _Bounds
) -> tuple[OnGoal, ...]:
    """Each goal with work, and those that were active by then; what is on none comes last."""
    by_goal: dict[str, list[Worked]] = {}
    ids = {goal.id for goal in goals}
    for row in rows:
        id = row.goal_id if row.goal_id in ids else None
        by_goal.setdefault(id or "", []).append(row)
    found = [
        _on_goal(goal, by_goal.get(goal.id, []))
        for goal in in_order(goals)
        if goal.id in by_goal or _was_active(goal, bounds)
    ]
    found.sort(key=lambda each: (-each.focused_ms, -each.sessions))
    if "" in by_goal:
        found.append(_on_goal(None, by_goal[""]))
    return tuple(found)


def _was_active(goal: Goal, bounds: _Bounds) -> bool:
    return goal.on_board and goal.column is Column.ACTIVE and goal.moved_at < bounds.ends_ms


def _on_goal(goal: Goal | None, rows: list[Worked]) -> OnGoal:
    cadence = goal.cadence if goal else None
    return OnGoal(
        id=goal.id if goal else "",
        title=goal.title if goal else "",
        letter=goal.letter if goal else NO_LETTER,
        focused_ms=sum(row.focused_ms for row in rows),
        sessions=sum(row.sessions for row in rows),
        cadence=cadence,
        done=done_of(cadence, rows) if cadence else 0,
    )


def _day(on: str, rows: tuple[Worked, ...], marks: tuple[Mark, ...]) -> DayHeld:
    here = [row for row in rows if row.on == on]
    answers = [each.amount for each in marks if each.kind is MarkKind.ENERGY and each.on == on]
    return DayHeld(
        on,
        focused_ms=sum(row.focused_ms for row in here),
        sessions=sum(row.sessions for row in here),
        energy=answers[-1] if answers else None,
    )


# What became of goals and ideas.


def _ideas(ideas: tuple[Idea, ...], bounds: _Bounds) -> IdeasMoved:
    moved = [each for each in ideas if bounds.hold(each.state_at)]
    moved.sort(key=lambda each: (each.state_at or 0, each.id))
    return IdeasMoved(
        captured=sum(bounds.hold(each.captured_at) for each in ideas),
        done=_titled(each for each in moved if each.state is IdeaState.DONE),
        dropped=_titled(each for each in moved if each.state is IdeaState.DROPPED),
    )


def _moved(lived: Lived, bounds: _Bounds) -> GoalsMoved:
    goals = sorted(
        (each for each in lived.goals if each.deleted_at is None),
        key=lambda each: (each.moved_at, each.id),
    )
    moved = [each for each in goals if bounds.hold(each.moved_at)]
    return GoalsMoved(
        begun=_titled(each for each in moved if each.column is Column.ACTIVE),
        achieved=_titled(each for each in moved if each.column is Column.ACHIEVED),
        let_go=_titled(each for each in moved if each.column is Column.LET_GO),
        counted=_counted(lived.marks, goals, bounds),
        first_sessions=_first_sessions(lived, goals),
    )


def _counted(marks: tuple[Mark, ...], goals: Iterable[Goal], bounds: _Bounds) -> tuple[Said, ...]:
    titles = {goal.id: goal.title for goal in goals}
    counted = Counter[str]()
    for mark in marks:
        if mark.kind is MarkKind.MORE and bounds.hold(mark.at_ms) and mark.goal_id in titles:
            counted[titles[mark.goal_id]] += mark.amount
    return tuple(Said(title, amount) for title, amount in counted.items() if amount > 0)


def _first_sessions(lived: Lived, goals: Iterable[Goal]) -> tuple[Titled, ...]:
    """In the order in which they were first worked on."""
    titles = {each.id: each.title for each in goals}
    titles |= {each.id: each.title for each in lived.ideas}
    worked_on = dict.fromkeys(
        id for each in lived.focus if each.focused_ms for id in (each.goal_id, each.idea_id) if id
    )
    new = (id for id in worked_on if id in titles and id not in lived.known)
    return tuple(Titled(id, titles[id]) for id in new)


def _titled(found: Iterable[Goal | Idea]) -> tuple[Titled, ...]:
    return tuple(Titled(each.id, each.title) for each in found)


# What sessions say besides their time.


def _told(lived: Lived) -> tuple[Mark, ...]:
    """The marks on sessions that count, or that were ended early."""
    return _on_any(lived.marks, lived.focus)


def _on_any(marks: tuple[Mark, ...], sessions: tuple[Session, ...]) -> tuple[Mark, ...]:
    ids = {each.id for each in sessions}
    return tuple(each for each in marks if each.session_id in ids)


def _texts(marks: tuple[Mark, ...], kind: MarkKind) -> tuple[str, ...]:
    return tuple(each.text for each in marks if each.kind is kind and each.text)


def _interrupted(marks: tuple[Mark, ...]) -> Interrupted:
    """One word in another case is the same, and is told as it was said first."""
    found = [each for each in marks if each.kind in INTERRUPTIONS]
    internal = sum(each.kind is MarkKind.INTERNAL for each in found)
    words: dict[str, Said] = {}
    for mark in found:
        if word := mark.text.strip():
            said = words.get(word.casefold(), Said(word, 0))
            words[word.casefold()] = said._replace(amount=said.amount + 1)
    often = sorted(words.values(), key=lambda said: -said.amount)
    return Interrupted(internal, len(found) - internal, tuple(often))


def _tangents(sessions: tuple[Session, ...], marks: tuple[Mark, ...]) -> tuple[Said, ...]:
    held = Counter[str]()
    moves = (MarkKind.TANGENT, MarkKind.INSTEAD)
    slid = {each.session_id for each in marks if each.kind in moves}
    for session in (each for each in sessions if each.id in slid):
        for words, ms in _slid_into(session, marks):
            held[words] += ms
    return tuple(Said(words, ms) for words, ms in held.most_common() if ms)


def _slid_into(session: Session, marks: tuple[Mark, ...]) -> Iterator[tuple[str, int]]:
    own = [each for each in marks if each.session_id == session.id]
    for path, ms in frames(session.intent, session.spans, own):
        if path != (session.intent,):
            yield " → ".join(path[1:] or path), ms


def _focused(sessions: tuple[Session, ...]) -> tuple[int, int, int]:
    said = Counter(each.focused for each in sessions)
    return said[Focused.YES], said[Focused.PARTLY], said[Focused.NO]


def _overrun_ms(lived: Lived) -> int:
    breaks = (each for each in lived.sessions if each.kind.is_break and not is_void(each))
    return sum(total(each.spans, What.OVERRUN) for each in breaks)
