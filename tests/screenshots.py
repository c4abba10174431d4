"""Draws the pictures in `screenshots/`: `python -m tests.screenshots [FOLDER]`.

Everything comes from the app itself, on a made-up day and a clock that stands still, so the same
code draws the same pictures on every machine.
"""

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from focus_tui.composition import Services
from focus_tui.demo.opening import made as half_year
from focus_tui.domain.reflection import Part
from focus_tui.services.reflecting import Asked
from focus_tui.ui.picture import picture as drawn_by
from tests.support.clock import FakeClock
from tests.support.made_up import ZONE, at, morning, opened, run
from tests.support.made_up_ideas import backlog
from tests.support.made_up_weeks import weeks
from tests.ui.app import Driven, Still

Made = tuple[Services, FakeClock]

DEMO_MS = at(10, 40) + 2 * 24 * 3_600_000
"""Wednesday, 25 November."""


def first_start(folder: Path) -> Made:
    clock = FakeClock(wall_ms=at(8, 30))
    return opened(folder, clock), clock


def focus(folder: Path) -> Made:
    made, clock = morning(folder)
    made.focus.start("Mel filters, part 3")
    run(made, clock, 6.3)
    return made, clock


def overtime(folder: Path) -> Made:
    made, clock = focus(folder)
    run(made, clock, 22)
    return made, clock


def resting(folder: Path) -> Made:
    made, clock = overtime(folder)
    made.focus.next()
    run(made, clock, 1.8)
    return made, clock


def away(folder: Path) -> Made:
    made, clock = focus(folder)
    clock.sleep(38 * 60_000)
    clock.run(3_000)
    made.keeper.tick()
    return made, clock


def reviewing(folder: Path) -> Made:
    """Sunday evening: the week is over, and its first word was said."""
    made, clock = weeks(folder)
    clock.run(4 * 24 * 3_600_000 + 8 * 3_600_000)
    made.keeper.tick()
    week = made.evidences.week()
    (promised, *_) = made.commitments.of(week)
    asked = Asked(week, Part.INTENDED, f"promised:{promised.commitment.id}")
    made.reflecting.say(asked, "Thursday was gone to pip.")
    return made, clock


def reviewed(folder: Path) -> Made:
    """The same evening, when it is finished."""
    made, clock = reviewing(folder)
    week = made.evidences.week()
    made.reflecting.add(week, Part.WON, "Explained a window to a friend")
    made.reflecting.add(week, Part.LEARNED, "A window in time is a blur in frequency.")
    made.reflecting.energy(week, 4)
    made.reflecting.promise_own(week, "Audio, the third lesson: 5 sessions")
    made.reflecting.finish(week)
    return made, clock


def demo(folder: Path) -> Made:
    """The demo's half year on a Wednesday morning, in the third session."""
    (folder / "focus.json").write_bytes(_half_year())
    clock = FakeClock(wall_ms=DEMO_MS)
    made = opened(folder, clock)
    made.focus.start("Mel filters: explain it", subject=made.upcoming.subject())
    run(made, clock, 6.3)
    return made, clock


@cache
def _half_year() -> bytes:
    """The demo's data file: made once."""
    with tempfile.TemporaryDirectory() as folder:
        built = half_year(Path(folder), FakeClock(wall_ms=DEMO_MS), lambda: ZONE)
        return built.desk.db.path.read_bytes()


