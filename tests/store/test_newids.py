from hypothesis import given, settings
from hypothesis import strategies as st

from focus_tui.store.newids import NewIds


@settings(deadline=None)
@given(st.lists(st.integers(0, 2**48 - 2), max_size=50))
def test_ids_only_grow_whatever_the_wall_clock_does(walls: list[int]) -> None:
    new_ids = NewIds()
    ids = [new_ids.next(wall_ms) for wall_ms in walls]
    assert ids == sorted(set(ids))


def test_ids_of_one_millisecond_grow() -> None:
    new_ids = NewIds()
    ids = [new_ids.next(1_795_420_800_000) for _ in range(10_000)]
    assert ids == sorted(set(ids))


def test_two_sources_do_not_meet() -> None:
    first, second = NewIds(), NewIds()
    ids = {source.next(1) for _ in range(1000) for source in (first, second)}
    assert len(ids) == 2000
