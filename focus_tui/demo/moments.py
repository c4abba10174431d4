"""When things were said and decided: local times of the half year as instants."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from focus_tui.domain.week import Week


class Moments:
    """Weeks are counted back from the one that holds the last day."""

    def __init__(self, today: str, zone: str) -> None:
        self.today = today
        self.zone = zone
        self._last = Week.of(today, 1)

    def week(self, back: int) -> Week:
        """The week so far back."""
        return self._last.after(-back)

    def at(self, back: int, weekday: int, clock: str) -> int:
        """A time of day, as `18:30`, on a weekday (Monday is 0) of a week; UTC milliseconds."""
        return self.on(self.week(back).days[weekday], clock)

    def on(self, day: str, clock: str) -> int:
        """The same on a local day."""
        hours, minutes = map(int, clock.split(":"))
        local = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(self.zone))
        return int((local + timedelta(hours=hours, minutes=minutes)).timestamp()) * 1000
