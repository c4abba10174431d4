"""Pages to read: a session's account, what is marked in it."""

from collections.abc import Iterator, Sequence

from textual import getters
from textual.content import Content
from textual.widget import Widget

from focus_tui.domain.durations import spoken
from focus_tui.domain.ledger import ledger, told
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Session
from focus_tui.domain.tangent import tangents_told
from focus_tui.domain.text import visible
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.dialogs.listing import MOVES
from focus_tui.ui.widgets.textpage import Page, TextPage

WIDEST = 124
MARGINS = 5
"""Columns of a dialog beside what is read, the bar's too."""
AROUND = 5
"""Lines of a dialog besides the page, where it is not low."""


MARKED = {
    MarkKind.INTERNAL: ("Own mind", "an interruption"),
    MarkKind.EXTERNAL: ("Somebody", "an interruption"),
    MarkKind.BEYOND: ("Why more", "beyond the day's limit"),
    MarkKind.FOUND: ("Found", "what was sought"),
    MarkKind.VOIDED: ("Void", "without a reason"),
}
"""How what was marked is called on a page, and what it is where no word was said."""


class PageDialog(Dialog):
    """A page to read, moved over by the keys that move over lists."""

    AUTO_FOCUS = "#page"
    saves = False

    page = getters.query_one("#page", TextPage)

    def body(self) -> Iterator[Widget]:
        """The text."""
        page = TextPage(self.told())
        self._fit_page(page, update=False)
        yield page

    def resized(self) -> None:
        """Another window has room for more, or for less."""
        self._fit_page(self.page)

    def _fit_page(self, page: TextPage, *, update: bool = True) -> None:
        """A long one has all the room there is."""
        width, height = self.app.size
        is_long = len(page.page.lines(min(width, WIDEST) - MARGINS)) > height * 4 // 5 - AROUND
        self.set_class(is_long, "-long", update=update)

    def told(self) -> Page:
        """What there is to read."""
        return Page(self.text())

    def text(self) -> Content:
        """The words of it."""
        raise NotImplementedError

    def key_pressed(self, key: str) -> bool:
        """Move over the page."""
        if key in MOVES:
            self.page.scroll_relative(y=MOVES[key], animate=False)
        return key in MOVES


class SessionDialog(PageDialog):
    """One session, whole: what its time was, then every word, however many there are."""

    def __init__(self, session: Session, marks: Sequence[Mark], when: str) -> None:
        super().__init__(when)
        self._session = session
        self._marks = marks

    def text(self) -> Content:
        """Account, intent, note, interruptions."""
        session = self._session
        rows = [*account(session), fact("Ended", str(session.outcome))]
        if session.focused:
            rows.append(fact("Focused", str(session.focused)))
        rows += [Content(""), Content(visible(session.intent) or "No intent was said.")]
        if session.note or self._marks:
            rows.append(Content(""))
        if session.note:
            rows.append(fact("Note", session.note))
        rows += marked(session, self._marks)
        return Content("\n").join(rows)


def marked(session: Session, marks: Sequence[Mark]) -> Iterator[Content]:
    """What was marked in a session: in order of time, where its time went, what was asked."""
    for mark in marks:
        if mark.kind in MARKED:
            name, otherwise = MARKED[mark.kind]
            yield fact(name, mark.text or otherwise)
    for words, ms in tangents_told(session.intent, session.spans, marks):
        yield fact("Tangent", f"{spoken(ms)} {words}")
    for mark in marks:
        if mark.kind is MarkKind.QUESTION:
            yield from (Content(visible(line)) for line in ("", *mark.text.splitlines()))


def planned(session: Session) -> str:
    """How long a session was planned to be."""
    return "no end" if session.open else spoken(session.planned_ms)


def account(session: Session) -> Iterator[Content]:
    """What a session's time was, a line each; whole minutes sum to their shown whole."""
    begins = session.started.at_ms
    for part, ms in told(ledger([session], begins, begins)):
        yield fact(str(part).capitalize(), spoken(ms))
    yield fact("Planned", planned(session))


def fact(name: str, text: str) -> Content:
    """A name and what it is."""
    return Content.assemble((f"{name:<10}", "$quiet"), visible(text))
