"""What sessions hold, computed one after the other, and slowly."""

from datetime import UTC, datetime, timedelta

from focus_tui.domain.commitment import Commitment
from focus_tui.domain.inputs import Input, Measure
from focus_tui.domain.session import Outcome, Session
from focus_tui.domain.spans import What
from tests.domain.desk import MINUTE
from tests.domain.histories import STEP


def ms(session: Session, *whats: What) -> int:
    """How much of an account is that."""
    return sum(each.ms for each in session.spans if each.what in whats)


def focused(sessions: list[Session]) -> int:
    return sum(ms(each, What.FOCUS, What.OVERTIME) for each in sessions)


def done(sessions: list[Session]) -> list[Session]:
    return [each for each in sessions if each.outcome is Outcome.DONE]


def amount(wanted: Input, sessions: list[Session]) -> int:
    """How much of an input sessions hold."""
    if wanted.measure is Measure.SESSIONS:
        return len(done(sessions))
    if wanted.measure is Measure.MINUTES:
        return focused(sessions) // MINUTE
    if wanted.measure is Measure.DAYS:
        return len({each.started.on for each in done(sessions)})
    if wanted.measure is Measure.EARLY_DAYS:
        early = [each for each in done(sessions) if minute(each) < (wanted.before_min or 0)]
        return len({each.started.on for each in early})
    return 0


def minute(session: Session) -> int:
    """Minutes since the midnight of its day, as the clock on the wall showed it."""
    begun = session.started
    local = datetime.fromtimestamp(begun.at_ms / 1000, UTC) + timedelta(seconds=begun.offset_s)
    midnight = datetime.fromisoformat(begun.on).replace(tzinfo=UTC)
    return int((local - midnight).total_seconds()) // 60


def steps(session: Session) -> list[tuple[int, bool]]:
    """Half minute by half minute: how far into the account, and whether it was worked."""
    found, into = [], 0
    for what, length in session.spans:
        for _ in range(length // STEP):
            found.append((into, what in (What.FOCUS, What.OVERTIME)))
            into += STEP
    return found


def is_for(session: Session, commitment: Commitment) -> bool:
    same_goal = session.goal_id is not None and session.goal_id == commitment.goal_id
    in_time = commitment.first_on <= session.started.on <= commitment.last_on
    return in_time and (same_goal or session.commitment_id == commitment.id)
