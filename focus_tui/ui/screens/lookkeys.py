"""Looking back: all weeks, finding in them, and pages to be read."""

from enum import StrEnum

from textual import getters

from focus_tui.domain.reflection import Part
from focus_tui.domain.week import Week
from focus_tui.domain.weekpage import Section, WeekPage
from focus_tui.services.lookback import Said
from focus_tui.services.weekpages import own_page, public_page
from focus_tui.ui.screens.finding import Finding
from focus_tui.ui.screens.reviewkeys import ReviewKeys
from focus_tui.ui.screens.weekrows import SAID, WEEK, WeekRows
from focus_tui.ui.widgets.field import LineField
from focus_tui.ui.widgets.itemlist import ItemList, Row
from focus_tui.ui.widgets.pageview import PageView

EMPTY = "Each week that held a session or a promise stands here."


class View(StrEnum):
    """What is looked at."""

    REVIEW = "review"
    WEEKS = "weeks"
    PAGE = "page"


class LookKeys(Finding, ReviewKeys):
    """Subclasses say which week is looked at."""

    items = getters.query_one("#review", ItemList)
    find = getters.query_one("#find", LineField)
    reader = getters.query_one(PageView)
    week_rows: WeekRows

    def __init__(self) -> None:
        super().__init__()
        self.page: WeekPage | None = None
        """What is read, in the place of all else."""
        self.listing = False
        """Whether all weeks are in sight, and not one."""
        self.said: tuple[Said, ...] = ()

    def look_at(self, week: Week, part: Part | None = None) -> None:
        """Go to a week's review."""
        raise NotImplementedError

    @property
    def width(self) -> int:
        """Of the rows, also while a page stands in their place."""
        return self.app.size.width - 2

    @property
    def view(self) -> View:
        """What is looked at: a review that is finished is a page."""
        if self.page is not None:
            return View.PAGE
        if self.listing:
            return View.WEEKS
        return View.PAGE if self.review and self.review.finished else View.REVIEW

    @property
    def reviewing(self) -> bool:
        """Whether a review is in sight that is not finished."""
        return self.view is View.REVIEW and super().reviewing

    @property
    def week_here(self) -> Week:
        """The week under the cursor, else the one that is looked at."""
        if self.listing and self.at.startswith(WEEK):
            return Week(self.at.removeprefix(WEEK))
        if self.listing and self.at.startswith(SAID):
            return self.said[int(self.at.removeprefix(SAID))].week
        return self.week

    # What is shown.

    def weeks(self) -> list[Row]:
        """All weeks, or what was found in them."""
        lookback, width = self.host.services.lookback, self.width
        if self.asked:
            self.said = lookback.find(self.asked)
            return self.week_rows.found(self.said)
        rows = [self.week_rows.row(each, width) for each in lookback.weeks()]
        if then := lookback.a_year_ago(self.host.services.evidences.week()):
            ago = self.week_rows.row(then, width)
            rows = [Row("A year ago this week", style="$quiet"), ago, Row(), *rows]
            rows[1] = ago._replace(id="")
        return rows or [Row(EMPTY, style="$quiet")]

    def read(self) -> WeekPage | None:
        """The page that is read, if one is."""
        if self.page is None and self.review and self.review.finished and not self.listing:
            return own_page(self.review)
        return self.page

    # What keys mean.

    def move(self, by: int) -> None:
        """Over what is listed; or through what is read."""
        if self.view is View.PAGE:
            self.reader.move(by)
        else:
            self.items.move(by)

    def can_list_open(self) -> bool:
        """A week is under the cursor, or something that can be answered."""
        if self.view is View.WEEKS:
            return self.at.startswith((WEEK, SAID))
        return self.view is View.REVIEW and super().can_list_open()

    def can_review_resume(self) -> bool:
        """What is read is a review that is finished."""
        return self.view is View.PAGE and self.page is None

    def do_list_open(self) -> None:
        """Go to it."""
        if self.view is not View.WEEKS:
            super().do_list_open()
            return
        part = self.said[int(self.at.removeprefix(SAID))].part if SAID in self.at else None
        week, self.listing = self.week_here, False
        if self.asked:
            self.do_find_clear()
        self.look_at(week, part)

    def do_review_weeks(self) -> None:
        """All of them, or back to the one."""
        self.page, self.listing = None, not self.listing
        self.items.rest()
        self.show_again()

    def do_review_find(self) -> None:
        """In all that was said."""
        self.page, self.listing = None, True
        self.show_again()
        self.begin_to_find()

    def can_review_back(self) -> bool:
        """There is something to go back from."""
        return self.page is not None or self.listing or bool(self.asked)

    def do_review_back(self) -> None:
        """One step."""
        if self.page is not None:
            self.page = None
        elif self.week_rows.beside is not None:
            self.week_rows.beside = None
        elif self.asked:
            self.do_find_clear()
        else:
            self.listing = False
        self.show_again()

    def _no_page(self) -> bool:
        """No page stands in the place of all else."""
        return self.page is None

    can_review_month = can_review_year = can_review_public = can_review_beside = _no_page
    can_review_export = _no_page

    def do_review_public(self) -> None:
        """What may be shown."""
        review = self.host.services.reviews.of(self.week_here)
        page = public_page(review)
        if not page.sections and not page.figures:
            key = self.host.shown_key("review.show")
            words = f"Nothing of this week may be shown: {key} on a part lets it be."
            page = page._replace(sections=(Section("Private", (words,)),))
        self.open_page(page)

    def do_review_finish(self) -> None:
        """Done; written too, where that is set."""
        said = self.reflecting.finish(self.week)
        written = self.host.services.exports.finished(self.week)
        self.host.say(" ".join(filter(None, (said, written))))

    def do_review_export(self) -> None:
        """Into the folder that is set, or one that is asked for."""
        from focus_tui.ui.dialogs.reviewflows import ReviewFlows

        exports, week = self.host.services.exports, self.week_here
        if exports.folder:
            self.host.say(exports.export([week]))
        else:
            ReviewFlows(self.app, week, self.part).export()

    def do_review_beside(self) -> None:
        """The first of two, then the other one."""
        here, first = self.week_here, self.week_rows.beside
        if first is None or first == here:
            self.week_rows.beside = here if first is None else None
            self.page, self.listing = None, True
            if first is None:
                key = self.host.shown_key("review.beside")
                self.host.say(f"{here.named()}: and beside which week? {key} on that one.")
            self.show_again()
            return
        self.week_rows.beside = None
        table = self.host.services.lookback.beside(first, here)
        self.open_page(_beside(first, here, table))

    def open_page(self, page: WeekPage) -> None:
        """Read it, in the place of all else."""
        self.page = page
        self.show_again()


def _beside(one: Week, other: Week, table: tuple[tuple[str, str, str], ...]) -> WeekPage:
    """Two weeks as a page of columns."""
    rows = [("", one.named(), other.named()), *table]
    wide = [max(len(row[number]) for row in rows) for number in range(3)]
    lines = tuple(
        f"{name:{wide[0]}}  {left:>{wide[1]}}   {right:>{wide[2]}}" for name, left, right in rows
    )
    return WeekPage("Side by side", (), (Section("", lines),))
