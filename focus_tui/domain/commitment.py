"""What is promised for one week, or two: a text, perhaps a goal, an input."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from focus_tui.domain.errors import BadInput
from focus_tui.domain.inputs import DONE, Input, Measure, Worked, done_of, in_words, parsed
from focus_tui.domain.week import Week, days_between

_TWO_WEEKS = re.compile(r"[\s,](?:in|for|over) (?:two|2) weeks\Z", re.IGNORECASE)
_LONGEST = len(" over two weeks")
_SPLIT = re.compile(r"(?P<text>.*)(?:(?<!\d):|:(?!\d))(?P<said>.*)")
"""At the last colon, but not at one between digits: `09:00` is a time of day."""
_LIKE_AN_INPUT = re.compile(r"\s*\d+(?:[.,]\d+)?\s*(?:[^\W\d].*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """A document of `commitments`."""

    id: str
    text: str
    input: Input
    first_on: str
    """The first of the local days that it is for."""
    last_on: str
    goal_id: str | None = None
    idea_id: str | None = None
    promised: Input | None = None
    """What it was when its week began, where it was changed since."""
    done_at: int | None = None
    """UTC milliseconds: when the person said that it is done."""
    asked_at: int | None = None
    """UTC milliseconds: when the person said whether its idea is done with it."""
    deleted_at: int | None = None

    def holds(self, on: str) -> bool:
        """Whether it is for a local day."""
        return self.deleted_at is None and self.first_on <= on <= self.last_on

    @property
    def two_weeks(self) -> bool:
        """Whether it is for longer than one week."""
        return days_between(self.first_on, self.last_on) >= 7

    def counted(self, row: Worked) -> bool:
        """Whether a day's work is for it: work that carries it, and all on its goal."""
        if not self.first_on <= row.on <= self.last_on:
            return False
        on_goal = self.goal_id is not None and row.goal_id == self.goal_id
        return on_goal or row.commitment_id == self.id

    def done(self, rows: Iterable[Worked]) -> int:
        """How much of its input was put in."""
        if self.input.measure is Measure.DONE:
            return int(self.done_at is not None)
        return done_of(self.input, (row for row in rows if self.counted(row)))

    def kept(self, rows: Iterable[Worked]) -> bool:
        """Whether all that it asks for was put in, or the person says so."""
        return self.done_at is not None or self.done(rows) >= self.input.count


class Promise(NamedTuple):
    """A commitment as it is typed: `Audio: 8 sessions in two weeks`."""

    text: str
    input: Input
    weeks: int = 1

    @classmethod
    def said(cls, line: str) -> "Promise":
        """What a line says: an input stands after its last colon, else it is done or not.

        Raises BadInput where nothing is promised.
        """
        rest, weeks = line.strip(), 1
        if found := _TWO_WEEKS.search(rest, max(0, len(rest) - _LONGEST)):
            rest, weeks = rest[: found.start()].rstrip(", ").strip(), 2
        split = _SPLIT.fullmatch(rest)
        wanted = _input(split["said"]) if split else None
        text = split["text"].strip() if split and wanted else rest
        if not text:
            raise BadInput("Say what you promise, as: Audio: 8 sessions.")
        return cls(text, wanted or DONE, weeks)

    def line(self) -> str:
        """The line that says it."""
        weeks = " in two weeks" if self.weeks == 2 else ""
        if self.input == DONE and _says(f"{self.text}{weeks}", self):
            return f"{self.text}{weeks}"
        return f"{self.text}: {in_words(self.input)}{weeks}"

    def period(self, week: Week) -> tuple[str, str]:
        """The first and the last local day, from a week on."""
        return week.first_on, week.after(self.weeks - 1).last_on


def _says(line: str, promise: Promise) -> bool:
    """Whether a line is read as a promise; the end of a text may look like an input."""
    try:
        return Promise.said(line) == promise
    except BadInput:
        return False


def _input(said: str) -> Input | None:
    """None where the text after a colon is part of what is promised."""
    try:
        return parsed(said)
    except BadInput:
        if _LIKE_AN_INPUT.fullmatch(said):
            raise
        return None
