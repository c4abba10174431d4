"""The evidence of a week as numbers, texts, lists and objects, to be kept as it was seen."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from focus_tui.domain.evidence import Evidence


def as_raw(evidence: Evidence) -> dict[str, Any]:
    """What JSON can hold, under the names that the evidence has."""
    return cast(dict[str, Any], raw_of(evidence))


def from_raw(raw: Mapping[str, Any]) -> Evidence:
    """And back. What is missing has its default, what is unknown is passed over.

    Raises ValueError for what can't be evidence.
    """
    return cast(Evidence, _read(Evidence, raw))


def raw_of(value: Any) -> Any:
    """The same of any value that is made of records, tuples, numbers and texts."""
    if isinstance(value, StrEnum):
        return value.value
    kind: Any = type(value)
    if names := _names(kind):
        return {name: raw_of(getattr(value, name)) for name in names}
    if isinstance(value, tuple):
        return [raw_of(each) for each in value]
    return value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a value; none where it is no record."""
    if is_dataclass(kind):
        return tuple(each.name for each in fields(kind))
    return tuple(getattr(kind, "_fields", ()))


@cache
def _kinds(record: Any) -> dict[str, Any]:
    return get_type_hints(record)


def _read(kind: Any, raw: Any) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        (some,) = (each for each in get_args(kind) if each is not type(None))
        return None if raw is None else _read(some, raw)
    if get_origin(kind) is tuple:
        return _read_tuple(get_args(kind), raw)
    if isinstance(kind, type) and _names(kind):
        return _read_record(kind, raw)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(raw)
    if type(raw) is not kind:
        raise ValueError(f"{raw!r} is no {kind.__name__}")
    return raw


def _read_tuple(kinds: tuple[Any, ...], raw: Any) -> tuple[Any, ...]:
    if not isinstance(raw, list):
        raise ValueError(f"{raw!r} is no list")
    if kinds[-1] is Ellipsis:
        return tuple(_read(kinds[0], each) for each in raw)
    return tuple(_read(kind, each) for kind, each in zip(kinds, raw, strict=True))


def _read_record(kind: type, raw: Any) -> Any:
    if not isinstance(raw, Mapping):
        raise ValueError(f"{raw!r} is no object")
    kinds = _kinds(kind)
    found = {name: _read(kinds[name], raw[name]) for name in _names(kind) if name in raw}
    try:
        return kind(**found)
    except TypeError:
        missing = ", ".join(name for name in _names(kind) if name not in found)
        raise ValueError(f"missing: {missing}") from None
