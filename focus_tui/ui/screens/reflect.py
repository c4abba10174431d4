"""The review of a week, part by part."""

from collections.abc import Iterator

from textual import getters
from textual.widget import Widget

from focus_tui.commands.command import Command, Where
from focus_tui.domain.durations import MINUTE_MS, plural
from focus_tui.domain.reflection import Part
from focus_tui.domain.week import Week
from focus_tui.services.present import Present
from focus_tui.ui import stylesheets
from focus_tui.ui.screens.reviewkeys import ReviewKeys
from focus_tui.ui.screens.reviewrows import ReviewRows
from focus_tui.ui.widgets.itemlist import ItemList
from focus_tui.ui.widgets.weekhead import WeekHead

NAMES = {
    Part.INTENDED: "Intended",
    Part.DID: "Did",
    Part.WON: "Won",
    Part.HOW: "How was it",
    Part.LEARNED: "Learned",
    Part.CHANGE: "Change",
    Part.NEXT: "Next week",
}
PLACE = "review-place"
"""The draft that says where in the review the person was."""
BAR = {"list.open": 89, "list.edit": 40, "list.delete": 38, "undo": 50}
"""Other weights on the key bar than on other screens."""
LABELS = {
    ("review.take", "win"): "keep",
    ("review.leave", "win"): "strike",
    ("review.take", "draft"): "promise",
    ("list.open", "draft"): "promise",
    ("list.open", "proposal"): "take",
    ("list.open", "found"): "take",
}
"""Words on the key bar by the command and what the cursor is on."""


class ReflectScreen(ReviewKeys):
    """Screen 4."""

    TITLE_HERE = "Reflect"
    WHERES = (Where.LIST, Where.REVIEW, Where.EVERYWHERE)
    AUTO_FOCUS = "#review"
    CSS_PATH = [  # noqa: RUF012 (as Textual declares it)
        stylesheets.path(stylesheets.DIALOGS),
        stylesheets.path("reflect.tcss"),
    ]

    head = getters.query_one(WeekHead)
    items = getters.query_one("#review", ItemList)

    def __init__(self) -> None:
        super().__init__()
        self._began_ms: int | None = None
        """When this review was opened, on the clock that stands still in sleep."""

    def body(self) -> Iterator[Widget]:
        """The week, and a part's rows."""
        self.rows = ReviewRows(self.host.glyphs, lambda: self.items.size.width)
        self._go_back()
        yield WeekHead()
        yield ItemList(self.host.glyphs, id="review")

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
        shown = (present.version, self.week, self.part, present.day.on, self.items.size.width)
        if shown != self._shown:
            self._shown = shown
            self.review = services.reviews.of(self.week)
            if self.part not in self.parts:
                self.part = self.parts[0]
            goals = services.desk.db.read().goals.all()
            self.rows.letters = {each.id: each.letter for each in goals}
            self.rows.hues = {each.id: each.hue for each in goals}
            rows = self.rows.rows(self.review, self.part)
            self.items.set_rows(rows, by_itself=self.host.looking)
        self._show_head(present)

    def _show_head(self, present: Present) -> None:
        review = self.review
        if review is None:
            return
        dot, check = self.host.glyphs.dot, self.host.glyphs.check
        said = []
        if review.reflection and self.part in review.reflection.public:
            said.append("may be shown")
        minutes = (present.reading.awake_ms - (self._began_ms or 0)) // MINUTE_MS
        if review.finished:
            said.append("finished")
        elif review.skipped:
            said.append("skipped")
        elif not review.ended:
            said.append("not over yet")
        elif minutes:
            said.append(plural(minutes, "minute"))
        parts = [(NAMES[part], check if review.answered(part) else "") for part in self.parts]
        here = self.parts.index(self.part)
        self.head.show(self.week.named(), f" {dot} ".join(said), parts, here)

    def on_resize(self) -> None:
        """Rows have room for other words."""
        self.call_after_refresh(self.show_again)

    def show_again(self) -> None:
        """The person looks at it in another way."""
        self.host.show_again()
        self.show_keys()

    # Where the cursor is.

    @property
    def at(self) -> str:
        """What the cursor is on."""
        return self.items.cursor

    def move(self, by: int) -> None:
        """Over what can be answered."""
        self.items.move(by)

    # Which part, which week.

    def do_review_part(self) -> None:
        """The next one."""
        self._turn_part(1)

    def do_review_part_back(self) -> None:
        """The one before."""
        self._turn_part(-1)

    def _turn_part(self, by: int) -> None:
        number = (self.parts.index(self.part) + by) % len(self.parts)
        self._look_at(self.week, self.parts[number])

    def on_week_head_pressed(self, message: WeekHead.Pressed) -> None:
        """A click on a part's name goes there."""
        self._look_at(self.week, self.parts[message.number])

    def _look_at(self, week: Week, part: Part) -> None:
        self.week, self.part = week, part
        self.items.rest()
        self.keep()
        self.show_again()

    def keep(self) -> None:
        """Where the person is."""
        self.host.services.drafts.put(PLACE, f"{self.week.first_on} {self.part}")

    def do_review_earlier(self) -> None:
        """The week before."""
        self._look_at(self.week.after(-1), self.part)

    def do_review_later(self) -> None:
        """The week after."""
        self._look_at(self.week.after(), self.part)

    def can_review_later(self) -> bool:
        """It has begun."""
        return self.week.after().first_on <= self.host.present.day.on

    def do_review_now(self) -> None:
        """What is to be reviewed."""
        self._look_at(self.host.services.reviews.first(), self.part)

    def can_review_now(self) -> bool:
        """Another week is in sight."""
        return self.week != self.host.services.reviews.first()

    def on_the_bar(self, command: Command) -> tuple[str, int]:
        """The words fit what the key is for."""
        label, weight = super().on_the_bar(command)
        if command.id == "list.open":
            label = "answer"
        kind = self.thing.key.partition(":")[0] if self.thing else ""
        return LABELS.get((command.id, kind), label), BAR.get(command.id, weight)
