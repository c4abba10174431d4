"""How long ago something began, as it is typed: minutes, or a time of day."""

import re
from datetime import timedelta

from focus_tui.domain.calendar import local_time
from focus_tui.domain.durations import MINUTE_MS
from focus_tui.domain.errors import BadInput
from focus_tui.domain.text import quoted

LONGEST_MIN = 24 * 60 - 1
_MINUTES = re.compile(r"(?P<count>[0-9]{1,4})\s*(?:m|min|minutes?)?(?:\s+ago)?")
_TIME = re.compile(r"(?:at\s+)?(?P<hours>[0-9]{1,2}):(?P<minutes>[0-9]{2})")


def ago_ms(text: str, now_ms: int, zone: str) -> int:
    """Milliseconds since the time that `10` (minutes) or `09:10` (last time it was) means.

    Raises BadInput. `now_ms` is UTC, milliseconds since 1970.
    """
    said = text.strip().casefold()
    if (found := _TIME.fullmatch(said)) and int(found["hours"]) < 24 and int(found["minutes"]) < 60:
        now = local_time(now_ms, zone)
        hour, minute = int(found["hours"]), int(found["minutes"])
        then = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        ago = now_ms - int(then.timestamp() * 1000)
        if ago < 0:
            ago = now_ms - int((then - timedelta(days=1)).timestamp() * 1000)
        return ago
    if (found := _MINUTES.fullmatch(said)) and 1 <= int(found["count"]) <= LONGEST_MIN:
        return int(found["count"]) * MINUTE_MS
    raise BadInput(
        f"{quoted(text, 'Nothing')} says no time: give the minutes since it began, as 10, "
        "or when it was, as 09:10."
    )
