"""How what is planned stands in the data file: goals, commitments, the line-up, days off."""

from focus_tui.domain.commitment import Commitment
from focus_tui.domain.dayoff import DaysOff
from focus_tui.domain.goal import HUES, Area, Column, Deadline, Goal, Target
from focus_tui.domain.inputs import MOST as MOST_INPUT
from focus_tui.domain.inputs import Input, Measure
from focus_tui.domain.lineup import Next
from focus_tui.store.codec import Codec
from focus_tui.store.fields import Fields, Misfit, Raw, instant, maybe_instant

MINUTES_A_DAY = 24 * 60


def _input_fields(wanted: Input | None) -> Raw | None:
    if wanted is None:
        return None
    fields: Raw = {"n": wanted.count, "of": wanted.measure.value}
    return fields if wanted.before_min is None else {**fields, "before_min": wanted.before_min}


def _read_input(fields: Fields) -> Input:
    measure = fields.choice("of", Measure)
    early = measure is Measure.EARLY_DAYS
    before = fields.whole("before_min", 0, MINUTES_A_DAY) if early else None
    return Input(fields.whole("n", 1, MOST_INPUT), measure, before)


def _maybe_input(fields: Fields, name: str) -> Input | None:
    part = fields.maybe_part(name)
    return None if part is None else _read_input(part)


def _goal_fields(goal: Goal) -> Raw:
    target, deadline = goal.target, goal.deadline
    return {
        "title": goal.title,
        "why": goal.why,
        "place": list(goal.place),
        "moved_at": instant("moved_at", goal.moved_at),
        "area": goal.area.value,
        "cadence": _input_fields(goal.cadence),
        "target": target and {"n": target.count, "unit": target.unit},
        "deadline": deadline and {"on": deadline.on, "real": deadline.real},
        "shape": goal.shape,
        "checkpoint_h": goal.checkpoint_h,
        "notes": goal.notes,
        "hue": goal.hue,
        "reason": goal.reason,
        "idea_id": goal.idea_id,
        "archived_at": maybe_instant("archived_at", goal.archived_at),
        "deleted_at": maybe_instant("deleted_at", goal.deleted_at),
    }


def _read_goal(id: str, fields: Fields) -> Goal:
    target, deadline = fields.maybe_part("target"), fields.maybe_part("deadline")
    return Goal(
        id=id,
        title=fields.needed("title"),
        why=fields.text("why"),
        place=_read_place(fields),
        moved_at=fields.at("moved_at"),
        area=fields.choice("area", Area),
        cadence=_maybe_input(fields, "cadence"),
        target=Target(target.whole("n", 1), target.text("unit")) if target else None,
        deadline=Deadline(deadline.on("on"), deadline.flag("real")) if deadline else None,
        shape=fields.text("shape"),
        checkpoint_h=fields.whole("checkpoint_h", 1),
        notes=fields.text("notes"),
        hue=fields.whole("hue", 0, HUES - 1),
        reason=fields.text("reason"),
        idea_id=fields.link("idea_id"),
        archived_at=fields.maybe_at("archived_at"),
        deleted_at=fields.maybe_at("deleted_at"),
    )


def _read_place(fields: Fields) -> tuple[Column, str]:
    place = fields.place("place")
    if place is None or place[0] not in tuple(Column):
        raise Misfit("place", f"is not [one of {', '.join(Column)}, rank]")
    return Column(place[0]), place[1]


def _commitment_fields(commitment: Commitment) -> Raw:
    return {
        "text": commitment.text,
        "input": _input_fields(commitment.input),
        "first_on": commitment.first_on,
        "last_on": commitment.last_on,
        "goal_id": commitment.goal_id,
        "idea_id": commitment.idea_id,
        "promised": _input_fields(commitment.promised),
        "done_at": maybe_instant("done_at", commitment.done_at),
        "asked_at": maybe_instant("asked_at", commitment.asked_at),
        "deleted_at": maybe_instant("deleted_at", commitment.deleted_at),
    }


def _read_commitment(id: str, fields: Fields) -> Commitment:
    return Commitment(
        id=id,
        text=fields.text("text"),
        input=_read_input(fields.part("input")),
        first_on=fields.on("first_on"),
        last_on=fields.on("last_on"),
        goal_id=fields.link("goal_id"),
        idea_id=fields.link("idea_id"),
        promised=_maybe_input(fields, "promised"),
        done_at=fields.maybe_at("done_at"),
        asked_at=fields.maybe_at("asked_at"),
        deleted_at=fields.maybe_at("deleted_at"),
    )


def _next_fields(entry: Next) -> Raw:
    return {
        "on": entry.on,
        "rank": entry.rank,
        "goal_id": entry.goal_id,
        "commitment_id": entry.commitment_id,
        "idea_id": entry.idea_id,
        **({"text": entry.text} if entry.text else {}),
        "taken_at": maybe_instant("taken_at", entry.taken_at),
        "deleted_at": maybe_instant("deleted_at", entry.deleted_at),
    }


def _read_next(id: str, fields: Fields) -> Next:
    return Next(
        id=id,
        on=fields.on("on"),
        rank=fields.text("rank"),
        goal_id=fields.link("goal_id"),
        commitment_id=fields.link("commitment_id"),
        idea_id=fields.link("idea_id"),
        text=fields.text("text"),
        taken_at=fields.maybe_at("taken_at"),
        deleted_at=fields.maybe_at("deleted_at"),
    )


def _daysoff_fields(off: DaysOff) -> Raw:
    return {
        "first_on": off.first_on,
        "last_on": off.last_on,
        "why": off.why,
        "deleted_at": maybe_instant("deleted_at", off.deleted_at),
    }


def _read_daysoff(id: str, fields: Fields) -> DaysOff:
    return DaysOff(
        id=id,
        first_on=fields.on("first_on"),
        last_on=fields.on("last_on"),
        why=fields.text("why"),
        deleted_at=fields.maybe_at("deleted_at"),
    )


GOALS = Codec("goals", "goal", _goal_fields, _read_goal)
COMMITMENTS = Codec("commitments", "commitment", _commitment_fields, _read_commitment)
LINEUP = Codec("lineup", "place in the line-up", _next_fields, _read_next)
DAYSOFF = Codec("daysoff", "day off", _daysoff_fields, _read_daysoff)
