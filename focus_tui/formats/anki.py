"""The text file that Anki imports (File > Import): a row a card, of HTML.

Each row has its card's id as Anki's own, so importing it again updates and doubles nothing. Of
columns that are no field of its notes Anki takes one for their tags, unless another is named for
that: ours is named and in no row, so that a source makes no tags and those given in Anki stay.
"""

import re
import unicodedata
from collections.abc import Iterable

from focus_tui.domain.reflection import LearnedCard
from focus_tui.domain.text import visible

_OURS = "# Cards of focus\n"
"""A remark to Anki, and how an earlier file of ours is known."""
_HEAD = (
    f"{_OURS}#separator:tab\n#html:true\n#guid column:1\n#tags column:5\n"
    "#columns:ID\tFront\tBack\tSource\tTags\n"
)
_BREAK = re.compile(r"\r\n|\r|\n")
_AIR = re.compile(r"(^ +| *\t[ \t]*|  +| +$)")
"""White space that HTML would take for one space or none."""
_MARKUP = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;"}


def write(cards: Iterable[LearnedCard]) -> str:
    """The cards as that file, in their order.

    What is a control character becomes its picture (`␛`), as HTML can't hold it; what hides or
    turns text around is written as its number. So nothing in it moves a terminal's cursor.
    """
    return _HEAD + "".join(map(_row, cards))


def is_ours(data: bytes) -> bool:
    """Whether a file is one of these."""
    return data.startswith(_OURS.encode())


def _row(card: LearnedCard) -> str:
    return "\t".join((card.id, *map(_html, (card.front, card.back, card.source)))) + "\n"


def _html(text: str) -> str:
    return "<br>".join(map(_line, _BREAK.split(text)))


def _line(text: str) -> str:
    """What is air stands at every second place."""
    parts = (
        f"<span style='white-space: pre'>{_escaped(part)}</span>" if number % 2 else _escaped(part)
        for number, part in enumerate(_AIR.split(text))
    )
    return "".join(parts)


def _escaped(text: str) -> str:
    return "".join(map(_sign, text))


def _sign(character: str) -> str:
    if character in _MARKUP:
        return _MARKUP[character]
    shown = visible(character)
    if shown == character or unicodedata.category(character) in ("Cc", "Cs"):
        return shown
    return f"&#{ord(character)};"
