"""What must hold of the clock, said apart from how it is computed.

`Truth` is kept beside an interval by whoever moves the clocks; the laws compare the two.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from focus_tui.domain.interval import Interval, Paused
from focus_tui.domain.reading import Reading
from focus_tui.domain.session import Outcome, Phase, Session
from focus_tui.domain.spans import Spans, What, added, total
from focus_tui.domain.timer import Moment, Ring, advance
from tests.domain.desk import CALENDAR, DAY, HOUR, MINUTE, ZONE, at

WORK = (What.FOCUS, What.OVERTIME)
REST = (What.BREAK, What.OVERRUN)


@dataclass(slots=True)
class Truth:
    """What really happened to one interval."""

    origin: Reading
    offset: int = 0
    touched: int = 0
    """When a key was pressed last, on the interval's own time."""
    stands_since: int = 0
    """When it was last paused, likewise."""
    observed: int = 0
    """Awake, running and watched, or left on purpose inside the plan."""
    forgiven: int = 0
    """Of sleep under a minute, and of short absences."""
    claimed: int = 0
    rung: set[tuple[int, bool]] = field(default_factory=set)

    def elapsed(self, reading: Reading) -> int:
        """The interval's own time at a reading of the boot that it is in."""
        assert reading.boot_id == self.origin.boot_id
        return self.offset + reading.boot_ms - self.origin.boot_ms

    def begin_at(self, reading: Reading, elapsed: int) -> None:
        self.origin, self.offset = reading, elapsed


def mains(phase: Phase) -> tuple[What, What]:
    """What time inside the plan, and past it, is."""
    return REST if phase.is_break else WORK


def end_of_plan(interval: Interval) -> int:
    """When the plan was, or will be, reached on the interval's own time, if it runs on."""
    main, _ = mains(interval.phase)
    position, done = 0, 0
    for what, ms in interval.spans:
        if what is main and done + ms >= interval.planned_ms:
            return position + interval.planned_ms - done
        position += ms
        done += ms if what is main else 0
    return position + interval.planned_ms - done


def check_account(spans: Spans, phase: Phase, planned_ms: int) -> None:
    """The account is in its one form, and holds nothing that doesn't belong to its phase."""
    kinds = {span.what for span in spans}
    rest = {What.BREAK, What.OVERRUN, What.AWAY}
    allowed = rest if phase.is_break else set(What) - {What.BREAK, What.OVERRUN}
    assert kinds <= allowed
    assert all(span.ms > 0 for span in spans)
    assert all(one.what is not two.what for one, two in pairwise(spans))
    assert total(spans, mains(phase)[0]) <= planned_ms


def check_session(session: Session) -> None:
    check_account(session.spans, session.kind, session.planned_ms)
    reached = total(session.spans, mains(session.kind)[0]) >= session.planned_ms
    assert session.outcome is Outcome.VOID or (session.outcome is Outcome.DONE) is reached
    if session.open and session.outcome is Outcome.EARLY:
        assert total(session.spans, What.FOCUS) < MINUTE


def check_watched(held: Interval, now: Reading, truth: Truth, moment: Moment) -> None:
    """What an interval has become, an open app having watched it since `held`."""
    ms = now.boot_ms - held.seen.boot_ms
    slept = ms - (now.awake_ms - held.seen.awake_ms)
    if held.paused is not None:
        check_standing(held, ms, truth.stands_since, moment)
        return
    main, beyond = mains(held.phase)
    dozed = held.phase is Phase.FOCUS and slept >= 60_000
    flows = ms - slept if dozed else ms
    alone_from = max(end_of_plan(held), truth.touched)
    if total(held.spans) + flows - alone_from >= HOUR:
        check_unattended(held, alone_from, moment)
        return
    interval = moment.interval
    assert interval is not None
    assert interval.paused is (Paused.SLEEP if dozed else None)
    done = total(held.spans, main)
    assert total(interval.spans, main) == min(held.planned_ms, done + flows)
    assert total(interval.spans, main, beyond) == total(held.spans, main, beyond) + flows
    assert total(interval.spans, What.GAP) - total(held.spans, What.GAP) == (slept if dozed else 0)


def check_unattended(held: Interval, alone_from: int, moment: Moment) -> None:
    """Closed at the planned end, or at a key after it; the hour that followed is away."""
    session = moment.closed
    assert session is not None
    assert session.outcome is Outcome.DONE
    assert total(session.spans) == alone_from + HOUR
    main, beyond = mains(held.phase)
    assert total(session.spans, main) == held.planned_ms
    worked = alone_from - total(held.spans)
    counted = total(session.spans, main, beyond) - total(held.spans, main, beyond)
    assert counted == worked
    absence = What.AWAY if held.phase.is_break else What.GAP
    assert session.spans[-1].what is absence


