"""What is said to the person, apart from how it reaches them."""

from dataclasses import dataclass

from focus_tui.domain.text import ELLIPSIS, visible


@dataclass(frozen=True, slots=True)
class Message:
    """A notification: plain text of any length with any characters; channels make it safe."""

    title: str
    body: str


def shown(text: str, longest: int) -> str:
    """The visible text in at most so many characters, ending in `…` when it is cut."""
    text = visible(text)
    return text if len(text) <= longest else text[: longest - 1] + ELLIPSIS
