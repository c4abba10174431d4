"""The clock: what an interval becomes by time passing and by what the person does.

Every function is pure. An interval is what it was at its last transition; the time since is
computed from the clocks' readings, so that asking twice, or from another process, changes nothing.
"""

from dataclasses import replace
from typing import NamedTuple

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.durations import spoken
from focus_tui.domain.errors import Refused
from focus_tui.domain.gap import Answer, answered
from focus_tui.domain.interval import Interval, Paused
from focus_tui.domain.reading import Elapsed, Reading
from focus_tui.domain.session import LEAST_OPEN_MS, Outcome, Session
from focus_tui.domain.shape import Shape
from focus_tui.domain.spans import Spans, What, added, tail, total

MINUTE_MS = 60_000
HOUR_MS = 60 * MINUTE_MS

SLEEP_MS = MINUTE_MS
"""So much sleep in all pauses a session; less is taken for a flicker."""
UNATTENDED_MS = HOUR_MS
"""Past the planned end, so long without a key closes the interval there."""
LONGEST_PAUSE_MS = HOUR_MS
FORGIVEN_MS = 2 * MINUTE_MS
"""So much of an unclean absence is credited."""
LONGEST_ABSENCE_MS = HOUR_MS
"""An unclean absence up to this long, inside the plan, is asked about; a longer one closes."""
OVERRUN_RING_MS = 5 * MINUTE_MS

NO_END = "An open session has no planned end: it runs until you end it."
STANDS = "The session is paused: resume it first."


class Moment(NamedTuple):
    """What the clock is at one moment: the interval up to then, or the session it has become."""

    interval: Interval | None
    closed: Session | None = None


def advance(interval: Interval, now: Reading, calendar: Calendar) -> Moment:
    """The interval up to now, somebody having watched the clock since its last transition."""
    passed = now.since(interval.seen)
    current = _seen(interval, now)
    if interval.paused is not None:
        return _forget_pause(_plus(current, What.PAUSE, passed.ms), calendar)
    if interval.phase.is_break or passed.slept_ms < SLEEP_MS:
        return _attended(_flow(current, passed.ms))
    worked = _attended(_flow(current, passed.awake_ms))
    if worked.interval is None:
        return worked
    return Moment(replace(_plus(worked.interval, What.GAP, passed.slept_ms), paused=Paused.SLEEP))


def come_back(interval: Interval, seen: Reading | None, now: Reading, calendar: Calendar) -> Moment:
    """The interval up to now, nobody having watched the clock for a while.

    `seen` is the last heartbeat of a program that was cut off; it counts only in the boot of the
    last transition, and never after somebody left on purpose.
    """
    watched = Moment(interval)
    if seen is not None and seen.boot_id == interval.seen.boot_id and not interval.left:
        watched = advance(interval, seen, calendar)
    current = watched.interval
    if current is None:
        return watched
    if current.paused is not None or current.phase.is_break:
        return _arrived(advance(current, now, calendar))
    if interval.left:
        return _arrived(_return(interval, now))
    if _forgiven(now.since(current.seen)):
        return _arrived(advance(interval, now, calendar))
    return _arrived(_cut_off(current, now))


def _return(interval: Interval, now: Reading) -> Moment:
    """Back after leaving on purpose: what is left of the plan was worked, the rest was away.

    An open session planned nothing that could have been worked.
    """
    away = now.since(interval.seen)
    if not away.same_boot or away.slept_ms >= SLEEP_MS:
        return _cut_off(interval, now)
    inside = 0 if interval.open else min(away.ms, interval.left_ms)
    worked = _flow(_seen(interval, now), inside)
    absence = away.ms - inside
    if absence >= UNATTENDED_MS:
        return Moment(None, close(_plus(worked, What.GAP, UNATTENDED_MS), Outcome.EARLY))
    return Moment(_plus(worked, What.GAP, absence))


def _forgiven(gap: Elapsed) -> bool:
    return gap.same_boot and gap.slept_ms < SLEEP_MS and gap.ms <= FORGIVEN_MS


def _cut_off(interval: Interval, now: Reading) -> Moment:
    gap = now.since(interval.seen)
    if gap.known and gap.ms <= LONGEST_ABSENCE_MS and interval.left_ms:
        current = _plus(_seen(interval, now), What.GAP, gap.ms)
        return Moment(replace(current, paused=Paused.CRASH))
    return Moment(None, close(interval, Outcome.ABANDONED))


def _arrived(moment: Moment) -> Moment:
    if moment.interval is None:
        return moment
    return Moment(touch(replace(moment.interval, left=False)))


