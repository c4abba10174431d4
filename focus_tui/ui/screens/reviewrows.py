"""The rows of a review's parts: what the data say, and beside or below it the person's words."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from textual.content import Content

from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.evidence import Evidence, Promised, Verdict
from focus_tui.domain.inputs import Measure, in_words, progress
from focus_tui.domain.nextweek import Draft, Why
from focus_tui.domain.proposals import Proposal
from focus_tui.domain.reflection import CHANGED, HINDERED, HOW, MOST, Answer, Choice, Part
from focus_tui.domain.text import clipped, wrapped
from focus_tui.services.reviewing import DRAFT, FOUND, PROPOSAL, WIN, Review
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.screens.evidencerows import figures
from focus_tui.ui.widgets.inputbar import small_bars
from focus_tui.ui.widgets.itemlist import Row

BESIDE = 96
"""From so many cells on, the person's words stand beside what they are about."""
ENERGY, MOOD, AGED = "energy", "mood", "aged"
"""The keys of what is asked in words of the app."""
VERDICTS = {
    Verdict.KEPT: "kept",
    Verdict.PARTLY: "partly",
    Verdict.NOT: "not begun",
    Verdict.ADJUSTED: "adjusted",
    Verdict.RUNNING: "goes on",
}
WHY = {Why.CADENCE: "cadence", Why.UNKEPT: "not kept", Why.FRONT: "front"}


class Thing(NamedTuple):
    """What a row is about: something that the app shows, or a line of the person's own."""

    key: str = ""
    words: str = ""
    """What it is called where the person is asked about it."""
    own: Answer | None = None
    proposal: Proposal | None = None
    draft: Draft | None = None
    choosable: bool = False
    """Whether it is taken or left."""
    promise_id: str = ""
    """The promise for the week after that it is."""

    @property
    def id(self) -> str:
        """The row's."""
        return self.own.id if self.own else self.key


