"""What past years hold, each archive read once while it is the same."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from focus_tui.domain.logrange import Range
from focus_tui.services.desk import Desk
from focus_tui.store.files import Signature, signature_of
from focus_tui.store.views import Records

T = TypeVar("T")

Signs = tuple[tuple[int, Signature | None], ...]
"""The years of archives, with what changes when one of them does."""


class PastYears(Generic[T]):
    """Keeps what was taken out of them."""

    def __init__(self, desk: Desk, take: Callable[[Records], tuple[T, ...]]) -> None:
        self._desk = desk
        self._take = take
        self._known: dict[int, tuple[Signature | None, tuple[T, ...]]] = {}

    def of(self, signs: Signs) -> Iterable[T]:
        """What these years hold. Raises DataUnusable for one that can't be read."""
        for year, sign in signs:
            yield from self._year(year, sign)

    def missing(self, signs: Signs) -> Signs:
        """Those that were not read yet; not those that are read each time."""
        pending = self._desk.db.pending()
        return tuple(
            (year, sign)
            for year, sign in signs
            if year not in pending and self._known.get(year, (None, ()))[0] != sign
        )

    def prepare(self, signs: Signs) -> Iterator[tuple[int, int]]:
        """Read those, one at each step: how many of how many are done."""
        missing = self.missing(signs)
        yield 0, len(missing)
        for done, each in enumerate(missing, 1):
            self._year(*each)
            yield done, len(missing)

    def _year(self, year: int, sign: Signature | None) -> tuple[T, ...]:
        """Of an archive of which something is pending it is read each time."""
        known = self._known.get(year)
        if known is not None and known[0] == sign and year not in self._desk.db.pending():
            return known[1]
        found = self._take(self._desk.db.year(year))
        self._known[year] = sign, found
        return found


def signs(desk: Desk, over: Range) -> Signs:
    """Of the archives that a range touches."""
    archives = desk.db.archives()
    first, last = int(over.first_on[:4]), int(over.last_on[:4])
    return tuple((year, signature_of(archives[year])) for year in archives if first <= year <= last)
