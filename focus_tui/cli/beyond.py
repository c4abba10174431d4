"""A session beyond the day's limit, begun from a shell: it is refused with the way to begin it."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from focus_tui.composition import Services
from focus_tui.domain.errors import Refused
from focus_tui.services.dayend import EnoughForToday

WAY = 'focus start --beyond "why" begins one more.'


@contextmanager
def limit_kept(services: Services, why: str | None = None) -> Iterator[None]:
    """What begins inside may go beyond the limit where it is said why, if only as an empty text.

    Raises BadInput for a reason that is no line.
    """
    try:
        with nullcontext() if why is None else services.day_end.because(why):
            yield
    except EnoughForToday as enough:
        raise Refused(f"{enough} {WAY}") from enough
