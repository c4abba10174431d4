import re
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus_tui.domain.text import visible
from focus_tui.domain.week import Week
from focus_tui.notify.message import Message
from focus_tui.notify.words import (
    Words,
    break_over,
    break_overrun,
    review_due,
    session_over,
    words_for,
)

MINUTE = 60_000


def over(
    *,
    planned_ms: int = 25 * MINUTE,
    intent: str = "Read chapter 3",
    why: str = "",
    nth_today: int = 3,
    break_ms: int = 5 * MINUTE,
    long_break: bool = False,
    late_ms: int = 0,
    words: Words = Words.FULL,
) -> Message:
    return session_over(
        planned_ms=planned_ms,
        intent=intent,
        why=why,
        nth_today=nth_today,
        break_ms=break_ms,
        long_break=long_break,
        late_ms=late_ms,
        words=words,
    )


@pytest.mark.parametrize(
    ("message", "body"),
    [
        (over(), "25 min on “Read chapter 3”. Third today. Stand up: 5 minutes."),
        (over(intent=""), "25 min of focus. Third today. Stand up: 5 minutes."),
        (
            over(why="So that anyone can start"),
            "25 min on “Read chapter 3”. Third today. Stand up: 5 minutes. "
            "So that anyone can start.",
        ),
        (over(why="Why?"), "25 min on “Read chapter 3”. Third today. Stand up: 5 minutes. Why?"),
        (over(why="a", words=Words.PLAIN), "25 min of focus. Third today. Stand up: 5 minutes."),
        (over(intent=" "), "25 min of focus. Third today. Stand up: 5 minutes."),
        (over(words=Words.PLAIN), "25 min of focus. Third today. Stand up: 5 minutes."),
        (
            over(nth_today=4, break_ms=15 * MINUTE, long_break=True),
            "25 min on “Read chapter 3”. Fourth today. Stand up for a long break: 15 minutes.",
        ),
        (
            over(planned_ms=90 * MINUTE, nth_today=1, break_ms=MINUTE),
            "1 h 30 on “Read chapter 3”. First today. Stand up: 1 minute.",
        ),
        (
            over(nth_today=21, break_ms=30_000),
            "25 min on “Read chapter 3”. 21st today. Stand up: 30 s.",
        ),
        (
            over(intent="", break_ms=75 * MINUTE, late_ms=12 * MINUTE),
            "25 min of focus. It ended 12 min ago. Third today. Stand up: 1 h 15.",
        ),
        (
            over(intent="", late_ms=59_999),
            "25 min of focus. Third today. Stand up: 5 minutes.",
        ),
        (
            over(intent="", late_ms=60_000),
            "25 min of focus. It ended 1 min ago. Third today. Stand up: 5 minutes.",
        ),
    ],
)
def test_session_over(message: Message, body: str) -> None:
    assert message == Message("Session over", body)


@pytest.mark.parametrize(
    ("intent", "late_ms", "words", "body"),
    [
        ("Read chapter 3", 0, Words.FULL, "Next: “Read chapter 3”."),
        ("Read chapter 3", 0, Words.PLAIN, "The next session can begin."),
        ("", 0, Words.FULL, "The next session can begin."),
        ("", 3 * MINUTE, Words.FULL, "It ended 3 min ago. The next session can begin."),
    ],
)
def test_break_over(intent: str, late_ms: int, words: Words, body: str) -> None:
    message = break_over(intent=intent, late_ms=late_ms, words=words)
    assert message == Message("Break over", body)


def test_review_due() -> None:
    assert review_due(week=Week("2026-11-30")) == Message(
        "Time to look back", "The week of 30 Nov to 6 Dec waits on Today."
    )


def test_break_overrun() -> None:
    message = break_overrun(over_ms=5 * MINUTE + 900)
    assert message == Message("Still on a break", "It ended 5 min ago. The next session can begin.")


@pytest.mark.parametrize(
    ("setting", "env", "words"),
    [
        ("auto", {}, Words.FULL),
        ("auto", {"SSH_CONNECTION": "10.0.0.2 5 10.0.0.1 22"}, Words.PLAIN),
        ("auto", {"SSH_TTY": "/dev/pts/1"}, Words.PLAIN),
        ("auto", {"SSH_CONNECTION": ""}, Words.FULL),
        ("full", {"SSH_TTY": "/dev/pts/1"}, Words.FULL),
        ("plain", {}, Words.PLAIN),
    ],
)
def test_words_for(setting: str, env: Mapping[str, str], words: Words) -> None:
    assert words_for(setting, env) is words


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(ValueError, match="loud"):
        words_for("loud", {})


@given(st.text(alphabet=st.characters()), st.integers(0, 10**9), st.sampled_from(Words))
def test_plain_words_hold_nothing_typed(intent: str, late_ms: int, words: Words) -> None:
    messages = (
        over(intent=intent, late_ms=late_ms, words=words),
        break_over(intent=intent, late_ms=late_ms, words=words),
    )
    silent = (
        over(intent="", late_ms=late_ms),
        break_over(intent="", late_ms=late_ms, words=Words.FULL),
    )
    named = words is Words.FULL and intent.strip() != ""
    assert (messages != silent) == named


@given(st.text(alphabet=st.characters(), min_size=1))
def test_an_intent_is_shown_as_typed_or_ends_in_an_ellipsis(intent: str) -> None:
    body = break_over(intent=intent, late_ms=0, words=Words.FULL).body
    shown = re.fullmatch(r"Next: “(.*)”\.", body)
    whole = visible(intent.strip())
    assert shown is None or shown[1] == whole or whole.startswith(shown[1].removesuffix("…"))
    assert (shown is None) == (not intent.strip())


def test_a_long_intent_leaves_room_for_what_comes_next() -> None:
    body = over(intent="Read " + "chapter " * 1_000).body
    assert body.startswith("25 min on “Read chapter chapter ")
    assert body.endswith(" ch…”. Third today. Stand up: 5 minutes.")
    assert len(body) < 150


@settings(max_examples=50)
@given(
    planned_ms=st.integers(1_000, 10**8),
    nth_today=st.integers(1, 200),
    break_ms=st.integers(1_000, 10**8),
    late_ms=st.integers(0, 10**8),
    long_break=st.booleans(),
)
def test_no_plural_is_ever_wrong(
    planned_ms: int, nth_today: int, break_ms: int, late_ms: int, long_break: bool
) -> None:
    body = over(
        planned_ms=planned_ms,
        nth_today=nth_today,
        break_ms=break_ms,
        late_ms=late_ms,
        long_break=long_break,
    ).body
    for count, noun in re.findall(r"\b(\d+) (minutes?)\b", body):
        assert (count == "1") == (noun == "minute")
    assert not re.search(r"\b0 (min|s|h|minutes)\b", body)
