"""What a range of days shows, figure by figure: plain sums, each with what it rests on."""

from typing import NamedTuple

from focus_tui.domain.logrange import Range

HOURS = 24


class DayShown(NamedTuple):
    """One local day."""

    on: str
    focused_ms: int
    sessions: int
    """How many counted."""
    energy: int | None
    """The last answer of the day, from 1 to 5."""


class GoalShown(NamedTuple):
    """What went into one goal, over time."""

    id: str
    """Empty for what was on none."""
    title: str
    letter: str
    hue: int
    buckets_ms: tuple[int, ...]
    """For each bucket of the range."""
    consistency: int | None
    """How steadily its cadence was kept at the range's end, from 0 to 100; None without one."""

    @property
    def focused_ms(self) -> int:
        """All of it."""
        return sum(self.buckets_ms)


class When(NamedTuple):
    """What an hour of the day, or a weekday, held, as it was lived."""

    focused_ms: int
    """By the hours that the sessions really took."""
    yes: int
    """How many sessions that began in it were answered "focused: yes"."""
    partly: int
    no: int
    internal: int
    """Interruptions that came in it, by one's own mind."""
    external: int

    @property
    def answers(self) -> int:
        """To how focused it was."""
        return self.yes + self.partly + self.no


def hours_named(hour: int) -> str:
    """An hour of the day, from 0 to 23, as `09 to 10`."""
    return f"{hour:02} to {(hour + 1) % HOURS:02}"


class Promising(NamedTuple):
    """What was planned for a week, and what it held."""

    first_on: str
    planned_ms: int
    """What its promises take at least."""
    focused_ms: int
    promised: int
    kept: int


class Energy(NamedTuple):
    """The days with one answer to how the energy was."""

    energy: int
    days: int
    focused_ms: int
    """Of all these days together."""


class Insights(NamedTuple):
    """A range of days. Times are milliseconds; voided sessions count for nothing but themselves."""

    over: Range
    first_on: str
    """The first day of the range; of an endless one the first that holds anything."""
    last_on: str
    """The last day of the range that has begun."""
    days: tuple[DayShown, ...]
    """Each one from the first to the last."""
    buckets: tuple[str, ...]
    """The first day, of those above, of each stretch that goals are summed by: days, weeks,
    months or years."""
    goals: tuple[GoalShown, ...]
    """The most worked on first; what was on none last."""
    hours: tuple[When, ...]
    """The 24 hours of the day."""
    weekdays: tuple[When, ...]
    """Monday to Sunday."""
    words: tuple[tuple[str, int], ...]
    """What was noted with interruptions, the most frequent first."""
    lengths: tuple[tuple[int, int], ...]
    """How many sessions that count took so many minutes, by steps of five: (25, 12) is 25 to 29."""
    promising: tuple[Promising, ...]
    """The weeks that lie in the range, at least in part."""
    energies: tuple[Energy, ...]
    """From 1 to 5, all of them."""
    core_ms: int
    explore_ms: int
    overtime_ms: int
    overrun_ms: int
    breaks: int
    overrun_breaks: int
    """How many of the breaks ran past their end by five minutes or more."""
    voided: int
    early: int
    """How many sessions were ended before their plan."""
    abandoned: int
    """How many were cut off, with nobody there to end them."""
    over_limit_days: int
    over_limit_ms: int
    beyond: int
    """How many sessions were begun past the day's limit."""

    @property
    def focused_ms(self) -> int:
        """All focus, overtime included."""
        return sum(day.focused_ms for day in self.days)

    @property
    def sessions(self) -> int:
        """How many sessions counted."""
        return sum(day.sessions for day in self.days)

    @property
    def shown_up(self) -> int:
        """On how many days a session counted."""
        return sum(day.sessions > 0 for day in self.days)
