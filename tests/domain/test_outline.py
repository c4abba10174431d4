"""Whatever is moved, and whatever a merge makes of it: one tree, with every idea once."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.errors import BadInput
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.moving import Places, carried, indented, outdented, put, under
from focus_tui.domain.outline import Outline, outline
from focus_tui.domain.outlineread import among, unfolded, walked_again

RANDOM = Random(7)


def chance() -> int:
    return RANDOM.getrandbits(48)


def planted(lines: str) -> Outline:
    """A tree of one-letter ideas, each line's depth told by its spaces."""
    ideas: dict[str, Idea] = {}
    above: list[str] = []
    for number, line in enumerate(lines.splitlines()):
        id = line.strip()
        depth = len(line) - len(line.lstrip())
        parent = above[depth - 1] if depth else None
        ideas[id] = Idea(id=id, title=id, captured_at=0, place=(parent, f"{number:04}9"))
        above[depth:] = [id]
    return outline(ideas)


def drawn(tree: Outline) -> str:
    return "\n".join(" " * depth + id for id, depth in tree.walk())


def dedented(*lines: str) -> str:
    return "\n".join(lines)


TREE = dedented("a", " b", "  c", " d", "e", " f")


@pytest.mark.parametrize(
    ("act", "ids", "after"),
    [
        ("indent", "d", ("a", " b", "  c", "  d", "e", " f")),
        ("indent", "b", ("a", " b", "  c", " d", "e", " f")),
        ("indent", "e", ("a", " b", "  c", " d", " e", "  f")),
        ("indent", "ae", ("a", " b", "  c", " d", " e", "  f")),
        ("outdent", "c", ("a", " b", " c", " d", "e", " f")),
        ("outdent", "bd", ("a", "b", " c", "d", "e", " f")),
        ("outdent", "a", ("a", " b", "  c", " d", "e", " f")),
        ("up", "e", ("e", " f", "a", " b", "  c", " d")),
        ("up", "ae", ("a", " b", "  c", " d", "e", " f")),
        ("down", "b", ("a", " d", " b", "  c", "e", " f")),
        ("down", "bd", ("a", " b", "  c", " d", "e", " f")),
        ("down", "a", ("e", " f", "a", " b", "  c", " d")),
    ],
)
def test_moving(act: str, ids: str, after: tuple[str, ...]) -> None:
    tree = planted(TREE)
    places = {
        "indent": lambda: indented(tree, ids, chance),
        "outdent": lambda: outdented(tree, ids, chance),
        "up": lambda: carried(tree, ids, -1, chance),
        "down": lambda: carried(tree, ids, 1, chance),
    }[act]()
    assert drawn(tree.moved(places)) == dedented(*after)


def test_filing_under_moves_all_below_and_never_below_itself() -> None:
    tree = planted(TREE)
    assert drawn(tree.moved(under(tree, "ad", "f", chance))) == dedented(
        "e", " f", "  a", "   b", "    c", "   d"
    )
    for parent in ("c", "a"):
        with pytest.raises(BadInput, match="can't stand below itself"):
            under(tree, "a", parent, chance)


def test_filing_under_takes_what_is_not_in_the_tree_last() -> None:
    tree = planted(TREE)
    places = under(tree, ["new", "d"], "e", chance)
    assert list(places) == ["d", "new"]
    assert tree.ideas["f"].place < places["d"] < places["new"]  # type: ignore[operator]


def test_what_is_read_of_a_tree() -> None:
    tree = planted(TREE)
    assert tree.path("c") == ("a", "b")
    assert tree.subtree("a") == ("a", "b", "c", "d")
    assert tree.tops("cbf") == ("b", "f")
    assert tree.spent("abc") == {"b", "c"}
    assert tree.spent("bcdf") == {"b", "c", "d", "f"}
    assert tree.spent("abcd") == {"a", "b", "c", "d"}
    assert tree.deep(1) == {"a", "b", "e"}
    assert tree.deep(2) == {"b"}
    assert tree.walk("a") == [("b", 0), ("c", 1), ("d", 0)]
    assert unfolded(tree.walk(), {"a"}) == [("a", 0), ("e", 0), ("f", 1)]
    assert unfolded(tree.walk("a"), (), {"c", "d"}) == [("b", 0)]
    assert among(tree.walk(), {"c", "f", "else"}) == [
        *(("a", 0), ("b", 1), ("c", 2)),
        *(("e", 0), ("f", 1)),
    ]
    assert among(tree.walk("a"), {"d"}) == [("d", 0)]


