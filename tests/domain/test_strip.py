"""A stretch of time in equal cells: each shows what most of it was."""

from focus_tui.domain.ledger import Entry, Part
from focus_tui.domain.strip import cells


def pieces(*parts: tuple[Part, int]) -> list[Entry]:
    """One after the other from 0 on."""
    found: list[Entry] = []
    for part, ms in parts:
        at = found[-1].to_ms if found else 0
        found.append(Entry(at, at + ms, part))
    return found


def test_each_cell_shows_what_most_of_it_was() -> None:
    lived = pieces((Part.FOCUS, 16), (Part.PAUSE, 14), (Part.AWAY, 10))
    assert cells(lived, 0, 40, 4) == (Part.FOCUS, Part.FOCUS, Part.PAUSE, Part.AWAY)


def test_a_short_break_parts_two_sessions() -> None:
    lived = pieces((Part.FOCUS, 17), (Part.BREAK, 3), (Part.FOCUS, 20))
    assert cells(lived, 0, 40, 4) == (Part.FOCUS, Part.BREAK, Part.FOCUS, Part.FOCUS)


def test_what_is_outside_hides_nothing() -> None:
    lived = pieces((Part.OUTSIDE, 6), (Part.FOCUS, 4), (Part.OUTSIDE, 10))
    assert cells(lived, 0, 20, 2) == (Part.FOCUS, None)


def test_little_is_nothing() -> None:
    assert cells(pieces((Part.FOCUS, 3)), 0, 20, 2) == (None, None)


def test_what_lies_elsewhere_is_left_out() -> None:
    assert cells(pieces((Part.FOCUS, 10), (Part.PAUSE, 10)), 10, 20, 1) == (Part.PAUSE,)
