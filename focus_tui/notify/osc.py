"""A notification as terminals take it: an operating system command, OSC, of one of three kinds."""

from base64 import b64encode
from enum import StrEnum

from focus_tui.notify.message import Message, shown

LONGEST_TITLE = 64
LONGEST_BODY = 256
"""Characters; there are terminals that drop a sequence of more than 2048 bytes."""

_OSC = "\x1b]"
_END = "\x1b\\"


class Kind(StrEnum):
    """The sequences there are, named as the settings name them."""

    OSC9 = "osc9"
    """One text."""
    OSC777 = "osc777"
    """A title and a body."""
    OSC99 = "osc99"
    """Kitty's own: a title and a body, safely encoded."""


def sequence(kind: Kind, message: Message) -> str:
    """The bytes, all ASCII or printable, that make a terminal of that kind show the message.

    No text can end the sequence, add to it, or make it another one.
    """
    title = shown(message.title, LONGEST_TITLE) or "focus"
    body = shown(message.body, LONGEST_BODY)
    if kind is Kind.OSC99:
        # Both parts have one name; a later notification with that name takes its place.
        return _osc99("d=0", "title", title) + _osc99("d=1", "body", body)
    if kind is Kind.OSC777:
        # A semicolon ends the title, and in some terminals the body too.
        return f"{_OSC}777;notify;{_no_semicolon(title)};{_no_semicolon(body)}{_END}"
    text = f"{title}: {body}" if body else title
    # A number in front makes it another command, as 4 a progress bar.
    return f"{_OSC}9;{' ' if text[0].isdigit() else ''}{text}{_END}"


def through_tmux(text: str) -> str:
    """The same, wrapped so that tmux hands it on to the terminal that it runs in."""
    return "\x1bPtmux;" + text.replace("\x1b", "\x1b\x1b") + _END


def _osc99(done: str, part: str, text: str) -> str:
    encoded = b64encode(text.encode()).decode()
    return f"{_OSC}99;i=focus:{done}:e=1:p={part};{encoded}{_END}"


def _no_semicolon(text: str) -> str:
    return text.replace(";", ",")
