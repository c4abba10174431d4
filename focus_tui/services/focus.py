"""The clock's acts, from start to end; and what is worked on."""

from collections.abc import Callable
from dataclasses import replace

from focus_tui.domain import timer
from focus_tui.domain.cycle import break_after, sessions_in_cycle
from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.errors import Refused
from focus_tui.domain.interval import Interval, State, state_of
from focus_tui.domain.session import Outcome, Phase, Session
from focus_tui.domain.shape import Shape
from focus_tui.domain.spans import first, total
from focus_tui.domain.subject import Subject
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted
from focus_tui.domain.timer import MINUTE_MS
from focus_tui.services import begun, lineup
from focus_tui.services.dayend import DayEnd
from focus_tui.services.desk import Desk
from focus_tui.services.earlier import check_free
from focus_tui.services.shapes import Shapes
from focus_tui.services.shelves import Shelves
from focus_tui.services.upcoming import Upcoming
from focus_tui.services.voiding import reason, say_why
from focus_tui.store.transaction import Transaction

NOTHING_RUNS = "Nothing is running: start a session first."
EXTENSION_MIN = 5
_SAID = {1: "one minute", 2: "two minutes", 5: "five minutes"}
TOUCHES_APART_MS = 5 * MINUTE_MS
"""Not each key past the planned end is worth a write."""


