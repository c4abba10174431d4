"""The half year as a story: how much each week holds, and on what its sessions are."""

from typing import NamedTuple

WEEKS = 26
"""Whole weeks before the one that runs."""


class Season(NamedTuple):
    """A few weeks of one kind."""

    weeks: int
    sessions: tuple[int, ...]
    """How many each weekday holds, Monday first; a little more or less by chance."""
    promised: int
    """So many sessions are promised on what matters most."""
    begins_min: int
    """When its days begin, in minutes after midnight, give or take a little."""
    energy: tuple[int, int]
    """The least and the most that is answered, from 1 to 5."""
    focused: tuple[int, int, int, int]
    """How likely the answers yes, partly, no and none are, beside each other."""
    hindered: tuple[str, ...]
    how: tuple[str, ...]
    changed: tuple[str, ...]
    kind: str = "week"
    """One of week, short, skipped, off: what becomes of its reviews."""


BEGINNING = Season(
    4,
    (2, 3, 2, 3, 2, 1, 0),
    9,
    9 * 60 + 20,
    (3, 4),
    (4, 4, 2, 2),
    ("I opened the browser before I opened the notebook.", "No fixed hour to begin at."),
    ("Slow, but it is begun.", "Two sessions and then drift. Still, more than none."),
    ("Begin at half past eight, before the mail.", "The phone stays in the hall."),
)
SETTLED = Season(
    6,
    (5, 6, 4, 6, 4, 2, 0),
    14,
    8 * 60 + 40,
    (3, 5),
    (7, 3, 1, 2),
    ("Wednesday went to a broken driver.", "Read about tools where I should have used one."),
    ("The mornings carry the week.", "Five sessions feel like a day now.", "Calm."),
    ("Ask after twenty minutes, not after two hours.", "Kaggle first, while the head is fresh."),
)
TOO_MUCH = Season(
    3,
    (11, 13, 12, 13, 12, 5, 2),
    30,
    7 * 60 + 50,
    (2, 4),
    (4, 4, 3, 1),
    ("Said yes to everything.", "Slept badly from Tuesday on.", "Sessions without a break."),
    ("A lot done, little of it good.", "Proud and tired."),
    ("Stop at five hours, and mean it.", "One thing less each day."),
)
ILL = Season(
    1,
    (3, 0, 0, 0, 0, 0, 0),
    14,
    10 * 60,
    (1, 2),
    (1, 2, 2, 1),
    ("A cold, and I had it coming.",),
    ("In bed.",),
    ("Nothing. Sleep.",),
    kind="skipped",
)
SLOW = Season(
    2,
    (1, 2, 1, 2, 2, 0, 0),
    4,
    10 * 60,
    (2, 3),
    (3, 4, 1, 2),
    ("Tired by noon.",),
    ("One session is a session.", "Slowly. That is all right."),
    ("Half of it, until half is easy.",),
    kind="short",
)
HOLIDAY = Season(
    1,
    (0, 0, 0, 0, 0, 0, 0),
    0,
    9 * 60,
    (5, 5),
    (1, 0, 0, 0),
    ("",),
    ("",),
    ("",),
    kind="off",
)
RETURN = Season(
    3,
    (3, 4, 4, 4, 3, 0, 1),
    8,
    9 * 60,
    (3, 5),
    (6, 3, 1, 2),
    ("The first day back was mail only.", "Too many tabs from before."),
    ("It came back faster than I feared.", "Rested. It shows."),
    ("Fewer goals at once.", "The first session before the mail, again."),
)
GOOD = Season(
    5,
    (6, 7, 6, 7, 5, 2, 0),
    16,
    8 * 60 + 30,
    (4, 5),
    (9, 3, 1, 1),
    ("Little. Thursday's noise next door.", "A long lunch, and I would do it again."),
    ("The best weeks of the year so far.", "Quiet mornings, and something to show for them."),
    ("Keep it as it is.", "Write the post while the code is still warm."),
)
LATELY = Season(
    1,
    (4, 2, 5, 2, 3, 0, 0),
    16,
    8 * 60 + 50,
    (3, 4),
    (5, 4, 2, 2),
    ("",),
    ("",),
    ("",),
)
NOW = GOOD
"""The week that runs."""

SEASONS = (BEGINNING, SETTLED, TOO_MUCH, ILL, SLOW, HOLIDAY, RETURN, GOOD, LATELY)


def season(back: int) -> Season:
    """That of the week so many weeks before the one that runs."""
    passed = WEEKS - back
    for each in SEASONS:
        if passed < each.weeks:
            return each
        passed -= each.weeks
    return NOW


# On what a day's sessions are: a letter each, repeated where a day holds more.
AUDIO, KAGGLE, WRITING, COURSE, OCTAVE, IDEA = "A", "K", "W", "F", "O", "X"
DAYS = ("KKAAAWA", "AAAWWAK", "KAAAWAA", "AAWWAXA", "KKAWAA", "XWA", "WA")

KAGGLE_FROM, WRITING_FROM, IDEAS_FROM = 22, 24, 16
"""From so many weeks before the one that runs on."""
COURSE_UNTIL = 19
"""The course's last week: it is achieved at its end, and the audio work begins after it."""
LET_GO = 20
"""At the end of this week the other course was let go."""
FORGOTTEN = 21
"""A week that nobody reviewed."""


def subject(letter: str, back: int) -> str:
    """What a session that the plan gives a letter is really on in a week so far back."""
    if letter == AUDIO and back >= COURSE_UNTIL:
        return COURSE
    if letter == IDEA and back > IDEAS_FROM:
        return OCTAVE if back > LET_GO else KAGGLE
    begun = {KAGGLE: KAGGLE_FROM, WRITING: WRITING_FROM}.get(letter, back)
    return letter if back <= begun else COURSE
