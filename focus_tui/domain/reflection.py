"""The review of one week: what the person says to what the data say."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from focus_tui.domain.ids import uuid5
from focus_tui.domain.week import Week

if TYPE_CHECKING:  # what is seldom read, every command would wait for
    from focus_tui.domain.evidence import Evidence


class Part(StrEnum):
    """A part of the review, in the order in which they are offered."""

    INTENDED = "intended"
    DID = "did"
    WON = "won"
    HOW = "how"
    LEARNED = "learned"
    CHANGE = "change"
    NEXT = "next"


SHORT = (Part.WON, Part.NEXT)
"""The parts of a short review."""
SHOWABLE = (Part.INTENDED, Part.DID, Part.WON, Part.NEXT)
"""The parts that a public page may have."""
HINDERED, HOW, CHANGED = "hindered", "how", "changed"
"""The keys of what the app asks without showing a thing: what got in the way, how it was, what
changes."""
MOST = 5
"""Energy and mood are from 1 to this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """A document of `reflections`, under the id that its week gives it on every device."""

    week: Week
    begun_at: int
    """UTC milliseconds: when its first word was said."""
    finished_at: int | None = None
    skipped_at: int | None = None
    """When the person said that this week needs none."""
    short: bool = False
    """Whether only some parts are asked."""
    energy: int | None = None
    mood: int | None = None
    public: tuple[Part, ...] = ()
    """The parts that may be shown to others."""
    seen: "Evidence | None" = None
    """What the data said when it was finished."""
    won: tuple[str, ...] = ()
    """What had been found then and was not struck, in words."""

    @property
    def id(self) -> str:
        """Made of the first day of its week."""
        return reflection_id(self.week)


def reflection_id(week: Week) -> str:
    """The id of a week's reflection."""
    return uuid5("reflection", week.first_on)


class Choice(StrEnum):
    """What was said to something that the app found or proposed."""

    TAKEN = "taken"
    LEFT = "left"


class Answer(NamedTuple):
    """A document of `answers`: words of the person's own, or a choice, or both."""

    id: str
    first_on: str
    """The first day of the week it is about."""
    part: Part
    key: str = ""
    """What it answers, as `promised:019a…`; empty for a line of the person's own."""
    text: str = ""
    choice: Choice | None = None
    idea_id: str | None = None
    """The idea that a learned line was made."""
    deleted_at: int | None = None


def answer_id(week: Week, key: str) -> str:
    """The id of the answer to one thing of a week: the same on every device."""
    return uuid5(f"answer {key}", week.first_on)


class LearnedCard(NamedTuple):
    """A document of `cards`: a question and its answer, to be learned by heart elsewhere."""

    id: str
    front: str
    back: str
    source: str = ""
    """Where it comes from, in the person's words."""
    answer_id: str | None = None
    """The learned line that it was made of."""
    deleted_at: int | None = None
