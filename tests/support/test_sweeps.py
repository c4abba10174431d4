from typing import Any

from tests.support.sweeps import spread


def test_all_parts_together_are_all_and_the_ordinary_ones_have_each_row() -> None:
    parts: list[Any] = [(*each.values, bool(each.marks)) for each in spread("abc", range(10), 3)]
    tried = [(value, row) for value, rows, _ in parts for row in rows]
    assert sorted(tried) == [(value, row) for value in "abc" for row in range(10)]
    ordinary = [(value, rows) for value, rows, proves in parts if not proves]
    assert [value for value, _ in ordinary] == ["a", "b", "c"]
    assert sorted(row for _, rows in ordinary for row in rows) == list(range(10))
