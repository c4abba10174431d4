"""What of the backlog comes next: its front, and what becomes of each idea."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from focus_tui.domain.durations import plural
from focus_tui.domain.errors import Refused
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.rank import placed
from focus_tui.domain.text import quoted
from focus_tui.services.backlog import called, filed, found
from focus_tui.services.begun import under_way, want_room
from focus_tui.services.desk import Desk
from focus_tui.store.transaction import Transaction
from focus_tui.store.views import View

MOST_IN_FRONT = 3

SAID = {
    IdeaState.OPEN: "Open again: {what}.",
    IdeaState.STARTED: "Begun: {what}.",
    IdeaState.RESTING: "At rest: {what}.",
    IdeaState.DONE: "Done: {what}.",
    IdeaState.DROPPED: "Let go, kept out of sight: {what}.",
}


class Choosing:
    """The front of the line, and the states of ideas."""

    def __init__(self, desk: Desk, at_once: Callable[[], int]) -> None:
        self._desk = desk
        self._at_once = at_once
        self._front: tuple[object, tuple[Idea, ...]] = (None, ())
        """As of a version of all ideas: it is asked for at every key."""

    def front(self) -> tuple[Idea, ...]:
        """What the person has put first, in their order: at most three."""
        view = self._desk.db.read()
        if self._front[0] is not view.ideas.version:
            self._front = view.ideas.version, front(view)
        return self._front[1]

    def to_front(self, *ids: str) -> str:
        """To the end of the front, or, where all are there, out of it again.

        Raises Refused where more than three would be there.
        """
        with self._desk.act("") as tx:
            ideas = [found(tx, id) for id in ids]
            what, place = called(ideas), 0
            if all(each.in_front for each in ideas):
                tx.label = f"take {what} out of the front"
                for idea in ideas:
                    tx.ideas.put(replace(idea, front=None))
                return f"Not at the front any more: {what}."
            tx.label = f"put {what} to the front"
            for idea in (each for each in ideas if not each.in_front):
                state = {"state": IdeaState.OPEN, "state_at": None} if idea.ended else {}
                place = into_front(tx, filed(tx, replace(idea, **state)))  # type: ignore[arg-type]
        where = f", {place} of {MOST_IN_FRONT}" if len(ids) == 1 else ""
        return f"At the front: {what}{where}."

    def carry(self, idea_id: str, by: int) -> str:
        """Move one within the front, up by a negative number; at an end it stays."""
        with self._desk.act("") as tx:
            line = list(front(tx))
            ids = [each.id for each in line]
            index = ids.index(idea_id) + by if idea_id in ids else -1
            if 0 <= index < len(line):
                idea = line.pop(ids.index(idea_id))
                tx.label = f"move {quoted(idea.title)} at the front"
                _put_in_front(tx, idea, line, index)
        return ""

    def set_state(self, ids: Sequence[str], state: IdeaState) -> str:
        """What becomes of ideas; what all of them are already, they are not any more.

        Raises TooManyStarted where courses or books would be begun that are too many at once.
        """
        with self._desk.act("") as tx:
            ideas = [found(tx, id) for id in ids]
            wanted = IdeaState.OPEN if all(each.state is state for each in ideas) else state
            for idea in ideas:
                self._put_into(tx, idea, wanted)
            tx.label = f"{wanted.value}: {called(ideas)}"
        return SAID[wanted].format(what=called(ideas))

    def under_way(self) -> tuple[Idea, ...]:
        """The courses and books that are begun, in the order in which they were."""
        return under_way(self._desk.db.read())

    def make_room(self, idea_id: str, state: IdeaState) -> str:
        """Put a course or book that is begun to rest, or let it go, so that another can begin.

        One that is not begun any more takes no room: it stays as it is.
        """
        with self._desk.act("") as tx:
            idea = found(tx, idea_id)
            into = state if idea.state is IdeaState.STARTED else idea.state
            tx.label = f"{into.value}: {quoted(idea.title)}"
            self._put_into(tx, idea, into)
        return SAID[into].format(what=quoted(idea.title))

    def _put_into(self, tx: Transaction, idea: Idea, state: IdeaState) -> None:
        if idea.state is state:
            return
        if state is IdeaState.STARTED:
            want_room(tx, idea, self._at_once())
        tx.ideas.put(filed(tx, replace(idea, state=state, state_at=tx.reading.wall_ms)))


def front(view: View) -> tuple[Idea, ...]:
    """What stands at the front of the line, in the person's order."""
    there = (each for each in view.ideas.having("front") if each.in_front)
    return tuple(sorted(there, key=lambda each: (each.front or "", each.id)))


def into_front(tx: Transaction, idea: Idea) -> int:
    """Put an idea at the end of the front; its place there. Refused where three are there."""
    line = front(tx)
    if len(line) >= MOST_IN_FRONT:
        raise Refused(f"{plural(MOST_IN_FRONT, 'idea')} are at the front: take one out before.")
    _put_in_front(tx, idea, line, len(line))
    return len(line) + 1


def _put_in_front(tx: Transaction, idea: Idea, others: Sequence[Idea], index: int) -> None:
    mine, ranks = placed([each.front or "" for each in others], index, tx.chance())
    tx.ideas.put(replace(idea, front=mine))
    for other, rank in zip(others, ranks, strict=True):
        if rank != other.front:
            tx.ideas.put(replace(other, front=rank))
