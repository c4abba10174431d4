"""One idea beside the outline, where the window is wide: its note, its weight, its days."""

from collections.abc import Iterator

from textual.content import Content

from focus_tui.domain.durations import day, plural, spoken
from focus_tui.domain.idea import IdeaState
from focus_tui.domain.ideawords import kind, plain, tags
from focus_tui.domain.text import clipped, visible, wrapped
from focus_tui.domain.week import days_between
from focus_tui.services.ideaaccounts import IdeaAccount
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.widgets.drawn import Drawn, lines

LABEL_CELLS = 11
NARROWEST = 10
LONG_AGO_DAYS = 300
"""Of what is older a day of the year says too little."""


class IdeaDetail(Drawn):
    """Drawn anew when another idea is under the cursor, or the data have changed."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(id="about")
        self._glyphs = glyphs
        self._shown: tuple[IdeaAccount | None, str] = (None, "")

    def show(self, account: IdeaAccount | None, today: str) -> None:
        """Show an idea; nothing where the cursor is on none."""
        self._shown = account, today
        self.repaint()

    def draw(self) -> Content:
        """From top to bottom, as much as there is room for."""
        account, today = self._shown
        if account is None:
            return Content("")
        rows = list(about(account, today, self.size.width, self._glyphs))
        return lines(*rows[: max(1, self.size.height)])


def about(account: IdeaAccount, today: str, width: int, glyphs: Glyphs) -> Iterator[Content]:
    """All that is known of an idea, line by line."""
    idea = account.idea
    for line in _lines(plain(idea.title), width):
        yield Content.styled(line, "bold")
    of = kind(idea.title)
    words = [of, *(f"#{tag}" for tag in tags(idea.title) if tag != of)]
    words += [str(idea.state)] if idea.state is not IdeaState.OPEN else []
    if said := f" {glyphs.dot} ".join(word for word in words if word):
        yield Content.styled(visible(said), "$quiet")
    if idea.note:
        yield Content("")
        for line in idea.note.split("\n"):
            yield from (Content(each) for each in _lines(line, width))
    yield Content("")
    for name, value in _facts(account, today):
        first, *more = _lines(value, width - LABEL_CELLS)
        yield Content.assemble((f"{name:<{LABEL_CELLS}}", "$quiet"), first)
        yield from (Content(f"{'':<{LABEL_CELLS}}{line}") for line in more)


def _facts(account: IdeaAccount, today: str) -> Iterator[tuple[str, str]]:
    ranked = account.ranked
    if ranked.weighed:
        worth = "" if ranked.worth is None else f": {ranked.worth:.1f} an hour"
        yield "Worth", f"{ranked.reason}{worth}"
    if account.goal:
        yield "Goal", account.goal.title
    if account.path:
        yield "In", " › ".join(account.path)
    if account.link:
        yield "Link", account.link
    for promised in account.promised:
        yield "Promised", promised
    if account.focused_ms:
        sessions = plural(account.sessions, "session")
        yield (
            "Worked on",
            f"{spoken(account.focused_ms)}, {sessions}, {_ago(account.last_on, today)}",
        )
    during = f", during {account.during}" if account.during else ""
    yield "Written", f"{_ago(account.captured_on, today)}{during}"
    yield "Touched", _ago(account.touched_on, today)


def _ago(on: str, today: str) -> str:
    """A day, and how long ago it is."""
    days = days_between(on, today)
    if days <= 1:
        return "yesterday" if days == 1 else "today"
    return f"{day(on)}{f' {on[:4]}' if days > LONG_AGO_DAYS else ''}, {plural(days, 'day')} ago"


def _lines(text: str, width: int) -> list[str]:
    """A text in lines; a word that is wider than all of them is cut."""
    room = max(NARROWEST, width)
    return [clipped(line, room) for line in wrapped(visible(text), room).split("\n")]
