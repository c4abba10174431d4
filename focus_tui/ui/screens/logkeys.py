"""What the log's keys do to the session under the cursor, or to all that are marked.

Dialogs are imported when they are opened.
"""

from typing import TYPE_CHECKING

from focus_tui.domain.session import Outcome, Phase, Session
from focus_tui.domain.subject import Subject
from focus_tui.services.editing import Editing
from focus_tui.services.log import Seen
from focus_tui.ui.screens.itemkeys import RESTING, ItemScreen

if TYPE_CHECKING:
    from focus_tui.ui.dialogs.logflows import LogFlows


class LogKeys(ItemScreen):
    """Subclasses say what is seen, and where the cursor is."""

    marked: frozenset[str] = frozenset()
    seen: Seen = Seen((), {})

    @property
    def session(self) -> Session | None:
        """The session under the cursor."""
        raise NotImplementedError

    @property
    def day_here(self) -> str:
        """The local day that a new session is on where none is said."""
        raise NotImplementedError

    def marks(self, ids: frozenset[str]) -> None:
        """Mark these and no others."""
        raise NotImplementedError

    def reveal(self, id: str, on: str) -> None:
        """Show a session of a day, with the cursor on it."""
        raise NotImplementedError

    @property
    def chosen(self) -> tuple[Session, ...]:
        """What a key is for: all that are marked, else what the cursor is on."""
        if self.marked:
            return tuple(each for each in self.seen.sessions if each.id in self.marked)
        return (self.session,) if self.session else ()

    @property
    def editing(self) -> Editing:
        """Corrections."""
        return self.host.services.editing

    @property
    def flows(self) -> "LogFlows":
        """The dialogs."""
        from focus_tui.ui.dialogs.logflows import LogFlows

        return LogFlows(self.app)

    def _any(self) -> bool:
        return bool(self.chosen)

    def _one(self) -> bool:
        return len(self.chosen) == 1

    def _work(self) -> bool:
        return self._any() and all(each.kind is Phase.FOCUS for each in self.chosen)

    def _never(self) -> bool:
        return False

    can_list_open = can_list_delete = can_log_note = _any
    can_log_times = can_log_split = _one
    can_list_edit = can_log_goal = can_log_void = _work
    can_list_promise = can_list_promise_next = can_list_lineup = can_list_done = _never

    def can_log_mark(self) -> bool:
        """Something is under the cursor."""
        return self.session is not None

    def can_log_all(self) -> bool:
        """Something is shown."""
        return bool(self.seen.days)

    def can_list_begin(self) -> bool:
        """A session could be on the same, and none runs."""
        return self._one() and self._work() and self.host.present.state in RESTING

    def can_log_solve(self) -> bool:
        """It shares its time with another."""
        return self._one() and self.chosen[0].id in self.seen.overlaps

    def can_log_join(self) -> bool:
        """Several are marked, or there is one before it."""
        return bool(self._to_join())

    def _to_join(self) -> tuple[Session, ...]:
        if self.marked:
            return self.chosen if len(self.chosen) > 1 else ()
        here, shown = self.session, self.seen.sessions
        before = [
            each
            for each in shown
            if here and each.kind is here.kind and each.started.at_ms < here.started.at_ms
        ]
        return (here, before[0]) if here and before else ()

    def voids(self) -> bool:
        """Whether the key voids; else it lets count again."""
        return not all(each.outcome is Outcome.VOID for each in self.chosen)

    def do_list_open(self) -> None:
        """All that is known of it."""
        from focus_tui.ui.dialogs.session import SessionPage

        self.app.push_screen(SessionPage(self.chosen))

    def do_list_edit(self) -> None:
        """What it was on."""
        self.flows.intent(self.chosen)

    def do_list_delete(self) -> None:
        """Into the trash."""
        self.host.say(self.editing.delete(self.chosen))

    def do_list_begin(self) -> None:
        """A session on the same."""
        (each,) = self.chosen
        subject = Subject(each.intent, each.goal_id, each.commitment_id, each.idea_id)
        self.host.say(self.host.services.focus.start(subject=subject))

    def do_log_new(self) -> None:
        """One that was forgotten."""
        self.flows.new(self.day_here, self.reveal)

    def do_log_times(self) -> None:
        """When it was."""
        self.flows.times(self.chosen[0])

    def do_log_goal(self) -> None:
        """What it was for."""
        self.flows.goal(self.chosen)

    def do_log_note(self) -> None:
        """A line on it."""
        self.flows.note(self.chosen)

    def do_log_split(self) -> None:
        """Two of one."""
        self.flows.split(self.chosen[0])

    def do_log_join(self) -> None:
        """One of several."""
        self.flows.join(self._to_join())

    def do_log_solve(self) -> None:
        """How an overlap ends."""
        (each,) = self.chosen
        self.flows.solve(each, self.seen.overlaps[each.id])

    def do_log_void(self) -> None:
        """It does not count; or it does again."""
        if self.voids():
            self.flows.void(self.chosen)
        else:
            self.host.say(self.editing.restore(self.chosen))

    def do_log_mark(self) -> None:
        """Mark it, or not, and go on to the next."""
        if here := self.session:
            self.marks(self.marked ^ {here.id})
            self.move(1)

    def do_log_all(self) -> None:
        """All that are shown, or none."""
        shown = frozenset(each.id for each in self.seen.sessions)
        self.marks(frozenset() if self.marked >= shown else shown)
