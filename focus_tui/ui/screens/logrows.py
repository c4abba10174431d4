"""The log's lines: days with their sums, and under each what was done on it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from focus_tui.domain.daytime import shown
from focus_tui.domain.durations import day, plural, spoken
from focus_tui.domain.goal import Goal
from focus_tui.domain.session import Focused, Outcome, Session
from focus_tui.domain.spans import What, total
from focus_tui.services.log import LogDay, Seen
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.screens.todayrows import SESSION
from focus_tui.ui.widgets.itemlist import Row

MEDIUM, WIDE = 60, 100
"""From so many cells on a line has room for its end, and for the words of its goal."""


class Line(NamedTuple):
    """One line: a day, a session, or, with neither, a blank."""

    day: LogDay | None = None
    session: Session | None = None
    words: str = ""
    """What else is said, where there is nothing to show."""
    wrong: bool = False
    """Whether it says that something can't be read."""

    @property
    def key(self) -> str:
        """The row's id; empty for what the cursor passes over."""
        return SESSION + self.session.id if self.session else ""


def lines_of(seen: Seen) -> list[Line]:
    """The days that are seen, each after a blank."""
    lines: list[Line] = []
    for each in seen.days:
        lines += [Line()] if lines else []
        lines += [Line(day=each), *(Line(session=session) for session in each.sessions)]
    return lines


def sums(days: Sequence[LogDay], dot: str) -> str:
    """How many sessions count, and how long was worked; the same of breaks where there are no
    others.
    """
    shown = [each for day in days for each in day.sessions]
    if shown and all(each.kind.is_break for each in shown):
        rested_ms = sum(map(length_ms, shown))
        return f"{plural(len(shown), 'break')} {dot} {spoken(rested_ms)}"
    done, focused_ms = sum(each.done for each in days), sum(each.focused_ms for each in days)
    return f"{plural(done, 'session')} {dot} {spoken(focused_ms)}"


def length_ms(session: Session) -> int:
    """What was worked, or rested, past the planned end too."""
    kinds = (What.BREAK, What.OVERRUN) if session.kind.is_break else (What.FOCUS, What.OVERTIME)
    return total(session.spans, *kinds)


class LogRows:
    """Draws lines with one set of signs."""

    def __init__(self, glyphs: Glyphs, width: Callable[[], int]) -> None:
        self._glyphs = glyphs
        self._width = width
        self.marked: frozenset[str] = frozenset()
        self.overlaps: dict[str, tuple[Session, ...]] = {}
        self.goals: dict[str, Goal] = {}
        self.today = ""

    def row(self, line: Line) -> Row:
        """One line."""
        if line.session is not None:
            return self._session(line.session)
        if line.day is None:
            return Row(line.words, style="$error" if line.wrong else "$quiet")
        return Row(
            self._named(line.day.on),
            style="$quiet",
            right=sums((line.day,), self._glyphs.dot),
        )

    def _named(self, on: str) -> str:
        year = "" if on[:4] == self.today[:4] else f" {on[:4]}"
        return f"{day(on)}{year}{', today' if on == self.today else ''}"

    def _session(self, session: Session) -> Row:
        goal = self.goals.get(session.goal_id or "")
        width = self._width()
        rest = session.kind.is_break
        name = session.kind.replace("_", " ") if rest else session.intent
        words = [*self._words(session)]
        if goal and width >= WIDE:
            words.append(goal.title)
        return Row(
            name or "no intent",
            left=f"{self._times(session, width)} {self._sign(session)} {self._length(session)}  ",
            right=f" {self._glyphs.dot} ".join(words),
            id=SESSION + session.id,
            style="" if name and not rest and session.outcome is not Outcome.VOID else "$quiet",
            letter=goal.letter if goal else "",
            hue=goal.hue if goal else 0,
            marked=session.id in self.marked,
        )

    def _times(self, session: Session, width: int) -> str:
        began = session.started
        times = shown(began.at_ms, began)
        if width < MEDIUM:
            return times
        return f"{times}–{shown(session.ended_at_ms, began)} "

    def _length(self, session: Session) -> str:
        cells = 6 if self._width() < MEDIUM else 8
        return f"{spoken(length_ms(session)):>{cells}}"

    def _sign(self, session: Session) -> str:
        if session.kind.is_break:
            return self._glyphs.rest
        return {
            Outcome.DONE: self._glyphs.done,
            Outcome.EARLY: self._glyphs.open,
            Outcome.ABANDONED: self._glyphs.cut,
            Outcome.VOID: self._glyphs.void,
        }[session.outcome]

    def _words(self, session: Session) -> list[str]:
        width, words = self._width(), list[str]()
        others = self.overlaps.get(session.id)
        if width < MEDIUM:
            return ["overlaps"] if others else []
        if others:
            words.append(f"overlaps {shown(others[0].started.at_ms, others[0].started)}")
            if width < WIDE:
                return words
        if session.outcome is not Outcome.DONE and not session.kind.is_break:
            words.append(str(session.outcome))
        elif session.focused is Focused.YES:
            words.append("focused")
        if session.focused in {Focused.PARTLY, Focused.NO}:
            words.append("partly" if session.focused is Focused.PARTLY else "not focused")
        if session.gap_ms:
            words.append(f"{spoken(session.gap_ms)} away?")
        if session.edited_at is not None and width >= WIDE:
            words.append("edited")
        return words
