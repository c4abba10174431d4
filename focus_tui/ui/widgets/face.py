"""The clock's face: large digits, progress, the intent, and one line on the phase."""

import re
from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.style import Style

from focus_tui.domain.dayend import reached, worked
from focus_tui.domain.durations import MINUTE_MS, clock, clock_past, plural, spoken
from focus_tui.domain.goal import Goal
from focus_tui.domain.interval import Interval, State
from focus_tui.domain.ladder import Standing
from focus_tui.domain.restidea import rest_idea
from focus_tui.domain.shape import Shape, name_of
from focus_tui.domain.spans import What, tail
from focus_tui.domain.subject import Subject
from focus_tui.domain.text import clipped
from focus_tui.services.present import Present
from focus_tui.ui import digits
from focus_tui.ui.glyphs import UNICODE, Glyphs
from focus_tui.ui.host import host
from focus_tui.ui.look import accent
from focus_tui.ui.widgets.drawn import Drawn

BLOCKS = re.compile(f"{UNICODE.pixel}+|[^{UNICODE.pixel}]+")
WIDEST = 64


class Piece(Drawn):
    """A part of the face; all of them draw the same moment."""

    coming: Shape | None = None
    """The shape of the next session, while nothing runs."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:
        super().__init__(id=id)
        self.glyphs = glyphs
        self.present: Present | None = None

    def show(self, present: Present) -> None:
        """Draw this moment."""
        self.present = present
        self.repaint()

    def draw(self) -> Content:
        """Nothing before the first moment is known."""
        return self.draw_moment(self.present) if self.present else Content("")

    def draw_moment(self, present: Present) -> Content:
        """What this part looks like at a moment."""
        raise NotImplementedError


class Digits(Piece):
    """Time left, or time past the end, as large as the space allows."""

    def draw_moment(self, present: Present) -> Content:
        """The digits in the phase's colour."""
        text = time_shown(present.interval, self.coming)
        height, width = self.size.height, self.size.width
        style = accent(present.interval)
        for scale in (2, 1):
            if digits.HEIGHT * scale > height:
                continue
            rows = digits.large(text, self.glyphs, scale)
            if len(rows[0]) <= width - 4:
                return Content.styled("\n".join(rows), style)
        rows = digits.small(text, self.glyphs)
        if len(rows) <= height and len(rows[0]) <= width:
            return Content.styled("\n".join(rows), style)
        return Content.styled(text, f"bold {style}")

    def segments(self, line: Content, style: Style) -> list[Segment]:
        """Full blocks stand on their own colour: many fonts leave seams between them.

        As they change each second, they are cut here: a style for each block costs more to render.
        """
        whole = super().segments(line, style)
        if self.glyphs.pixel != UNICODE.pixel:
            return whole
        found: list[Segment] = []
        for text, look, _ in whole:
            blocks = look + RichStyle(bgcolor=look.color) if look else look
            found += (
                Segment(run, blocks if run[0] == UNICODE.pixel else look)
                for run in BLOCKS.findall(text)
            )
        return found


class Progress(Piece):
    """How much of the plan has passed, as one line."""

    def draw_moment(self, present: Present) -> Content:
        """A bar of fixed width; an empty one when the clock rests, none where no end is planned."""
        interval = present.interval
        width = min(self.size.width - 4, WIDEST - 12)
        if interval is not None and interval.open:
            return Content("")
        if interval is None or width < 8:
            return Content.styled(self.glyphs.bar_rest * max(0, width), "$faint")
        full = interval.main_ms * width // max(1, interval.planned_ms)
        full = min(full, width)
        tip = self.glyphs.bar_end if 0 < full < width else ""
        done = self.glyphs.bar * (full - len(tip)) + tip
        return Content.assemble(
            (done, accent(interval)), (self.glyphs.bar_rest * (width - full), "$faint")
        )


class Intent(Piece):
    """What is being worked on, the way from there into tangents, or what comes next."""

    next_intent = ""

    def draw_moment(self, present: Present) -> Content:
        """One line; an empty one teaches its key."""
        width = min(self.size.width - 4, 2 * WIDEST)
        interval = present.interval
        working = interval is not None and not interval.phase.is_break
        text = interval.intent if interval is not None and working else self.next_intent
        if working and (words := present.tangents):
            from focus_tui.ui.breadcrumb import breadcrumb  # most sessions have none

            return breadcrumb(text, words, width)
        if not text:
            key = host(self.app).shown_key("today.intent")
            return Content.styled(clipped(f"{ask(interval)}  {key}", width), "$quiet")
        if interval is not None and interval.phase.is_break:
            return Content.assemble(("Next: ", "$quiet"), clipped(text, width - 6))
        return Content.styled(clipped(text, width), "bold")


class Why(Piece):
    """The goal, and why it matters: what the session is for."""

    goal: Goal | None = None
    intent = ""

    def draw_moment(self, present: Present) -> Content:
        """One line; the goal's name only where the intent is another."""
        goal, width = self.goal, min(self.size.width - 4, 2 * WIDEST)
        if goal is None or width < 1:
            return Content("")
        named = [] if self.intent == goal.title else [goal.title]
        words = clipped(
            f" {self.glyphs.dot} ".join([*named, *([goal.why] if goal.why else [])]), width - 2
        )
        return Content.assemble((f"{goal.letter} ", f"bold $hue-{goal.hue}"), (words, "$quiet"))


