"""What the words of an idea's title say: its tags, its type, its link, and whether it is known."""

import re
import unicodedata

KINDS = ("project", "learn", "write", "teach", "tool", "ask")

_HASHED = re.compile(r"(?<!\S)#(\S+)")
_JOINERS = "\u200c\u200d"  # some scripts need them inside a word
_AFTER_TAG = ",.;:!?…)"
_URL = re.compile(
    r"""(?<![a-z0-9+.-])https?://(?:[^\W_]|\[(?=[0-9a-f:.]+\]))[^\s<>"`]*""", re.IGNORECASE
)
_BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（", "」": "「", "』": "『", "】": "【", "»": "«"}
_OF_SENTENCE = "".join(_BRACKETS.values()) + ".,;:!?…*_~'‘’“”。，、；：！？"
"""What ends a sentence, a quotation or an emphasis and not a URL, as far as one can tell."""


def tag(word: str) -> str:
    """The tag that a text after its `#` begins with, as typed; empty where that is none."""
    end = next((at for at, each in enumerate(word) if not _in_tag(each)), len(word))
    return word[:end] if word[:1] == "_" or word[:1].isalpha() else ""


def _in_tag(character: str) -> bool:
    return (
        character.isalnum()
        or character in "_-"
        or character in _JOINERS
        or unicodedata.category(character).startswith("M")
    )


def tags(title: str) -> tuple[str, ...]:
    """The `#tags` of a title, casefolded, in order, each once. `C#`, `#1` and `##` are none."""
    if "#" not in title:
        return ()
    found = (tag(hashed[1]).casefold() for hashed in _HASHED.finditer(title))
    return tuple(dict.fromkeys(each for each in found if each))


def kind(title: str) -> str:
    """What type of idea it is, one of KINDS: by its first tag that is one, else its first word."""
    for each in tags(title):
        if each in KINDS:
            return each
    first = plain(title).split(maxsplit=1)[:1]
    word = first[0].partition(":")[0].casefold() if first else ""
    return word if word in KINDS else ""


def plain(title: str) -> str:
    """The title as a list shows it, without its tags; a title of nothing else stays as it is."""
    if "#" not in title:
        return " ".join(title.split()) or title
    words: list[str] = []
    for word in title.split():
        rest = word[1 + len(tag(word[1:])) :] if word[0] == "#" and tag(word[1:]) else word
        if rest == word or (rest and rest[0] not in _AFTER_TAG):
            words.append(word)
        elif words:
            words[-1] += rest
        elif rest.lstrip(_AFTER_TAG):
            words.append(rest)
    return " ".join(words) or title


def link(text: str) -> str:
    """The first web address in a text, without what belongs to the sentence; empty for none.

    It ends at the first character that can't be printed, and never holds a bracket closed that
    it did not open.
    """
    found = _URL.search(text)
    return found[0][: _end_of_url(found[0])].rstrip(_OF_SENTENCE) if found else ""


def _end_of_url(url: str) -> int:
    opened: list[str] = []
    for at, character in enumerate(url):
        if not character.isprintable():
            return at
        if character in _BRACKETS.values():
            opened.append(character)
        elif character in _BRACKETS and (not opened or opened.pop() != _BRACKETS[character]):
            return at
    return len(url)


def alike(title: str) -> str:
    """The form by which the same thought captured twice is known.

    Tags, the case of letters, ways to write a letter, white space and closing punctuation make
    no difference.
    """
    folded = unicodedata.normalize("NFD", title)
    for _ in range(2):  # folding can undo the normal form, and the other way round
        folded = unicodedata.normalize("NFKC", folded.casefold())
    folded = " ".join(plain(folded).split())
    return folded.rstrip(".!?… ") or folded


def same(a: str, b: str) -> bool:
    """Whether two titles say the same thought."""
    return alike(a) == alike(b)
