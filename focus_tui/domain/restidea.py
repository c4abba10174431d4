"""What to do in a break, away from the screen: another thing in each break of a day."""

from collections.abc import Iterable, Sequence
from datetime import date

from focus_tui.domain.interval import Interval
from focus_tui.domain.session import Session


def rest_idea(ideas: Sequence[str], running: Interval, recent: Iterable[Session]) -> str:
    """The one for the break that runs: the next in turn, the same for as long as it runs.

    `recent` is what closed on its day and perhaps before; empty where there are no ideas.
    """
    if not ideas:
        return ""
    on = running.started.on
    before = sum(each.kind.is_break and each.started.on == on for each in recent)
    # Each day begins with another one.
    return ideas[(date.fromisoformat(on).toordinal() + before) % len(ideas)]
