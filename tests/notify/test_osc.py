"""The bytes that terminals get: exact ones for plain texts, harmless ones for all others."""

import re
from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.text import visible
from focus_tui.notify.message import Message
from focus_tui.notify.osc import LONGEST_BODY, LONGEST_TITLE, Kind, sequence, through_tmux
from tests.notify.hostile import HOSTILE, HUGE

MESSAGE = Message("Session over", "25 min on *Mel*. Stand up: 5 minutes.")
TEXTS = (
    st.text()
    | st.text(alphabet="\x1b\a\x9c\x90;4\\]0\n\r\0é")
    | st.sampled_from([*HOSTILE.values(), HUGE])
)
SHAPES = {
    Kind.OSC9: re.compile(r"\x1b\]9;(?!\d)([^\x00-\x1f\x7f-\x9f]*)\x1b\\"),
    Kind.OSC777: re.compile(
        r"\x1b\]777;notify;([^;\x00-\x1f\x7f-\x9f]*);([^;\x00-\x1f\x7f-\x9f]*)\x1b\\"
    ),
    Kind.OSC99: re.compile(
        r"\x1b\]99;i=focus:d=0:e=1:p=title;([A-Za-z0-9+/=]*)\x1b\\"
        r"\x1b\]99;i=focus:d=1:e=1:p=body;([A-Za-z0-9+/=]*)\x1b\\"
    ),
}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.OSC9, "\x1b]9;Session over: 25 min on *Mel*. Stand up: 5 minutes.\x1b\\"),
        (Kind.OSC777, "\x1b]777;notify;Session over;25 min on *Mel*. Stand up: 5 minutes.\x1b\\"),
        (
            Kind.OSC99,
            "\x1b]99;i=focus:d=0:e=1:p=title;U2Vzc2lvbiBvdmVy\x1b\\"
            "\x1b]99;i=focus:d=1:e=1:p=body;"
            "MjUgbWluIG9uICpNZWwqLiBTdGFuZCB1cDogNSBtaW51dGVzLg==\x1b\\",
        ),
    ],
)
def test_what_each_kind_of_terminal_gets(kind: Kind, text: str) -> None:
    assert sequence(kind, MESSAGE) == text


@pytest.mark.parametrize("kind", Kind)
@given(title=TEXTS, body=TEXTS)
def test_no_text_is_more_than_a_text(kind: Kind, title: str, body: str) -> None:
    text = sequence(kind, Message(title, body))
    assert SHAPES[kind].fullmatch(text)
    assert all(len(part) <= 2048 for part in text.encode().split(b"\x1b\\"))


@given(TEXTS, TEXTS)
def test_kitty_gets_every_sign(title: str, body: str) -> None:
    found = SHAPES[Kind.OSC99].fullmatch(sequence(Kind.OSC99, Message(title, body)))
    assert found is not None
    shown_title, shown_body = (b64decode(part).decode() for part in found.groups())
    for shown, text, longest in [
        (shown_title, visible(title) or "focus", LONGEST_TITLE),
        (shown_body, visible(body), LONGEST_BODY),
    ]:
        assert shown == text if len(text) <= longest else shown == text[: longest - 1] + "…"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("4;1;50", "\x1b]9; 4;1;50\x1b\\"),  # else a progress bar
        ("12", "\x1b]9; 12\x1b\\"),  # else a mark of a prompt
        ("", "\x1b]9;focus\x1b\\"),
    ],
)
def test_a_text_that_begins_with_a_number_is_no_command(title: str, text: str) -> None:
    assert sequence(Kind.OSC9, Message(title, "")) == text


def test_a_semicolon_neither_ends_a_title_nor_a_body() -> None:
    text = sequence(Kind.OSC777, Message("a;b", "c;d"))
    assert text == "\x1b]777;notify;a,b;c,d\x1b\\"


def test_tmux_gets_it_wrapped() -> None:
    assert through_tmux("\x1b]9;a\x1b\\") == "\x1bPtmux;\x1b\x1b]9;a\x1b\x1b\\\x1b\\"
