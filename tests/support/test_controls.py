import pytest

from focus_tui.domain.text import visible
from tests.support.controls import BREAKS, CONTROLS, WORST, obeyed, texts


@pytest.mark.parametrize("harmful", [*CONTROLS, "\r", "\x0c", "\u2028", "\x1b[9t", "\x1b]0;t\x07"])
def test_each_character_is_found(harmful: str) -> None:
    assert obeyed(f"\x1b[1;31mA{harmful}Z\x1b[0m\r\n".encode())


def test_what_the_app_draws_is_not() -> None:
    drawn = "\x1b[?1049h\x1b[>9u\x1b[?2026$p\x1b[2;5H\x1b[38;2;1;2;3mA\x1b[0m\r\n\x1b[<u"
    assert obeyed((drawn + visible(WORST)).encode()) == []


def test_the_texts_hold_every_one() -> None:
    assert not {*CONTROLS, *BREAKS} - {*"".join(texts())}
