"""Times, durations, counts, sizes and days in the words people read. Durations are milliseconds."""

TYPE_CHECKING = False  # typing's own, and what it guards, would cost `focus status` a tenth
if TYPE_CHECKING:
    from collections.abc import Sequence

SECOND_MS = 1000
MINUTE_MS = 60 * SECOND_MS
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ORDINALS = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)


def clock(left_ms: int) -> str:
    """Time left, as `25:00` or `1:25:00`, rounded up: `00:00` shows when the bell rings."""
    return _digits(-(-max(0, left_ms) // SECOND_MS))


def clock_past(over_ms: int) -> str:
    """Time past the end, as `00:07`, rounded down: it starts from `00:00` at the bell."""
    return _digits(max(0, over_ms) // SECOND_MS)


def spoken(ms: int) -> str:
    """A duration to the nearest minute, as `45 min`, `2 h`, `1 h 05`; below one, as `40 s`."""
    seconds = _rounded(ms, SECOND_MS)
    if 0 < seconds < 60:
        return f"{seconds} s"
    hours, minutes = divmod(_rounded(ms, MINUTE_MS), 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes:02}" if minutes else f"{hours} h"


def shares(parts: "Sequence[int]") -> tuple[int, ...]:
    """The parts as they are shown beside each other, in milliseconds like the parts.

    Those of a minute or more are whole minutes, and sum to their rounded whole: the largest
    remainders are rounded up, the earlier of equals first. A shorter one is shown in seconds, which
    no other part can change.
    """
    shown = [part // MINUTE_MS * MINUTE_MS or _seconds(part) for part in parts]
    long = [index for index, part in enumerate(parts) if part >= MINUTE_MS]
    whole = _rounded(sum(parts[index] for index in long), MINUTE_MS)
    missing = whole - sum(shown[index] for index in long) // MINUTE_MS
    for index in sorted(long, key=lambda index: -(parts[index] % MINUTE_MS))[:missing]:
        shown[index] += MINUTE_MS
    return tuple(shown)


def in_turn(parts: "Sequence[int]") -> tuple[int, ...]:
    """The same for parts that come one after the other: what follows changes none before it.

    The minutes are rounded where one part gives way to the next, so these sum to their whole too.
    """
    shown = []
    ended = 0
    for part in parts:
        begun, ended = ended, ended + (part if part >= MINUTE_MS else 0)
        minutes = _rounded(ended, MINUTE_MS) - _rounded(begun, MINUTE_MS)
        shown.append(minutes * MINUTE_MS if part >= MINUTE_MS else _seconds(part))
    return tuple(shown)


def _seconds(ms: int) -> int:
    """What is shorter than a minute in whole seconds, never so many that they are one."""
    return min(_rounded(ms, SECOND_MS), 59) * SECOND_MS


def plural(count: int, noun: str, many: str = "") -> str:
    """A count with its noun: `1 session`, `3 sessions`; `many` where an s is not enough."""
    return f"{count} {noun if count == 1 else many or noun + 's'}"


def size(count: int) -> str:
    """A number of bytes as `3 KiB`, `2.7 MiB`; what is not empty has one KiB at least."""
    if count < 1024**2:
        return f"{max(int(count > 0), round(count / 1024))} KiB"
    return f"{count / 1024**2:.1f} MiB"


def ordinal(number: int) -> str:
    """A place in a row, from 1 on: `third`, and from the thirteenth on `13th`, `21st`."""
    if number < len(_ORDINALS):
        return _ORDINALS[number]
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def day(on: str) -> str:
    """A local date (`2026-11-23`) as `Mon 23 Nov`; ValueError when it is no date."""
    # Here, because the status command needs this module and must not pay for datetime.
    from datetime import date

    found = date.fromisoformat(on)
    return f"{_WEEKDAYS[found.weekday()]} {found.day} {_MONTHS[found.month - 1]}"


def _digits(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if minutes < 60:
        return f"{minutes:02}:{rest:02}"
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def _rounded(ms: int, unit_ms: int) -> int:
    return (ms + unit_ms // 2) // unit_ms