def _seen(interval: Interval, now: Reading) -> Interval:
    """Seen now; a reading from before the last transition, late for a lock, turns nothing back."""
    return replace(interval, seen=now.no_earlier_than(interval.seen))


def _flow(interval: Interval, ms: int) -> Interval:
    inside = min(ms, interval.left_ms)
    spans = added(interval.spans, interval.main, inside)
    return replace(interval, spans=added(spans, interval.beyond, ms - inside))


def _plus(interval: Interval, what: What, ms: int) -> Interval:
    return replace(interval, spans=added(interval.spans, what, ms))


def _attended(interval: Interval) -> Moment:
    """Close what ran on for too long without a key: at its planned end, or at the last key."""
    beyond = tail(interval.spans, interval.beyond)
    alone = min(beyond, total(interval.spans) - interval.touched_ms)
    if alone < UNATTENDED_MS:
        return Moment(interval)
    spans = added(interval.spans[:-1], interval.beyond, beyond - alone)
    absence = What.AWAY if interval.phase.is_break else What.GAP
    ended = replace(interval, spans=added(spans, absence, UNATTENDED_MS))
    return Moment(None, close(ended, Outcome.DONE))


def _forget_pause(interval: Interval, calendar: Calendar) -> Moment:
    """Close an interval whose pause grew too long, or crossed into another day, where it began."""
    pause = tail(interval.spans, What.PAUSE)
    now_ms = interval.known_to_ms
    zone = interval.started.zone
    crossed = pause > 0 and calendar.day_of(now_ms, zone) != calendar.day_of(now_ms - pause, zone)
    if pause < LONGEST_PAUSE_MS and not crossed:
        return Moment(interval)
    return Moment(None, close(replace(interval, spans=interval.spans[:-1]), Outcome.EARLY))


def close(interval: Interval, outcome: Outcome) -> Session:
    """The session an interval becomes, as it stands.

    A plan that was reached makes it done, unless it is voided. An open session is done where the
    person ended it: what was worked was its plan.
    """
    if interval.open and outcome is Outcome.EARLY and interval.main_ms >= LEAST_OPEN_MS:
        interval = replace(interval, planned_ms=interval.main_ms)
    if not interval.left_ms and outcome is not Outcome.VOID:
        outcome = Outcome.DONE
    return Session(
        id=interval.id,
        kind=interval.phase,
        started=interval.started,
        planned_ms=interval.planned_ms,
        spans=interval.spans,
        outcome=outcome,
        open=interval.open,
        # A break carries what comes next, so that it can be said ahead; its record does not.
        intent="" if interval.phase.is_break else interval.intent,
        goal_id=None if interval.phase.is_break else interval.goal_id,
        commitment_id=None if interval.phase.is_break else interval.commitment_id,
        idea_id=None if interval.phase.is_break else interval.idea_id,
    )


def pause(interval: Interval) -> Interval:
    """Stand still. Raises Refused outside a running session's plan."""
    if interval.phase.is_break:
        raise Refused("A break runs on by itself: end it, or let it be.")
    if interval.paused is not None:
        raise Refused("The session is paused already.")
    if not interval.left_ms:
        raise Refused("The session is past its end: finish it, or give it five more minutes.")
    return replace(interval, paused=Paused.USER)


def resume(interval: Interval) -> Interval:
    """Go on after a pause. Raises Refused when nothing is paused."""
    if interval.paused is None:
        raise Refused("Nothing is paused.")
    return touch(replace(interval, paused=None))


def extend(interval: Interval, ms: int) -> Interval:
    """Plan so much more; past the end, so much from now. Raises Refused while paused, and inside
    an open session.
    """
    if interval.paused is not None:
        raise Refused(STANDS)
    if interval.open and interval.left_ms:
        raise Refused(NO_END)
    if interval.left_ms:
        return replace(interval, planned_ms=interval.planned_ms + ms)
    return replace(interval, planned_ms=interval.main_ms + ms, rings=0)


def shorten(interval: Interval, ms: int) -> Interval:
    """Plan so much less; a minute from now on stays. Raises Refused where there is less to take."""
    if interval.paused is not None:
        raise Refused(STANDS)
    if not interval.left_ms:
        raise Refused("It is past its end already: finish it.")
    if interval.open:
        raise Refused(NO_END)
    if interval.left_ms - ms < MINUTE_MS:
        raise Refused(
            f"With {spoken(interval.left_ms)} to go there is no {spoken(ms)} to take away: "
            "finish it, or let it run."
        )
    return replace(interval, planned_ms=interval.planned_ms - ms)


