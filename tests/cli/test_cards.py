"""Cards from a shell: read, for programs, and as Anki imports them."""

import json
from typing import Any

import pytest

from focus_tui.composition import services
from tests.cli.shell import Shell
from tests.cli.test_commands import HOSTILE, UNSAFE, data_file
from tests.formats.test_anki import HEAD


def make(front: str, back: str, source: str = "") -> str:
    """A card on this home's data, as the app makes it; its id."""
    return services(data_file()).learned.add(front, back, source).id


def read(focus: Shell) -> Any:
    said = focus("cards", "--json")
    assert (said.status, said.err) == (0, "")
    return json.loads(said.out)


def test_cards_as_a_person_reads_them(focus: Shell) -> None:
    make("What is mel?", "A scale of pitch:\n\n  m = 2595 log(1 + f/700)", "Lecture 3")
    make("[red]Why[/]?", "so")
    said = focus("cards")
    assert (said.status, said.err) == (0, "")
    assert said.out == (
        "What is mel?\n"
        "  A scale of pitch:\n"
        "\n"
        "    m = 2595 log(1 + f/700)\n"
        "  (Lecture 3)\n"
        "\n"
        "[red]Why[/]?\n"
        "  so\n"
    )


def test_cards_for_a_program(focus: Shell) -> None:
    id = make("a", "b\nc", "d")
    assert read(focus) == [
        {"id": id, "front": "a", "back": "b\nc", "source": "d", "answer_id": None}
    ]


def test_cards_for_anki(focus: Shell) -> None:
    first, second = make("a <b>", "b\nc", "d"), make("e", "f")
    said = focus("cards", "--anki")
    assert (said.status, said.err) == (0, "")
    assert said.out == (HEAD + f"{first}\ta &lt;b&gt;\tb<br>c\td\n{second}\te\tf\t\n")


def test_what_was_deleted_is_in_none(focus: Shell) -> None:
    make("a", "b")
    services(data_file()).learned.delete(make("gone", "c"))
    assert [each["front"] for each in read(focus)] == ["a"]
    assert "gone" not in focus("cards").out + focus("cards", "--anki").out


@pytest.mark.parametrize("words", [(), ("--anki",)])
def test_without_a_card_it_says_where_they_come_from(words: tuple[str, ...], focus: Shell) -> None:
    said = focus("cards", *words)
    assert (said.status, said.out) == (0, "")
    assert said.err.startswith("There is no card yet")
    assert read(focus) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--anki", "--json"), "--anki and --json are two forms, and it writes one"),
        (("--ank",), "did you mean --anki?"),
        (("audio",), "it takes no text"),
    ],
)
def test_what_is_refused(words: tuple[str, ...], says: str, focus: Shell) -> None:
    make("a", "b")
    said = focus("cards", *words)
    assert (said.status, said.out) == (2, "")
    assert says in said.err


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_shown_as_typed(text: str, focus: Shell) -> None:
    make(text, text, text)
    assert focus("cards").out == f"{text}\n  {text}\n  ({text})\n"
    assert read(focus)[0]["front"] == text


@pytest.mark.parametrize("text", UNSAFE)
def test_nothing_typed_moves_the_cursor(text: str, focus: Shell) -> None:
    make(text, text, text)
    shown = UNSAFE[text]
    assert focus("cards").out == f"{shown}\n  {shown}\n  ({shown})\n"
    assert text not in focus("cards", "--anki").out
    assert read(focus)[0]["back"] == text
