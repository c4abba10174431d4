"""The measurements: each is taken of focus and of what it is held against, turn by turn.

Whatever else the machine does meanwhile then falls on both, and their ratio is worth more than
either.
"""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from focus_tui.store.files import signature_of
from tests.bench.program import Program

SMALLEST = Path(__file__).parent / "smallest.py"
READY = "Ready when you are"
CTRL_C, ITS_ANSWER = "\x03", "q quits."
"""A key that is answered in the same words whatever the data."""


@dataclass(frozen=True)
class Bench:
    """Where everything is."""

    commands: Path
    """The folder of the installed commands."""
    env: Mapping[str, str]
    years: Path
    """A data file with ten years of life."""
    empty: Path
    """A data file that does not exist yet."""
    ideas: Path
    """A data file with 10,000 ideas."""

    def focus(self, data: Path) -> Program:
        """The app on a data file."""
        return Program([str(self.commands / "focus"), "--data-file", str(data)], self.env)

    def smallest(self, *words: str) -> Program:
        """The smallest Textual app."""
        return Program([str(self.commands / "python"), str(SMALLEST), *words], self.env)


class Keys(NamedTuple):
    """Keys that are pressed one after the other, over and over."""

    measured: str
    back: str = ""
    """A key that takes each of them back, and is not measured."""


@dataclass(frozen=True)
class Pair:
    """A figure of ours beside another's, in the same unit."""

    ours: float
    other: float

    @property
    def ratio(self) -> float:
        """How many times the other's."""
        return self.ours / self.other


def _turns(times: int, *measures: Callable[[], float]) -> list[list[float]]:
    figures: list[list[float]] = [[] for _ in measures]
    for _ in range(times):
        for figure, measure in zip(figures, measures, strict=True):
            figure.append(measure())
    return figures


def start(bench: Bench, times: int) -> tuple[Pair, Pair, Pair]:
    """Seconds from the command to its first key answered: with ten years, and with nothing.

    The third is the smallest app that imports the libraries too: no app that stands on them can
    be faster.
    """

    def focus(data: Path) -> float:
        with bench.focus(data) as app:
            app.until(READY)
            app.press(CTRL_C)
            return app.until(ITS_ANSWER) - app.began

    def smallest(*words: str) -> float:
        with bench.smallest(*words) as app:
            app.until(READY)
            app.press("j")
            return app.until("answered") - app.began

    figures = _turns(
        times,
        lambda: focus(bench.years),
        lambda: focus(bench.empty),
        lambda: smallest("libraries"),
        smallest,
    )
    years, empty, libraries, least = map(median, figures)
    return Pair(years, least), Pair(empty, least), Pair(libraries, least)


def keys(bench: Bench, times: int) -> Pair:
    """Seconds from a key to the changed screen, of which 95 in 100 are faster: a list's cursor."""
    with bench.focus(bench.years) as app, bench.smallest() as least:
        app.until(READY)
        least.until(READY)
        turn = cycle("jjjjjkkkkk")
        ours: list[float] = []
        other: list[float] = []
        for _ in range(times):
            for program, key, figures in ((app, next(turn), ours), (least, "j", other)):
                if (answered := program.answer_to(key)) is not None:
                    figures.append(answered)
    if len(ours) < times * 0.9:
        raise AssertionError(f"only {len(ours)} of {times} keys changed the screen")
    return Pair(quantiles(ours, n=20)[-1], quantiles(other, n=20)[-1])


def ideas(bench: Bench, times: int) -> dict[str, Pair]:
    """Seconds from a key to all it changed, of which 95 in 100 are faster: 10,000 ideas.

    What it is held against is a key of the smallest app, before and after all others.
    """
    with bench.focus(bench.ideas) as app, bench.smallest() as least:
        app.until(READY)
        least.until(READY)
        its = _answers(least, Keys("j"), times)
        app.press("3")
        app.until("Everything")
        app.settle(1)
        app.press("G")
        app.settle(0.5)
        app.all_of_the_answer_to("m")  # the first write of a day pays for a backup
        found: dict[str, float] = {}
        for name, keys in IDEA_KEYS.items():
            # The keys before may have left the cursor elsewhere, something folded, or alone.
            app.press("/" if name == FIND else "<<<<<<<<z0G" + "k" * AWAY)
            app.settle(0.5)
            found[name] = quantiles(_answers(app, keys, times), n=20)[-1]
        its += _answers(least, Keys("j"), times)
    return {name: Pair(ours, quantiles(its, n=20)[-1]) for name, ours in found.items()}


def _answers(app: Program, keys: Keys, times: int) -> list[float]:
    turn, figures = cycle(keys.measured), list[float]()
    for _ in range(times):
        figures.append(app.all_of_the_answer_to(next(turn)))
        if keys.back:
            app.all_of_the_answer_to(keys.back)
    return figures


