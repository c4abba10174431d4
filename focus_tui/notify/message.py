"""What is said to the person, apart from how it reaches them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """A notification: plain text of any length with any characters; channels make it safe."""

    title: str
    body: str
