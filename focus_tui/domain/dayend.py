"""When a day's work is enough. Durations are milliseconds; a limit of 0 is none."""

import re

from focus_tui.domain.durations import MINUTE_MS, spoken
from focus_tui.domain.errors import BadInput
from focus_tui.domain.text import quoted

NEAR_PERCENT = 80
_MOST_MIN = 24 * 60
_SAID = re.compile(
    r"(?P<hours>\d{1,2}(?:[.,]\d)?)\s*(?:h|hours?)?|(?P<minutes>\d{1,4})\s*(?:m|min|minutes?)"
)


def near(focused_ms: int, limit_ms: int) -> bool:
    """Whether the day's end comes into sight."""
    return bool(limit_ms) and focused_ms * 100 >= limit_ms * NEAR_PERCENT


def reached(focused_ms: int, limit_ms: int) -> bool:
    """Whether the day holds as much as the person wants it to."""
    return bool(limit_ms) and focused_ms >= limit_ms


def worked(focused_ms: int) -> str:
    """What was worked, in whole minutes that are over: a sum that does not flicker."""
    return spoken(focused_ms // MINUTE_MS * MINUTE_MS)


def of_limit(focused_ms: int, limit_ms: int) -> str:
    """What was worked beside the limit, as `4 h 05 of 5 h`; alone where there is none."""
    return f"{worked(focused_ms)} of {spoken(limit_ms)}" if limit_ms else worked(focused_ms)


def limit_said(text: str) -> int:
    """The minutes of a limit as it is typed: `5`, `4.5 h`, `270 min`; 0 is none. BadInput."""
    found = _SAID.fullmatch(text.strip().casefold())
    if found is not None:
        hours = found["hours"]
        minutes = float(hours.replace(",", ".")) * 60 if hours else float(found["minutes"])
        if minutes <= _MOST_MIN:
            return round(minutes)
    raise BadInput(f"{quoted(text.strip(), 'Nothing')} is no part of a day: say it as 5 h.")


def limit_words(limit_ms: int) -> str:
    """A limit as it is typed."""
    minutes = limit_ms // MINUTE_MS
    return f"{minutes} min" if minutes % 6 else f"{minutes / 60:g} h"
