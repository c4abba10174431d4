"""Ten thousand ideas in one outline, the same each time."""

from pathlib import Path
from random import Random

from focus_tui.composition import services
from focus_tui.domain.sprout import Sprout, count

WORDS = (
    *("audio", "mel", "filter", "kernel", "paper", "debug", "music", "train", "model", "rust"),
    *("parser", "stream", "cache", "index", "queue", "proof", "draft", "post", "video", "lesson"),
    *("drill", "chord", "sample", "window", "phase", "noise", "signal"),
)
TAGS = ("tool", "learn", "write", "course", "fun")
DEEPEST = 6
IDEAS = 10_000
CAUGHT = 40


def ten_thousand(file: Path) -> Path:
    """Write them into a new data file."""
    random = Random(5)
    made = services(file)
    made.desk.watch.glance()
    trees: list[Sprout] = []
    left = IDEAS
    while left > 0:
        trees.append(_grown(random, 0))
        left -= count(trees[-1:])
    made.backlog.sow(trees, None)
    made.thoughts.capture(*(_title(random) for _ in range(CAUGHT)))
    return file


def _grown(random: Random, depth: int) -> Sprout:
    below = 9 if not depth else random.choice((0, 0, 1, 3, 6)) if depth < DEEPEST else 0
    note = "a line\nand another" if random.random() < 0.1 else ""
    children = tuple(_grown(random, depth + 1) for _ in range(below))
    return Sprout(_title(random), note=note, children=children)


def _title(random: Random) -> str:
    words = " ".join(random.choice(WORDS) for _ in range(random.randint(2, 6)))
    tag = f" #{random.choice(TAGS)}" if random.random() < 0.3 else ""
    return words.capitalize() + tag
