"""Inputs: what a person promises to put in, in how they say it and in what was done of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain.durations import MINUTE_MS, plural, spoken
from focus_tui.domain.errors import BadInput
from focus_tui.domain.session import Outcome, Phase, Session, Stamp
from focus_tui.domain.text import quoted

WAYS = "8 sessions, 3 days, 5 h, 90 min, 3 days before 09:00"
MOST = 10_000
"""No week holds more of anything."""

_SAID = re.compile(
    r"(?P<count>\d{1,5}(?:[.,]\d)?)\s*(?P<unit>[a-z]+)"
    r"(?:\s+before\s+(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))?)?"
)


class Measure(StrEnum):
    """In what an input is counted."""

    SESSIONS = "sessions"
    """Sessions that count."""
    MINUTES = "minutes"
    """Minutes of focus, those of sessions ended early among them."""
    DAYS = "days"
    """Days with a session that counts."""
    EARLY_DAYS = "early_days"
    """Days whose first session that counts began before a time of day."""
    DONE = "done"
    """Nothing is counted: the person says that it is done."""


_UNITS = {
    **dict.fromkeys(("s", "session", "sessions"), Measure.SESSIONS),
    **dict.fromkeys(("m", "min", "minute", "minutes", "h", "hour", "hours"), Measure.MINUTES),
    **dict.fromkeys(("d", "day", "days"), Measure.DAYS),
}


@dataclass(frozen=True, slots=True)
class Input:
    """So much of something in a period; as a goal's cadence, in each week."""

    count: int
    measure: Measure
    before_min: int | None = None
    """For EARLY_DAYS: minutes after midnight."""


DONE = Input(1, Measure.DONE)


class Worked(NamedTuple):
    """What one day held of focus on one goal and one commitment."""

    on: str
    """The local day, as `2026-11-23`."""
    goal_id: str | None
    commitment_id: str | None
    sessions: int
    """How many counted."""
    focused_ms: int
    began_min: int | None
    """When the first one that counts began, in minutes after that day's midnight."""


def parsed(text: str) -> Input:
    """The input that a text says, as `8 sessions` or `3 days before 9`; BadInput for any other."""
    said = text.strip().casefold()
    if said in ("done", "done?", "done or not"):
        return DONE
    found = _SAID.fullmatch(said)
    measure = _UNITS.get(found["unit"]) if found else None
    if found is None or measure is None:
        raise BadInput(f"{quoted(text.strip(), 'Nothing')} is no input: say it as {WAYS}, or done.")
    amount = float(found["count"].replace(",", "."))
    minutes = amount * 60 if found["unit"].startswith("h") else amount
    count = round(minutes)
    if abs(count - minutes) > 0.001 or not 1 <= count <= MOST:
        raise BadInput(f"“{found['count']}” is no whole number from 1 to {MOST:,}.")
    if found["hour"] is None:
        return Input(count, measure)
    before = int(found["hour"]) * 60 + int(found["minute"] or 0)
    if measure is not Measure.DAYS or before > 24 * 60 or int(found["minute"] or 0) > 59:
        raise BadInput(f"{quoted(text.strip())} is no input: only days begin before a time of day.")
    return Input(count, Measure.EARLY_DAYS, before)


def in_words(wanted: Input) -> str:
    """An input as people read it, and as `parsed` takes it."""
    count = wanted.count
    match wanted.measure:
        case Measure.SESSIONS:
            return plural(count, "session")
        case Measure.MINUTES:
            return _time(count)
        case Measure.DAYS:
            return plural(count, "day")
        case Measure.EARLY_DAYS:
            before = wanted.before_min or 0
            return f"{plural(count, 'day')} before {before // 60:02}:{before % 60:02}"
    return "done or not"


def _time(minutes: int) -> str:
    return f"{minutes // 60} h" if minutes % 60 == 0 else f"{minutes} min"


def done_of(wanted: Input, rows: Iterable[Worked]) -> int:
    """How much of an input these days hold, in its own measure; 0 where nothing is counted."""
    match wanted.measure:
        case Measure.SESSIONS:
            return sum(row.sessions for row in rows)
        case Measure.MINUTES:
            return sum(row.focused_ms for row in rows) // MINUTE_MS
        case Measure.DAYS:
            return len({row.on for row in rows if row.sessions})
        case Measure.EARLY_DAYS:
            return len({row.on for row in rows if _early(row, wanted.before_min or 0)})
    return 0


def _early(row: Worked, before_min: int) -> bool:
    return row.began_min is not None and row.began_min < before_min


def progress(wanted: Input, done: int) -> str:
    """How much of an input there is, in words: `5 of 8 sessions`."""
    match wanted.measure:
        case Measure.DONE:
            return "done" if done else "not done"
        case Measure.MINUTES:
            return f"{spoken(done * MINUTE_MS)} of {in_words(wanted)}"
    return f"{done} of {in_words(wanted)}"


def planned_ms(wanted: Input, session_ms: int) -> int:
    """The least time that an input takes, a session being so long: a day holds at least one."""
    match wanted.measure:
        case Measure.MINUTES:
            return wanted.count * MINUTE_MS
        case Measure.DONE:
            return 0
    return wanted.count * session_ms


def still_to_go(wanted: Input, done: int, days_left: int) -> str:
    """What is left of an input, in words; `days_left` counts the days that may still hold it.

    Of days it says how many can still be had: a day that has passed is gone, and no reason to
    let go of the others. Empty where nothing is left, or counted.
    """
    left = wanted.count - done
    if left <= 0 or wanted.measure is Measure.DONE:
        return ""
    if wanted.measure in (Measure.DAYS, Measure.EARLY_DAYS) and left > days_left:
        possible = done + days_left
        return f"{possible} of {wanted.count} still possible" if days_left else ""
    if wanted.measure is Measure.MINUTES:
        return f"{spoken(left * MINUTE_MS)} to go"
    return f"{left} to go"


def worked_in(session: Session) -> Worked | None:
    """What a session adds to its day; None where that is nothing: a break, a voided one."""
    void = session.outcome is Outcome.VOID or session.deleted_at is not None
    if void or session.kind is not Phase.FOCUS:
        return None
    counts = session.counts
    return Worked(
        session.started.on,
        session.goal_id,
        session.commitment_id,
        int(counts),
        session.focused_ms,
        minute_of_day(session.started) if counts else None,
    )


def minute_of_day(started: Stamp) -> int:
    """Minutes from the midnight of its local day, over the next one too: 26 * 60 is 02:00 then."""
    midnight = datetime.fromisoformat(started.on).replace(tzinfo=UTC)
    local_s = started.at_ms // 1000 + started.offset_s
    return (local_s - int(midnight.timestamp())) // 60


def summed(rows: Iterable[Worked]) -> tuple[Worked, ...]:
    """One row for each day, goal and commitment, in the order in which they first come."""
    sums: dict[tuple[str, str | None, str | None], Worked] = {}
    for row in rows:
        key = row[:3]
        one = sums.get(key)
        if one is None:
            sums[key] = row
            continue
        began = [minute for minute in (one.began_min, row.began_min) if minute is not None]
        sums[key] = Worked(
            *key,
            one.sessions + row.sessions,
            one.focused_ms + row.focused_ms,
            min(began, default=None),
        )
    return tuple(sums.values())
