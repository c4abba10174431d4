"""What is typed to find sessions: read anew at each key, so nothing half-typed is an error."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from focus_tui.domain.durations import MINUTE_MS
from focus_tui.domain.goal import Area
from focus_tui.domain.inputs import minute_of_day
from focus_tui.domain.mark import MOST_ENERGY
from focus_tui.domain.session import Focused, Outcome, Session
from focus_tui.domain.spans import What, total
from focus_tui.domain.week import WEEKDAYS

TERMS = "words  goal:audio  outcome:void  is:overtime  hour:9  day:mon  length:25-29"
"""Some of what can be typed, in as few columns as a terminal has."""
_KINDS: dict[str, Callable[[Session, "Around"], bool]] = {
    "edited": lambda session, _: session.edited_at is not None,
    "overlap": lambda session, around: around.overlaps(session),
    "note": lambda session, _: bool(session.note),
    "overtime": lambda session, _: total(session.spans, What.OVERTIME) > 0,
    "overrun": lambda session, _: session.overran,
    "beyond": lambda session, around: around.beyond(session),
    "past-limit": lambda session, around: around.past_limit(session),
}
KINDS = tuple(_KINDS)
"""What a session may be asked to be, besides its outcome."""

_TERM = re.compile(r'(?:(?P<name>\w+):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S+))')
_CHOICES = {
    "outcome": tuple(map(str, Outcome)),
    "focused": tuple(map(str, Focused)),
    "is": (*map(str, Outcome), *KINDS),
    "hour": tuple(map(str, range(24))),
    "day": tuple(name[:3].casefold() for name in WEEKDAYS),
    "energy": tuple(map(str, range(1, MOST_ENERGY + 1))),
    "area": tuple(map(str, Area)),
}
TERMS_OF = frozenset({*_CHOICES, "goal", "interrupted", "length"})
"""By which more than words can be asked for."""
_LENGTH = re.compile(r"(?P<least>\d{1,3})(?:-(?P<most>\d{1,3}))?")
WHOLE = frozenset({"hour"})
"""The terms whose values can't be begun only: 1 is not 10."""


@dataclass(frozen=True, slots=True)
class LogQuery:
    """What a session must be to be found; what is empty narrows nothing."""

    words: tuple[str, ...] = ()
    """Case-folded; each is in its intent, its note, or the title of its goal."""
    goals: tuple[str, ...] = ()
    """Case-folded; each is in the title of its goal."""
    came: tuple[str, ...] = ()
    """Case-folded; each is in what was noted with one of its interruptions."""
    minutes: tuple[tuple[int, int], ...] = ()
    """From and to, both included: it held so many whole minutes of focus, by one of these."""
    chosen: dict[str, frozenset[str]] = field(default_factory=dict)
    """By term the values of which it must have one."""

    @property
    def empty(self) -> bool:
        """Whether all are found."""
        return not (self.words or self.goals or self.came or self.minutes or self.chosen)

    @property
    def asks_breaks(self) -> bool:
        """Whether it is breaks alone that can be found."""
        return self.chosen.get("is", frozenset()) == frozenset({"overrun"})


class Around(Protocol):
    """What else is known of sessions; each is asked only where a query needs it."""

    def goal(self, session: Session) -> str:
        """The title of its goal, case-folded; empty without one."""

    def area(self, session: Session) -> Area | None:
        """What it counts for; None for nothing."""

    def came(self, session: Session) -> str:
        """What was noted with its interruptions, case-folded, a line each."""

    def energy(self, session: Session) -> int | None:
        """The last answer of its day, from 1 to 5; None where there is none."""

    def overlaps(self, session: Session) -> bool:
        """Whether it is at the time of another."""

    def beyond(self, session: Session) -> bool:
        """Whether it was begun past the day's limit."""

    def past_limit(self, session: Session) -> bool:
        """Whether its day holds more focus than the limit."""


def parse(text: str) -> LogQuery:
    """What a text asks for: words, `"words together"`, and terms, whose values may be begun only.

    A term without a value narrows nothing; one that can't have its value is words.
    """
    words: list[str] = []
    listed: dict[str, list[str]] = {"goal": [], "interrupted": []}
    minutes: list[tuple[int, int]] = []
    chosen: dict[str, frozenset[str]] = {}
    for found in _TERM.finditer(text.casefold()):
        name = found["name"] or ""
        value = found["quoted"] if found["bare"] is None else found["bare"]
        begun = _begun(name, value)
        if found["bare"] is not None and found["bare"][-1:] == ":":
            name, value = found["bare"][:-1], ""
        if name in TERMS_OF and not value:
            continue
        if name in listed:
            listed[name].append(value)
        elif name == "length" and (length := _LENGTH.fullmatch(value)):
            least = int(length["least"])
            minutes.append((least, int(length["most"] or least)))
        elif begun:
            chosen[name] = chosen.get(name, frozenset()) | begun
        elif word := f"{name}:{value}" if name else value:
            words.append(word)
    goals, came = map(tuple, listed.values())
    return LogQuery(tuple(words), goals, came, tuple(minutes), chosen)


def term(name: str, text: str) -> str:
    """What is typed to find a text by a term; a quotation mark in it can't be asked for."""
    return " ".join(f'{name}:"{part}"' for part in text.split('"') if part.strip())


def weekday_term(weekday: int) -> str:
    """What is typed to find the sessions of a weekday; Monday is 0."""
    return f"day:{_CHOICES['day'][weekday]}"


def _begun(name: str, value: str) -> frozenset[str]:
    """The values of a term that a text can mean."""
    choices = _CHOICES.get(name, ())
    if name in WHOLE:
        return frozenset({value.removeprefix("0") or "0"} & {*choices})
    return frozenset(each for each in choices if each.startswith(value))


def matches(query: LogQuery, session: Session, around: Around) -> bool:
    """Whether a session is what a query asks for."""
    if query.words:
        hay = f"{session.intent}\n{session.note}".casefold()
        if not all(word in hay or word in around.goal(session) for word in query.words):
            return False
    if query.goals and not all(word in around.goal(session) for word in query.goals):
        return False
    if query.came and not all(word in around.came(session) for word in query.came):
        return False
    held = session.focused_ms // MINUTE_MS if query.minutes else 0
    if query.minutes and not any(least <= held <= most for least, most in query.minutes):
        return False
    return all(_says(name, wanted, session, around) for name, wanted in query.chosen.items())


def _says(name: str, wanted: frozenset[str], session: Session, around: Around) -> bool:
    """Whether one of the values is what a session says to a term."""
    if name == "is":
        return any(_is(value, session, around) for value in wanted)
    said = _SAID[name](session, around)
    return said is not None and str(said) in wanted


def _is(value: str, session: Session, around: Around) -> bool:
    return _KINDS[value](session, around) if value in _KINDS else session.outcome == value


_SAID: dict[str, Callable[[Session, Around], object]] = {
    "outcome": lambda session, _: session.outcome,
    "focused": lambda session, _: session.focused,
    "hour": lambda session, _: minute_of_day(session.started) // 60 % 24,
    "day": lambda session, _: _CHOICES["day"][date.fromisoformat(session.started.on).weekday()],
    "energy": lambda session, around: around.energy(session),
    "area": lambda session, around: around.area(session),
}
"""By term what a session says to it; None for nothing."""
