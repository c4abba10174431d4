"""A week's page: whatever was typed is text in it, in Markdown as in plain text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from focus_tui.domain.text import visible
from focus_tui.domain.weekpage import Section, WeekPage
from focus_tui.formats.weekpage import escaped, markdown, plain

PAGE = WeekPage(
    "16 to 22 Nov 2026",
    ("4 h 10", "10 sessions"),
    (
        Section("Promised", ("Audio: 5 of 8 sessions, partly", "Post: done")),
        Section("Won", ("2 more: Posts",)),
    ),
)
HOSTILE = (
    "# no heading",
    "## x #",
    "#tag and C#",
    "- no item",
    "+ no item",
    "* no item",
    "1. no item",
    "12) no item",
    "- - - -",
    "***",
    "___",
    "---",
    "===",
    "> no quote",
    "a > b < c",
    "```",
    "~~~ sh",
    "`code`",
    "``a`b``",
    "*a* _b_ **c** __d__ ***e***",
    "snake_case_name",
    "~~gone~~ ==marked== %%hidden%%",
    "[a](https://x.y) ![b](c.png)",
    "[[wiki]] [^1] [x]: /url",
    "[ ] task",
    "- [x] task",
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "<https://x.y>",
    "&amp; &#60; &copy; & <",
    "a | b | c",
    "| - | - |",
    "$x$ $$y$$",
    "^block {#id} {.c}",
    "\\",
    "\\\\ \\* \\n",
    "ends with \\",
    "two  spaces at the end  ",
    "    indented",
    "\tindented",
    "a\nb",
    "a\n\n# b",
    "a\r- b",
    "\x1b[31mred",
    "\u202ereversed",
    "\u2028line",
    "---\ntitle: x\n---",
    "100% = 100 %",
    "",
    " ",
)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def texts(source: str) -> list[str]:
    """The text of each heading, paragraph and item, where there is nothing but these."""
    tokens = PARSER.parse(source)
    kinds = {re.sub("_(open|close)", "", token.type) for token in tokens}
    assert kinds <= {"heading", "inline", "paragraph", "bullet_list", "list_item"}
    found = []
    for token in tokens:
        children = token.children or []
        assert {child.type for child in children} <= {"text", "text_special"}
        if token.type == "inline":
            found.append("".join(child.content for child in children))
    return found


def test_the_page_as_it_is_read() -> None:
    assert markdown(PAGE).splitlines() == [
        "# 16 to 22 Nov 2026",
        "",
        "4 h 10 · 10 sessions",
        "",
        "## Promised",
        "",
        "- Audio: 5 of 8 sessions, partly",
        "- Post: done",
        "",
        "## Won",
        "",
        "- 2 more: Posts",
    ]
    assert plain(PAGE).splitlines() == [
        "16 to 22 Nov 2026",
        "4 h 10 · 10 sessions",
        "",
        "Promised",
        "- Audio: 5 of 8 sessions, partly",
        "- Post: done",
        "",
        "Won",
        "- 2 more: Posts",
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text: str) -> None:
    around = ("before", text, "after")
    page = WeekPage(text, (text, "1 session"), (Section(text, around), Section("Won", around)))
    said = visible(text).strip()
    items = [each for each in ("before", said, "after") if each]
    figures = f"{said} · 1 session".strip()
    assert texts(markdown(page)) == [said, figures, said, *items, "Won", *items]
    shown = plain(page)
    assert f"\n- {visible(text)}\n- after\n" in shown
    assert shown.replace("\n", "").isprintable()


@given(st.text(max_size=20), st.text("#-+*_`~|<>[]()!&$=%^\\{}. 1a\n", max_size=12))
def test_any_text_is_only_text(words: str, signs: str) -> None:
    for text in (words, signs, f"{signs}{words}", f"{words}{signs}"):
        assert "".join(texts(f"- {escaped(text)}\n")) == visible(text).strip()


def test_what_means_nothing_stays_as_it_was_typed() -> None:
    said = "Audio (part 2): 8 of 8 sessions, kept - 50 % = half; a + b, 10.5 h, it's & so!"
    assert escaped(said) == said
