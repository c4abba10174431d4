"""What is typed to find an idea: read anew at every key, so that nothing half-typed is an error."""

import re
from dataclasses import dataclass

from focus_tui.domain.ideawords import KINDS, tag

STATES = ("open", "started", "resting", "done", "dropped")
DAY_MS = 24 * 3_600_000

_TERMS = re.compile(r'(?P<term>\w+:)?"(?P<quoted>[^"]*)(?P<closed>"?)|(?P<bare>\S+)')
_AGE = re.compile(r"(?P<count>[0-9]{1,5})(?P<unit>[dwmy]?)")
_DAYS = {"": 1, "d": 1, "w": 7, "m": 30, "y": 365}
_WANTS = {
    "type": "type: takes project, learn, write, teach, tool or ask.",
    "is": "is: takes open, started, resting, done or dropped.",
    "older": "older: takes a number of days, as older:30d.",
    "newer": "newer: takes a number of days, as newer:7d.",
}


@dataclass(frozen=True, slots=True)
class Query:
    """What an idea must be to be found; each part that is empty, or None, narrows nothing."""

    words: tuple[str, ...] = ()
    """Casefolded; all of them must be found."""
    tags: tuple[str, ...] = ()
    """Beginnings of tags, casefolded; each must be found."""
    kinds: tuple[str, ...] = ()
    """Its type is one of these."""
    states: tuple[str, ...] = ()
    """Its state is one of these."""
    older_ms: int | None = None
    """Untouched for at least so long."""
    newer_ms: int | None = None
    """Untouched for less."""
    places: tuple[str, ...] = ()
    """It lies in one of these, casefolded: `inbox`, `front`, or below an idea that begins so."""
    hint: str = ""
    """One sentence about the first value that a term can't have; such a term counts as words."""


def parse(text: str) -> Query:
    """What a text asks for.

    Words and `"words together"`, `#tag`, `type:learn`, `is:resting`, `older:30d`, `newer:2w`,
    `in:inbox`, `in:"Audio course"`. Tags, types and states may be begun only. A term without a
    value narrows nothing, nor does a quotation before its end; an unknown one is a plain word.
    """
    reader = _Reader()
    for found in _TERMS.finditer(text):
        raw = found[0].casefold()
        if found["bare"] is None:
            name = (found["term"] or "").removesuffix(":").casefold()
            value = found["quoted"].casefold() if found["closed"] else ""
            reader.take(name, value, value if found["term"] is None else raw)
        elif raw[0] == "#":
            reader.take_tag(raw)
        else:
            name, colon, value = raw.partition(":")
            reader.take(name if colon else "", value, raw)
    return reader.query()


def matches(
    query: Query, *, hay: str, tags: tuple[str, ...], kind: str, state: str, age_ms: int
) -> bool:
    """Whether an idea is what a query asks for, but for its place, which the caller knows.

    `hay` is its title, note and tags, casefolded; `age_ms` how long it was left untouched.
    """
    for word in query.words:
        if word not in hay:
            return False
    if query.kinds and kind not in query.kinds:
        return False
    if query.states and state not in query.states:
        return False
    if query.older_ms is not None and age_ms < query.older_ms:
        return False
    if query.newer_ms is not None and age_ms >= query.newer_ms:
        return False
    return not query.tags or _tagged(query.tags, tags)


def _tagged(wanted: tuple[str, ...], tags: tuple[str, ...]) -> bool:
    for begun in wanted:  # loops: this is asked of every idea at every key
        for each in tags:
            if each.startswith(begun):
                break
        else:
            return False
    return True


class _Reader:
    """Gathers the terms of one text."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._tags: list[str] = []
        self._places: list[str] = []
        self._chosen: dict[str, list[str]] = {"type": [], "is": []}
        self._ages: dict[str, list[int]] = {"older": [], "newer": []}
        self._hint = ""

    def take_tag(self, raw: str) -> None:
        """Take what begins with a `#`."""
        begun = raw[1:]
        if begun and tag(begun) == begun:
            self._tags.append(begun)
        elif begun:
            self._word(raw)

    def take(self, name: str, value: str, raw: str) -> None:
        """Take a term; what is none, or can't have the value, as the words it was typed in."""
        if name not in _WANTS and name != "in":
            self._word(raw)
        elif not value:
            return
        elif name == "in":
            self._places.append(" ".join(value.split()))
        elif not self._known(name, value):
            self._hint = self._hint or _WANTS[name]
            self._word(raw)

    def query(self) -> Query:
        """What all the terms ask for together."""
        return Query(
            words=_once(self._words),
            tags=_once(self._tags),
            kinds=_once(self._chosen["type"]),
            states=_once(self._chosen["is"]),
            older_ms=max(self._ages["older"], default=None),
            newer_ms=min(self._ages["newer"], default=None),
            places=_once(self._places),
            hint=self._hint,
        )

    def _word(self, raw: str) -> None:
        if raw:
            self._words.append(raw)

    def _known(self, name: str, value: str) -> bool:
        """Whether a term can have this value, which is then taken."""
        if name in self._ages:
            age = _AGE.fullmatch(value)
            if age is not None:
                self._ages[name].append(int(age["count"]) * _DAYS[age["unit"]] * DAY_MS)
            return age is not None
        choices = KINDS if name == "type" else STATES
        begun = [each for each in choices if each.startswith(value)]
        self._chosen[name] += begun
        return bool(begun)


def _once(found: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
