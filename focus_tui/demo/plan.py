"""What each day of the half year is to hold, before chance makes of it what it likes."""

from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from focus_tui.demo import words
from focus_tui.demo.story import (
    AUDIO,
    COURSE,
    COURSE_UNTIL,
    DAYS,
    KAGGLE,
    KAGGLE_FROM,
    OCTAVE,
    WEEKS,
    WRITING,
    Season,
    season,
    subject,
)
from focus_tui.domain.ideawords import plain
from focus_tui.domain.week import Week

TODAY = 2
"""So many sessions are done on the last day."""
_MORE_OR_LESS = (-1, 0, 0, 1)


class Aim(NamedTuple):
    """What a session is on."""

    letter: str
    """As in `story.DAYS`."""
    intent: str


class Day(NamedTuple):
    """A day as it is going to be."""

    on: str
    """The local day."""
    back: int
    """Its week, counted back from the one that runs."""
    season: Season
    aims: tuple[Aim, ...]


def days(random: Random, today: str) -> Iterator[Day]:
    """Each day of the half year up to today, the empty ones too."""
    last = Week.of(today, 1)
    for back in range(WEEKS, -1, -1):
        week, kind = last.after(-back), season(back)
        counts = [_count(random, each) for each in kind.sessions]
        lived = [on for on in week.days if on <= today]
        if not back:
            counts[len(lived) - 1] = TODAY
        letters = [_letters(number, count, back) for number, count in enumerate(counts)]
        intents = _Intents(back, letters)
        for on, those in zip(lived, letters, strict=False):
            yield Day(on, back, kind, tuple(Aim(each, intents.next(each)) for each in those))


def _count(random: Random, usual: int) -> int:
    chance = random.choice(_MORE_OR_LESS)
    return usual + chance if usual > 1 else usual


def _letters(weekday: int, count: int, back: int) -> str:
    row = DAYS[weekday] * (count // len(DAYS[weekday]) + 1)
    return "".join(subject(letter, back) for letter in row[:count])


class _Intents:
    """The words for a week's sessions: what is begun on Monday goes on to the end of the week."""

    def __init__(self, back: int, letters: list[str]) -> None:
        self._back = back
        self._whole = Counter("".join(letters))
        self._said = Counter[str]()

    def next(self, letter: str) -> str:
        on, steps = topic(letter, self._back), _steps(letter, self._back)
        number, whole = self._said[letter], self._whole[letter]
        self._said[letter] += 1
        step = steps[number * len(steps) // whole]
        return f"{on}: {step}" if on else step


def topic(letter: str, back: int) -> str:
    """What a week's sessions have in common; empty where each says itself what it is."""
    if letter == AUDIO:
        return words.AUDIO_TOPICS[COURSE_UNTIL - 1 - back]
    if letter == KAGGLE:
        return words.KAGGLE_TOPICS[int(_kaggle(back))]
    if letter == WRITING:
        return post(back)
    return f"Lesson {WEEKS - back + 1}" if letter == COURSE else ""


def _steps(letter: str, back: int) -> tuple[str, ...]:
    """What they do in turn."""
    if letter == WRITING:
        return words.POST_STEPS if back in words.POSTS else words.POST_STEPS[:1]
    if letter == KAGGLE:
        return words.KAGGLE_STEPS[int(_kaggle(back) % 1 * len(words.KAGGLE_STEPS))]
    steps = {AUDIO: words.AUDIO_STEPS, COURSE: words.COURSE_STEPS}
    own = words.OCTAVE_STEPS if letter == OCTAVE else (plain(idea_of(back)),)
    return steps.get(letter, own)


def _kaggle(back: int) -> float:
    """Which topic a week is on, and how far into it."""
    return (KAGGLE_FROM - back) * len(words.KAGGLE_TOPICS) / (KAGGLE_FROM + 1)


def post(back: int) -> str:
    """The title of what is written in a week: of what is to be published next."""
    return words.POSTS[max(each for each in words.POSTS if each <= back)]


def idea_of(back: int) -> str:
    """The title of the idea that a week's sessions on one are on."""
    return words.BEGUN[back // 8 % len(words.BEGUN)]
