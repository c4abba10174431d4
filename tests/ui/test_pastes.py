"""What the parser makes of pastes, however the bytes arrive."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from focus_tui.ui.pastes import BEGIN, END, GIVE_UP_S, PasteSafeParser


class Typed:
    """A parser, a clock moved by hand, and what came out."""

    def __init__(self) -> None:
        self.seconds = 100.0
        self.parser = PasteSafeParser(lambda: self.seconds)
        self.seen: list[str] = []

    def feed(self, *pieces: str) -> "Typed":
        for piece in pieces:
            self._note(self.parser.feed(piece))
            self._note(self.parser.tick())
        return self

    def wait(self, seconds: float) -> "Typed":
        self.seconds += seconds
        self._note(self.parser.tick())
        return self

    def _note(self, messages: Iterable[Message]) -> None:
        for message in messages:
            if isinstance(message, events.Paste):
                self.seen.append(f"paste {message.text}")
            elif isinstance(message, events.Key):
                self.seen.append(message.key)
            else:
                raise AssertionError(f"neither key nor paste: {message}")


def cut(text: str, places: Sequence[int]) -> list[str]:
    """The text in pieces, cut at these places."""
    ends = sorted({place % (len(text) + 1) for place in places} | {0, len(text)})
    return [text[start:end] for start, end in pairwise(ends)]


PASTED = st.text(st.sampled_from("aq\x1b[201~\n\t\x9b\x07é"), max_size=30).filter(
    lambda text: text and END not in text + END[:-1]
)


@given(PASTED, st.lists(st.integers(0, 60)))
@example("\x1b[31mq", [])
@example("\x1b[200~q", [8])
@example("\x1b[20", [3, 9, 12])
@example("\x1b\x1b", [])
def test_a_paste_arrives_whole_and_as_it_was(pasted: str, places: list[int]) -> None:
    typed = Typed().feed(*cut(f"x{BEGIN}{pasted}{END}y", places))
    assert typed.seen == ["x", f"paste {pasted}", "y"]


@pytest.mark.parametrize("place", range(1, len(BEGIN)))
def test_the_beginning_may_arrive_in_two_pieces(place: int) -> None:
    typed = Typed().feed(BEGIN[:place], BEGIN[place:] + "\x1bq" + END)
    assert typed.seen == ["paste \x1bq"]


def test_pastes_one_after_the_other() -> None:
    typed = Typed().feed(f"{BEGIN}\x1b1{END}{BEGIN}2\x1b{END}", f"q{BEGIN}3{END}\x1b[A")
    assert typed.seen == ["paste \x1b1", "paste 2\x1b", "q", "paste 3", "up"]


def test_keys_are_what_they_were() -> None:
    assert Typed().feed("\x1b[A", "é", "\x1b[1;5C", "\x1b[20", "~").seen == [
        *("up", "é", "ctrl+right", "f9"),
    ]


def test_a_paste_that_nobody_ends_is_over_after_a_while() -> None:
    typed = Typed().feed(BEGIN, "all the words\x1b[2").wait(GIVE_UP_S - 0.1)
    assert typed.seen == []
    typed.feed("01").wait(GIVE_UP_S - 0.1)
    assert typed.seen == [], "it went on meanwhile"
    typed.wait(0.1)
    assert typed.seen == ["paste all the words\x1b[201"]
    assert typed.feed("q", END, "q").seen[1:] == ["q", "q"]


def test_a_lone_escape_does_not_begin_a_paste() -> None:
    typed = Typed().feed("\x1b")
    typed.parser._timeout_time = 0.0  # so long ago that it was the key
    typed.wait(1).feed(BEGIN[1:], "q")
    assert typed.seen == ["escape", *("left_square_bracket", "2", "0", "0", "tilde"), "q"]
    assert typed.feed("\x1b[A").seen[-1] == "up"


def test_an_impossible_key_is_none() -> None:
    impossible = "\x1b[1114112;1u", "\x1b[99999999999999u", "\x1b[97;1;99999999999u"
    for key in impossible:
        assert Typed().feed(f"a{key}b", f"{BEGIN}c{END}").seen == ["a", "b", "paste c"]
