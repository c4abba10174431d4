"""Ideas that are begun; of courses and books only so many at once as a person can finish."""

from dataclasses import replace

from focus_tui.domain.durations import plural
from focus_tui.domain.errors import Refused
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.services.backlog import filed
from focus_tui.store.transaction import Transaction
from focus_tui.store.views import View

LONG = frozenset({"course", "courses", "book", "books"})
"""The tags of what takes weeks: begun is quickly said."""


class TooManyStarted(Refused):
    """As many courses and books are begun as the person wants; the sentence says so."""


def under_way(view: View) -> tuple[Idea, ...]:
    """The courses and books that are begun, in the order in which they were."""
    begun = view.ideas.where(state=IdeaState.STARTED.value, deleted_at=None)
    return tuple(sorted(filter(_is_long, begun), key=lambda each: (each.state_at or 0, each.id)))


def want_room(view: View, idea: Idea, most: int) -> None:
    """Raise TooManyStarted where an idea that is not begun yet would be one too many."""
    if most and _is_long(idea) and len(under_way(view)) >= most:
        many = plural(most, "course or book", "courses and books")
        raise TooManyStarted(f"At most {many} at once: which one rests, or is let go?")


def begin(tx: Transaction, idea: Idea, most: int) -> None:
    """A session on it begins: so it is begun, and leaves the inbox. Raises TooManyStarted."""
    if idea.state is not IdeaState.STARTED:
        want_room(tx, idea, most)
        idea = replace(idea, state=IdeaState.STARTED, state_at=tx.reading.wall_ms)
    tx.ideas.put(filed(tx, idea))


def _is_long(idea: Idea) -> bool:
    if "#" not in idea.title:
        return False
    from focus_tui.domain.ideawords import tags  # the first screen does not wait for it

    return not LONG.isdisjoint(tags(idea.title))
