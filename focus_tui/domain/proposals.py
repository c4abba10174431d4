"""What the app proposes to change after a week, each on figures that it names."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from focus_tui.domain.board import column
from focus_tui.domain.durations import HOUR_MS, MINUTE_MS, day, plural, spoken
from focus_tui.domain.evidence import Evidence, OnGoal, Promised, Verdict
from focus_tui.domain.goal import Column, Deadline, Goal, Target
from focus_tui.domain.inputs import Input, Measure, in_words, progress
from focus_tui.domain.text import quoted

LOOKED_BACK = 3
"""With so many weeks before it a week is judged."""
MOSTLY_OFF = 4
"""A week with so many days off shows nothing."""

_LATER = timedelta(weeks=4)
_LEAST_MINUTES = 15
_TANGENTS_NAMED = 3
_SET_WRONG = "you showed up; the goal was set wrong, not you"


class Recadence(NamedTuple):
    """Give a goal another cadence."""

    goal_id: str
    to: Input


class Resize(NamedTuple):
    """Ask for what really happens: of a goal by its target or its day, of a promise the next week.

    One of the ids is empty.
    """

    to: Input | Target | Deadline
    goal_id: str = ""
    commitment_id: str = ""


class KeepRestLetGo(NamedTuple):
    """Say whether a goal is kept, rests, or is let go."""

    goal_id: str


class FewerGoals(NamedTuple):
    """Let one or more of these goals rest."""

    goal_ids: tuple[str, ...]


class LighterWeek(NamedTuple):
    """Plan no more for the next week than so many milliseconds."""

    to_ms: int


class LookAtTangents(NamedTuple):
    """Look at what was slid into."""


Change = Recadence | Resize | KeepRestLetGo | FewerGoals | LighterWeek | LookAtTangents


class Proposal(NamedTuple):
    """Something to change, which is taken or left."""

    key: str
    """What it is known by: `cadence:019a…`."""
    says: str
    rests_on: str
    """The figures that it rests on, in a line."""
    change: Change


def proposals(
    evidence: Evidence,
    before: Sequence[Evidence],
    goals: Iterable[Goal],
    counted: Mapping[str, int],
    off: Collection[str],
) -> tuple[Proposal, ...]:
    """What a week that is over proposes.

    `before` are the weeks before it, the newest first; `counted` says how many of its target each
    goal has, `off` which days are off.
    """
    active = {goal.id: goal for goal in column(goals, Column.ACTIVE)}
    last = tuple(before[:LOOKED_BACK])
    alone = () if _mostly_off((evidence, *last[:2]), off) else tuple(_alone(evidence, last))
    left = [each for each in evidence.goals if each.id in active and each not in alone]
    return (
        *_outcome_missed(evidence, active, counted),
        *(() if _mostly_off((evidence,), off) else _inputs_missed(evidence, last, left, off)),
        *(_left_alone(each) for each in alone if each.id in active),
        *_outside(evidence),
        *_over_the_limit(evidence, last),
    )


def _mostly_off(weeks: Iterable[Evidence], off: Collection[str]) -> bool:
    """Whether in one of the weeks most days were off."""
    return any(sum(on in off for on in each.week.days) >= MOSTLY_OFF for each in weeks)


# Inputs kept, outcome missed.


def _outcome_missed(
    evidence: Evidence, active: Mapping[str, Goal], counted: Mapping[str, int]
) -> Iterator[Proposal]:
    showed_up = {each.id: each for each in evidence.goals if _got_its_inputs(each, evidence)}
    for id, held in showed_up.items():
        if id in active and (to := _resized(active[id], counted.get(id, 0), evidence)):
            yield Proposal(
                f"outcome:{id}",
                f"{quoted(held.title)}: {_SET_WRONG}. {_of_goal(to)}?",
                _goal_rests_on(active[id], held, counted.get(id, 0)),
                Resize(to, goal_id=id),
            )
    for each in evidence.promised:
        on = showed_up.get(each.goal_id or "")
        if on and on.id in active and _missed(each) and each.wanted.measure is Measure.DONE:
            yield _of_promise(each, on)


def _of_promise(promised: Promised, held: OnGoal) -> Proposal:
    to = _put_in(held)
    return Proposal(
        f"outcome:{promised.id}",
        f"{quoted(promised.text)}: {_SET_WRONG}. Promise {in_words(to)} of it instead?",
        f"not done; {_inputs(held)}",
        Resize(to, commitment_id=promised.id),
    )


def _got_its_inputs(held: OnGoal, evidence: Evidence) -> bool:
    """Whether all was put in that the goal's cadence asks for, or a promise on it."""
    if not held.id or not held.focused_ms:
        return False
    promises = any(
        each.goal_id == held.id
        and each.verdict is Verdict.KEPT
        and each.wanted.measure is not Measure.DONE
        for each in evidence.promised
    )
    return promises or _cadence_kept(held)


def _cadence_kept(held: OnGoal) -> bool:
    wanted = held.cadence
    return bool(wanted and wanted.measure is not Measure.DONE and held.done >= wanted.count)


def _missed(promised: Promised) -> bool:
    return promised.verdict not in (Verdict.KEPT, Verdict.RUNNING)


def _resized(goal: Goal, have: int, evidence: Evidence) -> Target | Deadline | None:
    """What a goal whose day came in the week really reached; else a later day. None elsewhere."""
    deadline, target = goal.deadline, goal.target
    if deadline is None or deadline.on not in evidence.week.days:
        return None
    if target is not None and have >= target.count:
        return None
    if target is not None and have:
        return Target(have, target.unit)
    if deadline.real:
        return None  # somebody else's day does not move
    return Deadline(str(date.fromisoformat(deadline.on) + _LATER), real=False)


