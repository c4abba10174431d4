"""Pages to read or choose from: help, a session's account, the trash."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from textual import getters
from textual.content import Content
from textual.widget import Widget

from focus_tui.commands.command import TYPING
from focus_tui.commands.declared import COMMANDS, Command, Where
from focus_tui.commands.keynames import works_in_fields
from focus_tui.domain.durations import spoken
from focus_tui.domain.ledger import ledger, told
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Session
from focus_tui.domain.tangent import tangents_told
from focus_tui.domain.text import visible
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.dialogs.listing import MOVES
from focus_tui.ui.widgets.textpage import TextPage

GROUPS = (
    (Where.EVERYWHERE, "Everywhere"),
    (Where.TODAY, "Today"),
    (Where.BOARD, "Goals"),
    (Where.OUTLINE, "Ideas"),
    (Where.REVIEW, "Reflect"),
    (Where.LOG, "Log"),
    (Where.INSIGHT, "Insights"),
    (Where.EDITING, "Typing an idea"),
    (Where.FINDING, "Typing what is sought"),
    (Where.LIST, "The list"),
    (Where.DIALOG, "While typing"),
)

KEY_COLUMN = 24
INDENT = 4
"""Where there is no room for two columns, so far in stands what a key does, below it."""
NARROW = 60
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
        page = TextPage(self.text())
        self._fit_page(page, update=False)
        yield page

    def resized(self) -> None:
        """Another window has room for more, or for less."""
        self._fit_page(self.page)

    def _fit_page(self, page: TextPage, *, update: bool = True) -> None:
        """A long one has all the room there is."""
        width, height = self.app.size
        is_long = len(page.lines(min(width, WIDEST) - MARGINS)) > height * 4 // 5 - AROUND
        self.set_class(is_long, "-long", update=update)

    def text(self) -> Content:
        """What there is to read."""
        raise NotImplementedError

    def key_pressed(self, key: str) -> bool:
        """Move over the page."""
        if key in MOVES:
            self.page.scroll_relative(y=MOVES[key], animate=False)
        return key in MOVES


class HelpDialog(PageDialog):
    """What the screen is for, then every key, from the declarations; those that work now stand
    out."""

    def __init__(self, works: frozenset[str], idea: Sequence[str]) -> None:
        """`idea` are the lines on the screen; none above a dialog."""
        super().__init__("Keys")
        self._works = works
        self._idea = idea

    def key_pressed(self, key: str) -> bool:
        """Move over the page; any other key that it shows does what it says, and the page goes.

        Those that work in dialogs too open above it.
        """
        if super().key_pressed(key):
            return True
        behind = self.app.screen_stack[-2]
        if works_in_fields(key) or isinstance(behind, Dialog):
            return False
        wheres = tuple(where for where, _ in GROUPS if where not in TYPING)
        command_id = self.host.meant(key, behind, wheres)
        if command_id:
            self.dismiss()
            if command_id != "help":
                self.host.perform(command_id)
        return bool(command_id)

    def text(self) -> Content:
        """The commands by the part of the app in which they work; what works here first."""
        idea = self._idea if self.app.size.width >= NARROW else self._idea[:1]
        rows = [*map(Content, idea), *([Content("")] if idea else [])]
        here = {each.where for each in COMMANDS if each.id in self._works}
        here |= {Where.EVERYWHERE}
        for where, title in sorted(GROUPS, key=lambda group: group[0] not in here):
            rows += [Content.styled(title, "bold"), *self._rows(where), Content("")]
        return Content("\n").join(rows[:-1])

    def _rows(self, where: Where) -> Iterator[Content]:
        for each in COMMANDS:
            if each.where is where and (keys := self.host.shown_keys(each.id)):
                yield self._row(each, keys)

    def _row(self, command: Command, keys: Sequence[str]) -> Content:
        works = command.id in self._works or command.where in TYPING
        style = "" if works else "$quiet"
        width = min(self.app.size.width, WIDEST)
        named = (f"  {' '.join(keys):<{KEY_COLUMN}}", "bold" if works else "$quiet")
        if width < NARROW:
            below = [f"\n{'':<{INDENT}}{line}" for line in wrap(command.help, width - INDENT - 6)]
            return Content.assemble(named, *((line, style) for line in below))
        first, *more = wrap(command.help, width - KEY_COLUMN - 8)
        indented = (f"\n{'':<{KEY_COLUMN + 2}}{line}" for line in more)
        return Content.assemble(named, (first, style), *((line, style) for line in indented))


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
