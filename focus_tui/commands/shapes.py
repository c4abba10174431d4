"""The commands of a session's length: its shape, more and less of it, a start in the past."""

from focus_tui.commands.command import ALWAYS, RESTING, Command, Where
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
        id="clock.shorten",
        keys=("minus",),
        label="5 min less",
        help="Plan five minutes less; a minute from now on stays.",
        where=Where.TODAY,
        states=frozenset({State.FOCUS, State.BREAK}),
        weight=12,
        acts=True,
    ),
    Command(
        id="clock.more",
        keys=("equals_sign",),
        label="2 min",
        help="Plan two minutes more; past the end, two minutes from now.",
        where=Where.TODAY,
        states=ALWAYS - {State.IDLE, State.PAUSED},
        weight=11,
        weights=((State.OVERTIME, 84),),
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
