"""The commands of how a session is planned: its shape, and a start in the past."""

from focus_tui.commands.command import RESTING, Command, Where
from focus_tui.domain.interval import State

SHAPES = (
    Command(
        id="today.shape",
        keys=("S",),
        label="shape",
        help="Choose the shape of the session that runs, or of the next one: 50/10, open, strict.",
        where=Where.TODAY,
        weight=25,
        weights=((State.IDLE, 45),),
        acts=True,
    ),
    Command(
        id="today.ago",
        keys=(),
        label="Start in the past",
        help="Begin a session that you have been in for a while: say since when.",
        where=Where.TODAY,
        states=RESTING | {State.IDLE},
        acts=True,
    ),
)
