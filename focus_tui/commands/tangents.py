"""The commands for what one slides into during a session."""

from focus_tui.commands.command import WORKING, Command, Where
from focus_tui.domain.interval import State

TANGENTS = (
    Command(
        id="today.tangent",
        keys=("t",),
        label="tangent",
        help="Say what you slid into; time goes there until you go back.",
        where=Where.TODAY,
        states=WORKING,
        weight=13,
        weights=((State.FOCUS, 28),),
        acts=True,
    ),
    Command(
        id="today.back",
        keys=("T",),
        label="go back",
        help="Go back from the tangent to what you were at before it.",
        where=Where.TODAY,
        states=WORKING,
        weight=75,
        weights=((State.PAUSED, 50), (State.OVERTIME, 50)),
        acts=True,
    ),
    Command(
        id="today.park",
        keys=("C",),
        label="for later",
        help="Keep the tangent as a thought in the inbox, and go back.",
        where=Where.TODAY,
        states=WORKING,
        weight=47,
        weights=((State.PAUSED, 33), (State.OVERTIME, 33)),
        acts=True,
    ),
)
