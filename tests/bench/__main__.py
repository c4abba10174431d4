"""`make bench`: measures, and writes the table in docs/speed.md.

`--quick` measures a few times only and writes nothing.
"""

import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench import measures
from tests.bench.installed import ROOT, install
from tests.bench.measures import Bench, Pair
from tests.bench.outline import ten_thousand

PAGE = ROOT / "docs" / "speed.md"
BEGIN = "<!-- made by make bench -->\n"
END = "<!-- end of what make bench made -->\n"
MS = 1000


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    ours: str
    beside: str
    ratio: str
    aim: str
    met: bool

    def __str__(self) -> str:
        met = "yes" if self.met else "**no**"
        return f"| {self.what} | {self.ours} | {self.beside} | {self.ratio} | {self.aim} | {met} |"


def compared(what: str, pair: Pair, beside: str, at_most: float, scale: float, unit: str) -> Row:
    """A row whose aim is a ratio."""
    return Row(
        what,
        f"{pair.ours * scale:.1f} {unit}",
        f"{beside}: {pair.other * scale:.1f} {unit}",
        f"{pair.ratio:.2f}",
        f"ratio ≤ {at_most:g}",
        pair.ratio <= at_most,
    )


def rows(bench: Bench, *, quick: bool) -> Iterator[Row]:
    """Everything that is measured, the longest last."""
    times = 3 if quick else 21
    least = "smallest Textual app"
    years, empty, floor = measures.start(bench, times)
    yield compared("open, first key answered, ten years of data", years, least, 1.3, MS, "ms")
    yield compared("the same, no data", empty, least, 1.3, MS, "ms")
    yield compared("the floor: the smallest app with our libraries", floor, least, 1.3, MS, "ms")
    pair = measures.keys(bench, times * 15)
    yield Row(
        "key to changed screen, 80×24, ten years, 95th percentile",
        f"{pair.ours * MS:.1f} ms",
        f"{least}: {pair.other * MS:.1f} ms",
        f"{pair.ratio:.2f}",
        "≤ 16 ms",
        pair.ours * MS <= 16,
    )
    for name, pair in measures.ideas(bench, times * 6).items():
        yield Row(
            f"10,000 ideas: {name}, 95th percentile",
            f"{pair.ours * MS:.1f} ms",
            f"{least}, a key: {pair.other * MS:.1f} ms",
            f"{pair.ratio:.2f}",
            "≤ 33 ms",
            pair.ours * MS <= 33,
        )
    for name, seconds in measures.weeks(bench, times).items():
        most_ms = 1000 if name.startswith("first") else 33
        yield Row(
            f"ten years of weeks: {name}",
            f"{seconds * MS:.1f} ms",
            "",
            "",
            f"≤ {most_ms} ms",
            seconds * MS <= most_ms,
        )
    nothing, python = measures.status(bench, times * 5)
    yield compared("`focus status`", nothing, "a command that does nothing", 1.2, MS, "ms")
    yield compared("`focus status`", python, "`python -c pass`", 2, MS, "ms")
    pair = measures.act(bench, times * 2)
    yield Row(
        "a thought saved on the disk and shown, ten years",
        f"{pair.ours * MS:.1f} ms",
        f"the same, no data: {pair.other * MS:.1f} ms",
        f"{pair.ratio:.2f}",
        "≤ 16 ms and ratio ≤ 3",
        pair.ours * MS <= 16 and pair.ratio <= 3,
    )
    running, resting = measures.processor(bench, 5 if quick else 30)
    yield compared(
        "processor, clock running, each second", running, f"{least} with a clock", 1.2, 1, "ms"
    )
    yield compared("processor, at rest, each second", resting, least, 1.2, 1, "ms")
    pair = measures.memory(bench)
    yield Row(
        "memory, ten years of data",
        f"{pair.ours:.1f} MB",
        f"{least}: {pair.other:.1f} MB",
        f"{pair.ratio:.2f}",
        "at most 25 MB more",
        pair.ours - pair.other <= 25,
    )


def machine() -> str:
    """What was measured, and on what, in one line."""
    git = ["git", "-C", str(ROOT)]
    commit = subprocess.run(
        [*git, "describe", "--always", "--dirty"], capture_output=True, text=True, check=True
    ).stdout.strip()
    cores = len(os.sched_getaffinity(0))
    return (
        f"Commit {commit}; Python {platform.python_version()}, {platform.system()} "
        f"{platform.machine()}, {cores} cores."
    )


def main() -> None:
    """Measure, and write down."""
    quick = "--quick" in sys.argv[1:]
    table = [
        "| what | focus | beside it | ratio | aim | met |",
        "|---|--:|---|--:|---|---|",
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        years = folder / "years" / "focus.json"
        subprocess.run([sys.executable, "-m", "tests.decade", str(years)], cwd=ROOT, check=True)
        bench = Bench(
            commands=install(folder),
            env=measures.environment(folder),
            years=years,
            empty=folder / "empty" / "focus.json",
            ideas=ten_thousand(folder / "ideas" / "focus.json"),
        )
        first = ["--data-file", str(years), "add", "an act makes the file ours"]
        subprocess.run([bench.commands / "focus", *first], env=bench.env, check=True)
        for row in rows(bench, quick=quick):
            table.append(str(row))
            print(row, flush=True)
    if not quick:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        lines = "\n".join(["", *table, "", machine(), ""])
        page = before + BEGIN + lines + END + rest.partition(END)[2]
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
