"""The order on the board: columns of goals, and where a moved one goes."""

from collections.abc import Iterable, Sequence

from focus_tui.domain.goal import Column, Goal
from focus_tui.domain.rank import placed

COLUMNS = (Column.SOMEDAY, Column.ACTIVE, Column.ACHIEVED, Column.LET_GO)
ENDED = frozenset({Column.ACHIEVED, Column.LET_GO})


def in_order(goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """Goals in the person's order; those that a merge gave one rank stand in that of their ids."""
    return tuple(sorted(goals, key=lambda goal: (goal.place[1], goal.id)))


def column(goals: Iterable[Goal], wanted: Column) -> tuple[Goal, ...]:
    """What stands in a column of the board."""
    return in_order(goal for goal in goals if goal.on_board and goal.column is wanted)


def places(
    others: Sequence[Goal], index: int, wanted: Column, chance: int
) -> tuple[tuple[Column, str], dict[str, tuple[Column, str]]]:
    """The place at an index among the others of a column, and the new places of others.

    Others move only where a merge left two with one rank, or a hand wrote one that is none.
    """
    mine, ranks = placed([goal.place[1] for goal in others], index, chance)
    pairs = zip(others, ranks, strict=True)
    moved = {goal.id: (wanted, rank) for goal, rank in pairs if rank != goal.place[1]}
    return (wanted, mine), moved
