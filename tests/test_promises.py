"""The table of promises names every test that makes one, and no other."""

import ast
import re
from pathlib import Path

TESTS = Path(__file__).parent
TABLE = (TESTS.parent / "docs" / "promises.md").read_text(encoding="utf-8")


def marked() -> set[str]:
    """The tests that are marked as promises."""
    found = set()
    for path in TESTS.rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                marks = [ast.unparse(each) for each in node.decorator_list]
                if any(each.startswith("pytest.mark.promise") for each in marks):
                    found.add(node.name)
    return found


def test_each_promise_is_in_the_table() -> None:
    assert set(re.findall(r"`(test_\w+)`", TABLE)) == marked()


def test_each_was_kept() -> None:
    rows = re.findall(r"^\| (.+?) \| (\d+) \| (\d+) \|", TABLE, re.MULTILINE)
    assert len(rows) > 20
    assert [fault for fault, tried, survived in rows if tried != survived or tried == "0"] == []
