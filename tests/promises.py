"""Tries every promised fault and writes the table in docs/promises.md: `python -m tests.promises`.

A test is in it that is marked `promise(FAULT, times=N)`: N is how often it tries the fault, unless
the test itself counts (`record_property("times", ...)`). Without FAULT it is the test's parameter.
"""

import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PAGE = Path(__file__).parent.parent / "docs" / "promises.md"
BEGIN = "<!-- made by make promises -->\n"
END = "<!-- end of what make promises made -->\n"


@dataclass
class Tried:
    """One fault."""

    times: int = 0
    survived: int = 0
    tests: set[str] = field(default_factory=set)


class Counter:
    """Counts what the tests of a run tried."""

    def __init__(self) -> None:
        self.faults: dict[str, Tried] = defaultdict(Tried)
        self._of: dict[str, tuple[str, int, str]] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Note what each test tries."""
        for item in items:
            mark = item.get_closest_marker("promise")
            if mark is not None and isinstance(item, pytest.Function):
                fault = mark.args[0] if mark.args else item.callspec.params["fault"]
                times, test = mark.kwargs.get("times", 1), item.originalname or item.name
                self._of[item.nodeid] = str(fault), times, test

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count it, once it was tried."""
        if report.when != "call" or report.nodeid not in self._of:
            return
        fault, times, test = self._of[report.nodeid]
        times = int(str(dict(report.user_properties).get("times", times)))
        tried = self.faults[fault]
        tried.times += times
        tried.survived += times if report.passed else 0
        tried.tests.add(test)


def main() -> int:
    """Run them and write the table; pytest's exit status."""
    counter = Counter()
    status = pytest.main(["-q", "-m", "promise", "-p", "no:xdist", *sys.argv[1:]], [counter])
    rows = ["| fault | tried | survived | test |", "|---|--:|--:|---|"]
    for fault, tried in counter.faults.items():
        tests = ", ".join(f"`{test}`" for test in sorted(tried.tests))
        rows.append(f"| {fault} | {tried.times} | {tried.survived} | {tests} |")
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    table = "\n".join(["", *rows, ""])
    PAGE.write_text(before + BEGIN + table + END + rest.partition(END)[2], encoding="utf-8")
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
