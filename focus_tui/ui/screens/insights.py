"""The insights: what weeks, months and years show, each figure with the sessions behind it."""

from collections.abc import Iterator
from functools import partial

from textual import getters
from textual.widget import Widget

from focus_tui.commands.command import Command, Where
from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.insights import Insights
from focus_tui.domain.logrange import Reach
from focus_tui.domain.sustaining import Sign, Sustained
from focus_tui.services.present import Present
from focus_tui.ui import stylesheets
from focus_tui.ui.screens.insightkeys import InsightKeys
from focus_tui.ui.screens.insightrows import InsightRows, Part
from focus_tui.ui.widgets.itemlist import ItemList, Row
from focus_tui.ui.widgets.pageview import PageView
from focus_tui.ui.widgets.parthead import PartHead

SAY_RANGE = "w week  m month  q quarter  y year  a all"
BAR = {"list.open": 85, "undo": 12}
"""Other weights on the key bar than on other screens."""
EMPTY = "Sessions of this time will stand here, figure by figure; {toggle} begins one."


class InsightsScreen(InsightKeys):
    """Screen 6."""

    TITLE_HERE = "Insights"
    WHERES = (Where.LIST, Where.INSIGHT, Where.EVERYWHERE)
    AUTO_FOCUS = "#figures"
    CSS_PATH = [  # noqa: RUF012 (as Textual declares it)
        stylesheets.path(stylesheets.DIALOGS),
        stylesheets.path("insights.tcss"),
    ]

    head = getters.query_one(PartHead)
    items = getters.query_one("#figures", ItemList)
    reader = getters.query_one(PageView)

    def body(self) -> Iterator[Widget]:
        """The range, the parts, a part's figures."""
        services = self.host.services
        weekday = services.log.first_weekday(services.desk.today())
        self.rows = InsightRows(self.host.glyphs, lambda: self.app.size.width - 2, weekday)
        yield PartHead()
        yield ItemList(self.host.glyphs, id="figures")
        yield PageView(self.host.glyphs, id="reader")

    # What is shown.

    def show(self, present: Present) -> None:
        """Draw this moment."""
        if not present.unreadable:
            self._show_figures(present)
        super().show(present)

    def _show_figures(self, present: Present) -> None:
        looked = (self.over, self.part, self.page, self._choosing, self.first)
        files = self.host.services.log.signs(self.over)
        shown = (present.version, *looked, present.day.on, self.app.size, files)
        if shown == self._shown:
            return
        self._shown = shown
        insights, over = self.host.services.insights, self.over
        ready, prepare = partial(insights.ready, over), partial(insights.prepare, over)
        self.show_read(ready, prepare, self._show_range)

    def _show_range(self) -> None:
        insights = self.host.services.insights
        self.shown = insights.of(self.over)
        self.set_class(self.page is not None, "-reading")
        if self.page is not None:
            self.reader.show(self.page)
        else:
            if self.part is Part.BALANCE:
                self.rows.told = _told(insights.sustained(self.over), insights.lighter())
            week = self.over.reach is Reach.WEEK
            self.rows.accounts = self.host.services.log.accounts(self.over) if week else {}
            rows = self.rows.rows(self.shown, self.part) if _holds(self.shown) else self._nothing()
            self.items.set_rows(rows, by_itself=self.host.looking)
        self._show_head()

    def instead(self, words: str, *, wrong: bool = False) -> None:
        """In the place of figures."""
        self.shown, self.rows.behind = None, {}
        self.remove_class("-reading")
        self.items.set_rows([Row(words, style="$error" if wrong else "$quiet")])
        self._show_head()

    def _nothing(self) -> list[Row]:
        words = EMPTY.format(toggle=self.host.shown_key("clock.toggle"))
        return [Row(words, style="$quiet")]

    def _show_head(self) -> None:
        names = [(each.value, "") for each in Part]
        dot = self.host.glyphs.dot
        if self.page is not None:
            self.head.show(self.page.title, "")
            return
        left = SAY_RANGE if self._choosing else self.over.named(self.host.present.day.on)
        right = ""
        if self.first is not None:
            right = f"compare {self.first.named('')} with which?"
        elif self.shown and not self._choosing:
            sessions = plural(self.shown.sessions, "session")
            right = f"{spoken(self.shown.focused_ms)} {dot} {sessions}"
        self.head.show(left, right, names, list(Part).index(self.part))

    def on_resize(self) -> None:
        """Bars have other room."""
        self.call_after_refresh(self.show_again)

    def show_again(self, *, rest: bool = False) -> None:
        """The person looks at it in another way; the cursor may rest on the first figure again."""
        if rest:
            self.items.rest()
        self.host.show_again()
        self.show_keys()

    # Where the cursor is.

    @property
    def at(self) -> str:
        """The figure under the cursor."""
        return self.items.cursor

    def move(self, by: int) -> None:
        """Over the figures; through a comparison."""
        if self.page is not None:
            self.reader.move(by)
        else:
            self.items.move(by)

    def on_the_bar(self, command: Command) -> tuple[str, int]:
        """The words fit what the key is for."""
        label, weight = super().on_the_bar(command)
        if command.id == "list.open":
            label = "sessions"
        return label, BAR.get(command.id, weight)


def _told(found: Sustained, lighter: str) -> tuple[Sign, ...]:
    """Whether it can go on like this, and why."""
    if found.level is None:
        return (Sign("Too little to say whether it can go on like this.", 0),)
    level = Sign(f"Going on like this: {found.level}", found.points)
    return level, *found.signs, *([Sign(lighter, 0)] if lighter else [])


def _holds(shown: Insights) -> bool:
    """Whether there is anything to show."""
    return bool(shown.focused_ms or shown.voided or any(e.promised for e in shown.promising))
