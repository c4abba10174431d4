"""The rows of insights: each a figure with its bar, and what stands behind it."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum

from textual.content import Content

from focus_tui.domain.balance import Balance
from focus_tui.domain.dayfacts import STEP_MIN
from focus_tui.domain.durations import day, plural, spoken
from focus_tui.domain.goal import Area
from focus_tui.domain.insights import Insights, When
from focus_tui.domain.logquery import term
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.session import Outcome
from focus_tui.domain.strip import cells
from focus_tui.domain.sustaining import Sign
from focus_tui.domain.week import WEEKDAYS, Week
from focus_tui.services.log import DayAccount
from focus_tui.ui.charts import FOCUS, calendar, stacked
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.screens.figurerows import Behind, FigureRows
from focus_tui.ui.widgets.daystrip import block
from focus_tui.ui.widgets.itemlist import Row


class Part(StrEnum):
    """A part of the screen."""

    TIME = "Time"
    GOALS = "Goals"
    WHEN = "When"
    PROMISES = "Promises"
    BETWEEN = "Between"
    LENGTHS = "Lengths"
    BALANCE = "Balance"


EDGES = {
    Part.TIME: 12,
    Part.GOALS: 24,
    Part.WHEN: 27,
    Part.PROMISES: 38,
    Part.BETWEEN: 10,
    Part.LENGTHS: 10,
    Part.BALANCE: 24,
}
"""Cells that the figures at the edge take."""


class InsightRows(FigureRows):
    """Draws the parts."""

    def __init__(self, glyphs: Glyphs, width: Callable[[], int], first_weekday: int) -> None:
        super().__init__(glyphs, width)
        self._first_weekday = first_weekday
        self.accounts: dict[str, DayAccount] = {}
        """Of the days of a week."""
        self.told: tuple[Sign, ...] = ()
        """How sustainable it is: in a word, then why."""

    def rows(self, shown: Insights, part: Part) -> list[Row]:
        """All of a part."""
        self.behind, self._edge = {}, EDGES[part]
        parts = {
            Part.TIME: self._time,
            Part.GOALS: self._goals,
            Part.WHEN: self._when,
            Part.PROMISES: self._promises,
            Part.BETWEEN: self._between,
            Part.LENGTHS: self._lengths,
            Part.BALANCE: self._balance,
        }
        return [_reached(row, number) for number, row in enumerate(parts[part](shown))]

    # The parts.

    def _time(self, shown: Insights) -> Iterator[Row]:
        dot = self._glyphs.dot
        if shown.shown_up:
            each = spoken(shown.focused_ms // shown.shown_up)
            held = f"{plural(shown.sessions, 'session')} {dot} {plural(shown.shown_up, 'day')}"
            told = f"{held} {dot} {each} a day"
            yield self._row("sum", spoken(shown.focused_ms), told, Behind(shown.over))
        if shown.over.reach is not Reach.WEEK:
            yield Row()
            days = [(each.on, each.focused_ms) for each in shown.days]
            room = self._width() - 8
            names, *grid = calendar(days, self._first_weekday, room, self._glyphs)
            yield Row(left="      ", bar=_padded(names, room))
            for number, line in enumerate(grid):
                weekday = WEEKDAYS[(self._first_weekday - 1 + number) % 7][:3]
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
        return Range.of(reach, first_on, self._first_weekday)

    def _goals(self, shown: Insights) -> Iterator[Row]:
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

    def _when(self, shown: Insights) -> Iterator[Row]:
        yield Row("By the hour", style="bold", right="focus, and how many were focused")
        most = max((each.focused_ms for each in shown.hours), default=0)
        lived = [n for n, each in enumerate(shown.hours) if each.focused_ms]
        for hour in range(min(lived), max(lived) + 1) if lived else ():
            each = shown.hours[hour]
            name = f"{hour:02} to {(hour + 1) % 24:02}"
            behind = Behind(shown.over, f"hour:{hour}")
            yield self._bar(f"hour:{hour}", name, each.focused_ms, most, self._held(each), behind)
        yield Row()
        yield Row("By the day", style="bold")
        most = max((each.focused_ms for each in shown.weekdays), default=0)
        for number in range(7):
            at = (self._first_weekday - 1 + number) % 7
            each = shown.weekdays[at]
            behind = Behind(shown.over, f"day:{WEEKDAYS[at][:3].casefold()}")
            yield self._bar(
                f"weekday:{at}", WEEKDAYS[at], each.focused_ms, most, self._held(each), behind
            )

    def _held(self, each: When) -> str:
        """How long, and of how many answers how many were yes."""
        answers = each.yes + each.partly + each.no
        share = f"{100 * each.yes // answers:3} % of {answers:<4}" if answers else f"{'':13}"
        return f"{spoken(each.focused_ms):>9}   {share}"

    def _promises(self, shown: Insights) -> Iterator[Row]:
        found = [each for each in shown.promising if each.promised or each.focused_ms]
        most = max((max(each.planned_ms, each.focused_ms) for each in found), default=0)
        promised, kept = sum(e.promised for e in found), sum(e.kept for e in found)
        if promised:
            yield Row("Kept", right=f"{kept} of {promised}", style="bold")
            yield Row()
        for each in reversed(found):
            week = Week(each.first_on)
            planned = f" of {spoken(each.planned_ms)}" if each.planned_ms else ""
            kept_of = f"{each.kept} of {each.promised} kept" if each.promised else ""
            right = f"{spoken(each.focused_ms) + planned:>18}   {kept_of:>13}"
            over = Range(Reach.WEEK, week.first_on, week.last_on)
            drawn = self._beside(each.focused_ms, each.planned_ms, most)
            yield self._drawn(f"week:{each.first_on}", week.named(), drawn, right, Behind(over))
        if not found:
            yield Row("Nothing was promised in this time.", style="$quiet")

    def _beside(self, done: int, planned: int, most: int) -> Content:
        """What was done as a bar; what was planned beyond it in a lighter shade."""
        room = self._cells()
        full = -(-done * room // most) if most else 0
        rest = max(0, -(-planned * room // most) - full) if most else 0
        return Content.assemble(
            (self._glyphs.bar * full, FOCUS),
            (self._glyphs.bar_rest * rest, "$quiet"),
            " " * (room - full - rest),
        )

    def _between(self, shown: Insights) -> Iterator[Row]:
        internal = sum(each.internal for each in shown.hours)
        external = sum(each.external for each in shown.hours)
        if not internal + external:
            yield Row("Nothing came between in this time, or it was not noted.", style="$quiet")
            return
        a_session = (internal + external) / shown.sessions if shown.sessions else 0
        right = f"{internal} own mind {self._glyphs.dot} {external} others"
        right += f" {self._glyphs.dot} {a_session:.1f} a session"
        yield Row("Interrupted", style="bold", right=right)
        lived = [n for n, each in enumerate(shown.hours) if each.internal + each.external]
        most = max(each.internal + each.external for each in shown.hours)
        for hour in range(min(lived), max(lived) + 1):
            each = shown.hours[hour]
            parts = [("i", "", float(each.internal)), ("e", "$quiet", float(each.external))]
            drawn = stacked(parts, most, self._cells())
            name, count = f"{hour:02} to {(hour + 1) % 24:02}", each.internal + each.external
            behind = Behind(shown.over, f"hour:{hour}")
            yield self._drawn(f"between:{hour}", name, drawn, str(count), behind)
        yield Row("i own mind   e others", style="$quiet")
        if shown.words:
            yield Row()
            yield Row("Words", style="bold")
        most = max((count for _, count in shown.words), default=0)
        for words, count in shown.words[:10]:
            behind = Behind(shown.over, term("interrupted", words))
            yield self._bar(f"words:{words}", words, count, most, str(count), behind)

    def _lengths(self, shown: Insights) -> Iterator[Row]:
        most = max((count for _, count in shown.lengths), default=0)
        for minutes, count in shown.lengths:
            longest = minutes + STEP_MIN - 1
            name = f"{minutes} to {longest} min"
            behind = Behind(shown.over, f"outcome:done length:{minutes}-{longest}")
            yield self._bar(f"length:{minutes}", name, count, most, str(count), behind)
        if not shown.lengths:
            yield Row("No session has reached its plan in this time.", style="$quiet")
        yield Row()
        for name, outcome, count in (
            ("Ended early", Outcome.EARLY, shown.early),
            ("Cut off", Outcome.ABANDONED, shown.abandoned),
            ("Void", Outcome.VOID, shown.voided),
        ):
            behind = Behind(shown.over, f"outcome:{outcome}")
            yield self._row(str(outcome), name, str(count), behind)

    def _balance(self, shown: Insights) -> Iterator[Row]:
        for sign in self.told:
            row = Row(sign.words, style="bold" if sign is self.told[0] else "")
            behind = Behind(shown.over, sign.asked)
            yield self._row(f"sign:{sign.asked}", sign.words, "", behind) if sign.asked else row
        if self.told:
            yield Row()
        both = shown.core_ms + shown.explore_ms
        explore = Balance(shown.core_ms, shown.explore_ms, 0).explore_percent
        core = 100 - explore if both else 0
        for area, ms, percent in (
            (Area.CORE, shown.core_ms, core),
            (Area.EXPLORE, shown.explore_ms, explore),
        ):
            share = f"{spoken(ms)}   {percent:3} %"
            behind = Behind(shown.over, f"area:{area}")
            yield self._bar(f"area:{area}", area.capitalize(), ms, both, share, behind)
        yield Row()
        dot, breaks = self._glyphs.dot, f"{shown.overrun_breaks} of {shown.breaks} breaks"
        days = plural(shown.over_limit_days, "day")
        for name, kind, right in (
            ("Overtime", "overtime", spoken(shown.overtime_ms)),
            ("Past the breaks' ends", "overrun", f"{spoken(shown.overrun_ms)} {dot} {breaks}"),
            ("Past the day's limit", "past-limit", f"{days} {dot} {spoken(shown.over_limit_ms)}"),
            ("Begun beyond it", "beyond", plural(shown.beyond, "session")),
        ):
            yield self._row(kind, name, right, Behind(shown.over, f"is:{kind}"))
        yield Row()
        yield Row("Energy", style="bold", right="days, and focus a day")
        most = max((each.days for each in shown.energies), default=0)
        for each in shown.energies:
            mean = spoken(each.focused_ms // each.days) if each.days else ""
            right = f"{plural(each.days, 'day'):>8}   {mean:>7}"
            name, behind = f"{each.energy} of 5", Behind(shown.over, f"energy:{each.energy}")
            yield self._bar(f"energy:{each.energy}", name, each.days, most, right, behind)


def _reached(row: Row, number: int) -> Row:
    """A figure has a place for the cursor, so that one gets to what is out of sight."""
    figure = row.text and row.style != "bold" and not row.id
    return row._replace(id=f"row:{number}") if figure else row


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
