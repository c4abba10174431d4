"""Lists as they are pasted from elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.errors import BadInput
from focus_tui.domain.sprout import Sprout, walked
from focus_tui.formats.indented import read


def shape(text: str) -> list[str]:
    """Each title, its depth as dots before it, `x` where it is done, its note after a bar."""
    return [
        f"{'.' * depth}{'x ' if each.done else ''}{each.title}"
        + (f" | {each.note}" if each.note else "")
        for depth, each in walked(read(text))
    ]


OBSIDIAN = """\
# Audio

Some thoughts first.

## To learn
- [ ] [[Pitch shifting]] #dsp
\t- phase vocoder
\t\t- read the paper
\t- [x] PSOLA
- [X] Windowing
* * *
## Later
1. Reverb
2. Delay
   with a note
   on two lines
# Other
"""


def test_headings_hold_what_follows() -> None:
    assert shape(OBSIDIAN) == [
        "Audio",
        ".Some thoughts first.",
        ".To learn",
        "..[[Pitch shifting]] #dsp",
        "...phase vocoder",
        "....read the paper",
        "...x PSOLA",
        "..x Windowing",
        ".Later",
        "..Reverb",
        "..Delay | with a note\non two lines",
        "Other",
    ]


def test_a_list_of_notion_or_github() -> None:
    text = (
        "- [ ]  Build the tool\n"
        "\n"
        "    Because nobody has.\n"
        "\n"
        "    ```\n"
        "      make\n"
        "    ```\n"
        "    - Parser\n"
        "    - [x]  Printer\n"
        "\n"
        "- Write about it\n"
    )
    assert shape(text) == [
        "Build the tool | Because nobody has.\n\n```\n  make\n```",
        ".Parser",
        ".x Printer",
        "Write about it",
    ]


def test_plain_lines_of_dynalist() -> None:
    assert shape("Audio\n\tPitch\n\t\tPaper\n\tTime\nRust\n") == [
        *("Audio", ".Pitch", "..Paper", ".Time", "Rust"),
    ]


def test_the_plain_export_of_workflowy() -> None:
    text = '- Audio\n  "why: for the synth"\n  - [COMPLETE] Pitch\n  - Time\n'
    assert shape(text) == ['Audio | "why: for the synth"', ".x Pitch", ".Time"]


def test_lists_of_notes_apps_and_word_processors() -> None:
    assert shape("\t•\tAudio\n\t\t◦\tPitch\n\t•\tRust") == ["Audio", ".Pitch", "Rust"]
    assert shape("☐ Milk\n☑ Bread\n☒ Salt\n– dash\n⁃ hyphen") == [
        *("Milk", "x Bread", "x Salt", "dash", "hyphen"),
    ]
    assert shape("\u00a0\u00a0- a\n\u00a0\u00a0\u00a0\u00a0- b") == ["a", ".b"]


def test_bullets_are_below_a_line_with_a_colon() -> None:
    assert shape("Today:\n- a\n- b\nTomorrow:\n\n- c\nplain\n- d") == [
        *("Today:", ".a", ".b", "Tomorrow:", ".c", "plain", "d"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n        b\n    c\n  d\ne", ["a", ".b", ".c", ".d", "e"]),
        ("a\n  b\n      c\n    d", ["a", ".b", "..c", "..d"]),
        ("    a\n  b\nc", ["a", "b", "c"]),
        ("a\n\tb\n    c\n\t  d", ["a", ".b", ".c", "..d"]),
        ("a\r\n  b\r\rc", ["a", ".b", "c"]),
    ],
)
def test_uneven_indents(text: str, found: list[str]) -> None:
    assert shape(text) == found


@pytest.mark.parametrize(
    "line",
    [
        *(
            "#tag first",
            "#",
            "-5 degrees",
            "*emphasis*",
            "**strong**",
            "1.5 h of work",
            "2026. A year",
        ),
        *(
            "\\\\server\\share",
            "\\x",
            "+1 for it",
            "[link](https://a.org)",
            "[]",
            "> said",
            "| a | b |",
        ),
        *("--", "—", "a &amp; b", "&#65;", "<b>", "```", "x:"),
    ],
)
def test_a_line_that_is_no_mark_stays_as_it_is(line: str) -> None:
    assert read(line) == (Sprout(line),)
    assert read(f"- {line}") == (Sprout(line),)


def test_what_holds_no_words_is_left_out() -> None:
    assert shape("---\n- a\n-\n  - b\n- [ ]\n***\n===\n- - -\n* * *") == ["a", "b"]


def test_a_mark_after_a_backslash_is_text() -> None:
    assert shape("\\- a\n\\# b\n- \\[x] c\n1. \\1. d") == ["- a", "# b", "[x] c", "1. d"]


def test_a_heading_begins_anew() -> None:
    assert shape("# A\n- a\n# B\n  - b") == ["A", ".a", "B", ".b"]


def test_a_heading_far_right_or_in_a_note_is_none() -> None:
    assert shape("a\n    # b\n- c\n  # d") == ["a", ".# b", "c | # d"]


def test_a_note_ends_at_the_next_item() -> None:
    assert shape("- a\n  one\n\n  two\n  - b\n  own\nlazy") == [
        *("a | one\n\ntwo", ".b", ".own", "lazy"),
    ]
    assert shape("- a\nlazy\n    below") == ["a", "lazy", ".below"]


def test_a_note_keeps_what_stands_further_to_the_right() -> None:
    assert shape("- a\n\tone\n\t\t\t\ttwo\n  three") == ["a | one\n\t\t\ttwo\nthree"]


def test_white_space_written_as_a_number() -> None:
    assert shape("- a&#160;b&#10;c&#65;") == ["a\u00a0b c&#65;"]
    assert shape("- a\n  b&#10;c") == ["a | b\nc"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\n- " + "x" * 20_001, "This title on line 2 has 20,001 characters and 20,000 fit"),
        ("- a\n  " + "x" * 20_001, "This note on line 2 has 20,001 characters"),
        ("- a\n" + f"  {'x' * 99}\n" * 300, "This note on line 2 has 29,999 characters"),
        ("a\n\nb\0", "This title on line 3 holds a NUL"),
        ("- a\n  \ud800", "This note on line 2 holds half a character"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read(text)
    assert said in str(refusal.value)


WORDS = st.text(alphabet="abcé ()", min_size=1, max_size=8).filter(str.strip).map(str.strip)
BULLETS = st.sampled_from(["", "- ", "* ", "1. ", "[ ] ", "# ", "• "])
INDENTS = st.integers(0, 12).map(lambda columns: " " * columns) | st.sampled_from(["\t", "\t\t "])


@given(st.lists(st.tuples(INDENTS, BULLETS, WORDS)))
def test_no_word_is_lost(lines: list[tuple[str, str, str]]) -> None:
    found = [
        word
        for _, each in walked(read("\n".join("".join(line) for line in lines)))
        for word in f"{each.title} {each.note}".split()
    ]
    assert [word for word in found if word != "#"] == [
        word for _, _, words in lines for word in words.split()
    ]


def test_thousands_of_levels() -> None:
    text = "\n".join(f"{' ' * level}{level}" for level in range(5_000))
    assert [depth for depth, _ in walked(read(text))] == list(range(5_000))
