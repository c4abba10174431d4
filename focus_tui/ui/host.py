"""What screens and dialogs may ask of the app, so that they need not know it."""

from typing import Any, Protocol, cast

from textual.app import App

from focus_tui.commands.declared import Command, Where
from focus_tui.composition import Services
from focus_tui.services.present import Present
from focus_tui.ui.glyphs import Glyphs


class Host(Protocol):
    """The app as its screens see it."""

    services: Services
    glyphs: Glyphs
    demo: bool
    """What is shown is nobody's."""
    looking: bool
    """What is shown now came by itself, and not by a key."""

    @property
    def present(self) -> Present:
        """What the clock and the day were when they were last looked at."""
        ...

    def show_again(self) -> None:
        """Draw the moment last looked at once more: the place to draw it in has changed."""
        ...

    def can(self, command: Command, screen: object) -> bool:
        """Whether a command makes sense now, in front of that screen."""
        ...

    def meant(
        self, key: str, screen: object, wheres: tuple[Where, ...], *, typing: bool = False
    ) -> str:
        """The command that a key means now, in front of that screen; empty when it means none."""
        ...

    def perform(self, command_id: str) -> None:
        """Do a command; what goes wrong is said in one sentence."""
        ...

    def shown_key(self, command_id: str, *, typing: bool = False) -> str:
        """A command's first key, as people write it, also while they type; empty for none."""
        ...

    def shown_keys(self, command_id: str) -> list[str]:
        """All keys of a command, as people write them."""
        ...

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """Put a sentence above the key bar; it goes with the next key."""
        ...


def host(app: App[Any]) -> Host:
    """The app, as a host."""
    return cast(Host, app)
