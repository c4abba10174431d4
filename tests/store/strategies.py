"""Values of every kind that the store keeps, for hypothesis to draw."""

from hypothesis import strategies as st

from focus_tui.domain.calendar import CalendarRule
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.dayoff import DaysOff
from focus_tui.domain.evidence import Evidence
from focus_tui.domain.goal import HUES, Area, Column, Deadline, Goal, Target
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.inputs import MOST, Input, Measure
from focus_tui.domain.interval import Interval, Paused
from focus_tui.domain.lineup import Next
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.reading import Reading
from focus_tui.domain.reflection import Answer, Choice, LearnedCard, Part, Reflection
from focus_tui.domain.session import Focused, Outcome, Phase, Session, Stamp
from focus_tui.domain.spans import Span, What
from focus_tui.domain.week import Week

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
    open=st.booleans(),
    edited_at=_maybe_instants,
    deleted_at=_maybe_instants,
)
MARKS = st.builds(
    Mark,
    id=_ids,
    kind=st.sampled_from(MarkKind),
    session_id=_links,
    goal_id=_links,
    on=st.just("") | _ons,
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
    touched_ms=_durations,
    left=st.booleans(),
    open=st.booleans(),
    strict=st.booleans(),
    shape=_texts,
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
    shape=_texts,
    checkpoint_h=st.integers(1, 2**53 - 1),
    notes=_texts,
    hue=st.integers(0, HUES - 1),
    reason=_texts,
    idea_id=_links,
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
    asked_at=_maybe_instants,
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
    text=_texts,
    taken_at=_maybe_instants,
    deleted_at=_maybe_instants,
)
REFLECTIONS = st.builds(
    Reflection,
    week=st.builds(Week, _ons),
    begun_at=_instants,
    finished_at=_maybe_instants,
    skipped_at=_maybe_instants,
    short=st.booleans(),
    energy=st.none() | st.integers(1, 5),
    mood=st.none() | st.integers(1, 5),
    public=st.sets(st.sampled_from(Part)).map(
        lambda parts: tuple(part for part in Part if part in parts)
    ),
    seen=st.none()
    | st.builds(
        Evidence,
        week=st.builds(Week, _ons),
        why_voided=st.lists(_texts, max_size=2).map(tuple),
        focused=st.tuples(_durations, _durations, _durations),
    ),
    won=st.lists(_texts, max_size=3).map(tuple),
)
ANSWERS = st.builds(
    Answer,
    id=_ids,
    first_on=_ons,
    part=st.sampled_from(Part),
    key=_texts,
    text=_texts,
    choice=st.none() | st.sampled_from(Choice),
    idea_id=_links,
    deleted_at=_maybe_instants,
)
LEARNED = st.builds(
    LearnedCard,
    id=_ids,
    front=_texts.filter(bool),
    back=_texts,
    source=_texts,
    answer_id=_links,
    deleted_at=_maybe_instants,
)
DAYSOFF = st.builds(
    DaysOff, id=_ids, first_on=_ons, last_on=_ons, why=_texts, deleted_at=_maybe_instants
)
