"""What a goal says, field by field, as it is read and typed: the page of a goal is made of this."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from focus_tui.domain.durations import day, plural
from focus_tui.domain.errors import BadInput
from focus_tui.domain.goal import CHECKPOINT_H, Area, Deadline, Goal, Target
from focus_tui.domain.inputs import WAYS, Measure, in_words, parsed
from focus_tui.domain.shape import parsed as parsed_shape
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted

HUE_NAMES = ("rose", "olive", "teal", "indigo", "plum", "slate")
_TARGET = re.compile(r"(?P<count>\d{1,9})\s+(?P<unit>\S.*)")
_HOURS = re.compile(r"(?P<count>\d{1,6})\s*(?:h|hours?)?")
MOST_HOURS = 100_000


@dataclass(frozen=True, slots=True)
class GoalField:
    """One thing that a goal says."""

    name: str
    label: str
    asks: str
    """What is asked for when it is changed."""
    said: Callable[[Goal], str]
    """As it is shown, and as it is typed."""
    take: Callable[[Goal, str], Goal]
    """The goal with it; BadInput for a text that it can't be."""
    choices: tuple[str, ...] = ()
    """All that it can be, where these are few: then a key goes on to the next."""


def _line(text: str, field: str) -> str:
    return accepted(text.strip(), field=field, limit=LINE_LIMIT, one_line=True)


def _title(goal: Goal, text: str) -> Goal:
    title = _line(text, "title")
    if not title:
        raise BadInput("A goal needs a title: type some words.")
    return replace(goal, title=title)


def _cadence(goal: Goal, text: str) -> Goal:
    if not text.strip():
        return replace(goal, cadence=None)
    cadence = parsed(text.casefold().replace(" a week", ""))
    if cadence.measure is Measure.DONE:
        raise BadInput(f"A cadence is an input of each week: say it as {WAYS}.")
    return replace(goal, cadence=cadence)


def _target(goal: Goal, text: str) -> Goal:
    if not text.strip():
        return replace(goal, target=None)
    found = _TARGET.fullmatch(_line(text, "target"))
    if found is None or int(found["count"]) == 0:
        raise BadInput("A target is a number of things: say it as 52 posts.")
    return replace(goal, target=Target(int(found["count"]), found["unit"]))


def _deadline(goal: Goal, text: str) -> Goal:
    words = text.split()
    if not words:
        return replace(goal, deadline=None)
    try:
        on = str(date.fromisoformat(words[0]))
    except ValueError:
        raise BadInput(
            f"{quoted(words[0])} is no date: write it as 2026-12-24, or 2026-12-24 real."
        ) from None
    kind = " ".join(words[1:]).casefold()
    if kind not in ("", "real", "self-set"):
        raise BadInput("After the date stands real, for one that others set, or self-set.")
    return replace(goal, deadline=Deadline(on, kind == "real"))


def _shape(goal: Goal, text: str) -> Goal:
    line = _line(text, "shape")
    if line:
        parsed_shape(line)
    return replace(goal, shape=line)


def _checkpoint(goal: Goal, text: str) -> Goal:
    found = _HOURS.fullmatch(text.strip().casefold() or str(CHECKPOINT_H))
    if found is None or not 1 <= int(found["count"]) <= MOST_HOURS:
        raise BadInput(f"The checkpoint is a whole number of hours from 1 to {MOST_HOURS:,}.")
    return replace(goal, checkpoint_h=int(found["count"]))


def _chosen(text: str, choices: tuple[str, ...]) -> str:
    if text not in choices:
        raise BadInput(f"{quoted(text, 'Nothing')} is none of {', '.join(choices)}.")
    return text


def deadline_words(goal: Goal) -> str:
    """A deadline as it is typed; empty without one."""
    if goal.deadline is None:
        return ""
    return f"{goal.deadline.on} {'real' if goal.deadline.real else 'self-set'}"


FIELDS = (
    GoalField("title", "Goal", "What is the goal?", lambda goal: goal.title, _title),
    GoalField(
        "why",
        "Why",
        "Why does it matter to you?",
        lambda goal: goal.why,
        lambda goal, text: replace(goal, why=_line(text, "why")),
    ),
    GoalField(
        "cadence",
        "Each week",
        f"What do you put in each week? {WAYS}; empty for none",
        lambda goal: in_words(goal.cadence) if goal.cadence else "",
        _cadence,
    ),
    GoalField(
        "target",
        "Target",
        "A number of things to reach, as 52 posts; empty for none",
        lambda goal: f"{goal.target.count} {goal.target.unit}" if goal.target else "",
        _target,
    ),
    GoalField(
        "deadline",
        "Deadline",
        "2026-12-24, or 2026-12-24 real where somebody else set it; empty for none",
        deadline_words,
        _deadline,
    ),
    GoalField(
        "shape",
        "Shape",
        "The shape of its sessions: 40/8, 90/20 strict, or open; empty for the usual one",
        lambda goal: goal.shape,
        _shape,
    ),
    GoalField(
        "checkpoint_h",
        "Looked at anew",
        "After each how many hours do you want to look at it anew?",
        lambda goal: plural(goal.checkpoint_h, "hour"),
        _checkpoint,
    ),
    GoalField(
        "area",
        "Area",
        "",
        lambda goal: str(goal.area),
        lambda goal, text: replace(goal, area=Area(_chosen(text, tuple(Area)))),
        tuple(Area),
    ),
    GoalField(
        "hue",
        "Colour",
        "",
        lambda goal: HUE_NAMES[goal.hue],
        lambda goal, text: replace(goal, hue=HUE_NAMES.index(_chosen(text, HUE_NAMES))),
        HUE_NAMES,
    ),
    GoalField(
        "notes",
        "Notes",
        "What else is there to say?",
        lambda goal: goal.notes,
        lambda goal, text: replace(goal, notes=_line(text, "note")),
    ),
)
"""In the order in which they are shown. Notes are one line, as all text of a goal is."""


def field_named(name: str) -> GoalField:
    """The field of that name; KeyError when there is none."""
    return {each.name: each for each in FIELDS}[name]


def days_left(goal: Goal, today: str) -> str:
    """How far a real deadline is, in words; a self-set one as its day. Empty without one."""
    if goal.deadline is None:
        return ""
    left = (date.fromisoformat(goal.deadline.on) - date.fromisoformat(today)).days
    if not goal.deadline.real:
        return f"by {day(goal.deadline.on).partition(' ')[2]}"
    if left < 0:
        return f"was due {plural(-left, 'day')} ago"
    return f"{plural(left, 'day')} left" if left else "due today"
