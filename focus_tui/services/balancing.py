"""The balance between core goals and exploring, read off the last four weeks."""

from collections.abc import Callable
from datetime import date, timedelta

from focus_tui.domain.balance import WEEKS, Balance, area_of
from focus_tui.domain.goal import Area
from focus_tui.domain.inputs import worked_in
from focus_tui.services.desk import Desk
from focus_tui.store.views import View


class Balancing:
    """Sums each time the data or the day are other ones."""

    def __init__(self, desk: Desk, aim_percent: Callable[[], int]) -> None:
        self._desk = desk
        self._aim_percent = aim_percent
        self._known: tuple[View | None, str, dict[Area, int]] = (None, "", {})

    def balance(self) -> Balance:
        """What went into each in the four weeks up to today, as `area_of` counts."""
        view, today = self._desk.db.read(), self._desk.today()
        if self._known[0] is not view or self._known[1] != today:
            self._known = view, today, _sums(view, today)
        sums = self._known[2]
        return Balance(sums[Area.CORE], sums[Area.EXPLORE], self._aim_percent())


def _sums(view: View, today: str) -> dict[Area, int]:
    last = date.fromisoformat(today)
    days = {str(last - timedelta(days=back)) for back in range(7 * WEEKS)}
    sums = dict.fromkeys(Area, 0)
    for session in view.sessions.among("on", days):
        row = worked_in(session)
        if row is None:
            continue
        area = area_of(session.goal_id, session.idea_id, view.goals.get, view.ideas.get)
        if area:
            sums[area] += row.focused_ms
    return sums
