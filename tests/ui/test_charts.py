"""Bars, stacked letters and the calendar of shades, as text."""

import pytest

from focus_tui.ui.charts import bar, calendar, stacked
from focus_tui.ui.glyphs import ASCII, UNICODE


@pytest.mark.parametrize(
    ("amount", "most", "drawn"),
    [
        (0, 8, "    "),
        (8, 8, "━━━━"),
        (4, 8, "━━  "),
        (5, 8, "━━╸ "),
        (1, 1_000_000, "╸   "),
        (0, 0, "    "),
    ],
)
def test_a_bar_is_as_long_as_its_amount(amount: int, most: int, drawn: str) -> None:
    assert bar(amount, most, 4, UNICODE).plain == drawn


def test_a_bar_of_ascii_is_ascii() -> None:
    assert [bar(n, 8, 2, ASCII).plain for n in (1, 4, 5, 8)] == ["> ", "= ", "=>", "=="]


def test_stacked_parts_are_as_long_together_as_their_sum() -> None:
    thirds = [("A", "", 1.0), ("B", "", 1.0), ("C", "", 1.0)]
    assert stacked(thirds, 3, 10).plain == "AAAABBBCCC"
    assert stacked(thirds, 6, 10).plain == "AABBC     "
    assert stacked([], 0, 3).plain == "   "


def test_a_calendar_has_its_days_in_their_rows() -> None:
    days = [(f"2026-11-{number:02}", 0) for number in range(1, 31)]
    days[22] = ("2026-11-23", 60)  # a Monday
    days[28] = ("2026-11-29", 15)
    names, *rows = (line.plain for line in calendar(days, 1, 6, UNICODE))
    assert names.strip() == "Nov"
    assert [row.replace(" ", "") for row in rows] == [
        "···█·",
        "····",
        "····",
        "····",
        "····",
        "····",
        "····░",
    ]


def test_where_room_lacks_the_last_weeks_stand() -> None:
    days = [(f"2026-11-{number:02}", number) for number in range(1, 31)]
    rows = calendar(days, 1, 2, UNICODE)
    assert [row.plain for row in rows[1:3]] == ["██", "█ "]
    assert calendar([], 1, 40, UNICODE) == []
