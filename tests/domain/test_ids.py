from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus_tui.domain.ids import uuid5, uuid7

times = st.integers(0, 2**48 - 1)
entropies = st.binary(min_size=10, max_size=10)


def test_the_example_of_the_standard() -> None:
    entropy = (0xCC3 << 62 | 0x18C4DC0C0C07398F).to_bytes(10)
    assert uuid7(0x017F22E279B0, entropy) == "017f22e279b07cc398c4dc0c0c07398f"


@settings(deadline=None)
@given(times, entropies)
def test_it_is_a_uuid_of_version_7(wall_ms: int, entropy: bytes) -> None:
    id = uuid7(wall_ms, entropy)
    assert UUID(id).version == 7
    assert UUID(id).variant == "specified in RFC 4122"
    assert UUID(id).hex == id
    assert int(id[:12], 16) == wall_ms


@settings(deadline=None)
@given(times, entropies, times, entropies)
def test_ids_sort_by_time_and_then_by_entropy(a: int, x: bytes, b: int, y: bytes) -> None:
    low = (1 << 74) - 1
    first = (a, int.from_bytes(x) & low)
    second = (b, int.from_bytes(y) & low)
    assert (uuid7(a, x) < uuid7(b, y)) == (first < second)


@pytest.mark.parametrize(("wall_ms", "entropy"), [(-1, 10), (2**48, 10), (0, 9), (0, 11)])
def test_what_no_id_can_hold_is_refused(wall_ms: int, entropy: int) -> None:
    with pytest.raises(ValueError, match=r"id"):
        uuid7(wall_ms, bytes(entropy))


def test_the_record_of_a_period_has_the_same_id_everywhere() -> None:
    id = uuid5("reflection", "2026-11-23")
    assert id == uuid5("reflection", "2026-11-23")
    assert UUID(id).version == 5
    assert len({id, uuid5("reflection", "2026-11-30"), uuid5("other", "2026-11-23")}) == 3
