"""What was done on the day, in a few lines."""

from collections import Counter

from focus_tui.domain.day import Day
from focus_tui.domain.dayend import of_limit
from focus_tui.domain.durations import MINUTE_MS, plural, spoken
from focus_tui.domain.session import Outcome
from focus_tui.services.commitments import Commitments, Standing
from focus_tui.services.goals import Goals

MOST_NAMED = 3
"""So many goals or promises are named in a line; more of them are counted."""


class DaySum:
    """Reads the day together with its goals and promises."""

    def __init__(self, goals: Goals, commitments: Commitments) -> None:
        self._goals = goals
        self._commitments = commitments

    def lines(self, day: Day, limit_ms: int) -> tuple[str, ...]:
        """Sessions and hours; goals; promises that were kept or got further; what got between."""
        kept, further = self._promises(day)
        return tuple(
            line
            for line in (
                f"{plural(day.count, 'session')} · {of_limit(day.focused_ms, limit_ms)}",
                self._on_goals(day),
                f"Kept: {_named(kept)}" if kept else "",
                f"Further on: {_named(further)}" if further else "",
                _between(day),
            )
            if line
        )

    def _on_goals(self, day: Day) -> str:
        worked = Counter[str]()
        for each in day.focus:
            if each.goal_id and each.outcome is not Outcome.VOID:
                worked[each.goal_id] += each.focused_ms
        named = ((self._goals.get(id), ms) for id, ms in worked.most_common(MOST_NAMED))
        return " · ".join(f"{goal.title} {spoken(ms)}" for goal, ms in named if goal and ms)

    def _promises(self, day: Day) -> tuple[list[str], list[str]]:
        """The texts of this week's promises that were worked on: those kept, and the others."""
        worked = [each for each in day.focus if each.outcome is not Outcome.VOID]
        ids = {id for each in worked for id in (each.commitment_id, each.goal_id) if id}

        def was_worked_on(standing: Standing) -> bool:
            return not ids.isdisjoint({standing.commitment.id, standing.commitment.goal_id})

        found = self._commitments.of(self._commitments.week())
        touched = [each for each in found if was_worked_on(each)]
        return (
            [each.commitment.text for each in touched if each.kept],
            [each.commitment.text for each in touched if not each.kept],
        )


def _named(texts: list[str]) -> str:
    more = len(texts) - MOST_NAMED
    return " · ".join([*texts[:MOST_NAMED], *([f"{more} more"] if more > 0 else [])])


def _between(day: Day) -> str:
    """Interruptions, and breaks that ran long; empty where there was nothing of it."""
    interrupted = sum(day.interruptions(each.id) for each in day.focus)
    over = day.overrun_ms // MINUTE_MS * MINUTE_MS
    said = [plural(interrupted, "interruption")] if interrupted else []
    said += [f"breaks {spoken(over)} over"] if over else []
    words = " · ".join(said)
    return words[:1].upper() + words[1:]
