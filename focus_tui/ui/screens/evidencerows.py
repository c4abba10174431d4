"""What the data say about a week, figure by figure."""

from collections.abc import Iterator
from typing import NamedTuple

from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.evidence import Evidence, Said
from focus_tui.domain.inputs import progress


class Figure(NamedTuple):
    """One line; its key stays the same whatever it says."""

    key: str
    text: str
    right: str
    goal_id: str | None = None


def figures(evidence: Evidence, before_ms: int, dot: str) -> Iterator[Figure]:
    """All there is to say, beside what the weeks before held; what did not happen is left out."""
    sessions = plural(evidence.sessions, "session")
    yield Figure("focus", "Focus", f"{spoken(evidence.focused_ms)} {dot} {sessions}")
    if before_ms:
        yield Figure("before", "The four weeks before", f"{spoken(before_ms)} each")
    yield from _hours(evidence, dot)
    yield from _days(evidence, dot)
    yield from _between(evidence, dot)
    yield from _ideas(evidence, dot)
    yield from _past(evidence, dot)


def _hours(evidence: Evidence, dot: str) -> Iterator[Figure]:
    for goal in evidence.goals:
        held = spoken(goal.focused_ms) if goal.focused_ms else "nothing"
        if goal.cadence:
            held += f" {dot} {progress(goal.cadence, goal.done)}"
        yield Figure(f"goal:{goal.id}", goal.title or "no goal", held, goal.id or None)
    if evidence.promised and evidence.outside_ms:
        yield Figure("outside", "For no promise", spoken(evidence.outside_ms))


def _days(evidence: Evidence, dot: str) -> Iterator[Figure]:
    yield Figure("days", "Shown up", f"{evidence.shown_up} of {len(evidence.days) or 7} days")
    if best := evidence.best_hour:
        hours = f"{best.hour:02}:00 to {(best.hour + 1) % 24:02}:00"
        yield Figure("hour", "Best hour", f"{hours} {dot} {spoken(best.focused_ms)}")
    if sum(evidence.focused):
        yes, partly, no = evidence.focused
        yield Figure("focused", "Focused", f"{yes} yes {dot} {partly} partly {dot} {no} no")


def _between(evidence: Evidence, dot: str) -> Iterator[Figure]:
    found = evidence.interrupted
    if found.internal or found.external:
        sources = f"{found.internal} own mind {dot} {found.external} others"
        yield Figure("interrupted", "Interrupted", sources)
        if found.words:
            yield Figure("by", "By", ", ".join(_times(each) for each in found.words[:4]))
    for each in evidence.tangents[:5]:
        yield Figure(f"tangent:{each.words}", f"Slid into {each.words}", spoken(each.amount))


def _times(said: Said) -> str:
    return f"{said.words} {said.amount}" if said.amount > 1 else said.words


def _ideas(evidence: Evidence, dot: str) -> Iterator[Figure]:
    ideas = evidence.ideas
    counts = {"caught": ideas.captured, "done": len(ideas.done), "dropped": len(ideas.dropped)}
    told = [f"{count} {what}" for what, count in counts.items() if count]
    if told:
        yield Figure("ideas", "Ideas", f" {dot} ".join(told))


def _past(evidence: Evidence, dot: str) -> Iterator[Figure]:
    if evidence.overtime_ms:
        yield Figure("overtime", "Overtime", spoken(evidence.overtime_ms))
    if evidence.overrun_ms:
        yield Figure("overrun", "Past the breaks' ends", spoken(evidence.overrun_ms))
    if evidence.voided:
        why = ", ".join(dict.fromkeys(evidence.why_voided))
        told = f"{evidence.voided} {dot} {spoken(evidence.voided_ms)}"
        yield Figure("voided", "Voided", f"{told} {dot} {why}" if why else told)
    if evidence.over_limit:
        days = plural(evidence.over_limit, "day")
        told = f"{days} {dot} {spoken(evidence.over_limit_ms)}"
        yield Figure("limit", "Past the day's limit", told)
    for number, why in enumerate(evidence.beyond, start=1):
        yield Figure(f"beyond:{number}", "Went on because", why)
