"""What a notification says. Durations are milliseconds."""

from collections.abc import Mapping
from enum import StrEnum

from focus_tui.domain.durations import HOUR_MS, MINUTE_MS, ordinal, plural, spoken
from focus_tui.domain.text import ELLIPSIS, clipped
from focus_tui.domain.week import Week
from focus_tui.notify.message import Message
from focus_tui.notify.remote import over_ssh

INTENT_CELLS = 80
"""A longer intent ends in `…`, or it would push what comes next out of the notification."""
NUDGE = "One session is a beginning."
LATE_MS = MINUTE_MS
"""A bell less late than this says nothing of it."""


class Words(StrEnum):
    """How much is told to whoever can see the screen."""

    FULL = "full"
    PLAIN = "plain"
    """Nothing that the person typed."""


def words_for(setting: str, env: Mapping[str, str]) -> Words:
    """What the setting "full", "plain" or "auto" means here: auto is plain over SSH, else full.

    Raises ValueError for any other setting.
    """
    if setting == "auto":
        return Words.PLAIN if over_ssh(env) else Words.FULL
    return Words(setting)


def session_over(
    *,
    planned_ms: int,
    intent: str,
    why: str,
    nth_today: int,
    break_ms: int,
    long_break: bool,
    late_ms: int,
    enough: bool = False,
    words: Words,
) -> Message:
    """A session has reached its planned end, `late_ms` ago; `nth_today` counts it, from 1 on.

    `why` is that of its goal; with `enough` the day's limit is reached.
    """
    named = _named(intent, words)
    worked = f"{spoken(planned_ms)} on {named}." if named else f"{spoken(planned_ms)} of focus."
    rest = "Stand up for a long break" if long_break else "Stand up"
    return _message(
        "Session over",
        worked,
        _late(late_ms),
        f"{ordinal(nth_today).capitalize()} today.",
        "That is enough for today." if enough else f"{rest}: {_length(break_ms)}.",
        "" if words is Words.PLAIN else _sentence(clipped(why.strip(), INTENT_CELLS)),
    )


def break_over(*, intent: str, late_ms: int, words: Words) -> Message:
    """A break has reached its planned end, `late_ms` ago; `intent` is what comes next, if known."""
    named = _named(intent, words)
    return _message(
        "Break over", _late(late_ms), f"Next: {named}." if named else "The next session can begin."
    )


def break_overrun(*, over_ms: int) -> Message:
    """A break goes on past its planned end, which was `over_ms` ago; names nothing typed."""
    return _message(
        "Still on a break", f"It ended {spoken(over_ms)} ago.", "The next session can begin."
    )


def nudged(*, at: str, intent: str, words: Words) -> Message:
    """The person meant to begin `at` a time of day; `intent` is what comes next, if known."""
    named = _named(intent, words)
    return Message(f"You meant to begin at {at}", f"Next: {named}." if named else NUDGE)


def review_due(*, week: Week) -> Message:
    """A week is to be looked at, at a time of day that the person chose; names nothing typed."""
    return Message("Time to look back", f"The week of {week.named()} waits on Today.")


def _message(title: str, *sentences: str) -> Message:
    return Message(title, " ".join(sentence for sentence in sentences if sentence))


def _named(intent: str, words: Words) -> str:
    if words is Words.PLAIN or not intent.strip():
        return ""
    return f"“{clipped(intent.strip(), INTENT_CELLS)}”"


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "!", "?", ELLIPSIS)) else f"{text}."


def _late(late_ms: int) -> str:
    return f"It ended {spoken(late_ms)} ago." if late_ms >= LATE_MS else ""


def _length(ms: int) -> str:
    if MINUTE_MS <= ms < HOUR_MS:
        return plural((ms + MINUTE_MS // 2) // MINUTE_MS, "minute")
    return spoken(ms)
