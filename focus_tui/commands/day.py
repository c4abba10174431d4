"""The commands that open and close a day."""

from collections.abc import Iterator

from focus_tui.commands.command import Command, Where


def _commands() -> Iterator[Command]:
    """Each as: id, keys, label, weight, help."""
    for id, keys, label, weight, help in (
        (
            "ritual",
            ("r",),
            "ritual",
            14,
            "Your opening ritual before the day's first session, your closing ritual after it.",
        ),
        ("energy", ("E",), "energy", 7, "Say how your energy is now, from 1 to 5."),
    ):
        yield Command(
            id=f"today.{id}",
            keys=keys,
            label=label,
            help=help,
            where=Where.TODAY,
            weight=weight,
            acts=True,
        )


DAY = tuple(_commands())
