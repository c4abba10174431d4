"""Which session of the cycle it is, and which break follows."""

from collections.abc import Iterable

from focus_tui.domain.session import Phase, Session

HOLE_MS = 2 * 3_600_000
"""So long without a session begins the cycle anew, as a new day does."""


def sessions_in_cycle(today: Iterable[Session], now_ms: int) -> int:
    """How many sessions of today's cycle are done; `now_ms` is UTC, milliseconds since 1970."""
    count = 0
    last_end: int | None = None
    for session in sorted(
        (each for each in today if each.kind is Phase.FOCUS and each.deleted_at is None),
        key=lambda each: each.started.at_ms,
    ):
        if last_end is not None and session.started.at_ms - last_end >= HOLE_MS:
            count = 0
        count += session.counts
        last_end = max(last_end or 0, session.ended_at_ms)
    return 0 if last_end is not None and now_ms - last_end >= HOLE_MS else count


def break_after(done: int, every: int) -> Phase:
    """The break that follows so many sessions of the cycle: after each `every`th it is long."""
    return Phase.LONG_BREAK if done and done % every == 0 else Phase.SHORT_BREAK
