"""Today: the clock, the day, and what waits."""

from collections.abc import Iterator

from textual import getters
from textual.containers import Container, Horizontal, Vertical
from textual.widget import Widget

from focus_tui.commands.declared import Command, Where
from focus_tui.domain.goal import Column
from focus_tui.domain.interval import State
from focus_tui.domain.session import Session
from focus_tui.domain.subject import Subject
from focus_tui.services.present import Present
from focus_tui.ui.host import Host
from focus_tui.ui.items import NEXT, PLANNED, PROMISE, THOUGHT
from focus_tui.ui.screens.daykeys import DayKeys
from focus_tui.ui.screens.ladderkeys import LadderKeys
from focus_tui.ui.screens.plans import PlanRows, in_plan
from focus_tui.ui.screens.shapekeys import ShapeKeys
from focus_tui.ui.screens.tangentkeys import TangentKeys
from focus_tui.ui.screens.todayrows import CARD, DATA, FIRST, SESSION, TodayRows
from focus_tui.ui.summing import sum_years
from focus_tui.ui.widgets.daystrip import DayStrip
from focus_tui.ui.widgets.face import Face
from focus_tui.ui.widgets.itemlist import ItemList, Later, Row, Rows

BEGIN = "Nothing yet today. {toggle} begins a session, {intent} says what it is on."
CATCH = "{capture} catches a thought at any moment, so that you can let it go."


WORDS = {
    ("list.open", CARD): "answer",
    ("list.open", FIRST): "name it",
    ("list.open", THOUGHT): "edit",
    ("list.open", PROMISE): "edit",
    ("list.lineup", NEXT): "take out",
    ("list.edit", SESSION): "note",
}
"""Other words of the key bar for what the cursor is on."""
QUESTION_WEIGHT = 98
MOVED_WEIGHT = 35