def check_standing(held: Interval, ms: int, since: int, moment: Moment) -> None:
    """A pause changes nothing but itself, until it is forgotten."""
    until = total(held.spans) + ms
    label = held.started.at_ms
    if until - since >= HOUR or crosses_a_day(label + since, label + until):
        assert moment.closed is not None
        assert total(moment.closed.spans) == since
        return
    interval = moment.interval
    assert interval is not None
    assert interval.paused is held.paused
    paused = total(held.spans, What.PAUSE) + ms
    assert total(interval.spans, What.PAUSE) == paused
    assert total(interval.spans) == total(held.spans) + ms


def crosses_a_day(since_ms: int, until_ms: int) -> bool:
    """Whether a local four o'clock lies after the first instant and not after the second."""
    return next_day(since_ms) <= until_ms


def next_day(after_ms: int) -> int:
    """The first local four o'clock after an instant."""
    on = datetime.fromtimestamp(after_ms // 1000, ZoneInfo(ZONE)).date()
    fours = [at(f"{on + timedelta(days=days)} 04:00") for days in range(2)]
    return next(four for four in fours if four > after_ms)


def last_known(held: Interval, beat: Reading | None) -> Reading:
    """When somebody last watched: the heartbeat, unless the record is newer or was left."""
    if beat is None or held.left or beat.boot_id != held.seen.boot_id:
        return held.seen
    return beat if beat.boot_ms > held.seen.boot_ms else held.seen


def measured(base: Reading, now: Reading) -> int | None:
    """How long it was between two readings; None when nobody can say."""
    if base.boot_id == now.boot_id:
        return now.boot_ms - base.boot_ms
    gone = now.wall_ms - base.wall_ms
    return gone if 0 <= gone <= 30 * DAY else None


def check_returned(
    held: Interval, beat: Reading | None, now: Reading, truth: Truth, moment: Moment
) -> str:
    """What an interval has become, nobody having watched it since; says which case it was."""
    base = last_known(held, beat)
    watched = advance(held, base, CALENDAR)
    check_watched(held, base, truth, watched)
    known = watched.interval
    if known is None:
        assert moment == watched
        return "closed before it was cut off"
    gone = measured(base, now)
    if known.paused is not None or known.phase.is_break:
        since = total(known.spans) if held.paused is None else truth.stands_since
        return check_went_on(known, gone or 0, since, truth.touched, moment)
    same_boot = base.boot_id == now.boot_id
    slept = (gone or 0) - (now.awake_ms - base.awake_ms) if same_boot else 0
    calm = gone is not None and same_boot and slept < MINUTE
    if held.left and calm:
        return check_left(known, gone or 0, truth, moment)
    if not held.left and calm and gone is not None and gone <= 2 * MINUTE:
        check_watched(held, now, truth, moment)
        return "forgiven"
    if gone is not None and gone <= HOUR and total(known.spans, What.FOCUS) < known.planned_ms:
        assert moment.interval is not None
        assert moment.interval.paused is Paused.CRASH
        assert moment.interval.spans == added(known.spans, What.GAP, gone)
        return "asked"
    assert moment.closed is not None
    assert moment.closed.spans == known.spans
    assert moment.closed.outcome in (Outcome.ABANDONED, Outcome.DONE)
    return "abandoned"


def check_went_on(known: Interval, gone: int, since: int, touched: int, moment: Moment) -> str:
    """A pause stays a pause, and a break goes on."""
    if known.paused is not None:
        check_standing(known, gone, since, moment)
        return "a pause was forgotten" if moment.closed else "a pause went on"
    alone_from = max(end_of_plan(known), touched)
    if total(known.spans) + gone - alone_from >= HOUR:
        check_unattended(known, alone_from, moment)
        return "a break ran out"
    assert moment.interval is not None
    assert moment.interval.paused is None
    assert total(moment.interval.spans, *REST) == total(known.spans, *REST) + gone
    return "a break went on"


def check_left(held: Interval, gone: int, truth: Truth, moment: Moment) -> str:
    """Left on purpose: credited to the planned end, never beyond; the rest is away.

    An open session has no such end: all of it is away.
    """
    inside = 0 if held.open else min(gone, held.planned_ms - total(held.spans, What.FOCUS))
    truth.observed += inside
    account = moment.interval or moment.closed
    assert account is not None
    assert total(account.spans, *WORK) == total(held.spans, *WORK) + inside
    away = total(account.spans, What.GAP) - total(held.spans, What.GAP)
    assert away == min(gone - inside, HOUR)
    assert (moment.closed is not None) is (gone - inside >= HOUR)
    if moment.interval is not None:
        assert moment.interval.paused is None
        return "left and back"
    return "left for too long"


def check_ring(before: Interval, ring: Ring, truth: Truth, now: Reading) -> None:
    """Each planned end rings once, a long break once more, and each says how late it is."""
    late = truth.elapsed(now) - end_of_plan(before)
    late -= 5 * MINUTE if ring.overrun else 0
    assert late >= 0
    assert ring.late_ms == late
    assert before.phase.is_break or not ring.overrun
    assert (before.planned_ms, ring.overrun) not in truth.rung
    truth.rung.add((before.planned_ms, ring.overrun))