class Status(Piece):
    """One quiet line: the phase in words, and what it waits for."""

    seeking: Standing | None = None

    def __init__(self, glyphs: Glyphs, ideas: Callable[[], tuple[str, ...]], *, id: str) -> None:
        super().__init__(glyphs, id=id)
        self._ideas = ideas

    def draw_moment(self, present: Present) -> Content:
        """State is told in words, never by colour alone."""
        width = max(0, self.size.width - 2)
        words, short = phase_in_words(
            present, host(self.app).shown_key, self._ideas(), self.coming, self.seeking
        )
        return Content.styled(clipped(words if len(words) <= width else short, width), "$quiet")


class Face(Vertical):
    """The one thing the eye meets first."""

    def __init__(self, glyphs: Glyphs, ideas: Callable[[], tuple[str, ...]]) -> None:
        super().__init__(id="face")
        self._moving = (Digits(glyphs, id="digits"), Progress(glyphs, id="progress"))
        self._intent, self._why = Intent(glyphs, id="intent"), Why(glyphs, id="why")
        self._status = Status(glyphs, ideas, id="status")
        self._words = self._intent, self._why, self._status
        self._said: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Digits, bar, intent, status; each repaints by itself."""
        yield from self._moving
        yield from self._words

    def show(
        self,
        present: Present,
        subject: Subject,
        goal: Goal | None,
        coming: Shape | None,
        seeking: Standing | None = None,
    ) -> None:
        """Draw this moment, with what is worked on or comes next, the goal it is for, and
        where on the ladder for asking well one stands.


        `coming` is the shape of the next session, while nothing runs.
        While a session runs its words stay the same: from second to second only the time is drawn.
        """
        for piece in (*self._moving, *self._words):
            piece.coming = coming
        for moving in self._moving:
            moving.show(present)
        said = present.version, present.day.on, present.state, subject, goal, seeking
        if said == self._said and present.state is State.FOCUS:
            return
        self._said = said
        self._intent.next_intent = subject.intent
        self._status.seeking = seeking
        self._why.goal, self._why.intent = goal, subject.intent
        self.set_class(goal is not None, "-for")
        for words in self._words:
            words.show(present)

    def prefer(self) -> None:
        """A setting has changed: the words may name other keys."""
        self._said = ()


def time_shown(interval: Interval | None, coming: Shape | None = None) -> str:
    """The digits: what is left, or with a plus what has gone past the end.

    Where no end is planned they count what was worked; while nothing runs they are of what comes.
    """
    if interval is None:
        return clock(0 if coming is None or coming.open else coming.focus_ms)
    if interval.open and interval.left_ms:
        return clock_past(interval.main_ms)
    if interval.left_ms:
        return clock(interval.left_ms)
    return "+" + clock_past(interval.over_ms)


def ask(interval: Interval | None) -> str:
    """What an empty intent says."""
    if interval is not None and interval.phase.is_break:
        return "What comes next?"
    return "What are you working on?"


def phase_in_words(
    present: Present,
    key: Callable[[str], str],
    ideas: Sequence[str],
    coming: Shape | None = None,
    seeking: Standing | None = None,
) -> tuple[str, str]:
    """The state of the clock in one line, and shorter for where that does not fit.

    `key` names the key of a command; `ideas` are what to do in breaks; `coming` is the shape of
    what begins next.
    """
    interval, state = present.interval, present.state
    toggle = key("clock.toggle")
    if interval is None and reached(present.day.focused_ms, present.limit_ms):
        enough = f"Enough for today: {worked(present.day.focused_ms)}"
        return f"{enough} of focus. The rest is yours.", f"{enough}."
    if interval is None:
        end = f" · {coming.name}" if coming and coming.line else "."
        return f"Ready when you are: {toggle} begins{end}", f"Ready: {toggle} begins{end}"
    if not interval.phase.is_break:
        words, short = _session_in_words(present, interval, key)
        if seeking is not None:
            from focus_tui.ui.rungs import beside  # most sessions have none

            words, short = beside(present.state, short, seeking, key)
        if interrupted := present.day.interruptions(interval.id):
            count = plural(interrupted, "interruption")
            return f"{words.rstrip('.')} · {count}", f"{short.rstrip('.')} · {count}"
        return words, short
    if state is State.OVERRUN:
        over = interval.over_ms // MINUTE_MS * MINUTE_MS
        words = f"The break is {spoken(over)} over" if over else "The break is over"
        return f"{words}: {toggle} begins the next session.", f"{words}."
    idea = rest_idea(ideas, interval, present.recent)
    return (f"{idea}.", idea) if idea else ("A break.", "A break.")


def _session_in_words(
    present: Present, interval: Interval, key: Callable[[str], str]
) -> tuple[str, str]:
    if present.state is State.PAUSED:
        pause = tail(interval.spans, What.PAUSE)
        words = f"Paused for {spoken(pause)}" if pause >= MINUTE_MS else "Paused"
        return words, words
    if present.state is State.FOCUS:
        words = f"Session {present.place_in_cycle} of {present.every}"
        return (f"{words} · {name_of(interval.shape)}", words) if interval.shape else (words, words)
    planned, toggle, more = spoken(interval.planned_ms), key("clock.toggle"), key("clock.extend")
    words = f"{planned} done. {toggle} begins the break, {more} plans five more."
    return words, "Time for the break."
