"""The way into tangents in one line: what is too long loses its beginning first."""

import pytest

from focus_tui.ui.breadcrumb import breadcrumb

WAY = ("install driver", "broken pip")


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (80, "audio → install driver → broken pip"),
        (35, "audio → install driver → broken pip"),
        (34, "… → install driver → broken pip"),
        (30, "… → broken pip"),
        (13, "… → broken p…"),
        (6, "… → b…"),
    ],
)
def test_its_beginning_goes_first(width: int, shown: str) -> None:
    assert breadcrumb("audio", WAY, width).plain == shown


def test_every_word_of_it_is_made_harmless() -> None:
    hostile = "[red]\x1b[2J"
    assert breadcrumb(hostile, (hostile, hostile), 80).plain == " → ".join(["[red]␛[2J"] * 3)


def test_a_session_without_an_intent() -> None:
    assert breadcrumb("", ("pip",), 80).plain == "no intent → pip"