class ReviewRows:
    """Draws a part with one set of signs, in a list so wide; `things` is what its rows are."""

    def __init__(self, glyphs: Glyphs, width: Callable[[], int], key: Callable[[str], str]) -> None:
        """`key` says how a command's key is written."""
        self._glyphs = glyphs
        self._width = width
        self._key = key
        self.things: dict[str, Thing] = {}
        self.hues: dict[str, int] = {}
        """Of each goal."""
        self.letters: dict[str, str] = {}
        self.aged = 0
        """How many ideas that were left alone for long are offered."""

    def rows(self, review: Review, part: Part) -> list[Row]:
        """All of a part."""
        self.things = {}
        parts: dict[Part, Callable[[Review], Iterator[Row]]] = {
            Part.INTENDED: self._intended,
            Part.DID: self._did,
            Part.WON: self._won,
            Part.HOW: self._how,
            Part.LEARNED: self._learned,
            Part.CHANGE: self._change,
            Part.NEXT: self._next,
        }
        return list(parts[part](review))

    # The parts.

    def _intended(self, review: Review) -> Iterator[Row]:
        yield from self._heading()
        for each in review.evidence.promised:
            thing = Thing(f"promised:{each.id}", each.text)
            yield from self._asked(review, thing, self._promised(each), each.goal_id)
        if not review.evidence.promised:
            words = f"Nothing was promised for this week. {self._key('review.part')} goes on."
            yield Row(words, style="$quiet")

    def _promised(self, each: Promised) -> Row:
        dot = self._glyphs.dot
        was = f" (was {in_words(each.before)})" if each.before else ""
        said = VERDICTS[each.verdict]
        done = progress(each.wanted, each.done)
        counted = each.wanted.measure is not Measure.DONE
        right = f"{done}{was} {dot} {said}" if counted else said
        return Row(each.text, left=self._sign(each.verdict), right=right)

    def _sign(self, verdict: Verdict) -> str:
        signs = {Verdict.KEPT: self._glyphs.done, Verdict.NOT: self._glyphs.open}
        return f"{signs.get(verdict, self._glyphs.cut)} "

    def _did(self, review: Review) -> Iterator[Row]:
        if review.since:
            yield Row(review.since, style="$quiet")
        yield from self._heading()
        for each in figures(review.evidence, review.before_ms, self._glyphs.dot):
            right = self._bars(review.evidence) + each.right if each.key == "days" else each.right
            row = Row(each.text, right=right)
            yield from self._asked(review, Thing(f"did:{each.key}", each.text), row, each.goal_id)

    def _bars(self, evidence: Evidence) -> str:
        """The seven days beside each other, the longest one full."""
        held = tuple(day.focused_ms for day in evidence.days)
        return f"{small_bars(held, self._glyphs)}   " if any(held) else ""

    def _won(self, review: Review) -> Iterator[Row]:
        if review.finished and review.reflection:
            yield from (Row(text, left=self._box(True)) for text in review.reflection.won)
        for win in () if review.finished else review.wins:
            left = review.choice(WIN + win.key) is Choice.LEFT
            thing = Thing(WIN + win.key, win.text, choosable=True)
            row = Row(win.text, left=self._box(not left), right="struck" if left else "")
            yield self._row(thing, row._replace(style="$quiet" if left else ""))
        yield from self._own(review, Part.WON, self._glyphs.done)
        if not review.wins and not review.lines[Part.WON]:
            words = f"What went well outside of the app? {self._key('review.new')} adds it."
            yield Row(words, style="$quiet")

    def _how(self, review: Review) -> Iterator[Row]:
        reflection, evidence = review.reflection, review.evidence
        levels = {
            ENERGY: ("Energy", reflection and reflection.energy, _energies(evidence)),
            MOOD: ("Mood", reflection and reflection.mood, ""),
        }
        for key, (name, level, told) in levels.items():
            yield self._row(Thing(key, name), Row(name, right=told, bar=self._level(level or 0)))
        yield Row()
        words = ", ".join(each.words for each in evidence.interrupted.words[:3])
        asked = Row("What got in the way", right=words)
        yield from self._asked(review, Thing(HINDERED, "What got in the way?"), asked)
        yield from self._asked(review, Thing(HOW, "How was the week?"), Row("How was it"))

    def _level(self, level: int) -> Content:
        filled, rest = self._glyphs.done * level, self._glyphs.open * (MOST - level)
        return Content.assemble((filled, "$foreground"), (rest, "$faint"))

    def _learned(self, review: Review) -> Iterator[Row]:
        for words in review.evidence.found:
            key = FOUND + words
            if review.choice(key) is None:
                thing = Thing(key, words, choosable=True)
                row = Row(words, left=self._box(False), right="found this week")
                yield self._row(thing, row._replace(style="$quiet"))
        yield from self._own(review, Part.LEARNED, self._glyphs.idea)
        if not self.things:
            words = "What do you know now that you did not know a week ago?"
            yield Row(f"{words} {self._key('review.new')} adds it.", style="$quiet")

    def _change(self, review: Review) -> Iterator[Row]:
        for each in review.proposals:
            key = PROPOSAL + each.key
            right = "left" if review.choice(key) is Choice.LEFT else ""
            thing = Thing(key, each.says, proposal=each, choosable=True)
            row = Row(each.says, left=self._box(False), right=right)
            yield from self._told(thing, row, each.rests_on)
        for answer in review.decided:
            row = Row(answer.text, left=self._box(True), right="taken")
            yield from self._told(Thing(answer.key, answer.text), row, "")
        if self.aged:
            words = (
                f"{plural(self.aged, 'idea')} left alone for long: keep, bring to the front, drop?"
            )
            yield self._row(Thing(AGED, words), Row(words, left=self._box(False)))
        if not review.proposals and not review.decided and not self.aged:
            yield Row("Nothing stands out that should change.", style="$quiet")
        yield Row()
        yield from self._asked(review, Thing(CHANGED, "What will you change?"), Row("What changes"))

    def _next(self, review: Review) -> Iterator[Row]:
        planned = review.planned
        takes = f"{spoken(planned.planned_ms)} planned"
        if planned.real_ms:
            takes += f" {self._glyphs.dot} the last weeks held {spoken(planned.real_ms)} each"
        yield Row("Promised", style="bold", right=takes)
        for standing in review.promised:
            made, goal = standing.commitment, standing.goal
            thing = Thing(f"next:{made.id}", made.text, promise_id=made.id)
            row = Row(made.text, left=f"{self._glyphs.done} ", right=in_words(made.input))
            yield self._row(thing, self._of(row, goal.id if goal else None))
        if not review.promised:
            yield Row(f"Nothing yet. {self._key('review.new')} promises something.", style="$quiet")
        if review.drafts:
            yield Row()
            yield Row("Could be", style="bold")
        for draft in review.drafts:
            left = review.choice(DRAFT + draft.key) is Choice.LEFT
            thing = Thing(DRAFT + draft.key, draft.line, draft=draft, choosable=True)
            row = Row(draft.line, left=self._box(False), right="left" if left else WHY[draft.why])
            row = row._replace(style="$quiet" if left else "")
            yield self._row(thing, self._of(row, draft.goal_id))

    # Rows.

    def _box(self, taken: bool) -> str:
        return f"{self._glyphs.done if taken else self._glyphs.open} "

    def _own(self, review: Review, part: Part, sign: str) -> Iterator[Row]:
        for answer in review.lines[part]:
            right = "idea" if answer.idea_id else ""
            row = Row(answer.text, left=f"{sign} ", right=right)
            yield self._row(Thing(own=answer, words=answer.text), row)

    def _row(self, thing: Thing, row: Row) -> Row:
        self.things[thing.id] = thing
        return row._replace(id=thing.id)

    def _of(self, row: Row, goal_id: str | None) -> Row:
        if not goal_id or goal_id not in self.letters:
            return row
        return row._replace(letter=self.letters[goal_id], hue=self.hues[goal_id])

    def _heading(self) -> Iterator[Row]:
        """Over the person's words, where these stand beside."""
        if self._width() >= BESIDE:
            words = "In your words"
            pad = " " * (self._width() * 3 // 10 - len(words))
            yield Row(
                "What the week shows", style="$quiet", bar=Content.assemble((words, "$quiet"), pad)
            )

    def _asked(
        self, review: Review, thing: Thing, row: Row, goal_id: str | None = None
    ) -> Iterator[Row]:
        """A row with what was said to it: beside it where there is room, else below."""
        said = " ".join(review.text(thing.key).split())
        row = self._of(self._row(thing, row), goal_id)
        if self._width() >= BESIDE:
            room = self._width() * 3 // 10
            words = clipped(said, room)
            pad = " " * (room - Content(words).cell_length)
            bar = Content.assemble((row.right, "$quiet"), "    ", words, pad)
            yield row._replace(right="", bar=bar)
            return
        yield row
        for line in _lines(said, self._width() - 6):
            yield Row(line, left="    ")

    def _told(self, thing: Thing, row: Row, below: str) -> Iterator[Row]:
        """A long sentence over several lines, with what it rests on below."""
        room = max(20, self._width() - 14)
        first, *more = _lines(row.text, room)
        yield self._row(thing, row._replace(text=first))
        for line in more:
            yield Row(line, left="  ")
        for line in _lines(below, room):
            yield Row(line, left="  ", style="$quiet")


def _lines(text: str, room: int) -> list[str]:
    return wrapped(text, max(10, room)).split("\n") if text else []


def _energies(evidence: Evidence) -> str:
    """What was answered on the days."""
    said = [str(day.energy) for day in evidence.days if day.energy]
    return f"{plural(len(said), 'day')} said {' '.join(said)}" if said else ""