class TodayScreen(ShapeKeys, DayKeys, TangentKeys, LadderKeys):
    """Screen 1. Dialogs are imported when they are opened: it does not wait for them."""

    TITLE_HERE = "Today"
    WHERES = (Where.LIST, Where.TODAY, Where.EVERYWHERE)
    AUTO_FOCUS = "#items"

    face = getters.query_one(Face)
    strip = getters.query_one(DayStrip)
    items = getters.query_one("#items", ItemList)
    beside = getters.query_one("#beside", ItemList)

    def __init__(self) -> None:
        super().__init__()
        self._state = State.IDLE
        self._summing = False
        self._rows: TodayRows | None = None

    def body(self) -> Iterator[Widget]:
        """The face, the strip, the lists."""
        glyphs = self.host.glyphs
        yield Face(glyphs, self.host.services.preferences.rest_ideas)
        with Container(id="under"), Vertical(id="day"):
            yield DayStrip(glyphs, id="strip")
            with Horizontal(id="lists"):
                yield ItemList(glyphs, id="items")
                yield ItemList(glyphs, id="beside")

    def show(self, present: Present) -> None:
        """Draw this moment."""
        self.set_class(present.state in {State.BREAK, State.OVERRUN}, "-resting")
        self._show_face(present)
        self.strip.show(present)
        by_itself = self.host.looking
        if present.state is not self._state and not by_itself:
            self.items.rest()  # the person has turned the page
        self._state = present.state
        self._show_rows(present, by_itself=by_itself)
        super().show(present)

    def _show_face(self, present: Present) -> None:
        services, running = self.host.services, present.interval
        if present.unreadable:
            self.face.show(present, Subject(), None, services.preferences.usual())
            return
        working = running is not None and not running.phase.is_break
        subject = Subject.of(running) if running and working else services.upcoming.subject()
        coming = None if running else services.shapes.coming(subject.goal_id)
        self.face.show(
            present,
            subject,
            services.goals.get(subject.goal_id),
            coming,
            services.ladder.standing(present),
        )

    def prefer(self) -> None:
        """Also in the face."""
        self.face.prefer()
        super().prefer()

    def on_resize(self) -> None:
        """Another width is another arrangement of the lists."""
        self.call_after_refresh(self.host.show_again)

    def _show_rows(self, present: Present, *, by_itself: bool) -> None:
        wide = self.has_class("-wide")
        two = wide or self.has_class("-medium")
        unreadable, room = present.unreadable, (wide, two)
        new = not unreadable and self.host.services.welcome.waits
        shown = (
            *(present.version, present.day.on, present.cards, present.state),
            *(room, unreadable, new),
        )
        if shown == self._shown:
            return
        self._shown = shown
        if not self._summing and any(each.goal_id for each in present.day.focus):
            self._summing = True  # a goal may ask whether it goes on
            self.run_worker(sum_years(self.app))
        rows = self._rows_of(present)
        waiting = rows.cards(present.cards)
        if unreadable:
            waiting = rows.unreadable(self.host.services.copies.offer()) + waiting
        front, caught = ([], []) if unreadable else _ideas(self.host, rows, present)
        lined_up, promised, goals = ([], [], []) if unreadable else self._planned(present)
        done = rows.sessions(present.day)
        # Where the window is not wide, the plan alone is worth a list of its own.
        beside = (promised, goals, done) if wide else (promised, goals)
        there = _spaced(*beside)
        here = _spaced(waiting, lined_up, front, caught, [] if wide else done)
        self.beside.display = bool(there) and (wide or (two and bool(here)))
        if not self.beside.display and self.beside.has_focus:
            self.items.focus()
        if self.beside.display:
            self.beside.set_rows(there, by_itself=by_itself)
        else:
            here = _spaced(waiting, lined_up, promised, goals, front, caught, done)
        if new:
            here = _spaced(rows.welcome(), _empty(self.host))
        self.items.set_rows(here or _empty(self.host), by_itself=by_itself)

    def _rows_of(self, present: Present) -> TodayRows:
        """The same for as long as they would draw the same."""
        if self._rows is None or not self._rows.are_for(present.zone, present.day.on):
            self._rows = TodayRows(self.host.glyphs, present.zone, present.day.on)
        return self._rows

    def _planned(self, present: Present) -> tuple[list[Row], list[Row], list[Row]]:
        """The line-up; and outside breaks, which are quiet, the week's promises and the goals."""
        services, plans = self.host.services, PlanRows(self.host.glyphs)
        lined_up = plans.lineup(services.lineup.coming())
        if present.state in {State.BREAK, State.OVERRUN}:
            return lined_up, [], []
        week = services.commitments.week()
        standings = services.commitments.of(week)
        planned = in_plan(services.commitments.planned(week)) if standings else ""
        active = services.goals.column(Column.ACTIVE)
        goals = [(each, services.standings.alone(each)) for each in active]
        return lined_up, plans.promises("This week", standings, planned), plans.goals(goals)

    def on_the_bar(self, command: Command) -> tuple[str, int]:
        """What is under the cursor has its own words; it weighs more once the cursor was moved."""
        label, weight = super().on_the_bar(command)
        kind = self.current.cursor.partition(":")[0] + ":"
        label = WORDS.get((command.id, kind), label)
        if command.id == "list.open" and kind in {CARD, DATA}:
            return label, QUESTION_WEIGHT
        if command.id == "list.edit" and kind in {THOUGHT, PROMISE}:
            return label, 0  # enter does the same
        if command.where is not Where.LIST or command.id == "list.other":
            return label, weight
        if self.has_class("-short"):  # nothing of the list is in sight
            return label, 1
        return label, weight + MOVED_WEIGHT * self.current.was_moved

    @property
    def at(self) -> str:
        """A question, a place of the line-up, a promise, a goal, a thought, a session."""
        return self.current.cursor

    def move(self, by: int) -> None:
        """Over the list that the keys go to."""
        self.current.move(by)

    @property
    def current(self) -> ItemList:
        """The list that the keys go to."""
        return self.beside if self.beside.has_focus else self.items

    # What the list's keys do.

    def can_list_edit(self) -> bool:
        """There are words of the person's under the cursor: a thought, or a session's note."""
        return self.at.startswith((THOUGHT, PROMISE, SESSION))

    def can_list_delete(self) -> bool:
        """What the person wrote is under the cursor; goals are deleted where all of them are."""
        return self.at.startswith((THOUGHT, PROMISE, NEXT))

    def can_today_earlier(self) -> bool:
        """A session of the line-up is under the cursor."""
        return self.at.startswith(NEXT)

    can_today_later = can_today_earlier

    def _session(self) -> Session | None:
        """The session under the cursor."""
        done = self.host.present.day.focus
        return next((each for each in done if SESSION + each.id == self.current.cursor), None)

    def do_list_open(self) -> None:
        """Answer a card, edit a thought, read a session."""
        from focus_tui.ui.dialogs.card import open_card
        from focus_tui.ui.dialogs.pages import SessionDialog

        item = self.at
        present = self.host.present
        if item.startswith(DATA):
            self.host.perform("restore")
        if item.startswith(FIRST):
            from focus_tui.ui.dialogs.firstgoal import FirstGoal

            FirstGoal(self.app).ask()
        if item.startswith(PLANNED):
            self.things.open(item)
        for card in present.cards:
            if CARD + card.id == item:
                self.app.push_screen(open_card(card))
        if session := self._session():
            rows = self._rows_of(present)
            when = f"{rows.clock(session.started.at_ms)} to {rows.clock(session.ended_at_ms)}"
            self.app.push_screen(SessionDialog(session, present.day.marks_of(session.id), when))

    def do_list_edit(self) -> None:
        """Change a thought's words, or a session's note."""
        from focus_tui.ui.dialogs import lines

        if session := self._session():
            self.app.push_screen(lines.note(self.host, session))
        else:
            super().do_list_edit()

    def do_today_earlier(self) -> None:
        """Up in the line-up."""
        self.host.services.lineup.carry(self.current.cursor.removeprefix(NEXT), -1)

    def do_today_later(self) -> None:
        """Down in the line-up."""
        self.host.services.lineup.carry(self.current.cursor.removeprefix(NEXT), 1)

    def can_list_other(self) -> bool:
        """There are two lists."""
        return self.beside.display

    def do_list_other(self) -> None:
        """To the list beside."""
        (self.items if self.beside.has_focus else self.beside).focus()
        self.call_after_refresh(self.show_keys)


def _ideas(host: Host, rows: TodayRows, present: Present) -> tuple[Rows, Rows]:
    """The front of the line, outside breaks, which are quiet; and what was caught."""
    resting = present.state in {State.BREAK, State.OVERRUN}
    front = [] if resting else rows.front(host.services.choosing.front())
    return front, rows.thoughts(host.services.thoughts.inbox())


def _empty(host: Host) -> list[Row]:
    """What belongs here, and the key that makes the first one."""
    present = host.present
    lines = [CATCH] if present.interval or present.day.focus else [BEGIN, CATCH]
    keys = {
        "toggle": host.shown_key("clock.toggle"),
        "intent": host.shown_key("today.intent"),
        "capture": host.shown_key("capture"),
    }
    return [Row(line.format(**keys), style="$quiet") for line in lines]


def _spaced(*groups: Rows) -> list[Row | Later]:
    rows: list[Row | Later] = []
    for group in groups:
        if rows and group:
            rows.append(Row())
        rows += group
    return rows
