"""A day's record as lines for a person, and as a document for a program."""

from collections.abc import Iterator, Sequence

from focus_tui.cli.times import clock_time, instant
from focus_tui.domain import durations
from focus_tui.domain.day import Day
from focus_tui.domain.durations import in_turn, plural, shares, spoken
from focus_tui.domain.interval import Interval, state_of
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Outcome, Phase, Session
from focus_tui.domain.spans import What, total
from focus_tui.domain.tangent import tangents_told

_MARKS = {
    MarkKind.INTERNAL: "own mind",
    MarkKind.EXTERNAL: "somebody",
    MarkKind.FOUND: "found",
    MarkKind.VOIDED: "voided",
    MarkKind.BEYOND: "beyond the day's limit",
}
_IN_ROWS = (What.FOCUS, What.OVERTIME, What.BREAK, What.OVERRUN)
"""What the length of a row is the sum of."""


def table(day: Day) -> str:
    """When, how long, what became of it, and what it was; below each its marks and answers.

    What a person typed stands last in its line, so that its width moves nothing.
    """
    lines = [f"{durations.day(day.on)} {day.on[:4]}", ""]
    everything: list[Session | Interval] = [*day.sessions]
    everything += [day.running] if day.running else []
    for each, length in zip(everything, _lengths(everything), strict=True):
        times, end = _times(each), _end(each)
        lines.append(f"{times:11}  {spoken(length):>8}  {end:9}  {_name(each)}".rstrip())
        lines += [" " * 34 + detail for detail in _details(day, each)]
    return "\n".join([*lines, "", _totals(day)] if everything else [*lines, "Nothing."])


def _times(each: Session | Interval) -> str:
    begins = clock_time(each.started.at_ms, each.started)
    ends = clock_time(each.ended_at_ms, each.started) if isinstance(each, Session) else ""
    return f"{begins}–{ends}"


def _lengths(everything: Sequence[Session | Interval]) -> Iterator[int]:
    """How long each was; a void one, which is in no total, is rounded for itself."""
    shown = in_turn([0 if _is_void(each) else _length(each) for each in everything])
    for each, length in zip(everything, shown, strict=True):
        yield _length(each) if _is_void(each) else length


def _is_void(each: Session | Interval) -> bool:
    return isinstance(each, Session) and each.outcome is Outcome.VOID


def _length(each: Session | Interval) -> int:
    return total(each.spans, *_IN_ROWS)


def _end(each: Session | Interval) -> str:
    if isinstance(each, Interval):
        return state_of(each)
    return each.outcome if each.kind is Phase.FOCUS else ""


def _name(each: Session | Interval) -> str:
    phase = each.phase if isinstance(each, Interval) else each.kind
    return phase.replace("_", " ") if phase.is_break else each.intent


def _details(day: Day, each: Session | Interval) -> Iterator[str]:
    marks = day.marks_of(each.id)
    yield from (_mark(mark, each) for mark in marks if mark.kind in _MARKS)
    for words, ms in tangents_told(each.intent, each.spans, marks):
        yield f"{spoken(ms)} {words}"
    if each.gap_ms:
        yield f"{spoken(each.gap_ms)} away, not answered yet"
    if isinstance(each, Session) and (each.focused or each.note):
        focused = f"focused: {each.focused}" if each.focused else ""
        yield ", ".join(part for part in (focused, each.note) if part)


def _mark(mark: Mark, each: Session | Interval) -> str:
    text = f": {mark.text}" if mark.text else ""
    return f"{clock_time(mark.at_ms, each.started)} {_MARKS[mark.kind]}{text}"


def _totals(day: Day) -> str:
    standing = [each.spans for each in day.sessions if each.outcome is not Outcome.VOID]
    standing += [day.running.spans] if day.running else []

    def of(*whats: What) -> int:
        return sum(total(spans, *whats) for spans in standing)

    in_rows = zip(_IN_ROWS, shares([of(what) for what in _IN_ROWS]), strict=True)
    (pause,), (away,) = shares([of(What.PAUSE)]), shares([of(What.GAP, What.AWAY)])
    parts = (*in_rows, (What.PAUSE, pause), (What.AWAY, away))
    said = [f"{spoken(ms)} {what}" for what, ms in parts if ms]
    return " · ".join([plural(day.count, "session"), *said])


def document(day: Day) -> dict[str, object]:
    """The same for a program; times are milliseconds, instants UTC."""
    return {
        "on": day.on,
        "sessions": [_closed(day, each) for each in day.sessions],
        "running": _interval(day, day.running) if day.running else None,
        "count": day.count,
        "focused_ms": day.focused_ms,
    }


def _closed(day: Day, session: Session) -> dict[str, object]:
    return {
        "id": session.id,
        "kind": session.kind,
        "ended_at": instant(session.ended_at_ms),
        "outcome": session.outcome,
        "focused": session.focused,
        "note": session.note,
        **_common(day, session),
    }


def _interval(day: Day, interval: Interval) -> dict[str, object]:
    return {
        "id": interval.id,
        "kind": interval.phase,
        "state": state_of(interval),
        **_common(day, interval),
    }


def _common(day: Day, each: Session | Interval) -> dict[str, object]:
    return {
        "intent": each.intent,
        "started_at": instant(each.started.at_ms),
        "zone": each.started.zone,
        "planned_ms": each.planned_ms,
        "spans": [[what, ms] for what, ms in each.spans],
        "marks": [
            {"kind": mark.kind, "at": instant(mark.at_ms), "text": mark.text}
            for mark in day.marks_of(each.id)
        ],
    }
