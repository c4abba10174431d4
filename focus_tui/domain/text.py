"""Text as people type it: kept exactly, and made harmless where it is shown.

`focus status` shows an intent through this module, so it imports nothing that is slow to load.
"""

import unicodedata
from collections.abc import Iterator

from focus_tui.domain.errors import BadInput

ELLIPSIS = "…"
LINE_LIMIT = 20_000
"""Characters that one line of a person's text may have: far more than anybody types."""

NAME_CELLS = 40
"""So much of a name is said in a sentence."""

_ZERO_WIDTH = frozenset("\u200b\u200c\u200d\u2060")
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"


def accepted(text: str, *, field: str, limit: int, one_line: bool = False) -> str:
    """The text itself, unchanged, if it can be kept; nothing is ever cut or cleaned here.

    `field` is the word for it in the sentence ("intent"), `limit` counts characters. With
    `one_line` a line break of any kind that `str.splitlines` knows is refused, not joined:
    joining would change what was typed.

    Raises BadInput, one sentence, when the text is too long or holds what can't be kept.
    """
    if len(text) > limit:
        raise BadInput(
            f"This {field} has {len(text):,} characters and {limit:,} fit, so nothing was taken: "
            "shorten it, or keep the long text in a file and name the file here."
        )
    suspect = "" if text.isprintable() else text  # most text is seen at once to be harmless
    for position, character in enumerate(suspect, start=1):
        if character == "\0" or _is_surrogate(character):
            raise BadInput(
                f"This {field} holds {_what(character)} at character {position:,}, "
                "which can't be kept: take it out and try again."
            )
    if one_line and text.splitlines() not in ([], [text]):
        raise BadInput(f"This {field} has a line break and must be one line: take the break out.")
    return text


def visible(text: str) -> str:
    """The text with everything that could move a cursor, reorder or hide shown as a sign.

    Control characters become their pictures (`␛`, `␊`, `␉`), other harmful ones their number
    (`⟨U+202E⟩`). Joiners and variation selectors stay, as emoji and many scripts need them.
    """
    if text.isprintable():
        return text
    return "".join(_sign(character) for character in text)


def clipped(text: str, cells: int) -> str:
    """The visible text in at most `cells` columns of a terminal, ending in `…` when it is cut.

    Where terminals disagree about a width (joined emoji, emoji with a skin tone) the widest
    answer counts, so the result fits in all of them. A base is never parted from its marks.
    """
    text = visible(text)
    if text.isascii() and len(text) <= cells:
        return text
    width = fitting = 0
    for end, cluster_width in _clusters(text):
        width += cluster_width
        if width > cells:
            return text[:fitting].rstrip() + ELLIPSIS if cells > 0 else ""
        if width < cells:
            fitting = end
    return text


def wrapped(text: str, cells: int) -> str:
    """The text with its lines broken between words, so that none is wider, where a word is not."""
    return "\n".join(line for whole in text.split("\n") for line in _broken(whole, cells))


def _broken(line: str, cells: int) -> Iterator[str]:
    taken, *words = line.split(" ")
    for word in words:
        if _cells(taken) + 1 + _cells(word) > cells:
            yield taken
            taken = word
        else:
            taken += f" {word}"
    yield taken


def _cells(text: str) -> int:
    return sum(width for _, width in _clusters(text))


def quoted(name: str, nameless: str = "") -> str:
    """A name inside a sentence: visible, between quotes, and not so long that it hides the rest.

    An empty one is called `nameless`.
    """
    return f"“{clipped(name, NAME_CELLS)}”" if name else nameless


def _what(character: str) -> str:
    return "a NUL" if character == "\0" else f"half a character (U+{ord(character):04X})"


def _is_surrogate(character: str) -> bool:
    return "\ud800" <= character <= "\udfff"


def _sign(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"⟨U+{code:04X}⟩" if _is_harmful(code) else character


def _is_harmful(code: int) -> bool:
    return (
        0x80 <= code <= 0x9F  # C1 controls; some terminals obey them
        or code in (0x061C, 0x200E, 0x200F)  # marks of direction
        or 0x2028 <= code <= 0x202E  # line and paragraph separators, direction overrides
        or 0x2066 <= code <= 0x206F  # direction isolates and old shaping controls
        or code == 0xFEFF  # byte order mark
        or 0xD800 <= code <= 0xDFFF  # halves of characters, which can't be encoded
    )


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Where each cluster (a base with what clings to it) ends, and how many cells it takes."""
    width = 0
    previous = ""
    for position, character in enumerate(text):
        if position and not _clings(character, previous):
            yield position, width
            width = 0
        width += 1 if character == _EMOJI_STYLE and width == 1 else _width(character)
        previous = character
    if text:
        yield len(text), width


def _clings(character: str, previous: str) -> bool:
    return (
        previous == _JOINER
        or character in _ZERO_WIDTH
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # skin tones
        or unicodedata.category(character).startswith("M")
    )


def _width(character: str) -> int:
    if character in _ZERO_WIDTH or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    unknown = unicodedata.category(character) == "Cn"  # newer than our tables: perhaps an emoji
    return 2 if unknown or unicodedata.east_asian_width(character) in "WF" else 1
