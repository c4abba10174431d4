"""Today's line-up: what the next sessions are on."""

from collections.abc import Sequence
from typing import NamedTuple

from focus_tui.domain import lineup
from focus_tui.domain.durations import plural
from focus_tui.domain.errors import NotFound, Refused
from focus_tui.domain.idea import Idea
from focus_tui.domain.lineup import Next, waiting
from focus_tui.domain.rank import placed
from focus_tui.domain.subject import Subject
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted
from focus_tui.services.desk import Desk
from focus_tui.store.transaction import Transaction
from focus_tui.store.views import View


class Coming(NamedTuple):
    """One place in the line-up, and what its session is to be on."""

    entry: Next
    subject: Subject


class LineUp:
    """At most six next sessions of a day. What is left of them is gone with the day."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def coming(self) -> tuple[Coming, ...]:
        """What waits today, the next one first."""
        return coming(self._desk.db.read(), self._desk.today())

    def add(self, subject: Subject) -> str:
        """Put one more session at the end; Refused where six wait already, or for no goal,
        commitment or idea."""
        with self._desk.act("") as tx:
            on = self._desk.day_of(tx)
            if not source_words(tx, subject):
                raise Refused("A session is lined up for a goal, a promise or an idea: choose one.")
            before = [each.entry for each in coming(tx, on)]
            if len(before) >= lineup.MOST:
                raise Refused(f"{plural(lineup.MOST, 'session')} are lined up: that is a day.")
            entry = Next(
                id=tx.new_id(),
                on=on,
                rank="",
                goal_id=subject.goal_id,
                commitment_id=subject.commitment_id,
                idea_id=subject.idea_id,
            )
            _put(tx, entry, before, len(before))
            for old in lineup.forgotten(tx.lineup.all(), on):
                tx.lineup.remove(old.id)
            tx.label = f"line up {quoted(subject.intent)}"
        return f"Lined up: {quoted(subject.intent)}, {len(before) + 1} of {lineup.MOST}."

    def first_tomorrow(self) -> Next | None:
        """What tomorrow begins with, where the person has said it."""
        return _noted(self._desk.db.read(), lineup.day_after(self._desk.today()))

    def begin_tomorrow_with(self, words: str) -> str:
        """Say what tomorrow's line-up begins with; empty words take it back."""
        text = accepted(words.strip(), field="first thing", limit=LINE_LIMIT, one_line=True)
        with self._desk.act("tomorrow's first thing") as tx:
            on = lineup.day_after(self._desk.day_of(tx))
            noted = _noted(tx, on)
            if noted is not None:
                gone = None if text else tx.reading.wall_ms
                tx.lineup.put(noted._replace(text=text or noted.text, deleted_at=gone))
            elif text:
                others = [each.entry for each in coming(tx, on)]
                _put(tx, Next(id=tx.new_id(), on=on, rank="", text=text), others, 0)
        return (
            f"Tomorrow begins with {quoted(text)}." if text else "Tomorrow begins with nothing yet."
        )

    def own_words(self, entry_id: str) -> str:
        """The words of a place that says itself what it is; empty for others."""
        entry = self._desk.db.read().lineup.get(entry_id)
        return entry.text if entry else ""

    def word(self, entry_id: str, words: str) -> None:
        """Change the words of a place that says itself what it is; empty ones take it out.

        Raises NotFound where it is gone.
        """
        text = accepted(words.strip(), field="line-up", limit=LINE_LIMIT, one_line=True)
        with self._desk.act("change the line-up") as tx:
            entry = tx.lineup.get(entry_id)
            if entry is None:
                raise NotFound("That place in the line-up is not there any more.")
            gone = None if text else tx.reading.wall_ms
            tx.lineup.put(entry._replace(text=text or entry.text, deleted_at=gone))

    def remove(self, entry_id: str) -> str:
        """Take one out again."""
        with self._desk.act("take a session out of the line-up") as tx:
            entry = tx.lineup.get(entry_id)
            if entry is not None:
                tx.lineup.put(entry._replace(deleted_at=tx.reading.wall_ms))
        return "Taken out of the line-up."

    def carry(self, entry_id: str, by: int) -> str:
        """Move one within the line-up, up by a negative number; at an end it stays."""
        with self._desk.act("move in the line-up") as tx:
            order = [each.entry for each in coming(tx, self._desk.day_of(tx))]
            found = [each.id for each in order]
            index = found.index(entry_id) + by if entry_id in found else -1
            if 0 <= index < len(order):
                entry = order.pop(found.index(entry_id))
                _put(tx, entry, order, index)
        return ""


def _put(tx: Transaction, entry: Next, others: Sequence[Next], index: int) -> None:
    """Put an entry at an index among others, which move only where they must."""
    mine, ranks = placed([each.rank for each in others], index, tx.chance())
    tx.lineup.put(entry._replace(rank=mine))
    for other, rank in zip(others, ranks, strict=True):
        if rank != other.rank:
            tx.lineup.put(other._replace(rank=rank))


def _noted(view: View, on: str) -> Next | None:
    """What was said to begin a day that is to come."""
    return next((each for each in waiting(view.lineup.where(on=on), on) if each.text), None)


def coming(view: View, on: str) -> tuple[Coming, ...]:
    """What waits on a day; what it was drawn from may be gone, and then it is gone too."""
    before = (each for each in view.lineup.having("text") if each.on < on)
    there = (*before, *view.lineup.where(on=on))
    found = ((each, _subject(view, each)) for each in waiting(there, on))
    return tuple(Coming(entry, subject) for entry, subject in found if subject)


def _subject(view: View, entry: Next) -> Subject | None:
    """What a session of the line-up is on, in the words that its source has now, or in its own."""
    if entry.text:
        return Subject(entry.text)
    subject = Subject("", entry.goal_id, entry.commitment_id, entry.idea_id)
    words = source_words(view, subject)
    idea = view.ideas.get(entry.idea_id) if entry.idea_id else None
    # An idea may have become a goal since.
    goal_id = entry.goal_id or (idea.goal_id if idea else None)
    return subject._replace(intent=words, goal_id=goal_id) if words else None


def source_words(view: View, subject: Subject) -> str:
    """The words of what a subject was drawn from; empty when that was deleted, or is nothing."""
    if subject.idea_id:
        idea = view.ideas.get(subject.idea_id)
        return spoken_words(idea) if idea and idea.deleted_at is None else ""
    if subject.commitment_id:
        promised = view.commitments.get(subject.commitment_id)
        return promised.text if promised and promised.deleted_at is None else ""
    goal = view.goals.get(subject.goal_id or "")
    return goal.title if goal and goal.deleted_at is None else ""


def spoken_words(idea: Idea) -> str:
    """What a session on an idea is called: its title without tags."""
    from focus_tui.domain.ideawords import plain  # the first screen may not need it

    return plain(idea.title)


def take(tx: Transaction, on: str, subject: Subject) -> None:
    """A session on a subject begins: the first place that was drawn from the same is taken.

    One that says itself what it is, is taken by a session of the same words.
    """
    for entry, waits in ((each.entry, each.subject) for each in coming(tx, on)):
        same = waits._replace(intent="") == subject._replace(intent="")
        if same and (not entry.text or entry.text == subject.intent):
            tx.lineup.put(entry._replace(taken_at=tx.reading.wall_ms))
            return
