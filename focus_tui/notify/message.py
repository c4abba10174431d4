"""What is said to the person, apart from how it reaches them."""

from typing import NamedTuple

from focus_tui.domain.text import ELLIPSIS, visible


class Message(NamedTuple):
    """A notification: plain text of any length with any characters; channels make it safe."""

    title: str
    body: str


def shown(text: str, longest: int) -> str:
    """The visible text in at most so many characters, ending in `…` when it is cut."""
    text = visible(text)
    return text if len(text) <= longest else text[: longest - 1] + ELLIPSIS
