"""What the data say about one week. It is always computed, never typed."""

from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain.inputs import Input
from focus_tui.domain.week import Week


class Verdict(StrEnum):
    """What became of a promise."""

    KEPT = "kept"
    PARTLY = "partly"
    """Some of it was put in."""
    NOT = "not"
    """Nothing was."""
    ADJUSTED = "adjusted"
    """It asked for something else when its week began, and what it asks for now was not put in."""
    RUNNING = "running"
    """It is for the next week too, and not kept yet."""


class Promised(NamedTuple):
    """A promise of the week, with what the data say."""

    id: str
    """The commitment's."""
    text: str
    goal_id: str | None
    wanted: Input
    before: Input | None
    """What it was when its week began, where it was changed since."""
    done: int
    """How much was put in, in the measure of what is wanted."""
    verdict: Verdict


class OnGoal(NamedTuple):
    """What went into one goal; an active one stands here with nothing too."""

    id: str
    """The goal's; empty for what was on none."""
    title: str
    letter: str
    focused_ms: int
    sessions: int
    """How many counted."""
    cadence: Input | None
    done: int
    """How much of the cadence was put in, in its measure."""


class DayHeld(NamedTuple):
    """What one local day held."""

    on: str
    focused_ms: int
    sessions: int
    """How many counted."""
    energy: int | None
    """The last answer to how the energy was, from 1 to 5."""


class Hour(NamedTuple):
    """The hour of the day that held the most focus in the week, as it was lived."""

    hour: int
    """0 to 23, where the sessions were."""
    focused_ms: int


class Said(NamedTuple):
    """Words, and how long or how often."""

    words: str
    amount: int


class Interrupted(NamedTuple):
    """How often something came between, and in which words."""

    internal: int
    external: int
    words: tuple[Said, ...]
    """The words that were noted with them and how often, the most frequent first."""


class Titled(NamedTuple):
    """An idea or a goal by its title."""

    id: str
    title: str


class IdeasMoved(NamedTuple):
    """What became of ideas."""

    captured: int
    done: tuple[Titled, ...]
    dropped: tuple[Titled, ...]


class GoalsMoved(NamedTuple):
    """What became of goals."""

    begun: tuple[Titled, ...]
    """Came to be active."""
    achieved: tuple[Titled, ...]
    let_go: tuple[Titled, ...]
    counted: tuple[Said, ...]
    """How many more of a goal's target there are, under its title."""
    first_sessions: tuple[Titled, ...]
    """Goals and ideas that were worked on for the first time ever."""


class Evidence(NamedTuple):
    """One week. Times are milliseconds, days are local days; voided sessions stand apart."""

    week: Week
    promised: tuple[Promised, ...] = ()
    """The oldest first."""
    goals: tuple[OnGoal, ...] = ()
    """The most worked on first; what was on none last."""
    days: tuple[DayHeld, ...] = ()
    """All seven."""
    best_hour: Hour | None = None
    """None where nothing was focused."""
    interrupted: Interrupted = Interrupted(0, 0, ())
    ideas: IdeasMoved = IdeasMoved(0, (), ())
    moved: GoalsMoved = GoalsMoved((), (), (), (), ())
    overtime_ms: int = 0
    overrun_ms: int = 0
    voided: int = 0
    """How many sessions do not count."""
    voided_ms: int = 0
    """How much focus was in them."""
    why_voided: tuple[str, ...] = ()
    tangents: tuple[Said, ...] = ()
    """What was slid into, as `driver → broken pip`, with its milliseconds; the longest first."""
    outside_ms: int = 0
    """Focus that was for no promise."""
    beyond: tuple[str, ...] = ()
    """What was said for going on past the day's limit."""
    over_limit: int = 0
    """On how many days more was focused than the day's limit; 0 where there is none."""
    over_limit_ms: int = 0
    focused: tuple[int, int, int] = (0, 0, 0)
    """How often the answer to "how focused was it?" was yes, partly, no."""
    found: tuple[str, ...] = ()
    """What was found with the ladder for asking well, in the person's words."""

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

    @property
    def kept(self) -> int:
        """How many promises were kept."""
        return sum(each.verdict is Verdict.KEPT for each in self.promised)