def _of_goal(to: Target | Deadline) -> str:
    if isinstance(to, Target):
        return f"Make it {to.count} {to.unit}"
    return f"Give it until {day(to.on)}"


def _goal_rests_on(goal: Goal, held: OnGoal, have: int) -> str:
    on = f"by {day(goal.deadline.on)}" if goal.deadline else ""
    reached = f"{have} of {goal.target.count} {goal.target.unit}" if goal.target else "not achieved"
    return f"{reached} {on}; {_inputs(held)}"


def _inputs(held: OnGoal) -> str:
    """What was put into a goal in the week."""
    if held.cadence and _cadence_kept(held):
        return f"{progress(held.cadence, held.done)} put in"
    return f"{in_words(_put_in(held))} put in"


def _put_in(held: OnGoal) -> Input:
    if held.sessions:
        return Input(held.sessions, Measure.SESSIONS)
    return Input(max(1, held.focused_ms // MINUTE_MS), Measure.MINUTES)


# Inputs missed.


def _inputs_missed(
    evidence: Evidence, before: Sequence[Evidence], goals: Sequence[OnGoal], off: Collection[str]
) -> Iterator[Proposal]:
    """A goal that became active in the week itself has had no whole week yet."""
    new = {each.id for each in evidence.moved.begun}
    missed = [
        each
        for each in goals
        if each.cadence
        and each.cadence.measure is not Measure.DONE
        and each.done < each.cadence.count
        and each.id not in new
    ]
    if len(missed) > 1:
        yield Proposal(
            "fewer",
            f"{len(missed)} goals got less than planned: fewer goals at once?",
            ", ".join(f"{quoted(each.title)} {_progress(each)}" for each in missed),
            FewerGoals(tuple(each.id for each in missed)),
        )
    weeks = [evidence, *(each for each in before if not _mostly_off((each,), off))]
    for each in missed:
        yield from _smaller(each, weeks)


def _smaller(goal: OnGoal, weeks: Sequence[Evidence]) -> Iterator[Proposal]:
    """Where the middle of the last weeks is less than what is wanted."""
    wanted = goal.cadence
    held = [each.done for week in weeks for each in week.goals if each.id == goal.id]
    if wanted is None:
        return
    least = _LEAST_MINUTES if wanted.measure is Measure.MINUTES else 1
    to = Input(max(least, _median(held)), wanted.measure, wanted.before_min)
    if to.count < wanted.count:
        yield Proposal(
            f"cadence:{goal.id}",
            f"{quoted(goal.title)} got less than planned. "
            f"{in_words(to)} a week, not {in_words(wanted)}?",
            f"{_last(len(held))} held {', '.join(_amount(wanted, each) for each in held[::-1])}",
            Recadence(goal.id, to),
        )


def _median(numbers: Iterable[int]) -> int:
    """The one in the middle, or what lies between the two there, as a whole number."""
    order = sorted(numbers)
    return (order[(len(order) - 1) // 2] + order[len(order) // 2]) // 2


def _progress(goal: OnGoal) -> str:
    return progress(goal.cadence, goal.done) if goal.cadence else ""


def _amount(wanted: Input, done: int) -> str:
    return spoken(done * MINUTE_MS) if wanted.measure is Measure.MINUTES else str(done)


def _last(weeks: int) -> str:
    return f"the last {weeks} weeks" if weeks > 1 else "this week"


# One goal alone, work outside, too much of it.


def _alone(evidence: Evidence, before: Sequence[Evidence]) -> Iterator[OnGoal]:
    """What was active for three weeks, and got nothing in any of them."""
    if len(before) < 2:
        return
    for each in _got_nothing(evidence):
        if all(each.id in {held.id for held in _got_nothing(week)} for week in before[:2]):
            yield each


def _got_nothing(evidence: Evidence) -> Iterator[OnGoal]:
    return (each for each in evidence.goals if each.id and not each.focused_ms)


def _left_alone(goal: OnGoal) -> Proposal:
    return Proposal(
        f"alone:{goal.id}",
        f"{quoted(goal.title)} was left alone: keep it, let it rest, or let it go?",
        "the last 3 weeks held nothing of it",
        KeepRestLetGo(goal.id),
    )


def _outside(evidence: Evidence) -> Iterator[Proposal]:
    outside, all_ms = evidence.outside_ms, evidence.focused_ms
    if evidence.promised and outside * 2 > all_ms:
        named = evidence.tangents[:_TANGENTS_NAMED]
        slid = ", ".join(f"{spoken(ms)} {words}" for words, ms in named) or "no tangents were noted"
        yield Proposal(
            "outside",
            "Most of the work was for no promise: look at what you slid into?",
            f"{spoken(outside)} of {spoken(all_ms)}; {slid}",
            LookAtTangents(),
        )


def _over_the_limit(evidence: Evidence, before: Sequence[Evidence]) -> Iterator[Proposal]:
    """Three weeks running: then a week as these would have been within the limit."""
    weeks = [evidence, *before[:2]]
    if len(weeks) < 3 or not all(each.over_limit for each in weeks):
        return
    within = sum(each.focused_ms - each.over_limit_ms for each in weeks) // len(weeks)
    over = ", ".join(
        f"{spoken(each.over_limit_ms)} on {plural(each.over_limit, 'day')}" for each in weeks[::-1]
    )
    to_ms = max(HOUR_MS, within // HOUR_MS * HOUR_MS)
    yield Proposal(
        "lighter",
        f"Three weeks went over the day's limit: a lighter week, of {spoken(to_ms)}?",
        f"over it by {over}",
        LighterWeek(to_ms),
    )
