"""The fields of a document: how each kind of value is written, and the checks when it is read."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from focus_tui.domain.spans import Span, Spans, What

Raw = dict[str, Any]
"""A document, or a part of one, as JSON has it."""

E = TypeVar("E", bound=StrEnum)

# The largest whole number that every reader of JSON keeps exact.
MOST = (1 << 53) - 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_DAY_S = 24 * 3600


class Misfit(Exception):
    """A field that holds what it can't hold; nobody outside the store sees this."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(f"{field} {why}")
        self.field = field
        self.why = why


def instant(field: str, ms: int) -> str:
    """UTC milliseconds since 1970 as `2026-11-23T08:00:00.000Z`; Misfit outside years 1 to 9999."""
    try:
        moment = _EPOCH + timedelta(milliseconds=ms)
    except OverflowError:
        raise Misfit(field, "is outside the years 1 to 9999") from None
    return moment.isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def maybe_instant(field: str, ms: int | None) -> str | None:
    """The same, or None for none."""
    return None if ms is None else instant(field, ms)


def instant_ms(text: str) -> int:
    """The UTC milliseconds of an instant in exactly that form; ValueError for any other."""
    moment = datetime.fromisoformat(text)
    # Thousands are read at once: this is quicker than to write the instant anew.
    if moment.isoformat(timespec="milliseconds") != text.removesuffix("Z") + "+00:00":
        raise ValueError(text)
    return (moment - _EPOCH) // _MS


def checked_text(field: str, value: object) -> str:
    """A text that every file and screen can hold; Misfit for NUL and for half characters."""
    if not isinstance(value, str):
        raise Misfit(field, "is not a text")
    if "\0" in value:
        raise Misfit(field, "holds a NUL character")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Misfit(field, "holds half a character (a lone surrogate)") from None
    return value


class Fields:
    """Reads the fields of one document, each by its kind; every method raises Misfit.

    A field that may be empty may also be missing: a hand or an older program left it out.
    """

    def __init__(self, raw: Mapping[str, Any], within: str = "") -> None:
        self._raw = raw
        self._within = within

    def _of(self, name: str) -> Any:
        if name not in self._raw:
            raise Misfit(self._within + name, "is missing")
        return self._raw[name]

    def _misfit(self, name: str, why: str) -> Misfit:
        return Misfit(self._within + name, why)

    def needed(self, name: str) -> str:
        """A text that is not empty."""
        if not (text := checked_text(self._within + name, self._of(name))):
            raise self._misfit(name, "is empty")
        return text

    def text(self, name: str) -> str:
        """A text, empty when missing."""
        return checked_text(self._within + name, self._raw.get(name, ""))

    def link(self, name: str) -> str | None:
        """The id of another document, or none."""
        return None if self._raw.get(name) is None else self.needed(name)

    def whole(self, name: str, low: int = 0, high: int = MOST) -> int:
        """A whole number in a range."""
        value = self._of(name)
        if type(value) is not int or not low <= value <= high:
            raise self._misfit(name, f"is not a whole number from {low} to {high}")
        return value

    def maybe_whole(self, name: str, low: int = 0, high: int = MOST) -> int | None:
        """A whole number in a range, or none."""
        return None if self._raw.get(name) is None else self.whole(name, low, high)

    def count(self, name: str) -> int:
        """A whole number, 0 when missing."""
        return self.whole(name) if name in self._raw else 0

    def offset(self, name: str) -> int:
        """A zone's distance from UTC in seconds."""
        return self.whole(name, 1 - _DAY_S, _DAY_S - 1)

    def flag(self, name: str) -> bool:
        """True or false; false when missing."""
        value = self._raw.get(name, False)
        if not isinstance(value, bool):
            raise self._misfit(name, "is neither true nor false")
        return value

    def at(self, name: str) -> int:
        """An instant, in UTC milliseconds since 1970."""
        value = self._of(name)
        try:
            if isinstance(value, str):
                return instant_ms(value)
        except ValueError:
            pass
        raise self._misfit(name, "is not an instant such as 2026-11-23T08:00:00.000Z")

    def maybe_at(self, name: str) -> int | None:
        """An instant or none."""
        return None if self._raw.get(name) is None else self.at(name)

    def told_at(self, name: str) -> int | None:
        """An instant that only the store writes; None where a hand has put something else."""
        try:
            return self.maybe_at(name)
        except Misfit:
            return None

    def on(self, name: str) -> str:
        """A local date."""
        value = self._of(name)
        try:
            if isinstance(value, str) and date.fromisoformat(value).isoformat() == value:
                return value
        except ValueError:
            pass
        raise self._misfit(name, "is not a date such as 2026-11-23")

    def maybe_on(self, name: str) -> str:
        """A local date; empty where there is none."""
        return "" if self._raw.get(name) is None else self.on(name)

    def choice(self, name: str, kind: type[E]) -> E:
        """One of the values of an enumeration."""
        value = self._of(name)
        try:
            return kind(value)
        except ValueError:
            raise self._misfit(name, f"is none of {', '.join(kind)}") from None

    def maybe_choice(self, name: str, kind: type[E]) -> E | None:
        """One of the values of an enumeration, or none."""
        return None if self._raw.get(name) is None else self.choice(name, kind)

    def choices(self, name: str, kind: type[E]) -> tuple[E, ...]:
        """Some of the values of an enumeration, in its order; none when missing."""
        value = self._raw.get(name, [])
        if not isinstance(value, list) or not all(each in tuple(kind) for each in value):
            raise self._misfit(name, f"is not a list of some of {', '.join(kind)}")
        return tuple(each for each in kind if each in value)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; none when missing."""
        value = self._raw.get(name, [])
        if not isinstance(value, list):
            raise self._misfit(name, "is not a list of texts")
        return tuple(checked_text(self._within + name, each) for each in value)

    def spans(self, name: str) -> Spans:
        """An account of time: [[what, milliseconds], …]."""
        value = self._of(name)
        try:
            spans = tuple(Span(What(what), ms) for what, ms in value)
        except (ValueError, TypeError):
            spans = None
        if spans is None or not all(type(ms) is int and 0 <= ms <= MOST for _, ms in spans):
            raise self._misfit(name, "is not a list of [what, milliseconds]")
        return spans

    def place(self, name: str) -> tuple[str | None, str] | None:
        """[parent id or null, rank], or none."""
        value = self._raw.get(name)
        if value is None:
            return None
        if not isinstance(value, list) or len(value) != 2:
            raise self._misfit(name, "is not [parent, rank]")
        parent, rank = value
        return (
            None if parent is None else checked_text(self._within + name, parent),
            checked_text(self._within + name, rank),
        )

    def part(self, name: str) -> "Fields":
        """The fields of an object inside the document."""
        value = self._of(name)
        if not isinstance(value, dict):
            raise self._misfit(name, "is not an object")
        return Fields(value, f"{self._within}{name}.")

    def maybe_object(self, name: str) -> Raw | None:
        """The same as it is, for whoever reads it in another way."""
        part = self.maybe_part(name)
        if part is None:
            return None
        checked_text(self._within + name, json.dumps(part._raw, ensure_ascii=False))
        return dict(part._raw)

    def maybe_part(self, name: str) -> "Fields | None":
        """An object inside the document, or none."""
        return None if self._raw.get(name) is None else self.part(name)
