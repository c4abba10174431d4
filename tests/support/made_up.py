"""A made-up day, lived through the services themselves with a clock moved by hand."""

from pathlib import Path

import pendulum

from focus_tui.composition import Services, services
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.session import Focused
from tests.support.clock import FakeClock

ZONE = "Europe/Paris"
MINUTE = 60_000

MORNING = (
    ("Mel filters, part 1", Focused.YES, ""),
    ("Mel filters, part 2", Focused.PARTLY, "the window function took a while"),
    ("Read chapter 3 of the DSP guide", Focused.YES, ""),
)
THOUGHTS = (
    "read the spectrogram paper by Wyse",
    "why does librosa pad?",
    "buy coffee",
)


def at(hour: int, minute: int) -> int:
    """An instant of the made-up day, in UTC milliseconds."""
    return int(pendulum.datetime(2026, 11, 23, hour, minute, tz=ZONE).timestamp() * 1000)


def opened(folder: Path, clock: FakeClock) -> Services:
    """The services on a file in that folder, as they are with the app open."""
    made = services(folder / "focus.json", clock=clock, zone=lambda: ZONE, env={})
    made.keeper.tick()
    return made


def run(made: Services, clock: FakeClock, minutes: float) -> None:
    """Let time pass as the open app sees it, second by second where it matters."""
    left = int(minutes * MINUTE)
    while left > 0:
        step = min(left, MINUTE)
        clock.run(step)
        made.keeper.tick()
        left -= step


def morning(folder: Path) -> tuple[Services, FakeClock]:
    """Three sessions with breaks, marks and thoughts, from 08:30 on; a break has just ended."""
    clock = FakeClock(wall_ms=at(8, 30))
    made = opened(folder, clock)
    for number, (intent, focused, note) in enumerate(MORNING):
        made.focus.start(intent)
        run(made, clock, 12)
        made.thoughts.capture(THOUGHTS[number])
        if number == 1:
            made.record.say_what(made.record.interrupt(MarkKind.INTERNAL), "mail")
        run(made, clock, 13 + number)
        session_id = _running_id(made)
        made.focus.next()
        made.record.rate(session_id, focused)
        if note:
            made.record.note(session_id, note)
        run(made, clock, 6)
    return made, clock


def _running_id(made: Services) -> str:
    interval = made.desk.present().interval
    assert interval is not None
    return interval.id
