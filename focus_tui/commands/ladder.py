"""The commands for being stuck: the ladder for asking well."""

from focus_tui.commands.command import WORKING, Command, Where

LADDER = (
    Command(
        id="today.ladder",
        keys=("a",),
        label="stuck",
        help="Stuck: look in the documentation for a while, then search, then draft a question.",
        where=Where.TODAY,
        states=WORKING,
        weight=11,
        acts=True,
    ),
    Command(
        id="today.found",
        keys=("A",),
        label="found it",
        help="Leave the ladder: what you looked for is found; with a line on it if you like.",
        where=Where.TODAY,
        states=WORKING,
        weight=76,
        acts=True,
    ),
)
