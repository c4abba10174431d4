"""The live file as the services use it: told at transitions and beats, asked after a crash."""

from pathlib import Path

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.interval import Interval
from focus_tui.domain.reading import Reading
from focus_tui.domain.spans import What, tail, total
from focus_tui.domain.text import visible
from focus_tui.domain.timer import LONGEST_PAUSE_MS
from focus_tui.services.present import Present
from focus_tui.store import live


class LiveFile:
    """One data file's live twin."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._beaten: Reading | None = None

    def heartbeat(self, interval_id: str) -> Reading | None:
        """When a program was last seen watching this interval; None when it can't be known."""
        fields = live.read(str(self.path))
        if fields is None or fields["id"] != interval_id or fields["attended"] != "1":
            return None
        return Reading(
            int(fields["wall"]), int(fields["boot"]), int(fields["awake"]), fields["boot_id"]
        )

    def beat_due(self, now: Reading) -> bool:
        """Whether it is time to show again that somebody watches."""
        return self._beaten is None or now.since(self._beaten).ms >= live.BEAT_MS

    def tell(self, present: Present, stored: Interval | None, calendar: Calendar) -> None:
        """Write what is, and what was `stored` at the last transition.

        A state folder that can't be written costs the heartbeat, nothing else.
        """
        self._beaten = present.reading
        try:
            live.write(str(self.path), _fields(present, stored, calendar))
        except OSError:
            return


def _fields(present: Present, stored: Interval | None, calendar: Calendar) -> dict[str, str]:
    reading = present.reading
    seen = stored.seen if stored else reading
    today = present.day.focused_ms
    if stored is not None and present.day.running is not None:
        # What it worked since the transition is counted by whoever reads this.
        today += _worked(stored) - _worked(present.day.running)
    numbers = {
        "wall": reading.wall_ms,
        "boot": reading.boot_ms,
        "awake": reading.awake_ms,
        "seen_wall": seen.wall_ms,
        "seen_boot": seen.boot_ms,
        "seen_awake": seen.awake_ms,
        **_sums(stored, calendar),
        "n": present.place_in_cycle,
        "of": present.every,
        "sessions": present.day.count,
        "today": today,
        "day_ends": present.day_ends_ms,
    }
    return {
        "boot_id": reading.boot_id,
        "seen_boot_id": seen.boot_id,
        "id": stored.id if stored else "",
        "phase": stored.phase if stored else "idle",
        "run": "paused" if stored and stored.paused else "running",
        "attended": str(int(stored is not None and not stored.left)),
        "open": str(int(stored is not None and stored.open)),
        "own": str(int(present.day.running is not None)),
        "intent": visible(stored.intent) if stored else "",
        **{name: str(value) for name, value in numbers.items()},
    }


def _sums(stored: Interval | None, calendar: Calendar) -> dict[str, int]:
    names = ("planned", "main", "over", "beyond", "alone", "paused", "away", "closes")
    if stored is None:
        return dict.fromkeys(names, 0)
    values = (
        stored.planned_ms,
        stored.main_ms,
        stored.over_ms,
        tail(stored.spans, stored.beyond),
        total(stored.spans) - stored.touched_ms,
        total(stored.spans, What.PAUSE),
        total(stored.spans, What.GAP, What.AWAY),
        _closes_in_ms(stored, calendar),
    )
    return dict(zip(names, values, strict=True))


def _worked(interval: Interval) -> int:
    return total(interval.spans, What.FOCUS, What.OVERTIME)


def _closes_in_ms(stored: Interval, calendar: Calendar) -> int:
    """How long after its transition a pause, if it is one, closes the interval."""
    pause = tail(stored.spans, What.PAUSE)
    seen_ms = stored.known_to_ms
    zone = stored.started.zone
    day_ends = calendar.ends(calendar.day_of(seen_ms - pause, zone), zone)
    return max(0, min(LONGEST_PAUSE_MS - pause, day_ends - seen_ms))
