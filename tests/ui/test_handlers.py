"""Textual calls a handler of each class that has one: none may call that of its base again."""

import ast
from collections.abc import Iterator
from pathlib import Path

import focus_tui.ui

NONE = frozenset({"on_event", "on_the_bar"})
"""They are called `on_…` and are no handlers."""


def twice(tree: ast.AST) -> Iterator[str]:
    """The handlers in which that of the base is called, which runs twice."""
    for method in ast.walk(tree):
        if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef):
            again = f"super().{method.name}("
            if method.name.startswith("on_") and again in ast.unparse(method):
                yield method.name


def test_no_handler_runs_twice() -> None:
    files = [*Path(focus_tui.ui.__file__).parent.rglob("*.py")]
    assert len(files) > 100
    found = {
        f"{file.name}: {name}"
        for file in files
        for name in twice(ast.parse(file.read_text(encoding="utf-8")))
        if name not in NONE
    }
    assert found == set()


def test_one_that_does_is_found() -> None:
    assert [*twice(ast.parse("def on_key(self): super().on_key()"))] == ["on_key"]
