"""Five made-up weeks with goals, lived through the services with a clock moved by hand."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pendulum

from focus_tui.composition import Services
from focus_tui.domain.goal import Column
from focus_tui.domain.session import Focused
from tests.support.clock import FakeClock
from tests.support.made_up import ZONE, opened, run

BEGINS = pendulum.datetime(2026, 10, 26, 8, 30, tz=ZONE)
DAYS = 31
"""From Monday, 26 October, to Wednesday, 25 November."""
AUDIO, KAGGLE, WRITING = 0, 1, 2
GOALS = (
    ("Audio for fast.ai", "so that anyone can start with sound in a weekend", "8 sessions"),
    ("Kaggle competitions", "to know what works, and not what is said to work", "3 days"),
    ("Write in public", "what I can't explain I haven't understood", "2 h"),
)
WORDS = ("Mel filters", "Notebook of the whale kernel", "Draft: what a window does")
WEEK = (
    (AUDIO, AUDIO, KAGGLE),
    (AUDIO, AUDIO),
    (AUDIO, WRITING, WRITING),
    (AUDIO, AUDIO),
    (KAGGLE,),
)
"""What the working days of a week hold, a session each."""
MISSED = {9, 10, 17, 24, 25, 29}
"""Days on which nothing was done, counted from the first."""


def weeks(folder: Path) -> tuple[Services, FakeClock]:
    """Wednesday morning of the fifth week, with its sessions done and the week promised."""
    data, wall_ms = _lived()
    (folder / "focus.json").write_bytes(data)
    clock = FakeClock(wall_ms=wall_ms)
    return opened(folder, clock), clock


@cache
def _lived() -> tuple[bytes, int]:
    """The data file at their end, and the time: they are lived once."""
    with TemporaryDirectory() as folder:
        made, clock = _live(Path(folder))
        made.keeper.leave()
        return made.desk.db.path.read_bytes(), clock.wall_ms


def _live(folder: Path) -> tuple[Services, FakeClock]:
    clock = FakeClock(wall_ms=_ms(BEGINS))
    made = opened(folder, clock)
    goals = _goals(made)
    for number in range(DAYS):
        day = BEGINS.add(days=number)
        clock.run(_ms(day) - clock.wall_ms)
        if number == DAYS - 3:
            _promise(made, goals)
        todo = WEEK[day.weekday()] if day.weekday() < len(WEEK) else ()
        for goal in () if number in MISSED else todo:
            _session(made, clock, goals[goal], f"{WORDS[goal]}, part {number // 7 + 1}")
    _today(made, goals)
    return made, clock


def _goals(made: Services) -> list[str]:
    ids = []
    for title, why, cadence in GOALS:
        goal = made.goals.add(title)
        made.goals.change(goal.id, "why", why)
        made.goals.change(goal.id, "cadence", cadence)
        ids.append(goal.id)
    made.goals.change(ids[WRITING], "target", "52 posts")
    made.goals.change(ids[KAGGLE], "deadline", "2026-12-15 real")
    for _ in range(7):
        made.goals.one_more(ids[WRITING])
    for title in ("Learn JavaScript", "A blog in three languages", "Build a synthesiser"):
        made.goals.add(title, Column.SOMEDAY)
    done = made.goals.add("fast.ai, part 1", Column.SOMEDAY)
    made.goals.move(done.id, Column.ACHIEVED)
    let_go = made.goals.add("The Octave course", Column.SOMEDAY)
    made.goals.let_go(let_go.id, "the wrong tool for what I want to do")
    return ids


def _promise(made: Services, goals: list[str]) -> None:
    made.commitments.promise("Audio, the second lesson: 8 sessions", goal_id=goals[AUDIO])
    made.commitments.promise("Whale kernel: 3 days before 10:00", goal_id=goals[KAGGLE])
    made.commitments.promise("Publish the window post", goal_id=goals[WRITING])
    made.commitments.promise("Kaggle: 4 sessions", ahead=1, goal_id=goals[KAGGLE])


def _session(made: Services, clock: FakeClock, goal_id: str, intent: str) -> None:
    made.focus.start(intent, subject=made.upcoming.of_goal(goal_id))
    running = made.desk.present().interval
    assert running is not None
    run(made, clock, 25)
    made.focus.next()
    made.record.rate(running.id, Focused.YES)
    run(made, clock, 5)
    made.focus.finish()


def _today(made: Services, goals: list[str]) -> None:
    made.thoughts.capture("read the spectrogram paper by Wyse")
    for goal in (KAGGLE, AUDIO):
        made.lineup.add(made.upcoming.of_goal(goals[goal]))


def _ms(when: pendulum.DateTime) -> int:
    return int(when.timestamp() * 1000)
