import pytest

from focus_tui.domain.years import last_past_year


@pytest.mark.parametrize(
    ("on", "past"),
    [
        ("2026-01-01", 2024),
        ("2026-02-28", 2024),
        ("2026-03-31", 2024),
        ("2026-04-01", 2025),
        ("2026-11-23", 2025),
        ("2026-12-31", 2025),
        ("2027-01-01", 2025),
        ("2027-03-31", 2025),
        ("2027-04-01", 2026),
        ("0001-01-01", -1),
        ("9999-12-31", 9998),
    ],
)
def test_a_year_is_past_from_april_on(on: str, past: int) -> None:
    assert last_past_year(on) == past
