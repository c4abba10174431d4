"""The record of the last two days, read off the data once for each change of them."""

from collections.abc import Iterable
from typing import NamedTuple

from focus_tui.domain.mark import Mark
from focus_tui.domain.session import Session
from focus_tui.store.views import Records, View


class Recent(NamedTuple):
    """What closed on a day and the one before, in order of time, and the day's marks."""

    today: tuple[Session, ...]
    before: tuple[Session, ...]
    marks: tuple[Mark, ...]
    noted: tuple[Mark, ...]
    """What was said of the day itself."""


class RecentDays:
    """Keeps the answer to the last question while the data stay the same."""

    def __init__(self) -> None:
        self._asked: tuple[View, str, str, str] | None = None
        self._found = Recent((), (), (), ())
        self._caught: tuple[View | None, str, tuple[str, ...]] = None, "", ()

    def read(self, view: View, on: str, before: str, running_id: str) -> Recent:
        """The two days' record; the marks of what runs are among the day's."""
        asked = (view, on, before, running_id)
        if self._asked != asked:
            sessions = sessions_on(view, on, before)
            today = tuple(each for each in sessions if each.started.on == on)
            ids = {running_id, *(each.id for each in today)}
            self._found = Recent(
                today,
                tuple(each for each in sessions if each.started.on == before),
                marks_on(view, ids),
                noted_on(view, on),
            )
            self._asked = asked
        return self._found

    def caught(self, view: View, session_id: str) -> tuple[str, ...]:
        """What came during a session and is still in the inbox, by id, in order of time."""
        if self._caught[:2] != (view, session_id):
            came = view.ideas.among("session_id", [session_id])
            self._caught = view, session_id, tuple(each.id for each in came if each.in_inbox)
        return self._caught[2]


def sessions_on(records: Records, *days: str) -> tuple[Session, ...]:
    """What closed on those days and was not deleted, in order of time."""
    found = (each for each in records.sessions.among("on", days) if each.deleted_at is None)
    return tuple(sorted(found, key=lambda each: (each.started.at_ms, each.id)))


def marks_on(records: Records, session_ids: set[str]) -> tuple[Mark, ...]:
    """The marks of those sessions that were not deleted, in order of time."""
    return _in_order(records.marks.among("session_id", session_ids))


def noted_on(records: Records, on: str) -> tuple[Mark, ...]:
    """The marks on a day itself that were not deleted, in order of time."""
    return _in_order(records.marks.among("on", [on]))


def _in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    live = (each for each in marks if each.deleted_at is None)
    return tuple(sorted(live, key=lambda each: (each.at_ms, each.id)))
