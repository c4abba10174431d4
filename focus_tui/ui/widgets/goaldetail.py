"""One goal beside the board, where the window is wide: its why, its weeks, its last sessions."""

from collections.abc import Iterable, Iterator

from textual.content import Content

from focus_tui.domain.durations import day, plural, spoken
from focus_tui.domain.goalfields import FIELDS
from focus_tui.domain.text import clipped, visible, wrapped
from focus_tui.services.standings import GoalAccount
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.widgets.drawn import Drawn, lines
from focus_tui.ui.widgets.inputbar import small_bars

LABEL_CELLS = 15
WHY_LINES = 4
SHOWN = ("cadence", "target", "deadline", "area")


class GoalDetail(Drawn):
    """Drawn anew when another goal is under the cursor, or the data have changed."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(id="detail")
        self._glyphs = glyphs
        self._account: GoalAccount | None = None

    def show(self, account: GoalAccount | None) -> None:
        """Show a goal; nothing where the cursor is on none."""
        self._account = account
        self.repaint()

    def draw(self) -> Content:
        """From top to bottom, as much as there is room for."""
        if self._account is None:
            return Content("")
        rows = list(self._rows(self._account, self.size.width))
        return lines(*rows[: max(1, self.size.height)])

    def _rows(self, account: GoalAccount, width: int) -> Iterator[Content]:
        goal = account.standing.goal
        title = clipped(goal.title, width - 2)
        yield Content.assemble((goal.letter, f"bold $hue-{goal.hue}"), " ", (title, "bold"))
        for line in wrapped(visible(goal.why), max(10, width)).split("\n")[:WHY_LINES]:
            yield Content.styled(line, "$quiet")
        yield Content("")
        yield from self._figures(account, width)
        if account.commitments:
            yield from self._list("Promised", account.commitments, width)
        if account.sessions:
            words = [f"{day(on)}  {spoken(ms)}  {intent}" for on, ms, intent in account.sessions]
            yield from self._list("Last sessions", words, width)
        if account.ideas:
            yield from self._list("Ideas worked on", account.ideas, width)
        if goal.notes:
            yield from self._list(
                "Notes", wrapped(visible(goal.notes), max(10, width)).split("\n"), width
            )

    def _figures(self, account: GoalAccount, width: int) -> Iterator[Content]:
        standing, goal = account.standing, account.standing.goal
        bars = small_bars(standing.weeks_ms, self._glyphs)
        most = f"  most {spoken(max(standing.weeks_ms))}" if any(standing.weeks_ms) else ""
        yield self._fact(
            "Last 8 weeks", Content.assemble((bars, f"$hue-{goal.hue}"), (most, "$quiet"))
        )
        total = f"{spoken(standing.focused_ms)} in {plural(account.weeks, 'week')}"
        yield self._fact("In all", Content(total if standing.focused_ms else "nothing yet"))
        if standing.score is not None:
            yield self._fact("Steady", Content(f"{standing.score} of 100"))
        if account.reachable:
            yield self._fact("This week", Content(account.reachable))
        for field in FIELDS:
            if field.name in SHOWN and (said := field.said(goal)):
                yield self._fact(field.label, Content(clipped(said, max(1, width - LABEL_CELLS))))
        if account.origin:
            yield self._fact("Was the idea", Content(clipped(account.origin, width - LABEL_CELLS)))
        if goal.reason:
            yield self._fact("Let go", Content(clipped(goal.reason, max(1, width - LABEL_CELLS))))

    def _fact(self, name: str, value: Content) -> Content:
        return Content.assemble((f"{name:<{LABEL_CELLS}}", "$quiet"), value)

    def _list(self, title: str, items: Iterable[str], width: int) -> Iterator[Content]:
        yield Content("")
        yield Content.styled(title, "$quiet")
        for each in items:
            yield Content(clipped(each, width))
