"""Between two places another one always fits, however often."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.rank import DIGITS, between, placed

CHANCES = st.integers(0, 2**48)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
INDEXES = st.integers(-3, 12)


@given(st.lists(st.tuples(INDEXES, CHANCES), max_size=60))
def test_whatever_is_put_anywhere_stands_there(moves: list[tuple[int, int]]) -> None:
    ranks: list[str] = []
    for index, chance in moves:
        key, others = placed(ranks, index, chance)
        assert list(others) == ranks
        ranks.insert(max(0, min(len(ranks), index)), key)
        assert ranks == sorted(set(ranks))


@given(st.text(DIGITS, max_size=5), st.text(DIGITS, max_size=5), CHANCES)
def test_a_key_fits_wherever_one_can(one: str, two: str, chance: int) -> None:
    low, high = sorted((one, two))
    if low.rstrip("0") == high.rstrip("0") and high:
        with pytest.raises(ValueError, match="no key fits"):
            between(low, high, chance)
        return
    key = between(low, high, chance)
    assert low < key
    assert not high or key < high


@pytest.mark.parametrize("where", ["first", "last", "same place", "anywhere"])
def test_thousands_of_moves(where: str) -> None:
    random, ranks = Random(7), [between("", "")]
    for _ in range(4_000):
        index = {
            "first": 0,
            "last": len(ranks),
            "same place": min(1, len(ranks)),
            "anywhere": random.randint(0, len(ranks)),
        }[where]
        key, others = placed(ranks, index, random.getrandbits(48))
        assert others == tuple(ranks)
        ranks.insert(index, key)
    assert ranks == sorted(set(ranks))
    assert max(map(len, ranks)) < (12 if where == "anywhere" else 1_000)


def test_the_same_few_carried_about_for_long_keep_short_keys() -> None:
    random = Random(7)
    ranks: list[str] = []
    for _ in range(7):
        ranks.append(placed(ranks, len(ranks), random.getrandbits(48))[0])
    for _ in range(5_000):
        ranks.pop(random.randrange(7))
        index = random.randint(0, 6)
        key, others = placed(ranks, index, random.getrandbits(48))
        assert others == tuple(ranks)
        ranks.insert(index, key)
        assert ranks == sorted(set(ranks))
    assert max(map(len, ranks)) < 12


@given(st.lists(TEXTS, max_size=6), INDEXES, CHANCES)
def test_nonsense_and_equals_are_put_in_their_order(
    found: list[str], index: int, chance: int
) -> None:
    ranks = sorted(found)
    key, others = placed(ranks, index, chance)
    order = list(others)
    order.insert(max(0, min(len(ranks), index)), key)
    assert len(others) == len(ranks)
    if others == tuple(ranks):
        at = order.index(key)
        assert all(each < key for each in order[:at])
        assert all(key < each for each in order[at + 1 :])
    else:
        assert order == sorted(set(order))


def test_two_devices_seldom_make_the_same_key() -> None:
    random = Random(7)
    keys = [between("V3", "V5", random.getrandbits(48)) for _ in range(50)]
    ends = [between("V3", "", random.getrandbits(48)) for _ in range(50)]
    assert len(set(keys)) > 25
    assert len(set(ends)) > 40


@pytest.mark.parametrize(("low", "high"), [("V", "V"), ("W", "V"), ("é", ""), ("", "-"), ("", "0")])
def test_where_nothing_fits(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="no key fits"):
        between(low, high)
