"""What is said when the bell rings, and at chosen times: the facts of the moment, put into the
words of notify."""

from collections.abc import Callable

from focus_tui.domain.dayend import reached
from focus_tui.domain.interval import Interval
from focus_tui.domain.session import Phase
from focus_tui.notify import words
from focus_tui.notify.message import Message
from focus_tui.notify.words import Words
from focus_tui.services.goals import Goals
from focus_tui.services.keeper import Nudged, Rang, Reminded
from focus_tui.services.upcoming import Upcoming


class Announcer:
    """Turns a ring, a nudge or a reminder into a message."""

    def __init__(
        self,
        break_ms: Callable[[Interval, Phase], int],
        said: Callable[[], Words],
        upcoming: Upcoming,
        goals: Goals,
    ) -> None:
        self._break_ms = break_ms
        self._said = said
        self._upcoming = upcoming
        self._goals = goals

    def message(self, event: Rang | Nudged | Reminded) -> Message:
        """The message for a bell that rang, or for a time of day that the person chose."""
        if isinstance(event, Reminded):
            return words.review_due(week=event.week)
        if isinstance(event, Nudged):
            intent = self._upcoming.subject().intent
            return words.nudged(at=event.at, intent=intent, words=self._said())
        return self._rang(event)

    def _rang(self, rang: Rang) -> Message:
        interval, ring = rang.interval, rang.ring
        if ring.overrun:
            return words.break_overrun(over_ms=interval.over_ms)
        if interval.phase.is_break:
            return words.break_over(
                intent=self._upcoming.subject().intent, late_ms=ring.late_ms, words=self._said()
            )
        coming = rang.present.coming_break
        goal = self._goals.get(interval.goal_id)
        return words.session_over(
            planned_ms=interval.planned_ms,
            intent=interval.intent,
            why=goal.why if goal else "",
            nth_today=rang.present.day.count + 1,
            break_ms=self._break_ms(interval, coming),
            long_break=coming is Phase.LONG_BREAK,
            late_ms=ring.late_ms,
            enough=reached(rang.present.day.focused_ms, rang.present.limit_ms),
            words=self._said(),
        )
