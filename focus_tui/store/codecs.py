"""How each kind of domain value stands in the data file: value to fields, and back."""

from typing import Any

from focus_tui.domain.calendar import CalendarRule
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.interval import Interval, Paused
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.reading import Reading
from focus_tui.domain.session import Focused, Outcome, Phase, Session, Stamp
from focus_tui.domain.spans import Spans
from focus_tui.store.codec import Codec
from focus_tui.store.fields import MOST, Fields, Raw, instant, maybe_instant
from focus_tui.store.plans import COMMITMENTS, DAYSOFF, GOALS, LINEUP
from focus_tui.store.reflections import ANSWERS, LEARNED, REFLECTIONS


def _stamp_fields(started: Stamp) -> Raw:
    return {
        "started_at": instant("started_at", started.at_ms),
        "zone": started.zone,
        "offset_s": started.offset_s,
        "on": started.on,
    }


def _read_stamp(fields: Fields) -> Stamp:
    return Stamp(
        at_ms=fields.at("started_at"),
        zone=fields.needed("zone"),
        offset_s=fields.offset("offset_s"),
        on=fields.on("on"),
    )


def _span_list(spans: Spans) -> list[list[Any]]:
    return [[span.what.value, span.ms] for span in spans]


def reading_fields(reading: Reading) -> Raw:
    """A look at the clocks as one object."""
    return {
        "wall_at": instant("seen.wall_at", reading.wall_ms),
        "boot_ms": reading.boot_ms,
        "awake_ms": reading.awake_ms,
        "boot_id": reading.boot_id,
    }


def read_reading(fields: Fields) -> Reading:
    """And back; the boot clocks count from anywhere, so they may be negative."""
    return Reading(
        wall_ms=fields.at("wall_at"),
        boot_ms=fields.whole("boot_ms", -MOST),
        awake_ms=fields.whole("awake_ms", -MOST),
        boot_id=fields.text("boot_id"),
    )


def _session_fields(session: Session) -> Raw:
    return {
        "kind": session.kind.value,
        "intent": session.intent,
        **_stamp_fields(session.started),
        "planned_ms": session.planned_ms,
        "spans": _span_list(session.spans),
        "outcome": session.outcome.value,
        "focused": session.focused and session.focused.value,
        "note": session.note,
        "goal_id": session.goal_id,
        "commitment_id": session.commitment_id,
        "idea_id": session.idea_id,
        "open": session.open,
        "edited_at": maybe_instant("edited_at", session.edited_at),
        "deleted_at": maybe_instant("deleted_at", session.deleted_at),
    }


def _read_session(id: str, fields: Fields) -> Session:
    return Session(
        id=id,
        kind=fields.choice("kind", Phase),
        intent=fields.text("intent"),
        started=_read_stamp(fields),
        planned_ms=fields.whole("planned_ms"),
        spans=fields.spans("spans"),
        outcome=fields.choice("outcome", Outcome),
        focused=fields.maybe_choice("focused", Focused),
        note=fields.text("note"),
        goal_id=fields.link("goal_id"),
        commitment_id=fields.link("commitment_id"),
        idea_id=fields.link("idea_id"),
        open=fields.flag("open"),
        edited_at=fields.maybe_at("edited_at"),
        deleted_at=fields.maybe_at("deleted_at"),
    )


def _mark_fields(mark: Mark) -> Raw:
    return {
        "kind": mark.kind.value,
        "session_id": mark.session_id,
        "goal_id": mark.goal_id,
        **({"on": mark.on} if mark.on else {}),
        **({"amount": mark.amount} if mark.amount else {}),
        "marked_at": instant("marked_at", mark.at_ms),
        "text": mark.text,
        "deleted_at": maybe_instant("deleted_at", mark.deleted_at),
    }


def _read_mark(id: str, fields: Fields) -> Mark:
    return Mark(
        id=id,
        kind=fields.choice("kind", MarkKind),
        session_id=fields.link("session_id"),
        goal_id=fields.link("goal_id"),
        on=fields.maybe_on("on"),
        amount=fields.count("amount"),
        at_ms=fields.at("marked_at"),
        text=fields.text("text"),
        deleted_at=fields.maybe_at("deleted_at"),
    )


