"""Where an idea may be filed, and what is found of it by what is typed."""

from focus_tui.domain.filing import Places
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.outline import Outline, outline


def tree(*lines: str) -> Outline:
    """From lines such as `Audio/Mel`, each later one touched later; what ends in a cross was
    dropped."""
    ideas: dict[str, Idea] = {}
    for number, line in enumerate(lines):
        *above, title = line.split("/")
        dropped = title.endswith("×")
        ideas[title] = Idea(
            id=title,
            title=title,
            captured_at=0,
            place=(above[-1] if above else None, f"{number:03}"),
            state=IdeaState.DROPPED if dropped else IdeaState.OPEN,
            touched_at=number,
        )
    return outline(ideas)


TREE = tree(
    "Audio",
    "Audio/Mel filters",
    "Audio/Mel filters/Window functions",
    "Writing",
    "Writing/Post about mel",
    "Caramel",
    "Kaggle #learn",
)
ALL = Places(TREE)
MOST = 9


def found(typed: str, among: Places = ALL) -> list[str]:
    return [*among.sought(typed, MOST)]


def test_where_something_was_put_last_comes_first_then_what_has_nothing_below() -> None:
    assert found("") == [
        "Writing",
        "Mel filters",
        "Audio",
        "Kaggle #learn",
        "Caramel",
        "Post about mel",
        "Window functions",
    ]
    assert ALL.sought("  ", 3) == ("Writing", "Mel filters", "Audio")


def test_what_is_moved_is_no_place_nor_what_stands_below_it() -> None:
    assert found("", Places(TREE, {"Mel filters", "Writing"})) == [
        "Audio",
        "Kaggle #learn",
        "Caramel",
    ]


def test_what_ended_is_no_place_but_what_stands_below_it_may_be() -> None:
    assert found("", Places(tree("Old×", "Old×/Still good"))) == ["Still good"]


def test_the_likeliest_come_first() -> None:
    # The title itself, a title that begins so, a word that does, letters inside a word; then what
    # only stands below such a one.
    assert found("mel") == [
        "Mel filters",
        "Post about mel",
        "Caramel",
        "Window functions",
    ]


def test_each_word_stands_in_the_title_or_above_it() -> None:
    assert found("audio win")[0] == "Window functions"
    assert found("win audio")[0] == "Window functions"
    assert found("#learn") == ["Kaggle #learn"]


def test_letters_in_their_order_are_enough_where_words_find_little() -> None:
    assert found("mlf") == ["Mel filters"]
    assert found("wdfn") == ["Window functions"]
    assert found("fnwd") == []


def test_what_is_typed_is_no_pattern_and_any_length_of_it_is_searched_quickly() -> None:
    odd = Places(tree("a.b*c", "[x]", "^$", "a" * 20_000))
    assert found(".*", odd) == ["a.b*c"]
    assert found("]", odd) == ["[x]"]
    assert found("^$", odd) == ["^$"]
    assert found("\\-", odd) == []
    assert found("a" * 20_001, odd) == []
    assert found("a" * 20 + "b", odd) == []


def test_a_deep_tree_costs_no_more_than_its_ideas() -> None:
    deep = {
        str(number): Idea(
            id=str(number),
            title=f"idea {number}",
            captured_at=0,
            place=(str(number - 1) if number else None, "V"),
        )
        for number in range(3_000)
    }
    spots = Places(outline(deep)).spots
    assert len(spots) == 3_000
    assert max(len(each.whole) for each in spots) < 1_000
