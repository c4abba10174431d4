"""What an idea becomes: a goal, a promise; and whether it is done once its promise is kept."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from focus_tui.domain.cards import Asks, Card
from focus_tui.domain.commitment import Promise
from focus_tui.domain.errors import BadInput, DataUnusable, NotFound, Refused
from focus_tui.domain.goal import Column, Goal
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.inputs import DONE
from focus_tui.domain.text import quoted
from focus_tui.services.backlog import filed, found
from focus_tui.services.commitments import Commitments, asks_of_idea
from focus_tui.services.desk import Desk
from focus_tui.services.goals import Goals
from focus_tui.store.views import View

ASKED_FOR = timedelta(days=14)
"""So long after a promise's last day it is asked whether its idea is done."""


class Promoting:
    """Each act also takes an idea out of the inbox; NotFound where it is gone."""

    def __init__(self, desk: Desk, goals: Goals, commitments: Commitments) -> None:
        self._desk = desk
        self._goals = goals
        self._commitments = commitments
        self._asked: tuple[object, str, tuple[Card, ...]] | None = None

    def make_goal(self, idea_id: str) -> Goal:
        """An idea becomes a goal, and each knows the other; it is for someday where enough are
        active. Raises Refused for one that is a goal already."""
        from focus_tui.domain.ideawords import plain  # the first screen does not wait for it

        with self._desk.act("") as tx:
            idea = found(tx, idea_id)
            if goal_of(tx, idea):
                raise Refused(f"{quoted(idea.title)} is a goal already.")
            goal = self._goals.added(tx, plain(idea.title), Column.ACTIVE, idea_id=idea.id)
            tx.ideas.put(filed(tx, replace(idea, goal_id=goal.id)))
            tx.label = f"make a goal of {quoted(idea.title)}"
        return goal

    def promise(self, idea_id: str, *, ahead: int = 0) -> str:
        """Promise an idea for this week, or one ahead, in its own words, which may say an input."""
        from focus_tui.domain.ideawords import plain

        with self._desk.act("") as tx:
            idea = found(tx, idea_id)
            said = _promise(plain(idea.title))
            made = self._commitments.promised(tx, said, ahead, idea.goal_id, idea.id)
        return f"Promised for {'next' if ahead else 'this'} week: {quoted(made.text)}."

    def asks(self, on: str) -> tuple[Card, ...]:
        """Of the promises that are kept, those of which the idea may be done too, on a local day.

        While the data can't be read, those that were when they could.
        """
        with suppress(DataUnusable):
            view = self._desk.db.read()
            if self._asked is None or self._asked[0] is not view or self._asked[1] != on:
                self._asked = view, on, self._kept(view, on)
        return self._asked[2] if self._asked else ()

    def _kept(self, view: View, on: str) -> tuple[Card, ...]:
        since = str(date.fromisoformat(on) - ASKED_FOR)
        waiting = [
            each
            for each in view.commitments.having("idea_id")
            if each.first_on <= on and each.last_on >= since and asks_of_idea(view, each)
        ]
        if not waiting:
            return ()
        standings = self._commitments.standings(waiting)
        return tuple(Card(Asks.IDEA, each.commitment) for each in standings if each.kept)

    def answer(self, commitment_id: str, *, done: bool) -> str:
        """Whether the idea of a promise is done with it; that is not asked again."""
        with self._desk.act("") as tx:
            promise = tx.commitments.get(commitment_id)
            if promise is None or promise.idea_id is None:
                raise NotFound("That promise is not there any more.")
            idea, now = found(tx, promise.idea_id), tx.reading.wall_ms
            tx.commitments.put(replace(promise, asked_at=now))
            what = quoted(idea.title)
            tx.label = f"say that {what} {'is done' if done else 'goes on'}"
            if done:
                tx.ideas.put(filed(tx, replace(idea, state=IdeaState.DONE, state_at=now)))
        return f"Done: {what}." if done else f"{what} goes on."


def goal_of(view: View, idea: Idea) -> Goal | None:
    """The goal that an idea became; None where it only helps one, or that is gone."""
    goal = view.goals.get(idea.goal_id) if idea.goal_id else None
    return goal if goal and goal.idea_id == idea.id and goal.deleted_at is None else None


def _promise(words: str) -> Promise:
    """What the words of an idea promise; a number at their end that is no input is a word too."""
    try:
        return Promise.said(words)
    except BadInput:
        return Promise(words, DONE)
