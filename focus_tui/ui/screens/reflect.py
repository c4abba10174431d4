"""The review of a week, part by part."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from functools import partial

from textual import getters
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.commands.command import Command, Where
from focus_tui.domain.durations import MINUTE_MS, plural
from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.reflection import Part
from focus_tui.domain.week import Week
from focus_tui.services.present import Present
from focus_tui.ui import stylesheets
from focus_tui.ui.screens.goingthrough import GoingThrough
from focus_tui.ui.screens.lookkeys import View
from focus_tui.ui.screens.reviewrows import ReviewRows
from focus_tui.ui.screens.turnkeys import TurnKeys
from focus_tui.ui.screens.weekrows import NAMES, WeekRows
from focus_tui.ui.widgets.field import LineField
from focus_tui.ui.widgets.itemlist import ItemList, Row
from focus_tui.ui.widgets.pageview import PageView
from focus_tui.ui.widgets.parthead import PartHead

PLACE = "review-place"
"""The draft that says where in the review the person was."""
BAR = {"list.open": 89, "list.edit": 40, "list.delete": 38, "undo": 50}
"""Other weights on the key bar than on other screens."""
LABELS = {
    ("review.take", "win"): "keep",
    ("review.leave", "win"): "strike",
    ("review.take", "draft"): "promise",
    ("list.open", "draft"): "promise",
    ("list.open", "next"): "change",
    ("list.open", ""): "reword",
    ("list.open", "aged"): "look",
    ("list.open", "proposal"): "take",
    ("list.open", "found"): "take",
}
"""Words on the key bar by the command and what the cursor is on."""


class ReflectScreen(TurnKeys, GoingThrough):
    """Screen 4."""

    TITLE_HERE = "Reflect"
    WHERES = (Where.LIST, Where.REVIEW, Where.EVERYWHERE)
    AUTO_FOCUS = "#review"
    CSS_PATH = [  # noqa: RUF012 (as Textual declares it)
        stylesheets.path(stylesheets.DIALOGS),
        stylesheets.path("reflect.tcss"),
    ]

    head = getters.query_one(PartHead)

    def __init__(self) -> None:
        super().__init__()
        self._read: tuple[object, ...] = ()
        """What the review in sight was read from."""
        self._aged_in: tuple[object, ...] = ()
        """In what it was counted how many ideas are old."""
        self._began_ms: int | None = None
        """When this review was opened, on the clock that stands still in sleep."""

    def body(self) -> Iterator[Widget]:
        """The week, and a part's rows."""
        self.rows = ReviewRows(self.host.glyphs, lambda: self.width, self.host.shown_key)
        self.week_rows = WeekRows(self.host.glyphs)
        self._go_back()
        yield PartHead()
        with Horizontal(id="sought"):
            yield Static("/ ", markup=False)
            yield LineField(id="find", placeholder="words of any review", typed=self.sought)
        yield ItemList(self.host.glyphs, id="review")
        yield PageView(self.host.glyphs, id="reader")

    def _go_back(self) -> None:
        """To where the person was, if that week's review still goes on."""
        first_on, _, part = self.host.services.drafts.get(PLACE).partition(" ")
        self.week, self.part = self.host.services.reviews.first(), Part.INTENDED
        if first_on == self.week.first_on and part in tuple(Part):
            self.part = Part(part)

    # What is shown.

    def show(self, present: Present) -> None:
        """Draw this moment."""
        if self._began_ms is None:
            self._began_ms = present.reading.awake_ms
        if not present.unreadable:
            self._show_review(present)
        super().show(present)

    def _show_review(self, present: Present) -> None:
        services = self.host.services
        looked = (self.week, self.part, self.listing, self.page, self.asked)
        shown = (present.version, *looked, self.week_rows.beside, present.day.on, self.width)
        if shown != self._shown:
            self._shown = shown
            worked = services.worked
            show = partial(self._show_week, present)
            self.show_read(lambda: worked.ready, worked.prepare, show)
        self._show_head(present)

    def _show_week(self, present: Present) -> None:
        if self._read != (present.version, self.week, present.day.on):
            self._read = present.version, self.week, present.day.on
            self.review = self.host.services.reviews.of(self.week)
        if self.part not in self.parts:
            self.part = self.parts[0]
        page = self.read()
        self.set_class(page is not None, "-reading")
        self.set_class(self.view is not View.REVIEW, "-plain")
        if page is not None:
            self.reader.show(page)
        else:
            rows = self.weeks() if self.listing else self._part()
            self.items.set_rows(rows, by_itself=self.host.looking)

    def instead(self, words: str, *, wrong: bool = False) -> None:
        """In the place of a review."""
        self._read, self.review = (), None
        self.remove_class("-reading")
        self.items.set_rows([Row(words, style="$error" if wrong else "$quiet")])
        self._show_head(self.host.present)

    def _part(self) -> list[Row]:
        assert self.review is not None
        goals = self.host.services.desk.db.read().goals.all()
        self.rows.letters = {each.id: each.letter for each in goals}
        self.rows.hues = {each.id: each.hue for each in goals}
        if self._aged_in is not self._read and (self.part is Part.CHANGE or not self._aged_in):
            self._aged_in = self._read
            work = self._count_aged
            self.run_worker(work, group="aged", exclusive=True)  # type: ignore[arg-type]
        return self.rows.rows(self.review, self.part)

    async def _count_aged(self) -> None:
        """How many ideas were left alone for long: all must be read for that, and keys go first."""
        revisiting = self.host.services.revisiting
        with suppress(DataUnusable):  # what can't be read is said where it is shown
            for _ in revisiting.prepare():
                await asyncio.sleep(0)
            before, self.rows.aged = self.rows.aged, len(revisiting.aged())
            if self.rows.aged != before:
                self._shown = ()
                self.show_again()

    def _show_head(self, present: Present) -> None:
        review = self.review
        if review is None or self.view is not View.REVIEW:
            self._show_no_parts()
            return
        dot, check = self.host.glyphs.dot, self.host.glyphs.check
        said = []
        if review.reflection and self.part in review.reflection.public:
            said.append("may be shown")
        minutes = (present.reading.awake_ms - (self._began_ms or 0)) // MINUTE_MS
        if review.skipped:
            said.append("skipped")
        elif not review.ended:
            said.append("not over yet")
        elif minutes:
            said.append(plural(minutes, "minute"))
        parts = [(NAMES[part], check if review.answered(part) else "") for part in self.parts]
        here = self.parts.index(self.part)
        self.head.show(self.week.named(), f" {dot} ".join(said), parts, here)

    def _show_no_parts(self) -> None:
        """All weeks, or a page with its title."""
        if self.view is View.WEEKS:
            services = self.host.services
            said = [plural(len(services.lookback.weeks()), "week")]
            if waiting := len(services.reviews.offered()):
                said.insert(0, f"{waiting} of late without a review")
            self.head.show("Weeks", f" {self.host.glyphs.dot} ".join(said))
        else:
            page = self.read()
            finished = page is not None and self.page is None
            title = page.title if page else self.week.named()
            self.head.show(title, "finished" if finished else "")

    def on_resize(self) -> None:
        """Rows have room for other words."""
        self.call_after_refresh(self.show_again)

    # Where the cursor is.

    @property
    def at(self) -> str:
        """What the cursor is on."""
        return self.items.cursor

    # Which part, which week.

    def do_review_part(self) -> None:
        """The next one."""
        self._turn_part(1)

    def do_review_part_back(self) -> None:
        """The one before."""
        self._turn_part(-1)

    def _turn_part(self, by: int) -> None:
        number = (self.parts.index(self.part) + by) % len(self.parts)
        self.look_at(self.week, self.parts[number])

    def can_review_part(self) -> bool:
        """Parts are in sight."""
        return self.view is View.REVIEW

    can_review_part_back = can_review_part

    def on_part_head_pressed(self, message: PartHead.Pressed) -> None:
        """A click on a part's name goes there."""
        self.look_at(self.week, self.parts[message.number])

    def look_at(self, week: Week, part: Part | None = None) -> None:
        """Go to a week's review, and to a part of it."""
        self.week, self.part, self.page = week, part or self.part, None
        self.items.rest()
        self.keep()
        self.show_again()

    def review_of(self, week: Week) -> None:
        """Come to a week's review from elsewhere, whatever was looked at here before."""
        self.listing = False
        if self.asked:
            self.do_find_clear()
        self.look_at(week, self.part if week == self.week else Part.INTENDED)

    def keep(self) -> None:
        """Where the person is."""
        self.host.services.drafts.put(PLACE, f"{self.week.first_on} {self.part}")

    def on_the_bar(self, command: Command) -> tuple[str, int]:
        """The words fit what the key is for."""
        label, weight = super().on_the_bar(command)
        if command.id == "list.open" and self.view is View.REVIEW:
            label = "answer"
        kind = self.thing.key.partition(":")[0] if self.thing else "none"
        return LABELS.get((command.id, kind), label), BAR.get(command.id, weight)
