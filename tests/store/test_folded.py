"""Texts looked through as one: the same is found as when each is looked into."""

from collections.abc import Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from focus_tui.store.folded import Folded

_letters = st.text("aAbß\n .*", max_size=6)
_pieces = st.lists(st.text("abB.*", max_size=3), max_size=3)


def _holds(text: str, pieces: Sequence[str]) -> bool:
    at = 0
    for piece in map(str.casefold, pieces):
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


@settings(deadline=None)
@example({"one": "a", "two": "b"}, ["a", "b"], "")
@example({"one": "aa", "two": ""}, [], "b")
@given(st.dictionaries(st.sampled_from(["one", "two", "three"]), _letters), _pieces, _letters)
def test_the_same_is_found_as_in_each_alone(
    texts: dict[str, str], pieces: list[str], later: str
) -> None:
    folded = Folded()
    folded.fill(texts.keys(), texts.get)
    assert folded.holding(pieces) == [
        id for id, text in texts.items() if _holds(text.casefold(), pieces)
    ]
    before, texts = folded.copy(), {**texts, "two": later}
    found = before.holding(pieces)
    folded.forget("two")
    folded.fill(texts.keys(), texts.get)
    assert {*folded.holding(pieces)} == {
        id for id, text in texts.items() if _holds(text.casefold(), pieces)
    }
    assert before.holding(pieces) == found
