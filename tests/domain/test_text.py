import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from focus_tui.domain.errors import BadInput
from focus_tui.domain.text import accepted, clipped, quoted, visible, wrapped

ANY = st.text(alphabet=st.characters())  # lone surrogates too
TYPED = st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
HOSTILE = [
    "fix [/foo] route",
    "[red]",
    "[@click=app.quit]x[/]",
    "-u critical",
    "--wait",
    "$(reboot)",
    "\x1b]0;title\x07\x1b[2J",
    "\u202egnp.exe",
    "👩‍👩‍👧 ❤️ e\u0301",
]


@given(TYPED)
def test_what_is_accepted_comes_back_as_typed(text: str) -> None:
    assert accepted(text, field="note", limit=len(text)) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_odd_text_is_accepted(text: str) -> None:
    assert accepted(text, field="intent", limit=500, one_line=True) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [("a\0b", "a NUL at character 2"), ("ab\ud83d", "half a character (U+D83D) at character 3")],
)
def test_what_cannot_be_kept_is_named_with_its_place(text: str, said: str) -> None:
    with pytest.raises(BadInput) as refusal:
        accepted(text, field="note", limit=10)
    assert said in str(refusal.value)


def test_too_long_is_refused_whole_with_both_numbers() -> None:
    with pytest.raises(BadInput) as refusal:
        accepted("x" * 10_000, field="intent", limit=1_200)
    assert "intent has 10,000 characters and 1,200 fit" in str(refusal.value)


@pytest.mark.parametrize("text", ["a\nb", "a\n", "\n", "a\r\nb", "a\u2028b", "a\x85b"])
def test_a_line_break_is_refused_where_one_line_is_wanted(text: str) -> None:
    with pytest.raises(BadInput, match="line break"):
        accepted(text, field="intent", limit=10, one_line=True)
    assert accepted(text, field="note", limit=10) == text


@given(ANY)
def test_nothing_harmful_is_left_of_shown_text(text: str) -> None:
    shown = visible(text)
    shown.encode()
    assert len(shown.splitlines()) <= 1
    for character in shown:
        assert unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"}
        # R, AL: letters of right-to-left scripts, and plain text; marks and overrides are not.
        assert unicodedata.bidirectional(character) not in {
            *("LRE", "RLE", "LRO", "RLO", "PDF"),
            *("LRI", "RLI", "FSI", "PDI"),
        }
        assert character not in "\u061c\u200e\u200f\ufeff"


def test_every_half_of_a_character_becomes_a_sign() -> None:
    assert visible("".join(map(chr, range(0xD800, 0xE000)))).isprintable()


@given(ANY)
def test_shown_text_stays_as_it_is_when_shown_again(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\n\tb\r\x7f\0", "a␊␉b␍␡␀"),
        ("\x9b2J", "⟨U+009B⟩2J"),
        ("\u202egnp", "⟨U+202E⟩gnp"),
        ("\u2066\u2028\ufeff\ud83d", "⟨U+2066⟩⟨U+2028⟩⟨U+FEFF⟩⟨U+D83D⟩"),
        ("👩‍👧 ❤️ می‌خواهم שלום", "👩‍👧 ❤️ می‌خواهم שלום"),
        ("[red] `$HOME` \\n", "[red] `$HOME` \\n"),
    ],
)
def test_signs(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY, st.integers(1, 30))
def test_lines_break_between_words_only(text: str, cells: int) -> None:
    broken = wrapped(text, cells)
    assert broken.replace("\n", " ") == text.replace("\n", " ")
    for line in broken.split("\n"):
        assert " " not in line or cell_len(line) <= cells


def test_lines_are_as_long_as_they_can_be() -> None:
    assert wrapped("one two three\n日本 語 four", 7) == "one two\nthree\n日本 語\nfour"


@given(ANY, st.integers(-1, 30))
def test_clipped_text_fits_and_begins_as_the_text_does(text: str, cells: int) -> None:
    shown = clipped(text, cells)
    assert cell_len(shown) <= max(0, cells)
    if shown != visible(text):
        assert visible(text).startswith(shown.removesuffix("…"))
        assert shown.endswith("…") or cells <= 0


def test_a_name_in_a_sentence() -> None:
    assert quoted("a\x1bb") == "“a␛b”"
    assert quoted("x" * 100) == f"“{'x' * 39}…”"
    assert (quoted(""), quoted("", "the session")) == ("", "the session")


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("Read chapter 3", 14, "Read chapter 3"),
        ("Read chapter 3", 13, "Read chapter…"),
        ("Read chapter 3", 6, "Read…"),
        ("Read", 1, "…"),
        ("Read", 0, ""),
        ("", 0, ""),
        ("日本語", 6, "日本語"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("e\u0301te\u0301", 3, "e\u0301te\u0301"),
        ("e\u0301te\u0301s", 3, "e\u0301t…"),
        ("e\u0301te\u0301", 2, "e\u0301…"),
        ("a❤️b", 3, "a…"),
        ("👩‍👧 x", 4, "…"),
        ("👍🏻👍", 4, "…"),
        ("👍🏻x", 5, "👍🏻x"),
        ("\U0001fae9x", 2, "…"),  # an emoji of Unicode 16, unknown to older Pythons
        ("a\nb", 2, "a…"),
    ],
)
def test_clipping(text: str, cells: int, shown: str) -> None:
    assert clipped(text, cells) == shown
