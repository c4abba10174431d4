"""What a closed session becomes when the person corrects it: pure, so it is seen before saved."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from focus_tui.domain.errors import Refused
from focus_tui.domain.session import Outcome, Session, Stamp
from focus_tui.domain.spans import Span, Spans, What, added, joined, total

WORK = (What.FOCUS, What.OVERTIME)
REST = (What.BREAK, What.OVERRUN)


class Way(StrEnum):
    """How the person wants an overlap to end."""

    FIT = "fit"
    """What is being saved gives way."""
    CUT = "cut"
    """The others give way."""
    KEEP = "keep"
    """Both stay as they are."""


# The account.


def part(spans: Spans, begin_ms: int, end_ms: int) -> Spans:
    """What an account says from one moment to another, both in milliseconds after its start."""
    result: Spans = ()
    at = 0
    for what, ms in spans:
        result = added(result, what, min(at + ms, end_ms) - max(at, begin_ms))
        at += ms
    return result


def relaid(spans: Spans, planned_ms: int) -> Spans:
    """The same account for another plan: time of work up to it is focus, past it overtime.

    In a break time up to it is break, past it overrun. No sum but these two changes.
    """
    result: list[Span] = []
    left = planned_ms
    for span in spans:
        if span.what not in WORK + REST:
            result.append(span)
            continue
        inside, past = WORK if span.what in WORK else REST
        within = min(span.ms, left)
        left -= within
        result += [Span(inside, within), Span(past, span.ms - within)]
    return joined(result)


def _main(session: Session) -> What:
    return What.BREAK if session.kind.is_break else What.FOCUS


def judged(session: Session) -> Session:
    """The same with the outcome that its account has earned; what is void stays void."""
    if session.outcome is Outcome.VOID or session.kind.is_break:
        return session
    earned = session.with_spans(session.spans)
    early = total(earned.spans, What.FOCUS) < earned.planned_ms and earned.outcome is Outcome.DONE
    return replace(earned, outcome=Outcome.EARLY) if early else earned


def _with_account(session: Session, started: Stamp, spans: Spans) -> Session:
    spans = relaid(spans, session.limit_ms)
    return judged(replace(session, started=started, spans=spans))


def replanned(session: Session, planned_ms: int) -> Session:
    """The same for another plan, which one without a planned end now has."""
    session = replace(session, planned_ms=planned_ms, open=False)
    return _with_account(session, session.started, session.spans)


# Its place in time.


def between(session: Session, started: Stamp, ended_at_ms: int) -> Session:
    """The session from one instant to another; what is new at either end is time of work.

    What is cut off shortens whatever lies there. Refused where it would not last.
    """
    if ended_at_ms <= started.at_ms:
        raise Refused("A session ends after it begins: that end is before its start.")
    begin, end = started.at_ms, ended_at_ms
    before, after = session.started.at_ms, session.ended_at_ms
    main = _main(session)
    if end <= before or after <= begin:  # nothing of what was is inside
        return _with_account(session, started, (Span(main, end - begin),))
    kept = part(session.spans, begin - before, end - before)
    spans = joined(
        [Span(main, max(0, before - begin)), *kept, Span(main, max(0, end - max(after, begin)))]
    )
    return _with_account(session, started, spans)


def shifted(session: Session, started: Stamp) -> Session:
    """The whole session at another time."""
    return replace(session, started=started)


def forgotten(session: Session, ended_at_ms: int) -> Session:
    """A session that nobody measured: all of it was worked, and it reached its plan or not."""
    done = replace(session, outcome=Outcome.DONE)
    return between(done, session.started, ended_at_ms)


def split(session: Session, second: Stamp, new_id: str) -> tuple[Session, Session]:
    """The session up to an instant, and from there on; together they account for the same time.

    Both keep the plan, and each has the outcome that it has earned. Refused where the instant is
    not inside.
    """
    at = second.at_ms - session.started.at_ms
    if not 0 < at < total(session.spans):
        raise Refused("A session is split between its start and its end.")
    first = _with_account(session, session.started, part(session.spans, 0, at))
    rest = replace(session, id=new_id, note="")
    return first, _with_account(rest, second, part(session.spans, at, total(session.spans)))


def join(sessions: Sequence[Session]) -> Session:
    """Several sessions as the first of them; what lay between is away.

    It has the longest of their plans, every note, and what it was on and for from the first that
    says so. Refused for less than two, for different kinds, and where they overlap.
    """
    ordered = sorted(sessions, key=lambda each: (each.started.at_ms, each.id))
    if len(ordered) < 2:
        raise Refused("There is nothing to join it with: mark the sessions that were one.")
    if len({each.kind for each in ordered}) > 1:
        raise Refused("A session and a break can't be joined.")
    spans: list[Span] = []
    end = ordered[0].started.at_ms
    for each in ordered:
        if each.started.at_ms < end:
            raise Refused("These sessions overlap: give each its own time first.")
        spans += [Span(What.AWAY, each.started.at_ms - end), *each.spans]
        end = each.ended_at_ms
    first = ordered[0]
    whole = replace(
        first,
        planned_ms=max(each.planned_ms for each in ordered),
        open=all(each.open for each in ordered),
        intent=_first(each.intent for each in ordered) or "",
        goal_id=_first(each.goal_id for each in ordered),
        commitment_id=_first(each.commitment_id for each in ordered),
        idea_id=_first(each.idea_id for each in ordered),
        focused=next((each.focused for each in ordered if each.focused), None),
        note="; ".join(dict.fromkeys(each.note for each in ordered if each.note)),
        outcome=_joined_outcome(ordered),
    )
    return _with_account(whole, first.started, joined(spans))


def _first(found: Iterable[str | None]) -> str | None:
    return next((each for each in found if each), None)


def _joined_outcome(sessions: Sequence[Session]) -> Outcome:
    """What is void in every part is void; else it is judged by what was reached."""
    void = all(each.outcome is Outcome.VOID for each in sessions)
    return Outcome.VOID if void else Outcome.EARLY


def restored(session: Session) -> Session:
    """A session that counts again: done if its plan was reached, else ended early."""
    return judged(replace(session, outcome=Outcome.EARLY))


# Overlaps: two closed intervals at one time. One that ends where another begins does not.


def stands(session: Session) -> bool:
    """Whether it takes up its time: it was neither voided nor deleted."""
    return session.outcome is not Outcome.VOID and session.deleted_at is None


def overlap(one: Session, other: Session) -> bool:
    """Whether two sessions that stand share some time."""
    apart = one.ended_at_ms <= other.started.at_ms or other.ended_at_ms <= one.started.at_ms
    return not apart and stands(one) and stands(other) and one.id != other.id


def overlapping(sessions: Iterable[Session]) -> dict[str, tuple[Session, ...]]:
    """By the id of each session that overlaps others: these, in order of time; one pass."""
    found: dict[str, list[Session]] = {}
    going: list[Session] = []
    for each in sorted(filter(stands, sessions), key=lambda each: each.started.at_ms):
        going = [other for other in going if other.ended_at_ms > each.started.at_ms]
        for other in going:
            if overlap(each, other):
                found.setdefault(each.id, []).append(other)
                found.setdefault(other.id, []).append(each)
        going.append(each)
    return {id: tuple(others) for id, others in found.items()}


def free_of(session: Session, others: Sequence[Session]) -> tuple[int, int] | None:
    """The longest stretch of a session that no other takes up: from and to, UTC milliseconds."""
    best: tuple[int, int] | None = None
    at = session.started.at_ms
    taken = sorted((each.started.at_ms, each.ended_at_ms) for each in others)
    for begin, end in (*taken, (session.ended_at_ms, session.ended_at_ms)):
        begin = min(begin, session.ended_at_ms)
        if begin > at and (best is None or begin - at > best[1] - best[0]):
            best = at, begin
        at = max(at, end)
    return best


def remains(session: Session, begin_ms: int, end_ms: int) -> tuple[tuple[int, int], ...]:
    """What is left of a session outside a stretch of time: none, one or two stretches."""
    begin, end = session.started.at_ms, session.ended_at_ms
    sides = ((begin, min(end, begin_ms)), (max(begin, end_ms), end))
    return tuple(side for side in sides if side[0] < side[1])
