"""Corrections of closed sessions: no time appears or is lost but what the person says."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.editing import (
    between,
    forgotten,
    free_of,
    join,
    overlap,
    overlapping,
    part,
    relaid,
    remains,
    replanned,
    restored,
    shifted,
    split,
)
from focus_tui.domain.errors import Refused
from focus_tui.domain.session import Outcome, Phase, Session, Stamp
from focus_tui.domain.spans import Span, Spans, What, joined, total
from tests.domain.desk import MINUTE, PLAN, account

FOCUS, OVERTIME, PAUSE, GAP, AWAY = What.FOCUS, What.OVERTIME, What.PAUSE, What.GAP, What.AWAY
T0 = 1_700_000_000_000


def stamp(minutes: float) -> Stamp:
    return Stamp(T0 + int(minutes * MINUTE), "Europe/Paris", 3600, "2023-11-14")


def session(
    begin: float,
    *stretches: tuple[What, int],
    id: str = "a",
    outcome: Outcome = Outcome.DONE,
    kind: Phase = Phase.FOCUS,
) -> Session:
    """From a minute on, stretches in minutes."""
    spans = account(*((what, ms * MINUTE) for what, ms in stretches))
    return Session(
        id=id, kind=kind, started=stamp(begin), planned_ms=PLAN, spans=spans, outcome=outcome
    )


def minutes(spans: Spans) -> list[tuple[What, float]]:
    return [(what, ms / MINUTE) for what, ms in spans]


def at(of: Session) -> tuple[float, float]:
    return (of.started.at_ms - T0) / MINUTE, (of.ended_at_ms - T0) / MINUTE


LIVED = session(0, (FOCUS, 10), (PAUSE, 5), (FOCUS, 15), (OVERTIME, 3))

spans = st.lists(
    st.builds(Span, st.sampled_from([FOCUS, OVERTIME, PAUSE, GAP, AWAY]), st.integers(1, 5_000)),
    min_size=1,
    max_size=7,
).map(joined)
sessions = st.builds(
    lambda spans, begin, planned, outcome, id: Session(
        id=id,
        kind=Phase.FOCUS,
        started=Stamp(begin, "Europe/Paris", 3600, "2023-11-14"),
        planned_ms=planned,
        spans=spans,
        outcome=outcome,
    ),
    spans,
    st.integers(0, 20_000),
    st.integers(1, 10_000),
    st.sampled_from(Outcome),
    st.uuids().map(str),
)


# Its start and its end.


@pytest.mark.parametrize(
    ("begin", "end", "left"),
    [
        (0, 30, [(FOCUS, 10), (PAUSE, 5), (FOCUS, 15)]),
        (0, 27, [(FOCUS, 10), (PAUSE, 5), (FOCUS, 12)]),
        (0, 12, [(FOCUS, 10), (PAUSE, 2)]),
        (12, 33, [(PAUSE, 3), (FOCUS, 18)]),
        (-5, 33, [(FOCUS, 15), (PAUSE, 5), (FOCUS, 10), (OVERTIME, 8)]),
        (0, 40, [(FOCUS, 10), (PAUSE, 5), (FOCUS, 15), (OVERTIME, 10)]),
        (60, 90, [(FOCUS, 25), (OVERTIME, 5)]),
    ],
)
def test_its_ends_are_moved(begin: float, end: float, left: list[tuple[What, float]]) -> None:
    moved = between(LIVED, stamp(begin), stamp(end).at_ms)
    assert (minutes(moved.spans), at(moved)) == (left, (begin, end))


def test_what_no_longer_reaches_its_plan_ended_early_and_back() -> None:
    short = between(LIVED, stamp(0), stamp(20).at_ms)
    assert short.outcome is Outcome.EARLY
    assert between(short, stamp(0), stamp(31).at_ms).outcome is Outcome.DONE
    void = replace(LIVED, outcome=Outcome.VOID)
    assert between(void, stamp(0), stamp(20).at_ms).outcome is Outcome.VOID


def test_the_end_is_after_the_start() -> None:
    with pytest.raises(Refused, match="ends after it begins"):
        between(LIVED, stamp(5), stamp(5).at_ms)


@given(sessions, st.integers(0, 60_000), st.integers(1, 40_000))
def test_wherever_it_is_moved_it_lasts_from_there_to_there(
    of: Session, begin: int, length: int
) -> None:
    started = of.started._replace(at_ms=begin)
    moved = between(of, started, begin + length)
    assert (moved.started, moved.ended_at_ms) == (started, begin + length)
    assert total(moved.spans, PAUSE, GAP, AWAY) <= total(of.spans, PAUSE, GAP, AWAY)
    assert total(moved.spans, FOCUS) <= max(of.planned_ms, 0)
    assert not moved.counts or total(moved.spans, FOCUS) == moved.planned_ms


@given(sessions)
def test_moved_to_where_it_is_only_its_plan_divides_it(of: Session) -> None:
    assert between(of, of.started, of.ended_at_ms).spans == relaid(of.spans, of.planned_ms)


def test_another_plan_divides_it_anew() -> None:
    assert minutes(replanned(LIVED, 12 * MINUTE).spans) == [
        *((FOCUS, 10), (PAUSE, 5), (FOCUS, 2), (OVERTIME, 16)),
    ]
    assert replanned(LIVED, 30 * MINUTE).outcome is Outcome.EARLY
    rest = session(0, (What.BREAK, 5), (What.OVERRUN, 2), kind=Phase.SHORT_BREAK)
    assert minutes(replanned(rest, 6 * MINUTE).spans) == [(What.BREAK, 6), (What.OVERRUN, 1)]


def test_the_whole_of_it_at_another_time() -> None:
    moved = shifted(LIVED, stamp(-600))
    assert (moved.spans, moved.started) == (LIVED.spans, stamp(-600))


def test_one_that_was_forgotten() -> None:
    made = forgotten(session(10), stamp(40).at_ms)
    assert minutes(made.spans) == [(FOCUS, 25), (OVERTIME, 5)]
    assert made.counts
    assert forgotten(session(10), stamp(20).at_ms).outcome is Outcome.EARLY


# Split and joined.


def test_split_each_half_keeps_the_plan() -> None:
    first, second = split(LIVED, stamp(12), "b")
    assert (minutes(first.spans), at(first)) == ([(FOCUS, 10), (PAUSE, 2)], (0, 12))
    assert (minutes(second.spans), at(second)) == ([(PAUSE, 3), (FOCUS, 18)], (12, 33))
    assert {first.outcome, second.outcome} == {Outcome.EARLY}
    assert (first.id, second.id) == ("a", "b")


def test_what_ran_on_and_on_was_two() -> None:
    first, second = split(session(0, (FOCUS, 25), (OVERTIME, 30)), stamp(25), "b")
    assert first.counts
    assert second.counts
    assert minutes(second.spans) == [(FOCUS, 25), (OVERTIME, 5)]


@pytest.mark.parametrize("minute", [-1, 0, 33, 40])
def test_it_is_split_inside_only(minute: float) -> None:
    with pytest.raises(Refused, match="between its start and its end"):
        split(LIVED, stamp(minute), "b")


@given(sessions, st.data())
def test_halves_sum_to_the_whole_and_joined_are_it_again(of: Session, data: st.DataObject) -> None:
    length = total(of.spans)
    if length < 2:
        return
    at = of.started.at_ms + data.draw(st.integers(1, length - 1))
    first, second = split(of, of.started._replace(at_ms=at), "b")
    assert total(first.spans) + total(second.spans) == length
    for what in (PAUSE, GAP, AWAY):
        assert total(first.spans, what) + total(second.spans, what) == total(of.spans, what)
    assert first.ended_at_ms == second.started.at_ms == at
    whole = join([second, first])
    assert (whole.id, whole.started) == (of.id, of.started)
    assert whole.spans == relaid(of.spans, of.planned_ms)


def test_what_lay_between_is_away() -> None:
    early = replace(session(20, (FOCUS, 15), id="b"), intent="b", note="two", goal_id="g")
    first = replace(session(0, (FOCUS, 10), outcome=Outcome.ABANDONED), note="one")
    whole = join([early, first])
    assert minutes(whole.spans) == [(FOCUS, 10), (AWAY, 10), (FOCUS, 15)]
    assert (whole.id, whole.intent, whole.note, whole.goal_id) == ("a", "b", "one; two", "g")
    assert whole.counts


def test_what_can_not_be_joined() -> None:
    rest = session(40, (What.BREAK, 5), id="b", kind=Phase.SHORT_BREAK)
    for others, why in (
        ([], "nothing to join"),
        ([rest], "session and a break"),
        ([session(20, (FOCUS, 25), id="b")], "overlap"),
    ):
        with pytest.raises(Refused, match=why):
            join([LIVED, *others])


def test_what_is_restored_counts_if_it_reached_its_plan() -> None:
    assert restored(replace(LIVED, outcome=Outcome.VOID)).counts
    short = session(0, (FOCUS, 5), outcome=Outcome.VOID)
    assert restored(short).outcome is Outcome.EARLY


OPEN = replace(session(0, (FOCUS, 40)), open=True, planned_ms=40 * MINUTE)


def test_what_was_worked_is_the_plan_of_one_that_had_no_end() -> None:
    longer = between(OPEN, stamp(-5), stamp(50).at_ms)
    assert (longer.planned_ms, minutes(longer.spans)) == (55 * MINUTE, [(FOCUS, 55)])
    for each in (longer, between(OPEN, stamp(0), stamp(10).at_ms), *split(OPEN, stamp(10), "b")):
        assert each.open
        assert each.outcome is Outcome.DONE
        assert each.planned_ms == total(each.spans, FOCUS)
    night = between(OPEN, stamp(0), stamp(300).at_ms)
    assert minutes(night.spans) == [(FOCUS, 240), (OVERTIME, 60)]
    voided = replace(OPEN, outcome=Outcome.VOID, planned_ms=240 * MINUTE)
    assert restored(voided).counts


def test_another_plan_is_an_end_and_so_is_a_part_that_had_one() -> None:
    planned = replanned(OPEN, 25 * MINUTE)
    assert not planned.open
    assert minutes(planned.spans) == [(FOCUS, 25), (OVERTIME, 15)]
    assert not join([OPEN, session(50, (FOCUS, 10), id="b")]).open
    assert join([OPEN, replace(OPEN, id="b", started=stamp(50))]).planned_ms == 80 * MINUTE


# Overlaps.


def test_only_what_stands_overlaps_and_touching_does_not() -> None:
    other = session(30, (FOCUS, 25), id="b")
    assert overlap(LIVED, other)
    assert overlap(other, LIVED)
    assert not overlap(LIVED, session(33, (FOCUS, 25), id="b"))
    assert not overlap(LIVED, replace(other, outcome=Outcome.VOID))
    assert not overlap(LIVED, replace(other, deleted_at=1))
    assert not overlap(LIVED, LIVED)


@given(st.lists(sessions, max_size=8, unique_by=lambda each: each.id))
def test_all_overlaps_are_found_in_one_pass(many: list[Session]) -> None:
    expected = {
        one.id: {other.id for other in many if overlap(one, other)}
        for one in many
        if any(overlap(one, other) for other in many)
    }
    found = {id: {each.id for each in others} for id, others in overlapping(many).items()}
    assert found == expected


@given(sessions, st.lists(sessions, max_size=5))
def test_what_is_free_overlaps_nothing_and_cut_others_leave_it_free(
    mine: Session, others: list[Session]
) -> None:
    free = free_of(mine, others)
    if free is None:
        taken = sorted((each.started.at_ms, each.ended_at_ms) for each in others)
        at = mine.started.at_ms
        for begin, end in taken:
            assert begin <= at or at >= mine.ended_at_ms
            at = max(at, end)
        assert at >= mine.ended_at_ms
    else:
        begin, end = free
        assert mine.started.at_ms <= begin < end <= mine.ended_at_ms
        for each in others:
            assert each.ended_at_ms <= begin or end <= each.started.at_ms
    for each in others:
        for begin, end in remains(each, mine.started.at_ms, mine.ended_at_ms):
            assert each.started.at_ms <= begin < end <= each.ended_at_ms
            assert end <= mine.started.at_ms or mine.ended_at_ms <= begin


def test_part_of_an_account() -> None:
    assert minutes(part(LIVED.spans, 12 * MINUTE, 16 * MINUTE)) == [(PAUSE, 3), (FOCUS, 1)]
    assert part(LIVED.spans, 40 * MINUTE, 50 * MINUTE) == ()