def test_what_a_merge_left_astray_stands_at_the_top() -> None:
    ideas = {
        "a": Idea(id="a", title="a", captured_at=0, place=(None, "V1")),
        "b": Idea(id="b", title="b", captured_at=0, place=("gone", "A1")),
        "c": Idea(id="c", title="c", captured_at=0, place=("d", "V1")),
        "d": Idea(id="d", title="d", captured_at=0, place=("c", "V1")),
        "e": Idea(id="e", title="e", captured_at=0, place=("e", "V1")),
        "f": Idea(id="f", title="f", captured_at=0, place=None, state=IdeaState.STARTED),
        "inbox": Idea(id="inbox", title="i", captured_at=0),
    }
    tree = outline(ideas)
    assert drawn(tree) == dedented("b", "c", " d", "e", "f", "a")
    # They can be moved like any other, and then belong where they stand.
    moved = tree.moved(put(tree, ["c"], None, 5, chance))
    assert drawn(moved) == dedented("b", "e", "f", "a", "c", " d")


def test_two_equal_ranks_make_room_for_a_third() -> None:
    place = (None, "V1")
    ideas = {id: Idea(id=id, title=id, captured_at=0, place=place) for id in "abc"}
    tree = outline(ideas)
    places = put(tree, ["c"], None, 1, chance)
    assert drawn(tree.moved(places)) == dedented("a", "c", "b")


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["add", "indent", "outdent", "up", "down", "under", "delete", "drop"]),
        st.integers(0, 99),
        st.integers(0, 99),
    ),
    max_size=25,
)


@dataclass
class Garden:
    """A tree, changed act by act, and the ideas as a file would have them."""

    tree: Outline
    ideas: dict[str, Idea]
    made: int = 0

    def do(self, act: str, one: int, other: int) -> None:
        ids = [id for id, _ in self.tree.walk()]
        chosen = [ids[one % len(ids)]] if ids else []
        many = [*chosen, ids[other % len(ids)]] if ids else []
        if act == "add":
            self.add(chosen[0] if chosen and other % 2 else None, other)
        elif act == "delete":
            for id in self.tree.subtree(chosen[0]) if chosen else ():
                self.change({id: replace(self.ideas[id], deleted_at=1)})
        elif act == "drop" and chosen:
            state = IdeaState.DROPPED
            self.change({chosen[0]: replace(self.ideas[chosen[0]], state=state)})
        else:
            places = self.places(act, many, ids[other % len(ids)] if other % 5 and ids else None)
            self.change({id: replace(self.ideas[id], place=at) for id, at in places.items()})

    def places(self, act: str, ids: Sequence[str], parent: str | None) -> Places:
        acts: dict[str, Callable[[], Places]] = {
            "indent": lambda: indented(self.tree, ids, chance),
            "outdent": lambda: outdented(self.tree, ids, chance),
            "up": lambda: carried(self.tree, ids, -1, chance),
            "down": lambda: carried(self.tree, ids, 1, chance),
            "under": lambda: under(self.tree, ids, parent, chance),
        }
        with suppress(BadInput):  # below itself: then nothing moves
            return acts[act]() if act in acts else {}
        return {}

    def add(self, parent: str | None, index: int) -> None:
        id = f"n{self.made:03}"
        self.made += 1
        places = put(self.tree, [id], parent, index % 3, chance)
        fresh = Idea(id=id, title=id, captured_at=0, place=places.pop(id))
        others = {id: replace(self.ideas[id], place=at) for id, at in places.items()}
        self.change({id: fresh, **others})

    def change(self, changed: dict[str, Idea]) -> None:
        self.ideas |= changed
        self.tree = self.tree.changed(changed) or outline(self.ideas)


