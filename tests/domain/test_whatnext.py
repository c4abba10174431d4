"""What next: in the order of worth, and by chance."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.durations import DAY_MS, HOUR_MS
from focus_tui.domain.goal import Column, Goal
from focus_tui.domain.idea import Idea, IdeaState, Place
from focus_tui.domain.outline import outline
from focus_tui.domain.whatnext import NOTHING, Ranked, drawn, folders, ranking

NOW = 1_000 * DAY_MS
AUDIO = Goal(id="g", title="Audio", place=(Column.ACTIVE, "m"), moved_at=0)


def idea(
    id: str,
    *,
    gain: int | None = None,
    hours: float | None = None,
    wins: bool = False,
    state: IdeaState = IdeaState.OPEN,
    front: str | None = None,
    goal_id: str | None = None,
    place: Place | None = (None, "m"),
    days: int = 0,
    deleted_at: int | None = None,
) -> Idea:
    return Idea(
        id=id,
        title=id,
        captured_at=0,
        place=place,
        state=state,
        front=front,
        gain=gain,
        effort_ms=None if hours is None else int(hours * HOUR_MS),
        wins=wins,
        goal_id=goal_id,
        deleted_at=deleted_at,
        touched_at=NOW - days * DAY_MS,
    )


def ranked(*ideas: Idea, active: tuple[Goal, ...] = ()) -> tuple[Ranked, ...]:
    there = {each.id: each for each in ideas}
    return ranking(there, folders(outline(there)), active).order


def order(*ideas: Idea) -> list[str]:
    return [each.idea.id for each in ranked(*ideas)]


def test_the_front_then_the_worth_then_what_was_touched_last() -> None:
    assert order(
        idea("old", days=9),
        idea("new", days=1),
        idea("half", gain=5),
        idea("poor", gain=1, hours=10),
        idea("rich", gain=5, hours=1),
        idea("second", front="b"),
        idea("first", front="a", gain=1, hours=100),
        idea("caught", place=None, gain=2, hours=1),
    ) == ["first", "second", "rich", "caught", "poor", "half", "new", "old"]


def test_a_win_and_a_goal_of_now_count_more() -> None:
    plain, wins = idea("plain", gain=4, hours=1), idea("wins", gain=4, hours=1, wins=True)
    fits, other = (idea(id, gain=4, hours=1, goal_id=id[0]) for id in ("g", "x"))
    found = ranked(plain, wins, fits, other, active=(AUDIO,))
    assert [(each.idea.id, each.worth) for each in found] == [
        ("wins", 6.0),
        ("g", 5.0),
        ("plain", 4.0),
        ("x", 4.0),
    ]
    assert [each.reason for each in found] == [
        "gain 4 in 1 h, a win even if it fails",
        "gain 4 in 1 h, for Audio",
        "gain 4 in 1 h",
        "gain 4 in 1 h",
    ]


def test_what_can_not_be_next_is_left_out() -> None:
    found = order(
        idea("done", state=IdeaState.DONE, front="a"),
        idea("dropped", state=IdeaState.DROPPED, gain=5, hours=1),
        idea("deleted", deleted_at=1, front="b"),
        idea("folder"),
        idea("leaf", place=("folder", "m")),
        idea("weighed folder", gain=1),
        idea("its leaf", place=("weighed folder", "m"), days=1),
        idea("front folder", front="c"),
        idea("another leaf", place=("front folder", "m"), days=2),
        idea("all below is done"),
        idea("over", place=("all below is done", "m"), state=IdeaState.DONE),
    )
    assert found == [
        *("front folder", "all below is done", "leaf", "weighed folder"),
        *("its leaf", "another leaf"),
    ]


def test_what_rests_says_so() -> None:
    (found,) = ranked(idea("a", gain=4, hours=2, state=IdeaState.RESTING))
    assert found.reason == "gain 4 in 2 h, at rest"


IDEAS = st.builds(
    idea,
    st.sampled_from("abcdefgh"),
    gain=st.sampled_from([None, 1, 5]),
    hours=st.sampled_from([None, 1]),
    state=st.sampled_from(IdeaState),
    front=st.sampled_from([None, "m"]),
    goal_id=st.sampled_from([None, "g"]),
    place=st.sampled_from([None, (None, "m"), ("a", "m"), ("b", "m")]),
    days=st.integers(0, 3),
    deleted_at=st.sampled_from([None, None, None, 1]),
)


@given(st.lists(st.tuples(st.lists(IDEAS, unique_by=lambda each: each.id), st.booleans())))
def test_an_order_made_of_the_one_before_is_as_one_made_anew(
    steps: list[tuple[list[Idea], bool]],
) -> None:
    before = NOTHING
    there: dict[str, Idea] = {}
    for changed, of_now in steps:
        there = {**there, **{each.id: each for each in changed}}
        for gone in changed[3:]:
            del there[gone.id]
        active = (AUDIO,) if of_now else ()
        above = folders(outline(there))
        before = ranking(there, above, active, before)
        assert before.order == ranking(there, above, active).order


def test_what_gets_something_below_it_comes_after_that() -> None:
    above, below = idea("above"), idea("below", place=("above", "m"))
    alone = {"above": above}
    both = alone | {"below": below}
    before = ranking(alone, frozenset(), ())
    after = ranking(both, folders(outline(both)), (), before)
    again = ranking(alone, frozenset(), (), after)
    orders = [[each.idea.id for each in found.order] for found in (before, after, again)]
    assert orders == [["above"], ["below"], ["above"]]


def test_a_draw_holds_nothing_twice_and_no_more_than_there_is() -> None:
    ideas = [idea(str(number), days=number) for number in range(5)]
    for seed in range(50):
        found = drawn(ideas, NOW, Random(seed), 3)
        assert len({each.id for each in found}) == 3
    assert {each.id for each in drawn(ideas, NOW, Random(1), 9)} == set("01234")
    assert drawn([], NOW, Random(1), 3) == ()


def test_the_same_chance_draws_the_same() -> None:
    ideas = [idea(str(number)) for number in range(100)]
    assert drawn(ideas, NOW, Random(7), 3) == drawn(ideas, NOW, Random(7), 3)
    assert drawn(ideas, NOW, Random(7), 3) != drawn(ideas, NOW, Random(8), 3)


@pytest.mark.parametrize("days", [0, 9, 99])
def test_a_day_left_alone_makes_it_likelier_by_one(days: int) -> None:
    chance, old, new = Random(1), idea("old", days=days), idea("new")
    draws = 4_000
    olds = sum(drawn([new, old], NOW, chance, 1) == (old,) for _ in range(draws))
    assert olds / draws == pytest.approx((1 + days) / (2 + days), abs=0.03)


def test_a_clock_set_back_draws_too() -> None:
    assert len(drawn([idea("a", days=-400)], NOW, Random(1), 3)) == 1
