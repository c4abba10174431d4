"""Made-up histories around a week: two zones, days on which clocks change, corrections."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from focus_tui.domain.calendar import Calendar, CalendarRule
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.goal import Area, Column, Goal
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.inputs import Input, Measure, worked_in
from focus_tui.domain.lived import Lived
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Focused, Outcome, Phase, Session, Stamp
from focus_tui.domain.spans import Span, What
from focus_tui.domain.week import Week
from tests.domain.desk import MINUTE, at

STEP = MINUTE // 2
"""All lengths are so many of these: then each of them lies in one hour of any clock."""
HOME = "Europe/Paris"
ZONES = (HOME, "America/Los_Angeles", "Australia/Lord_Howe", "Asia/Kathmandu", "Far/Away")
WEEKS = (Week("2026-03-23"), Week("2026-10-19"), Week("2026-03-30"), Week("2025-12-29"))
"""Clocks change at the end of the first two, in Paris; a year ends in the last one."""
GOALS, COMMITMENTS, IDEAS = ("g1", "g2", "g3"), ("c1", "c2", "c3"), ("i1", "i2")
WORDS = ("mail", "Mail ", "phone", "", "broken pip")

_ON_SESSIONS = (
    *(MarkKind.INTERNAL, MarkKind.EXTERNAL, MarkKind.VOIDED, MarkKind.FOUND, MarkKind.BEYOND),
    *(MarkKind.TANGENT, MarkKind.TANGENT, MarkKind.TANGENT, MarkKind.BACK, MarkKind.INSTEAD),
    *(MarkKind.RUNG, MarkKind.STILL, MarkKind.ENERGY),
)
_minutes = (
    st.integers(0, 7 * 1440)
    | st.integers(-3 * 1440, 10 * 1440)
    | st.builds(
        lambda day, minute: day * 1440 + minute,
        st.sampled_from([0, 3, 5, 6, 7, 8]),
        st.sampled_from([-60, -1, 0, 30, 90, 149, 150, 179, 239, 240, 719, 720]),
    )
)
"""After the midnight that begins the week; many are near the edges of days, and of hours."""
_deleted = st.sampled_from([*[None] * 7, 1])
_inputs = st.builds(
    Input,
    st.integers(1, 4),
    st.sampled_from([Measure.SESSIONS, Measure.MINUTES, Measure.DAYS, Measure.DONE]),
) | st.builds(Input, st.integers(1, 3), st.just(Measure.EARLY_DAYS), st.integers(300, 900))
_lengths = st.sampled_from([0, 1, 30, 50, 50, 100]).map(lambda each: each * STEP)
_spans = st.lists(
    st.builds(Span, st.sampled_from([What.FOCUS, *What]), _lengths),
    min_size=1,
    max_size=4,
).map(tuple)


class History(NamedTuple):
    """What was lived around a week."""

    week: Week
    calendar: Calendar
    sessions: tuple[Session, ...]
    marks: tuple[Mark, ...]
    goals: tuple[Goal, ...]
    commitments: tuple[Commitment, ...]
    ideas: tuple[Idea, ...]
    limit_ms: int

    def lived(self) -> Lived:
        """All of it, as if it were of the week."""
        before = [each for each in self.sessions if each.started.on < self.week.first_on]
        rows = [row for each in before if (row := worked_in(each))]
        worked_on = [each for each in before if (row := worked_in(each)) and row.focused_ms]
        return Lived(
            self.calendar,
            HOME,
            self.sessions,
            self.marks,
            self.goals,
            self.commitments,
            self.ideas,
            earlier=tuple(rows),
            known=frozenset(id for each in worked_on for id in (each.goal_id, each.idea_id) if id),
            limit_ms=self.limit_ms,
        )


def stamp(at_ms: int, zone: str, calendar: Calendar) -> Stamp:
    """Of a zone that this machine does not know, only the offset says how it was lived."""
    known = "Asia/Tokyo" if zone == "Far/Away" else zone
    offset = datetime.fromtimestamp(at_ms / 1000, ZoneInfo(known)).utcoffset() or timedelta()
    return Stamp(at_ms, zone, int(offset.total_seconds()), calendar.day_of(at_ms, known))


@st.composite
def histories(draw: st.DrawFn) -> History:
    week = draw(st.sampled_from(WEEKS))
    begins = at(f"{week.first_on} 00:00")
    instants = _minutes.map(lambda minute: begins + minute * MINUTE)
    rules = st.builds(
        CalendarRule,
        id=st.just("r"),
        valid_from=st.sampled_from(["0001-01-01", week.days[3]]),
        day_boundary_min=st.sampled_from([0, 150, 240, 720]),
        first_weekday=st.integers(1, 7),
    )
    calendar = Calendar(tuple(draw(st.lists(rules, max_size=2))))
    zones = draw(st.lists(st.sampled_from(ZONES), min_size=2, max_size=2))
    sessions = draw(st.lists(_sessions(instants, zones, calendar), min_size=3, max_size=9))
    sessions = [replace(each, id=f"s{number}") for number, each in enumerate(sessions)]
    ids = tuple(each.id for each in sessions)
    marks = [
        *draw(st.lists(_on_sessions(instants, ids), min_size=6, max_size=16)),
        *draw(st.lists(_on_goals(instants) | _on_days(instants, week), max_size=8)),
    ]
    return History(
        week,
        calendar,
        tuple(sessions),
        tuple(each._replace(id=f"m{number}") for number, each in enumerate(marks)),
        tuple(draw(_goal(id, instants)) for id in GOALS),
        tuple(draw(_commitment(id, instants, week)) for id in COMMITMENTS),
        tuple(draw(_idea(id, instants)) for id in IDEAS),
        draw(st.sampled_from([0, 50 * STEP, 100 * STEP])),
    )


def _sessions(
    instants: st.SearchStrategy[int], zones: list[str], calendar: Calendar
) -> st.SearchStrategy[Session]:
    stamps = st.builds(stamp, instants, st.sampled_from(zones), st.just(calendar))
    return st.builds(
        Session,
        id=st.just(""),
        kind=st.sampled_from([Phase.FOCUS, Phase.FOCUS, Phase.FOCUS, Phase.SHORT_BREAK]),
        started=stamps,
        planned_ms=st.sampled_from([30 * STEP, 50 * STEP]),
        spans=_spans,
        outcome=st.sampled_from(
            [*[Outcome.DONE] * 4, Outcome.EARLY, Outcome.ABANDONED, Outcome.VOID]
        ),
        intent=st.sampled_from(["", "filters"]),
        goal_id=st.sampled_from((None, *GOALS, *GOALS, "gone")),
        commitment_id=st.none() | st.sampled_from(COMMITMENTS),
        idea_id=st.none() | st.sampled_from(IDEAS),
        focused=st.none() | st.sampled_from(Focused),
        open=st.sampled_from([False, False, False, True]),
        edited_at=st.none() | instants,
        deleted_at=_deleted,
    )


def _on_sessions(instants: st.SearchStrategy[int], ids: tuple[str, ...]) -> st.SearchStrategy[Mark]:
    return st.builds(
        Mark,
        id=st.just(""),
        kind=st.sampled_from(_ON_SESSIONS),
        at_ms=instants,
        session_id=st.sampled_from(ids),
        on=st.just(""),
        amount=st.sampled_from([0, 10, 25, 40, 60, 90]).map(lambda each: each * STEP),
        text=st.sampled_from(WORDS),
        deleted_at=_deleted,
    )


def _on_goals(instants: st.SearchStrategy[int]) -> st.SearchStrategy[Mark]:
    return st.builds(
        Mark,
        id=st.just(""),
        kind=st.sampled_from([MarkKind.MORE, MarkKind.CHECKPOINT]),
        at_ms=instants,
        session_id=st.none(),
        goal_id=st.sampled_from(GOALS),
        on=st.just(""),
        amount=st.integers(0, 2),
        deleted_at=_deleted,
    )


def _on_days(instants: st.SearchStrategy[int], week: Week) -> st.SearchStrategy[Mark]:
    return st.builds(
        Mark,
        id=st.just(""),
        kind=st.sampled_from([MarkKind.ENERGY, MarkKind.ENERGY, MarkKind.ENOUGH]),
        at_ms=instants,
        session_id=st.none(),
        on=st.sampled_from((*week.days, week.after().first_on)),
        amount=st.integers(1, 5),
        deleted_at=_deleted,
    )


def _goal(id: str, instants: st.SearchStrategy[int]) -> st.SearchStrategy[Goal]:
    return st.builds(
        Goal,
        id=st.just(id),
        title=st.just(f"{id.upper()} title"),
        place=st.tuples(st.sampled_from(Column), st.sampled_from(["a", "b", "c"])),
        moved_at=instants,
        area=st.sampled_from(Area),
        cadence=st.none() | _inputs,
        archived_at=_deleted,
        deleted_at=_deleted,
    )


def _commitment(
    id: str, instants: st.SearchStrategy[int], week: Week
) -> st.SearchStrategy[Commitment]:
    return st.sampled_from([-2, -1, 0, 0, 1]).flatmap(
        lambda ahead: st.builds(
            Commitment,
            id=st.just(id),
            text=st.just(f"promise {id}"),
            input=_inputs,
            first_on=st.just(week.after(ahead).first_on),
            last_on=st.sampled_from([week.after(ahead).last_on, week.after(ahead + 1).last_on]),
            goal_id=st.sampled_from((None, *GOALS)),
            promised=st.none() | st.none() | _inputs,
            done_at=st.none() | instants,
            deleted_at=_deleted,
        )
    )


def _idea(id: str, instants: st.SearchStrategy[int]) -> st.SearchStrategy[Idea]:
    return st.builds(
        Idea,
        id=st.just(id),
        title=st.just(f"idea {id}"),
        captured_at=instants,
        state=st.sampled_from(IdeaState),
        state_at=st.none() | instants,
        goal_id=st.none() | st.sampled_from(GOALS),
        deleted_at=_deleted,
    )
