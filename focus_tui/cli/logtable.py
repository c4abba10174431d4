"""Several days of the record as lines for a person, and as a document for a program."""

from collections.abc import Mapping

from focus_tui.cli.times import clock_time, instant
from focus_tui.domain import durations
from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.session import Outcome, Session
from focus_tui.services.log import LogDay, Seen


def table(seen: Seen, goals: Mapping[str, str]) -> str:
    """Each day with its sums, in order; what a person typed stands last in its line."""
    blocks = [_day(day, seen, goals) for day in reversed(seen.days)]
    if not blocks:
        return "Nothing."
    done = sum(day.done for day in seen.days)
    focused = spoken(sum(day.focused_ms for day in seen.days))
    total = f"{plural(len(seen.days), 'day')} · {plural(done, 'session')} · {focused}"
    return "\n\n".join([*blocks, total])


def _day(day: LogDay, seen: Seen, goals: Mapping[str, str]) -> str:
    sums = f"{plural(day.done, 'session')} · {spoken(day.focused_ms)}"
    lines = [f"{durations.day(day.on)} {day.on[:4]} · {sums}"]
    for each in reversed(day.sessions):
        times = f"{_clock(each, each.started.at_ms)}–{_clock(each, each.ended_at_ms)}"
        words = [each.intent, goals.get(each.goal_id or "", "")]
        if others := seen.overlaps.get(each.id):
            words.append(f"overlaps {_clock(others[0], others[0].started.at_ms)}")
        named = " · ".join(word for word in words if word)
        lines.append(f"{times}  {spoken(each.focused_ms):>8}  {each.outcome:9}  {named}".rstrip())
    return "\n".join(lines)


def _clock(session: Session, at_ms: int) -> str:
    return clock_time(at_ms, session.started)


def document(seen: Seen, goals: Mapping[str, str]) -> dict[str, object]:
    """The same for a program; times are milliseconds, instants UTC."""
    return {
        "days": [
            {
                "on": day.on,
                "count": day.done,
                "focused_ms": day.focused_ms,
                "sessions": [_document(each, seen, goals) for each in reversed(day.sessions)],
            }
            for day in reversed(seen.days)
        ],
        "count": sum(day.done for day in seen.days),
        "focused_ms": sum(day.focused_ms for day in seen.days),
    }


def _document(session: Session, seen: Seen, goals: Mapping[str, str]) -> dict[str, object]:
    edited_at = session.edited_at
    return {
        "id": session.id,
        "kind": session.kind,
        "intent": session.intent,
        "goal_id": session.goal_id,
        "goal": goals.get(session.goal_id or ""),
        "started_at": instant(session.started.at_ms),
        "ended_at": instant(session.ended_at_ms),
        "zone": session.started.zone,
        "planned_ms": session.planned_ms,
        "focused_ms": 0 if session.outcome is Outcome.VOID else session.focused_ms,
        "spans": [[what, ms] for what, ms in session.spans],
        "outcome": session.outcome,
        "focused": session.focused,
        "note": session.note,
        "edited_at": None if edited_at is None else instant(edited_at),
        "overlaps": [each.id for each in seen.overlaps.get(session.id, ())],
    }
