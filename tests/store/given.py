"""What the tests of the store begin from: a clock, a database, values, a child process."""

import os
import traceback
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from focus_tui.domain.calendar import CalendarRule
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.dayoff import DaysOff
from focus_tui.domain.goal import HUES, Area, Column, Deadline, Goal, Target
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.inputs import MOST, Input, Measure
from focus_tui.domain.interval import Interval, Paused
from focus_tui.domain.lineup import Next
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.reading import Reading
from focus_tui.domain.session import Focused, Outcome, Phase, Session, Stamp
from focus_tui.domain.spans import Span, What
from focus_tui.store.database import Database

START_MS = 1_795_420_800_000  # 2026-11-23T08:00:00Z


class HandClock:
    """A clock that a test sets; it steps by a millisecond at each look unless told otherwise."""

    def __init__(self, wall_ms: int = START_MS, step_ms: int = 1) -> None:
        self.wall_ms = wall_ms
        self.step_ms = step_ms

    def read(self) -> Reading:
        self.wall_ms += self.step_ms
        return Reading(self.wall_ms, self.wall_ms - START_MS, self.wall_ms - START_MS, "boot")


def database(
    folder: Path, *, device: str = "d1", clock: HandClock | None = None, lock_wait_s: float = 2.0
) -> Database:
    """The database of a test's folder, as a new process would open it."""
    return Database(
        folder / "data" / "focus.json",
        folder / "state" / "journal",
        device=device,
        clock=clock or HandClock(),
        lock_wait_s=lock_wait_s,
    )


def idea(id: str, title: str = "A thought") -> Idea:
    return Idea(id=id, title=title, captured_at=START_MS)


def session(id: str, on: str = "2026-11-23", note: str = "") -> Session:
    return Session(
        id=id,
        kind=Phase.FOCUS,
        started=Stamp(START_MS, "Europe/Paris", 3600, on),
        planned_ms=1_500_000,
        spans=(Span(What.FOCUS, 1_500_000),),
        outcome=Outcome.DONE,
        note=note,
    )


def mark(id: str, session_id: str) -> Mark:
    return Mark(id=id, kind=MarkKind.INTERNAL, session_id=session_id, at_ms=START_MS)


def interval(id: str, planned_ms: int = 1_500_000) -> Interval:
    return Interval(
        id=id,
        phase=Phase.FOCUS,
        started=Stamp(START_MS, "Europe/Paris", 3600, "2026-11-23"),
        planned_ms=planned_ms,
        seen=Reading(START_MS, 0, 0, "boot"),
    )


def add_idea(db: Database, title: str, label: str = "Add a thought") -> str:
    """One act: a new idea; returns its id."""
    with db.act(label) as tx:
        id = tx.new_id()
        tx.ideas.put(idea(id, title))
    return id


def titles(db: Database) -> list[str]:
    return [each.title for each in db.read().ideas.all()]


def in_child(body: Callable[[], None]) -> int:
    """Run in a process of its own; returns its wait status (0 when it ended well)."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            body()
            code = 0
        finally:
            if code:
                traceback.print_exc()
            os._exit(code)
    return os.waitpid(pid, 0)[1]


_texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
_ids = st.text("0123456789abcdef", min_size=32, max_size=32)
_links = st.none() | _ids
_instants = st.integers(-62_135_596_800_000, 253_402_300_799_999)  # the years 1 to 9999
_maybe_instants = st.none() | _instants
_durations = st.integers(0, 2**53 - 1)
_ons = st.dates().map(str)
_spans = st.lists(st.builds(Span, st.sampled_from(What), _durations), max_size=5).map(tuple)
_stamps = st.builds(
    Stamp,
    at_ms=_instants,
    zone=_texts.filter(bool),
    offset_s=st.integers(-86_399, 86_399),
    on=_ons,
)
_clocks = st.integers(-(2**53) + 1, 2**53 - 1)

SESSIONS = st.builds(
    Session,
    id=_ids,
    kind=st.sampled_from(Phase),
    started=_stamps,
    planned_ms=_durations,
    spans=_spans,
    outcome=st.sampled_from(Outcome),
    intent=_texts,
    goal_id=_links,
    commitment_id=_links,
    idea_id=_links,
    focused=st.none() | st.sampled_from(Focused),
    note=_texts,
    deleted_at=_maybe_instants,
)
MARKS = st.builds(
    Mark,
    id=_ids,
    kind=st.sampled_from(MarkKind),
    session_id=_links,
    goal_id=_links,
    amount=_durations,
    at_ms=_instants,
    text=_texts,
    deleted_at=_maybe_instants,
)
IDEAS = st.builds(
    Idea,
    id=_ids,
    title=_texts,
    captured_at=_instants,
    session_id=_links,
    place=st.none() | st.tuples(_links, _texts),
    state=st.sampled_from(IdeaState),
    deleted_at=_maybe_instants,
)
RULES = st.builds(
    CalendarRule,
    id=_ids,
    valid_from=_ons,
    day_boundary_min=st.integers(0, 1439),
    first_weekday=st.integers(1, 7),
    review_weekday=st.integers(1, 7),
)
INTERVALS = st.builds(
    Interval,
    id=_ids,
    phase=st.sampled_from(Phase),
    started=_stamps,
    planned_ms=_durations,
    seen=st.builds(Reading, wall_ms=_instants, boot_ms=_clocks, awake_ms=_clocks, boot_id=_texts),
    spans=_spans,
    paused=st.none() | st.sampled_from(Paused),
    rings=st.integers(0, 9),
    left=st.booleans(),
    intent=_texts,
    goal_id=_links,
    commitment_id=_links,
    idea_id=_links,
)

_counts = st.integers(1, MOST)
INPUTS = st.builds(
    Input, _counts, st.sampled_from([each for each in Measure if each is not Measure.EARLY_DAYS])
) | st.builds(Input, _counts, st.just(Measure.EARLY_DAYS), st.integers(0, 24 * 60))
GOALS = st.builds(
    Goal,
    id=_ids,
    title=_texts.filter(bool),
    place=st.tuples(st.sampled_from(Column), _texts),
    moved_at=_instants,
    why=_texts,
    area=st.sampled_from(Area),
    cadence=st.none() | INPUTS,
    target=st.none() | st.builds(Target, st.integers(1, 2**53 - 1), _texts),
    deadline=st.none() | st.builds(Deadline, _ons, st.booleans()),
    checkpoint_h=st.integers(1, 2**53 - 1),
    notes=_texts,
    hue=st.integers(0, HUES - 1),
    reason=_texts,
    archived_at=_maybe_instants,
    deleted_at=_maybe_instants,
)
COMMITMENTS = st.builds(
    Commitment,
    id=_ids,
    text=_texts,
    input=INPUTS,
    first_on=_ons,
    last_on=_ons,
    goal_id=_links,
    idea_id=_links,
    promised=st.none() | INPUTS,
    done_at=_maybe_instants,
    deleted_at=_maybe_instants,
)
LINEUP = st.builds(
    Next,
    id=_ids,
    on=_ons,
    rank=_texts,
    goal_id=_links,
    commitment_id=_links,
    idea_id=_links,
    taken_at=_maybe_instants,
    deleted_at=_maybe_instants,
)
DAYSOFF = st.builds(
    DaysOff, id=_ids, first_on=_ons, last_on=_ons, why=_texts, deleted_at=_maybe_instants
)
