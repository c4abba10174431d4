"""Goals: the board, and what is promised for the week."""

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import getters
from textual.containers import Horizontal
from textual.widget import Widget

from focus_tui.commands.command import Command, Where
from focus_tui.domain.board import COLUMNS, ENDED
from focus_tui.domain.errors import DataUnusable, FocusError
from focus_tui.domain.goal import Column, Goal
from focus_tui.services.present import Present
from focus_tui.ui import stylesheets
from focus_tui.ui.items import GOAL
from focus_tui.ui.screens.goalcards import GoalCards
from focus_tui.ui.screens.itemkeys import ItemScreen
from focus_tui.ui.screens.plans import PlanRows, in_plan
from focus_tui.ui.summing import sum_years
from focus_tui.ui.widgets.board import Board
from focus_tui.ui.widgets.goaldetail import GoalDetail
from focus_tui.ui.widgets.itemlist import ItemList, Row

if TYPE_CHECKING:
    from focus_tui.ui.dialogs.goalflows import GoalFlows

PROMISE_WEIGHT = 80
NOTHING_PROMISED = "{promise} promises, as: Audio: 8 sessions"


class GoalsScreen(ItemScreen):
    """Screen 2."""

    TITLE_HERE = "Goals"
    WHERES = (Where.LIST, Where.BOARD, Where.EVERYWHERE)
    AUTO_FOCUS = "#board"
    CSS_PATH = stylesheets.path("goals.tcss")

    week = getters.query_one("#week", ItemList)
    board = getters.query_one("#board", Board)
    detail = getters.query_one(GoalDetail)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()

    def body(self) -> Iterator[Widget]:
        """The week, the columns, the detail of one goal."""
        glyphs = self.host.glyphs
        yield ItemList(glyphs, id="week")
        with Horizontal(id="aims"):
            yield Board(glyphs, begins_in=COLUMNS.index(Column.ACTIVE), id="board")
            yield GoalDetail(glyphs)

    def on_mount(self) -> None:
        """Past years come when they are summed."""
        self.run_worker(sum_years(self.app))

    # What is shown.

    def show(self, present: Present) -> None:
        """Draw this moment."""
        summed = not present.unreadable and self.host.services.standings.complete
        room = self.size, self.has_class("-wide")
        shown = (present.version, present.day.on, room, present.unreadable, summed)
        if shown != self._shown and not present.unreadable:
            self._shown = shown
            self._show_week()
            self._show_board(present)
        super().show(present)

    def prefer(self) -> None:
        """What is drawn holds signs and keys too."""
        self._shown = ()
        super().prefer()

    def on_resize(self) -> None:
        """Another window has room for other lines."""
        self.call_after_refresh(self.host.show_again)

    def _show_week(self) -> None:
        commitments = self.host.services.commitments
        rows: list[Row] = []
        plans = PlanRows(self.host.glyphs)
        for ahead, name in enumerate(("This week", "Next week")):
            week = commitments.week(ahead)
            steady = self._showing_up() if not ahead and self.has_class("-wide") else []
            heading = f" {self.host.glyphs.dot} ".join([name, week.named(), *steady])
            standings = commitments.of(week)
            found = plans.promises(heading, standings, in_plan(commitments.planned(week)))
            rows += [Row(), *found] if rows and found else found
        key = self.host.shown_key("list.promise")
        self.week.can_focus = bool(rows)
        empty = Row(NOTHING_PROMISED.format(promise=key), style="$quiet")
        self.week.styles.height = max(1, min(len(rows), self._rows_for_week()))
        self.week.set_rows(rows or [empty], by_itself=self.host.looking)

    def _showing_up(self) -> list[str]:
        score = self.host.services.standings.showing_up()
        return [f"showing up {score} of 100"] if score else []

    def _rows_for_week(self) -> int:
        return max(3, (self.app.size.height - 8) // 3)

    def _show_board(self, present: Present) -> None:
        services = self.host.services
        cards = GoalCards(self.host.glyphs, present.day.on, services.standings.of)
        self.board.set_columns(
            cards.columns(services.goals.all(), self.host.shown_key("board.new"))
        )
        self._show_detail()

    def _show_detail(self) -> None:
        goal = self._goal()
        self.detail.display = self.has_class("-wide")
        if self.detail.display and not self.host.present.unreadable:
            self.detail.show(self.host.services.standings.account(goal) if goal else None)

    def on_board_moved(self) -> None:
        """Another goal is under the cursor; what is read beside it comes after."""
        self.show_keys()
        self.call_after_refresh(self._show_detail)

    def on_descendant_focus(self) -> None:
        """The board has other keys than the week."""
        self.show_keys()

    # What the cursor is on.

    @property
    def _on_board(self) -> bool:
        return not self.week.has_focus

    @property
    def at(self) -> str:
        """A goal, or a promise."""
        if not self._on_board:
            return self.week.cursor
        return GOAL + self.board.cursor if self.board.cursor else ""

    def _goal(self) -> Goal | None:
        if self._on_board:
            with suppress(DataUnusable):  # said where it is shown
                return self.host.services.goals.get(self.board.cursor)
        return None

    def _some_goal(self) -> bool:
        return self._on_board and bool(self.at)

    can_board_why = can_board_carry_up = can_board_carry_down = _some_goal

    def can_board_more(self) -> bool:
        """The goal has a target."""
        goal = self._goal()
        return goal is not None and goal.target is not None

    def can_board_carry_left(self) -> bool:
        """There is a column before."""
        return self._beside(-1) is not None

    def can_board_carry_right(self) -> bool:
        """There is a next column."""
        return self._beside(1) is not None

    def can_board_archive(self) -> bool:
        """The goal is not being worked for."""
        goal = self._goal()
        return goal is not None and goal.column is not Column.ACTIVE

    can_list_edit = can_list_delete = ItemScreen.can_list_open

    def can_board_other(self) -> bool:
        """Something is promised."""
        return not self._on_board or bool(self.week.cursor)

    def on_the_bar(self, command: Command) -> tuple[str, int]:
        """To promise is what one comes here for."""
        label, weight = super().on_the_bar(command)
        return label, PROMISE_WEIGHT if command.id == "list.promise" else weight

    # Moving.

    def move(self, by: int) -> None:
        """Over the board's column, or over the week."""
        (self.board if self._on_board else self.week).move(by)

    def do_board_left(self) -> None:
        """To the column before."""
        self._turn(-1)

    def do_board_right(self) -> None:
        """To the next column."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        if self._on_board:
            self.board.turn(by)

    def do_board_other(self) -> None:
        """From the board to the week, and back."""
        (self.week if self._on_board else self.board).focus()

    # What the keys do to a goal or a promise.

    @property
    def _dialogs(self) -> "GoalFlows":
        from focus_tui.ui.dialogs.goalflows import GoalFlows

        return GoalFlows(self.app)

    def do_list_open(self) -> None:
        """A goal's page; a promise's line."""
        self.things.open(self.at)

    def do_board_new(self) -> None:
        """A new goal in this column, or where it has ended, for someday."""
        column = Column(self.board.section or Column.ACTIVE)
        self._dialogs.new_goal(Column.SOMEDAY if column in ENDED else column, self.board.go)

    def do_board_why(self) -> None:
        """Why it matters."""
        if goal := self._goal():
            self._dialogs.field(goal, "why")

    def do_board_more(self) -> None:
        """One more of the target."""
        if goal := self._goal():
            self.host.say(self.host.services.goals.one_more(goal.id))

    def do_board_archive(self) -> None:
        """Off the board."""
        if goal := self._goal():
            self.host.say(self.host.services.goals.archive(goal.id))

    # Carrying.

    def _beside(self, by: int) -> Column | None:
        goal = self._goal()
        at = COLUMNS.index(goal.column) + by if goal else -1
        return COLUMNS[at] if 0 <= at < len(COLUMNS) else None

    def do_board_carry_left(self) -> None:
        """Into the column before."""
        self._carry(-1)

    def do_board_carry_right(self) -> None:
        """Into the next column."""
        self._carry(1)

    def do_board_carry_up(self) -> None:
        """Up in its column."""
        self.host.say(self.host.services.goals.carry(self.board.cursor, -1))

    def do_board_carry_down(self) -> None:
        """Down in its column."""
        self.host.say(self.host.services.goals.carry(self.board.cursor, 1))

    def on_board_opened(self) -> None:
        """Two clicks do what the key does."""
        self.host.perform("list.open")

    def on_board_dropped(self, message: Board.Dropped) -> None:
        """The mouse has carried a goal."""
        try:
            goal = self.host.services.goals.get(message.card_id)
            if goal is not None:
                self._dialogs.carry(goal, Column(message.place.section), message.place.number)
        except FocusError as error:
            self.host.say(str(error), wrong=True)

    def _carry(self, by: int) -> None:
        goal, column = self._goal(), self._beside(by)
        if goal and column:
            self._dialogs.carry(goal, column)
