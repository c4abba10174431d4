"""What could be promised for the week that comes, as lines that say promises.

What a goal gets is asked once: its cadence, or what was promised of it and not kept. What is done
or not takes no hours from that and is asked besides.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain.board import column
from focus_tui.domain.commitment import Commitment, Promise
from focus_tui.domain.errors import BadInput
from focus_tui.domain.evidence import Evidence, Verdict
from focus_tui.domain.goal import Column, Goal
from focus_tui.domain.idea import Idea
from focus_tui.domain.ideawords import plain
from focus_tui.domain.inputs import DONE, Input, Measure
from focus_tui.domain.week import Week


class Why(StrEnum):
    """Where a draft comes from."""

    CADENCE = "cadence"
    """A goal gets so much each week."""
    UNKEPT = "unkept"
    """It was promised, and not kept."""
    FRONT = "front"
    """It stands at the front of the backlog."""


class Draft(NamedTuple):
    """A promise that may be made."""

    key: str
    """What it is known by: `cadence:019a…`."""
    line: str
    """What `Promise.said` reads."""
    why: Why
    goal_id: str | None = None
    idea_id: str | None = None


def drafts(
    evidence: Evidence,
    ahead: Week,
    *,
    goals: Iterable[Goal],
    commitments: Iterable[Commitment],
    front: Sequence[Idea],
) -> tuple[Draft, ...]:
    """The drafts for a week ahead, from the evidence of the one before it.

    Nothing twice, and nothing that the `commitments` of that week promise already.
    """
    known = {each.id: each for each in commitments}
    promised = [each for each in known.values() if _is_for(each, ahead)]
    active = column(goals, Column.ACTIVE)
    found = (
        *(_of_cadence(goal) for goal in active if goal.cadence),
        *_unkept(evidence, known, {goal.id for goal in active}),
        *map(_of_idea, front),
    )
    return tuple(_new(found, promised))


def _is_for(commitment: Commitment, week: Week) -> bool:
    begins, ends = commitment.first_on, commitment.last_on
    return commitment.deleted_at is None and begins <= week.last_on and ends >= week.first_on


def _of_cadence(goal: Goal) -> Draft:
    line = Promise(goal.title, goal.cadence or DONE).line()
    return Draft(f"cadence:{goal.id}", line, Why.CADENCE, goal.id)


def _unkept(evidence: Evidence, known: dict[str, Commitment], active: set[str]) -> Iterator[Draft]:
    """What was not kept and does not go on; not what is on a goal that has ended or rests."""
    for each in evidence.promised:
        over = each.verdict not in (Verdict.KEPT, Verdict.RUNNING)
        if over and (each.goal_id is None or each.goal_id in active):
            idea_id = known[each.id].idea_id if each.id in known else None
            line = Promise(each.text, each.wanted).line()
            yield Draft(f"unkept:{each.id}", line, Why.UNKEPT, each.goal_id, idea_id)


def _of_idea(idea: Idea) -> Draft:
    words = plain(idea.title)
    try:
        said = Promise.said(words)
    except BadInput:
        said = Promise(words, DONE)
    return Draft(f"front:{idea.id}", said.line(), Why.FRONT, idea.goal_id, idea.id)


def _new(found: Iterable[Draft], promised: Iterable[Commitment]) -> Iterator[Draft]:
    """Those that no promise, and no draft before them, says already."""
    texts = {each.text.casefold() for each in promised}
    ideas = {each.idea_id for each in promised} - {None}
    goals = {each.goal_id for each in promised if _counts(each.input)} - {None}
    for draft in found:
        text, wanted, _ = Promise.said(draft.line)
        asked = _counts(wanted) and draft.goal_id in goals
        if asked or draft.idea_id in ideas or text.casefold() in texts:
            continue
        yield draft
        texts.add(text.casefold())
        if draft.idea_id:
            ideas.add(draft.idea_id)
        if draft.goal_id and _counts(wanted):
            goals.add(draft.goal_id)


def _counts(wanted: Input) -> bool:
    return wanted.measure is not Measure.DONE
