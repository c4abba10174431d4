"""The review of a week: what a person can say and decide. Each act answers with one sentence."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from focus_tui.domain.commitment import Promise
from focus_tui.domain.durations import day
from focus_tui.domain.errors import BadInput, NotFound, Refused
from focus_tui.domain.goal import Column
from focus_tui.domain.goalfields import field_named
from focus_tui.domain.inputs import in_words
from focus_tui.domain.reflection import (
    MOST,
    SHOWABLE,
    Answer,
    Choice,
    Part,
    Reflection,
    answer_id,
    reflection_id,
)
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted
from focus_tui.domain.week import Week, weeks_between
from focus_tui.domain.wins import Win
from focus_tui.services.commitments import Commitments
from focus_tui.services.desk import Desk
from focus_tui.services.evidence import Evidences
from focus_tui.services.goals import Goals
from focus_tui.services.reviewing import WIN
from focus_tui.services.thoughts import caught
from focus_tui.store.transaction import Transaction


class Asked(NamedTuple):
    """One thing of a week's review that is answered."""

    week: Week
    part: Part
    key: str
    says: str = ""
    """The app's words, which are kept with what is decided: it may not say them again."""


class Reflecting:
    """Every act begins the week's reflection where there is none yet."""

    def __init__(
        self,
        desk: Desk,
        evidences: Evidences,
        commitments: Commitments,
        goals: Goals,
    ) -> None:
        self._desk = desk
        self._evidences = evidences
        self._commitments = commitments
        self._goals = goals

    # Words.

    def say(self, asked: Asked, text: str) -> str:
        """Say something to what the app shows or asks; nothing takes it back. BadInput."""
        said = _text(text)
        with self._act(asked.week, f"say something on {asked.part.value}") as tx:
            answer = self._answer(tx, asked)
            tx.answers.put(answer._replace(text=said))
        return "Noted." if said else "Taken back."

    def add(self, week: Week, part: Part, text: str) -> str:
        """A line of the person's own: a win, something learned. BadInput for none."""
        said = _line(text)
        with self._act(week, f"add {quoted(said)}") as tx:
            tx.answers.put(Answer(tx.new_id(), week.first_on, part, text=said))
        return "Noted."

    def reword(self, answer: Answer, text: str) -> str:
        """The line in other words. BadInput for none."""
        said = _line(text)
        with self._desk.act(f"reword {quoted(answer.text)}") as tx:
            tx.answers.put(_found(tx, answer)._replace(text=said))
        return "Noted."

    def delete(self, answer: Answer) -> str:
        """Take a line away."""
        with self._desk.act(f"delete {quoted(answer.text)}") as tx:
            tx.answers.put(_found(tx, answer)._replace(deleted_at=tx.reading.wall_ms))
        return f"Deleted {quoted(answer.text)}."

    # Choices.

    def choose(self, asked: Asked, choice: Choice | None) -> str:
        """Take what the app found or proposed, or leave it; None decides nothing."""
        with self._act(asked.week, f"decide on {quoted(asked.says)}") as tx:
            self._decide(tx, asked, choice)
        return ""

    def learn(self, asked: Asked) -> str:
        """Take what was found in the week among what was learned."""
        with self._act(asked.week, f"learned {quoted(asked.says)}") as tx:
            self._decide(tx, asked)
            tx.answers.put(Answer(tx.new_id(), asked.week.first_on, Part.LEARNED, text=asked.says))
        return "Noted among what you learned."

    def change_goal(self, asked: Asked, goal_id: str, field: str, text: str) -> str:
        """A goal says something else in one of `goalfields.FIELDS`, as was proposed."""
        with self._act(asked.week, "") as tx:
            goal = tx.goals.get(goal_id)
            if goal is None:
                raise NotFound("That goal is not there any more.")
            found = field_named(field)
            after = found.take(goal, text)
            tx.label = f"change {quoted(found.label.casefold())} of {quoted(goal.title)}"
            tx.goals.put(after)
            self._decide(tx, asked)
        return f"{quoted(goal.title)}: {found.said(after)}."

    def rest(self, asked: Asked, goal_id: str) -> str:
        """Let a goal rest, as was proposed."""
        with self._act(asked.week, "") as tx:
            said = self._goals.moved(tx, goal_id, Column.SOMEDAY, 0)
            self._decide(tx, asked)
        return said

    def let_go(self, asked: Asked, goal_id: str, reason: str) -> str:
        """Let go of a goal, as was proposed. BadInput without a reason."""
        with self._act(asked.week, "") as tx:
            said = self._goals.gone(tx, goal_id, reason)
            self._decide(tx, asked)
        return said

    def promise(
        self, asked: Asked, line: str, *, goal_id: str | None = None, idea_id: str | None = None
    ) -> str:
        """Promise for the week after what was drafted or proposed. BadInput."""
        said = Promise.said(accepted(line, field="commitment", limit=LINE_LIMIT, one_line=True))
        ahead = self._ahead(asked.week.after())
        with self._act(asked.week, "") as tx:
            made = self._commitments.promised(tx, said, ahead, goal_id, idea_id)
            self._decide(tx, asked)
        return f"Promised: {quoted(made.text)}, {in_words(made.input)}."

    def promise_own(self, week: Week, line: str) -> str:
        """Promise something else for the week after. BadInput."""
        made = self._commitments.promise(line, ahead=self._ahead(week.after()))
        return f"Promised: {quoted(made.text)}, {in_words(made.input)}."

    def make_idea(self, answer: Answer) -> str:
        """A line becomes an idea in the inbox, and remembers which."""
        with self._desk.act(f"make {quoted(answer.text)} an idea") as tx:
            idea = caught(tx, answer.text, self._desk.stored(tx))
            tx.answers.put(_found(tx, answer)._replace(idea_id=idea.id))
        return f"In the inbox: {quoted(answer.text)}."

    # The reflection itself.

    def energy(self, week: Week, amount: int) -> str:
        """How the week's energy was, from 1 to 5."""
        return self._level(week, "energy", amount)

    def mood(self, week: Week, amount: int) -> str:
        """How the mood was, from 1 to 5."""
        return self._level(week, "mood", amount)

    def show(self, week: Week, part: Part) -> str:
        """Let a part be shown to others, or not any more. Refused for parts that never are."""
        if part not in SHOWABLE:
            raise Refused("This part is never shown to others.")
        shown = False

        def turned(reflection: Reflection) -> Reflection:
            nonlocal shown
            shown = part not in reflection.public
            public = {*reflection.public} ^ {part}
            return replace(reflection, public=tuple(each for each in Part if each in public))

        self._change(week, f"what may be shown of {week.named()}", turned)
        return "May be shown to others." if shown else "Private."

    def shorten(self, week: Week) -> str:
        """Ask only what matters most, or everything again."""
        after = self._change(
            week,
            "a short review",
            lambda reflection: replace(reflection, short=not reflection.short),
        )
        return "A short review: what was won, and the next week." if after.short else "All parts."

    def skip(self, week: Week) -> str:
        """The week needs no review; or it does after all."""
        now = self._desk.clock.read().wall_ms

        def skipped(reflection: Reflection) -> Reflection:
            return replace(reflection, skipped_at=None if reflection.skipped_at else now)

        after = self._change(week, f"skip the review of {week.named()}", skipped)
        return "Skipped: not every week needs one." if after.skipped_at else "Open again."

    def finish(self, week: Week) -> str:
        """Done; what the data say is kept as it was seen. Refused before the last day has come."""
        if week.last_on > self._desk.today():
            raise Refused(f"This week can be finished from {day(week.last_on)} on.")
        seen, found = self._evidences.of(week), self._evidences.wins(week)
        with self._act(week, f"finish the review of {week.named()}") as tx:
            finished = replace(
                _reflection(tx, week),
                finished_at=tx.reading.wall_ms,
                skipped_at=None,
                seen=seen,
                won=tuple(win.text for win in found if not _struck(tx, week, win)),
            )
            tx.reflections.put(finished)
        return "The week is done."

    def reopen(self, week: Week) -> str:
        """Go on with a finished review; what was seen then is seen anew."""
        self._change(
            week,
            f"go on with the review of {week.named()}",
            lambda each: replace(each, finished_at=None, seen=None, won=()),
        )
        return "Open again; nothing that was said is lost."

    def _level(self, week: Week, name: str, amount: int) -> str:
        if not 1 <= amount <= MOST:
            raise BadInput(f"{name.capitalize()} is a number from 1 to {MOST}.")
        self._change(
            week,
            f"{name} {amount}",
            lambda each: (
                replace(each, energy=amount) if name == "energy" else replace(each, mood=amount)
            ),
        )
        return f"{name.capitalize()}: {amount} of {MOST}."

    def _change(
        self, week: Week, label: str, change: Callable[[Reflection], Reflection]
    ) -> Reflection:
        with self._act(week, label) as tx:
            reflection = change(_reflection(tx, week))
            tx.reflections.put(reflection)
        return reflection

    def _ahead(self, week: Week) -> int:
        ahead = weeks_between(self._evidences.week(), week)
        if ahead < 0:
            raise Refused(f"The week of {week.named()} is over: nothing can be promised for it.")
        return ahead

    @contextmanager
    def _act(self, week: Week, label: str) -> Iterator[Transaction]:
        with self._desk.act(label) as tx:
            if tx.reflections.get(reflection_id(week)) is None:
                tx.reflections.put(Reflection(week=week, begun_at=tx.reading.wall_ms))
            yield tx

    def _decide(self, tx: Transaction, asked: Asked, choice: Choice | None = Choice.TAKEN) -> None:
        tx.answers.put(self._answer(tx, asked)._replace(choice=choice, text=asked.says))

    def _answer(self, tx: Transaction, asked: Asked) -> Answer:
        id = answer_id(asked.week, asked.key)
        blank = Answer(id, asked.week.first_on, asked.part, asked.key)
        return (tx.answers.get(id) or blank)._replace(deleted_at=None)


def _reflection(tx: Transaction, week: Week) -> Reflection:
    found = tx.reflections.get(reflection_id(week))
    assert found is not None  # the act has begun it
    return found


def _struck(tx: Transaction, week: Week, win: Win) -> bool:
    answer = tx.answers.get(answer_id(week, WIN + win.key))
    return answer is not None and answer.choice is Choice.LEFT


def _found(tx: Transaction, answer: Answer) -> Answer:
    found = tx.answers.get(answer.id)
    if found is None:
        raise NotFound("That line is not there any more.")
    return found


def _text(text: str) -> str:
    return accepted(text.strip(), field="answer", limit=LINE_LIMIT)


def _line(text: str) -> str:
    said = accepted(text.strip(), field="line", limit=LINE_LIMIT, one_line=True)
    if not said:
        raise BadInput("There is nothing in this line: type some words.")
    return said