@given(MOVES)
def test_any_acts_leave_one_tree_and_the_same_one_when_it_is_read_anew(
    moves: list[tuple[str, int, int]],
) -> None:
    start = planted(TREE)
    garden = Garden(start, dict(start.ideas))
    for act, one, other in moves:
        garden.do(act, one, other)
        read = [id for id, _ in garden.tree.walk()]
        alive = {id for id, idea in garden.ideas.items() if idea.deleted_at is None}
        assert sorted(read) == sorted(alive)
        assert outline(garden.ideas) == garden.tree


@given(MOVES, MOVES, st.sampled_from([None, *"abc"]))
def test_what_is_read_again_is_what_a_walk_reads(
    moves: list[tuple[str, int, int]], more: list[tuple[str, int, int]], root: str | None
) -> None:
    start = planted(TREE)
    garden = Garden(start, dict(start.ideas))
    for move in moves:
        garden.do(*move)
    before, read = garden.tree, garden.tree.walk(root)
    for move in more:
        garden.do(*move)
    assert walked_again(garden.tree, before, read, root) == garden.tree.walk(root)


LETTERS = st.sets(st.sampled_from("abcdef"))


def moved_about(moves: list[tuple[str, int, int]]) -> Outline:
    start = planted(TREE)
    garden = Garden(start, dict(start.ideas))
    for move in moves:
        garden.do(*move)
    return garden.tree


@given(MOVES, LETTERS)
def test_what_is_wanted_of_a_tree_is_read_with_all_that_it_stands_below(
    moves: list[tuple[str, int, int]], wanted: set[str]
) -> None:
    tree = moved_about(moves)
    shown = {each for id in wanted & tree.ideas.keys() for each in (id, *tree.path(id))}
    assert among(tree.walk(), wanted) == [pair for pair in tree.walk() if pair[0] in shown]


@given(MOVES, LETTERS, LETTERS)
def test_what_is_folded_hides_all_below_it_and_nothing_else(
    moves: list[tuple[str, int, int]], folded: set[str], away: set[str]
) -> None:
    tree = moved_about(moves)

    def hidden(id: str) -> bool:
        above = {*tree.path(id)}
        return id in away or bool(above & (folded | away))

    assert unfolded(tree.walk(), folded, away) == [p for p in tree.walk() if not hidden(p[0])]
    away.clear()
    assert unfolded(tree.walk(), folded) == [p for p in tree.walk() if not hidden(p[0])]


@given(MOVES, MOVES)
def test_what_two_devices_moved_apart_is_one_tree_again(
    here: list[tuple[str, int, int]], there: list[tuple[str, int, int]]
) -> None:
    start = planted(TREE)
    one, other = Garden(start, dict(start.ideas)), Garden(start, dict(start.ideas), made=500)
    for garden, moves in ((one, here), (other, there)):
        for move in moves:
            garden.do(*move)
    merged = {**one.ideas}
    for id, idea in other.ideas.items():
        if id not in merged or merged[id] == start.ideas.get(id):
            merged[id] = idea
    tree = outline(merged)
    alive = [id for id, idea in merged.items() if idea.deleted_at is None]
    assert sorted(id for id, _ in tree.walk()) == sorted(alive)


def test_two_devices_that_move_different_ideas_both_have_their_way() -> None:
    tree = planted(TREE)
    one = put(tree, ["f"], "a", 1, chance)
    other = put(tree, ["c"], None, 1, chance)
    assert drawn(tree.moved(one | other)) == dedented("a", " b", " f", " d", "c", "e")


def test_astray_is_told_apart_also_where_only_one_idea_is_another() -> None:
    tree = planted(TREE)
    assert tree.changed({"a": None}) is None  # what was below it has to be found
    ring = replace(tree.ideas["a"], place=("c", "V1"))
    assert tree.changed({"a": ring}) is None
    assert drawn(outline({**tree.ideas, "a": ring})) == dedented("a", " b", "  c", " d", "e", " f")
