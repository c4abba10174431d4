"""The log: every session there ever was, to be looked back on and corrected."""

from collections.abc import Iterator
from functools import partial

from textual import getters
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.commands.command import Command, Where
from focus_tui.domain.logquery import TERMS, parse
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.session import Session
from focus_tui.services.log import Seen
from focus_tui.services.present import Present
from focus_tui.ui import stylesheets
from focus_tui.ui.screens.goingthrough import GoingThrough
from focus_tui.ui.screens.logfind import LogFinding
from focus_tui.ui.screens.logrows import Line, LogRows, lines_of, sums
from focus_tui.ui.screens.todayrows import SESSION
from focus_tui.ui.widgets.drawn import Drawn
from focus_tui.ui.widgets.field import LineField
from focus_tui.ui.widgets.itemlist import ItemList

EMPTY = (
    "Each session that ends stands here, and can be corrected.",
    "{new} adds one that was forgotten; {toggle} begins one now.",
)
NOTHING = "Nothing in this time. {earlier} looks further back, {range} at more days at once."
NOT_FOUND = "Nothing is like that in this time. {back} shows all again."
REACHES = {each.value[0]: each for each in Reach}
"""By the key that follows the one for the range."""
SAY_RANGE = "d day  w week  m month  q quarter  y year  a all"
SAY_RANGE_NARROW = "d day w week m month q qtr y yr a all"
MARKED = 96
RESTORES = 86
BAR = {"list.open": 84, "list.begin": 30, "list.edit": 56, "undo": 50, "list.delete": 20}
"""Other weights on the key bar than on other screens."""


class RangeLine(Drawn):
    """Which days are seen, and what they hold in sum."""

    def __init__(self) -> None:
        super().__init__(id="range")
        self._left, self._right = "", ""

    def show(self, left: str, right: str) -> None:
        """Draw these."""
        self._left, self._right = left, right
        self.repaint()

    def draw(self) -> Content:
        """One line; where there is no room for both, the days alone."""
        # It begins where the words of the list do, or further left where it would be cut off.
        left = self._left.rjust(min(len(self._left) + 2, self.size.width))
        gap = self.size.width - len(left) - len(self._right)
        right = f"{' ' * gap}{self._right}" if gap > 1 else ""
        return Content.assemble((left, "bold"), (right, "$quiet"))


