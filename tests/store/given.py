"""What the tests of the store begin from: a clock, a database, values, a child process."""

import os
import traceback
from collections.abc import Callable
from pathlib import Path

from focus_tui.domain.idea import Idea
from focus_tui.domain.interval import Interval
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.reading import Reading
from focus_tui.domain.session import Outcome, Phase, Session, Stamp
from focus_tui.domain.spans import Span, What
from focus_tui.store.database import Database

START_MS = 1_795_420_800_000  # 2026-11-23T08:00:00Z


class HandClock:
    """A clock that a test sets; it steps by a millisecond at each look unless told otherwise."""

    def __init__(self, wall_ms: int = START_MS, step_ms: int = 1) -> None:
        self.wall_ms = wall_ms
        self.step_ms = step_ms

    def read(self) -> Reading:
        self.wall_ms += self.step_ms
        return Reading(self.wall_ms, self.wall_ms - START_MS, self.wall_ms - START_MS, "boot")


def database(
    folder: Path, *, device: str = "d1", clock: HandClock | None = None, lock_wait_s: float = 2.0
) -> Database:
    """The database of a test's folder, as a new process would open it."""
    return Database(
        folder / "data" / "focus.json",
        folder / "state" / "journal",
        device=device,
        clock=clock or HandClock(),
        lock_wait_s=lock_wait_s,
    )


def idea(id: str, title: str = "A thought") -> Idea:
    return Idea(id=id, title=title, captured_at=START_MS)


def session(id: str, on: str = "2026-11-23", note: str = "") -> Session:
    return Session(
        id=id,
        kind=Phase.FOCUS,
        started=Stamp(START_MS, "Europe/Paris", 3600, on),
        planned_ms=1_500_000,
        spans=(Span(What.FOCUS, 1_500_000),),
        outcome=Outcome.DONE,
        note=note,
    )


def mark(id: str, session_id: str) -> Mark:
    return Mark(id=id, kind=MarkKind.INTERNAL, session_id=session_id, at_ms=START_MS)


def interval(id: str, planned_ms: int = 1_500_000) -> Interval:
    return Interval(
        id=id,
        phase=Phase.FOCUS,
        started=Stamp(START_MS, "Europe/Paris", 3600, "2026-11-23"),
        planned_ms=planned_ms,
        seen=Reading(START_MS, 0, 0, "boot"),
    )


def add_idea(db: Database, title: str, label: str = "Add a thought") -> str:
    """One act: a new idea; returns its id."""
    with db.act(label) as tx:
        id = tx.new_id()
        tx.ideas.put(idea(id, title))
    return id


def titles(db: Database) -> list[str]:
    return [each.title for each in db.read().ideas.all()]


def in_child(body: Callable[[], None]) -> int:
    """Run in a process of its own; returns its wait status (0 when it ended well)."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            body()
            code = 0
        finally:
            if code:
                traceback.print_exc()
            os._exit(code)
    return os.waitpid(pid, 0)[1]
