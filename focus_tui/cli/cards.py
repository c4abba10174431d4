"""`focus cards`: what was learned, as cards."""

import json
from collections.abc import Iterator, Sequence

from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb
from focus_tui.domain.reflection import LearnedCard
from focus_tui.formats import anki

_INDENT = "  "


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Show every card, or write them as Anki imports them."""
    parser = Parser(verb)
    parser.option("--anki", "write them as the text file that Anki imports")
    parser.option("--json", "show them as JSON, with all text exactly as it was typed")
    options, _ = parser.read(words)
    if options["anki"] and options["json"]:
        parser.error("--anki and --json are two forms, and it writes one")
    with opened(data_file) as services:
        cards = services.learned.all()
    if options["json"]:
        output.page(json.dumps([document(each) for each in cards]))
    elif not cards:
        output.talk("There is no card yet: the app makes them (focus, then ctrl+p and Cards).")
    elif options["anki"]:
        output.form(anki.write(cards))
    else:
        output.page("\n".join(_lines(cards)))
    return 0


def _lines(cards: Sequence[LearnedCard]) -> Iterator[str]:
    """The front of each card, below it its back, and in brackets where it comes from."""
    between: tuple[str, ...] = ()
    for card in cards:
        yield from (*between, card.front)
        yield from (_INDENT + line if line else "" for line in card.back.splitlines())
        if card.source:
            yield f"{_INDENT}({card.source})"
        between = ("",)


def document(card: LearnedCard) -> dict[str, object]:
    """The same for a program."""
    return {
        "id": card.id,
        "front": card.front,
        "back": card.back,
        "source": card.source,
        "answer_id": card.answer_id,
    }
