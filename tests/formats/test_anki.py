"""Cards as Anki imports them, and as any reader of such tables gets them back."""

import csv
import html
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from focus_tui.domain.reflection import LearnedCard
from focus_tui.domain.text import visible
from focus_tui.formats.anki import is_ours, write
from tests.support.controls import BREAKS, CONTROLS, WORST

HEAD = (
    "# Cards of focus\n"
    "#separator:tab\n"
    "#html:true\n"
    "#guid column:1\n"
    "#tags column:5\n"
    "#columns:ID\tFront\tBack\tSource\tTags\n"
)
AIR = "<span style='white-space: pre'>{}</span>"
KEPT = st.characters(exclude_characters="\0", exclude_categories=["Cs"])


def card(front: str, back: str = "b", source: str = "", id: str = "019b") -> LearnedCard:
    return LearnedCard(id, front, back, source)


def read(text: str) -> list[list[str]]:
    """The rows as texts again: what a browser would show of their HTML."""
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return [list(map(_meant, row)) for row in csv.reader(lines, delimiter="\t")]


def _meant(field: str) -> str:
    """White space outside what keeps it would be drawn as one space."""
    parts = re.split(r"<span style='white-space: pre'>(.*?)</span>", field)
    outside = [re.sub(r"[ \t]+", " ", part.replace("<br>", "\n")) for part in parts[::2]]
    inside = [*parts[1::2], ""]
    shown = "".join(a + b for a, b in zip(outside, inside, strict=True))
    assert "<" not in shown
    return html.unescape(shown)


def told(text: str) -> str:
    """A text as it arrives: its line breaks plain, its control characters as pictures."""
    lines = re.split(r"\r\n|\r|\n", text)
    return "\n".join("".join(map(_told, line)) for line in lines)


def _told(character: str) -> str:
    control = unicodedata.category(character) == "Cc" and character != "\t"
    return visible(character) if control else character


def test_how_it_is_written() -> None:
    first = card("What is mel?", "A scale\nof pitch", "Lecture 3, slide 4", id="019a")
    assert write([first, card("b")]) == (
        HEAD + "019a\tWhat is mel?\tA scale<br>of pitch\tLecture 3, slide 4\n019b\tb\tb\t\n"
    )
    assert write([]) == HEAD


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("\"a\" and 'b'", "&quot;a&quot; and 'b'"),
        ("# no remark", "# no remark"),
        ("a\r\nb\rc\n\nd", "a<br>b<br>c<br><br>d"),
        ("a\tb", f"a{AIR.format('&#9;')}b"),
        ("if x:\n    y = 1", f"if x:<br>{AIR.format('    ')}y = 1"),
        ("a b  c", f"a b{AIR.format('  ')}c"),
        ("{{c1::x}} $(reboot) [red]", "{{c1::x}} $(reboot) [red]"),
        ("\x1b[31m\x9b", "␛[31m⟨U+009B⟩"),
        ("\u202eevil\u2028x\u200e", "&#8238;evil&#8232;x&#8206;"),
        ("é 日本 👩‍👩‍👧 \u05d0", "é 日本 👩‍👩‍👧 \u05d0"),
        ("\ud800", "⟨U+D800⟩"),
    ],
)
def test_every_text_stays_what_was_typed(text: str, written: str) -> None:
    back = write([card("q", text)]).removeprefix(HEAD).rstrip("\n").split("\t")[2]
    assert back == written


@given(st.lists(st.tuples(st.text(KEPT), st.text(KEPT), st.text(KEPT))))
@example([(CONTROLS + BREAKS, WORST, "\t")])
@example([("#", '"', " a  b "), ("<br>", "&#9;", "</span>")])
def test_it_is_read_back_as_it_was(texts: list[tuple[str, str, str]]) -> None:
    cards = [card(*sides, id=f"{number:032x}") for number, sides in enumerate(texts)]
    assert read(write(cards)) == [
        [each.id, told(each.front), told(each.back), told(each.source)] for each in cards
    ]


@given(st.text())
def test_no_sign_in_it_moves_a_cursor(text: str) -> None:
    row = write([card(text, text, text)]).removeprefix(HEAD)
    assert (row.count("\t"), row.count("\n")) == (3, 1)
    plain = row.replace("\t", "").replace("\n", "")
    assert visible(plain) == plain
    assert row.encode()


def test_a_file_of_ours_is_known() -> None:
    assert is_ours(write([card("a")]).encode())
    assert not is_ours(b"#separator:tab\n#html:true\n#guid column:1\n")
    assert not is_ours(b"")