class LogScreen(LogFinding, GoingThrough):
    """Screen 5."""

    TITLE_HERE = "Log"
    WHERES = (Where.LIST, Where.LOG, Where.EVERYWHERE)
    AUTO_FOCUS = "#log"
    CSS_PATH = [  # noqa: RUF012 (as Textual declares it)
        stylesheets.path(stylesheets.DIALOGS),
        stylesheets.path("log.tcss"),
    ]

    range_line = getters.query_one(RangeLine)

    def __init__(self) -> None:
        super().__init__()
        self._breaks = False
        self._choosing = False
        """Whether the next key says how many days are seen."""
        self._range: Range | None = None
        self._lines: list[Line] = []
        self._sessions: dict[str, Session] = {}
        self._was_at = ""
        """Where the cursor was before something stood in the place of sessions."""

    def body(self) -> Iterator[Widget]:
        """What is sought, the range, the sessions."""
        self.rows = LogRows(self.host.glyphs, lambda: self.items.size.width)
        with Horizontal(id="sought"):
            yield Static("/ ", markup=False)
            yield LineField(id="find", placeholder=TERMS, typed=self.sought)
        yield RangeLine()
        yield ItemList(self.host.glyphs, id="log")

    # What is shown.

    @property
    def over(self) -> Range:
        """The days that are seen; this month at first."""
        if self._range is None:
            self._range = self.host.services.log.range(Reach.MONTH, self.host.present.day.on)
        return self._range

    def show(self, present: Present) -> None:
        """Draw this moment."""
        if not present.unreadable:
            self._show_lines(present)
        super().show(present)

    def _show_lines(self, present: Present) -> None:
        log, over, today = self.host.services.log, self.over, present.day.on
        shown = (present.version, over, self.asked, self._breaks, today, log.signs(over))
        if shown == self._shown:
            return
        self._shown = shown
        ready, prepare = partial(log.ready, over), partial(log.prepare, over)
        self.show_read(ready, prepare, partial(self._show_sessions, today))

    def _show_sessions(self, today: str) -> None:
        log = self.host.services.log
        self.seen = log.look(self.over, parse(self.asked), breaks=self._breaks)
        self._sessions = {SESSION + each.id: each for each in self.seen.sessions}
        self.marked &= {each.id for each in self._sessions.values()}
        rows = self.rows
        rows.today, rows.overlaps, rows.marked = today, self.seen.overlaps, self.marked
        rows.goals = {each.id: each for each in self.host.services.desk.db.read().goals.all()}
        self._show(lines_of(self.seen) or [Line(words=words) for words in self._nothing()])
        self.items.go(self._was_at)
        self._was_at = ""
        self._show_range()

    def instead(self, words: str, *, wrong: bool = False) -> None:
        """In the place of sessions."""
        if self.items.cursor and self.items.was_moved:
            self._was_at = self.items.cursor
        self.seen, self._sessions = Seen((), {}), {}
        self._show([Line(words=words, wrong=wrong)])
        self._show_range()

    def _show(self, lines: list[Line]) -> None:
        self._lines, rows = lines, self.rows
        self.items.set_lines(
            [line.key for line in self._lines],
            lambda at: rows.row(self._lines[at]),
            by_itself=self.host.looking,
        )

    def _nothing(self) -> tuple[str, ...]:
        """What is said where nothing is to be seen."""
        words: tuple[str, ...] = EMPTY
        if self.asked:
            words = (NOT_FOUND,)
        elif self.host.services.log.holds_any():
            words = (NOTHING,)
        names = {"new": "log.new", "earlier": "log.earlier", "range": "log.range"}
        names |= {"toggle": "clock.toggle", "back": "log.back"}
        keys = {name: self.host.shown_key(id) for name, id in names.items()}
        return tuple(each.format(**keys) for each in words)

    def _show_range(self) -> None:
        days, dot = self.seen.days, self.host.glyphs.dot
        parts = [sums(days, dot)] if days else []
        if self.asked:
            parts.insert(0, f"{len(self._sessions)} found")
        if overlaps := len([id for id in self.seen.overlaps if SESSION + id in self._sessions]):
            parts.append(f"{overlaps} overlap")
        wide = self.range_line.size.width >= len(SAY_RANGE)
        say_range = SAY_RANGE if wide else SAY_RANGE_NARROW
        left = say_range if self._choosing else self.over.named(self.host.present.day.on)
        self.range_line.show(left, "" if self._choosing else f" {dot} ".join(parts))

    def on_resize(self) -> None:
        """Rows have room for other words."""
        self.call_after_refresh(self.items.repaint)

    def marks(self, ids: frozenset[str]) -> None:
        """Mark these and no others."""
        self.marked = self.rows.marked = ids
        self.items.repaint()
        self.show_keys()

    # Where the cursor is.

    @property
    def at(self) -> str:
        """The session under the cursor."""
        return self.items.cursor

    @property
    def session(self) -> Session | None:
        """The same, whole."""
        return self._sessions.get(self.items.cursor)

    @property
    def day_here(self) -> str:
        """The day under the cursor; where there is none, today or the last day that is seen."""
        if self.session:
            return self.session.started.on
        today = self.host.present.day.on
        return today if self.over.holds(today) else self.over.last_on

    def move(self, by: int) -> None:
        """Over all that is shown."""
        self.items.move(by)

    def reveal(self, id: str, on: str) -> None:
        """Show a session of a day, with the cursor on it."""
        if not self.over.holds(on):
            self._range = self.host.services.log.range(self.over.reach, on)
        self.show_again()
        self.items.go(SESSION + id)

    def look_for(self, over: Range, words: str) -> None:
        """Come from elsewhere to some days, and to what is sought in them."""
        self.marked = frozenset()
        self._range, self._choosing, self._breaks = over, False, False
        self.items.rest()
        self._was_at = ""
        self.asked = self.find.value = words
        self.do_find_keep()
        self.show_again()

    # Which days.

    def key_pressed(self, key: str) -> bool:
        """After the key for the range, a letter says how many days are seen."""
        if not self._choosing:
            return False
        self._choosing = False
        if key in REACHES:
            self._look_at(REACHES[key], self.day_here)
        self._show_range()
        return key in REACHES or key == "escape"

    def _look_at(self, reach: Reach, on: str) -> None:
        at = self.items.cursor
        self._range = self.host.services.log.range(reach, on)
        self.show_again()
        self.items.go(at)

    def do_log_range(self) -> None:
        """Wait for the letter."""
        self._choosing = True
        self._show_range()

    def do_log_today(self) -> None:
        """The days around today."""
        self._look_at(self.over.reach, self.host.present.day.on)

    def can_log_today(self) -> bool:
        """Other days are seen."""
        return not self.over.holds(self.host.present.day.on)

    def do_log_earlier(self) -> None:
        """Further back."""
        self._turn(-1)

    def do_log_later(self) -> None:
        """What came after."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        weekday = self.host.services.log.first_weekday(self.over.first_on)
        self._range = self.over.beside(by, weekday)
        self.items.rest()
        self._was_at = ""
        self.show_again()

    def can_log_earlier(self) -> bool:
        """All is not seen at once."""
        return self.over.reach is not Reach.ALL

    def can_log_later(self) -> bool:
        """There may be something after it."""
        return self.can_log_earlier() and self.over.last_on < self.host.present.day.on

    def do_log_breaks(self) -> None:
        """With breaks, or without."""
        self._breaks = not self._breaks
        self.host.say("Breaks are shown." if self._breaks else "Breaks are left out.")
        self.show_again()

    # What keys mean.

    def on_the_bar(self, command: Command) -> tuple[str, int]:
        """The words fit what the key is for."""
        label, weight = super().on_the_bar(command)
        if command.id == "log.void" and self.chosen and not self.voids():
            return "restore", RESTORES
        if command.id == "log.back" and self.marked:
            return f"unmark {len(self.marked)}", MARKED
        return label, BAR.get(command.id, weight)
