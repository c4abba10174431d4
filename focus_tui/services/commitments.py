"""What is promised for this week and the next. Each act answers with one sentence."""

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.commitment import Commitment, Promise
from focus_tui.domain.errors import NotFound
from focus_tui.domain.goal import Goal
from focus_tui.domain.inputs import (
    DONE,
    Input,
    Worked,
    in_words,
    minute_of_day,
    planned_ms,
    still_to_go,
)
from focus_tui.domain.session import Stamp
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted
from focus_tui.domain.week import Week
from focus_tui.services.backlog import filed
from focus_tui.services.desk import Desk
from focus_tui.services.naming import named
from focus_tui.services.worked import WorkedDays
from focus_tui.store.transaction import Transaction
from focus_tui.store.views import View

LOOKED_BACK = 4
"""Weeks: what they really held stands beside what is planned."""


class Standing(NamedTuple):
    """A commitment and how it stands today."""

    commitment: Commitment
    goal: Goal | None
    done: int
    kept: bool
    to_go: str
    """What is left of it, in words; empty where nothing is."""


class Planned(NamedTuple):
    """What a week's commitments take at least, beside what the last weeks held on average."""

    planned_ms: int
    real_ms: int


class Commitments:
    """The promises of a week. NotFound where one is gone, as another program may have made it."""

    def __init__(self, desk: Desk, worked: WorkedDays, session_ms: Callable[[], int]) -> None:
        self._desk = desk
        self._worked = worked
        self._session_ms = session_ms

    def week(self, ahead: int = 0) -> Week:
        """This week, or the one so many weeks ahead."""
        return self._week(self._desk.db.read(), self._desk.today(), ahead)

    def of(self, week: Week) -> tuple[Standing, ...]:
        """What is promised for a week, the oldest first; one for two weeks stands in both."""
        return self.standings(
            each
            for each in self._desk.db.read().commitments.all()
            if each.deleted_at is None
            and each.first_on <= week.last_on
            and each.last_on >= week.first_on
        )

    def standings(self, commitments: Iterable[Commitment]) -> tuple[Standing, ...]:
        """How some commitments of late stand today."""
        view, found = self._desk.db.read(), tuple(commitments)
        now = self._desk.stamp(view, self._desk.clock.read())
        days = {on for each in found for on in _days(each)}
        rows = self._worked.on(days) if days else ()
        return tuple(_standing(view, each, rows, now) for each in found)

    def trash(self) -> tuple[Commitment, ...]:
        """What was taken back."""
        return tuple(e for e in self._desk.db.read().commitments.all() if e.deleted_at is not None)

    def planned(self, week: Week) -> Planned:
        """How much a week's commitments take, and how much a week of late really held."""
        session_ms = self._session_ms()
        wanted = sum(
            planned_ms(each.commitment.input, session_ms) // (2 if each.commitment.two_weeks else 1)
            for each in self.of(week)
        )
        this = self.week()
        days = [on for back in range(1, LOOKED_BACK + 1) for on in this.after(-back).days]
        real = sum(row.focused_ms for row in self._worked.on(days)) // LOOKED_BACK
        return Planned(wanted, real)

    def get(self, commitment_id: str | None) -> Commitment | None:
        """The commitment with that id."""
        return self._desk.db.read().commitments.get(commitment_id) if commitment_id else None

    def named(self, words: str) -> Commitment:
        """What is promised for this week and a shell names, by its text or the beginning of it.

        Raises NotFound for none, and BadInput where several are meant.
        """
        there = (each.commitment for each in self.of(self.week()))
        return named(words, there, lambda each: each.text, noun="promise", listed_by="focus week")

    def promise(
        self,
        line: str,
        *,
        ahead: int = 0,
        goal_id: str | None = None,
        idea_id: str | None = None,
    ) -> Commitment:
        """Promise what a line says (`Promise.said`) for this week, or one ahead; BadInput."""
        said = Promise.said(accepted(line, field="commitment", limit=LINE_LIMIT, one_line=True))
        with self._desk.act("") as tx:
            promised = self.promised(tx, said, ahead, goal_id, idea_id)
        return promised

    def promised(
        self,
        tx: Transaction,
        said: Promise,
        ahead: int,
        goal_id: str | None,
        idea_id: str | None,
    ) -> Commitment:
        """The same as a part of an act. An idea that is promised leaves the inbox."""
        week = self._week(tx, self._desk.day_of(tx), ahead)
        first_on, last_on = said.period(week)
        promised = Commitment(
            id=tx.new_id(),
            text=said.text,
            input=said.input,
            first_on=first_on,
            last_on=last_on,
            goal_id=goal_id,
            idea_id=idea_id,
        )
        tx.commitments.put(promised)
        if idea_id is not None and (idea := tx.ideas.get(idea_id)) and idea.in_inbox:
            tx.ideas.put(filed(tx, idea))
        tx.label = f"promise {_name(promised)}"
        return promised

    def change(self, commitment_id: str, line: str) -> str:
        """Promise something else instead; once its week has begun, what it was is remembered."""
        said = Promise.said(accepted(line, field="commitment", limit=LINE_LIMIT, one_line=True))
        with self._desk.act("") as tx:
            before = self._found(tx, commitment_id)
            week = Week(before.first_on)
            after = replace(
                before,
                text=said.text,
                input=said.input,
                last_on=said.period(week)[1],
                promised=_remembered(before, said.input, self._desk.day_of(tx)),
            )
            tx.label = f"change the promise {_name(before)}"
            tx.commitments.put(after)
        adjusted = f" (it was {in_words(after.promised)})" if after.promised else ""
        return f"Promised: {_name(after)}, {in_words(after.input)}{adjusted}."

    def tick(self, commitment_id: str) -> str:
        """Say that it is done, or that it is not after all."""
        with self._desk.act("") as tx:
            commitment = self._found(tx, commitment_id)
            done = commitment.done_at is None
            tx.label = f"say that {_name(commitment)} is {'done' if done else 'not done'}"
            at = tx.reading.wall_ms if done else None
            tx.commitments.put(replace(commitment, done_at=at))
            asks = done and asks_of_idea(tx, commitment)
        more = " Is its idea done too? The question waits on Today." if asks else ""
        return f"{_name(commitment)} is {'done' if done else 'not done'}.{more}"

    def delete(self, commitment_id: str) -> str:
        """Take a promise back: it goes to the trash."""
        with self._desk.act("") as tx:
            commitment = self._found(tx, commitment_id)
            tx.label = f"take back the promise {_name(commitment)}"
            tx.commitments.put(replace(commitment, deleted_at=tx.reading.wall_ms))
        return f"Taken back: {_name(commitment)}."

    def restore(self, commitment_id: str) -> str:
        """Give a promise back from the trash."""
        with self._desk.act("") as tx:
            commitment = self._found(tx, commitment_id)
            tx.label = f"promise {_name(commitment)} again"
            tx.commitments.put(replace(commitment, deleted_at=None))
        return f"Promised again: {_name(commitment)}."

    def _week(self, view: View, today: str, ahead: int) -> Week:
        calendar: Calendar = self._desk.calendar(view)
        return Week.of(today, calendar.rule(today).first_weekday).after(ahead)

    def _found(self, tx: Transaction, commitment_id: str) -> Commitment:
        commitment = tx.commitments.get(commitment_id)
        if commitment is None:
            raise NotFound("That promise is not there any more.")
        return commitment


