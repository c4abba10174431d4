"""How long ago something began, as it is typed: minutes, or a time of day."""

from datetime import timedelta

from focus_tui.domain.calendar import local_time
from focus_tui.domain.durations import MINUTE_MS
from focus_tui.domain.errors import BadInput
from focus_tui.domain.text import quoted

LONGEST_MIN = 24 * 60 - 1


def ago_ms(text: str, now_ms: int, zone: str) -> int:
    """Milliseconds since the time that `10` (minutes) or `09:10` (last time it was) means.

    Raises BadInput. `now_ms` is UTC, milliseconds since 1970.
    """
    said = text.strip().casefold().removesuffix("min").rstrip()
    hours, colon, minutes = said.partition(":")
    if colon and _whole(hours, 23) and _whole(minutes, 59) and len(minutes) == 2:
        now = local_time(now_ms, zone)
        then = now.replace(hour=int(hours), minute=int(minutes), second=0, microsecond=0)
        ago = now_ms - int(then.timestamp() * 1000)
        if ago < 0:
            ago = now_ms - int((then - timedelta(days=1)).timestamp() * 1000)
        return ago
    if not colon and _whole(said, LONGEST_MIN) and int(said):
        return int(said) * MINUTE_MS
    raise BadInput(
        f"{quoted(text, 'Nothing')} says no time: give the minutes since it began, as 10, "
        "or when it was, as 09:10."
    )


def _whole(word: str, most: int) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= 4 and int(word) <= most
