import pytest

from focus_tui.domain.ago import ago_ms
from focus_tui.domain.errors import BadInput
from tests.domain.desk import HOUR, MINUTE, ZONE, at


@pytest.mark.parametrize(
    ("text", "ago"),
    [
        ("10", 10 * MINUTE),
        (" 5 min ", 5 * MINUTE),
        ("10 minutes ago", 10 * MINUTE),
        ("at 09:10", 20 * MINUTE + 30_000),
        ("09:10", 20 * MINUTE + 30_000),
        ("9:30", 30_000),
        ("09:31", 24 * HOUR - 30_000),
        ("23:30", 10 * HOUR + 30_000),
    ],
)
def test_minutes_or_the_last_time_that_it_was_so_late(text: str, ago: int) -> None:
    assert ago_ms(text, at("2026-11-23 09:30") + 30_000, ZONE) == ago


def test_hours_that_a_clock_change_skips_did_not_pass() -> None:
    assert ago_ms("01:30", at("2026-03-29 03:30"), ZONE) == HOUR


@pytest.mark.parametrize("text", ["", "0", "-5", "1440", "24:00", "09:60", "9:5", "soon", "١٠"])
def test_what_says_no_time(text: str) -> None:
    with pytest.raises(BadInput, match="says no time: give the minutes since it began, as 10"):
        ago_ms(text, at("2026-11-23 09:30"), ZONE)
