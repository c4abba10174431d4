"""What next? Ideas in the order of their worth, by chance, or because they have waited long."""

import math
from bisect import insort
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from typing import NamedTuple, Protocol

from focus_tui.domain.durations import DAY_MS
from focus_tui.domain.goal import Goal
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.outline import Outline
from focus_tui.domain.worth import Weight, reason, worth

MOST_CHANGED = 64
"""Where more ideas than that are others, all are put in order anew."""


class Chance(Protocol):
    """Gives numbers from 0 on and below 1, as `random.Random` does."""

    def random(self) -> float:
        """The next one."""
        ...


class Ranked(NamedTuple):
    """An idea that could be next."""

    idea: Idea
    worth: float | None
    """Gain for each hour, the higher the better; None where it was not weighed."""
    goal: Goal | None
    """The goal of now that it helps."""

    @property
    def weighed(self) -> bool:
        """Whether anything is known of what it brings and takes."""
        return is_weighed(self.idea)

    @property
    def reason(self) -> str:
        """Why it stands where it stands."""
        words = reason(weight_of(self.idea), self.goal.title if self.goal else "")
        return f"{words}, at rest" if self.idea.state is IdeaState.RESTING else words


def weight_of(idea: Idea) -> Weight:
    """What the person thinks it brings and takes."""
    return Weight(idea.gain, idea.effort_ms, idea.wins)


def is_weighed(idea: Idea) -> bool:
    """Whether anything is known of what it brings and takes: of thousands most are not."""
    return idea.gain is not None or idea.effort_ms is not None or idea.wins


def folders(tree: Outline) -> frozenset[str]:
    """What something stands below that is still to be done: that comes before it."""
    ideas = tree.ideas
    return frozenset(
        above
        for above, ids in tree.below.items()
        if above is not None and not all(ideas[id].ended for id in ids)
    )


@dataclass(frozen=True, slots=True)
class Ranking:
    """Ideas in their order, and what this was made of."""

    ideas: Mapping[str, Idea]
    folders: frozenset[str]
    active: tuple[Goal, ...]
    order: tuple[Ranked, ...]


NOTHING = Ranking({}, frozenset(), (), ())


def ranking(
    ideas: Mapping[str, Idea],
    folders: frozenset[str],
    active: tuple[Goal, ...],
    before: Ranking = NOTHING,
) -> Ranking:
    """All that could be next: the front in the person's order, then by worth, the higher first,
    then what was not weighed, of which the last touched comes first.

    A folder is none, unless it has a weight of its own. `before` is one that was made of nearly
    the same ideas: what is the same in both is not looked at again.
    """
    goals = {each.id: each for each in active}
    old = before.ideas if before.active == active else {}
    changed = {id for id, each in ideas.items() if old.get(id) is not each}
    changed |= old.keys() - ideas.keys()
    changed |= (folders ^ before.folders) & ideas.keys()
    order = [each for each in before.order if each.idea.id not in changed] if old else []
    new = [
        _ranked(each, goals)
        for id in changed
        if (each := ideas.get(id)) and _could_be_next(each, folders)
    ]
    if len(new) > MOST_CHANGED:
        order = sorted([*order, *new], key=_order)
    else:
        for one in new:
            insort(order, one, key=_order)
    return Ranking(ideas, folders, active, tuple(order))


def _ranked(idea: Idea, goals: Mapping[str, Goal]) -> Ranked:
    goal = goals.get(idea.goal_id) if idea.goal_id else None
    is_worth = worth(weight_of(idea), goal is not None) if is_weighed(idea) else None
    return Ranked(idea, is_worth, goal)


def _could_be_next(idea: Idea, folders: Collection[str]) -> bool:
    if idea.deleted_at is not None or idea.ended:
        return False
    return idea.id not in folders or idea.front is not None or is_weighed(idea)


def _order(each: Ranked) -> tuple[int, float, str, str]:
    idea = each.idea
    if idea.front is not None:
        return 0, 0, idea.front, idea.id
    if each.worth is not None:
        return 1, -each.worth, "", idea.id
    return 2, -idea.touched_at, "", idea.id


def drawn(ideas: Sequence[Idea], now_ms: int, chance: Chance, n: int) -> tuple[Idea, ...]:
    """So many different ideas by chance; each is likelier by a whole for each day left alone.

    The largest of u ^ (1 / weight), u a number by chance for each, are a draw by weight in which
    none comes twice (Efraimidis and Spirakis, 2006).
    """

    def luck(idea: Idea) -> float:
        days = max(0, now_ms - idea.touched_at) // DAY_MS
        return math.pow(chance.random(), 1 / (1 + days))

    return tuple(nlargest(n, ideas, key=luck))
