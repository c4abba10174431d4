import pytest
from hypothesis import Phase, settings

from tests.domain.desk import Desk, at
from tests.support.clock import FakeClock

# To learn whether a fault is found at all, not what its smallest example is.
settings.register_profile(
    "hunt",
    max_examples=1000,
    phases=[Phase.generate],
    derandomize=True,
    database=None,
    deadline=None,
)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(wall_ms=at("2026-11-23 10:00"))


@pytest.fixture
def desk(clock: FakeClock) -> Desk:
    """An open app with nothing running, on a Monday at ten in Paris."""
    return Desk(clock)
