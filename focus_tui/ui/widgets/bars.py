"""The frame's two bars: the line on top, and the keys that work now at the bottom."""

from collections.abc import Iterator, Sequence

from textual import events
from textual.content import Content
from textual.message import Message

from focus_tui.domain.dayend import near, of_limit
from focus_tui.domain.durations import plural
from focus_tui.domain.interval import Interval, State
from focus_tui.domain.text import clipped
from focus_tui.services.present import Present
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.host import host
from focus_tui.ui.look import accent
from focus_tui.ui.widgets.drawn import Drawn, lines
from focus_tui.ui.widgets.face import time_shown

LEAST_OF_A_NAME = 10
"""So many cells of what runs stay in sight beside the day's limit."""
SURELY_SEEN_MS = 3_000
"""What has been on the screen for so long was seen by whoever presses a key."""
NARROW = 50
MOST_OF_A_CLOCK = 38
"""What the clock does has so many cells, if it needs them: where they lack, other screens are their
keys."""
RANG = "bold $phase-over"
"""How a bell's words look."""


class TopLine(Drawn):
    """The name and the screens at the left; at the right what the clock does, on every screen."""

    def __init__(
        self, glyphs: Glyphs, app: str, here: str, screens: Sequence[tuple[str, str, str]]
    ) -> None:
        """`screens` are commands that go there, their keys, the screens' names."""
        super().__init__(id="topline")
        self._glyphs = glyphs
        self._app_name = app
        self._here = here
        self._screens = screens
        self._named = screens
        """Those there is room for."""
        self._present: Present | None = None

    def show(self, present: Present) -> None:
        """Draw this moment."""
        self._present = present
        self.repaint()

    def draw(self) -> Content:
        """One line, and a rule under it."""
        width = self.size.width
        least = min(MOST_OF_A_CLOCK, self._clock(width).cell_length + 2)
        for named in self._shorter():
            self._named = named
            left = self._left()
            if width - left.cell_length - 2 >= least:
                break
        right = self._clock(width - left.cell_length - 2)
        gap = " " * max(1, width - left.cell_length - right.cell_length - 1)
        rule = Content.styled(self._glyphs.rule * width, "$faint")
        return lines(Content.assemble(left, gap, right), rule)

    def _shorter(self) -> Iterator[Sequence[tuple[str, str, str]]]:
        """All names; the others' keys alone; none of the others."""
        yield self._screens
        yield [(id, key, name if name == self._here else "") for id, key, name in self._screens]
        yield [each for each in self._screens if each[2] == self._here]

    def _left(self) -> Content:
        tabs: list[tuple[str, str]] = []
        for _, key, name in self._named:
            space = " " if name else ""
            style = "bold" if name == self._here else "$quiet"
            tabs += [(f" {key}{space}", "$quiet"), (name, style)]
        return Content.assemble((f" {self._app_name}", "bold"), "  ", *tabs)

    def on_click(self, event: events.Click) -> None:
        """A click on a screen's name goes there."""
        at = len(f" {self._app_name}  ")
        for command_id, key, name in self._named:
            end = at + len(key) + (2 if name else 1) + len(name)
            if event.y == 0 and at <= event.x < end:
                host(self.app).perform(command_id)
            at = end

    def _clock(self, room: int) -> Content:
        present = self._present
        if present is None or room < 6:
            return Content("")
        interval = present.interval
        cards = self._cards(present.questions, room if interval is None else room * 11 // 20)
        if interval is None:
            return Content.styled((limit_in(present, room - len(cards)) + cards).strip(), "$quiet")
        sign = self._sign(present.state)
        time = time_shown(interval)
        name = _name(interval, present.state)
        wide, room = room > 16, room - len(time) - len(cards) - 3
        limit = limit_in(present, room - min(len(name), LEAST_OF_A_NAME))
        text = clipped(name, max(0, room - len(limit))) if wide else ""
        return Content.assemble(
            (f"{sign} {time}", accent(interval)),
            f" {text}" if text else "",
            (limit + cards, "$quiet"),
        )

    def _cards(self, waiting: int, most: int) -> str:
        if not waiting:
            return ""
        words = f"  {self._glyphs.ask} {plural(waiting, 'question')}"
        return words if len(words) <= most else f" {self._glyphs.ask}{waiting}"

    def _sign(self, state: State) -> str:
        return {
            State.IDLE: self._glyphs.open,
            State.FOCUS: self._glyphs.done,
            State.PAUSED: self._glyphs.paused,
            State.OVERTIME: self._glyphs.done,
            State.BREAK: self._glyphs.rest,
            State.OVERRUN: self._glyphs.rest,
        }[state]


def _name(interval: Interval, state: State) -> str:
    """What runs, in a word or the person's."""
    name = "break" if interval.phase.is_break else interval.intent
    if state is State.OVERRUN:
        return "past the break"
    if state is State.PAUSED:
        return f"paused · {name}" if name else "paused"
    return name


def limit_in(present: Present, room: int) -> str:
    """Near the day's limit: what was worked beside it, in so many cells; empty without need."""
    focused_ms, limit_ms = present.day.focused_ms, present.limit_ms
    if not near(focused_ms, limit_ms):
        return ""
    words = of_limit(focused_ms, limit_ms)
    fitting = (f"  {each}" for each in (words, words.replace(" of ", "/")) if len(each) + 2 <= room)
    return next(fitting, "")


class KeyBar(Drawn):
    """The keys that work now, the most useful first where there is no room for all."""

    class Pressed(Message):
        """A key on the bar was clicked."""

        def __init__(self, command_id: str, key: str) -> None:
            super().__init__()
            self.command_id = command_id
            self.key = key

    def __init__(self, *, id: str = "keybar") -> None:
        super().__init__(id=id)
        self._keys: tuple[tuple[str, str, str, int], ...] = ()
        self._spots: list[tuple[int, int, str, str]] = []

    def show(self, keys: Sequence[tuple[str, str, str, int]]) -> None:
        """Show these commands: id, key, label, weight; in this order, if there is room."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.repaint()

    def draw(self) -> Content:
        """One line: what does not fit gives way by weight."""
        room = self.size.width + 2  # no space stands before the first
        keys = self._keys
        if self.size.width < NARROW:  # the one sign that says itself what it is
            keys = tuple((id, key, "" if id == "help" else word, n) for id, key, word, n in keys)
        chosen = []
        for each in sorted(keys, key=lambda each: -each[3]):
            width = len(f"{each[1]} {each[2]}".rstrip()) + 2
            if each[3] and width <= room:
                chosen.append(each)
                room -= width
        parts: list[tuple[str, str]] = []
        self._spots = []
        at = 0
        for command_id, key, label, _ in (each for each in keys if each in chosen):
            if at:
                parts.append(("  ", ""))
                at += 2
            words = f" {label}" if label else ""
            width = len(key + words)
            parts += [(key, "bold"), (words, "$quiet")]
            self._spots.append((at, at + width, command_id, key))
            at += width
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Do what the clicked key does."""
        offset = event.get_content_offset(self)
        for start, end, command_id, key in self._spots:
            if offset is not None and start <= offset.x < end:
                self.post_message(self.Pressed(command_id, key))


class Notice(Drawn):
    """One sentence to the person: what was done, or what went wrong; gone with the next key.

    Above it stays what a bell said, until it was surely seen.
    """

    def __init__(self) -> None:
        super().__init__(id="notice")
        self._text = ""
        self._style = ""
        self._rang = ""
        self._rang_at_ms = 0

    @property
    def said(self) -> str:
        """The words that are shown."""
        return " ".join(each for each in (self._rang, self._text) if each)

    def say(self, text: str, style: str = "$foreground") -> None:
        """Show a sentence; an empty one clears the line."""
        if (text, style) == (self._text, self._style) or not (text or self._text):
            return
        self._text, self._style = text, style
        self._change()

    def ring(self, text: str, at_ms: int) -> None:
        """Show what a bell says, at that moment of any clock; nothing takes it away."""
        if text != self._rang:
            self._rang, self._rang_at_ms = text, at_ms
            self._change()

    def key_pressed(self, at_ms: int) -> None:
        """What was said is gone; a bell's words are when this key can be no other than an answer.

        One that was on its way while it rang is none.
        """
        self.say("")
        if at_ms - self._rang_at_ms >= SURELY_SEEN_MS:
            self.ring("", 0)

    def _change(self) -> None:
        self._fit()
        self.repaint()

    def _fit(self) -> None:
        height = self._height()
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height  # else nothing on the screen moves

    def _height(self) -> int:
        return min(len(self._wrapped(self.app.size.width - 2)), max(1, self.app.size.height // 2))

    def _wrapped(self, width: int) -> list[Content]:
        each = ((self._rang, RANG), (self._text, self._style))
        wrapped = [Content.styled(text, style).wrap(max(1, width)) for text, style in each if text]
        return [line for each_wrapped in wrapped for line in each_wrapped] or [Content("")]

    def draw(self) -> Content:
        """The sentence, in as many lines as it needs, half the window at most."""
        return lines(*self._wrapped(self.size.width))

    def on_resize(self) -> None:
        """Another width asks for another number of lines."""
        self._fit()