def _idea_fields(idea: Idea) -> Raw:
    return {
        "title": idea.title,
        "captured_at": instant("captured_at", idea.captured_at),
        "session_id": idea.session_id,
        "place": None if idea.place is None else list(idea.place),
        "note": idea.note,
        "state": idea.state.value,
        "state_at": maybe_instant("state_at", idea.state_at),
        "front": idea.front,
        "gain": idea.gain,
        "effort_ms": idea.effort_ms,
        "wins": idea.wins,
        "goal_id": idea.goal_id,
        "kept_at": maybe_instant("kept_at", idea.kept_at),
        "deleted_at": maybe_instant("deleted_at", idea.deleted_at),
    }


def _read_idea(id: str, fields: Fields) -> Idea:
    captured_at = fields.at("captured_at")
    return Idea(
        id=id,
        title=fields.text("title"),
        captured_at=captured_at,
        session_id=fields.link("session_id"),
        place=fields.place("place"),
        note=fields.text("note"),
        state=fields.choice("state", IdeaState),
        state_at=fields.maybe_at("state_at"),
        front=fields.link("front"),
        gain=fields.maybe_whole("gain", 1, 5),
        effort_ms=fields.maybe_whole("effort_ms", 1),
        wins=fields.flag("wins"),
        goal_id=fields.link("goal_id"),
        kept_at=fields.maybe_at("kept_at"),
        deleted_at=fields.maybe_at("deleted_at"),
        touched_at=fields.told_at("updated_at") or captured_at,
    )


def _rule_fields(rule: CalendarRule) -> Raw:
    return {
        "valid_from": rule.valid_from,
        "day_boundary_min": rule.day_boundary_min,
        "first_weekday": rule.first_weekday,
        "review_weekday": rule.review_weekday,
    }


def _read_rule(id: str, fields: Fields) -> CalendarRule:
    return CalendarRule(
        id=id,
        valid_from=fields.on("valid_from"),
        day_boundary_min=fields.whole("day_boundary_min", 0, 24 * 60 - 1),
        first_weekday=fields.whole("first_weekday", 1, 7),
        review_weekday=fields.whole("review_weekday", 1, 7),
    )


def _interval_fields(interval: Interval) -> Raw:
    return {
        "id": interval.id,
        "phase": interval.phase.value,
        "intent": interval.intent,
        **_stamp_fields(interval.started),
        "planned_ms": interval.planned_ms,
        "open": interval.open,
        "strict": interval.strict,
        "shape": interval.shape,
        "spans": _span_list(interval.spans),
        "seen": reading_fields(interval.seen),
        "paused": interval.paused and interval.paused.value,
        "rings": interval.rings,
        "touched_ms": interval.touched_ms,
        "left": interval.left,
        "goal_id": interval.goal_id,
        "commitment_id": interval.commitment_id,
        "idea_id": interval.idea_id,
    }


def _read_interval(device: str, fields: Fields) -> Interval:
    return Interval(
        id=fields.needed("id"),
        phase=fields.choice("phase", Phase),
        intent=fields.text("intent"),
        started=_read_stamp(fields),
        planned_ms=fields.whole("planned_ms"),
        spans=fields.spans("spans"),
        seen=read_reading(fields.part("seen")),
        paused=fields.maybe_choice("paused", Paused),
        rings=fields.count("rings"),
        touched_ms=fields.count("touched_ms"),
        open=fields.flag("open"),
        strict=fields.flag("strict"),
        shape=fields.text("shape"),
        left=fields.flag("left"),
        goal_id=fields.link("goal_id"),
        commitment_id=fields.link("commitment_id"),
        idea_id=fields.link("idea_id"),
    )


SESSIONS = Codec("sessions", "session", _session_fields, _read_session)
MARKS = Codec("marks", "mark", _mark_fields, _read_mark)
IDEAS = Codec("ideas", "idea", _idea_fields, _read_idea)
CALENDAR = Codec("calendar", "calendar rule", _rule_fields, _read_rule)
TIMER = Codec("timer", "running interval", _interval_fields, _read_interval)

CODECS: dict[str, Codec[Any]] = {
    codec.table: codec
    for codec in (
        *(SESSIONS, MARKS, IDEAS, CALENDAR, TIMER, GOALS, COMMITMENTS, LINEUP, DAYSOFF),
        *(REFLECTIONS, ANSWERS, LEARNED),
    )
}
"""By table, for whoever handles documents without knowing their kind."""
