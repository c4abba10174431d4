"""Quiet hours: a part of the day in which nobody is to be reached."""

import re
from typing import NamedTuple

from focus_tui.domain.calendar import local_time

_TWO_TIMES = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9]) *[-–] *([01]?[0-9]|2[0-3]):([0-5][0-9])")


class QuietHours(NamedTuple):
    """From one time of day on, up to another, perhaps over midnight.

    Both are minutes after midnight, and never the same. They are what the clocks on the wall show:
    an hour that a clock change repeats is quiet twice.
    """

    begin_min: int
    end_min: int

    def hold(self, at_ms: int, zone: str) -> bool:
        """Whether an instant, in UTC milliseconds, is within them in that zone."""
        local = local_time(at_ms, zone)
        minute = local.hour * 60 + local.minute
        if self.begin_min < self.end_min:
            return self.begin_min <= minute < self.end_min
        return minute >= self.begin_min or minute < self.end_min


def quiet_hours(text: str) -> QuietHours | None:
    """What a text such as `22:00-07:00` says; None for an empty one.

    Raises ValueError for anything else, two equal times among it: they could mean all or nothing.
    """
    if not text.strip():
        return None
    found = _TWO_TIMES.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    begin_h, begin_min, end_h, end_min = (int(part) for part in found.groups())
    begin, end = begin_h * 60 + begin_min, end_h * 60 + end_min
    if begin == end:
        raise ValueError(text)
    return QuietHours(begin, end)
