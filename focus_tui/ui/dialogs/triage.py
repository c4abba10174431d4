"""Through what was caught, one by one, a key each."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from textual.app import App
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.errors import FocusError
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.interval import State
from focus_tui.domain.text import quoted, visible
from focus_tui.domain.triage import Fate, summary
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.host import host
from focus_tui.ui.room import room_made
from focus_tui.ui.widgets.bars import KeyBar

WIDE = 76
"""From so many cells on all keys stand on one line."""
FAR = 1_000_000
SCROLLS = {"down": 1, "up": -1, "pagedown": FAR, "pageup": -FAR}
"""In lines; no page is as long as the longest way."""
RESTING = frozenset({State.IDLE, State.BREAK, State.OVERRUN})

Keys = tuple[tuple[str, str], ...]
GOES: Keys = (("f", "front"), ("l", "file"), ("k", "later"), ("p", "promote"))
ELSE: Keys = (("x", "drop"), ("d", "delete"), ("e", "edit"), ("s", "skip"))
PROMOTES: Keys = (("g", "goal"), ("w", "this week"), ("W", "next"), ("b", "begin"))


class Done(NamedTuple):
    """What was done: to which thought, as it was before; no fate where its words were changed."""

    before: Idea
    fate: Fate | None


class TriageDialog(Dialog):
    """The oldest first: what came during one session is read in the order in which it was
    thought, and what waited longest does not wait for ever.
    """

    AUTO_FOCUS = ""
    saves = False

    def __init__(self, ids: Sequence[str]) -> None:
        super().__init__("")
        self._queue = list(ids)
        self._at = 0
        self._done: list[Done] = []
        self._shown: Idea | None = None
        self._promoting = False

    def body(self) -> Iterator[Widget]:
        """The thought whole, where it came from, and the keys."""
        yield VerticalScroll(Static("", id="thought", markup=False), id="page")
        yield Static("", id="came", markup=False)
        yield KeyBar(id="goes")
        yield KeyBar(id="else")

    def on_mount(self) -> None:
        """Show the first one."""
        self._show()

    def back(self) -> None:
        """It may be filed, or its words may be others."""
        before = self._shown
        now = before and self.host.services.backlog.get(before.id)
        if before and now and now.title != before.title:
            self._done.append(Done(before, None))
        self._show()

    def resized(self) -> None:
        """Another width has room for other keys."""
        self.show_keys()

    # What is shown.

    @property
    def fates(self) -> list[Fate]:
        """What was decided."""
        return [each.fate for each in self._done if each.fate]

    def _show(self) -> None:
        """The next one that still waits; when none is left, what was done."""
        services = self.host.services
        inbox = {each.id: each for each in services.thoughts.inbox()}
        while self._at < len(self._queue) and self._queue[self._at] not in inbox:
            self._at += 1
        over = self._at >= len(self._queue)
        self._shown = idea = None if over else inbox[self._queue[self._at]]
        self._promoting = False
        place = f"{self._at + 1} of {len(self._queue)}" if idea else "all looked at"
        self.query_one("#heading", Static).update(f"What was caught, {place}")
        words = idea.title if idea else summary(self.fates) or "Nothing waits any more."
        self.query_one("#thought", Static).update(Content.styled(visible(words), "bold"))
        self.query_one("#page").scroll_home(animate=False)
        came = self.query_one("#came", Static)
        came.display = idea is not None
        if idea:
            lines = (services.thoughts.came(idea), services.thoughts.known(idea))
            came.update("\n".join(visible(each) for each in lines if each))
        self.show_keys()

    def show_keys(self) -> None:
        """Those that work now."""
        goes, other = (GOES, ELSE) if self._shown else ((), ())
        if self._promoting:
            begins = self.host.present.state in RESTING
            goes, other = PROMOTES if begins else PROMOTES[:-1], ()
        if self.app.size.width >= WIDE:
            goes, other = goes + other, ()
        for id, keys in (("#goes", goes), ("#else", other)):
            bar = self.query_one(id, KeyBar)
            bar.display = bool(keys)
            bar.show([("", key, word, 1) for key, word in keys])
        back = self.host.shown_key("dialog.back")
        ends: Keys = (("u", "undo"),) if self._done and not self._promoting else ()
        last = "back" if self._promoting or self._shown else "close"
        self.keybar.show([*(("", *each, 1) for each in ends), ("dialog.back", back, last, 1)])

    def say(self, sentence: str) -> None:
        """Show what went wrong, where it is low in the place of where the thought came from."""
        super().say(sentence)
        self.set_class(bool(sentence), "-said")

    # What is done.

    def key_pressed(self, key: str) -> bool:
        """One key decides."""
        if key in SCROLLS:
            page = self.query_one("#page")
            most = max(1, page.size.height - 1)
            page.scroll_relative(y=max(-most, min(most, SCROLLS[key])), animate=False)
        elif key == "u" and not self._promoting:
            self._try(self._undo)
        elif self._shown is None:
            if key != "enter":
                return False
            self.do_dialog_back()
        elif act := self._acts(self._shown).get(key):
            self._try(act)
        else:
            return False
        return True

    def _acts(self, idea: Idea) -> dict[str, Callable[[], None]]:
        services = self.host.services
        if self._promoting:
            promise = services.promoting.promise
            acts: dict[str, Callable[[], None]] = {
                "g": partial(self._decide, Fate.GOAL, self._make_goal),
                "w": partial(self._decide, Fate.PROMISED, partial(promise, idea.id)),
                "W": partial(self._decide, Fate.PROMISED, partial(promise, idea.id, ahead=1)),
            }
            begins = self.host.present.state in RESTING
            return acts | {"b": self._begin} if begins else acts
        later = partial(services.backlog.file_under, [idea.id], None)
        drop = partial(services.choosing.set_state, [idea.id], IdeaState.DROPPED)
        return {
            "f": partial(self._decide, Fate.FRONT, partial(services.choosing.to_front, idea.id)),
            "l": self._file,
            "k": partial(self._decide, Fate.LATER, later),
            "enter": partial(self._decide, Fate.LATER, later),
            "p": self._promote,
            "x": partial(self._decide, Fate.DROPPED, drop),
            "d": partial(self._decide, Fate.DELETED, partial(services.backlog.delete, [idea.id])),
            "e": self._edit,
            "s": partial(self._decide, Fate.SKIPPED, str),
        }

    def _try(self, act: Callable[[], None]) -> None:
        """Do it, or say why not."""
        self.say("")
        try:
            act()
        except FocusError as error:
            self.say(str(error))

    def _decide(self, fate: Fate, act: Callable[[], str]) -> None:
        """Do what was decided, and on to the next one."""
        assert self._shown is not None
        before = self._shown
        act()
        self._done.append(Done(before, fate))
        self._at += 1
        self._show()

    def _make_goal(self) -> str:
        assert self._shown is not None
        return self.host.services.promoting.make_goal(self._shown.id).title

    def _promote(self) -> None:
        self._promoting = True
        self.show_keys()

    def _file(self) -> None:
        from focus_tui.ui.dialogs.place import PlaceDialog

        assert self._shown is not None
        idea, at = self._shown, self._at
        backlog = self.host.services.backlog

        def file(parent: str | None, new: str) -> str:
            backlog.file_under([idea.id], parent, new)
            self._done.append(Done(idea, Fate.FILED))
            self._at, self._shown = at + 1, None
            return ""

        self.app.push_screen(PlaceDialog(f"File {quoted(idea.title)} under", file))

    def _edit(self) -> None:
        from focus_tui.ui.dialogs import lines

        assert self._shown is not None
        self.app.push_screen(lines.thought(self.host, self._shown))

    def _begin(self) -> None:
        """A session begins, and what else was caught waits for its end."""
        assert self._shown is not None
        services = self.host.services
        with room_made(self.app, partial(self._try, self._begin)):
            said = services.focus.start(subject=services.upcoming.of_idea(self._shown.id))
            self._done.append(Done(self._shown, Fate.BEGUN))
            self.dismiss()
            self.host.say(f"{said} {summary(self.fates)}")

    def _undo(self) -> None:
        """Take the last decision back, and show its thought again."""
        if not self._done:
            return
        last = self._done[-1]
        services = self.host.services
        if last.fate is not Fate.SKIPPED:
            said = services.history.undo(self.host.shown_key("clock.toggle"))
            if services.backlog.get(last.before.id) != last.before:
                self.say(said)  # it was another act, which came after
                return
        self._done.pop()
        self._at = self._queue.index(last.before.id)
        self._show()

    def do_dialog_back(self) -> None:
        """Out of promoting; else leave, and say what was done."""
        if self._promoting:
            self._promoting = False
            self.show_keys()
            return
        self.dismiss()
        if said := summary(self.fates):
            self.host.say(said)


def triage(app: App[int], ids: Sequence[str] = ()) -> None:
    """Go through thoughts of the inbox, all of them if none are named; say so where none wait."""
    inbox = host(app).services.thoughts.inbox()
    waiting = list(ids) or [each.id for each in reversed(inbox)]
    if waiting:
        app.push_screen(TriageDialog(waiting))
    else:
        host(app).say("Nothing that was caught waits.")
