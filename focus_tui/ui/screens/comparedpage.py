"""A comparison as a page: each figure of both sides, and what it rests on."""

from collections.abc import Sequence

from focus_tui.domain.comparing import Compared
from focus_tui.domain.durations import plural
from focus_tui.domain.weekpage import Section, WeekPage


def compared_page(title: str, names: tuple[str, str], table: Sequence[Compared]) -> WeekPage:
    """Figures in columns; below them on how many days each rests."""
    rows = [("", *names), *((each.name, *each.words) for each in table)]
    wide = [max(len(row[number]) for row in rows) for number in range(3)]
    figures = tuple(f"{a:{wide[0]}}  {b:>{wide[1]}}   {c:>{wide[2]}}" for a, b, c in rows)
    rests = tuple(
        f"{each.name}: {plural(each.left_days, 'day')} and {plural(each.right_days, 'day')}"
        for each in table
    )
    note = "That two figures differ does not say why."
    return WeekPage(title, (), (Section("", figures), Section("Resting on", (*rests, note))))
