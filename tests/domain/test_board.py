from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.board import COLUMNS, column, in_order, places
from focus_tui.domain.goal import Area, Column, Goal, checkpoint_due
from focus_tui.domain.timer import MINUTE_MS
from tests.support.controls import WORST, texts

HOUR = 60 * MINUTE_MS


def goal(id: str, rank: str = "V", where: Column = Column.ACTIVE, title: str = "Audio") -> Goal:
    return Goal(id=id, title=title, place=(where, rank), moved_at=0)


def moved(goals: dict[str, Goal], id: str, where: Column, index: int, chance: int) -> None:
    """Carry a goal as the services do."""
    others = [each for each in column(goals.values(), where) if each.id != id]
    place, others_moved = places(others, index, where, chance)
    for other, its in {**others_moved, id: place}.items():
        goals[other] = replace(goals[other], place=its)


MOVES = st.lists(
    st.tuples(
        st.integers(0, 5), st.sampled_from(COLUMNS), st.integers(-1, 7), st.integers(0, 2**48)
    ),
    max_size=40,
)
RANKS = st.lists(st.sampled_from(["", "0", "V", "V0", "é", "a-b"]), min_size=6, max_size=6)


@given(RANKS, MOVES)
def test_moves_keep_the_order_of_all_others(
    ranks: list[str], moves: list[tuple[int, Column, int, int]]
) -> None:
    goals = {str(n): goal(str(n), rank) for n, rank in enumerate(ranks)}
    for number, where, index, chance in moves:
        id = str(number)
        before = {each: [g.id for g in column(goals.values(), each)] for each in COLUMNS}
        moved(goals, id, where, index, chance)
        wanted = {each: [g for g in ids if g != id] for each, ids in before.items()}
        wanted[where].insert(max(0, min(len(wanted[where]), index)), id)
        assert {each: [g.id for g in column(goals.values(), each)] for each in COLUMNS} == wanted


def test_nobody_else_moves_without_need() -> None:
    others = [goal(str(n), rank) for n, rank in enumerate(("A", "V", "m"))]
    for index in range(4):
        (where, rank), others_moved = places(others, index, Column.SOMEDAY, 99)
        assert (where, others_moved) == (Column.SOMEDAY, {})
        ranks = sorted(["A", "V", "m", rank])
        assert ranks.index(rank) == index


def test_what_a_merge_left_equal_stands_by_id_and_still_moves() -> None:
    goals = {id: goal(id) for id in "cab"}
    assert [each.id for each in in_order(goals.values())] == ["a", "b", "c"]
    moved(goals, "c", Column.ACTIVE, 1, 5)
    assert [each.id for each in in_order(goals.values())] == ["a", "c", "b"]
    assert len({each.place for each in goals.values()}) == 3


def test_what_is_archived_or_deleted_stands_in_no_column() -> None:
    goals = [replace(goal("a"), archived_at=1), replace(goal("b"), deleted_at=1), goal("c")]
    assert [each.id for each in column(goals, Column.ACTIVE)] == ["c"]
    assert [each.on_board for each in goals] == [False, False, True]
    assert column(goals, Column.SOMEDAY) == ()


@pytest.mark.parametrize(
    ("title", "letter"),
    [
        ("audio", "A"),
        ("  kaggle", "K"),
        ("ça", "Ç"),
        ("ßharp", "S"),
        ("52 posts", "5"),
        ("\x1b[31m", "␛"),
        ("音声", "·"),
        ("🎧 audio", "·"),
        ("\u202eevil", "·"),
        ("\u200bzero", "·"),
        ("\u0301accent", "·"),
        (" ", "·"),
    ],
)
def test_the_letter_is_one_column_wide(title: str, letter: str) -> None:
    assert goal("a", title=title).letter == letter


@pytest.mark.parametrize("title", [WORST, *texts()])
def test_no_letter_moves_a_cursor(title: str) -> None:
    assert goal("a", title=title.removeprefix("odd")).letter.isprintable()


@pytest.mark.parametrize(
    ("hours", "answered", "due"),
    [(49.99, 0, 0), (50, 0, 50), (99, 0, 50), (99, 50, 0), (100, 50, 100), (163, 50, 150)],
)
def test_a_goal_is_looked_at_once_for_each_so_many_hours(
    hours: float, answered: int, due: int
) -> None:
    assert checkpoint_due(goal("a"), int(hours * HOUR), answered) == due


def test_another_distance_asks_not_again_for_what_was_answered() -> None:
    often = replace(goal("a"), checkpoint_h=20)
    assert checkpoint_due(often, 55 * HOUR, 50) == 0
    assert checkpoint_due(often, 60 * HOUR, 50) == 60


@pytest.mark.parametrize("where", [Column.SOMEDAY, Column.ACHIEVED, Column.LET_GO])
def test_only_what_is_active_is_looked_at(where: Column) -> None:
    assert checkpoint_due(goal("a", where=where), 60 * HOUR, 0) == 0
    assert checkpoint_due(replace(goal("a"), archived_at=1), 60 * HOUR, 0) == 0


@given(st.integers(1, 60), st.lists(st.integers(0, 40 * 60), max_size=30))
def test_each_multiple_is_asked_for_at_most_once(every: int, minutes: list[int]) -> None:
    one = replace(goal("a", where=Column.ACTIVE), checkpoint_h=every, area=Area.EXPLORE)
    worked, answered, asked = 0, 0, []
    for each in minutes:
        worked += each * MINUTE_MS
        if due := checkpoint_due(one, worked, answered):
            asked.append(due)
            answered = due
            assert checkpoint_due(one, worked, answered) == 0
    assert asked == sorted(set(asked))
    assert all(each % every == 0 and each * HOUR <= worked for each in asked)
    assert answered == worked // HOUR // every * every


def test_order_holds_after_thousands_of_moves() -> None:
    random = Random(3)
    goals = {str(n): goal(str(n)) for n in range(8)}
    order: dict[Column, list[str]] = {each: [] for each in COLUMNS}
    order[Column.ACTIVE] = sorted(goals)
    for _ in range(3_000):
        id, where = random.choice(list(goals)), random.choice(COLUMNS)
        for ids in order.values():
            if id in ids:
                ids.remove(id)
        index = random.randint(0, len(order[where]))
        order[where].insert(index, id)
        moved(goals, id, where, index, random.getrandbits(48))
        assert [each.id for each in column(goals.values(), where)] == order[where]
    assert max(len(each.place[1]) for each in goals.values()) < 12