def weeks(bench: Bench, times: int) -> dict[str, float]:
    """Seconds from a key to all it changed, with ten years of weeks.

    What is opened for the first time in a process is the median, the others are the time of which
    95 in 100 are faster.
    """
    first: dict[str, list[float]] = {"first look at the review": [], "first look at all weeks": []}
    again: dict[str, list[float]] = {"another part": [], "another week": []}
    for _ in range(max(3, times // 4)):
        with bench.focus(bench.years) as app:
            app.until(READY)
            app.settle(0.5)
            for figures, (key, shown) in zip(first.values(), FIRST_LOOKS, strict=True):
                began = time.perf_counter()
                app.press(key)
                figures.append(app.until(shown) - began)
                app.settle(0.5)
            for key in "jjjkk":
                again["another week"].append(app.all_of_the_answer_to(key))
            app.press("w")
            app.settle(0.5)
            for _ in range(5):
                again["another part"].append(app.all_of_the_answer_to("\t"))
    return {name: median(figures) for name, figures in first.items()} | {
        name: quantiles(figures, n=20)[-1] for name, figures in again.items()
    }


FIRST_LOOKS = (("4", "Intended"), ("w", "Weeks"))
"""A key, and what is seen once it is answered."""
AWAY = 34
"""So many ideas from the end stands one that can be moved to all sides."""
ESC = "\x1b"
FIND = "find as one types"
IDEA_KEYS = {
    "move": Keys("kkkkkjjjjj"),
    "fold, unfold": Keys("-="),
    "zoom in, out": Keys("><"),
    "done, open again (saved)": Keys("m"),
    "indent, outdent (saved)": Keys("LH"),
    "carry (saved)": Keys("KJ"),
    "let go, open again (saved)": Keys("x"),
    "to the front, out of it (saved)": Keys("f"),
    "delete (saved)": Keys("d", back="u"),
    "duplicate (saved)": Keys("D", back="u"),
    "by worth, and back": Keys("w"),
    "begin a new one": Keys("n", back=ESC),
    "begin to find": Keys("/", back=ESC),
    "write its note, in a dialog": Keys("N", back=ESC),
    "file it, in a dialog": Keys("r", back=ESC),
    "triage, in a dialog": Keys("t", back=ESC),
    "the help": Keys("?", back=ESC),
    "another screen, and back": Keys("23"),
    FIND: Keys("audi" + "\x7f" * 4),
}
"""By what they do. The last one types, so it comes last."""


def status(bench: Bench, times: int) -> tuple[Pair, Pair]:
    """Seconds of `focus status`, against a command that does nothing, and against Python alone."""

    def took(*command: str) -> float:
        began = time.perf_counter()
        process = os.posix_spawn(command[0], command, dict(bench.env), file_actions=_SILENT)
        _, ended = os.waitpid(process, 0)
        if ended:
            raise AssertionError(f"{' '.join(command)} ended with {ended}")
        return time.perf_counter() - began

    focus = (str(bench.commands / "focus"), "--data-file", str(bench.years))
    took(*focus, "start", "Mel filters, part 3")
    ours, nothing, python = _turns(
        times,
        lambda: took(*focus, "status"),
        lambda: took(str(bench.commands / "nothing")),
        lambda: took(str(bench.commands / "python"), "-c", "pass"),
    )
    took(*focus, "void")
    return Pair(median(ours), median(nothing)), Pair(median(ours), median(python))


_SILENT = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]


def act(bench: Bench, times: int) -> Pair:
    """Seconds from `enter` to a thought saved durably and shown: ten years against nothing."""

    def caught(app: Program, data: Path) -> float:
        app.press("c")
        app.until("Catch a thought")
        for letter in "try mel":
            app.press(letter)
        app.settle(0.2)
        before = signature_of(data)
        answered = app.answer_to("\r")
        if answered is None or signature_of(data) == before:
            raise AssertionError("the thought was shown before it was saved")
        return answered

    with bench.focus(bench.years) as years, bench.focus(bench.empty) as empty:
        years.until(READY)
        empty.until(READY)
        for app, data in ((years, bench.years), (empty, bench.empty)):
            caught(app, data)  # the first of a day pays for a backup
        ours, other = _turns(
            times, lambda: caught(years, bench.years), lambda: caught(empty, bench.empty)
        )
    return Pair(median(ours), median(other))


def processor(bench: Bench, seconds: float) -> tuple[Pair, Pair]:
    """CPU milliseconds for each second: a running clock, and at rest."""
    with (
        bench.focus(bench.years) as app,
        bench.smallest("clock") as clock,
        bench.smallest() as still,
    ):
        for program in (app, clock, still):
            program.until(READY)
            program.live(2)
        resting = Pair(app.live(seconds), still.live(seconds))
        app.press(" ")
        app.live(2)
        running = Pair(app.live(seconds), clock.live(seconds))
        app.press("x")
        app.until(READY)
    return running, resting


def memory(bench: Bench) -> Pair:
    """Megabytes, after some keys."""
    with bench.focus(bench.years) as app, bench.smallest() as least:
        app.until(READY)
        least.until(READY)
        for program in (app, least):
            for key in "jjjjkkkk":
                program.answer_to(key)
        return Pair(app.memory_mb(), least.memory_mb())


def environment(folder: Path) -> dict[str, str]:
    """A person's environment, and nothing of the one that measures."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TZ": "Europe/Paris",
    }
