"""What the keys of insights do: which part and days are seen, comparing, writing files."""

from focus_tui.domain.insights import Insights
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.weekpage import WeekPage
from focus_tui.formats.csvfile import Chart
from focus_tui.ui.picture import picture
from focus_tui.ui.screens.comparedpage import compared_page
from focus_tui.ui.screens.goingthrough import GoingThrough
from focus_tui.ui.screens.insightrows import InsightRows, Part
from focus_tui.ui.widgets.parthead import PartHead

REACHES = {each.value[0]: each for each in Reach if each is not Reach.DAY}
"""By the key that follows the one for the range."""
EXPORTED_TO = "insights-exported-to"
"""Under this name the state folder keeps the folder that was written into last."""
CHARTS = {
    Part.TIME: (Chart.DAYS,),
    Part.GOALS: (Chart.GOALS,),
    Part.WHEN: (Chart.HOURS, Chart.WEEKDAYS),
    Part.PROMISES: (Chart.PROMISING,),
    Part.BETWEEN: (Chart.INTERRUPTIONS, Chart.WORDS),
    Part.LENGTHS: (Chart.LENGTHS,),
    Part.BALANCE: (Chart.ENERGIES,),
}
"""What of each part is written as a table."""


class InsightKeys(GoingThrough):
    """Subclasses say what is shown, and where the cursor is."""

    rows: InsightRows

    def __init__(self) -> None:
        super().__init__()
        self.part = Part.TIME
        self.page: WeekPage | None = None
        """A comparison, in the place of all else."""
        self.first: Range | None = None
        """What another range is to be compared with."""
        self.shown: Insights | None = None
        self._range: Range | None = None
        self._choosing = False
        """Whether the next key says how many days are seen."""

    @property
    def over(self) -> Range:
        """The days that are seen; this month at first."""
        if self._range is None:
            self._range = self.host.services.log.range(Reach.MONTH, self.host.present.day.on)
        return self._range

    def show_again(self, *, rest: bool = False) -> None:
        """The person looks at it in another way; the cursor may rest on the first figure again."""
        raise NotImplementedError

    def _never(self) -> bool:
        return False

    can_list_begin = can_list_lineup = can_list_done = can_list_edit = can_list_delete = _never
    can_list_promise = can_list_promise_next = _never

    def can_list_open(self) -> bool:
        """Sessions stand behind it."""
        return self.page is None and self.at in self.rows.behind

    def do_list_open(self) -> None:
        """To the sessions behind it."""
        from focus_tui.ui.screens.log import LogScreen

        behind = self.rows.behind[self.at]
        self.host.perform("screen.log")
        if isinstance(screen := self.app.screen, LogScreen):
            screen.call_later(screen.look_for, *behind)  # it may only just be opening

    # Which part, which days.

    def _no_page(self) -> bool:
        return self.page is None

    can_insight_part = can_insight_part_back = can_insight_range = _no_page
    can_insight_beside = can_insight_lengths = can_insight_export = _no_page

    def do_insight_part(self) -> None:
        """The next one."""
        self._turn_part(1)

    def do_insight_part_back(self) -> None:
        """The one before."""
        self._turn_part(-1)

    def _turn_part(self, by: int) -> None:
        parts = list(Part)
        self._go_to(parts[(parts.index(self.part) + by) % len(parts)])

    def _go_to(self, part: Part) -> None:
        self.part = part
        self.show_again(rest=True)

    def on_part_head_pressed(self, message: PartHead.Pressed) -> None:
        """A click on a part's name goes there."""
        self._go_to(list(Part)[message.number])

    def key_pressed(self, key: str) -> bool:
        """After the key for the range, a letter says how many days are seen."""
        if not self._choosing:
            return False
        self._choosing = False
        if key in REACHES:
            today = self.host.present.day.on
            on = today if self.over.holds(today) else self.over.last_on
            self._look(self.host.services.log.range(REACHES[key], on))
        else:
            self.show_again()
        return key in REACHES or key == "escape"

    def _look(self, over: Range) -> None:
        self._range = over
        self.show_again(rest=True)

    def do_insight_range(self) -> None:
        """Wait for the letter."""
        self._choosing = True
        self.show_again()

    def can_insight_earlier(self) -> bool:
        """All is not seen at once."""
        return self.page is None and self.over.reach is not Reach.ALL

    def can_insight_later(self) -> bool:
        """There may be something after it."""
        return self.can_insight_earlier() and self.over.last_on < self.host.present.day.on

    def do_insight_earlier(self) -> None:
        """Further back."""
        self._turn(-1)

    def do_insight_later(self) -> None:
        """What came after."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        weekday = self.host.services.log.first_weekday(self.over.first_on)
        self._look(self.over.beside(by, weekday))

    def can_insight_now(self) -> bool:
        """Other days are seen."""
        return self.page is None and not self.over.holds(self.host.present.day.on)

    def do_insight_now(self) -> None:
        """The days around today."""
        self._look(self.host.services.log.range(self.over.reach, self.host.present.day.on))

    # Comparing.

    def do_insight_beside(self) -> None:
        """The first of two ranges, then the other one."""
        if self.first is None or self.first == self.over:
            self.first = self.over if self.first is None else None
            if self.first is not None:
                key = self.host.shown_key("insight.beside")
                self.host.say(f"And with which one? Go there, then {key}.")
        else:
            today = self.host.present.day.on
            names = self.first.named(today), self.over.named(today)
            table = self.host.services.insights.compared(self.first, self.over)
            self.page, self.first = compared_page("Side by side", names, table), None
        self.show_again()

    def do_insight_lengths(self) -> None:
        """The two lengths that sessions were planned for most often."""
        insights = self.host.services.insights
        found = insights.planned_lengths(self.over)[:2]
        if len(found) < 2:
            self.host.say("Sessions of one length alone: there is nothing to compare in this time.")
            return
        one, other = sorted(minutes for minutes, _ in found)
        table = insights.by_length(self.over, one, other)
        self.page = compared_page(
            f"{one} or {other} minutes?", (f"{one} min", f"{other} min"), table
        )
        self.show_again()

    def can_insight_back(self) -> bool:
        """There is something to go back from."""
        return self.page is not None or self.first is not None

    def do_insight_back(self) -> None:
        """One step."""
        self.page = self.first = None
        self.show_again()

    def do_insight_export(self) -> None:
        """Its data and its picture, into a folder that is asked for."""
        from focus_tui.ui.dialogs.line import LineDialog

        services, svg = self.host.services, picture(self.app)
        over, charts = self.over, CHARTS[self.part]

        def save(folder: str) -> None:
            said = services.chart_files.export(over, charts, svg, folder)
            services.drafts.put(EXPORTED_TO, folder)
            self.host.say(said)

        self.app.push_screen(
            LineDialog(
                "Into which folder?",
                save,
                drafts=services.drafts,
                draft="insight-export",
                value=services.drafts.get(EXPORTED_TO),
                placeholder="~/notes/insights",
            )
        )
