"""Trees of ideas to be."""

from hypothesis import given

from focus_tui.domain.sprout import Sprout, count, grown, walked
from tests.formats.trees import TREES, chain

TREE = (
    Sprout("a", children=(Sprout("b", children=(Sprout("c"),)), Sprout("d"))),
    Sprout("e"),
)


def test_in_the_order_of_an_outline() -> None:
    assert [(depth, sprout.title) for depth, sprout in walked(TREE)] == [
        *((0, "a"), (1, "b"), (2, "c"), (1, "d"), (0, "e")),
    ]
    assert count(TREE) == 5
    assert count(()) == 0


@given(TREES)
def test_what_was_walked_grows_again(tree: tuple[Sprout, ...]) -> None:
    rows = [(depth, Sprout(each.title, each.note, each.done)) for depth, each in walked(tree)]
    assert grown(rows) == tree
    assert count(tree) == len(rows)


def test_a_level_left_out_is_closed_up() -> None:
    assert grown([(0, Sprout("a")), (5, Sprout("b")), (1, Sprout("c"))]) == (
        Sprout("a", children=(Sprout("b"), Sprout("c"))),
    )


def test_thousands_of_levels() -> None:
    tree = chain(5_000)
    assert count(tree) == 5_000
    rows = [(depth, Sprout(each.title)) for depth, each in walked(tree)]
    assert count(grown(rows)) == 5_000
