"""Times of day, as a person says them."""

from datetime import datetime

import pytest

from focus_tui.domain.daytime import has_come, parsed


@pytest.mark.parametrize(
    ("said", "now", "come"),
    [
        ("18:00", "2026-11-22 17:59", False),
        ("18:00", "2026-11-22 18:00", True),
        ("18:00", "2026-11-23 03:59", True),
        ("18:00", "2026-11-23 04:00", False),  # another day has begun
        ("01:00", "2026-11-22 18:00", False),  # that is the night after
        ("01:00", "2026-11-23 00:59", False),
        ("01:00", "2026-11-23 01:00", True),
        ("04:00", "2026-11-22 04:00", True),
        ("03:59", "2026-11-22 04:00", False),
    ],
)
def test_whether_it_has_come_on_a_day_that_begins_at_four(said: str, now: str, come: bool) -> None:
    assert has_come(parsed(said), datetime.fromisoformat(now), 4 * 60) is come
