"""Shapes of sessions: how long one is, and the breaks that follow. Times are milliseconds."""

from typing import NamedTuple

from focus_tui.domain.durations import MINUTE_MS
from focus_tui.domain.errors import BadInput
from focus_tui.domain.session import OPEN_MS, Phase
from focus_tui.domain.text import accepted, quoted

USUAL = "usual"
"""The name of the shape that the settings of the timer say."""
STRICT = "strict"
LONGEST_MIN = 240
NAME_LIMIT = 20
PART_OF_OPEN = 5
"""The break after an open session is so many times shorter than what was worked."""
LONGEST_PROPORTIONAL_MS = 30 * MINUTE_MS
LONG_BREAK_MIN = (15, 30)
"""Where none is given, a long break is twice the short one within these minutes."""
WAYS = "say it as 40/8, deep 90/20 or deep 90/20/30 strict"


class Shape(NamedTuple):
    """How long a session and its breaks are planned to be."""

    name: str
    focus_ms: int = 25 * MINUTE_MS
    short_break_ms: int = 5 * MINUTE_MS
    """Of an open one: the shortest, as its breaks are in proportion to what was worked."""
    long_break_ms: int = 15 * MINUTE_MS
    open: bool = False
    """No end is planned; `focus_ms` is where it rings all the same."""
    strict: bool = False
    """A pause voids the session."""

    @property
    def line(self) -> str:
        """The shape as one line, which `parsed` reads; empty for the usual one."""
        if self.name == USUAL:
            return ""
        if self.open:
            return self.name
        parts = (self.focus_ms, self.short_break_ms, self.long_break_ms)
        numbers = "/".join(str(each // MINUTE_MS) for each in parts)
        return f"{self.name} {numbers}{f' {STRICT}' if self.strict else ''}"

    @property
    def in_words(self) -> str:
        """What it plans, as `25 min · breaks 5 and 15`."""
        if self.open:
            return "until you end it · break a fifth of it"
        focus, short, long = (
            each // MINUTE_MS for each in (self.focus_ms, self.short_break_ms, self.long_break_ms)
        )
        strict = " · a pause voids" if self.strict else ""
        return f"{focus} min{strict} · breaks {short} and {long}"

    def break_ms(self, phase: Phase, worked_ms: int) -> int:
        """How long a break is after so much work; of an open session, in whole minutes."""
        least = self.long_break_ms if phase is Phase.LONG_BREAK else self.short_break_ms
        if not self.open:
            return least
        minutes = (worked_ms // PART_OF_OPEN + MINUTE_MS // 2) // MINUTE_MS
        return max(least, min(minutes * MINUTE_MS, LONGEST_PROPORTIONAL_MS))


def parsed(text: str) -> Shape:
    """The shape that a line means: `50/10`, `deep 90/20/30 strict`, `open`, `strict`.

    Raises BadInput.
    """
    words = accepted(text.strip(), field="shape", limit=200, one_line=True).split()
    alone = _ALONE.get(" ".join(words).casefold())
    if alone is not None:
        return alone
    strict = len(words) > 1 and words[-1].casefold() == STRICT
    *name, numbers = words[:-1] if strict else words or [""]
    minutes = [int(each) if _whole(each) else 0 for each in numbers.split("/")]
    if len(minutes) not in (2, 3) or not all(1 <= each <= LONGEST_MIN for each in minutes):
        raise BadInput(
            f"{quoted(text, 'Nothing')} is no shape of sessions: {WAYS}, "
            f"in minutes from 1 to {LONGEST_MIN}."
        )
    focus, short, *long = minutes
    lowest, highest = LONG_BREAK_MIN
    longer = long[0] if long else max(short, min(highest, max(lowest, 2 * short)))
    given = " ".join(name) or f"{focus}/{short}{f' {STRICT}' if strict else ''}"
    if len(given) > NAME_LIMIT:
        raise BadInput(
            f"{quoted(given)} is too long for a shape's name: it has {NAME_LIMIT} characters "
            "at most."
        )
    return Shape(given, focus * MINUTE_MS, short * MINUTE_MS, longer * MINUTE_MS, strict=strict)


def name_of(line: str) -> str:
    """The name of the shape of a line; the line itself where it says none."""
    try:
        return parsed(line).name
    except BadInput:
        return line


def _whole(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= len(str(LONGEST_MIN))


OPEN = Shape("open", OPEN_MS, 3 * MINUTE_MS, 15 * MINUTE_MS, open=True)
_ALONE = {"open": OPEN, STRICT: Shape(STRICT, strict=True)}
BUILT_IN = (*(parsed(each) for each in ("25/5", "50/10", "90/20", "15/5")), *_ALONE.values())


def own_shapes(lines: tuple[str, ...]) -> tuple[Shape, ...]:
    """The person's own shapes. Raises BadInput for a line that is none, and a name there twice."""
    found: list[Shape] = []
    names = {USUAL, *(each.name for each in BUILT_IN)}
    for line in lines:
        shape = parsed(line)
        name = shape.name.casefold()
        if name in names:
            raise BadInput(f"There is a shape {quoted(shape.name)} already: give this one a name.")
        names.add(name)
        found.append(shape)
    return tuple(found)
