"""The texts of one field of all documents, case-folded, to be looked into.

There may be thousands, and somebody waits: they are looked through as one text.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

_END = "\n"


class _Joined(NamedTuple):
    """All of them one after the other."""

    text: str
    ids: list[str]
    begins: list[int]
    """Where that of each id begins."""

    def finds(self, pieces: Sequence[str]) -> Iterator[str]:
        """The ids of those that hold the pieces one behind the other."""
        # What was found of one piece is not sought again where the next one is not found.
        each = f"[^{_END}]*?"
        behind = (f"(?>{each}{re.escape(piece)})" for piece in pieces[1:])
        whole = "".join([*map(re.escape, pieces[:1]), *behind, f"[^{_END}]*"])
        for found in re.finditer(whole, self.text):
            yield self.ids[bisect_right(self.begins, found.start()) - 1]


class Folded:
    """By id the texts that were looked into, which are folded once."""

    def __init__(self, texts: dict[str, str] | None = None) -> None:
        self._texts = {} if texts is None else texts
        self._joined: _Joined | None = None

    def copy(self) -> "Folded":
        """Another one of the same texts."""
        copy = Folded(self._texts.copy())
        copy._joined = self._joined
        return copy

    def forget(self, id: str) -> None:
        """That document is another one now, or none."""
        if self._texts.pop(id, None) is not None:
            self._joined = None

    def fill(self, ids: Collection[str], text: Callable[[str], object]) -> None:
        """Have the text of each of these documents; what is no text is empty."""
        if len(self._texts) == len(ids):
            return
        for id in ids:
            if id not in self._texts:
                value = text(id)
                whole = value.casefold() if isinstance(value, str) else ""
                self._texts[id] = whole.replace(_END, " ")
        self._joined = None

    def holding(self, texts: Sequence[str]) -> list[str]:
        """The ids of the documents whose text holds these one behind the other, in any case.

        None of them has a line break.
        """
        if self._joined is None:
            lengths = (len(each) + len(_END) for each in self._texts.values())
            begins = [0, *accumulate(lengths)]
            self._joined = _Joined(_END.join(self._texts.values()), [*self._texts], begins)
        pieces = [each.casefold() for each in texts if each]
        return [*self._joined.finds(pieces)] if pieces else [*self._texts]
