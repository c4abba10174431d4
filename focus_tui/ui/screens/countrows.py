"""Rows of insights that count: when, what was promised, what came between, how long, in balance."""

from collections.abc import Iterator

from textual.content import Content

from focus_tui.domain.balance import Balance
from focus_tui.domain.dayfacts import STEP_MIN
from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.goal import Area
from focus_tui.domain.insights import Insights, When, hours_named
from focus_tui.domain.logquery import term, weekday_term
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.session import Outcome
from focus_tui.domain.sustaining import Sign
from focus_tui.domain.week import WEEKDAYS, Week
from focus_tui.ui.charts import FOCUS, stacked
from focus_tui.ui.screens.figurerows import Behind, FigureRows
from focus_tui.ui.widgets.itemlist import Row


class CountRows(FigureRows):
    """A bar for each kind."""

    first_weekday: int
    told: tuple[Sign, ...]
    """How sustainable it is: in a word, then why."""

    def when(self, shown: Insights) -> Iterator[Row]:
        """Hours of the day and weekdays, and how many sessions were focused."""
        yield Row("By the hour", style="bold", right="focus, and how many were focused")
        most = max((each.focused_ms for each in shown.hours), default=0)
        lived = [n for n, each in enumerate(shown.hours) if each.focused_ms]
        for hour in range(min(lived), max(lived) + 1) if lived else ():
            each = shown.hours[hour]
            name, behind = hours_named(hour), Behind(shown.over, f"hour:{hour}")
            yield self._bar(f"hour:{hour}", name, each.focused_ms, most, self._held(each), behind)
        yield Row()
        yield Row("By the day", style="bold")
        most = max((each.focused_ms for each in shown.weekdays), default=0)
        for number in range(7):
            at = (self.first_weekday - 1 + number) % 7
            each = shown.weekdays[at]
            behind = Behind(shown.over, weekday_term(at))
            yield self._bar(
                f"weekday:{at}", WEEKDAYS[at], each.focused_ms, most, self._held(each), behind
            )

    def _held(self, each: When) -> str:
        """How long, and of how many answers how many were yes."""
        share = f"{'':13}"
        if each.answers:
            share = f"{round(100 * each.yes / each.answers):3} % of {each.answers:<4}"
        return f"{spoken(each.focused_ms):>9}   {share}"

    def promises(self, shown: Insights) -> Iterator[Row]:
        """Of each week what was planned beside what was done."""
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

    def between(self, shown: Insights) -> Iterator[Row]:
        """Interruptions by hour, and what was noted with them."""
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
            name, count = hours_named(hour), each.internal + each.external
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

    def lengths(self, shown: Insights) -> Iterator[Row]:
        """How long sessions were, and what became of the others."""
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

    def balance(self, shown: Insights) -> Iterator[Row]:
        """Whether it can go on, core and explore, what went past its end, energy."""
        for sign in self.told:
            words, _, more = sign.words.partition(", ")
            if sign.asked:
                yield self._row(f"sign:{sign.asked}", words, more, Behind(shown.over, sign.asked))
            else:
                yield Row(words, right=more, style="bold" if sign is self.told[0] else "")
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
