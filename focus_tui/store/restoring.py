"""What runs when a copy is put in the data's place: nothing is dropped or credited silently."""

from dataclasses import replace
from enum import Enum, auto
from typing import NamedTuple

from focus_tui.domain import timer
from focus_tui.domain.calendar import Calendar
from focus_tui.domain.interval import Interval
from focus_tui.domain.reading import Reading
from focus_tui.domain.session import Outcome, Session
from focus_tui.store.codecs import CALENDAR, SESSIONS, TIMER
from focus_tui.store.fields import Misfit, Raw
from focus_tui.store.text import Tables

_STAMPS = ("created_at", "updated_at", "device")


class Fate(Enum):
    """What becomes of an interval of this device."""

    RUNS_ON = auto()
    """It runs now, and does not notice."""
    PAUSED = auto()
    """It ran when the copy was made, and comes back paused; the time since is a question."""
    RESTS = auto()
    """A break that ran then; it is not over yet."""
    CLOSED = auto()
    """It ran then, and is closed where it was last seen."""


Fates = tuple[tuple[Fate, str], ...]
"""What becomes of what runs now, and of what ran then: the fate and the intent of each."""


class PutBack(NamedTuple):
    """The tables that take the data's place, and what becomes of what ran."""

    tables: Tables
    fates: Fates


def put_back(then: Tables, now: Tables, *, device: str, reading: Reading) -> PutBack:
    """A copy's tables, with what runs now in the place of what ran then.

    What ran then on this device, and does not now, comes back as after a program that was cut off.
    An interval whose session is in the copy ended there. One that can't be read is left out, as it
    would keep all the rest from being read.
    """
    sessions = then.get(SESSIONS.table, {})
    ran, runs = (
        {
            each: interval
            for each, raw in tables.get(TIMER.table, {}).items()
            if (interval := _interval(each, raw)) and interval.id not in sessions
        }
        for tables in (then, now)
    )
    timers = {each: then[TIMER.table][each] for each in ran}
    timers |= {each: now[TIMER.table][each] for each in runs}
    fates = []
    if running := runs.get(device):
        fates.append((Fate.RUNS_ON, running.intent))
    if (left := ran.get(device)) and left.id not in {each.id for each in runs.values()}:
        raw = then[TIMER.table][device]
        back = _come_back(left, reading, _calendar(then))
        if isinstance(back, Interval) and running is None:
            timers[device] = raw | TIMER.encode(device, back)
            fates.append((Fate.RESTS if back.phase.is_break else Fate.PAUSED, left.intent))
        else:
            if running is None:
                del timers[device]
            closed = back if isinstance(back, Session) else timer.close(back, Outcome.ABANDONED)
            stamps = {name: raw[name] for name in _STAMPS if name in raw}
            sessions = {**sessions, left.id: SESSIONS.encode(left.id, closed) | stamps}
            fates.append((Fate.CLOSED, left.intent))
    tables = {**then}
    for name, table in ((SESSIONS.table, sessions), (TIMER.table, timers)):
        if table or name in then:
            tables[name] = table
    return PutBack(tables, tuple(fates))


def _come_back(left: Interval, reading: Reading, calendar: Calendar) -> Interval | Session:
    """As if it had not been left on purpose: whether it went on to its end nobody knows."""
    moment = timer.come_back(replace(left, left=False), None, reading, calendar)
    back = moment.interval or moment.closed
    assert back is not None, "a moment is one or the other"
    return back


def _interval(device: str, raw: Raw) -> Interval | None:
    try:
        return TIMER.decode(device, raw)
    except Misfit:
        return None


def _calendar(tables: Tables) -> Calendar:
    rules = []
    for id, raw in tables.get(CALENDAR.table, {}).items():
        try:
            rules.append(CALENDAR.decode(id, raw))
        except Misfit:
            continue  # whoever reads the data says so
    return Calendar(tuple(rules))
