"""How core work and exploring are said to be shared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.balance import Balance
from focus_tui.domain.durations import HOUR_MS


@pytest.mark.parametrize(
    ("core_h", "explore_h", "aim", "words", "hint"),
    [
        (0, 0, 15, "", ""),
        (10, 0, 15, "core 100 · explore 0 of 15", "2 hours to explore are due"),
        (91, 9, 15, "core 91 · explore 9 of 15", "8 hours to explore are due"),
        (86, 14, 15, "core 86 · explore 14 of 15", "2 hours to explore are due"),
        (85.2, 14.8, 15, "core 86 · explore 14 of 15", "an hour to explore is due"),
        (85, 15, 15, "core 85 · explore 15 of 15", ""),
        (0, 3, 15, "core 0 · explore 100 of 15", ""),
        (2, 1, 0, "core 67 · explore 33", ""),
        (2, 0, 0, "core 100 · explore 0", ""),
    ],
)
def test_in_words(core_h: float, explore_h: float, aim: int, words: str, hint: str) -> None:
    balance = Balance(int(core_h * HOUR_MS), int(explore_h * HOUR_MS), aim)
    assert (balance.words(), balance.hint()) == (words, hint)


MS = st.integers(0, 200 * HOUR_MS)


@given(MS, MS, st.integers(0, 90))
def test_what_is_due_is_the_least_that_reaches_the_aim(core: int, explore: int, aim: int) -> None:
    due = Balance(core, explore, aim).due_ms
    assert Balance(core, explore + due, aim).due_ms == 0
    if due:
        assert Balance(core, explore + due - 1, aim).due_ms > 0