class Focus:
    """What the clock's keys and commands do. Each method answers with one sentence.

    All raise Refused, and change nothing, where the clock's state does not allow the act; those
    that begin a session also TooManyStarted, where it would begin one course or book too many, and
    EnoughForToday beyond the day's limit.
    """

    def __init__(
        self,
        desk: Desk,
        upcoming: Upcoming,
        shapes: Shapes,
        every: Callable[[], int],
        at_once: Callable[[], int],
        day_end: DayEnd,
    ) -> None:
        self._desk = desk
        self._upcoming = upcoming
        self._shapes = shapes
        self._every = every
        self._at_once = at_once
        self._day_end = day_end

    def toggle(self) -> str:
        """What the clock's one key does in the state it is in."""
        with self._desk.act("") as tx:
            running = self._desk.running(tx)
            state = state_of(running)
            if running is None:
                said = self._start(tx, self._coming(tx, None))
            elif state is State.FOCUS:
                said = self._pause(tx, running)
            elif state is State.PAUSED:
                said = self._resume(tx, running)
            else:
                said = self._next(tx, running)
        return self._saved(said)

    def start(
        self,
        intent: str | None = None,
        *,
        planned_ms: int | None = None,
        subject: Subject | None = None,
        shape: Shape | None = None,
        ago_ms: int = 0,
    ) -> str:
        """Begin a session; one that is running stays. A break that is running ends.

        With `ago_ms` it began so long ago, which is refused where it would overlap what was. It
        is on `subject`, in the words of `intent` where both are given; without either on what
        comes next.
        """
        with self._desk.act("") as tx:
            running = self._desk.running(tx)
            if running is not None and not running.phase.is_break:
                raise Refused("A session is running already: finish or void it first.")
            if subject is None:
                subject = Subject() if intent is not None else self._coming(tx, running)
            if intent is not None:
                subject = subject._replace(intent=intent)
            if ago_ms:
                check_free(tx, self._desk, running, tx.reading.wall_ms - ago_ms)
            if running is not None:
                rested = first(running.spans, total(running.spans) - ago_ms)
                self._desk.close(tx, timer.close(replace(running, spans=rested), Outcome.EARLY))
            said = self._start(tx, subject, planned_ms, shape, ago_ms)
        return self._saved(said)

    def pause(self) -> str:
        """Stand still."""
        with self._desk.act("") as tx:
            return self._pause(tx, self._running(tx))

    def resume(self) -> str:
        """Go on after a pause."""
        with self._desk.act("") as tx:
            return self._resume(tx, self._running(tx))

    def finish(self) -> str:
        """End what runs: past a session's planned end the break begins, else the clock rests."""
        with self._desk.act("") as tx:
            running = self._running(tx)
            if state_of(running) is State.OVERTIME:
                return self._next(tx, running)
            ended = timer.close(running, Outcome.EARLY)
            self._desk.close(tx, ended)
            tx.label = "end the break" if running.phase.is_break else f"finish {_named(running)}"
            return "The break is over." if running.phase.is_break else _finished(ended)

    def next(self) -> str:
        """On to the next phase: a session is followed by its break, a break by a session."""
        with self._desk.act("") as tx:
            said = self._next(tx, self._running(tx))
        return self._saved(said)

    def void(self, why: str = "") -> str:
        """End the session so that it does not count, for a reason that may be empty."""
        word = reason(why)
        with self._desk.act("") as tx:
            ended = timer.void(self._running(tx))
            tx.label = f"void {_named(ended)}"
            self._desk.close(tx, ended)
            if word:
                say_why(tx, Shelves(self._desk, tx), ended, word)
            return f"Voided: its {spoken(ended.focused_ms)} stay in the day's account."

    def extend(self, minutes: int = EXTENSION_MIN) -> str:
        """Plan so many minutes more; past the end, so many from now."""
        said = f"{_minutes(minutes)} more"
        with self._desk.act(said) as tx:
            extended = timer.extend(self._running(tx), minutes * MINUTE_MS)
            tx.timer.put(extended)
            return f"{said[0].upper()}{said[1:]}: {spoken(extended.left_ms)} to go."

    def shorten(self, minutes: int = EXTENSION_MIN) -> str:
        """Plan so many minutes less; a minute from now on stays."""
        said = f"{_minutes(minutes)} less"
        with self._desk.act(said) as tx:
            shortened = timer.shorten(self._running(tx), minutes * MINUTE_MS)
            tx.timer.put(shortened)
            return f"{said[0].upper()}{said[1:]}: {spoken(shortened.left_ms)} to go."

    def set_intent(self, text: str) -> str:
        """Say what is being worked on, or in a break or at rest, what comes next."""
        intent = accepted(text.strip(), field="intent", limit=LINE_LIMIT, one_line=True)
        with self._desk.act("") as tx:
            running = self._desk.stored(tx)
            if running is not None:
                tx.label = f"change the intent to {quoted(intent, 'none')}"
                tx.timer.put(replace(running, intent=intent, idea_id=None))
        if running is None or running.phase.is_break:
            coming = self._upcoming.subject() if intent else Subject()
            self._upcoming.choose(coming._replace(intent=intent, idea_id=None))
            self._desk.changed()
        return f"Working on: {intent}" if intent else "No intent."

    def touched(self) -> None:
        """A key was pressed: past the planned end this shows that somebody is there."""
        present = self._desk.present()
        running = present.interval
        if running is None or present.state not in {State.OVERTIME, State.OVERRUN}:
            return
        if total(running.spans) - running.touched_ms < TOUCHES_APART_MS:
            return
        with self._desk.act("stay", undoable=False) as tx:
            still = self._desk.running(tx)
            if still is not None:
                tx.timer.put(timer.touch(still))

    def _saved(self, said: str) -> str:
        """Once the data hold what was chosen, it is no choice any more."""
        running = self._desk.stored(self._desk.db.read())
        if running is not None and not running.phase.is_break:
            self._upcoming.begun(Subject.of(running))
            self._shapes.begun()
        return said

    def _coming(self, tx: Transaction, running: Interval | None) -> Subject:
        return self._upcoming.at(tx, running, self._desk.day_of(tx))

    def _running(self, tx: Transaction) -> Interval:
        running = self._desk.running(tx)
        if running is None:
            raise Refused(NOTHING_RUNS)
        return running

    def _start(
        self,
        tx: Transaction,
        subject: Subject,
        planned_ms: int | None = None,
        shape: Shape | None = None,
        ago_ms: int = 0,
    ) -> str:
        intent = accepted(subject.intent.strip(), field="intent", limit=LINE_LIMIT, one_line=True)
        shape = shape or self._shapes.at(tx, subject.goal_id)
        tx.label = f"start {quoted(intent)}" if intent else "start a session"
        begun_now = replace(
            self._new(tx, Phase.FOCUS, subject._replace(intent=intent), ago_ms),
            planned_ms=planned_ms or shape.focus_ms,
            open=shape.open and not planned_ms,
            strict=shape.strict,
            shape=shape.line,
        )
        tx.timer.put(timer.begun_ago(begun_now, ago_ms))
        lineup.take(tx, self._desk.day_of(tx), subject)
        if subject.idea_id and (idea := tx.ideas.get(subject.idea_id)):
            begun.begin(tx, idea, self._at_once())
        self._day_end.admit(tx, begun_now.id)
        length = "open-ended" if begun_now.open else spoken(begun_now.planned_ms)
        since = f", {spoken(ago_ms)} ago" if ago_ms else ""
        return f"Started{since}: {length}" + (f" on {intent}." if intent else ".")

    def _pause(self, tx: Transaction, running: Interval) -> str:
        if running.strict and state_of(running) is State.FOCUS:
            tx.label = f"void {_named(running)}"
            self._desk.close(tx, timer.void(running))
            return "Voided: a strict session has no pause. Undo brings it back."
        tx.label = "pause"
        tx.timer.put(timer.pause(running))
        return f"Paused at {spoken(running.main_ms)}."

    def _resume(self, tx: Transaction, running: Interval) -> str:
        tx.label = "resume"
        resumed = timer.resume(running)
        tx.timer.put(resumed)
        if not resumed.left_ms:
            return f"Going on past the end: {spoken(resumed.over_ms)} over."
        return f"Going on: {spoken(resumed.left_ms)} to go."

    def _next(self, tx: Transaction, running: Interval) -> str:
        ended = timer.close(running, Outcome.EARLY)
        self._desk.close(tx, ended)
        if running.phase.is_break:
            return self._start(tx, self._coming(tx, running))
        tx.label = f"finish {_named(ended)}, begin the break"
        today = (each for each in tx.sessions.where(on=ended.started.on))
        done = sessions_in_cycle(today, tx.reading.wall_ms)
        phase = break_after(done, self._every()) if ended.counts else Phase.SHORT_BREAK
        length = self._shapes.of(running).break_ms(phase, ended.focused_ms)
        tx.timer.put(replace(self._new(tx, phase, Subject.of(running)), planned_ms=length))
        return f"{_finished(ended)} {spoken(length)} of break."

    def _new(self, tx: Transaction, phase: Phase, subject: Subject, ago_ms: int = 0) -> Interval:
        """An interval that is not planned yet."""
        since = tx.reading._replace(wall_ms=tx.reading.wall_ms - ago_ms)
        return Interval(
            id=tx.new_id(),
            phase=phase,
            started=self._desk.stamp(tx, since),
            planned_ms=0,
            seen=tx.reading,
            left=not self._desk.watch.watched,
            intent=subject.intent,
            goal_id=subject.goal_id,
            commitment_id=subject.commitment_id,
            idea_id=subject.idea_id,
        )


def _named(of: Interval | Session) -> str:
    return quoted(of.intent, "the session")


def _minutes(count: int) -> str:
    return _SAID.get(count) or plural(count, "minute")


def _finished(session: Session) -> str:
    return f"Finished: {spoken(session.focused_ms)}."
