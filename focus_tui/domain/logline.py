"""A stretch of time as one types it: `09:05-09:32`, `9:05 25 min`, `yesterday 22:50 to 0:10`."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.daytime import LONGEST_MS, end_after, instant_on, parsed
from focus_tui.domain.durations import HOUR_MS, MINUTE_MS
from focus_tui.domain.errors import BadInput
from focus_tui.domain.session import Stamp
from focus_tui.domain.text import quoted

HOW = "09:05-09:32, or 09:05 25 min; before it a day, as yesterday or 2026-11-22"

_TIME = r"\d{1,2}[:.]\d{2}"
_LINE = re.compile(
    r"(?:(?P<day>\d{4}-\d{2}-\d{2}|today|yesterday)\s+)?"
    rf"(?P<begin>{_TIME})"
    rf"(?:\s*(?:-|–|to\b)\s*(?P<end>{_TIME})"
    r"|\s+(?P<length>\d{1,3})\s*(?P<unit>min|m|h)\b)?"
    r"(?:\s+(?P<words>.*))?",
    re.IGNORECASE | re.DOTALL,
)


class Said(NamedTuple):
    """What a line says; what it leaves out is None."""

    on: str | None
    begin_min: int
    """Minutes after midnight, as `end_min`."""
    end_min: int | None
    length_ms: int | None
    words: str


def said(line: str, today: str) -> Said:
    """Read a line. Raises BadInput where no time stands where it begins."""
    found = _LINE.fullmatch(line.strip())
    if found is None:
        raise BadInput(f"{quoted(line.strip(), 'Nothing')} says no time: write {HOW}.")
    end, length = found["end"], found["length"]
    unit_ms = HOUR_MS if (found["unit"] or "").casefold() == "h" else MINUTE_MS
    length_ms = int(length) * unit_ms if length else None
    if length_ms is not None and not 0 < length_ms <= LONGEST_MS:
        raise BadInput("A session is between a minute and 12 hours long.")
    return Said(
        _day(found["day"], today),
        parsed(found["begin"]),
        parsed(end) if end else None,
        length_ms,
        (found["words"] or "").strip(),
    )


def _day(word: str | None, today: str) -> str | None:
    if word is None:
        return None
    now = date.fromisoformat(today)
    try:
        if word.casefold() in ("today", "yesterday"):
            return str(now - timedelta(word.casefold() == "yesterday"))
        return str(date.fromisoformat(word))
    except (ValueError, OverflowError):
        raise BadInput(f"{quoted(word)} is no date: write it as {today}.") from None


def stretch(
    line: Said, on: str, like: Stamp, calendar: Calendar, length_ms: int
) -> tuple[int, int]:
    """From and to, in UTC milliseconds, in the zone of a stamp; `on` and the length where none is
    said. Raises BadInput for an end that is not after the start.
    """
    begin = instant_on(line.on or on, line.begin_min, like, calendar)
    if line.end_min is not None:
        return begin, end_after(begin, line.end_min, like)
    return begin, begin + (line.length_ms or length_ms)
