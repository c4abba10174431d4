"""The reading side: frozen domain values out of tables of documents."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from focus_tui.domain.calendar import CalendarRule
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.dayoff import DaysOff
from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.goal import Goal
from focus_tui.domain.idea import Idea
from focus_tui.domain.interval import Interval
from focus_tui.domain.lineup import Next
from focus_tui.domain.mark import Mark
from focus_tui.domain.reflection import Answer, LearnedCard, Reflection
from focus_tui.domain.session import Session
from focus_tui.store.codec import Codec
from focus_tui.store.codecs import CALENDAR, IDEAS, MARKS, SESSIONS, TIMER
from focus_tui.store.fields import Misfit, Raw
from focus_tui.store.plans import COMMITMENTS, DAYSOFF, GOALS, LINEUP
from focus_tui.store.reflections import ANSWERS, LEARNED, REFLECTIONS
from focus_tui.store.tables import Documents, Tin

T = TypeVar("T")

Decoded = dict[str, dict[str, tuple[Raw, Any]]]
"""By table and id: a document, and its value. Documents are replaced and never changed."""


class Reader(Generic[T]):
    """Reads one table; deleted values are among what it gives, in order of their ids (of time).

    Every method raises DataUnusable, with the place, for a document that a hand made unreadable.
    """

    def __init__(
        self, codec: Codec[T], documents: Documents, path: Path, decoded: Decoded | None = None
    ) -> None:
        """`decoded` keeps values for whoever reads the same documents again."""
        self._codec = codec
        self._documents = documents
        self._path = path
        self._decoded = {} if decoded is None else decoded.setdefault(codec.table, {})

    def get(self, id: str) -> T | None:
        """The value with that id."""
        raw = self._documents.document(id)
        return None if raw is None else self._value(id, raw)

    def says(self, id: str, *fields: str) -> bool:
        """Whether a document has something in one of these fields, as stored; none is decoded."""
        raw = self._documents.document(id) or {}
        return any(raw.get(field) is not None for field in fields)

    def all(self) -> tuple[T, ...]:
        """Every value of the table."""
        return self._values(self._documents.ids())

    def in_steps(self, count: int) -> Iterator[None]:
        """Read every value, so many at each step, so that whoever asks for them later has them."""
        for number, id in enumerate(self._documents.ids(), start=1):
            self.get(id)
            if not number % count:
                yield

    def by_id(self) -> dict[str, T]:
        """Every value by its id, in no order."""
        return {id: self._value(id, raw) for id, raw in self._documents.items()}

    @property
    def version(self) -> object:
        """The same object for as long as every value is the same."""
        return self._documents.version

    def changed(self, since: object) -> dict[str, T | None] | None:
        """What may be others since that version, None for what is gone; None when nobody knows."""
        ids = self._documents.touched(since)
        return None if ids is None else {id: self.get(id) for id in ids}

    def where(self, **fields: object) -> tuple[T, ...]:
        """The values whose fields, as stored, are exactly these: `where(on="2026-11-23")`.

        Only what matches is decoded. None finds a field that is null or missing.
        """
        return self._values(self._documents.ids_where(fields))

    def among(self, field: str, wanted: Collection[str]) -> tuple[T, ...]:
        """The values of which a field, as stored, is one of these texts; one pass for all."""
        return self._values(self._documents.ids_among(field, wanted))

    def having(self, field: str, begins: str = '"') -> tuple[T, ...]:
        """The values of which a field, as stored in JSON, begins so: is any text, if not said."""
        return self._values(self._documents.ids_having(field, begins))

    def holding(self, field: str, texts: Sequence[str]) -> tuple[T, ...]:
        """The values of which a field, as stored, holds, in any case, these texts in order."""
        return self._values(self._documents.ids_holding(field, texts))

    def last(self, field: str, text: str, most: int) -> tuple[T, ...]:
        """Of the values whose field, as stored, is this text, the last ones that were added."""
        return self._values(self._documents.ids_last(field, text, most))

    def newest(self, n: int) -> tuple[T, ...]:
        """The last `n` by id, the newest last."""
        return self._values(self._documents.ids()[-n:] if n > 0 else [])

    def _values(self, ids: list[str]) -> tuple[T, ...]:
        return tuple(value for id in ids if (value := self.get(id)) is not None)

    def _value(self, id: str, raw: Raw) -> T:
        document, value = self._decoded.get(id, (None, None))
        if document is raw:
            return cast(T, value)
        try:
            value = self._codec.decode(id, raw)
            self._decoded[id] = raw, value
            return value
        except Misfit as misfit:
            raise DataUnusable(
                f"{self._path}: the document {id} of {self._codec.table} has a wrong field: "
                f"{misfit.field} {misfit.why}. Mend it there, or put a good copy in its place."
            ) from None


class Timers:
    """Reads the running intervals, one for each device; DataUnusable as with `Reader`."""

    def __init__(self, documents: Documents, path: Path) -> None:
        self._documents = documents
        self._reader = Reader(TIMER, documents, path)

    def get(self, device: str) -> Interval | None:
        """What runs on a device."""
        return self._reader.get(device)

    def all(self) -> dict[str, Interval]:
        """What runs anywhere, by device."""
        found = ((device, self.get(device)) for device in self._documents.ids())
        return {device: interval for device, interval in found if interval}


class Records:
    """The tables whose past years lie in archives."""

    sessions: Reader[Session]
    marks: Reader[Mark]

    def __init__(self, tin: Tin, path: Path, decoded: Decoded | None = None) -> None:
        self.sessions = Reader(SESSIONS, tin.documents("sessions"), path, decoded)
        self.marks = Reader(MARKS, tin.documents("marks"), path, decoded)


class View(Records):
    """Everything in the data file, as it was when it was read."""

    ideas: Reader[Idea]
    calendar: Reader[CalendarRule]
    goals: Reader[Goal]
    commitments: Reader[Commitment]
    lineup: Reader[Next]
    daysoff: Reader[DaysOff]
    reflections: Reader[Reflection]
    answers: Reader[Answer]
    learned: Reader[LearnedCard]
    timer: Timers

    def __init__(self, tin: Tin, path: Path, decoded: Decoded | None = None) -> None:
        super().__init__(tin, path, decoded)
        self.ideas = Reader(IDEAS, tin.documents("ideas"), path, decoded)
        self.calendar = Reader(CALENDAR, tin.documents("calendar"), path, decoded)
        self.goals = Reader(GOALS, tin.documents("goals"), path, decoded)
        self.commitments = Reader(COMMITMENTS, tin.documents("commitments"), path, decoded)
        self.lineup = Reader(LINEUP, tin.documents("lineup"), path, decoded)
        self.daysoff = Reader(DAYSOFF, tin.documents("daysoff"), path, decoded)
        self.reflections = Reader(REFLECTIONS, tin.documents("reflections"), path, decoded)
        self.answers = Reader(ANSWERS, tin.documents("answers"), path, decoded)
        self.learned = Reader(LEARNED, tin.documents("cards"), path, decoded)
        self.timer = Timers(tin.documents("timer"), path)