def asks_of_idea(view: View, commitment: Commitment) -> bool:
    """Whether it is to be asked, once it is kept, if its idea is done with it."""
    idea = view.ideas.get(commitment.idea_id) if commitment.idea_id else None
    waits = commitment.asked_at is None and commitment.deleted_at is None
    return waits and idea is not None and not idea.ended and idea.deleted_at is None


def _standing(view: View, commitment: Commitment, rows: tuple[Worked, ...], now: Stamp) -> Standing:
    done, kept = commitment.done(rows), commitment.kept(rows)
    held = {row.on for row in rows if row.sessions and commitment.counted(row)}
    if minute_of_day(now) >= (commitment.input.before_min or math.inf):
        held.add(now.on)  # too late for today
    left = [on for on in _days(commitment) if on >= now.on and on not in held]
    goal = view.goals.get(commitment.goal_id) if commitment.goal_id else None
    to_go = "" if kept else still_to_go(commitment.input, done, len(left))
    return Standing(commitment, goal, done, kept, to_go)


def said(commitment: Commitment) -> str:
    """The line that makes a promise what it is."""
    return Promise(commitment.text, commitment.input, 2 if commitment.two_weeks else 1).line()


def proposal(goal: Goal) -> str:
    """The line that promises a goal's cadence."""
    return Promise(goal.title, goal.cadence or DONE).line()


def _days(commitment: Commitment) -> tuple[str, ...]:
    first = Week(commitment.first_on)
    return first.days + (first.after().days if commitment.two_weeks else ())


def _remembered(before: Commitment, now: Input, today: str) -> Input | None:
    """What was promised when its week began; None while that is what holds, or it is to come."""
    if today < before.first_on:
        return None
    promised = before.promised or before.input
    return None if promised == now else promised


def _name(commitment: Commitment) -> str:
    return quoted(commitment.text)
