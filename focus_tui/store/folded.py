"""The texts of one field of all documents, case-folded, to be looked into.

There may be thousands, and somebody waits: they are looked through as one text.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from itertools import accumulate
from typing import NamedTuple


class _Joined(NamedTuple):
    """All of them one after the other."""

    text: str
    ids: list[str]
    begins: list[int]
    """Where that of each id begins, and one more."""

    def finds(self, piece: str) -> Iterator[str]:
        """The ids of those that hold it, and of one before whose end and this one's begin do."""
        at = self.text.find(piece)
        while at >= 0:
            index = bisect_right(self.begins, at) - 1
            yield self.ids[index]
            at = self.text.find(piece, self.begins[index + 1])


class Folded:
    """By id the texts that were looked into, which are folded once."""

    def __init__(self, texts: dict[str, str] | None = None) -> None:
        self._texts = {} if texts is None else texts
        self._joined: _Joined | None = None

    def copy(self) -> "Folded":
        """Another one of the same texts."""
        copy = Folded(dict(self._texts))
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
                self._texts[id] = value.casefold() if isinstance(value, str) else ""
        self._joined = None

    def holding(self, texts: Collection[str]) -> list[str]:
        """The ids of the documents whose text holds each of these, in any case."""
        whole, pieces = self._whole(), [each.casefold() for each in texts]
        rarest = min(pieces, key=whole.text.count, default="")
        return [id for id in whole.finds(rarest) if all(each in self._texts[id] for each in pieces)]

    def _whole(self) -> _Joined:
        if self._joined is None:
            lengths = (len(each) + 1 for each in self._texts.values())
            begins = [*accumulate(lengths, initial=0)]
            self._joined = _Joined("\n".join(self._texts.values()), [*self._texts], begins)
        return self._joined
