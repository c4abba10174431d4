"""What is typed to find sessions: read anew at each key, so nothing half-typed is an error."""

import re
from dataclasses import dataclass, field
from datetime import date

from focus_tui.domain.inputs import minute_of_day
from focus_tui.domain.session import Focused, Outcome, Session
from focus_tui.domain.week import WEEKDAYS

TERMS = "words  goal:audio  outcome:void  focused:no  is:edited  is:overlap  hour:9  day:mon"
KINDS = ("edited", "overlap", "note")
"""What a session may be asked to be, besides its outcome."""

_TERM = re.compile(r'(?:(?P<name>\w+):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S+))')
_CHOICES = {
    "outcome": tuple(map(str, Outcome)),
    "focused": tuple(map(str, Focused)),
    "is": (*map(str, Outcome), *KINDS),
    "hour": tuple(map(str, range(24))),
    "day": tuple(name[:3].casefold() for name in WEEKDAYS),
}
WHOLE = frozenset({"hour"})
"""The terms whose values can't be begun only: 1 is not 10."""


@dataclass(frozen=True, slots=True)
class LogQuery:
    """What a session must be to be found; what is empty narrows nothing."""

    words: tuple[str, ...] = ()
    """Case-folded; each is in its intent, its note, or the title of its goal."""
    goals: tuple[str, ...] = ()
    """Case-folded; each is in the title of its goal."""
    chosen: dict[str, frozenset[str]] = field(default_factory=dict)
    """By term the values of which it must have one."""

    @property
    def empty(self) -> bool:
        """Whether all are found."""
        return not (self.words or self.goals or self.chosen)


def parse(text: str) -> LogQuery:
    """What a text asks for: words, `"words together"`, and terms, whose values may be begun only.

    A term without a value narrows nothing; one that can't have its value is words.
    """
    words: list[str] = []
    goals: list[str] = []
    chosen: dict[str, frozenset[str]] = {}
    for found in _TERM.finditer(text.casefold()):
        name = found["name"] or ""
        value = found["quoted"] if found["bare"] is None else found["bare"]
        begun = _begun(name, value)
        if found["bare"] is not None and found["bare"][-1:] == ":":
            name, value = found["bare"][:-1], ""
        if (name in _CHOICES or name == "goal") and not value:
            continue
        if name == "goal":
            goals.append(value)
        elif begun:
            chosen[name] = chosen.get(name, frozenset()) | begun
        elif word := f"{name}:{value}" if name else value:
            words.append(word)
    return LogQuery(tuple(words), tuple(goals), chosen)


def _begun(name: str, value: str) -> frozenset[str]:
    """The values of a term that a text can mean."""
    choices = _CHOICES.get(name, ())
    if name in WHOLE:
        return frozenset({value.removeprefix("0") or "0"} & {*choices})
    return frozenset(each for each in choices if each.startswith(value))


def matches(query: LogQuery, session: Session, *, goal: str, overlaps: bool) -> bool:
    """Whether a session is what a query asks for; `goal` is its goal's title, case-folded."""
    if query.words:
        hay = f"{session.intent}\n{session.note}".casefold()
        if not all(word in hay or word in goal for word in query.words):
            return False
    if not all(word in goal for word in query.goals):
        return False
    return all(
        wanted & _values(name, session, overlaps=overlaps) for name, wanted in query.chosen.items()
    )


def _values(name: str, session: Session, *, overlaps: bool) -> frozenset[str]:
    if name == "focused":
        return frozenset([str(session.focused)] if session.focused else [])
    if name == "hour":
        return frozenset([str(minute_of_day(session.started) // 60 % 24)])
    if name == "day":
        return frozenset([_CHOICES["day"][date.fromisoformat(session.started.on).weekday()]])
    values = {str(session.outcome)}
    if name == "is":
        facts = (session.edited_at is not None, overlaps, bool(session.note))
        values |= {kind for kind, holds in zip(KINDS, facts, strict=True) if holds}
    return frozenset(values)
