"""What was accomplished in a week, as it is found in the evidence: facts, in plain words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from focus_tui.domain.durations import day, plural, spoken
from focus_tui.domain.evidence import DayHeld, Evidence, OnGoal, Promised, Verdict
from focus_tui.domain.inputs import Measure, in_words, progress

LOOKED_BACK = 4
"""So many weeks before are what a week is compared with."""

_NUMBERS = ("", "", "two ", "three ", "four ")


class Win(NamedTuple):
    """Something accomplished."""

    key: str
    """What it is known by, whenever it is found again: `kept:019a…`."""
    text: str
    """With titles as they were typed."""


def wins(evidence: Evidence, before: Sequence[Evidence]) -> tuple[Win, ...]:
    """The wins of a week; `before` are the evidence of the weeks before it, the newest first.

    There is one at least where anything was focused.
    """
    before = before[:LOOKED_BACK]
    found = (
        *_kept(evidence, before),
        *_goals(evidence),
        *_ideas(evidence),
        *_best_day(evidence, before),
        *_showed_up(evidence, before),
    )
    return found or tuple(_first_step(evidence))


def _kept(evidence: Evidence, before: Sequence[Evidence]) -> Iterator[Win]:
    """What was kept a week ago already, as one for two weeks can be, was won then."""
    then = {each.id for each in _promises_kept(before[0])} if before else set()
    for each in _promises_kept(evidence):
        if each.id not in then:
            yield Win(f"kept:{each.id}", f"Kept: {each.text}{_so_much(each)}")


def _promises_kept(evidence: Evidence) -> tuple[Promised, ...]:
    return tuple(each for each in evidence.promised if each.verdict is Verdict.KEPT)


def _so_much(promised: Promised) -> str:
    """What was put in; nothing where the person alone says that it is kept."""
    wanted = promised.wanted
    if wanted.measure is Measure.DONE or promised.done < wanted.count:
        return ""
    before = f" (it was {in_words(promised.before)})" if promised.before else ""
    return f", {progress(wanted, promised.done)}{before}"


def _goals(evidence: Evidence) -> Iterator[Win]:
    moved = evidence.moved
    first = {each.id for each in moved.first_sessions}
    for each in moved.achieved:
        yield Win(f"achieved:{each.id}", f"Achieved: {each.title}")
    for each in moved.let_go:
        yield Win(f"letgo:{each.id}", f"Let go on purpose: {each.title}")
    for title, more in moved.counted:
        yield Win(f"moved:{title}", f"{more} more: {title}")
    for each in moved.first_sessions:
        yield Win(f"first:{each.id}", f"First session: {each.title}")
    for each in moved.begun:
        if each.id not in first:
            yield Win(f"begun:{each.id}", f"Begun: {each.title}")


def _ideas(evidence: Evidence) -> Iterator[Win]:
    for each in evidence.ideas.done:
        yield Win(f"idea:{each.id}", f"Idea done: {each.title}")


def _best_day(evidence: Evidence, before: Sequence[Evidence]) -> Iterator[Win]:
    """The day with the most focus, unless it is the only one and no better than those before."""
    best = _best(evidence.days)
    if best is None:
        return
    earlier = _best(tuple(each for week in before for each in week.days))
    record = earlier is not None and best.focused_ms > earlier.focused_ms
    if record or sum(each.focused_ms > 0 for each in evidence.days) > 1:
        most = f", the most in {_weeks(before)}" if record else ""
        yield Win("bestday", f"Best day: {day(best.on)}, {spoken(best.focused_ms)}{most}")


def _best(days: tuple[DayHeld, ...]) -> DayHeld | None:
    best = max(days, key=lambda each: each.focused_ms, default=None)
    return best if best is not None and best.focused_ms else None


def _showed_up(evidence: Evidence, before: Sequence[Evidence]) -> Iterator[Win]:
    most = max((each.shown_up for each in before), default=0)
    if 0 < most < evidence.shown_up:
        days = plural(evidence.shown_up, "day")
        yield Win("showed", f"You showed up on {days}, more than in the {_before(before)}")


def _weeks(before: Sequence[Evidence]) -> str:
    """With this one: `5 weeks`."""
    return plural(len(before) + 1, "week")


def _before(before: Sequence[Evidence]) -> str:
    return f"last {_NUMBERS[len(before)]}week{'s' if len(before) > 1 else ''}"


def _first_step(evidence: Evidence) -> Iterator[Win]:
    """What there is where nothing else was found."""
    on = [each for each in evidence.goals if each.focused_ms or each.sessions]
    name = f" on {on[0].title}" if _one_goal(on) else ""
    if evidence.sessions:
        said = f"{plural(evidence.sessions, 'session')}{name}: you showed up"
        yield Win("step", said)
    elif evidence.focused_ms:
        yield Win("step", f"{spoken(evidence.focused_ms)} of focus{name}: you began")


def _one_goal(on: Sequence[OnGoal]) -> bool:
    return len(on) == 1 and bool(on[0].id)
