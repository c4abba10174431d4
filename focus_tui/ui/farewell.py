"""What is said when nobody watches the clock any more, and what became of it meanwhile."""

from focus_tui.domain.calendar import clock_time
from focus_tui.domain.durations import spoken
from focus_tui.domain.interval import State, state_of
from focus_tui.domain.session import Session
from focus_tui.domain.text import quoted
from focus_tui.services.keeper import ClosedAlone, Event, NotBegun
from focus_tui.services.present import Present

DEMO = (
    "A demo: half a year that nobody lived. What you do in it is gone when you leave, and nothing "
    "of yours is touched."
)
DEMO_LEFT = "The demo is gone, and nothing of it was kept. Type focus to begin your own."


def farewell(present: Present, back: str) -> str:
    """One or two lines for whoever leaves; empty when nothing runs.

    `back` is the command that brings the app back.
    """
    interval = present.interval
    if interval is None:
        return ""
    name = quoted(interval.intent, "The session")
    until = clock_time(present.reading.wall_ms + interval.left_ms, present.zone)
    ended = clock_time(present.reading.wall_ms - interval.late_ms, present.zone)
    going_on = {
        State.FOCUS: f"{name} goes on until {until}",
        State.BREAK: f"The break goes on until {until}",
        State.PAUSED: f"{name} stays paused at {spoken(interval.main_ms)}",
        State.OVERTIME: f"{name} reached its end at {ended}; from now on no time is counted",
        State.OVERRUN: f"The break was over at {ended}",
    }[state_of(interval)]
    if interval.open and state_of(interval) is State.FOCUS:
        asks = "its time until you are back is asked about"
        counts = "the other open focus counts it" if present.watched else asks
        going_on = f"{name} goes on without a planned end; {counts}"
    elif interval.left_ms and interval.paused is None:
        going_on += "; the other open focus rings" if present.watched else "; nothing will ring"
    return f"{going_on}.\nType {back} to come back."


def by_itself(event: Event) -> str:
    """What there is to say of what the clock did by itself; empty for what is said elsewhere."""
    if isinstance(event, ClosedAlone):
        return closed_alone(event.session)
    return event.why if isinstance(event, NotBegun) else ""


def closed_alone(session: Session) -> str:
    """What there is to say to whoever comes back to an interval that nobody ended."""
    if session.kind.is_break:
        return "The break was closed while you were away."
    name = quoted(session.intent, "the session")
    return f"Closed while you were away: {name}, {spoken(session.focused_ms)} of focus."
