"""Evidence as tests of what is made of it write it down."""

from focus_tui.domain.evidence import DayHeld, Evidence, OnGoal, Promised, Verdict
from focus_tui.domain.inputs import Input, Measure
from focus_tui.domain.week import Week
from tests.domain.desk import HOUR

WEEK = Week("2026-11-16")
EIGHT = Input(8, Measure.SESSIONS)
THREE_DAYS = Input(3, Measure.DAYS)
FIVE_HOURS = Input(300, Measure.MINUTES)


def days(*hours: float, week: Week = WEEK) -> tuple[DayHeld, ...]:
    """The days of a week with so many hours each, in as many sessions as there are whole ones."""
    held = [*hours, *[0.0] * (7 - len(hours))]
    pairs = zip(week.days, held, strict=True)
    return tuple(DayHeld(on, int(each * HOUR), int(each), None) for on, each in pairs)


def week(*goals: OnGoal, back: int = 0, **fields: object) -> Evidence:
    """The evidence of a week, or of one so many weeks before."""
    return Evidence(WEEK.after(-back), goals=goals)._replace(**fields)  # type: ignore[arg-type]


def goal(
    id: str, done: int = 0, cadence: Input | None = EIGHT, *, hours: float | None = None
) -> OnGoal:
    """What went into a goal of which so much was put in."""
    sessions = done if cadence and cadence.measure is Measure.SESSIONS else int(bool(done))
    ms = int((done / 2 if hours is None else hours) * HOUR)
    return OnGoal(id, id.capitalize(), id[:1].upper(), ms, sessions, cadence, done)


def promise(
    id: str,
    verdict: Verdict = Verdict.KEPT,
    done: int = 8,
    wanted: Input = EIGHT,
    *,
    goal_id: str | None = None,
    before: Input | None = None,
) -> Promised:
    return Promised(id, f"promise {id}", goal_id, wanted, before, done, verdict)
