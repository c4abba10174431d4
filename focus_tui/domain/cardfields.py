"""What a card says, side by side as it is read and typed: the page of a card is made of this."""

from collections.abc import Callable
from typing import NamedTuple

from focus_tui.domain.errors import BadInput
from focus_tui.domain.reflection import LearnedCard
from focus_tui.domain.sprout import NOTE_LIMIT
from focus_tui.domain.text import LINE_LIMIT, accepted


class CardField(NamedTuple):
    """One thing that a card says."""

    name: str
    label: str
    asks: str
    """What is asked for when it is changed."""
    said: Callable[[LearnedCard], str]
    """As it was typed."""
    take: Callable[[LearnedCard, str], LearnedCard]
    """The card with it; BadInput for a text that it can't be."""


def front_of(text: str) -> str:
    """A question in one line. BadInput for none."""
    front = accepted(text.strip(), field="front", limit=LINE_LIMIT, one_line=True)
    if not front:
        raise BadInput("A card needs a front: type the question.")
    return front


def back_of(text: str) -> str:
    """An answer of any number of lines, whose indents stay. BadInput for none."""
    back = accepted(text.rstrip(), field="back", limit=NOTE_LIMIT)
    if not back:
        raise BadInput("A card needs a back: type the answer.")
    return back


def source_of(text: str) -> str:
    """Where it comes from, in one line; empty where nobody says."""
    return accepted(text.strip(), field="source", limit=LINE_LIMIT, one_line=True)


FIELDS = (
    CardField(
        "front",
        "Front",
        "What is the question?",
        lambda card: card.front,
        lambda card, text: card._replace(front=front_of(text)),
    ),
    CardField(
        "back",
        "Back",
        "What is the answer?",
        lambda card: card.back,
        lambda card, text: card._replace(back=back_of(text)),
    ),
    CardField(
        "source",
        "Source",
        "Where does it come from? Empty for nowhere in particular",
        lambda card: card.source,
        lambda card, text: card._replace(source=source_of(text)),
    ),
)
"""In the order in which they are shown and asked for."""


def field_named(name: str) -> CardField:
    """The field of that name; KeyError when there is none."""
    return {each.name: each for each in FIELDS}[name]
