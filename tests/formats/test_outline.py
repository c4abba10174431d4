"""What is written as a list is read back, whatever the words are."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from focus_tui.domain.errors import BadInput
from focus_tui.domain.sprout import Sprout, walked
from focus_tui.formats import opml
from focus_tui.formats.outline import as_text, read
from tests.formats.trees import TREES, chain

ANY = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(TREES)
@example((Sprout("- [x] # 1. \\a"),))
@example((Sprout("[ ]", "\n", True), Sprout("\\", "\\")))
@example((Sprout("a", "\n- b\n\n    - c\n  \n\td\\ "),))
@example((Sprout("\ufeff<opml>"),))
def test_what_is_written_is_read_back(tree: tuple[Sprout, ...]) -> None:
    assert read(as_text(tree)) == tree


def test_a_list_as_it_is_written() -> None:
    tree = (
        Sprout(
            "Audio course #learn",
            "Why: for the synth.\n\n  code()",
            children=(Sprout("Lesson 1", done=True), Sprout("- odd", "# odd", children=())),
        ),
        Sprout("C:\\notes"),
    )
    assert as_text(tree) == (
        "- Audio course #learn\n"
        "  Why: for the synth.\n"
        "\n"
        "    code()\n"
        "  - [x] Lesson 1\n"
        "  - \\- odd\n"
        "    \\# odd\n"
        "- C:\\notes\n"
    )
    assert read(as_text(tree)) == tree


def test_nothing_is_nothing() -> None:
    assert as_text(()) == ""
    assert read("") == read(" \n\t\n") == ()


@given(ANY)
@example("&#10;\n- &#32;")
def test_whatever_is_pasted_is_read_or_refused_and_then_stays(text: str) -> None:
    try:
        tree = read(text)
    except BadInput:
        return
    assert read(as_text(tree)) == tree
    assert all(sprout.title.strip() for _, sprout in walked(tree))


@pytest.mark.parametrize("start", ["", "\ufeff", " \n", "\ufeff\r\n"])
def test_opml_is_known_by_how_it_begins(start: str) -> None:
    tree = (Sprout("a", children=(Sprout("b"),)),)
    written = opml.write(tree, "Ideas")
    assert read(start + written) == tree
    assert read(start + written.partition("\n")[2]) == tree


def test_thousands_of_levels() -> None:
    tree = read(as_text(chain(5_000)))
    assert [depth for depth, _ in walked(tree)] == list(range(5_000))


@pytest.mark.parametrize("text", ["<xml is fun", "<op", "a <opml>"])
def test_a_line_is_no_opml(text: str) -> None:
    assert read(text) == (Sprout(text),)
