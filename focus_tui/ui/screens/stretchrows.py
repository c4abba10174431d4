"""Rows of insights over time: days, weeks, months, and what each goal got of them."""

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from focus_tui.domain.durations import day, plural, spoken
from focus_tui.domain.insights import Insights
from focus_tui.domain.logquery import term
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.standout import stands_out
from focus_tui.domain.strip import cells
from focus_tui.domain.week import WEEKDAYS, Week
from focus_tui.services.log import DayAccount
from focus_tui.ui.charts import calendar, stacked
from focus_tui.ui.screens.figurerows import Behind, FigureRows
from focus_tui.ui.widgets.daystrip import block
from focus_tui.ui.widgets.itemlist import Row


class StretchRows(FigureRows):
    """The calendar of a range, its stretches, its goals."""

    first_weekday: int
    accounts: dict[str, DayAccount]
    """Of the days of a week."""

    def time(self, shown: Insights) -> Iterator[Row]:
        """The sum, what stands out, the calendar, the stretches."""
        dot = self._glyphs.dot
        if shown.shown_up:
            each = spoken(shown.focused_ms // shown.shown_up)
            held = f"{plural(shown.sessions, 'session')} {dot} {plural(shown.shown_up, 'day')}"
            told = f"{held} {dot} {each} a day"
            yield self._row("sum", spoken(shown.focused_ms), told, Behind(shown.over))
        if out := stands_out(shown):
            yield from (Row(), Row("Stands out", style="bold"))
        for it in out:
            behind = Behind(shown.over, it.asked)
            yield self._row(f"out:{it.asked}", it.words, it.figure, behind)
        if shown.over.reach is not Reach.WEEK:
            yield Row()
            days = [(each.on, each.focused_ms) for each in shown.days]
            room = self._width() - 8
            names, *grid = calendar(days, self.first_weekday, room, self._glyphs)
            yield Row(left="      ", bar=_padded(names, room))
            for number, line in enumerate(grid):
                weekday = WEEKDAYS[(self.first_weekday - 1 + number) % 7][:3]
                yield Row(left=f"{weekday}   ", bar=_padded(line, room))
        yield Row()
        sums = [sum(goal.buckets_ms[n] for goal in shown.goals) for n in range(len(shown.buckets))]
        for number, name, over in self._buckets(shown):
            ms, id = sums[number], f"time:{over.first_on}"
            if shown.over.reach is Reach.WEEK:
                yield self._drawn(id, name, self._account(over.first_on), spoken(ms), Behind(over))
            else:
                yield self._bar(id, name, ms, max(sums), spoken(ms), Behind(over))

    def _account(self, on: str) -> Content:
        """A day's account as one bar; those of a week stand below each other hour by hour."""
        count = self._cells()
        if on not in self.accounts:
            return Content(" " * count)
        spans = [
            (each.ledger[0].from_ms - each.midnight_ms, each.ledger[-1].to_ms - each.midnight_ms)
            for each in self.accounts.values()
        ]
        midnight = self.accounts[on].midnight_ms
        begins, ends = midnight + min(a for a, _ in spans), midnight + max(b for _, b in spans)
        filled = cells(self.accounts[on].ledger, begins, ends, count)
        return Content.assemble(*(block(part, self._glyphs) for part in filled))

    def _buckets(self, shown: Insights) -> list[tuple[int, str, Range]]:
        """The stretches of the range by number, name and days: the latest first, but in a week."""
        found = []
        for number, first_on in enumerate(shown.buckets):
            over = self._bucket(shown, first_on)
            found.append((number, _named(over), over))
        return found if shown.over.reach is Reach.WEEK else found[::-1]

    def _bucket(self, shown: Insights, first_on: str) -> Range:
        reach = {
            Reach.WEEK: Reach.DAY,
            Reach.MONTH: Reach.WEEK,
            Reach.QUARTER: Reach.WEEK,
            Reach.YEAR: Reach.MONTH,
        }.get(shown.over.reach, Reach.YEAR)
        if reach is Reach.YEAR and len(shown.buckets) > 1 and shown.buckets[1][5:7] != "01":
            reach = Reach.MONTH  # a short life is seen by its months
        return Range.of(reach, first_on, self.first_weekday)

    def goals(self, shown: Insights) -> Iterator[Row]:
        """What each goal got, in all and in each stretch."""
        most = max((goal.focused_ms for goal in shown.goals), default=0)
        for goal in shown.goals:
            steady = f" {self._glyphs.dot} steady {goal.consistency}" if goal.consistency else ""
            words = term("goal", goal.title) if goal.id else ""
            row = self._bar(
                f"goal:{goal.id}",
                goal.title if goal.id else "no goal",
                goal.focused_ms,
                most,
                f"{spoken(goal.focused_ms)}{steady}",
                Behind(shown.over, words),
                style=f"$hue-{goal.hue}" if goal.id else "$quiet",
            )
            yield row._replace(letter=goal.letter if goal.id else "", hue=goal.hue)
        yield Row()
        sums = [sum(goal.buckets_ms[n] for goal in shown.goals) for n in range(len(shown.buckets))]
        for number, name, over in self._buckets(shown):
            drawn = stacked(self._shares(shown, number), max(sums), self._cells())
            id, ms = f"goals:{over.first_on}", sums[number]
            yield self._drawn(id, name, drawn, spoken(ms), Behind(over))

    def _shares(self, shown: Insights, number: int) -> list[tuple[str, str, float]]:
        """What each goal got of one stretch."""
        return [
            (
                goal.letter if goal.id else self._glyphs.dot,
                f"$hue-{goal.hue}" if goal.id else "$quiet",
                float(goal.buckets_ms[number]),
            )
            for goal in shown.goals
        ]


def _padded(line: Content, cells: int) -> Content:
    return Content.assemble(line, " " * max(0, cells - line.cell_length))


def _named(over: Range) -> str:
    """A bucket, shortly."""
    first = date.fromisoformat(over.first_on)
    if over.reach is Reach.DAY:
        return day(over.first_on)
    if over.reach is Reach.MONTH:
        return first.strftime("%b %Y")
    if over.reach is Reach.WEEK:
        return Week(over.first_on).named()
    return over.named(over.first_on)
