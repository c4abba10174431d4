"""Outlines of any form, told apart by how they begin; and the form in which they are written."""

from collections.abc import Iterable, Iterator

from focus_tui.domain.sprout import Sprout, walked
from focus_tui.formats import indented, opml
from focus_tui.formats.marks import escaped


def read(text: str) -> tuple[Sprout, ...]:
    """The ideas of a text, as OPML or as lines; BadInput, and nothing taken, where one can't be."""
    text = text.removeprefix("\ufeff")
    if text.lstrip()[:5].casefold() in ("<?xml", "<opml"):
        return opml.read(text)
    return indented.read(text)


def as_text(sprouts: Iterable[Sprout]) -> str:
    """The ideas as a list of Markdown, each with its note below; `read` gives the same back."""
    return "".join(f"{line}\n" for line in _lines(sprouts))


def _lines(sprouts: Iterable[Sprout]) -> Iterator[str]:
    for depth, sprout in walked(sprouts):
        before = "  " * depth
        yield f"{before}- {'[x] ' if sprout.done else ''}{escaped(sprout.title)}"
        for line in _note_lines(sprout.note):
            yield f"{before}  {line}" if line else ""


def _note_lines(note: str) -> Iterator[str]:
    """The lines of a note: none that is first or last is blank, or begins with white space."""
    lines = note.split("\n") if note else []
    for at, line in enumerate(lines):
        words = line.lstrip(" \t")
        if not line and at in (0, len(lines) - 1):
            yield "\\"
        elif at == 0 or not words:
            yield _note_words(line)
        else:
            yield line[: len(line) - len(words)] + _note_words(words)


def _note_words(words: str) -> str:
    """A line of nothing but backslashes gets one more: one alone is a blank line."""
    return f"\\{words}" if words and not words.strip("\\") else escaped(words)
