"""Local dates as the commands take them."""

import re

from focus_tui.domain.errors import BadInput


def local_date(named: str, today: str, option: str) -> str:
    """The local date that a word means on a day. Raises BadInput."""
    from pendulum import Date, WeekDay

    weekdays = {each.name.casefold(): each for each in WeekDay}
    word = named.casefold()
    try:
        now = Date.fromisoformat(today)
        if word in weekdays:
            return str(now.previous(weekdays[word]))
        if word in ("today", "yesterday"):
            return str(now.subtract(days=("today", "yesterday").index(word)))
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", named):
            return str(Date.fromisoformat(named))
    except (ValueError, OverflowError):
        pass
    raise BadInput(
        f"{option} takes a date as 2026-11-23, today, yesterday or a weekday, not “{named}”."
    )
