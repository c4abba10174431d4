"""When a day's work is enough. Durations are milliseconds; a limit of 0 is none."""

from focus_tui.domain.durations import MINUTE_MS, spoken

NEAR_PERCENT = 80


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
