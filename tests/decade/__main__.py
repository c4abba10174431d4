"""`python -m tests.decade FILE`: write ten made-up years to a data file and its archives."""

import argparse
import sys
from datetime import date
from pathlib import Path

from tests.decade.life import live, write


def main() -> int:
    """Write, and say what."""
    parser = argparse.ArgumentParser(prog="python -m tests.decade", description=__doc__)
    parser.add_argument("file", type=Path, help="the data file to make, in a folder without any")
    parser.add_argument("--seed", type=int, default=1, help="another number is another life")
    parser.add_argument(
        "--until", type=date.fromisoformat, default=date(2026, 11, 23), help="the last day"
    )
    parser.add_argument(
        "--every", type=int, default=1, metavar="N", help="only each Nth week, for small data"
    )
    options = parser.parse_args()
    decade = live(options.seed, options.until, options.every)
    try:
        for path in write(decade, options.file):
            print(f"{path.stat().st_size:>10,} {path}")
    except FileExistsError as error:
        print(error, file=sys.stderr)
        return 2
    for table in ("sessions", "marks", "ideas", "goals", "reflections"):
        print(f"{len(decade.all(table)):>10,} {table}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
