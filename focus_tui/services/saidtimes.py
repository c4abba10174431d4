"""Times as a person types them for a session, and what the session would then be."""

from collections.abc import Callable
from dataclasses import replace

from focus_tui.domain import daytime, logline
from focus_tui.domain.calendar import Calendar
from focus_tui.domain.daytime import shown
from focus_tui.domain.errors import BadInput
from focus_tui.domain.session import Session, Stamp
from focus_tui.services.desk import Desk
from focus_tui.services.editing import Editing


class SaidTimes:
    """Reads lines; nothing is written. All raise BadInput for what says no time."""

    def __init__(self, desk: Desk, editing: Editing, length_ms: Callable[[], int]) -> None:
        self._desk = desk
        self._editing = editing
        self._length_ms = length_ms

    def line(self, session: Session) -> str:
        """A session's times, as they are typed: `09:05-09:32`."""
        began = session.started
        return f"{shown(began.at_ms, began)}-{shown(session.ended_at_ms, began)}"

    def stretch(self, session: Session, line: str) -> tuple[int, int]:
        """From and to for a session; what shows as it was stays as it is, to the second."""
        said = logline.said(line, self._desk.today())
        if said.words:
            raise BadInput(f"Only times and a day fit here: {logline.HOW}.")
        began, calendar = session.started, self._calendar()
        length_ms = session.ended_at_ms - began.at_ms
        if shown(began.at_ms, began) == _clock(said.begin_min) and said.on in (None, began.on):
            begin = began.at_ms
        else:
            begin, _ = logline.stretch(
                said._replace(end_min=None), began.on, began, calendar, length_ms
            )
        if said.end_min is None:
            return begin, begin + (said.length_ms or length_ms)
        same = shown(session.ended_at_ms, began) == _clock(said.end_min)
        if same and said.on in (None, began.on) and session.ended_at_ms > begin:
            return begin, session.ended_at_ms
        return begin, daytime.end_after(begin, said.end_min, began)

    def moved(self, session: Session, line: str) -> Session:
        """What a session would be with these times."""
        return self._editing.moved(session, *self.stretch(session, line))

    def inside(self, session: Session, line: str) -> int:
        """The instant of a session at a time of day."""
        minutes = daytime.parsed(line)
        return daytime.end_after(session.started.at_ms, minutes, session.started)

    def halves(self, session: Session, line: str) -> tuple[Session, Session]:
        """What the halves of a session would be, split at a time of day."""
        return self._editing.halves(session, self.inside(session, line))

    def forgotten(self, line: str, on: str) -> Session:
        """The session that a line says, on a local day where it says none."""
        said = logline.said(line, self._desk.today())
        here, calendar = Stamp(0, self._desk.zone, 0, on), self._calendar()
        begin, end = logline.stretch(said, on, here, calendar, self._length_ms())
        made = self._editing.forgotten(daytime.stamped(begin, here, calendar), end)
        return replace(made, intent=said.words)

    def _calendar(self) -> Calendar:
        return self._desk.calendar(self._desk.db.read())


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
