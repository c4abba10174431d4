"""Today's rows: what waits, what was caught, what was done."""

from collections.abc import Sequence

from focus_tui.domain.calendar import clock_time, local_time
from focus_tui.domain.cards import Card
from focus_tui.domain.day import Day
from focus_tui.domain.durations import day, plural, spoken
from focus_tui.domain.idea import Idea
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.session import Focused, Outcome, Session
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.items import THOUGHT
from focus_tui.ui.questions import question
from focus_tui.ui.widgets.itemlist import Later, Row, Rows

CARD = "card:"
SESSION = "session:"
DATA = "data:"
FIRST = "first:"

UNREADABLE = "The data can't be read. Put the newest good backup in their place?"
NEW_HERE = "New here? Name one goal and its why."
NO_BACKUP = "The data can't be read, and there is no good backup of them."


class TodayRows:
    """Draws rows in one zone, on one day, with one set of signs."""

    def __init__(self, glyphs: Glyphs, zone: str, today: str) -> None:
        self._glyphs = glyphs
        self._zone = zone
        self._today = today

    def are_for(self, zone: str, today: str) -> bool:
        """Whether these are the rows of that zone and day."""
        return (zone, today) == (self._zone, self._today)

    def unreadable(self, offer: str) -> list[Row]:
        """The question that data ask which can't be read; `offer` is the backup there is."""
        if not offer:
            return [self._asks(DATA, NO_BACKUP)]
        return [self._asks(DATA, UNREADABLE), Row(offer, left="  ", style="$quiet")]

    def welcome(self) -> list[Row]:
        """The invitation of the very first start."""
        return [self._asks(FIRST, NEW_HERE)]

    def cards(self, waiting: Sequence[Card]) -> list[Row]:
        """The questions, each a row that opens."""
        return [self._asks(CARD + card.id, question(card)) for card in waiting]

    def _asks(self, row_id: str, words: str) -> Row:
        return Row(words, left=f"{self._glyphs.ask} ", left_style="bold", id=row_id)

    def front(self, ideas: Sequence[Idea]) -> list[Row]:
        """The front of the backlog's line, numbered; nothing where nobody put anything there."""
        if not ideas:
            return []
        from focus_tui.domain.ideawords import plain  # the first screen may not need it

        rows = (
            Row(plain(each.title), left=f"{number} ", id=THOUGHT + each.id)
            for number, each in enumerate(ideas, start=1)
        )
        return [Row("Front", style="$quiet"), *rows]

    def thoughts(self, caught: Sequence[Idea]) -> Rows:
        """The inbox under a heading with its count."""
        if not caught:
            return []
        heading = Row(f"{plural(len(caught), 'thought')} caught", style="$quiet")
        return [heading, *(Later(THOUGHT + each.id, each, self._thought) for each in caught)]

    def _thought(self, idea: Idea) -> Row:
        return Row(
            idea.title,
            left=f"{self._glyphs.dot} ",
            right=self._when(idea.captured_at),
            id=THOUGHT + idea.id,
        )

    def sessions(self, of: Day) -> list[Row]:
        """The day's sessions, the latest first; one that was cut off comes before all others."""
        newest = sorted(
            of.focus,
            key=lambda each: (each.outcome is Outcome.ABANDONED, each.started.at_ms),
            reverse=True,
        )
        if not newest:
            return []
        return [Row("Sessions", style="$quiet"), *(self._session(each, of) for each in newest)]

    def _session(self, session: Session, of: Day) -> Row:
        glyphs = self._glyphs
        sign = {
            Outcome.DONE: glyphs.done,
            Outcome.EARLY: glyphs.open,
            Outcome.ABANDONED: glyphs.cut,
            Outcome.VOID: glyphs.void,
        }[session.outcome]
        length = spoken(session.focused_ms)
        words = [*self._how(session)]
        if slid := sum(each.kind is MarkKind.TANGENT for each in of.marks_of(session.id)):
            words.append(plural(slid, "tangent"))
        if interruptions := of.interruptions(session.id):
            words.append(f"interrupted {interruptions}×")
        return Row(
            session.intent or "no intent",
            left=f"{self.clock(session.started.at_ms)}  {sign} {length:>8}  ",
            left_style="$quiet",
            right=" · ".join(words),
            id=SESSION + session.id,
            style="" if session.intent else "$quiet",
        )

    def _how(self, session: Session) -> list[str]:
        if session.outcome is not Outcome.DONE:
            return [str(session.outcome)]
        if session.focused in {Focused.PARTLY, Focused.NO}:
            return ["partly" if session.focused is Focused.PARTLY else "not focused"]
        return ["focused"] if session.focused is Focused.YES else []

    def clock(self, at_ms: int) -> str:
        """A time of day, as `09:05`."""
        return clock_time(at_ms, self._zone)

    def _when(self, at_ms: int) -> str:
        on = str(local_time(at_ms, self._zone).date())
        return self.clock(at_ms) if on == self._today else day(on).partition(" ")[2]
