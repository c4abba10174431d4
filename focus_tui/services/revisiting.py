"""Ideas that come back: by chance, or because they have waited long. None goes by itself."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from focus_tui.domain.durations import DAY_MS
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.text import quoted
from focus_tui.domain.week import days_between
from focus_tui.services.backlog import Backlog, found
from focus_tui.services.desk import Desk
from focus_tui.services.standings import alone
from focus_tui.services.thoughts import Thoughts
from focus_tui.store.views import Records, View

if TYPE_CHECKING:
    from focus_tui.domain.whatnext import Chance

AGES = frozenset({IdeaState.OPEN, IdeaState.STARTED})
AT_ONCE = 100
"""So many ideas are read while a key waits."""
BY_CHANCE = frozenset({IdeaState.OPEN, IdeaState.RESTING})


class Revisiting:
    """Finds them; `keep`, the front and the states of ideas say what becomes of them."""

    def __init__(
        self, desk: Desk, backlog: Backlog, thoughts: Thoughts, ageing_days: Callable[[], int]
    ) -> None:
        self._desk = desk
        self._backlog = backlog
        self._thoughts = thoughts
        self._ageing_days = ageing_days

    def surprise(self, chance: "Chance", n: int = 3) -> tuple[Idea, ...]:
        """So many different ideas that are open or rest, the longer left alone the likelier."""
        from focus_tui.domain.whatnext import drawn

        there = [each for each in self._leaves() if each.state in BY_CHANCE]
        return drawn(there, self._desk.clock.read().wall_ms, chance, n)

    def prepare(self) -> Iterator[None]:
        """Read the ideas, some at each step: of thousands that takes a moment, once."""
        yield from self._desk.db.read().ideas.in_steps(AT_ONCE)

    def aged(self, n: int = 5) -> tuple[Idea, ...]:
        """So many ideas that nobody touched or worked on for long, the oldest first."""
        days = self._ageing_days()
        if not days:
            return ()
        since_ms = self._desk.clock.read().wall_ms - days * DAY_MS
        old = [e for e in self._leaves() if e.state in AGES and e.touched_at <= since_ms]
        worked = self._worked_at(old, since_ms)
        last = {each.id: max(each.touched_at, worked.get(each.id, 0)) for each in old}
        old = [each for each in old if last[each.id] <= since_ms]
        return tuple(sorted(old, key=lambda each: (last[each.id], each.id))[:n])

    def keep(self, idea_id: str) -> str:
        """Say that an idea is still wanted; so it is not old any more."""
        with self._desk.act("") as tx:
            idea = found(tx, idea_id)
            tx.label = f"keep {quoted(idea.title)}"
            tx.ideas.put(replace(idea, kept_at=tx.reading.wall_ms))
        return f"Kept: {quoted(idea.title)}."

    def alone(self, idea: Idea) -> str:
        """For how long nobody touched it or worked on it, in words."""
        worked = self._worked_at([idea], idea.touched_at)
        last_ms = max(idea.touched_at, worked.get(idea.id, 0))
        last_on = self._desk.calendar(self._desk.db.read()).day_of(last_ms, self._desk.zone)
        return alone(days_between(last_on, self._desk.today()))

    def _leaves(self) -> list[Idea]:
        """What is not at the front, and has nothing below it that comes before it."""
        from focus_tui.domain.whatnext import folders

        tree = self._backlog.outline()
        above = folders(tree)
        return [
            each
            for each in (*tree.ideas.values(), *self._thoughts.inbox())
            if each.front is None and each.id not in above
        ]

    def _worked_at(self, ideas: Sequence[Idea], since_ms: int) -> dict[str, int]:
        """When the last session on each began; none from before that moment need be among them.

        A session begins its idea, so only one that is begun has any since it was touched.
        """
        begun = {each.id for each in ideas if each.state is IdeaState.STARTED}
        worked: dict[str, int] = {}
        if not begun:
            return worked
        view = self._desk.db.read()
        running = self._desk.stored(view)
        if running is not None and running.idea_id:
            worked[running.idea_id] = running.started.at_ms
        for records in self._records(view, since_ms):
            for each in records.sessions.among("idea_id", begun):
                if each.idea_id and each.deleted_at is None:
                    at_ms = max(each.started.at_ms, worked.get(each.idea_id, 0))
                    worked[each.idea_id] = at_ms
        return worked

    def _records(self, view: View, since_ms: int) -> Iterator[Records]:
        """Where sessions since a moment lie: in the data file, and in archives of those years."""
        yield view
        first = int(self._desk.calendar(view).day_of(since_ms, self._desk.zone)[:4])
        yield from (self._desk.db.year(year) for year in self._desk.db.archives() if year >= first)
