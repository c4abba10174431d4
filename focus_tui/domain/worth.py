"""What next? An idea's gain against the time it takes, and why, in words.

It counts half as much again for an idea that is a win even if it fails, and a quarter more for one
that a goal of now is waiting for.
"""

import re
from dataclasses import dataclass

from focus_tui.domain.durations import HOUR_MS, MINUTE_MS, spoken
from focus_tui.domain.errors import BadInput
from focus_tui.domain.text import quoted

MOST_GAIN = 5
MOST_HOURS = 10_000
WAYS = "as 4 2h win: a gain from 1 to 5, the time it takes, and win where failing wins too"

_IF_WINS = 1.5
_IF_FITS = 1.25
_BETWEEN = re.compile(r"[\s,;.·]*")
_MINUTES = r"(?:m|mins?|minutes?)"
_EFFORT = re.compile(
    r"(?:(?P<hours>\d{1,9}(?:[.,]\d{1,6})?)\s*(?:h|hrs?|hours?)"
    rf"(?:\s*(?P<rest>[0-5]\d(?:\s*{_MINUTES})?|\d\s*{_MINUTES}))?"
    rf"|(?P<minutes>\d{{1,9}})\s*{_MINUTES})(?!\w)"
)
"""A single digit after the hours is the gain, unless it says that it is minutes."""
_GAIN = re.compile(r"(?:gain\s*[:=]?\s*)?(?P<gain>\d+)(?![\w.,]*\w)")
_WINS = re.compile(r"(?:a\s+)?wins?(?:\s+even)?(?:\s+if\s+it\s+fails)?(?!\w)")


@dataclass(frozen=True, slots=True)
class Weight:
    """What a person thinks an idea brings and takes; None for what they have not said."""

    gain: int | None = None
    """From 1 to 5."""
    effort_ms: int | None = None
    """Whole minutes; never 0."""
    wins: bool = False
    """It is a win even if it fails: what is learned or left of it is worth the time."""


def worth(weight: Weight, fits_goal: bool) -> float | None:
    """Gain for each hour, the higher the better; None where gain or effort is not known."""
    if weight.gain is None or weight.effort_ms is None:
        return None
    gain = weight.gain * (_IF_WINS if weight.wins else 1) * (_IF_FITS if fits_goal else 1)
    return gain / (weight.effort_ms / HOUR_MS)


def reason(weight: Weight, goal: str) -> str:
    """Why an idea is worth what it is: `gain 4 in 2 h, a win even if it fails, for Audio`.

    `goal` is the title of the goal that it fits, or empty. What is not known is named.
    """
    more = ["a win even if it fails"] if weight.wins else []
    if goal:
        more.append(f"for {goal}")
    return ", ".join([*_measured(weight), *more])


def _measured(weight: Weight) -> list[str]:
    effort = "no hours yet" if weight.effort_ms is None else spoken(weight.effort_ms)
    if weight.gain is None:
        return ["not weighed yet"] if weight.effort_ms is None else [effort, "no gain yet"]
    if weight.effort_ms is None:
        return [f"gain {weight.gain}", effort]
    return [f"gain {weight.gain} in {effort}"]


def in_words(weight: Weight) -> str:
    """A weight as it is typed: `gain 4, 2 h, win`; empty where nothing is known."""
    said = [
        "" if weight.gain is None else f"gain {weight.gain}",
        "" if weight.effort_ms is None else spoken(weight.effort_ms),
        "win" if weight.wins else "",
    ]
    return ", ".join(filter(None, said))


def parsed(line: str) -> Weight:
    """The weight that a line says, in any order, as `4 2h win`; BadInput for any other."""
    said = line.strip().casefold()
    weight = Weight()
    at = 0
    while at < len(said):
        weight, at = _next(weight, said, at)
        between = _BETWEEN.match(said, at)
        at = between.end() if between else at
    return weight


def _next(weight: Weight, said: str, at: int) -> tuple[Weight, int]:
    """The weight with what stands at a place of a line, and where that ends."""
    if found := _EFFORT.match(said, at):
        if weight.effort_ms is not None:
            raise BadInput(f"{quoted(said)} says the time twice: leave one out.")
        return Weight(weight.gain, _effort_ms(found), weight.wins), found.end()
    if found := _GAIN.match(said, at):
        if weight.gain is not None:
            raise BadInput(
                f"{quoted(said)} says the gain twice: a time has a unit, as 2h or 90min."
            )
        return Weight(_gain(found["gain"]), weight.effort_ms, weight.wins), found.end()
    if found := _WINS.match(said, at):
        return Weight(weight.gain, weight.effort_ms, True), found.end()
    raise BadInput(f"{quoted(said[at:])} is no part of a weight: say it {WAYS}.")


def _gain(said: str) -> int:
    gain = int(said) if len(said) == 1 else 0
    if not 1 <= gain <= MOST_GAIN:
        raise BadInput(f"{quoted(said)} is no gain: it is a whole number from 1 to {MOST_GAIN}.")
    return gain


def _effort_ms(found: re.Match[str]) -> int:
    rest = int(re.sub(r"\D", "", found["rest"] or "0"))
    hours = float((found["hours"] or "0").replace(",", "."))
    minutes = round(hours * 60) + rest + int(found["minutes"] or 0)
    if not 1 <= minutes <= MOST_HOURS * 60:
        raise BadInput(
            f"{quoted(found[0])} is no time for an idea: it takes a minute to {MOST_HOURS:,} h."
        )
    return minutes * MINUTE_MS
