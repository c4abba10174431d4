"""The demo opened: its half year in a folder of its own, which goes when it is left."""

import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from types import FrameType
from typing import NoReturn

from focus_tui.composition import Services, services
from focus_tui.demo.life import Life, life
from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.reading import Clock
from focus_tui.services.system import SystemClock, local_zone

ENDING = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def opened() -> Iterator[Services]:
    """The services on a half year up to now. Nothing of the person's is read or written.

    Raises DataUnusable where there is no room for a folder.
    """
    try:
        folder = Path(mkdtemp(prefix="focus-demo-"))
    except OSError as error:
        raise DataUnusable(f"The demo has no room: {error.strerror or error}.") from error
    # Whoever started it may want one ignored, as nohup does.
    ending = [each for each in ENDING if signal.getsignal(each) is signal.SIG_DFL]
    for number in ending:
        signal.signal(number, _ended)
    try:
        yield made(folder, SystemClock())
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        for number in ending:
            signal.signal(number, signal.SIG_DFL)


def _ended(number: int, frame: FrameType | None) -> NoReturn:
    """Before the app sees to signals, and after it: leave by way of tidying up."""
    raise SystemExit(128 + number)


def made(folder: Path, clock: Clock, zone: Callable[[], str] = local_zone) -> Services:
    """The services on a half year, written into an empty folder in one act."""
    built = services(folder / "focus.json", clock=clock, zone=zone, apart=folder)
    write(built, life(clock.read().wall_ms, built.desk.zone))
    return built


def write(built: Services, lived: Life) -> None:
    """Put all of it into the data."""
    with built.desk.act("half a year", undoable=False) as tx:
        for table, values in lived._asdict().items():
            writer = getattr(tx, table)
            for each in values:
                writer.put(each)
