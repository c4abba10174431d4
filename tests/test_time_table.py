"""The table of what happens to the clock names tests that there are, and lengths that are true."""

import ast
import re
from collections import Counter
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from focus_tui.domain.durations import spoken

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "time.md").read_text(encoding="utf-8")
HOMES = {"live": "store"}
"""The folder of a module that is not of the domain."""


def rows(heads: str) -> list[list[str]]:
    """The cells of every line below those heads."""
    tables = re.findall(rf"^{re.escape(heads)}\n\|[-:|]+\|\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    lines = [line for table in tables for line in table.splitlines()]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


SITUATIONS = rows("| situation | what the clock and the record say | test |")
LENGTHS = rows("| what | how long | in the code |")


@cache
def defined(path: str) -> set[str]:
    """The names of the functions and methods in a file."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, functions)}


def test_every_situation_names_a_test_that_shows_it() -> None:
    assert len(SITUATIONS) > 60
    for situation, says, tests in SITUATIONS:
        named = re.fullmatch(r"`[\w/]+\.py::test_\w+`(, `[\w/]+\.py::test_\w+`)*", tests)
        assert named, f"{situation} names {tests or 'nothing'}"
        assert situation.endswith("."), situation
        assert says.endswith("."), situation


def test_every_test_that_is_named_is_there_and_shows_one_situation() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)
    assert [f"{path}::{name}" for path, name in named if name not in defined(path)] == []
    assert [each for each, times in Counter(named).items() if times > 1] == []


def test_no_situation_stands_twice() -> None:
    situations = [situation for situation, _, _ in SITUATIONS]
    assert len(set(situations)) == len(situations)


@pytest.mark.parametrize(("length", "name"), [(length, name) for _, length, name in LENGTHS])
def test_the_lengths_are_those_of_the_code(length: str, name: str) -> None:
    module, constant = name.strip("`").split(".")
    home = HOMES.get(module, "domain")
    assert spoken(getattr(import_module(f"focus_tui.{home}.{module}"), constant)) == length
