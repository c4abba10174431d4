"""The services as a command uses them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from focus_tui import places
from focus_tui.cli import output
from focus_tui.composition import Services, services
from focus_tui.domain.durations import spoken
from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.session import Session

NOTHING_RINGS = "No app is open: nothing will ring."
NOTHING_COUNTS = "No app is open: the time is not counted, and asked about when one is."


@contextmanager
def opened(data_file: str) -> Iterator[Services]:
    """The services on a data file, with one look at whether somebody watches the clock.

    What happened meanwhile, or went wrong without stopping anything, is said at the end.
    """
    built = services(Path(places.data_file(data_file)))
    built.desk.watch.glance()
    said = ""
    try:
        yield built
    except DataUnusable as error:
        said = str(error)
        raise DataUnusable(f"{error} {built.copies.way_back()}".rstrip()) from error
    finally:
        for session in built.desk.take_closed_alone():
            output.talk(closed_alone(session))
        for sentence in built.desk.db.notices():
            if sentence != said:
                output.talk(sentence)


def closed_alone(session: Session) -> str:
    """The sentence for a session that nobody ended."""
    name = f"“{session.intent}”" if session.intent else "what ran"
    return f"Closed, as nobody was there: {name}, {spoken(session.focused_ms)} of focus."


def runs_unheard(built: Services) -> bool:
    """Whether the clock runs on towards a bell that nobody will ring."""
    present = built.desk.present()
    running = present.interval is not None and present.interval.paused is None
    return running and not present.watched