STATES: dict[str, tuple[Callable[[Path], Made], tuple[str, ...]]] = {
    "first-start": (first_start, ()),
    "focus": (focus, ()),
    "overtime": (overtime, ()),
    "break": (resting, ()),
    "away": (away, ("enter",)),
    "capture": (focus, ("c", *"try mel augmentation")),
    "settings": (focus, ("comma",)),
    "planned": (weeks, ()),
    "goals": (weeks, ("2",)),
    "goals-page": (weeks, ("2", "enter")),
    "ideas": (backlog, ("3",)),
    "ideas-worth": (backlog, ("3", "w")),
    "ideas-triage": (backlog, ("3", "t")),
    "reflect": (reviewing, ("4",)),
    "reflect-change": (reviewing, ("4", *["tab"] * 5)),
    "reflect-page": (reviewed, ("4",)),
    "demo-today": (demo, ()),
    "demo-goals": (demo, ("2",)),
    "demo-ideas": (demo, ("3",)),
    "demo-reflect": (demo, ("4", "left_square_bracket")),
    "demo-log": (demo, ("5",)),
    "demo-insights": (demo, ("6", "z", "y")),
    "demo-insights-goals": (demo, ("6", "z", "q", "tab")),
}
NO_COLOR = "no-color"
"""The dark theme for whoever wants no colours: all must be told by signs and shades."""
DEMO = [state for state in STATES if state.startswith("demo-")]
PICTURES = [
    *((state, "focus-dark", (80, 24)) for state in STATES if state not in DEMO),
    *((state, "focus-light", (80, 24)) for state in ("focus", "break", "away")),
    ("focus", "focus-dark", (120, 40)),
    ("focus", "focus-light", (120, 40)),
    ("focus", "focus-dark", (40, 12)),
    ("focus", "focus-dark", (200, 50)),
    ("break", "focus-dark", (200, 50)),
    ("planned", "focus-dark", (120, 40)),
    ("goals", "focus-dark", (40, 12)),
    ("goals", "focus-dark", (120, 40)),
    ("goals", "focus-light", (120, 40)),
    ("goals", "focus-dark", (200, 50)),
    ("ideas", "focus-dark", (40, 12)),
    ("ideas", "focus-dark", (120, 40)),
    ("ideas", "focus-light", (120, 40)),
    ("ideas", "focus-dark", (200, 50)),
    ("reflect", "focus-dark", (40, 12)),
    ("reflect", "focus-dark", (120, 40)),
    ("reflect", "focus-light", (120, 40)),
    *((state, theme, (120, 40)) for state in DEMO for theme in ("focus-dark", "focus-light")),
    ("demo-today", "focus-dark", (60, 20)),
    *(("demo-insights", "focus-dark", size) for size in ((60, 20), (40, 12), (80, 24), (200, 50))),
    ("demo-insights", NO_COLOR, (80, 24)),
    ("demo-insights-goals", NO_COLOR, (80, 24)),
]

# Rich names its styles after how the text came in pieces, which nobody sees.
MADE_UP = re.compile(r"terminal-\d+")


def name(state: str, theme: str, size: tuple[int, int]) -> str:
    """The picture's file name."""
    screen = "" if state.startswith(("goals", "ideas", "reflect", "demo")) else "today-"
    return f"{screen}{state}-{theme.removeprefix('focus-')}-{size[0]}x{size[1]}.svg"


@contextmanager
def _colours(theme: str) -> Iterator[None]:
    """As the environment asks for them: the app reads it once."""
    if theme == NO_COLOR:
        os.environ["NO_COLOR"] = "1"
    try:
        yield
    finally:
        os.environ.pop("NO_COLOR", None)


async def picture(state: str, theme: str, size: tuple[int, int]) -> str:
    """One picture, as SVG."""
    build, keys = STATES[state]
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("DATA", "STATE", "CONFIG"):
            os.environ[f"XDG_{kind}_HOME"] = folder
        made, clock = build(Path(folder))
        made.preferences.change("look", "theme", "focus-dark" if theme == NO_COLOR else theme)
        with _colours(theme):
            app = Still(made)
        async with app.run_test(size=size) as pilot:
            driven = Driven(app, pilot, clock, Path(folder))
            await driven.settle()
            await driven.press(*(key if key != " " else "space" for key in keys))
            svg = drawn_by(app)
        made.keeper.leave()
    return MADE_UP.sub("focus", svg)


def main() -> None:
    """Draw all of them."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    folder.mkdir(exist_ok=True)
    for state, theme, size in PICTURES:
        file = folder / name(state, theme, size)
        file.write_text(asyncio.run(picture(state, theme, size)), encoding="utf-8")
        print(file)


if __name__ == "__main__":
    main()