def reshape(interval: Interval, shape: Shape) -> Interval:
    """A session inside its plan in another shape. Raises Refused where that would have ended."""
    if interval.main_ms >= shape.focus_ms:
        raise Refused(
            f"This session has {spoken(interval.main_ms)} already, and {shape.name} ends after "
            f"{spoken(shape.focus_ms)}: finish it, or take a longer shape."
        )
    return replace(
        interval,
        planned_ms=shape.focus_ms,
        open=shape.open,
        strict=shape.strict,
        shape=shape.line,
    )


def begun_ago(interval: Interval, ms: int) -> Interval:
    """An interval that begins, as if it had begun so long ago: worked inside its plan, then away.

    Whoever says so vouches for the time inside the plan; what is past it is asked.
    """
    inside = min(ms, interval.left_ms)
    return touch(_plus(_flow(interval, inside), What.GAP, ms - inside))


def replan(interval: Interval, planned_ms: int) -> Interval:
    """The interval as if this had been its plan: what was worked past a shorter one is overtime."""
    left = planned_ms
    spans: Spans = ()
    for what, ms in interval.spans:
        inside = min(ms, left) if what is interval.main else 0
        left -= inside
        spans = added(spans, what, inside)
        spans = added(spans, interval.beyond if what is interval.main else what, ms - inside)
    return replace(interval, planned_ms=planned_ms, spans=spans)


def void(interval: Interval) -> Session:
    """Close a session so that it does not count. Raises Refused in a break."""
    if interval.phase.is_break:
        raise Refused("A break can't be voided: end it instead.")
    return close(interval, Outcome.VOID)


def answer(interval: Interval, said: Answer) -> Moment:
    """The interval once the person has said what its time away was; ending and voiding close it.

    Raises Refused as `gap.answered` does.
    """
    account = answered(interval.spans, interval.planned_ms, said)
    current = touch(replace(interval, spans=account))
    if said is Answer.END:
        return Moment(None, close(current, Outcome.EARLY))
    if said is Answer.VOID:
        return Moment(None, void(current))
    return Moment(current)


def touch(interval: Interval) -> Interval:
    """Somebody is there: past the planned end, the time without a key begins anew."""
    return replace(interval, touched_ms=total(interval.spans))


def leave(interval: Interval) -> Interval:
    """Nobody watches from here on; the session goes on to its planned end, never beyond."""
    return touch(replace(interval, left=True))


def reopen(
    before: Interval, at: Reading, now: Reading, calendar: Calendar, closed: Session | None = None
) -> Interval:
    """An interval that an act at `at` had changed, as it was then; the time since is a gap.

    A session comes back paused. A break, which can't be paused, comes back running. `closed` is the
    session that it became by itself, where no act of the person's ended it: its account stands.
    Nobody there before the act is nobody there afterwards: no time past the plan was worked.
    """
    spans = _account(Moment(None, closed) if closed else _at(before, at, calendar))
    passed = at.since(before.seen).ms + now.since(at).ms
    rest = total(before.spans) + passed - total(spans)
    current = replace(_seen(before, now), spans=spans, left=False)
    if before.phase.is_break:
        return touch(_flow(current, rest))
    what = What.GAP if rest >= MINUTE_MS else What.AWAY
    return touch(replace(_plus(current, what, rest), paused=Paused.UNDO))


def _at(interval: Interval, now: Reading, calendar: Calendar) -> Moment:
    if interval.left:
        return come_back(interval, None, now, calendar)
    return advance(interval, now, calendar)


def _account(moment: Moment) -> Spans:
    either = moment.closed or moment.interval
    return either.spans if either else ()


class Ring(NamedTuple):
    """The bell is due."""

    overrun: bool
    """A break that runs long, not an end."""
    late_ms: int
    """How long after its moment."""


def ring_due(interval: Interval) -> Ring | None:
    """The bell that has not rung yet, if its moment has come."""
    if interval.left_ms:
        return None
    if interval.rings == 0:
        return Ring(overrun=False, late_ms=interval.late_ms)
    long = interval.phase.is_break and interval.late_ms >= OVERRUN_RING_MS
    if long and interval.rings == 1:
        return Ring(overrun=True, late_ms=interval.late_ms - OVERRUN_RING_MS)
    return None


def rung(interval: Interval) -> Interval:
    """The interval after the bell that was due; what it was late for is not rung again."""
    long = interval.phase.is_break and interval.late_ms >= OVERRUN_RING_MS
    return replace(interval, rings=2 if long else 1)
