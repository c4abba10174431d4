"""Sweeps too long for each run: the ordinary tests try a part, `make prove` the other parts."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import pytest
from _pytest.mark import ParameterSet

T = TypeVar("T")


def spread(values: Iterable[object], rows: Sequence[T], parts: int) -> list[ParameterSet]:
    """Parameters: each value, with each part of the rows.

    In the ordinary run the first value has the first part, the second one the second part, and so
    on, so that with as many values as parts each row is tried with one of them.
    """
    return [
        pytest.param(
            value,
            rows[part::parts],
            id=f"{value}-{part + 1} of {parts}",
            marks=() if part == number % parts else pytest.mark.prove,
        )
        for number, value in enumerate(values)
        for part in range(parts)
    ]
