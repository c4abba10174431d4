"""How the person looks at the backlog: from where, for what, with what is finished or without."""

from collections.abc import Callable, Iterator

from focus_tui.domain import ideaquery
from focus_tui.domain.calendar import clock_time, local_time
from focus_tui.domain.durations import HOUR_MS, day
from focus_tui.domain.idea import Idea
from focus_tui.domain.ideawords import plain
from focus_tui.domain.outline import Outline
from focus_tui.domain.text import clipped, quoted
from focus_tui.services.finding import Finding
from focus_tui.services.present import Present
from focus_tui.ui.host import Host
from focus_tui.ui.screens.idealines import (
    Kind,
    Line,
    Lines,
    counted,
    front_lines,
    inbox_lines,
    worth_lines,
)
from focus_tui.ui.screens.ideaoutline import Draft, Looked, OutlineLines
from focus_tui.ui.screens.idearows import EVERYTHING, NAME_CELLS, IdeaRows

EMPTY = (
    "Everything that tempts you has a place here, and waits.",
    "{new} writes an idea down.",
    "Paste a list that you kept elsewhere, and it becomes an outline.",
)
NONE_BELOW = "Nothing stands below it yet. {new} writes the first one down."
ALL_ENDED = "All that stood below it has ended. {finished} shows it."


class IdeaLook:
    """What is seen now. The lines are made again only when they would be others."""

    def __init__(self, host: Host, width: Callable[[], int]) -> None:
        self._host = host
        self.root: str | None = None
        """What alone is seen, with what is below it."""
        self.asked = ""
        """What is sought, as it was typed."""
        self.finished = False
        """Whether what has ended is seen too, of before today."""
        self.by_worth = False
        """Whether all that could be next is seen, in the order of its worth."""
        self.rows = IdeaRows(host.glyphs, when=self._when, width=width)
        self.lines = Lines(())
        self.hint = ""
        """What is wrong with what is sought."""
        self._finding = Finding()
        self._inbox: tuple[Idea, ...] = ()
        self._made_from: tuple[object, ...] = ()
        self._outline = OutlineLines()
        self._last: tuple[str, Lines, Line | None] = ("", self.lines, None)

    def look(self, present: Present, asked: str, draft: Draft | None) -> bool:
        """Make the lines of this moment; False where they are as they were."""
        self.asked = asked
        services = self._host.services
        tree, folded = services.backlog.outline(), services.folds.ids()
        if self.root not in tree.ideas:
            self.root = None
        self._inbox = inbox = services.thoughts.inbox()
        made_from = (
            *(tree, folded, self.root, self.asked, self.finished, self.by_worth, draft),
            *(present.day.on, present.version if self.by_worth else None),
            *(services.balancing.balance(), inbox),
        )
        if made_from == self._made_from:
            return False
        self._made_from = made_from
        front = services.choosing.front()
        self.rows.tree, self.rows.folded = tree, folded
        self.rows.inbox = {each.id: each for each in inbox}
        self.rows.found, self.hint = None, ""
        if self.asked:
            self._find(tree, inbox, front, present)
        if self.by_worth:
            ranked = services.weighing.by_worth()
            head = self._above_worth(draft)
            self.lines = Lines([*head], worth_lines(ranked, front, self.rows.found))
        else:
            away = frozenset[str]() if self.finished else self._past(tree, present)
            below = self._outline.of(tree, Looked(folded, self.root, away, self.rows.found, draft))
            above = [*self._above(tree, inbox, front)]
            if self.root and not (self.asked or below.of):
                above.append(Line(Kind.WORDS, text=self._nothing_below(tree)))
            self.lines = Lines(above, below)
        return True

    def _nothing_below(self, tree: Outline) -> str:
        """What is said where one that has nothing to show below it alone is seen."""
        if tree.children(self.root):
            return ALL_ENDED.format(finished=self._host.shown_key("outline.finished"))
        return NONE_BELOW.format(new=self._host.shown_key("outline.new"))

    def _above(
        self, tree: Outline, inbox: tuple[Idea, ...], front: tuple[Idea, ...]
    ) -> Iterator[Line]:
        if self.asked:
            yield from self._found(tree, inbox)
        elif self.root:
            yield Line(Kind.CRUMBS, self.root)
        else:
            yield from self._all(tree, inbox, front)

    def _all(
        self, tree: Outline, inbox: tuple[Idea, ...], front: tuple[Idea, ...]
    ) -> Iterator[Line]:
        keys = self._host.shown_key
        if tree.ideas or inbox:
            yield from inbox_lines(inbox, keys("outline.triage"))
            yield from front_lines(front, keys("outline.front"))
            yield Line(Kind.HEADING, text=EVERYTHING, right=self._balance())
        if not tree.ideas:
            for words in EMPTY[bool(inbox) :]:
                yield Line(Kind.WORDS, text=words.format(new=keys("outline.new")))

    def _balance(self) -> str:
        balance, dot = self._host.services.balancing.balance(), self._host.glyphs.dot
        return f" {dot} ".join(each for each in (balance.words(), balance.hint()) if each)

    def _above_worth(self, draft: Draft | None) -> Iterator[Line]:
        key = self._host.shown_key
        right = f"{key('outline.weigh')} weighs, {key('outline.worth')} goes back"
        yield Line(Kind.HEADING, text=self.hint or "By worth", right=right)
        if draft:
            yield Line(Kind.NEW)

    def _found(self, tree: Outline, inbox: tuple[Idea, ...]) -> Iterator[Line]:
        found = self.rows.found or frozenset()
        here = f"in {quoted(plain(tree.ideas[self.root].title))}" if self.root else ""
        yield Line(Kind.HEADING, text=self.hint or counted(len(found)), right=here)
        yield from (Line(Kind.INBOX, each.id) for each in inbox if each.id in found)

    def get_ready_to_find(self) -> None:
        """What the first letter would wait for."""
        if self.rows.tree is not None:
            self._finding.look_through(self.rows.tree, self._inbox)

    def _find(
        self, tree: Outline, inbox: tuple[Idea, ...], front: tuple[Idea, ...], present: Present
    ) -> None:
        query = ideaquery.parse(self.asked)
        found = self._finding.found(query, tree, inbox, front, present.reading.wall_ms)
        if self.root and not self.by_worth:
            found = found.intersection(tree.subtree(self.root)[1:])
        self.rows.found, self.hint = found, query.hint

    def _past(self, tree: Outline, present: Present) -> frozenset[str]:
        """What ended before today, and has nothing else below it."""
        today = present.day_ends_ms - 24 * HOUR_MS
        return tree.spent({id for id in tree.ended if (tree.ideas[id].state_at or today) < today})

    def line(self, key: str) -> Line | None:
        """The line of which that is the key."""
        if key != self._last[0] or self._last[1] is not self.lines:
            self._last = key, self.lines, self.lines.find(key)
        return self._last[2]

    def first_found(self) -> str:
        """The key of the first line that is what was sought."""
        found = self.rows.found or frozenset()
        return next((key for key in self.lines.keys if key.rpartition(":")[2] in found), "")

    def _when(self, idea: Idea) -> str:
        """When a thought came, and during what."""
        present, services = self._host.present, self._host.services
        on = str(local_time(idea.captured_at, present.zone).date())
        today = on == present.day.on
        when = clock_time(idea.captured_at, present.zone) if today else day(on).partition(" ")[2]
        during = services.thoughts.during(idea)
        return f"{when}, {clipped(during, NAME_CELLS)}" if during else when
